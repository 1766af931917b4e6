//! HCP Terraform and Terraform Enterprise: workspace settings and team access.
//!
//! Sources: HCP Terraform documentation (workspace permissions); tfe provider documentation (`tfe_workspace`,
//! `tfe_team_access`).

use super::Part;
use super::hcl::{Head, Variable, quote};
use super::store::{Store, Word};
use crate::fix::Companion;

pub(super) fn files(store: &Store) -> Vec<Companion> {
    let organization = store.get("organization");
    let names: Vec<String> = store
        .words("workspaces.name")
        .into_iter()
        .filter_map(|word| if let Word::Text(name) = word { Some(name.clone()) } else { None })
        .collect();
    let mut head = Head::new(store, "# Who may read, lock and unlock the state of these workspaces.\n");
    head.providers = &[("tfe", "hashicorp/tfe", ">= 0.60")];
    head.provider =
        Some(("tfe", store.plain("hostname").map(|host| ("hostname", quote(host))).into_iter().collect()));
    head.name("organization", organization, "The organization of the block");
    head.names("workspaces", &names, "The names of the workspaces");
    head.variables.extend([
        Variable::text(
            "terraform_version",
            "The version that runs, such as 1.11.4: state cannot go back to an older one",
        ),
        Variable::text("apply_team_id", "The team that applies"),
        Variable::text("plan_team_id", "The team that only plans"),
    ]);
    let mut adopt = Vec::new();
    if let (Some(organization), [name]) = (organization, names.as_slice()) {
        adopt.push((format!("tfe_workspace.state[{}]", quote(name)), format!("{organization}/{name}")));
    }
    let adopt: Vec<(&str, String)> = adopt.iter().map(|(to, id)| (to.as_str(), id.clone())).collect();
    super::set(
        store,
        vec![Part {
            name: "state-backend.tf",
            text: head.text() + include_str!("remote/state-backend.tf"),
            purpose: "No other workspace reads this state, it cannot be deleted by force, and only the applying team locks it.",
        }],
        &adopt,
    )
}
