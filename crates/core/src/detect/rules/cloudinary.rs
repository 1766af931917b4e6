//! Cloudinary.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "cloudinary",
    placeholder: "CLOUDINARY_SECRET",
    summary: "The API secret in a Cloudinary URL",
    reason: "It uploads, changes and deletes media.",
    source: "public samples, not verified",
    pattern: "cloudinary://[0-9]{10,20}:([A-Za-z0-9_-]{20,40})@",
    #[cfg(test)]
    cases: super::Cases {
        note: "The number before the colon is the public API key.",
        examples: &["CLOUDINARY_URL=cloudinary://⟨dig 15⟩:«⟨b64u 27⟩»@acme"],
        counter_examples: &["the scheme is cloudinary://"],
    },
    ..Rule::SECRET
}];
