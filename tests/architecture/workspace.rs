//! What cargo knows about the workspace.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
    MetadataCommand::new()
        .current_dir(root())
        .no_deps()
        .exec()
        .expect("cargo reads the workspace that this test was built from")
});

/// The top of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is inside the repository")
}

/// A member of the workspace.
pub(crate) struct Room {
    pub(crate) name: String,
    /// Relative to the top, as `crates/guildhall-domain`.
    pub(crate) folder: PathBuf,
    /// Every dependency, whatever it is for: in the end all of them are read and maintained.
    pub(crate) dependencies: Vec<String>,
    /// Those that are built into it.
    pub(crate) built_in: Vec<String>,
}

impl Room {
    pub(crate) fn is_function(&self) -> bool {
        self.folder.starts_with("functions")
    }

    /// The dependencies that are rooms themselves.
    pub(crate) fn rooms_it_uses(&self) -> Vec<String> {
        let rooms = rooms();
        let is_room = |name: &&String| rooms.iter().any(|room| room.name == **name);
        self.dependencies.iter().filter(is_room).cloned().collect()
    }
}

/// All members of the workspace.
pub(crate) fn rooms() -> Vec<Room> {
    METADATA.workspace_packages().into_iter().map(room).collect()
}

fn room(package: &Package) -> Room {
    let folder = package.manifest_path.parent().expect("a manifest is in a folder");
    let folder = folder.as_std_path().strip_prefix(root()).expect("members are inside the workspace");
    Room {
        name: package.name.to_string(),
        folder: folder.to_path_buf(),
        dependencies: package.dependencies.iter().map(|dependency| dependency.name.clone()).collect(),
        built_in: package
            .dependencies
            .iter()
            .filter(|dependency| dependency.kind == DependencyKind::Normal)
            .map(|dependency| dependency.name.clone())
            .collect(),
    }
}
