//! Live, suspect, stale or unknown. Age alone never proves death: `Created` is written once, by the holder's clock.
//!
//! Source: Terraform `internal/states/statemgr/locker.go` v1.15.9; which backends free a lock by themselves stands
//! in each backend's file.

use super::observe::Observation;
use super::{Describes, Kind, Staleness};
use crate::backends::Backend;
use crate::moment::Moment;

/// The verdict, its reasons, and the age in seconds.
pub(super) struct Verdict {
    pub(super) staleness: Staleness,
    pub(super) reasons: Vec<String>,
    pub(super) age_seconds: Option<i64>,
}

/// `2024-01-15 03:42:11.823456789 +0000 UTC`, or RFC 3339. Without a zone there is no moment.
pub(super) fn created(text: &str) -> Option<Moment> {
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    let mut parts = text.split(' ');
    let (date, time, zone) = (parts.next()?, parts.next()?, parts.next()?);
    let (hours, minutes) = (zone.get(..3)?, zone.get(3..5)?);
    format!("{date}T{time}{hours}:{minutes}").parse().ok()
}

/// A generation counts microseconds since 1970: the store's own time of writing. Seen, not promised by Google.
fn generation(id: &str) -> Option<Moment> {
    let micros: i64 = id.parse().ok()?;
    (id.len() == 16).then(|| Moment::from_second(micros / 1_000_000))
}

/// `1 day 3 h`, `12 min`, `40 s`.
pub(super) fn in_words(seconds: i64) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{minutes} min"),
        3600..86_400 => format!("{hours} h {} min", minutes % 60),
        _ => format!("{days} {} {} h", if days == 1 { "day" } else { "days" }, hours % 24),
    }
}

pub(super) fn judge(seen: &Observation, backend: Option<&Backend>, now: Option<Moment>) -> Verdict {
    let lock = seen.lock.as_ref();
    let printed = lock.and_then(|lock| lock.created.as_deref()).and_then(created);
    let written =
        backend.filter(|backend| backend.id == "gcs").and_then(|_| generation(seen.holder_id.as_deref()?));
    let made = printed.or(written);
    let age = match (made, now) {
        (Some(made), Some(now)) if made.as_second() > 0 => Some(now.as_second() - made.as_second()),
        _ => None,
    };
    let verdict = |staleness, reasons| Verdict { staleness, reasons, age_seconds: age };
    let mut reasons: Vec<String> = Vec::new();
    match seen.kind {
        Kind::LockReleaseFailed => {
            if seen.inner.contains("unexpected end of JSON input")
                || seen.inner.contains("consul lock was lost")
            {
                reasons.push("The command tried to release its lock and found it gone already.".into());
                return verdict(Staleness::Stale, reasons);
            }
            reasons.push("The command that held this lock printed this itself, while it ended: its own release failed.".into());
            reasons.push(
                "Nobody works under this lock any more, unless a retry of that command took it again.".into(),
            );
            return verdict(Staleness::Stale, reasons);
        }
        Kind::StateLockHeld
        | Kind::LockRecord
        | Kind::HcpWorkspaceLocked
        | Kind::WrongLockId
        | Kind::LockRecordCorrupt
        | Kind::UnlockFailed => {}
        _ => return verdict(Staleness::Unknown, reasons),
    }
    if seen.detail("vanished").is_some() {
        reasons.push("The lock was there when it was written to and gone when it was read back: its holder has released it.".into());
        return verdict(Staleness::Stale, reasons);
    }
    if seen.lock_describes == Some(Describes::Requester) {
        reasons.push("The printed block is this command's own attempt, not the holder's, so its Created and Who tell nothing about the holder.".into());
        if backend.is_some_and(|backend| backend.locking.frees_itself) {
            reasons.push(
                backend.map_or_else(String::new, |backend| backend.locking.when_holder_dies.to_owned()),
            );
            return verdict(Staleness::Live, reasons);
        }
        return Verdict { staleness: Staleness::Unknown, reasons, age_seconds: None };
    }
    if let Some(backend) = backend {
        if !backend.locking.when_holder_dies.is_empty() {
            reasons.push(backend.locking.when_holder_dies.to_owned());
        }
        if backend.locking.frees_itself {
            let is_live = seen.kind == Kind::StateLockHeld;
            if !is_live {
                reasons.push("A record may outlive its holder, so the record alone does not tell.".into());
            }
            return verdict(if is_live { Staleness::Live } else { Staleness::Unknown }, reasons);
        }
    }
    if let (Some(printed), Some(written)) = (printed, written) {
        let apart = written.as_second() - printed.as_second();
        if apart.abs() > 300 {
            reasons.push(format!(
                "The lock object's generation says that it was written at {written}, {} {} Created: the holder waited for the lock, or its clock is wrong.",
                in_words(apart.abs()),
                if apart > 0 { "after" } else { "before" }
            ));
        }
    }
    let operation = lock.and_then(|lock| lock.operation.as_deref()).unwrap_or("");
    let Some(age) = age else {
        reasons.push("The time of the lock is not known, so its age cannot be told.".into());
        return verdict(Staleness::Unknown, reasons);
    };
    let words = in_words(age.abs());
    if age < -120 {
        reasons.push(format!("Created lies {words} in the future: the holder's clock and this one disagree, so its age proves nothing."));
        return verdict(Staleness::Unknown, reasons);
    }
    // How long an operation of this kind may well take, in seconds.
    let (usual, name) = match operation {
        "OperationTypeApply" => (8 * 3600, "an apply or destroy"),
        "OperationTypePlan" | "OperationTypeRefresh" => (2 * 3600, "a plan or refresh"),
        "OperationTypeInvalid" => (8 * 3600, "an import or an open console"),
        "" => (8 * 3600, "an operation"),
        _ => (15 * 60, "this short operation"),
    };
    if age < 15 * 60 {
        reasons.push(format!("It was taken {words} ago; {name} may well be running."));
        return verdict(Staleness::Live, reasons);
    }
    if age < usual {
        reasons.push(format!(
            "It was taken {words} ago; {name} may take as long, or wait for a \"yes\" at its prompt."
        ));
        return verdict(Staleness::Unknown, reasons);
    }
    reasons.push(format!("It was taken {words} ago, longer than {name} usually takes; age alone proves nothing, so look at the holder first."));
    verdict(Staleness::Suspect, reasons)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_created_are_read() {
        let go = created("2024-01-15 03:42:11.823456789 +0000 UTC");
        assert_eq!(go, created("2024-01-15T03:42:11.823456789Z"));
        assert!(go.is_some());
        assert_eq!(
            created("2024-01-15 05:42:11 +0200 +0200").map(Moment::as_second),
            go.map(Moment::as_second)
        );
        assert_eq!(created("2026-05-19 19:52:38"), None);
    }

    #[test]
    fn ages_are_told_in_two_units() {
        assert_eq!(in_words(59), "59 s");
        assert_eq!(in_words(3 * 3600 + 120), "3 h 2 min");
        assert_eq!(in_words(86_400 + 7200), "1 day 2 h");
    }
}
