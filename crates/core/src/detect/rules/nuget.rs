//! NuGet.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "nuget",
    placeholder: "NUGET_KEY",
    summary: "An API key of NuGet",
    reason: "It publishes new versions of its owner's packages.",
    source: "public samples, not verified",
    pattern: "oy2[a-z0-9]{43}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Short words with the same beginning are none.",
        examples: &["dotnet nuget push a.nupkg --api-key «oy2⟨an 43⟩»"],
        counter_examples: &["the file oy2.txt is empty"],
    },
    ..Rule::SECRET
}];
