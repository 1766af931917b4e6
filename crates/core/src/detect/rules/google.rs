//! Google.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "google-api-key",
        placeholder: "GOOGLE_API_KEY",
        summary: "An API key of Google",
        reason: "It calls the interfaces that it is allowed for on the project's bill.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, trufflehog 3ab759f, ripsecrets 0.1.11",
        pattern: "AIza[A-Za-z0-9_-]{35}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Live keys are random, though some hold few different characters.",
            examples: &[
                "maps.googleapis.com/maps/api/js?key=«AIza⟨b64u 35⟩»",
                "GOOGLE_API_KEY=«AIza⟨b64u 35⟩»",
            ],
            counter_examples: &["keys begin with AIza and are 39 long"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "google-oauth-access",
        placeholder: "GOOGLE_ACCESS_TOKEN",
        summary: "An OAuth access token of Google",
        reason: "It acts as its user or service account for up to an hour.",
        source: "trufflehog 3ab759f",
        pattern: r"ya29\.[A-Za-z0-9_-]{20,2048}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The gcs backend's access_token holds one.",
            examples: &["Authorization: Bearer «ya29.⟨b64u 44⟩»"],
            counter_examples: &["access tokens begin with ya29."],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "google-oauth-refresh",
        placeholder: "GOOGLE_REFRESH_TOKEN",
        summary: "An OAuth refresh token of Google",
        reason: "It gets new access tokens as its user until it is revoked.",
        source: "trufflehog 3ab759f",
        pattern: "1//0[A-Za-z0-9_-]{35,200}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It stands in application_default_credentials.json.",
            examples: &[r#""refresh_token": "«1//0⟨b64u 59⟩»""#],
            counter_examples: &["the path 1//0 is empty"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "google-oauth-client-secret",
        placeholder: "GOOGLE_CLIENT_SECRET",
        summary: "An OAuth client secret of Google",
        reason: "It lets a program pose as the application.",
        source: "trufflehog 3ab759f",
        pattern: "GOCSPX-[A-Za-z0-9_-]{28}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The client id beside it, which ends in apps.googleusercontent.com, is public.",
            examples: &[r#""client_secret": "«GOCSPX-⟨b64u 28⟩»""#],
            counter_examples: &["secrets begin with GOCSPX-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "google-hmac-id",
        placeholder: "GOOGLE_HMAC_ID",
        summary: "The access id of an HMAC key for Cloud Storage",
        reason: "It names the key, and with its secret gives access to buckets.",
        source: "trufflehog 3ab759f",
        pattern: "GOOG1?[A-Z0-9]{20,58}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The word GOOGLE in capitals is none.",
            examples: &["aws_access_key_id = «GOOG⟨AN 39⟩» # interoperability"],
            counter_examples: &["see GOOGLE_APPLICATION_CREDENTIALS"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "google-hmac-secret",
        placeholder: "GOOGLE_HMAC_SECRET",
        summary: "The secret of an HMAC key for Cloud Storage",
        reason: "With its access id it gives access to buckets.",
        source: "public samples, not verified",
        keywords: &["goog", "hmac"],
        pattern: "[A-Za-z0-9/+]{40}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A git commit has 40 characters too, but only hexadecimal ones.",
            examples: &["goog hmac secret: «⟨b64 40⟩»"],
            counter_examples: &["hmac is computed by commit ⟨hex 40⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "google-signed-url",
        placeholder: "GOOGLE_SIGNATURE",
        summary: "The signature of a signed Cloud Storage link",
        reason: "The link works for who has it until it expires.",
        source: "the vendor's documentation",
        pattern: "X-Goog-Signature=([0-9a-f]{128,1024})",
        #[cfg(test)]
        cases: super::Cases {
            note: "X-Goog-Credential beside it names the service account.",
            examples: &["https://storage.googleapis.com/b/o?X-Goog-Expires=900&X-Goog-Signature=«⟨hex 256⟩»"],
            counter_examples: &["https://storage.googleapis.com/b/o?X-Goog-Algorithm=GOOG4-RSA-SHA256"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "google-firebase-key",
        placeholder: "GOOGLE_FIREBASE_KEY",
        summary: "A legacy server key of Firebase messaging",
        reason: "It sends notifications to every user of the app.",
        source: "trufflehog 3ab759f",
        pattern: "AAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{140}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The sender id is public.",
            examples: &["Authorization: key=«AAAA⟨b64u 7⟩:⟨b64u 140⟩»"],
            counter_examples: &["server keys begin with AAAA"],
        },
        ..Rule::SECRET
    },
];
