//! Generated HCL, in the layout of `terraform fmt`.
//!
//! Every string of the paste goes through [`quote`]. Source: HCL native syntax specification, "Template Expressions"
//! and "Quoted literals", hashicorp/hcl v2. Of a longer run before `{` (`$$${`) readers differ, so each is written `\u0024`.

use super::store::Store;
use std::fmt::Write as _;

/// A string as a quoted HCL literal that cannot end early or open a template.
pub(in crate::fix) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' => {
                let mut count = 1;
                while rest.next_if_eq(&c).is_some() {
                    count += 1;
                }
                let opens = rest.peek() == Some(&'{');
                for _ in 0..count {
                    match (opens, count) {
                        // `$${` stands for `${`.
                        (true, 1) => out.extend([c, c]),
                        (true, _) => _ = write!(out, "\\u{:04x}", u32::from(c)),
                        (false, _) => out.push(c),
                    }
                }
            }
            c if is_invisible(c) => {
                let code = u32::from(c);
                _ = if code > 0xffff { write!(out, "\\U{code:08x}") } else { write!(out, "\\u{code:04x}") };
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Control characters, and those that make a text read otherwise than it is.
pub(in crate::fix) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// A list of quoted strings on one line.
pub(in crate::fix) fn list<S: AsRef<str>>(items: &[S]) -> String {
    let items: Vec<String> = items.iter().map(|item| quote(item.as_ref())).collect();
    format!("[{}]", items.join(", "))
}

/// `name = value` lines with the equals signs in one column. The values are HCL.
pub(in crate::fix) fn attributes(indent: usize, pairs: &[(&str, String)]) -> String {
    let width = pairs.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for (name, value) in pairs {
        _ = writeln!(out, "{:indent$}{name:<width$} = {value}", "");
    }
    out
}

/// A variable without a value of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::fix) struct Variable {
    pub(in crate::fix) name: &'static str,
    /// What to set it to. Ours, never of the paste.
    pub(in crate::fix) description: &'static str,
    /// `string` where empty.
    pub(in crate::fix) kind: &'static str,
    /// HCL; none where the user must say.
    pub(in crate::fix) default: Option<&'static str>,
}

impl Variable {
    pub(in crate::fix) const fn text(name: &'static str, description: &'static str) -> Self {
        Self { name, description, kind: "string", default: None }
    }

    pub(in crate::fix) const fn of(
        name: &'static str,
        kind: &'static str,
        description: &'static str,
        default: Option<&'static str>,
    ) -> Self {
        Self { name, description, kind, default }
    }
}

/// What stands above a template: versions, provider, names, and variables for what the paste does not say.
#[derive(Debug, Default)]
pub(in crate::fix) struct Head {
    /// Comment lines.
    pub(in crate::fix) comment: &'static str,
    /// Source address and version of each provider, by its local name.
    pub(in crate::fix) providers: &'static [(&'static str, &'static str, &'static str)],
    /// The provider's own block: its name, and its arguments.
    pub(in crate::fix) provider: Option<(&'static str, Vec<(&'static str, String)>)>,
    /// Blocks inside the provider's, ready HCL.
    pub(in crate::fix) provider_blocks: &'static str,
    pub(in crate::fix) locals: Vec<(&'static str, String)>,
    pub(in crate::fix) variables: Vec<Variable>,
    /// The oldest Terraform, such as `1.5.0`.
    pub(in crate::fix) at_least: &'static str,
}

impl Head {
    pub(in crate::fix) fn new(store: &Store, comment: &'static str) -> Self {
        // Import blocks came with 1.5; before it they are commands, and the rest needs 1.2.
        let at_least = if store.known.is_before(1, 5) { "1.2.0" } else { "1.5.0" };
        Self { comment, at_least, ..Self::default() }
    }

    /// A name of the paste, or a variable that asks for it. Either way `local.<name>`.
    pub(in crate::fix) fn name(
        &mut self,
        name: &'static str,
        known: Option<&str>,
        description: &'static str,
    ) {
        if let Some(known) = known {
            self.locals.push((name, quote(known)));
        } else {
            self.locals.push((name, format!("var.{name}")));
            self.variables.push(Variable::text(name, description));
        }
    }

