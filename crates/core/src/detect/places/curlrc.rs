//! Lines of curl's configuration: `user = "name:x"`, which `-u` is on the command line.

use crate::detect::Finder;
use crate::detect::marks::Marks;
use crate::detect::values;

/// The literals that this file looks for.
pub(super) const MARKS: [&str; 4] = ["user = \"", "user=\"", "user = '", "user = "];

/// How far around a line its file is looked for.
const NEAR: usize = 600;

/// The password behind the user's name, where the file is curl's or where it reads like a password.
pub(in crate::detect) fn curlrc(finder: &mut Finder<'_>, marks: &Marks) {
    for mark in MARKS {
        for here in marks.place(mark) {
            let quoted = mark.ends_with(['"', '\'']);
            let from = here + mark.len() - usize::from(quoted);
            // `user = "x"` is a hit of the shorter one, too.
            if !quoted && matches!(finder.bytes.get(from), Some(b'"' | b'\'' | b' ')) {
                continue;
            }
            let line = values::line_start(finder.bytes, here);
            let head = finder.text.get(line..here).unwrap_or("?");
            let head = head.strip_suffix("proxy-").unwrap_or(head);
            if !(head.trim().is_empty() || head.ends_with(['"', '\''])) {
                continue;
            }
            let Some(value) = values::word(finder.bytes, from) else { continue };
            let Some((name, password)) =
                finder.text.get(value.start..value.end).and_then(|body| body.split_once(':'))
            else {
                continue;
            };
            let told = values::is_tokenish(password)
                || values::is_chosen(password)
                || values::is_drawn_mixed(password)
                || password.len() >= 4 && is_of_curl(finder, line, value.end);
            // `root:root`, `1000:1000` of a container.
            let is_number = password.bytes().all(|byte| byte.is_ascii_digit());
            if told && name != password && !name.is_empty() && !(is_number && password.len() < 6) {
                let start = value.start + name.len() + 1;
                finder.add_literal(start, value.end, "curl-user", "PASSWORD");
            }
        }
    }
}

/// Whether what stands around a line is a configuration of curl's.
fn is_of_curl(finder: &Finder<'_>, start: usize, end: usize) -> bool {
    let near = finder.bytes.get(start.saturating_sub(NEAR)..finder.bytes.len().min(end + NEAR));
    near.is_some_and(|near| {
        [&b"curlrc"[..], b"curl ", b"url = ", b"header = ", b"\nproxy = "]
            .iter()
            .any(|word| crate::text::find_bytes(near, word).is_some())
    })
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_user_of_curls_file_has_a_password() {
        for text in [
            "# ~/.curlrc\nuser = \"svc:maplewood\"\n",
            "url = \"https://a.example.com\"\nproxy-user = svc:maplewood\n",
            "curl -K - <<< 'user = \"svc:maplewood\"'\n",
        ] {
            assert_eq!(hidden(text), ["maplewood"], "{text}");
        }
        assert_eq!(hidden("user = \"svc:Kq7Zx2Vb9Lm4tR8w\"\n"), ["Kq7Zx2Vb9Lm4tR8w"]);
        for text in [
            "user = \"root:root\"\n",
            "user = \"1000:1000\"\n",
            "user = \"deploy:staff\"\n",
            "user = \"svc\"\ncurl x\n",
            "services:\n  app:\n    user: \"1000:1000\"\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }
}
