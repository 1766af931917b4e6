//! Slack.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "slack-bot",
        placeholder: "SLACK_TOKEN",
        summary: "A bot token of Slack",
        reason: "It reads and writes messages wherever the bot was invited.",
        source: "gitleaks 8.30.1",
        pattern: "xoxb-[0-9]{8,14}-(?:[0-9]{8,14}-)?[A-Za-z0-9]{18,34}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Older tokens lack the second number.",
            examples: &["SLACK_BOT_TOKEN=«xoxb-⟨dig 12⟩-⟨dig 12⟩-⟨b62 24⟩»", "old «xoxb-⟨dig 12⟩-⟨b62 24⟩»"],
            counter_examples: &["bot tokens begin with xoxb-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "slack-user",
        placeholder: "SLACK_TOKEN",
        summary: "A user token of Slack",
        reason: "It reads and writes messages as its user.",
        source: "gitleaks 8.30.1",
        pattern: "xox[pe](?:-[0-9]{10,13}){3}-[A-Za-z0-9-]{28,34}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The numbers are workspace, user and application.",
            examples: &["SLACK_TOKEN=«xoxp-⟨dig 12⟩-⟨dig 12⟩-⟨dig 13⟩-⟨hex 32⟩»"],
            counter_examples: &["user tokens begin with xoxp-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "slack-other",
        placeholder: "SLACK_TOKEN",
        summary: "An application or refresh token of Slack",
        reason: "It acts as the application or workspace.",
        source: "gitleaks 8.30.1",
        pattern: r"xox[acors]-[A-Za-z0-9-]{8,250}|xoxe(?:\.xox[bp])?-[0-9]-[A-Za-z0-9]{140,170}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The letter behind xox tells which kind it is.",
            examples: &[
                "token=«xoxa-⟨b62 32⟩»",
                "token=«xoxe-1-⟨b62 146⟩»",
                "api_token=«xoxc-⟨dig 12⟩-⟨dig 12⟩-⟨hex 64⟩»",
            ],
            counter_examples: &["legacy tokens begin with xoxs-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "slack-app",
        placeholder: "SLACK_TOKEN",
        summary: "An app-level token of Slack",
        reason: "It receives the events of the application.",
        source: "gitleaks 8.30.1",
        pattern: "xapp-[0-9]-[A-Z0-9]+-[0-9]+-[a-z0-9]+|xapp-[0-9]{12}-[A-Za-z0-9/]{24}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The second part is the application's public id.",
            examples: &["SLACK_APP_TOKEN=«xapp-1-A⟨AN 10⟩-⟨dig 13⟩-⟨hex 64⟩»", "«xapp-⟨dig 12⟩-⟨b62 24⟩»"],
            counter_examples: &["app tokens begin with xapp-1-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "slack-webhook",
        placeholder: "SLACK_WEBHOOK",
        summary: "The path of a Slack webhook",
        reason: "Who has it writes into its channel.",
        source: "gitleaks 8.30.1",
        pattern: r"hooks\.slack\.com/(?:services|workflows|triggers)/([A-Za-z0-9+/]{43,60}|T[A-Za-z0-9*]{2,12}/[A-Za-z0-9*]{3,16}(?:/[A-Za-z0-9*]{3,30})?)",
        #[cfg(test)]
        cases: super::Cases {
            note: "The host stays readable.",
            examples: &["https://hooks.slack.com/services/«T⟨AN 10⟩/B⟨AN 10⟩/⟨b62 24⟩»"],
            counter_examples: &["see https://hooks.slack.com/services/ for the form"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "slack-cookie",
        placeholder: "SLACK_COOKIE",
        summary: "The session cookie of Slack",
        reason: "Who has it is signed in as its user.",
        source: "public samples, not verified",
        pattern: "xoxd-[A-Za-z0-9%+/=_-]{30,400}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Other cookies of Slack are settings.",
            examples: &["Cookie: d=«xoxd-⟨b62 54⟩»"],
            counter_examples: &["the cookie begins with xoxd-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "slack-config",
        placeholder: "SLACK_TOKEN",
        summary: "A configuration token of Slack",
        reason: "It makes and changes applications of its user.",
        source: "public samples, not verified",
        pattern: r"xoxe\.xox[bp]-[0-9]-[A-Za-z0-9]{100,200}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The number behind the mark is the version.",
            examples: &["SLACK_CONFIG_TOKEN=«xoxe.xoxp-1-⟨b62 146⟩»"],
            counter_examples: &["they begin with xoxe.xoxp-1-"],
        },
        ..Rule::SECRET
    },
];
