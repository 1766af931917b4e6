//! The Markdown that models write: headings, paragraphs, lists, fenced code. Anything else is prose, shown as it
//! stands.

use super::Segment;

/// Reads Markdown, whole or cut anywhere.
pub(super) fn read(text: &str) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    let mut prose = String::new();
    let mut section = Section::Other;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if let Some(fence) = Fence::open(trimmed) {
            let file = fence.file().or_else(|| named_file(&mut prose, &mut out));
            let indent = line.len() - line.trim_start().len();
            let mut code = String::new();
            let mut open = true;
            for line in lines.by_ref() {
                if fence.closes(line.trim()) {
                    open = false;
                    break;
                }
                let own = line.len() - line.trim_start().len();
                code.push_str(line.get(indent.min(own)..).unwrap_or(line));
                code.push('\n');
            }
            let language = fence.language();
            let is_shell = match language.as_deref() {
                Some(
                    "sh" | "bash" | "shell" | "console" | "zsh" | "powershell" | "pwsh" | "shellsession"
                    | "terminal",
                ) => true,
                None | Some("text" | "") => section == Section::Commands && file.is_none(),
                Some(_) => false,
            };
            if is_shell && file.is_none() {
                let purpose = last_sentence(&mut prose, section);
                paragraph(&mut prose, section, &mut out);
                out.extend(commands(&code, purpose));
            } else {
                paragraph(&mut prose, section, &mut out);
                let language = language.or_else(|| file.as_deref().and_then(language_of).map(str::to_owned));
                out.push(Segment::Code { language, file, text: code, open });
            }
            continue;
        }
        if trimmed.is_empty() {
            paragraph(&mut prose, section, &mut out);
        } else if let Some(heading) = heading(trimmed) {
            paragraph(&mut prose, section, &mut out);
            section = Section::of(heading);
            out.push(Segment::Heading(heading.to_owned()));
        } else if let Some(item) = item(trimmed) {
            paragraph(&mut prose, section, &mut out);
            prose.push_str(item);
            while let Some(next) = lines.next_if(|next| {
                let text = next.trim();
                next.starts_with("  ")
                    && !text.is_empty()
                    && self::item(text).is_none()
                    && Fence::open(text).is_none()
            }) {
                prose.push(' ');
                prose.push_str(next.trim());
            }
            let text = std::mem::take(&mut prose);
            out.push(if section == Section::Warnings { Segment::Warning(text) } else { Segment::Item(text) });
        } else {
            if !prose.is_empty() {
                prose.push('\n');
            }
            prose.push_str(trimmed);
        }
    }
    paragraph(&mut prose, section, &mut out);
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Commands,
    Warnings,
    Other,
}

impl Section {
    fn of(heading: &str) -> Self {
        let lower = heading.to_ascii_lowercase();
        let has = |list: &[&str]| list.iter().any(|word| lower.contains(word));
        if has(&["warning", "caution", "careful", "risk"]) {
            Self::Warnings
        } else if has(&["command", "steps"]) {
            Self::Commands
        } else {
            Self::Other
        }
    }
}

fn paragraph(prose: &mut String, section: Section, out: &mut Vec<Segment>) {
    let text = std::mem::take(prose);
    if !text.trim().is_empty() {
        out.push(if section == Section::Warnings { Segment::Warning(text) } else { Segment::Prose(text) });
    }
}

fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    ((1..=6).contains(&level) && text.starts_with(' ')).then(|| text.trim().trim_end_matches('#').trim())
}

fn item(line: &str) -> Option<&str> {
    if let Some(text) = ["- ", "* ", "+ ", "• "].iter().find_map(|mark| line.strip_prefix(mark)) {
        return Some(text.trim());
    }
    let digits = line.find(|c: char| !c.is_ascii_digit())?;
    let rest = line.get(digits..)?;
    let text = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
    (1..=3).contains(&digits).then(|| text.trim())
}

/// What stands before a command says what it is for.
fn last_sentence(prose: &mut String, section: Section) -> Option<String> {
    if section != Section::Commands || prose.trim().is_empty() {
        return None;
    }
    Some(std::mem::take(prose).trim().trim_end_matches(':').to_owned())
}

/// The name of the file, where the line before the fence is one: `` `main.tf` ``, `**main.tf**`, `File: main.tf`.
fn named_file(prose: &mut String, out: &mut Vec<Segment>) -> Option<String> {
    let name = |line: &str| {
        let line = line.trim().trim_end_matches(':');
        let line = line.trim_matches(['*', '`', '_', '"', ' ']);
        let line = ["File: ", "file: ", "Filename: ", "File "]
            .iter()
            .find_map(|lead| line.strip_prefix(lead))
            .unwrap_or(line);
        let line = line.trim_matches(['*', '`', ' ', ':']);
        is_file_name(line).then(|| line.to_owned())
    };
    if prose.is_empty() {
        let found = match out.last()? {
            Segment::Prose(text) | Segment::Heading(text) | Segment::Item(text) => name(text)?,
            _ => return None,
        };
        out.pop();
        return Some(found);
    }
    let (before, last) =
        prose.rsplit_once('\n').map_or(("", prose.as_str()), |(before, last)| (before, last));
    let found = name(last)?;
    *prose = before.to_owned();
    Some(found)
}

