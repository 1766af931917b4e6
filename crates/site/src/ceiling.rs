//! What has to travel before the first result, and the most that it may be.

use crate::assets;
use crate::dist::Dist;
use std::io::Write as _;

/// What is wanted before the first result: bytes after brotli at quality 11, all files together.
const GOAL: usize = 400_000;

/// What is held. Only ever to be lowered.
const MOST: usize = 305_000;

/// What may travel before the page is whole, the second part of the WASM with it. Raised from 615 kB when the search for
/// secrets was built for speed, and from 775 kB, step by step, for what it has learnt since to read.
const MOST_IN_ALL: usize = 840_000;

/// Measures what the workbench loads when it opens; a larger sum stops the build. What was compressed for that is kept
/// beside each file as `name.br`, for hosts that serve such files instead of compressing worse themselves.
pub(crate) fn check(dist: &Dist) -> Result<String, String> {
    let (program, cut) = assets::program(dist)?;
    let (mut first, mut valve, mut all) = (0, 0, 0);
    let mut parts = Vec::new();
    for name in dist.files()?.iter().filter(|name| is_loaded(name)) {
        let bytes = dist.bytes(name)?;
        let packed = compressed(&bytes)?;
        let size = packed.len();
        dist.write(&format!("{name}.br"), &packed)?;
        // Of the program's file the first part is needed, and comes first.
        let needed = if *name == program {
            compressed(bytes.get(..cut).unwrap_or(&bytes))?.len()
        } else if is_of_the_valve(name) {
            valve += size;
            0
        } else {
            size
        };
        all += size;
        first += needed;
        parts.push(if needed == size {
            format!("{name} {size}")
        } else {
            format!("{name} {needed} of {size}")
        });
    }
    let said = format!(
        "{first} bytes of brotli before the first result, of {MOST} ({} with the valve's own files, which it does not \
         wait for); the goal is {GOAL}; {all} in all, of {MOST_IN_ALL} ({})",
        first + valve,
        parts.join(", ")
    );
    if first > MOST || all > MOST_IN_ALL { Err(format!("too large: {said}")) } else { Ok(said) }
}

fn is_loaded(name: &str) -> bool {
    let kinds = [".html", ".css", ".js", ".wasm", "icon.svg"];
    let of_the_workbench = name == "index.html" || name.starts_with("valve") || !name.ends_with(".html");
    !name.contains('/')
        && of_the_workbench
        && kinds.iter().any(|kind| name.ends_with(kind))
        && name != "sw.js"
        // It stands in the front page.
        && !name.starts_with("style-")
}

/// What the valve's documents load for themselves. The seal waits for the documents alone, so the first result is there
/// without these; tests/browser/parts.test.mjs shows it.
fn is_of_the_valve(name: &str) -> bool {
    name.starts_with("valve-") && (name.ends_with(".js") || name.ends_with(".css"))
}

fn compressed(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
        writer.write_all(bytes).map_err(|error| error.to_string())?;
    }
    Ok(out)
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
            ("style-1.css", false),
            ("icon-512.png", false),
        ] {
            assert_eq!(is_loaded(name), loaded, "{name}");
        }
    }

    #[test]
    fn compression_is_brotli() {
        assert!(compressed(&[b'a'; 10_000]).is_ok_and(|out| out.len() < 50));
    }
}
