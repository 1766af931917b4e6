"""Runs the AWS watchdog against moto's S3, DynamoDB, CloudWatch and SNS. Argument: the folder of stale_locks.py."""

import json
import os
import sys
from datetime import datetime, timedelta, timezone

os.environ.update(
    AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing", AWS_DEFAULT_REGION="us-east-1", AWS_EC2_METADATA_DISABLED="true"
)
sys.path.insert(0, sys.argv[1])

import boto3  # noqa: E402
from moto import mock_aws  # noqa: E402

checks = 0


def check(condition, what):
    global checks
    assert condition, what
    checks += 1


def lock(created, name):
    return json.dumps(
        {"ID": f"00000000-0000-4000-8000-{name:>012}", "Operation": "OperationTypeApply", "Info": "", "Who": "runner@ci-7",
         "Version": "1.11.4", "Created": created, "Path": "acme-tfstate/net/terraform.tfstate"}
    )


with mock_aws():
    import stale_locks

    s3, dynamodb = boto3.client("s3"), boto3.client("dynamodb")
    cloudwatch, sns, sqs = boto3.client("cloudwatch"), boto3.client("sns"), boto3.client("sqs")
    s3.create_bucket(Bucket="acme-tfstate")
    dynamodb.create_table(
        TableName="acme-locks", BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "LockID", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "LockID", "AttributeType": "S"}],
    )
    topic = sns.create_topic(Name="locks")["TopicArn"]
    queue = sqs.create_queue(QueueName="seen")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    os.environ.update(
        STATE_BUCKET="acme-tfstate", LOCK_TABLE="acme-locks", LONGEST_APPLY_SECONDS="3600", PERIOD_SECONDS="300",
        TOPIC_ARN=topic, METRIC_NAMESPACE="TerraformLocks/acme",
    )

    def metric(name):
        end = datetime.now(timezone.utc) + timedelta(minutes=5)
        points = cloudwatch.get_metric_statistics(
            Namespace="TerraformLocks/acme", MetricName=name, StartTime=end - timedelta(hours=1), EndTime=end,
            Period=3600, Statistics=["Maximum", "SampleCount"],
        )["Datapoints"]
        return max((point["Maximum"] for point in points), default=None)

    def messages():
        got = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
        for one in got:
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=one["ReceiptHandle"])
        return [json.loads(one["Body"])["Message"] for one in got]

    # No lock: zero is published, so that missing data means a dead watchdog.
    check(stale_locks.handler({}, None) == {"locks": 0}, "no locks")
    check(metric("OldestLockAgeSeconds") == 0, "zero is published")

    # Times as Terraform writes them: nine digits and a Z.
    now = datetime.now(timezone.utc)
    stamp = lambda age: (now - timedelta(seconds=age)).strftime("%Y-%m-%dT%H:%M:%S.%f") + "789Z"
    s3.put_object(Bucket="acme-tfstate", Key="net/terraform.tfstate", Body=b"{}")
    s3.put_object(Bucket="acme-tfstate", Key="net/terraform.tfstate.tflock", Body=lock(stamp(3700), 1).encode())
    s3.put_object(Bucket="acme-tfstate", Key="stacks/dev/net/terraform.tfstate.tflock", Body=lock(stamp(60), 2).encode())
    s3.put_object(Bucket="acme-tfstate", Key="broken.tflock", Body=b"not json")
    put = lambda key, **more: dynamodb.put_item(TableName="acme-locks", Item={"LockID": {"S": key}, **more})
    put("acme-tfstate/net/terraform.tfstate", Info={"S": lock(stamp(86400), 3)})
    put("acme-tfstate/net/terraform.tfstate-md5", Digest={"S": "0" * 32})

    before = [s3.list_objects_v2(Bucket="acme-tfstate")["KeyCount"], dynamodb.scan(TableName="acme-locks")["Count"]]
    check(stale_locks.handler({}, None) == {"locks": 4}, "three lock files, one item; the digest is none")
    check(86398 <= metric("OldestLockAgeSeconds") < 86460, "the oldest is the item")
    check(metric("Locks") == 4 and metric("UnreadableLocks") == 1, "the broken one is counted")
    after = [s3.list_objects_v2(Bucket="acme-tfstate")["KeyCount"], dynamodb.scan(TableName="acme-locks")["Count"]]
    check(before == after, "nothing was written or deleted")

    # One message, of the lock that has just crossed the limit; the day-old one was told of when it crossed.
    told = messages()
    check(len(told) == 1, told)
    check("s3://acme-tfstate/net/terraform.tfstate.tflock" in told[0] and "runner@ci-7" in told[0], told[0])
    check("Age is no proof" in told[0], "it does not call it stale")

    # A clock that is ahead gives no negative age; a time without zone is taken as UTC; a number is no time.
    read = stale_locks.read
    check(read("p", lock(stamp(-500), 4), None, now)["age_seconds"] == 0, "clock ahead")
    check(read("p", '{"ID": "x", "Created": "2020-01-01T00:00:00"}', None, now)["age_seconds"] > 10**8, "no zone")
    check(read("p", '{"ID": "x", "Created": 5}', None, now)["age_seconds"] is None, "no time")

print("REPORT " + json.dumps({"checks": checks}))
