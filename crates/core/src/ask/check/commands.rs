//! A model's command beside the release planner's.

use crate::analyze::Analysis;

/// What is known of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Letter by letter one of the plan above: this one.
    Verified(&'static str),
    /// Not ours, but it only reads.
    ReadsOnly,
    /// Suggested by the model, not verified: the reason. It gets no copy button.
    NotVerified(&'static str),
}

impl Verdict {
    /// Whether the page may offer to copy it.
    pub fn may_be_copied(self) -> bool {
        !matches!(self, Self::NotVerified(_))
    }

    /// What the page says beside it.
    pub fn sentence(self) -> String {
        match self {
            Self::Verified(what) => format!("Equal to {what} above."),
            Self::ReadsOnly => "Suggested by the model, not verified. It only reads.".to_owned(),
            Self::NotVerified(why) => format!("Suggested by the model, not verified: {why}."),
        }
    }
}

/// The commands of the plans and of the way to the hardened block. Raw text.
pub(super) struct Known(Vec<(String, &'static str)>);

impl Known {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let mut out: Vec<(String, &'static str)> = Vec::new();
        for incident in &analysis.diagnosis.incidents {
            let unlock = &incident.unlock;
            for command in [&unlock.command, &unlock.command_powershell].into_iter().flatten() {
                out.push((command.clone(), "the release command"));
            }
            out.extend(
                unlock.checks.iter().filter_map(|one| Some((one.command.clone()?, "a check of the plan"))),
            );
            out.extend(unlock.fallbacks.iter().filter_map(|one| {
                Some((one.command.clone()?, "a fallback of the plan; heed its condition"))
            }));
        }
        for step in analysis.fix.blocks.iter().flat_map(|block| &block.migration) {
            let command = step.split_once(": ").map_or(step.as_str(), |(_, command)| command);
            out.push((command.trim_end_matches('.').to_owned(), "a step to the hardened block"));
        }
        Self(out)
    }

    pub(super) fn judge(&self, command: &str) -> Verdict {
        let command = command.trim();
        match self.0.iter().find(|(known, _)| known.trim() == command) {
            Some((_, what)) => Verdict::Verified(what),
            None => judge(command),
        }
    }
}

/// Programs whose use is told by the words that follow them; for [`is_command`].
const PROGRAMS: &[&str] = &[
    "terraform",
    "tofu",
    "terragrunt",
    "atlantis",
    "aws",
    "gcloud",
    "gsutil",
    "az",
    "kubectl",
    "oc",
    "consul",
    "psql",
    "curl",
    "wget",
    "rm",
    "mv",
    "cp",
    "dd",
    "git",
    "oci",
    "aliyun",
    "ossutil",
    "tccli",
    "coscli",
    "sudo",
    "kill",
    "pkill",
    "sh",
    "bash",
    "invoke-webrequest",
    "invoke-restmethod",
    "remove-item",
    "docker",
    "helm",
    "vault",
    "etcdctl",
    "swift",
    "mc",
    "s3cmd",
];

/// Whether a piece of inline code is a command with arguments, not a name.
pub(super) fn is_command(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or("").to_ascii_lowercase();
    let first = first.rsplit(['/', '\\']).next().unwrap_or("");
    words.next().is_some() && PROGRAMS.contains(&first)
}

/// Judges a command that is not ours: what is not known to be harmless is not verified.
pub fn judge(command: &str) -> Verdict {
    if let Some(why) = danger(command) {
        return Verdict::NotVerified(why);
    }
    let hidden =
        command.contains("$(") || command.contains('`') || command.contains("<(") || command.contains(">(");
    let writes =
        command.replace("2>&1", "").replace("2>/dev/null", "").replace(">/dev/null", "").contains('>');
    if hidden {
        return Verdict::NotVerified("it runs another command inside");
    }
    if writes {
        return Verdict::NotVerified("it writes a file");
    }
    if parts(command).iter().all(|part| reads_only(part)) {
        Verdict::ReadsOnly
    } else {
        Verdict::NotVerified("its effect is not known here")
    }
}

/// The simple commands of a line, as words without quotes and backslashes: `r\m` and `"rm"` are `rm`.
fn parts(command: &str) -> Vec<Vec<String>> {
    command
        .replace("&&", "\n")
        .replace("||", "\n")
        .split(['\n', ';', '|', '&'])
        .map(|part| {
            part.split_whitespace()
                .map(|word| {
                    word.chars()
                        .filter(|c| !matches!(c, '"' | '\'' | '\\'))
                        .collect::<String>()
                        .to_ascii_lowercase()
                })
                .filter(|word| !word.is_empty())
                .collect::<Vec<String>>()
        })
        .filter(|words| !words.is_empty())
        .collect()
}

/// The words that name what a command does: without variables, `sudo` and paths of the program.
fn bare(words: &[String]) -> Vec<&str> {
    let mut out: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .skip_while(|word| {
            matches!(
                *word,
                "sudo" | "time" | "nohup" | "env" | "command" | "exec" | "then" | "do" | "xargs" | "{" | "("
            ) || word.split_once('=').is_some_and(|(name, _)| {
                name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            })
        })
        .collect();
    if let Some(first) = out.first_mut() {
        *first = first.rsplit('/').next().unwrap_or(first).trim_start_matches('(').trim_end_matches(".exe");
    }
    out
}

/// Why a command can destroy something; none where no word of it says so.
fn danger(command: &str) -> Option<&'static str> {
    let lower = command.to_ascii_lowercase();
    let dense: String =
        lower.chars().filter(|c| !c.is_whitespace() && !matches!(c, '"' | '\'' | '\\')).collect();
    if dense.contains("-lock=false") {
        return Some("it switches locking off, so that two runs at once can destroy the state");
    }
    parts(command).iter().find_map(|words| danger_of(&bare(words), &lower))
}

fn danger_of(words: &[&str], line: &str) -> Option<&'static str> {
    const UNLOCK: &str = "it releases a lock, and is not the command of the plan";
    const DELETES: &str = "it deletes without the plan's condition";
    const OVERWRITES: &str = "it can overwrite the state";
    let program = *words.first()?;
    let has = |word: &str| words.contains(&word);
    let any = |list: &[&str]| list.iter().any(|word| has(word));
    if words.iter().any(|word| word.contains("force-unlock")) {
        return Some(UNLOCK);
    }
    match program {
        "terraform" | "tofu" | "terragrunt" | "atlantis" => {
            if has("unlock") {
                return Some(UNLOCK);
            }
            if words.iter().any(|word| word.trim_start_matches('-').starts_with("destroy")) {
                return Some("it destroys resources");
            }
            if has("state") && any(&["rm", "push", "mv", "replace-provider"]) {
                return Some("it changes the state");
            }
            if has("workspace") && has("delete") {
                return Some("it deletes a workspace");
            }
            if words.iter().any(|word| {
                let flag = word.trim_start_matches('-');
                word.starts_with('-')
                    && ["force-copy", "migrate-state", "auto-approve", "replace", "force"]
                        .iter()
                        .any(|one| flag.starts_with(one))
            }) {
                return Some("it acts without asking, or moves the state");
            }
            if any(&["apply", "import", "taint", "untaint", "refresh", "run-all", "login", "logout"]) {
                return Some("it changes resources or the state");
            }
        }
        "rm" | "rmdir" | "unlink" | "shred" | "del" | "erase" | "rd" | "remove-item" | "ri" => {
            return Some("it deletes files");
        }
        "dd" | "truncate" | "mkfs" | "tee" | "mv" | "cp" | "install" | "rsync" | "scp" | "ln"
        | "move-item" | "copy-item" | "set-content" | "out-file" => {
            return Some("it writes, moves or overwrites files");
        }
        "kill" | "pkill" | "killall" | "taskkill" | "stop-process" | "reboot" | "shutdown" | "systemctl"
        | "service" => {
            return Some("it ends a process that may be writing the state");
        }
        "curl" | "wget" | "http" | "invoke-webrequest" | "invoke-restmethod" | "iwr" | "irm" => {
            let sends = words.iter().any(|word| {
                word.starts_with("-x")
                    || word.starts_with("--request")
                    || word.starts_with("-d")
                    || word.starts_with("--data")
                    || word.starts_with("-t")
                    || word.starts_with("--upload")
                    || word.starts_with("-f")
                    || word.starts_with("--form")
                    || word.starts_with("--json")
                    || word.starts_with("--post")
                    || word.starts_with("--method")
                    || word.starts_with("-method")
                    || matches!(*word, "delete" | "put" | "post" | "unlock" | "patch")
            });
            return Some(if sends {
                "it sends or deletes something on another host"
            } else {
                "it calls an address that the model chose"
            });
        }
        "find" if any(&["-delete", "-exec", "-execdir", "-ok"]) => {
            return Some("it deletes or runs something for each file");
        }
        "git"
            if any(&[
                "push",
                "reset",
                "clean",
                "checkout",
                "restore",
                "rebase",
                "filter-branch",
                "rm",
                "gc",
            ]) =>
        {
            return Some("it changes or discards work in a repository");
        }
        "psql" | "mysql" | "sqlite3" => {
            let sql = [
                "delete ",
                "drop ",
                "truncate ",
                "update ",
                "insert ",
                "alter ",
                "pg_terminate",
                "pg_cancel",
                "pg_advisory_unlock",
            ];
            if sql.iter().any(|word| line.contains(word)) {
                return Some("it changes the database or ends a session");
            }
        }
        "eval" | "source" | "." | "sh" | "bash" | "zsh" | "python" | "python3" | "perl" | "node"
        | "powershell" | "pwsh" | "iex" | "invoke-expression" => {
            return Some("it runs a script that cannot be seen here");
        }
        _ => {}
    }
    const VERBS: &[&str] = &[
        "delete",
        "destroy",
        "remove",
        "purge",
        "terminate",
        "wipe",
        "drop",
        "break",
        "rm",
        "rb",
        "del",
        "evict",
        "drain",
        "revoke",
    ];
    if words.iter().skip(1).any(|word| {
        let plain = word.trim_start_matches('-');
        VERBS
            .iter()
            .any(|verb| plain == *verb || plain.strip_prefix(verb).is_some_and(|rest| rest.starts_with('-')))
            || plain.split('-').any(|part| matches!(part, "delete" | "destroy" | "terminate" | "purge"))
    }) {
        return Some(DELETES);
    }
    const WRITES: &[&str] = &[
        "put", "update", "patch", "replace", "edit", "apply", "create", "set", "upload", "cp", "mv", "sync",
        "copy", "restore", "write", "modify", "scale", "rollout", "annotate", "label", "exec",
    ];
    let clouds = [
        "aws", "gcloud", "gsutil", "az", "kubectl", "oc", "consul", "oci", "aliyun", "ossutil", "tccli",
        "coscli", "etcdctl", "swift", "vault", "mc", "s3cmd", "docker", "helm",
    ];
    if clouds.contains(&program)
        && words.iter().skip(1).any(|word| {
            !word.starts_with('-')
                && WRITES.iter().any(|verb| {
                    word == verb || word.strip_prefix(verb).is_some_and(|rest| rest.starts_with('-'))
                })
        })
    {
        return Some(OVERWRITES);
    }
    None
}

/// Commands that are known to change nothing.
fn reads_only(words: &[String]) -> bool {
    let words = bare(words);
    let Some(program) = words.first().copied() else {
        // Only variables are set.
        return true;
    };
    let has = |list: &[&str]| words.iter().skip(1).any(|word| list.contains(word));
    let verb = |starts: &[&str]| {
        words.iter().skip(1).filter(|word| !word.starts_with('-')).any(|word| {
            starts.iter().any(|start| {
                *word == *start || word.strip_prefix(start).is_some_and(|rest| rest.starts_with('-'))
            })
        })
    };
    match program {
        "cat" | "ls" | "head" | "tail" | "grep" | "jq" | "wc" | "sort" | "uniq" | "diff" | "less" | "pwd"
        | "whoami" | "hostname" | "date" | "ps" | "pgrep" | "echo" | "printf" | "sha256sum" | "shasum"
        | "stat" | "file" | "which" | "cd" | "uptime" | "who" | "get-process" | "get-content"
        | "select-string" | "base64" | "cut" | "tr" | "lsof" | "nslookup" | "dig" | "true" => true,
        "terraform" | "tofu" | "terragrunt" => {
            // `init` without a flag asks before it moves anything.
            let first =
                words.iter().skip(1).find(|word| !word.starts_with('-')).copied().unwrap_or("version");
            match first {
                "plan" | "validate" | "version" | "output" | "show" | "providers" | "graph" | "fmt"
                | "console" | "init" | "get" => true,
                "state" => has(&["list", "show", "pull"]),
                "workspace" => has(&["list", "show"]),
                _ => false,
            }
        }
        "git" => has(&["status", "log", "diff", "blame", "show"]),
        "aws" => verb(&["get", "describe", "list", "head", "ls", "scan", "query", "lookup", "batch-get"]),
        "gcloud" | "gsutil" | "az" | "oci" | "aliyun" | "tccli" | "consul" | "ossutil" | "coscli" => verb(&[
            "describe", "list", "ls", "stat", "cat", "show", "get", "du", "head", "info", "members", "export",
        ]),
        "kubectl" | "oc" => verb(&["get", "describe", "logs", "version", "explain"]),
        "psql" => words.iter().any(|word| word.contains("select")) || has(&["-l"]),
        _ => false,
    }
}
