"""Tells how old the locks of a Terraform state are. It reads and reports; it never deletes or writes a lock.

Age is no proof that a holder is dead: long applies are ordinary, and nothing renews a lock's time. So this asks a person
to look. Python 3.11 or later (the times have nine digits and a Z).

Environment: STATE_BUCKET and LOCK_TABLE (either may be empty), LONGEST_APPLY_SECONDS, PERIOD_SECONDS between two runs,
TOPIC_ARN for messages, METRIC_NAMESPACE.
"""

import json
import os
from datetime import datetime, timezone

import boto3


def file_locks(s3, bucket):
    """Lock files: every object named *.tflock, with the JSON that its holder wrote."""
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        for entry in page.get("Contents", []):
            if not entry["Key"].endswith(".tflock"):
                continue
            place = f"s3://{bucket}/{entry['Key']}"
            try:
                body = s3.get_object(Bucket=bucket, Key=entry["Key"])["Body"].read()
            except s3.exceptions.NoSuchKey:
                continue  # Released since the listing.
            yield place, body.decode("utf-8", "replace"), entry["LastModified"]


def table_locks(dynamodb, table):
    """Lock items: those with Info. The others are digests, whose LockID ends with -md5."""
    pages = dynamodb.get_paginator("scan").paginate(
        TableName=table, ProjectionExpression="LockID, Info", ConsistentRead=True
    )
    for page in pages:
        for item in page["Items"]:
            if "Info" in item:
                yield f"dynamodb://{table}/{item['LockID']['S']}", item["Info"]["S"], None


def read(place, text, fallback, now):
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
    lock = {"place": place, "age_seconds": age, "readable": "ID" in info}
    for name in ("ID", "Operation", "Who", "Version", "Created", "Info"):
        lock[name.lower()] = str(info.get(name, ""))[:500]
    return lock


def message(lock, limit):
    return "\n".join(
        [
            f"A Terraform lock is older than {limit} seconds.",
            "",
            f"Place:     {lock['place']}",
            f"Id:        {lock['id']}",
            f"Operation: {lock['operation']}",
            f"Who:       {lock['who']}",
            f"Created:   {lock['created']}",
            f"Age:       {lock['age_seconds']} seconds",
            "",
            "Age is no proof. Find the run that Who names: if it still runs, it holds this lock rightly. Only when it is",
            "known to have ended: terraform force-unlock with this id, from the configuration of this state.",
        ]
    )


def watch(now, clients, settings):
    """Reads every lock, publishes the oldest age, and tells once of each lock that crosses the limit."""
    raw = []
    if settings["bucket"]:
        raw += file_locks(clients["s3"], settings["bucket"])
    if settings["table"]:
        raw += table_locks(clients["dynamodb"], settings["table"])
    locks = [read(place, text, fallback, now) for place, text, fallback in raw]
    for lock in locks:
        print(json.dumps(lock))
    ages = [lock["age_seconds"] for lock in locks if lock["age_seconds"] is not None]
    clients["cloudwatch"].put_metric_data(
        Namespace=settings["namespace"],
        MetricData=[
            {"MetricName": "OldestLockAgeSeconds", "Value": max(ages, default=0), "Unit": "Seconds"},
            {"MetricName": "Locks", "Value": len(locks), "Unit": "Count"},
            {
                "MetricName": "UnreadableLocks",
                "Value": sum(not lock["readable"] for lock in locks),
                "Unit": "Count",
            },
        ],
    )
    limit, period = settings["limit"], settings["period"]
    for lock in locks:
        age = lock["age_seconds"]
        if settings["topic"] and age is not None and limit <= age < limit + period:
            clients["sns"].publish(
                TopicArn=settings["topic"], Subject="Terraform lock: please look", Message=message(lock, limit)
            )
    return locks


def handler(_event, _context):
    environment = os.environ
    clients = {name: boto3.client(name) for name in ("s3", "dynamodb", "cloudwatch", "sns")}
    settings = {
        "bucket": environment.get("STATE_BUCKET", ""),
        "table": environment.get("LOCK_TABLE", ""),
        "limit": int(environment["LONGEST_APPLY_SECONDS"]),
        "period": int(environment["PERIOD_SECONDS"]),
        "topic": environment.get("TOPIC_ARN", ""),
        "namespace": environment["METRIC_NAMESPACE"],
    }
    return {"locks": len(watch(datetime.now(timezone.utc), clients, settings))}
