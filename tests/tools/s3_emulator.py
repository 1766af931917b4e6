"""S3, DynamoDB and STS on loopback (moto), with a bucket and a lock table. Prints the port, runs until stdin closes.
Each request is one line of standard error."""

import os
import sys

os.environ.update(AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing", AWS_DEFAULT_REGION="us-east-1")

import boto3  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
port = server.get_host_and_port()[1]
endpoint = f"http://127.0.0.1:{port}"
boto3.client("s3", endpoint_url=endpoint).create_bucket(Bucket="acme-tfstate")
boto3.client("dynamodb", endpoint_url=endpoint).create_table(
    TableName="acme-locks", BillingMode="PAY_PER_REQUEST",
    KeySchema=[{"AttributeName": "LockID", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "LockID", "AttributeType": "S"}],
)
print(port, flush=True)
sys.stdin.read()
server.stop()
