//! A ZIP file without compression: names, bytes, checksums. The files are small, and every tool opens it.
//!
//! Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. A crate that does this also brings compression
//! into the download.

/// The ZIP of some files. Their names must differ; times are left at their lowest value (1980-01-01).
pub(crate) fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let offset = length(&out);
        let mut common = Vec::new();
        // Version 2.0, names are UTF-8, stored, time, date.
        for field in [20_u16, 0x0800, 0, 0, 0x21] {
            common.extend(field.to_le_bytes());
        }
        for field in [crc32(bytes), length(bytes), length(bytes)] {
            common.extend(field.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(bytes);
        // Made on Unix, so that the mode counts: scripts can be run.
        directory.extend(b"PK\x01\x02");
        directory.extend(0x0314_u16.to_le_bytes());
        directory.extend(&common);
        directory.extend([0; 6]);
        let mode: u32 = if name.ends_with(".sh") { 0o100_755 } else { 0o100_644 };
        directory.extend((mode << 16).to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = length(&out);
    let size = length(&directory);
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX);
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend(0_u16.to_le_bytes());
    out
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8)
            .fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (0_u32.wrapping_sub(sum & 1))))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn python_opens_it() {
        let files = [
            ("a/state.tf".to_owned(), b"x = 1\n".to_vec()),
            ("r\u{e9}sum\u{e9}.sh".to_owned(), vec![0, 255]),
        ];
        let path = std::env::temp_dir().join(format!("stackengine-zip-{}.zip", std::process::id()));
        std::fs::write(&path, zip(&files)).unwrap();
        let script = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
            print([(i.filename, z.read(i), oct(i.external_attr >> 16)) for i in z.infolist()])";
        let run = std::process::Command::new("python3").arg("-c").arg(script).arg(&path).output().unwrap();
        _ = std::fs::remove_file(&path);
        let said = String::from_utf8_lossy(&run.stdout).into_owned();
        assert_eq!(
            said.trim(),
            "[('a/state.tf', b'x = 1\\n', '0o100644'), ('r\u{e9}sum\u{e9}.sh', b'\\x00\\xff', '0o100755')]",
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
    }
}
