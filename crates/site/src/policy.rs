//! Every page carries a strict policy, and nothing in it that the policy would have to be loosened for.

use crate::dist::Dist;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

/// Sources that no policy of ours holds: code from anywhere, and hosts that anybody can own.
const FORBIDDEN: [&str; 6] = ["'unsafe-inline'", "'unsafe-eval'", "'strict-dynamic'", "http:", "https:", "*"];

/// A source that names one inline script or style.
pub(crate) fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes())))
}

pub(crate) fn check(dist: &Dist) -> Result<(), String> {
    let mut faults = Vec::new();
    for page in dist.files()?.iter().filter(|name| name.ends_with(".html")) {
        let text = dist.text(page)?;
        faults.extend(faults_of(&text).into_iter().map(|fault| format!("{page}: {fault}")));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn faults_of(page: &str) -> Vec<String> {
    let mut out = Vec::new();
    let policy = page
        .split("http-equiv=\"Content-Security-Policy\" content=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or("")
        .replace("&#39;", "'");
    if !policy.starts_with("default-src 'none'") {
        out.push("its policy does not begin with default-src 'none'".to_owned());
    }
    for word in policy.split([' ', ';']) {
        if FORBIDDEN.contains(&word) || word.contains("*.") {
            out.push(format!("its policy holds {word}"));
        }
    }
    for tag in page.split("<script").skip(1) {
        let (attributes, body) = tag.split_once('>').unwrap_or((tag, ""));
        let is_data = attributes.replace("&quot;", "\"").contains("type=\"application/");
        let inline = body.split("</script").next().unwrap_or("");
        // In the single file a document stands within an attribute.
        let meant = inline.replace("&quot;", "\"").replace("&amp;", "&");
        let is_inline = !attributes.contains(" src=") && !is_data && !inline.trim().is_empty();
        if is_inline && !policy.contains(&hash(inline)) && !policy.contains(&hash(&meant)) {
            out.push("it has an inline script".to_owned());
        }
    }
    for attribute in [" style=\"", " onload=\"", " onclick=\"", " onerror=\"", "javascript:"] {
        if page.contains(attribute) {
            out.push(format!("it has {}", attribute.trim()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">";

    #[test]
    fn inline_code_and_loose_policies_stop_the_build() {
        assert_eq!(faults_of(&format!("{HEAD}<script src=\"./a.js\"></script>")), Vec::<String>::new());
        assert_eq!(faults_of(&format!("{HEAD}<script>go()</script>")), ["it has an inline script"]);
        let named = HEAD.replace("'self'", &format!("'self' {}", hash("go()")));
        assert_eq!(faults_of(&format!("{named}<script>go()</script>")), Vec::<String>::new());
        assert_eq!(faults_of(&format!("{named}<script>go(1)</script>")), ["it has an inline script"]);
        assert_eq!(faults_of(&format!("{HEAD}<p style=\"x\">")), ["it has style=\""]);
        assert_eq!(faults_of("<p>"), ["its policy does not begin with default-src 'none'"]);
        let loose = HEAD.replace("'self'", "'self' 'unsafe-inline'");
        assert_eq!(faults_of(&loose), ["its policy holds 'unsafe-inline'"]);
        for (hosts, fault) in [
            ("https:", Some("https:")),
            ("*", Some("*")),
            ("https://*.example.com", Some("https://*.example.com")),
            ("https://api.example.com http://localhost:*", None),
        ] {
            let policy = HEAD.replace("'self'", &format!("'self'; connect-src {hosts}"));
            let wanted: Vec<String> =
                fault.map(|fault| format!("its policy holds {fault}")).into_iter().collect();
            assert_eq!(faults_of(&policy), wanted, "{hosts}");
        }
    }
}
