//! Run after each build of the page: policy hashes, precache list, the single file, the size ceiling.

mod guides;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let dist = std::env::var_os("TRUNK_STAGING_DIR").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let base = std::env::var("STACKENGINE_BASE_URL").ok().filter(|base| !base.is_empty());
    let result = guides::write(&dist, base.as_deref()).and_then(|told| guides::check(&dist).map(|()| told));
    match result {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
