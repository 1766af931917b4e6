//! PyPI.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "pypi",
        placeholder: "PYPI_TOKEN",
        summary: "An API token of PyPI",
        reason: "It publishes new versions of its owner's packages.",
        source: "gitleaks 8.30.1, detect-secrets 1.5.0",
        pattern: "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is a macaroon in base64; its head says pypi.org.",
            examples: &["password = «pypi-AgEIcHlwaS5vcmc⟨b64u 74⟩»"],
            counter_examples: &["tokens begin with pypi-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "pypi-test",
        placeholder: "PYPI_TOKEN",
        summary: "An API token of TestPyPI",
        reason: "It publishes to the test index as its owner.",
        source: "public samples, not verified",
        pattern: "pypi-AgENdGVzdC5weXBpLm9yZ[A-Za-z0-9_-]{20,1000}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Its head says test.pypi.org.",
            examples: &["password = «pypi-AgENdGVzdC5weXBpLm9yZ⟨b64u 44⟩»"],
            counter_examples: &["tokens begin with pypi-AgEN"],
        },
        ..Rule::SECRET
    },
];
