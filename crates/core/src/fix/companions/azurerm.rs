//! Azure Blob Storage: account, container, key vault, network, lock against deletion, roles.
//!
//! Sources: `backend/azurerm` documentation; Azure documentation (customer-managed keys, leases, immutability policies,
//! built-in roles). The lock is a lease on the state's blob, which an immutability policy would forbid.

use super::Part;
use super::hcl::{Head, Variable};
use super::store::Store;
use crate::fix::Companion;

const COMMENT: &str = "\
# The state's storage account and container, a key of your own, a private way in, and a lock against deletion.
#
# Apply it from a folder of its own, on a machine inside the runners' network. This configuration's own state must not
# live in the account that it manages; as it stands it is a local file: keep that out of version control.
";

pub(super) fn files(store: &Store) -> Vec<Companion> {
    let mut head = Head::new(store, COMMENT);
    head.providers = &[("azurerm", "hashicorp/azurerm", ">= 4.55")];
    let mut provider = vec![("storage_use_azuread", "true".to_owned())];
    if let Some(subscription) = store.plain("subscription_id") {
        provider.push(("subscription_id", super::hcl::quote(subscription)));
    }
    head.provider = Some(("azurerm", provider));
    head.provider_blocks = "  features {}\n";
    head.name(
        "resource_group",
        store.get("resource_group_name"),
        "The resource group of the storage account",
    );
    head.name("location", store.plain("location"), "The region of the storage account, such as westeurope");
    head.name("storage_account", store.get("storage_account_name"), "The account of the backend block");
    head.name("container", store.get("container_name"), "The container of the backend block");
    head.variables.extend([
        Variable::text("runner_subnet_id", "The subnet that CI runners and people reach the state from"),
        Variable::text("log_analytics_workspace_id", "Where reads and writes of the state are logged"),
        Variable::text("key_vault_name", "A new key vault for the state's key; the name is global"),
        Variable::of(
            "allow_account_key",
            "bool",
            "true while a client still uses the account key; then false",
            Some("false"),
        ),
        Variable::of(
            "allow_public_network",
            "bool",
            "true until every client reaches the private endpoint; then false",
            Some("false"),
        ),
    ]);

    let mut access = Head::new(
        store,
        "# Who may do what with the state. Ids are object ids of service principals or groups.\n",
    );
    access.variables.push(Variable::of("apply_principal_ids", "list(string)", "Who applies", None));
    access.variables.push(Variable::of("plan_principal_ids", "list(string)", "Who only plans", None));

    // Ids of Azure resources hold the subscription: known only where the paste has all parts.
    let mut adopt = Vec::new();
    if let (Some(subscription), Some(group), Some(account), Some(container)) = (
        store.plain("subscription_id"),
        store.get("resource_group_name"),
        store.get("storage_account_name"),
        store.get("container_name"),
    ) {
        let id = format!(
            "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Storage/storageAccounts/{account}"
        );
        adopt.push(("azurerm_storage_account.state", id.clone()));
        adopt.push((
            "azurerm_storage_container.state",
            format!("{id}/blobServices/default/containers/{container}"),
        ));
    }
    super::set(
        store,
        vec![
            Part {
                name: "state-backend.tf",
                text: head.text() + include_str!("azurerm/state-backend.tf"),
                purpose: "Storage account and container with versions, soft delete, TLS 1.2, no account key, no public network, a key of your own, and a lock against deletion.",
            },
            Part {
                name: "state-backend-access.tf",
                text: access.text() + include_str!("azurerm/state-backend-access.tf"),
                purpose: "Data roles on this container only: apply reads, writes and leases; plan deletes nothing.",
            },
        ],
        &adopt,
    )
}
