//! What has to travel before the first result, and the most that it may be.

use crate::dist::Dist;
use std::io::Write as _;

/// What is wanted: bytes after brotli at quality 11, all files together.
const GOAL: usize = 400_000;

/// What is held: the goal was passed when the examination grew to what it knows today. Only ever to be lowered.
const MOST: usize = 580_000;

/// Measures what the workbench loads when it opens; a larger sum stops the build.
pub(crate) fn check(dist: &Dist) -> Result<String, String> {
    let mut sum = 0;
    let mut parts = Vec::new();
    for name in dist.files()?.iter().filter(|name| is_loaded(name)) {
        let size = compressed(&dist.bytes(name)?)?;
        sum += size;
        parts.push(format!("{name} {size}"));
    }
    let said = format!(
        "{sum} bytes of brotli before the first result, of {MOST}; the goal is {GOAL} ({})",
        parts.join(", ")
    );
    if sum > MOST { Err(format!("too large: {said}")) } else { Ok(said) }
}

fn is_loaded(name: &str) -> bool {
    let kinds = [".html", ".css", ".js", ".wasm", "icon.svg"];
    let of_the_workbench = name == "index.html" || name.starts_with("valve") || !name.ends_with(".html");
    !name.contains('/')
        && of_the_workbench
        && kinds.iter().any(|kind| name.ends_with(kind))
        && name != "sw.js"
}

fn compressed(bytes: &[u8]) -> Result<usize, String> {
    let mut out = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
        writer.write_all(bytes).map_err(|error| error.to_string())?;
    }
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_the_workbench_alone() {
        for (name, loaded) in [
            ("index.html", true),
            ("app-1.js", true),
            ("stackengine-1.wasm", true),
            ("valve.html", true),
            ("stackengine.html", false),
            ("guides/a/index.html", false),
            ("sw.js", false),
            ("icon-512.png", false),
        ] {
            assert_eq!(is_loaded(name), loaded, "{name}");
        }
    }

    #[test]
    fn compression_is_brotli() {
        assert!(compressed(&[b'a'; 10_000]).is_ok_and(|size| size < 50));
    }
}
