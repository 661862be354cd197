//! What runs in AWS, as `infra/template.yaml` has it, and whether it agrees with the code.

mod api;
mod edge;
mod functions;
mod handlers;
mod openapi;
mod parameters;
mod partitions;
mod permissions;
mod programs;
mod protection;
mod sign_in;
mod site;
mod table;
mod template;
mod watching;
mod workers;
