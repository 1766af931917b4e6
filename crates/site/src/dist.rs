//! The folder that is being finished.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The built page, and the sources it comes from.
pub(crate) struct Dist {
    folder: PathBuf,
    source: PathBuf,
}

impl Dist {
    /// What Trunk says in its environment.
    pub(crate) fn of_trunk() -> Result<Self, String> {
        let of = |name: &str| {
            env::var_os(name)
                .map(PathBuf::from)
                .ok_or_else(|| format!("{name} is not set: `trunk build` runs this"))
        };
        Ok(Self { folder: of("TRUNK_STAGING_DIR")?, source: of("TRUNK_SOURCE_DIR")? })
    }

    #[cfg(test)]
    pub(crate) fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), source: folder.to_owned() }
    }

    /// Where it is.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the sources are.
    pub(crate) fn source(&self) -> &Path {
        &self.source
    }

    /// Every file, as paths relative to the folder, sorted.
    pub(crate) fn files(&self) -> Result<Vec<String>, String> {
        let mut out = Vec::new();
        list(&self.folder, "", &mut out)?;
        out.sort();
        Ok(out)
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, path: &str) -> Result<Vec<u8>, String> {
        fs::read(self.folder.join(path)).map_err(|error| format!("{path}: {error}"))
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> Result<String, String> {
        fs::read_to_string(self.folder.join(path)).map_err(|error| format!("{path}: {error}"))
    }

    /// Writes a file, and the folders to it.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let to = self.folder.join(path);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(|error| format!("{path}: {error}"))?;
        }
        fs::write(to, bytes).map_err(|error| format!("{path}: {error}"))
    }

    /// Removes a file.
    pub(crate) fn remove(&self, path: &str) -> Result<(), String> {
        fs::remove_file(self.folder.join(path)).map_err(|error| format!("{path}: {error}"))
    }

    /// Copies the sources' folder into the root of the page, except what is bundled.
    pub(crate) fn copy_static(&self, from: &str, except: &[&str]) -> Result<(), String> {
        let mut names = Vec::new();
        list(&self.source.join(from), "", &mut names)?;
        for name in names.iter().filter(|name| !except.contains(&name.as_str())) {
            let bytes =
                fs::read(self.source.join(from).join(name)).map_err(|error| format!("{name}: {error}"))?;
            self.write(name, &bytes)?;
        }
        Ok(())
    }

    /// A text of the sources.
    pub(crate) fn source_text(&self, path: &str) -> Result<String, String> {
        fs::read_to_string(self.source.join(path)).map_err(|error| format!("{path}: {error}"))
    }
}

fn list(folder: &Path, prefix: &str, out: &mut Vec<String>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let entry = entry.map_err(|error| error.to_string())?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), out)?;
        } else {
            out.push(name);
        }
    }
    Ok(())
}

/// The start of the SHA-256 of some bytes, in hexadecimal.
pub(crate) fn short_hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().iter().take(6).fold(String::new(), |mut out, byte| {
        out.push_str(&format!("{byte:02x}"));
        out
    })
}
