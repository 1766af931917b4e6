//! The program as it travels: in two parts (see `split`), each through `wasm-opt`.

use crate::dist::Dist;
use crate::split;
use std::path::PathBuf;
use std::process::Command;

/// What the program is made of, as rustc says for `wasm32-unknown-unknown`.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Beside `-Oz`, found by trying, by what is left after brotli: what repeats compresses better than what is clever. No
/// pointer of Rust's lies within the first kilobyte, which is the far end of the stack.
const PASSES: [&str; 3] =
    ["--low-memory-unused", "--one-caller-inline-max-function-size=30", "--skip-pass=local-cse"];

/// The module whose functions are the doors: as a path, and as it stands in the linker's names.
const DOORS: (&str, &str) = ("crates/web/src/later/doors.rs", "15stackengine_web5later5doors");

/// Makes both parts of what Trunk left under `bound`, and removes that; gives them, the first one first, and how it went.
pub(crate) fn parts(dist: &Dist, bound: &str) -> Result<([Vec<u8>; 2], String), String> {
    let linked = linked(dist)?;
    let linked = std::fs::read(&linked).map_err(|error| format!("{}: {error}", linked.display()))?;
    let parts = split::split(&linked, &dist.bytes(bound)?, is_door)?;
    let source = dist.source_text(DOORS.0)?;
    let written = source.lines().filter(|line| *line == "#[inline(never)]").count();
    if written != parts.doors || written != source.matches("pub(crate) fn ").count() {
        return Err(format!("{} doors are left of {written} in {}: {}", parts.doors, DOORS.0, parts.said));
    }
    dist.remove(bound)?;
    Ok(([optimised(dist, &parts.first)?, optimised(dist, &parts.second)?], parts.said))
}

fn is_door(name: &str) -> bool {
    // A closure within a door is behind it.
    name.contains(DOORS.1) && !name.contains("$closure$")
}

/// Where cargo left what wasm-bindgen took.
fn linked(dist: &Dist) -> Result<PathBuf, String> {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| dist.source().join("target"), PathBuf::from);
    let page = target.join("wasm32-unknown-unknown/page/stackengine-web.wasm");
    if page.is_file() {
        Ok(page)
    } else {
        Err(format!("{} is missing: build with --release", page.display()))
    }
}

/// The part as small as binaryen makes it.
fn optimised(dist: &Dist, part: &[u8]) -> Result<Vec<u8>, String> {
    dist.write("part.wasm", part)?;
    let file = dist.folder().join("part.wasm");
    let done = Command::new("wasm-opt")
        .args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"])
        .args(PASSES)
        .args(FEATURES)
        .arg(&file)
        .arg("-o")
        .arg(&file)
        .output()
        .map_err(|error| format!("wasm-opt (scripts/setup.sh installs it): {error}"))?;
    if !done.status.success() {
        return Err(format!("wasm-opt: {}", String::from_utf8_lossy(&done.stderr)));
    }
    let out = dist.bytes("part.wasm")?;
    dist.remove("part.wasm")?;
    Ok(out)
}
