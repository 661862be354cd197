//! Programs that outlive the one that started them, in a process group of their own (a database of a killed test).
//! On Linux they become children of this program, which ends them; elsewhere the process group has to do.

use anyhow::Result;

#[cfg(target_os = "linux")]
static ADOPTING: std::sync::OnceLock<()> = std::sync::OnceLock::new();

#[cfg(target_os = "linux")]
pub(super) fn adopt() -> Result<()> {
    use anyhow::Context;
    rustix::process::set_child_subreaper(Some(rustix::process::getpid())).context("cannot adopt orphans")?;
    ADOPTING.get_or_init(|| ());
    Ok(())
}

#[cfg(not(target_os = "linux"))]
pub(super) fn adopt() -> Result<()> {
    Ok(())
}

/// Ends what was adopted. Called when no program of ours is running, so that every child left is a stray.
#[cfg(target_os = "linux")]
pub(super) fn end() {
    use rustix::process::{Signal, WaitOptions, kill_process, waitpid};

    if ADOPTING.get().is_none() {
        return;
    }
    for stray in children() {
        let name =
            std::fs::read_to_string(format!("/proc/{}/comm", stray.as_raw_nonzero())).unwrap_or_default();
        let _gone = kill_process(stray, Signal::KILL);
        if let Ok(Some((_, status))) = waitpid(Some(stray), WaitOptions::empty())
            && status.signaled()
        {
            eprintln!("ended {} ({}), which had been left running", name.trim(), stray.as_raw_nonzero());
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn end() {}

#[cfg(target_os = "linux")]
fn children() -> Vec<rustix::process::Pid> {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else {
        return Vec::new();
    };
    threads
        .filter_map(|thread| std::fs::read_to_string(thread.ok()?.path().join("children")).ok())
        .flat_map(|list| list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<i32>>())
        .filter_map(rustix::process::Pid::from_raw)
        .collect()
}
