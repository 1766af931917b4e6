//! Alibaba Cloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "alibaba-id",
        placeholder: "ALIBABA_ACCESS_KEY_ID",
        summary: "An access key id of Alibaba Cloud",
        reason: "It names the key, and with its secret gives API access.",
        source: "kingfisher 2.14.0, gitleaks 8.30.1",
        pattern: "LTAI[A-Za-z0-9]{17,26}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Shorter words in capitals are none.",
            examples: &[r#"access_key = "«LTAI⟨b62 21⟩»""#],
            counter_examples: &["ids begin with LTAI5t"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "alibaba-secret",
        placeholder: "ALIBABA_SECRET",
        summary: "An access key secret of Alibaba Cloud",
        reason: "With its key id it gives API access as that user.",
        source: "gitleaks 8.30.1",
        keywords: &["alibaba", "alicloud", "aliyun", "ltai"],
        pattern: "[A-Za-z0-9]{30}",
        #[cfg(test)]
        cases: super::Cases {
            note: "30 letters and digits without the vendor's word before them can be anything.",
            examples: &["aliyun secret: «⟨b62 30⟩»"],
            counter_examples: &["alicloud_instance token bucket is full"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "alibaba-sts",
        placeholder: "ALIBABA_STS_ID",
        summary: "The key id of temporary Alibaba Cloud credentials",
        reason: "With its secret and token it gives API access until it expires.",
        source: "kingfisher 2.14.0",
        pattern: r"STS\.[A-Za-z0-9]{16,64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The security token beside it begins with CAIS.",
            examples: &["AccessKeyId: «STS.⟨b62 40⟩»"],
            counter_examples: &["STS.AssumeRole failed"],
        },
        ..Rule::SECRET
    },
];
