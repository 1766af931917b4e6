//! Templates: real files, of which some parts are left out.
//!
//! A line `#:if word` begins a part that is kept where the word is on, `#:if !word` where it is off; `#:end` ends it.
//! Both are comments, so that a template is itself a legal file of its kind. Values of the paste never go through
//! here: they stand in the generated head, quoted by [`super::hcl`].

/// The template without the parts that are off.
pub(in crate::fix) fn pick(template: &str, on: &[(&str, bool)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut kept: Vec<bool> = Vec::new();
    for line in template.lines() {
        if let Some(word) = line.trim_start().strip_prefix("#:if ") {
            let word = word.trim();
            let (word, wanted) = word.strip_prefix('!').map_or((word, true), |word| (word, false));
            let is_on = on.iter().any(|(name, is_on)| *name == word && *is_on);
            kept.push(is_on == wanted);
        } else if line.trim() == "#:end" {
            kept.pop();
        } else if kept.iter().all(|kept| *kept) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_are_off_are_left_out() {
        let template = "a\n#:if x\nb\n  #:if !y\n  c\n  #:end\n#:end\n#:if !x\nd\n#:end\ne\n";
        assert_eq!(pick(template, &[("x", true)]), "a\nb\n  c\ne\n");
        assert_eq!(pick(template, &[("x", true), ("y", true)]), "a\nb\ne\n");
        assert_eq!(pick(template, &[("x", false)]), "a\nd\ne\n");
    }
}
