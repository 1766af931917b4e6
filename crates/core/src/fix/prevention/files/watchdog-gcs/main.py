"""Tells how old the locks of a Terraform state are. It reads and reports; it never deletes or writes a lock.

Age is no proof that a holder is dead: long applies are ordinary, and nothing renews a lock's time. So this asks a person
to look. Python 3.11 or later (the times have nine digits and a Z).

Environment: STATE_BUCKET, LONGEST_APPLY_SECONDS, PERIOD_SECONDS between two runs.
"""

import json
import os
from datetime import datetime, timezone


def locks(client, bucket):
    """Lock objects: every object named *.tflock, with the JSON that its holder wrote and its generation, the lock id."""
    for blob in client.list_blobs(bucket):
        if not blob.name.endswith(".tflock"):
            continue
        try:
            text = blob.download_as_bytes().decode("utf-8", "replace")
        except Exception as error:
            if getattr(error, "code", None) == 404:
                continue  # Released since the listing.
            raise
        yield f"gs://{bucket}/{blob.name}", text, blob.generation, blob.time_created


def read(place, text, generation, fallback, now):
    """One lock as a plain dict; age_seconds is None where no time can be read."""
    try:
        info = json.loads(text)
        info = info if isinstance(info, dict) else {}
    except ValueError:
        info = {}
    created = fallback
    try:
        created = datetime.fromisoformat(info["Created"])
        if created.tzinfo is None:
            created = created.replace(tzinfo=timezone.utc)
    except (KeyError, TypeError, ValueError):
        pass
    age = None if created is None else max(0, int((now - created).total_seconds()))
    lock = {"place": place, "id": str(generation), "age_seconds": age, "readable": "ID" in info}
    for name in ("Operation", "Who", "Version", "Created", "Info"):
        lock[name.lower()] = str(info.get(name, ""))[:500]
    return lock


def watch(now, client, bucket, limit, period, tell=print):
    """Reads every lock and writes one log entry for each; those that cross the limit are told of once, as an error."""
    found = [read(place, text, generation, time, now) for place, text, generation, time in locks(client, bucket)]
    for lock in found:
        age = lock["age_seconds"]
        crosses = age is not None and limit <= age < limit + period
        entry = dict(lock, severity="INFO", event="terraform_lock", message=f"Locked: {lock['place']}")
        if crosses:
            entry.update(
                severity="ERROR",
                event="old_terraform_lock",
                message=f"{lock['place']} is locked for {age} seconds by {lock['who']} ({lock['operation']}). Age is no "
                f"proof: find that run. Only when it has ended: terraform force-unlock {lock['id']}",
            )
        elif not lock["readable"]:
            entry.update(severity="ERROR", event="old_terraform_lock", message=f"Not Terraform's: {lock['place']}")
        tell(json.dumps(entry))
    return found


def handler(_request):
    from google.cloud import storage

    environment = os.environ
    found = watch(
        datetime.now(timezone.utc),
        storage.Client(),
        environment["STATE_BUCKET"],
        int(environment["LONGEST_APPLY_SECONDS"]),
        int(environment["PERIOD_SECONDS"]),
    )
    return {"locks": len(found)}
