//! Puts a built application into its bucket. What stood there before stays until its name is needed: whoever has an old
//! page open still asks for the old assets.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::calls::{Call, Hands};
use super::site::{self, CONFIG, Kept, Upload};
use super::stack::Stack;
use crate::project::Project;
use crate::web::files_below;

/// Where an application is put.
pub(super) struct Bucket {
    name: String,
    region: String,
}

impl Bucket {
    /// The bucket of a stack.
    pub(super) fn of(stack: &Stack, region: &str) -> Result<Self> {
        Ok(Self { name: stack.output("SiteBucket")?, region: region.to_owned() })
    }

    /// Uploads a folder and the configuration beside it.
    pub(super) fn take(
        &self,
        project: &Project,
        hands: &Hands<'_>,
        folder: &Path,
        config: &Path,
    ) -> Result<()> {
        let mut names = names_below(folder)?;
        names.push(CONFIG.to_owned());
        let there = self.assets(hands)?;
        let uploads = site::uploads(&names)?;
        let (mut put, mut kept) = (0, 0);
        for upload in &uploads {
            if upload.kept == Kept::ForGood && there.contains(&upload.key) {
                kept += 1;
                continue;
            }
            let file = if upload.key == CONFIG { config.to_path_buf() } else { folder.join(&upload.key) };
            if !hands.rehearsing() {
                println!("    {}", described(upload));
            }
            hands.quietly(&self.put(upload, &project.shown(&file)))?;
            put += 1;
        }
        println!("    {put} files; {kept} were there already");
        Ok(())
    }

    /// The assets that are there, of this build and of earlier ones.
    fn assets(&self, hands: &Hands<'_>) -> Result<BTreeSet<String>> {
        let call = Call::aws(["s3api", "list-objects-v2"])
            .with("--region", &self.region)
            .with("--bucket", &self.name)
            .with("--prefix", "assets/")
            .with("--query", "Contents[].Key");
        let answer = hands.ask(call)?.unwrap_or_default();
        let keys = answer.as_array().into_iter().flatten();
        Ok(keys.filter_map(Value::as_str).map(str::to_owned).collect())
    }

    fn put(&self, upload: &Upload, file: &str) -> Call {
        let call = Call::aws(["s3api", "put-object"])
            .with("--region", &self.region)
            .with("--bucket", &self.name)
            .with("--key", &upload.key)
            .with("--body", file)
            .with("--content-type", upload.content_type)
            .with("--cache-control", upload.kept.header());
        match upload.content_encoding {
            Some(encoding) => call.with("--content-encoding", encoding),
            None => call,
        }
    }
}

fn described(upload: &Upload) -> String {
    let encoding = upload.content_encoding.map(|name| format!(", {name}")).unwrap_or_default();
    format!("{:<44} {}{encoding}; {}", upload.key, upload.content_type, upload.kept.header())
}

/// The names of all files below a folder, with `/` between their parts.
fn names_below(folder: &Path) -> Result<Vec<String>> {
    let name = |file: PathBuf| {
        let inside = file.strip_prefix(folder)?.to_str().context("a file name that is no text")?;
        Ok(inside.to_owned())
    };
    files_below(folder)?.into_iter().map(name).collect()
}

/// Has the content delivery network forget what it keeps. One path covers everything and counts as one.
pub(super) fn invalidate(hands: &Hands<'_>, stack: &Stack) -> Result<()> {
    let call = Call::aws(["cloudfront", "create-invalidation"])
        .with("--distribution-id", stack.output("DistributionId")?)
        .with("--paths", "/*");
    hands.quietly(&call)
}
