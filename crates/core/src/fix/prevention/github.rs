//! GitHub Actions: plan on pull requests with a role that cannot write, apply one at a time.
//!
//! Sources: GitHub documentation on `concurrency` (one pending run, older pending ones are cancelled) and on cancelling
//! (SIGINT, 7.5 s, SIGTERM, 2.5 s, kill); the README files of the login actions.

use super::{Companion, Store, file, fill, further};

const WORKFLOW: &str = include_str!("files/github.yml");

pub(super) fn file_of(store: &Store, groups: &[String]) -> Companion {
    let group = groups.first().map_or("tfstate", String::as_str);
    let login = |role: &str| match store.backend.as_str() {
        "s3" => format!(
            "      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          role-to-assume: ${{{{ vars.TF_{role}_ROLE_ARN }}}}\n          aws-region: {}\n",
            crate::fix::companions::region(store)
                .map_or_else(|| "${{ vars.AWS_REGION }}".to_owned(), str::to_owned),
        ),
        "gcs" => format!(
            "      - uses: google-github-actions/auth@v2\n        with:\n          workload_identity_provider: ${{{{ vars.TF_IDENTITY_PROVIDER }}}}\n          service_account: ${{{{ vars.TF_{role}_SERVICE_ACCOUNT }}}}\n"
        ),
        _ => String::new(),
    };
    let environment = |role: &str| match store.backend.as_str() {
        "azurerm" => format!(
            "    env:\n      ARM_USE_OIDC: \"true\"\n      ARM_USE_AZUREAD: \"true\"\n      ARM_TENANT_ID: ${{{{ vars.ARM_TENANT_ID }}}}\n      ARM_SUBSCRIPTION_ID: ${{{{ vars.ARM_SUBSCRIPTION_ID }}}}\n      ARM_CLIENT_ID: ${{{{ vars.TF_{role}_CLIENT_ID }}}}\n"
        ),
        "pg" => format!("    env:\n      PG_CONN_STR: ${{{{ secrets.TF_{role}_PG_CONN_STR }}}}\n"),
        "consul" => format!("    env:\n      CONSUL_HTTP_TOKEN: ${{{{ secrets.TF_{role}_CONSUL_TOKEN }}}}\n"),
        "http" => format!(
            "    env:\n      TF_HTTP_USERNAME: ${{{{ vars.TF_{role}_HTTP_USERNAME }}}}\n      TF_HTTP_PASSWORD: ${{{{ secrets.TF_{role}_HTTP_PASSWORD }}}}\n"
        ),
        "remote" | "cloud" => {
            format!("    env:\n      TF_TOKEN_app_terraform_io: ${{{{ secrets.TF_{role}_TOKEN }}}}\n")
        }
        _ => String::new(),
    };
    let group = format!("      group: {group}\n");
    // The wrapper script that these actions put around the program would stand between it and its signals.
    let mut setup = if store.known.tofu {
        "      - uses: opentofu/setup-opentofu@v1\n        with:\n          tofu_version: ${{ vars.TOFU_VERSION }}\n          tofu_wrapper: false\n"
    } else {
        "      - uses: hashicorp/setup-terraform@v3\n        with:\n          terraform_version: ${{ vars.TERRAFORM_VERSION }}\n          # The action's own wrapper would stand between terraform and its signals.\n          terraform_wrapper: false\n"
    }
    .to_owned();
    if store.is_terragrunt {
        setup.push_str("      # Install Terragrunt here, in the version that the repository pins.\n");
    }
    let text = fill(
        WORKFLOW,
        &[
            ("group", &group),
            ("further", &further(groups)),
            ("setup", &setup),
            ("plan-login", &login("PLAN")),
            ("apply-login", &login("APPLY")),
            ("plan-environment", &environment("PLAN")),
            ("apply-environment", &environment("APPLY")),
        ],
    );
    file(
        ".github/workflows/terraform.yml",
        text,
        "Prevents two applies at once and cancelled applies: one concurrency group for this state, plans with a role that cannot write it.",
    )
}
