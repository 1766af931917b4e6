//! Drawn values of lock infos: who, when, which version, which key.

use stackengine_core::diagnose::LockInfo;

/// What the printed rows hold.
#[derive(Debug, Clone)]
pub(crate) struct Values {
    pub(crate) id: String,
    pub(crate) path: String,
    pub(crate) operation: &'static str,
    pub(crate) who: String,
    pub(crate) version: &'static str,
    pub(crate) created: String,
    pub(crate) info: String,
}

impl Values {
    pub(crate) fn block(&self) -> String {
        format!(
            "Lock Info:\n  ID:        {}\n  Path:      {}\n  Operation: {}\n  Who:       {}\n  Version:   {}\n  Created:   {}\n  Info:      {}\n",
            self.id, self.path, self.operation, self.who, self.version, self.created, self.info
        )
    }

    pub(crate) fn json(&self) -> String {
        format!(
            "{{\"ID\":{},\"Operation\":{},\"Info\":{},\"Who\":{},\"Version\":{},\"Created\":{},\"Path\":{}}}",
            quoted(&self.id),
            quoted(self.operation),
            quoted(&self.info),
            quoted(&self.who),
            quoted(self.version),
            quoted(&self.created),
            quoted(&self.path)
        )
    }

    pub(crate) fn lock(&self) -> LockInfo {
        let some = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        LockInfo {
            id: some(&self.id),
            path: some(&self.path),
            operation: some(self.operation),
            who: some(&self.who),
            version: some(self.version),
            created: some(&self.created),
            info: some(&self.info),
        }
    }
}

pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string is JSON")
}

/// A small generator of numbers: the same texts in every run.
#[derive(Debug, Clone)]
pub(crate) struct Dice(pub u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() >> 33).unwrap_or(0) % limit.max(1)
    }

    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    pub(crate) fn hex(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b"0123456789abcdef"[self.below(16)])).collect()
    }

    pub(crate) fn uuid(&mut self) -> String {
        [8, 4, 4, 4, 12].map(|count| self.hex(count)).join("-")
    }

    pub(crate) fn request(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b"ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"[self.below(34)])).collect()
    }
}

pub(crate) const WHO: [&str; 22] = [
    "runner@fv-az1433-912",
    "runner@runnervmf2e7y",
    "bob@dev-laptop",
    "root@",
    "@jenkins-agent-3",
    r"CORP\Jane Doe@CORP-PC17",
    r"NT AUTHORITY\SYSTEM@BUILD01",
    "Jörg Müller@büro-pc",
    "ec2-user@ip-10-0-12-34.eu-west-1.compute.internal",
    "root@runner-abc123-project-42-concurrent-0",
    "root@deploy-7d9f8c5b6d-x8k2p",
    "vsts@fv-az77-201",
    "atlantis@atlantis-0",
    "root@0123456789ab",
    "codespace@codespaces-1f2e3d",
    "john.o'neil@JOHNS-MBP.local",
    "circleci@4f1b2c3d4e5f",
    "jenkins@build-01.corp.example.com",
    "deploy@new-ci",
    "tfc-agent@tfc-agent-6b7c9d5f4b-2xk8z",
    "user@host with blank",
    "a@b",
];

const OPERATIONS: [&str; 14] = [
    "OperationTypePlan",
    "OperationTypeApply",
    "OperationTypeRefresh",
    "OperationTypeInvalid",
    "init",
    "state-mv",
    "state-rm",
    "state-push",
    "state-replace-provider",
    "taint",
    "untaint",
    "migration source state",
    "migration destination state",
    "workspace-new",
];

const CREATED: [&str; 7] = [
    "2026-11-24 02:46:18.100579639 +0000 UTC",
    "2024-01-15 03:42:11.823456789 +0000 UTC",
    "2025-07-05 15:29:33.57 +0000 UTC",
    "2019-02-28 23:59:59 +0000 UTC",
    "2026-03-24 12:58:54.888231 +0000 UTC",
    "2023-12-31 00:00:00.000000001 +0000 UTC",
    "2021-06-01 08:09:10.1 +0000 UTC",
];

pub(crate) const KEYS: [&str; 9] = [
    "prod/network/terraform.tfstate",
    "terraform.tfstate",
    "a.tfstate",
    "organisations/acme-corporation/accounts/production-eu-west-1/regions/eu-west-1/components/observability/terraform.tfstate",
    "live/eu-west-1/vpc/terraform.tfstate",
    "My State/with blanks/terraform.tfstate",
    "team_a/db.tfstate",
    "2024-01-01/terraform.tfstate",
    "bücher/straße.tfstate",
];

pub(super) fn uuid(dice: &mut Dice) -> String {
    dice.uuid()
}

pub(super) fn generation(dice: &mut Dice) -> String {
    format!("17{:014}", dice.roll() % 100_000_000_000_000)
}

pub(super) fn md5(dice: &mut Dice) -> String {
    dice.hex(32)
}

/// The values of one printed block.
pub(crate) fn values(dice: &mut Dice, id: String, path: String, version: &'static str) -> Values {
    Values {
        id,
        path,
        operation: dice.pick(&OPERATIONS),
        who: dice.pick(&WHO).to_owned(),
        version,
        created: dice.pick(&CREATED).to_owned(),
        info: String::new(),
    }
}
