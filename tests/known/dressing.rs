//! What terminals, CI systems, chats, log collectors and people make of a text. Ours, from the formats' own
//! documentation, none taken from a corpus.

use super::quoted;

/// One way to dress a text.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "independent traits of a format")]
pub(crate) struct Dressing {
    pub(crate) name: &'static str,
    pub(crate) dress: fn(&str) -> String,
    /// Blanks at the ends of lines or between words are lost.
    pub(crate) loses_blanks: bool,
    /// Takes every line's room: another one around it may not re-wrap.
    pub(crate) is_wrap: bool,
    /// Makes one line, or one string, of the whole.
    pub(crate) is_one_line: bool,
    /// Tells that Terragrunt, Atlantis and the like printed it.
    pub(crate) names_tool: bool,
}

const fn new(name: &'static str, dress: fn(&str) -> String) -> Dressing {
    Dressing { name, dress, loses_blanks: false, is_wrap: false, is_one_line: false, names_tool: false }
}

const fn loses(one: Dressing) -> Dressing {
    Dressing { loses_blanks: true, ..one }
}
const fn wraps(one: Dressing) -> Dressing {
    Dressing { is_wrap: true, ..one }
}
const fn line(one: Dressing) -> Dressing {
    Dressing { is_one_line: true, ..one }
}
const fn tool(one: Dressing) -> Dressing {
    Dressing { names_tool: true, ..one }
}

fn each(text: &str, change: impl Fn(usize, &str) -> String) -> String {
    text.lines().enumerate().map(|(at, line)| change(at, line)).collect::<Vec<_>>().join("\n")
}

fn before(text: &str, prefix: &str) -> String {
    each(text, |_, line| format!("{prefix}{line}"))
}

fn trimmed(text: &str) -> String {
    each(text, |_, line| line.trim_end().to_owned())
}

