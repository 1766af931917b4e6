//! Azure Blob Storage.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Azure Blob Storage.
pub(super) const BACKEND: Backend = Backend { id: "azurerm", name: "Azure Blob Storage", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "The lease is infinite: nothing frees it when its holder is killed.",
    place: "An infinite lease on the state blob itself; the blob's metadata terraformlockid holds the lock as base64 JSON.",
    id: "the lease's id, normally the printed one",
    refuses: None,
    caution: Some(
        "RequestId in the error is not the lock's id. A lease on the container, or an immutability policy, is not Terraform's lock.",
    ),
    inspect,
    release,
    locations,
    held_text: "state blob is already locked",
    source: "Terraform internal/backend/remote-state/azure/client.go v1.15.9",
};

fn blob(place: &Place<'_>) -> Option<(String, String)> {
    if let Some((container, key)) =
        place.path.split_once('/').filter(|(container, key)| !container.contains(':') && !key.is_empty())
    {
        return Some((container.to_owned(), key.to_owned()));
    }
    let key = place.setting("key")?;
    let key = match place.workspace {
        Some(workspace) if workspace != "default" => format!("{key}env:{workspace}"),
        _ => key.to_owned(),
    };
    Some((place.setting("container_name")?.to_owned(), key))
}

fn arguments(place: &Place<'_>) -> Option<(String, String, String)> {
    let (container, key) = blob(place)?;
    Some((quote::sh(place.setting("storage_account_name")?)?, quote::sh(&container)?, quote::sh(&key)?))
}

fn inspect(place: &Place<'_>) -> Option<Check> {
    let (account, container, key) = arguments(place)?;
    Some(check(
        "See the blob's lease and its lock record as they are now",
        Some(format!(
            "az storage blob show --account-name {account} --container-name {container} --name {key} --query '{{lease:properties.lease,lock:metadata.terraformlockid}}' --auth-mode login"
        )),
    ))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    let command = || {
        let (account, container, key) = arguments(place)?;
        Some(format!(
            "az storage blob lease release --account-name {account} --container-name {container} --blob-name {key} --lease-id {} --auth-mode login",
            quote::sh(place.id?)?
        ))
    };
    let title = if place.setting("storage_account_name").is_some() {
        "Release the lease by the Azure CLI, only under this id"
    } else {
        "Release the lease by the Azure CLI: paste the backend block too, so that the storage account is known"
    };
    vec![fallback(
        title,
        command(),
        "Azure releases the lease only under its own id; any other holder's lease is refused. Never `lease break`: it asks for no id.",
    )]
}

