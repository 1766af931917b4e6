//! OpenWeather.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "openweather",
    placeholder: "OPENWEATHER_KEY",
    summary: "An API key of OpenWeather",
    reason: "It is billed to its owner.",
    source: "the vendor's documentation",
    pattern: "(?:[?&]appid=|O(?:WM|PENWEATHER)_APP_?ID[=:] ?)([0-9a-f]{32})",
    #[cfg(test)]
    cases: super::Cases {
        note: "Other services number their applications so; those are no hexadecimal digits.",
        examples: &[
            "https://api.openweathermap.org/data/2.5/weather?q=x&appid=«⟨hex 32⟩»",
            "OWM_APPID=«⟨hex 32⟩»",
        ],
        counter_examples: &["https://open.weixin.qq.com/connect?appid=wx1234567890"],
    },
    ..Rule::SECRET
}];
