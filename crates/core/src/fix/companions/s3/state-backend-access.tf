locals {
  state_objects     = [for key in local.state_keys : "${aws_s3_bucket.state.arn}/${key}"]
  workspace_objects = [for key in local.workspace_keys : "${aws_s3_bucket.state.arn}/${key}"]
  lock_objects      = [for object in concat(local.state_objects, local.workspace_objects) : "${object}.tflock"]
}
#:if table

locals {
  lock_ids = [for key in concat(local.state_keys, local.workspace_keys) : "${local.state_bucket}/${key}"]
}
#:end

data "aws_iam_policy_document" "state_apply" {
  # Without it a state that is not there yet reads as "access denied", and workspaces cannot be listed.
  statement {
    sid       = "ListState"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.state.arn]
  }
  statement {
    sid       = "ReadWriteState"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = local.state_objects
  }
  # Delete: terraform workspace delete. The default workspace's state is never deleted.
  statement {
    sid       = "Workspaces"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = local.workspace_objects
  }
  #:if lock_file
  # A role that may write a lock file but not delete it leaves a lock after each run.
  statement {
    sid       = "LockFile"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = local.lock_objects
  }
  #:end
  #:if table
  statement {
    sid       = "LockTable"
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"]
    resources = [aws_dynamodb_table.lock.arn]
    condition {
      test     = "ForAllValues:StringLike"
      variable = "dynamodb:LeadingKeys"
      values   = local.lock_ids
    }
  }
  # The digest of the state, written with it.
  statement {
    sid       = "Digest"
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"]
    resources = [aws_dynamodb_table.lock.arn]
    condition {
      test     = "ForAllValues:StringLike"
      variable = "dynamodb:LeadingKeys"
      values   = [for id in local.lock_ids : "${id}-md5"]
    }
  }
  statement {
    sid       = "LockTableKey"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    resources = [local.state_key_arn]
    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = ["dynamodb.${local.state_region}.amazonaws.com*"]
    }
  }
  #:end
  statement {
    sid       = "StateKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [local.state_key_arn]
    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = ["s3.${local.state_region}.amazonaws.com*"]
    }
  }
}

data "aws_iam_policy_document" "state_plan" {
  # Without it a state that is not there yet reads as "access denied", and workspaces cannot be listed.
  statement {
    sid       = "ListState"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.state.arn]
  }
  statement {
    sid       = "ReadState"
    actions   = ["s3:GetObject"]
    resources = concat(local.state_objects, local.workspace_objects)
  }
  #:if lock_file
  # A role that may write a lock file but not delete it leaves a lock after each run.
  statement {
    sid       = "LockFile"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = local.lock_objects
  }
  #:end
  #:if table
  statement {
    sid       = "LockTable"
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"]
    resources = [aws_dynamodb_table.lock.arn]
    condition {
      test     = "ForAllValues:StringLike"
      variable = "dynamodb:LeadingKeys"
      values   = local.lock_ids
    }
  }
  # The digest of the state: a plan compares it.
  statement {
    sid       = "Digest"
    actions   = ["dynamodb:GetItem"]
    resources = [aws_dynamodb_table.lock.arn]
    condition {
      test     = "ForAllValues:StringLike"
      variable = "dynamodb:LeadingKeys"
      values   = [for id in local.lock_ids : "${id}-md5"]
    }
  }
  statement {
    sid       = "LockTableKey"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    resources = [local.state_key_arn]
    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = ["dynamodb.${local.state_region}.amazonaws.com*"]
    }
  }
  #:end
  statement {
    sid       = "StateKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [local.state_key_arn]
    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = ["s3.${local.state_region}.amazonaws.com*"]
    }
  }
}

resource "aws_iam_policy" "state_apply" {
  name        = substr("tfstate-apply-${local.state_bucket}", 0, 128)
  description = "Read, write and lock the state"
  policy      = data.aws_iam_policy_document.state_apply.json
}

resource "aws_iam_policy" "state_plan" {
  name        = substr("tfstate-plan-${local.state_bucket}", 0, 128)
  description = "Read and lock the state, never write it"
  policy      = data.aws_iam_policy_document.state_plan.json
}

# Who plans, for pull requests. It reads the state; what it may read of the infrastructure is for you to attach.
resource "aws_iam_role" "plan" {
  name                 = substr("tfstate-plan-${local.state_bucket}", 0, 64)
  description          = "Terraform plan: reads and locks the state"
  max_session_duration = 3600
  assume_role_policy   = data.aws_iam_policy_document.trust["plan"].json
}

resource "aws_iam_role_policy_attachment" "plan" {
  role       = aws_iam_role.plan.name
  policy_arn = aws_iam_policy.state_plan.arn
}

data "aws_iam_policy_document" "trust" {
  for_each = local.trusted
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = each.value
    }
  }
}
#:if own_role

resource "aws_iam_role" "apply" {
  name                 = substr("tfstate-apply-${local.state_bucket}", 0, 64)
  description          = "Terraform apply: reads, writes and locks the state"
  max_session_duration = 7200
  assume_role_policy   = data.aws_iam_policy_document.trust["apply"].json
}

resource "aws_iam_role_policy_attachment" "apply" {
  role       = aws_iam_role.apply.name
  policy_arn = aws_iam_policy.state_apply.arn
}
#:end
#:if !own_role

# The role that the backend assumes already.
resource "aws_iam_role_policy_attachment" "apply" {
  role       = local.apply_role
  policy_arn = aws_iam_policy.state_apply.arn
}
#:end
