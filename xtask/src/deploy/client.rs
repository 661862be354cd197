//! `/config.json`: what the application must know before it can sign anybody in. The stack says it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::stack::Stack;

/// Where the API begins: on the site's own origin.
const API: &str = "/api/v1";

/// Writes the configuration for a stack.
pub(super) fn write(stack: &Stack, file: &Path) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, config(stack)?.to_string()).with_context(|| format!("cannot write {}", file.display()))
}

fn config(stack: &Stack) -> Result<Value> {
    let sign_in = stack.output("SignInUrl")?;
    Ok(json!({
        "client_id": stack.output("SignInClientId")?,
        "authorize_url": format!("{sign_in}/oauth2/authorize"),
        "token_url": format!("{sign_in}/oauth2/token"),
        "revoke_url": format!("{sign_in}/oauth2/revoke"),
        "logout_url": format!("{sign_in}/logout"),
        "api": API,
    }))
}

#[cfg(test)]
mod tests {
    use guildhall_contract::client_config::ClientConfig;

    use super::*;

    #[test]
    fn the_application_reads_what_the_deployment_writes() {
        let stack = Stack::with_outputs(&[
            ("SignInUrl", "https://guildhall.auth.eu-north-1.amazoncognito.com"),
            ("SignInClientId", "1example23456789"),
        ]);
        let written = config(&stack).expect("the stack says everything");
        let read: ClientConfig = serde_json::from_value(written.clone()).expect("it is whole");
        assert_eq!(read.token_url, "https://guildhall.auth.eu-north-1.amazoncognito.com/oauth2/token");
        assert_eq!(serde_json::to_value(read).expect("writes"), written, "something nobody reads");
    }
}
