"""Runs the GCS watchdog against a stand-in for the storage client. Argument: the folder of main.py."""

import json
import sys
from datetime import datetime, timedelta, timezone

sys.path.insert(0, sys.argv[1])
import main  # noqa: E402

now = datetime(2026, 5, 4, 12, 0, 0, tzinfo=timezone.utc)
stamp = lambda age: (now - timedelta(seconds=age)).strftime("%Y-%m-%dT%H:%M:%S.%f") + "789Z"


class Gone(Exception):
    code = 404


class Blob:
    generation = 1714824000000123
    time_created = now - timedelta(seconds=50)

    def __init__(self, name, text):
        self.name, self.text = name, text

    def download_as_bytes(self):
        if isinstance(self.text, Exception):
            raise self.text
        return self.text.encode()


class Client:
    """Has what the watchdog may use: anything else, such as deleting, is an AttributeError."""

    def __init__(self, *blobs):
        self.blobs = blobs

    def list_blobs(self, bucket):
        assert bucket == "acme-tf"
        return self.blobs


def lock(age):
    return json.dumps({"ID": "x", "Operation": "OperationTypeApply", "Who": "ci@runner", "Created": stamp(age)})


told = []
found = main.watch(
    now,
    Client(
        Blob("prod/default.tfstate", "{}"),
        Blob("prod/default.tflock", lock(3700)),
        Blob("dev/default.tflock", lock(60)),
        Blob("old/default.tflock", lock(90000)),
        Blob("gone/default.tflock", Gone()),
        Blob("odd/default.tflock", "not json"),
    ),
    "acme-tf", 3600, 300, tell=lambda line: told.append(json.loads(line)),
)
events = {entry["place"]: entry["event"] for entry in told}
assert len(found) == 4 and len(told) == 4, told
assert events["gs://acme-tf/prod/default.tflock"] == "old_terraform_lock"
assert events["gs://acme-tf/dev/default.tflock"] == "terraform_lock"
assert events["gs://acme-tf/old/default.tflock"] == "terraform_lock", "told of when it crossed the limit"
assert events["gs://acme-tf/odd/default.tflock"] == "old_terraform_lock", "a broken record is told of"
(crossed,) = [entry for entry in told if entry["place"].endswith("prod/default.tflock")]
assert crossed["severity"] == "ERROR" and "1714824000000123" in crossed["message"] and "no proof" in crossed["message"]

try:
    main.watch(now, Client(Blob("a.tflock", PermissionError("no"))), "acme-tf", 3600, 300)
    raise SystemExit("an error must fail the run, so that its absence is seen")
except PermissionError:
    pass
print("REPORT " + json.dumps({"locks": len(found)}))