/// For a lease without a lock record only: there is no id to release it by.
pub(super) fn break_lease(place: &Place<'_>) -> Option<Fallback> {
    let (account, container, key) = arguments(place)?;
    let at = format!("--account-name {account} --container-name {container}");
    Some(fallback(
        "Break the lease, once it is known that its holder is dead",
        Some(format!(
            "etag=$(az storage blob show {at} --name {key} --query properties.etag --output tsv --auth-mode login) && az storage blob lease break {at} --blob-name {key} --lease-break-period 0 --if-match \"$etag\" --auth-mode login"
        )),
        "Breaking asks for no lease id. The ETag holds only that blob and lock record did not change since they were read: break at once after the look above showed no lock record, or not at all.",
    ))
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let mut out = Vec::new();
    if let Some((container, key)) = blob(place) {
        out.push(location("State blob (the lease is on it)", format!("{container}/{key}")));
        if let Some(account) = place.setting("storage_account_name") {
            out.push(location("URL", format!("https://{account}.blob.core.windows.net/{container}/{key}")));
        }
    }
    out
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "azurerm",
    arguments: ARGUMENTS,
    blocks: &[],
    source: "Terraform internal/backend/remote-state/azure/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::required("storage_account_name"),
    Argument::required("container_name"),
    Argument::required("key"),
    Argument::plain("resource_group_name"),
    Argument::plain("subscription_id"),
    Argument::secret("access_key", "ARM_ACCESS_KEY"),
    Argument::secret("sas_token", "ARM_SAS_TOKEN"),
    Argument::plain("client_id"),
    Argument::plain("tenant_id"),
    Argument::secret("client_secret", "ARM_CLIENT_SECRET"),
    Argument::secret("client_certificate", "ARM_CLIENT_CERTIFICATE").since(1, 11),
    Argument::secret("client_certificate_password", "ARM_CLIENT_CERTIFICATE_PASSWORD"),
    Argument::plain("client_certificate_path"),
    Argument::plain("client_id_file_path").since(1, 11),
    Argument::plain("client_secret_file_path").since(1, 11),
    Argument::flag("use_oidc").terraform_since(1, 2),
    Argument::plain("oidc_request_url").terraform_since(1, 2),
    Argument::secret("oidc_request_token", "ARM_OIDC_REQUEST_TOKEN").terraform_since(1, 2),
    Argument::secret("oidc_token", "ARM_OIDC_TOKEN").terraform_since(1, 2),
    Argument::plain("oidc_token_file_path").terraform_since(1, 2),
    Argument::flag("use_msi"),
    Argument::plain("msi_endpoint"),
    Argument::flag("use_cli").since(1, 11),
    Argument::flag("use_aks_workload_identity").since(1, 11),
    Argument::flag("use_azuread_auth").terraform_since(0, 15),
    Argument::flag("lookup_blob_endpoint").terraform_since(1, 11),
    Argument::plain("ado_pipeline_service_connection_id").terraform_since(1, 11),
    Argument::plain("ado_service_connection_id").only_tofu(1, 12),
    Argument::flag("snapshot"),
    Argument::plain("environment"),
    Argument::plain("metadata_host"),
    Argument::plain("endpoint").deprecated(1, 11).now("msi_endpoint"),
    Argument::plain("arm_subscription_id").removed(0, 15).now("subscription_id"),
    Argument::plain("arm_client_id").removed(0, 15).now("client_id"),
    Argument::secret("arm_client_secret", "ARM_CLIENT_SECRET").removed(0, 15).now("client_secret"),
    Argument::plain("arm_tenant_id").removed(0, 15).now("tenant_id"),
    Argument::flag("use_microsoft_graph").terraform_since(1, 1).removed(1, 3),
    Argument::number("timeout_seconds").only_tofu(1, 9),
    Argument::secret("customer_provided_key", "ARM_CUSTOMER_PROVIDED_KEY").only_tofu(1, 12),
    Argument::plain("encryption_scope").only_tofu(1, 12),
];

pub(super) fn configured(review: &mut Review<'_>) {
    if review.label() == "azure" && !review.known().is_before(1, 3) {
        review.tell(
            "removed-backend",
            Severity::Critical,
            None,
            "The backend name \"azure\" has been removed; init stops. It is \"azurerm\" now, with the same arguments and the same blob.",
            "Change the label; then terraform init -reconfigure.",
        );
        review.relabel("azurerm");
    }
    for (old, new) in [
        ("arm_subscription_id", "subscription_id"),
        ("arm_client_id", "client_id"),
        ("arm_client_secret", "client_secret"),
        ("arm_tenant_id", "tenant_id"),
    ] {
        if review.has(old) && !review.has(new) && !review.known().is_before(0, 15) {
            review.rename(old, new);
        }
    }
    if review.has("use_microsoft_graph") && !review.known().is_before(1, 3) {
        review.delete("use_microsoft_graph");
    }
    if review.has("endpoint") && !review.has("msi_endpoint") && review.known().is_from(1, 11) {
        review.rename("endpoint", "msi_endpoint");
    }
    let is_by_identity = review.is_computed("use_azuread_auth") || review.is("use_azuread_auth", true);
    let has_key = review.is_set("access_key");
    // With neither key nor signature nor identity the client looks the key up.
    if has_key || review.is_complete() && !is_by_identity && !review.is_set("sas_token") {
        review.tell(
            "azurerm-account-key",
            Severity::Medium,
            has_key.then_some("access_key"),
            if has_key {
                "The account's key opens every container of the account, and who used it is not to be seen."
            } else {
                "The client looks the account's key up and uses it; it opens every container of the account."
            },
            "After the move to use_azuread_auth set shared_access_key_enabled = false on the account (companion files).",
        );
    }
    if !review.is_complete() || is_by_identity {
        return;
    }
    review.tell(
        "no-azuread-auth",
        Severity::Low,
        review.has("use_azuread_auth").then_some("use_azuread_auth"),
        "The client does not sign in with the identity that runs it, so access cannot be given to one container only, nor taken from one person.",
        "First give the identity that runs Terraform the role Storage Blob Data Contributor on the container and wait some minutes; then set use_azuread_auth = true and run init -reconfigure. Only after that shut shared keys off. In the other order the backend locks everybody out.",
    );
}
