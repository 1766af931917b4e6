//! Finishes the page after Trunk has built it: the WASM in two parts, one script, the valve's documents, guide pages, names by content, the
//! single file, precache list, sums, policies, size ceiling.
//!
//! Trunk runs this as its hook, in its staging folder, before the result becomes `dist/`. Each step is one module.

mod assets;
mod ceiling;
mod dist;
mod guides;
mod policy;
mod precache;
mod single_file;
mod split;
mod sums;
mod valves;
mod wasm;

use dist::Dist;
use std::process::ExitCode;

fn main() -> ExitCode {
    match finish() {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("stackengine-site: {error}");
            ExitCode::FAILURE
        }
    }
}

fn finish() -> Result<String, String> {
    let base = std::env::var("STACKENGINE_BASE_URL").ok().filter(|base| !base.is_empty());
    let dist = Dist::of_trunk()?;
    let parts = assets::bundle(&dist)?;
    let guides = guides::write(dist.folder(), base.as_deref())?;
    assets::by_content(&dist)?;
    let single = single_file::make(&dist)?;
    guides::pack::write(&dist)?;
    assets::style_within(&dist)?;
    let build = precache::finish(&dist)?;
    let size = ceiling::check(&dist)?;
    sums::write(&dist)?;
    policy::check(&dist)?;
    guides::check(dist.folder())?;
    Ok(format!("{guides}\n{single}\n{parts}\nbuild {build}: {size}"))
}
