//! What runs in AWS, as `infra/template.yaml` has it, and whether it agrees with the code.

mod functions;
mod handlers;
mod openapi;
mod permissions;
mod protection;
mod table;
mod template;
mod workers;