fn is_file_name(text: &str) -> bool {
    const ENDS: &[&str] = &[
        ".tf",
        ".tf.json",
        ".tfvars",
        ".tfbackend",
        ".hcl",
        ".tofu",
        ".yml",
        ".yaml",
        ".json",
        ".sh",
        ".ps1",
        ".md",
        ".rego",
        ".toml",
        ".txt",
        ".groovy",
        "jenkinsfile",
        "makefile",
        "dockerfile",
        ".gitignore",
        ".sql",
        ".py",
        ".env",
    ];
    let lower = text.to_ascii_lowercase();
    !text.is_empty()
        && text.len() <= 200
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '/' | '-' | '_'))
        && ENDS.iter().any(|end| lower.ends_with(end))
}

/// The language of a file, by its name.
pub(super) fn language_of(file: &str) -> Option<&'static str> {
    const LANGUAGES: &[(&str, &str)] = &[
        (".tf.json", "json"),
        (".tf", "hcl"),
        (".tofu", "hcl"),
        (".tfvars", "hcl"),
        (".tfbackend", "hcl"),
        (".hcl", "hcl"),
        (".yml", "yaml"),
        (".yaml", "yaml"),
        (".json", "json"),
        (".sh", "sh"),
        (".ps1", "powershell"),
        (".md", "markdown"),
    ];
    let lower = file.to_ascii_lowercase();
    LANGUAGES.iter().find(|(end, _)| lower.ends_with(end)).map(|(_, language)| *language)
}

/// A file's text that the model fenced once more.
pub(super) fn without_fence(text: &str) -> String {
    let trimmed = text.trim();
    let inner = trimmed.strip_prefix("```").and_then(|rest| rest.split_once('\n')).map(|(_, rest)| rest);
    match inner {
        Some(inner) => inner.trim_end().trim_end_matches("```").to_owned(),
        None => text.to_owned(),
    }
}

struct Fence<'t> {
    mark: char,
    length: usize,
    info: &'t str,
}

impl<'t> Fence<'t> {
    fn open(line: &'t str) -> Option<Self> {
        let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let info = line.trim_start_matches(mark);
        let length = line.len() - info.len();
        (length >= 3 && !info.contains('`')).then_some(Self { mark, length, info: info.trim() })
    }

    fn closes(&self, line: &str) -> bool {
        line.len() >= self.length && line.chars().all(|c| c == self.mark)
    }

    fn language(&self) -> Option<String> {
        let word = self.info.split([' ', ':', '{', ',']).next().unwrap_or("").trim();
        let word = word.to_ascii_lowercase();
        (!word.is_empty() && !is_file_name(&word)).then(|| match word.as_str() {
            "terraform" | "tf" | "opentofu" => "hcl".to_owned(),
            _ => word,
        })
    }

    fn file(&self) -> Option<String> {
        self.info
            .split([' ', ':', ',', '{', '}'])
            .map(|word| word.rsplit_once('=').map_or(word, |(_, value)| value).trim_matches(['"', '\'']))
            .find(|word| is_file_name(word) && word.contains('.'))
            .map(str::to_owned)
    }
}

/// The command lines of a shell block. A script that is more than lines of commands stays one piece of code.
pub(super) fn commands(code: &str, purpose: Option<String>) -> Vec<Segment> {
    let script = code.lines().map(str::trim).any(|line| {
        line.starts_with("#!")
            || line.contains("<<")
            || ["if ", "for ", "while ", "until ", "case ", "function "]
                .iter()
                .any(|word| line.starts_with(word))
            || line.ends_with('{')
    });
    if script {
        return vec![Segment::Code {
            language: Some("sh".to_owned()),
            file: None,
            text: code.to_owned(),
            open: false,
        }];
    }
    let mut out = Vec::new();
    let mut purpose = purpose;
    let mut command = String::new();
    for line in code.lines() {
        let line = line.trim();
        let line =
            ["$ ", "> ", "PS> ", "% "].iter().find_map(|prompt| line.strip_prefix(prompt)).unwrap_or(line);
        if command.is_empty() {
            if line.is_empty() {
                continue;
            }
            if let Some(comment) = line.strip_prefix('#') {
                let comment = comment.trim();
                if !comment.is_empty() {
                    purpose = Some(comment.to_owned());
                }
                continue;
            }
        }
        if let Some(start) = line.strip_suffix('\\') {
            command.push_str(start.trim_end());
            command.push(' ');
            continue;
        }
        command.push_str(line);
        out.push(Segment::Command { text: std::mem::take(&mut command), purpose: purpose.take() });
    }
    if !command.trim().is_empty() {
        out.push(Segment::Command { text: command.trim_end().to_owned(), purpose });
    }
    out
}
