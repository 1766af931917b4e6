//! Several files as one paste.

/// Larger files, and more than this together, are not read, in bytes.
pub(crate) const MOST: f64 = 64.0 * 1024.0 * 1024.0;

/// What stands before a file in a paste of several. The line that names it is a comment in HCL, shell and YAML, so that
/// the text still reads.
pub(crate) fn head(name: &str, is_first: bool, ends_a_line: bool) -> String {
    let before = match (is_first, ends_a_line) {
        (true, _) => "",
        (false, true) => "\n",
        (false, false) => "\n\n",
    };
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    format!("{before}# ==== {name} ====\n")
}

/// Whether a file found in a dropped folder is worth reading. One dropped by itself always is.
pub(crate) fn is_wanted(path: &str) -> bool {
    let skipped =
        [".git", ".terraform", ".terragrunt-cache", "node_modules", "target", ".venv", "__pycache__"];
    if path.split('/').any(|part| skipped.contains(&part)) {
        return false;
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    if name == ".terraform.lock.hcl" {
        return false;
    }
    let extensions = [
        ".tf",
        ".tofu",
        ".tf.json",
        ".tfvars",
        ".tfvars.json",
        ".tfbackend",
        ".hcl",
        ".log",
        ".txt",
        ".out",
        ".json",
        ".yml",
        ".yaml",
        ".env",
        ".sh",
        ".tflock",
        ".info",
        ".md",
    ];
    extensions.iter().any(|extension| name.ends_with(extension)) || name.starts_with(".env")
}

#[cfg(test)]
mod tests {
    use super::*;
    use stackengine_core::analyze::{Options, analyze};

    #[test]
    fn joined_files_are_examined_like_one_paste() {
        let files = [
            ("ci/plan.log".to_owned(), crate::samples::CLASSIC.to_owned()),
            ("main.tf".to_owned(), "terraform {\n  backend \"s3\" {\n    bucket = \"b-1\"\n    key = \"k\"\n    region = \"eu-west-1\"\n  }\n}\n".to_owned()),
            ("prod.tfvars".to_owned(), "db_name = \"x\"".to_owned()),
        ];
        let mut joined = String::new();
        for (index, (name, text)) in files.iter().enumerate() {
            joined.push_str(&head(name, index == 0, joined.ends_with('\n')));
            joined.push_str(text);
        }
        let analysis = analyze(&joined, &Options::default());
        assert_eq!(analysis.diagnosis.incidents.len(), 1);
        assert!(analysis.fix.blocks.iter().all(|block| block.parses), "{:?}", analysis.fix.blocks);
        assert!(joined.contains("\n# ==== main.tf ====\n"), "{joined}");
    }

    #[test]
    fn folders_give_only_what_may_matter() {
        for (path, wanted) in [
            ("infra/main.tf", true),
            ("infra/.terraform/modules/x/main.tf", false),
            ("infra/.terraform.lock.hcl", false),
            ("infra/.env.production", true),
            ("infra/logo.png", false),
            ("backend.hcl", true),
        ] {
            assert_eq!(is_wanted(path), wanted, "{path}");
        }
    }
}
