//! Feishu and Lark.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "feishu",
    placeholder: "FEISHU_WEBHOOK",
    summary: "The path of a bot's webhook",
    reason: "Who has it writes into its group.",
    source: "public rules of kingfisher 1.112 and 2.14, not verified",
    pattern: "/open-apis/bot/v2/hook/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The host stays as it is.",
        examples: &["https://open.feishu.cn/open-apis/bot/v2/hook/«⟨uuid⟩»"],
        counter_examples: &["https://open.feishu.cn/open-apis/bot/v2/hook/help"],
    },
    ..Rule::SECRET
}];
