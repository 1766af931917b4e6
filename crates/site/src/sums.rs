//! `SHA256SUMS.txt`: what every file of this build is, for who wants to compare a copy or a build of their own.

use crate::dist::Dist;
use sha2::{Digest, Sha256};

const NAME: &str = "SHA256SUMS.txt";

/// Writes the list, in the form that `sha256sum -c` reads.
pub(crate) fn write(dist: &Dist) -> Result<(), String> {
    let mut list = String::new();
    for name in dist.files()?.iter().filter(|name| *name != NAME) {
        for byte in Sha256::digest(dist.bytes(name)?) {
            list.push_str(&format!("{byte:02x}"));
        }
        list.push_str(&format!("  {name}\n"));
    }
    dist.write(NAME, list.as_bytes())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_line_is_what_sha256sum_reads() {
        let folder = std::env::temp_dir().join(format!("stackengine-sums-{}", std::process::id()));
        let dist = Dist::at(&folder);
        dist.write("a/b.txt", b"abc").unwrap();
        write(&dist).unwrap();
        // printf abc | sha256sum
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(dist.text(NAME).unwrap(), format!("{sum}  a/b.txt\n"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
