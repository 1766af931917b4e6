//! Shopify.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "shopify",
        placeholder: "SHOPIFY_TOKEN",
        summary: "A token or secret of Shopify",
        reason: "It reads and changes a shop's orders and customers.",
        source: "gitleaks 8.30.1",
        pattern: "shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The letters behind shp tell which kind it is.",
            examples: &["X-Shopify-Access-Token: «shpat_⟨hex 32⟩»"],
            counter_examples: &["tokens begin with shpat_"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "shopify-more",
        placeholder: "SHOPIFY_TOKEN",
        summary: "A user, partner or refresh token of Shopify",
        reason: "It acts in the shop or partner account as its owner.",
        source: "public samples, not verified",
        pattern: "shp(?:ua|tk|ppa|rt)_[0-9a-fA-F]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The letters behind shp tell which kind it is.",
            examples: &["token «shpua_⟨hex 32⟩»"],
            counter_examples: &["user tokens begin with shpua_"],
        },
        ..Rule::SECRET
    },
];
