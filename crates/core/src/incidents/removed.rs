//! Backends that are gone, and the way off each. They are diagnosed, and have no cells.

/// A backend that current versions refuse.
#[derive(Debug)]
pub struct Removed {
    /// Its label.
    pub label: &'static str,
    /// What `init` says now.
    pub text: &'static str,
    /// How it locked.
    pub lock: &'static str,
    /// What becomes of a lock that is still there.
    pub release: &'static str,
    /// The way off it, in order.
    pub way_off: &'static [&'static str],
    /// Where this is documented.
    pub source: &'static str,
}

const SOURCE: &str = "Terraform v1.2.9 internal/backend/remote-state; removed in v1.3.0";

/// Every one.
pub const REMOVED: &[Removed] = &[
    Removed {
        label: "etcd",
        text: "The \"etcd\" backend is not supported in Terraform v1.3 or later.",
        lock: "etcd (version 2) never locked.",
        release: "There is no lock to release. If two runs may have worked at once, compare serials before the move.",
        way_off: &[
            "Stop every pipeline that uses this state: nothing keeps them apart.",
            "With Terraform 1.2.9 and the old block: terraform init, then terraform state pull > moved.tfstate",
            "Write the new block, run terraform init with a current version, then terraform state push moved.tfstate",
        ],
        source: SOURCE,
    },
    Removed {
        label: "etcdv3",
        text: "The \"etcdv3\" backend is not supported in Terraform v1.3 or later.",
        lock: "A mutex on the state's key, bound to a lease; <key>.lockinfo says whose.",
        release: "The lock ends with its holder's lease. force-unlock prints success and frees nothing.",
        way_off: &[
            "With Terraform 1.2.9 and the old block: terraform init, and a plan that takes the lock.",
            "Replace the block by that of a backend which is kept, still with 1.2.9: terraform init -migrate-state",
            "Only then go to a current version, and compare terraform state pull before and after.",
        ],
        source: SOURCE,
    },
    Removed {
        label: "swift",
        text: "The \"swift\" backend is not supported in Terraform v1.3 or later.",
        lock: "The object <state>.lock with X-Delete-After of 60 s, renewed every 30 s.",
        release: "It expires by itself: wait two minutes. An object that stays longer has a holder that runs.",
        way_off: &[
            "Many OpenStack clouds offer S3-compatible access to the same objects: then the s3 backend with endpoints is the near way. See first that the store honours conditional writes.",
            "With Terraform 1.2.9: terraform init on the old block, new block, terraform init -migrate-state",
        ],
        source: SOURCE,
    },
    Removed {
        label: "manta",
        text: "The \"manta\" backend is not supported in Terraform v1.3 or later.",
        lock: "The object <path>/tflock; its text has the lock's id.",
        release: "With Terraform 1.2.9: force-unlock under that id, after its holder is proven dead.",
        way_off: &[
            "Release what is locked first: nothing newer than 1.2.9 can.",
            "terraform state pull > moved.tfstate with 1.2.9, then terraform state push with the new block and a current version.",
        ],
        source: SOURCE,
    },
    Removed {
        label: "artifactory",
        text: "The \"artifactory\" backend is not supported in Terraform v1.3 or later.",
        lock: "artifactory never locked.",
        release: "There is nothing to release.",
        way_off: &[
            "Artifactory's own Terraform state repositories speak the remote protocol: the remote backend with its hostname reaches them, with locks.",
            "Or take the state out with 1.2.9 (terraform state pull) and push it to any backend that is kept.",
            "Change the password that stood in the block: it was kept in .terraform as well.",
        ],
        source: SOURCE,
    },
    Removed {
        label: "azure",
        text: "The \"azure\" backend name has been removed, please use \"azurerm\".",
        lock: "The same lease on the same blob as azurerm: only the name is gone.",
        release: "As for azurerm.",
        way_off: &[
            "Change the label from azure to azurerm; all arguments stay, and so does the blob.",
            "terraform init -reconfigure. Not -migrate-state: there is nothing to move.",
        ],
        source: "Terraform internal/backend/init/init.go v1.15.9",
    },
];
