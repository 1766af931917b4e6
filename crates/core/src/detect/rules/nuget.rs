//! NuGet.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "nuget-config",
        placeholder: "NUGET_KEY",
        summary: "The key of a source in NuGet's configuration",
        reason: "It pushes packages to that source.",
        source: "the vendor's documentation",
        pattern: "<add key=\"https?://[^\" \\n]{4,200}\" value=\"([^\" \\n]{16,400})\"",
        #[cfg(test)]
        cases: super::Cases {
            note: "The address before it is no secret.",
            examples: &["<apikeys><add key=\"https://pkg.corp.net/nuget\" value=\"«⟨b62 46⟩»\" /></apikeys>"],
            counter_examples: &[
                "<packageSources><add key=\"corp\" value=\"https://pkg.corp.net/v3/index.json\" />",
            ],
        },
        ..Rule::SECRET
    },
    Rule {
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
    },
];