    /// A list of names, or a variable that asks for them.
    pub(in crate::fix) fn names(&mut self, name: &'static str, known: &[String], description: &'static str) {
        if known.is_empty() {
            self.locals.push((name, format!("var.{name}")));
            self.variables.push(Variable::of(name, "list(string)", description, None));
        } else {
            self.locals.push((name, list(known)));
        }
    }

    pub(in crate::fix) fn text(&self) -> String {
        let mut out = String::from(self.comment);
        if !self.providers.is_empty() {
            _ = write!(
                out,
                "\nterraform {{\n  required_version = \">= {}\"\n  required_providers {{\n",
                self.at_least
            );
            for (name, source, version) in self.providers {
                _ = write!(
                    out,
                    "    {name} = {{\n      source  = {}\n      version = {}\n    }}\n",
                    quote(source),
                    quote(version)
                );
            }
            out.push_str("  }\n}\n");
        }
        if let Some((name, arguments)) = &self.provider {
            if arguments.is_empty() {
                _ = write!(out, "\nprovider {} {{}}\n", quote(name));
            } else {
                let (blocks, arguments) = (self.provider_blocks, attributes(2, arguments));
                _ = write!(out, "\nprovider {} {{\n{arguments}{blocks}}}\n", quote(name));
            }
        }
        if !self.locals.is_empty() {
            _ = write!(out, "\nlocals {{\n{}}}\n", attributes(2, &self.locals));
        }
        for variable in &self.variables {
            let mut pairs =
                vec![("description", quote(variable.description)), ("type", variable.kind.to_owned())];
            if let Some(default) = variable.default {
                pairs.push(("default", default.to_owned()));
            }
            _ = write!(out, "\nvariable {} {{\n{}}}\n", quote(variable.name), attributes(2, &pairs));
        }
        out.push('\n');
        out
    }
}

/// Names and descriptions of the variables of a file that have no default.
pub(in crate::fix) fn wanted(text: &str) -> Vec<(&str, &str)> {
    text.split("\nvariable \"")
        .skip(1)
        .filter_map(|part| {
            let body = part.split("\n}").next()?;
            let (name, _) = body.split_once('"')?;
            let description = body.lines().find_map(|line| line.trim().strip_prefix("description = "))?;
            (!body.contains("\n  default ")).then_some((name, description.trim_matches('"')))
        })
        .collect()
}

/// `import` blocks for resources that are there already.
pub(in crate::fix) fn imports(pairs: &[(&str, String)]) -> String {
    let mut out = String::new();
    for (to, id) in pairs {
        _ = write!(out, "\nimport {{\n  to = {to}\n  id = {id}\n}}\n");
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn read_back(text: &str) -> String {
        let body: hcl::Body = hcl::parse(&format!("a = {}\n", quote(text))).unwrap();
        let attribute = body.attributes().next().unwrap();
        match &attribute.expr {
            hcl::Expression::String(text) => text.clone(),
            hcl::Expression::TemplateExpr(template) => {
                let template = hcl::Template::from_expr(template).unwrap();
                let mut out = String::new();
                for element in template.elements() {
                    match element {
                        hcl::template::Element::Literal(text) => out.push_str(text),
                        other => panic!("{text:?} opens {other:?}"),
                    }
                }
                out
            }
            other => panic!("{text:?} reads as {other:?}"),
        }
    }

    #[test]
    fn no_string_breaks_out_of_its_quotes() {
        for text in [
            "acme-tfstate",
            "a\"\n}\nresource \"x\" \"y\" {",
            "${file(\"/etc/passwd\")}",
            "$${file(\"/etc/passwd\")}",
            "$$${file(\"/etc/passwd\")}",
            "%{ for x in y }%%{ endfor }%%%{",
            "back\\slash\\",
            "tab\tnul\u{0}bell\u{7} right\u{202e}left \u{e0041}",
            "$ % $$ %% {",
            "é日本",
        ] {
            assert_eq!(read_back(text), text);
        }
    }

    #[test]
    fn no_short_string_of_special_characters_breaks_out() {
        let alphabet = ['$', '%', '{', '}', '"', '\\', '\n', 'a'];
        let mut count = 0;
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            texts =
                texts.iter().flat_map(|text| alphabet.iter().map(move |c| format!("{text}{c}"))).collect();
            for text in &texts {
                assert_eq!(read_back(text), *text);
                count += 1;
            }
        }
        assert_eq!(count, 8 + 64 + 512 + 4096);
    }
}