fn wrap(text: &str, width: usize) -> String {
    each(text, |_, line| {
        let chars: Vec<char> = line.chars().collect();
        if chars.is_empty() {
            return String::new();
        }
        chars.chunks(width).map(|chunk| chunk.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
    })
}

fn boxed(text: &str) -> String {
    format!("╷\n{}\n╵", before(text, "│ "))
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

pub(crate) const DRESSINGS: &[Dressing] = &[
    // Terminals.
    new("box", boxed),
    new("old box", |text| format!("+---\n{}\n+---", before(text, "| "))),
    loses(new("box, right edge", |text| {
        let width = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        each(text, |_, line| format!("│ {line}{} │", " ".repeat(width - line.chars().count())))
    })),
    new("box, bytes misread", |text| before(text, "â”‚ ")),
    new("colour", |text| before(text, "\u{1b}[31m").replace('\n', "\u{1b}[0m\n")),
    new("colour box", |text| each(text, |_, line| format!("\u{1b}[31m│\u{1b}[0m \u{1b}[0m\u{1b}[0m{line}"))),
    new("caret colour", |text| each(text, |_, line| format!("^[[31m{line}^[[0m^M"))),
    new("lost escapes", |text| each(text, |_, line| format!("[31m│[0m [0m{line}[0m"))),
    new("crlf", |text| text.replace('\n', "\r\n")),
    new("cr", |text| text.replace('\n', "\r")),
    new("blanks do not break", |text| text.replace(' ', "\u{a0}")),
    loses(new("tabs", |text| each(text, |_, line| line.replacen("  ", "\t", 1).replace("   ", "\t")))),
    loses(new("right trimmed", trimmed)),
    loses(new("blanks lost", |text| {
        each(text, |_, line| line.split_whitespace().collect::<Vec<_>>().join(" "))
    })),
    new("double spaced", |text| text.replace('\n', "\n\n")),
    new("no empty lines", |text| {
        text.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
    }),
    wraps(new("wrapped 80", |text| wrap(text, 80))),
    wraps(new("wrapped 60", |text| wrap(text, 60))),
    wraps(new("wrapped 40", |text| wrap(text, 40))),
    wraps(new("box wrapped 80", |text| wrap(&boxed(text), 80))),
    wraps(new("box wrapped 60", |text| wrap(&boxed(text), 60))),
    wraps(new("box wrapped 40", |text| wrap(&boxed(text), 40))),
    wraps(new("tmux pane", |text| {
        let mut out = wrap(text, 100);
        out.push_str("\n~\n~\n[0] 0:bash*                                   \"host\" 02:46 24-Nov-26\n");
        out
    })),
    new("prompt", |text| format!("user@host:~/infra$ terraform plan\n{text}\nuser@host:~/infra$ \n")),
    // CI.
    new("github", |text| {
        each(text, |at, line| {
            format!("2026-03-04T05:06:{:02}.{:07}Z {line}", at % 60, at * 1_237 % 9_999_999)
        })
    }),
    new("github error", |text| each(text, |_, line| format!("2026-03-04T05:06:07.1234567Z ##[error]{line}"))),
    new("github web", |text| {
        format!(
            "Run terraform plan -no-color\n{text}\nError: Terraform exited with code 1.\nError: Process completed with exit code 1."
        )
    }),
    new("github annotation", |text| {
        format!("::error::Terraform exited with code 1.\n::debug::stderr: {text}")
    }),
    new("gh run view", |text| before(text, "plan\tTerraform Plan\t2026-11-24T02:31:07.4129834Z ")),
    new("gh run view, unknown step", |text| {
        before(text, "plan / prod (eu)\tUNKNOWN STEP\t\u{feff}2026-11-24T02:31:07.4129834Z ")
    }),
    new("gitlab", |text| before(text, "2026-03-04T05:06:07.123456Z 01E ")),
    new("gitlab sections", |text| {
        format!(
            "\u{1b}[0Ksection_start:1560896352:step_script\r\u{1b}[0K\u{1b}[0K\u{1b}[36;1mExecuting \"step_script\"\u{1b}[0;m\n$ terraform plan\n{text}\nsection_end:1560896353:step_script\r\u{1b}[0KERROR: Job failed: exit code 1\n"
        )
    }),
    new("jenkins", |text| before(text, "[2026-03-04T05:06:07.123Z] ")),
    new("jenkins clock", |text| before(text, "05:06:07  ")),
    new("jenkins branch", |text| before(text, "[prod] ")),
    new("jenkins all", |text| {
        format!(
            "[Pipeline] sh\n+ terraform plan\n{}\n[Pipeline] }}",
            before(text, "[2026-03-04T05:06:07.123Z] [prod] ")
        )
    }),
    new("azure", |text| before(text, "2026-03-04T05:06:07.1234567Z ")),
    new("azure error", |text| {
        format!(
            "##[section]Starting: plan\n{}\n##[error]Bash exited with code '1'.",
            before(text, "2026-03-04T05:06:07.1234567Z ##[error]")
        )
    }),
    new("bitbucket", |text| {
        format!(
            "+ terraform plan -input=false\n{text}\nSearching for test report files in directories named [test-results]\n"
        )
    }),
    new("buildkite", |text| before(text, "\u{1b}_bk;t=1700000000000\u{7}")),
    line(new("circleci", |text| {
        format!("[{{\"message\":{},\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"out\"}}]", quoted(text))
    })),
    new("cloud build", |text| before(text, "Step #2 - \"plan\": ")),
    new("teamcity", |text| before(text, "[02:46:18]W:\t [Step 1/2] ")),
    new("octopus", |text| before(text, "02:46:18   Error    |       ")),
    new("codebuild", |text| {
        format!(
            "[Container] 2026/11/24 02:46:18.123 Running command terraform plan\n{text}\n[Container] 2026/11/24 02:46:20.000 Command did not exit successfully terraform plan exit status 1"
        )
    }),
    new("drone", |text| each(text, |at, line| format!("[plan:{at}] {line}"))),
    new("docker build", |text| {
        each(text, |at, line| format!("#12 {}.{:03} {line}", at / 10 + 1, at * 7 % 1000))
    }),
    // Containers and system logs.
    new("compose", |text| before(text, "infra-terraform-1  | ")),
    new("cri", |text| before(text, "2026-03-04T05:06:07.123456789Z stderr F ")),
    new("kubectl prefix", |text| before(text, "[pod/tf-runner-x8k2p/terraform] ")),
    new("stern", |text| before(text, "tf-runner-x8k2p terraform ")),
    new("journal", |text| before(text, "Nov 24 02:46:18 build-01 terraform[1234]: ")),
    new("journal iso", |text| before(text, "2026-11-24T02:46:18+0000 build-01 terraform[1234]: ")),
    new("syslog 5424", |text| before(text, "<11>1 2026-11-24T02:46:18.003Z build-01 terraform 1234 - - ")),
    new("python log", |text| before(text, "2026-11-24 02:46:18,123 - terraform - ERROR - ")),
    new("java log", |text| {
        before(text, "2026-11-24 02:46:18.123 ERROR 17 --- [pool-1-thread-3] c.acme.TerraformRunner : ")
    }),
    new("cloudwatch", |text| before(text, "2026-11-24T02:46:18.123Z\t")),
    // Terragrunt.
    tool(new("terragrunt", |text| before(text, "05:06:07.123 STDERR [live/vpc] terraform: "))),
    tool(new("terragrunt alone", |text| before(text, "05:06:07.123 STDERR terraform: "))),
    tool(new("terragrunt old", |text| before(text, "[/infra/live/vpc] "))),
    tool(new("terragrunt summary", |text| {
        format!(
            "{}\n05:06:08.001 ERROR  [live/vpc] Failed to execute \"terraform apply\" in ./live/vpc\n{}\n  exit status 1\n",
            before(text, "05:06:07.123 STDERR [live/vpc] terraform: "),
            before(text, "  ")
        )
    })),
    tool(new("terragrunt bare", |text| {
        format!(
            "{text}\nERRO[0003] Failed to execute \"terraform apply\" in ./live/vpc\n{text}\nexit status 1\n"
        )
    })),
    tool(new("terragrunt key value", |text| {
        each(text, |_, line| {
            format!(
                "time=2026-01-31T13:25:33Z level=stderr prefix=live/vpc tf-path=terraform msg={}",
                if line.contains(' ') || line.is_empty() { quoted(line) } else { line.to_owned() }
            )
        })
    })),
    tool(new("terragrunt json", |text| {
        each(text, |_, line| {
            format!(
                "{{\"level\":\"stderr\",\"msg\":{},\"prefix\":\"live/vpc\",\"tf-path\":\"terraform\",\"time\":\"2026-01-31T13:25:33Z\"}}",
                quoted(line)
            )
        })
    })),
    tool(new("atlantis", |text| {
        format!(
            "Ran Plan for dir: `live/vpc` workspace: `default`\n\n**Plan Error**\n<details><summary>Show Output</summary>\n\n```\nexit status 1: running \"sh -c\" \"terraform plan\" in \"/home/atlantis/.atlantis/repos/acme/infra/42/default\":\n{text}\n```\n</details>\n"
        )
    })),
    // People.
    new("quote", |text| before(text, "> ")),
    new("quote twice", |text| before(text, "> > ")),
    new("email quote", |text| before(text, ">> ")),
    new("slack quote", |text| before(text, "&gt; ")),
    new("fence", |text| format!("It says\n```\n{text}\n```\nwhat now?")),
    new("fence with language", |text| format!("~~~console\n{text}\n~~~\n")),
    new("list", |text| {
        text.lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| format!("- {line}"))
            .collect::<Vec<_>>()
            .join("\n")
    }),
    new("dots", |text| {
        text.lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| format!("• {line}"))
            .collect::<Vec<_>>()
            .join("\n")
    }),
    new("indent", |text| before(text, "        ")),
    new("tab indent", |text| before(text, "\t")),
    new("comment", |text| before(text, "# ")),
    new("slashes", |text| before(text, "// ")),
    new("diff added", |text| before(text, "+")),
    new("diff removed", |text| before(text, "-")),
    new("diff same", |text| before(text, " ")),
    new("numbers", |text| each(text, |at, line| format!("{:>4} {line}", at + 1))),
    new("numbers, colon", |text| each(text, |at, line| format!("{}: {line}", at + 1))),
    new("numbers, bar", |text| each(text, |at, line| format!("{:>4} | {line}", at + 1))),
    new("numbers, tab", |text| each(text, |at, line| format!("{:>6}\t{line}", at + 1))),
    new("grep", |text| each(text, |at, line| format!("logs/plan.log:{}:{line}", at + 1))),
    new("table", |text| each(text, |_, line| format!("| {line} |"))),
    new("smart quotes", |text| {
        let mut open = false;
        text.chars()
            .map(|c| match c {
                '"' => {
                    open = !open;
                    if open { '\u{201c}' } else { '\u{201d}' }
                }
                c => c,
            })
            .collect()
    }),
    new("after a log", |text| {
        format!(
            "Initializing the backend...\n\nPlan: 1 to add, 0 to change, 0 to destroy.\n\n{text}\n\nERROR: Job failed: exit code 1\n"
        )
    }),
    new("letter", |text| {
        format!(
            "Hallo zusammen,\n\nseit heute früh bekomme ich diesen Fehler und weiß nicht weiter:\n\n{text}\n\nKönnt ihr bitte helfen? Die State-Datei liegt im Bucket.\n\nViele Grüße\nJörg\n"
        )
    }),
    new("japanese", |text| {
        format!(
            "次のエラーが出ます。ロックを解除する方法を教えてください。\n\n{text}\n\nよろしくお願いします。\n"
        )
    }),
    // Strings in strings.
    line(new("json string", |text| format!("{{\"level\":\"error\",\"msg\":{}}}", quoted(text)))),
    line(new("json pretty", |text| {
        format!("{{\n  \"level\": \"error\",\n  \"error\": {{\n    \"message\": {}\n  }}\n}}\n", quoted(text))
    })),
    line(new("json twice", |text| {
        quoted(&format!("{{\"log\":{}}}", quoted(&format!("{{\"message\":{}}}", quoted(text)))))
    })),
    line(new("docker json", |text| {
        each(text, |_, line| {
            format!(
                "{{\"log\":{},\"stream\":\"stderr\",\"time\":\"2026-01-01T00:00:00.123456789Z\"}}",
                quoted(&format!("{line}\n"))
            )
        })
    })),
    line(new("ansible", |text| {
        format!(
            "fatal: [localhost]: FAILED! => {{\"changed\": false, \"cmd\": [\"terraform\", \"plan\"], \"msg\": \"non-zero return code\", \"rc\": 1, \"stderr\": {}, \"stdout\": \"\"}}",
            quoted(text)
        )
    })),
    line(new("ansible lines", |text| {
        format!(
            "fatal: [localhost]: FAILED! => {{\"rc\": 1, \"stderr_lines\": [{}]}}",
            text.lines().map(quoted).collect::<Vec<_>>().join(", ")
        )
    })),
    line(new("logrus", |text| format!("time=\"2026-01-01T00:00:00Z\" level=error msg={}", quoted(text)))),
    line(new("zap", |text| {
        format!(
            "2026-01-01T00:00:00.000Z\tERROR\tcontroller\tReconciler error\t{{\"error\": {}}}",
            quoted(text)
        )
    })),
    line(new("escaped", |text| format!("level=error err={}", quoted(text)))),
    line(new("escaped twice", |text| format!("level=error err={}", quoted(&quoted(text))))),
    line(new("python bytes", |text| {
        format!(
            "subprocess.CalledProcessError: stderr=b'{}'",
            text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n")
        )
    })),
    line(new("yaml literal", |text| {
        format!(
            "status:\n  conditions:\n  - message: |\n{}\n    reason: TFExecPlanFailed\n",
            before(text, "      ")
        )
    })),
    new("html", |text| format!("<pre>{}</pre>", html(text))),
    new("html breaks", |text| {
        format!("<p>{}</p>", html(text).replace("  ", "&nbsp; ").replace('\n', "<br/>\n"))
    }),
    line(new("html one line", |text| {
        format!(
            "<td class=\"blob-code\">{}</td>",
            html(text).replace("  ", "&nbsp;&nbsp;").replace('\n', "<br>")
        )
    })),
    new("html rows", |text| {
        each(text, |at, line| {
            format!(
                "<tr><td data-line-number=\"{at}\"></td><td><span class=\"x\">{}</span></td></tr>",
                html(line)
            )
        })
    }),
    loses(line(new("one line", super::outer::flat))),
    loses(line(new("one line in a log", |text| {
        format!("2026-01-01T00:00:00Z ERROR run failed: {} (exit code 1)", super::outer::flat(text))
    }))),
];
