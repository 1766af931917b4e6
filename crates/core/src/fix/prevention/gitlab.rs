//! GitLab CI: one apply at a time through a resource group, never interrupted.
//!
//! Sources: GitLab documentation on `resource_group`, `process_mode`, `interruptible`, `id_tokens`.

use super::{Companion, Store, file, fill, further};

const PIPELINE: &str = include_str!("files/gitlab.yml");

pub(super) fn file_of(store: &Store, groups: &[String]) -> Companion {
    let group = groups.first().map_or("tfstate", String::as_str);
    let is_aws = store.backend == "s3";
    let tokens = if is_aws { "  id_tokens:\n    AWS_ID_TOKEN:\n      aud: sts.amazonaws.com\n" } else { "" };
    let region = crate::fix::companions::region(store)
        .filter(|_| is_aws)
        .map(|region| format!("  variables:\n    AWS_REGION: {region}\n"))
        .unwrap_or_default();
    // The AWS SDK takes the token from a file that the job writes.
    let role = |role: &str| {
        if is_aws { format!("  variables:\n    AWS_ROLE_ARN: $TF_{role}_ROLE_ARN\n") } else { String::new() }
    };
    let image = if store.known.tofu {
        "  # Set TOFU_VERSION in the project's variables: state cannot go back to an older one.\n  image:\n    name: ghcr.io/opentofu/opentofu:$TOFU_VERSION\n    entrypoint: [\"\"]\n"
    } else {
        "  # Set TERRAFORM_VERSION in the project's variables: state cannot go back to an older one.\n  image:\n    name: hashicorp/terraform:$TERRAFORM_VERSION\n    entrypoint: [\"\"]\n"
    };
    let mut text = fill(
        PIPELINE,
        &[
            ("group", &format!("  resource_group: {group}\n")),
            ("further", &further(groups)),
            ("image", image),
            ("id-tokens", tokens),
            ("variables", &region),
            ("plan-variables", &role("PLAN")),
            ("apply-variables", &role("APPLY")),
        ],
    );
    if is_aws {
        text = text.replace(
            "    - apk add --no-cache bash\n",
            "    - apk add --no-cache bash\n    - export AWS_WEB_IDENTITY_TOKEN_FILE=\"$(mktemp)\" && printf '%s' \"$AWS_ID_TOKEN\" >\"$AWS_WEB_IDENTITY_TOKEN_FILE\"\n",
        );
    }
    file(
        "ci/terraform.gitlab-ci.yml",
        text,
        "Prevents two applies at once and interrupted applies on GitLab: a resource group for this state, an unwritten state kept as artifact.",
    )
}
