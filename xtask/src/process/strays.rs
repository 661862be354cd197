//! Programs that outlive the one that started them, in a process group of their own (a database of a killed test).
//! On Linux they become children of this program, which ends them; elsewhere the process group has to do.

#[cfg(target_os = "linux")]
pub(super) use linux::{adopt, end};

#[cfg(not(target_os = "linux"))]
pub(super) fn adopt() -> anyhow::Result<()> {
    Ok(())
}

#[cfg(not(target_os = "linux"))]
pub(super) fn end() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::sync::OnceLock;
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    use anyhow::{Context, Result};
    use rustix::process::{Pid, Signal, WaitOptions, getpid, kill_process, set_child_subreaper, waitpid};

    /// Somebody may just be tidying up.
    const GRACE: Duration = Duration::from_secs(3);

    static ADOPTING: OnceLock<()> = OnceLock::new();

    pub(in crate::process) fn adopt() -> Result<()> {
        set_child_subreaper(Some(getpid())).context("cannot adopt orphans")?;
        ADOPTING.get_or_init(|| ());
        Ok(())
    }

    /// Ends what was adopted. Called when no program of ours is running, so that every child left is a stray.
    pub(in crate::process) fn end() {
        if ADOPTING.get().is_none() {
            return;
        }
        let asked = Instant::now();
        while remaining() && asked.elapsed() < GRACE {
            sleep(Duration::from_millis(50));
        }
        // One by one: the children of a stray become ours when it ends.
        while let Some(stray) = children().first().copied() {
            let name =
                fs::read_to_string(format!("/proc/{}/comm", stray.as_raw_nonzero())).unwrap_or_default();
            eprintln!("ending {} ({}), which was left running", name.trim(), stray.as_raw_nonzero());
            let _gone = kill_process(stray, Signal::KILL);
            let _reaped = waitpid(Some(stray), WaitOptions::empty());
        }
    }

    /// Whether a stray is still there, once those that have ended are counted out.
    fn remaining() -> bool {
        while let Ok(Some(_)) = waitpid(None, WaitOptions::NOHANG) {}
        !children().is_empty()
    }

    fn children() -> Vec<Pid> {
        let Ok(threads) = fs::read_dir("/proc/self/task") else {
            return Vec::new();
        };
        threads
            .filter_map(|thread| fs::read_to_string(thread.ok()?.path().join("children")).ok())
            .flat_map(|list| list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<i32>>())
            .filter_map(Pid::from_raw)
            .collect()
    }
}
