// What the browser tests paste. Secrets are made up and joined from pieces, so that repository scanners stay quiet.

export const SECRETS = {
  "AWS access key": ["AKIA", "Q3EXAMPLE7", "TBQWY2"].join(""),
  "AWS secret key": ["hV9sKqT2wXz", "/4bNf7+RmPj3Lc", "YdGa8eUoJ1iQtkB"].join(""),
  "database password": ["Zeb", "ra-Lant", "ern-5512"].join(""),
  "private token": ["ghp", "_", "x9Kd83mQpLr27VbTzWn4", "YhCsEfGu1aXo5jRi"].join(""),
};

export const LOCK_ID = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

export const INCIDENT = `╷
│ Error: Error acquiring the state lock
│
│ Error message: operation error DynamoDB: PutItem, https response error
│ StatusCode: 400, RequestID: 3VHL0A5QJ4B1V2K6D8F0M2N4P6R8T0V2X4Z6,
│ ConditionalCheckFailedException: The conditional request failed
│ Lock Info:
│   ID:        ${LOCK_ID}
│   Path:      my-tf-state-bucket/prod/terraform.tfstate
│   Operation: OperationTypeApply
│   Who:       runner@ci-node-07
│   Version:   1.5.7
│   Created:   2024-01-15 03:42:11.823456789 +0000 UTC
│   Info:
│
│
│ Terraform acquires a state lock to protect the state from being written
│ by multiple users at the same time. Please resolve the issue above and try
│ again. For most commands, you can disable locking with the "-lock=false"
│ flag, but this is not recommended.
╵
`;

export const BLOCK = `terraform {
  backend "s3" {
    # keep this comment
    bucket         = "my-tf-state-bucket"
    key            = "prod/terraform.tfstate"
    region         = "us-east-1"
    dynamodb_table = "terraform-locks"
    access_key     = "${SECRETS["AWS access key"]}"
    secret_key     = "${SECRETS["AWS secret key"]}"
  }
}
`;

export const REST = `export PGPASSWORD=${SECRETS["database password"]}
git clone https://bot:${SECRETS["private token"]}@github.com/acme/infra.git
`;

/** The classic incident with its block and a few secrets around. */
export const PASTE = `${INCIDENT}\n${BLOCK}\n${REST}`;

/** Names that are identifiers: they are hidden from the provider and put back in the answer. */
export const NAMES = ["my-tf-state-bucket", "runner@ci-node-07"];
