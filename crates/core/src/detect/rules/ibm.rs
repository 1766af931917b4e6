//! IBM Cloud.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ibm-cloud",
        placeholder: "IBM_KEY",
        summary: "An API key of IBM Cloud",
        reason: "It acts as its user or service id.",
        source: "detect-secrets 1.5.0",
        keywords: &["ibm", "ic_api_key"],
        pattern: "[A-Za-z0-9_-]{44}",
        #[cfg(test)]
        cases: super::Cases {
            note: "44 characters without the vendor's word before them can be anything.",
            examples: &["ibm api key: «⟨b64u 44⟩»"],
            counter_examples: &["ibm region eu-de has no key"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "ibm-cos-hmac",
        placeholder: "IBM_SECRET",
        summary: "The HMAC secret of IBM Cloud Object Storage",
        reason: "With its access key it reads and writes buckets.",
        source: "detect-secrets 1.5.0",
        keywords: &["cos_hmac", "secret_access_key"],
        pattern: "[0-9a-f]{48}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is hexadecimal, 48 characters long.",
            examples: &["cos_hmac secret: «⟨hex 48⟩»"],
            counter_examples: &["cos_hmac_keys is true, checksum ⟨hex 48⟩"],
        },
        ..Rule::SECRET
    },
];
