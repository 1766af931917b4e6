data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

# The key of the state is not managed here, only used to read lock files.
data "aws_kms_key" "state" {
  count  = local.state_key_id == null ? 0 : 1
  key_id = local.state_key_id
}

locals {
  arn_prefix    = "arn:${data.aws_partition.current.partition}"
  function_name = substr("${local.name}-stale-locks", 0, 64)
  period        = 300
  namespace     = "TerraformLocks/${local.name}"
}

resource "aws_kms_key" "watchdog" {
  description             = "Stale lock watchdog: messages, logs, environment"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountDecidesByIam"
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "${local.arn_prefix}:iam::${data.aws_caller_identity.current.account_id}:root" }
      },
      {
        Sid       = "AlarmMessages"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
        Principal = { Service = "cloudwatch.amazonaws.com" }
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Principal = { Service = "logs.${local.state_region}.${data.aws_partition.current.dns_suffix}" }
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "${local.arn_prefix}:logs:${local.state_region}:${data.aws_caller_identity.current.account_id}:log-group:/aws/lambda/${local.function_name}" } }
      },
    ]
  })
}

resource "aws_sns_topic" "locks" {
  name              = local.function_name
  kms_master_key_id = aws_kms_key.watchdog.arn
}

resource "aws_sns_topic_subscription" "people" {
  for_each  = toset(var.tell)
  topic_arn = aws_sns_topic.locks.arn
  protocol  = "email"
  endpoint  = each.value
}

# Runs that failed. The alarm below fires as well, since no age arrives.
resource "aws_sqs_queue" "failed" {
  name                      = "${local.function_name}-failed"
  kms_master_key_id         = aws_kms_key.watchdog.arn
  message_retention_seconds = 1209600
}

resource "aws_cloudwatch_log_group" "watchdog" {
  name              = "/aws/lambda/${local.function_name}"
  kms_key_id        = aws_kms_key.watchdog.arn
  retention_in_days = 365
}

data "archive_file" "function" {
  type        = "zip"
  source_file = "${path.module}/stale_locks.py"
  output_path = "${path.module}/stale_locks.zip"
}

resource "aws_lambda_function" "watchdog" {
  #checkov:skip=CKV_AWS_117:It speaks only to AWS endpoints; inside a VPC it would need endpoints for all of them
  #checkov:skip=CKV_AWS_272:Code signing needs a signing profile of yours; the code is this one file
  function_name                  = local.function_name
  description                    = "Reads Terraform locks and tells their age. Never deletes."
  role                           = aws_iam_role.watchdog.arn
  runtime                        = "python3.13"
  handler                        = "stale_locks.handler"
  filename                       = data.archive_file.function.output_path
  source_code_hash               = data.archive_file.function.output_base64sha256
  timeout                        = 120
  memory_size                    = 256
  reserved_concurrent_executions = 1
  kms_key_arn                    = aws_kms_key.watchdog.arn
  environment {
    variables = {
      STATE_BUCKET          = local.state_bucket
      LOCK_TABLE            = local.lock_table
      LONGEST_APPLY_SECONDS = tostring(var.longest_apply_minutes * 60)
      PERIOD_SECONDS        = tostring(local.period)
      TOPIC_ARN             = aws_sns_topic.locks.arn
      METRIC_NAMESPACE      = local.namespace
    }
  }
  dead_letter_config {
    target_arn = aws_sqs_queue.failed.arn
  }
  tracing_config {
    mode = "Active"
  }
  depends_on = [aws_cloudwatch_log_group.watchdog, aws_iam_role_policy.watchdog]
}

resource "aws_iam_role" "watchdog" {
  name = local.function_name
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "watchdog" {
  name   = "read-locks"
  role   = aws_iam_role.watchdog.id
  policy = data.aws_iam_policy_document.watchdog.json
}

resource "aws_iam_role_policy_attachment" "tracing" {
  role       = aws_iam_role.watchdog.name
  policy_arn = "${local.arn_prefix}:iam::aws:policy/AWSXRayDaemonWriteAccess"
}

# Nothing here writes to the lock's store, and of the bucket only lock files can be read, no state.
data "aws_iam_policy_document" "watchdog" {
  statement {
    sid       = "FindLockFiles"
    actions   = ["s3:ListBucket"]
    resources = ["${local.arn_prefix}:s3:::${local.state_bucket}"]
  }
  statement {
    sid       = "ReadLockFiles"
    actions   = ["s3:GetObject"]
    resources = ["${local.arn_prefix}:s3:::${local.state_bucket}/*.tflock"]
  }
  #:if table
  statement {
    sid       = "ReadLockItems"
    actions   = ["dynamodb:Scan"]
    resources = ["${local.arn_prefix}:dynamodb:${local.state_region}:${data.aws_caller_identity.current.account_id}:table/${local.lock_table}"]
  }
  #:end
  dynamic "statement" {
    for_each = data.aws_kms_key.state
    content {
      sid       = "StateKey"
      actions   = ["kms:Decrypt"]
      resources = [statement.value.arn]
    }
  }
  statement {
    sid       = "TellMetric"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = [local.namespace]
    }
  }
  statement {
    sid       = "TellPeople"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.locks.arn]
  }
  statement {
    sid       = "TellFailure"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.failed.arn]
  }
  statement {
    sid       = "OwnKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.watchdog.arn]
  }
  statement {
    sid       = "OwnLog"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.watchdog.arn}:*"]
  }
}

resource "aws_cloudwatch_event_rule" "watchdog" {
  name                = local.function_name
  description         = "Looks for old Terraform locks"
  schedule_expression = "rate(${local.period / 60} minutes)"
}

resource "aws_cloudwatch_event_target" "watchdog" {
  rule = aws_cloudwatch_event_rule.watchdog.name
  arn  = aws_lambda_function.watchdog.arn
}

resource "aws_lambda_permission" "watchdog" {
  statement_id  = "Schedule"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.watchdog.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.watchdog.arn
}

# Missing data is alarming as well: then the watchdog itself is dead.
resource "aws_cloudwatch_metric_alarm" "old_lock" {
  alarm_name          = "${local.function_name}-old"
  alarm_description   = "A Terraform lock is older than the longest apply, or nobody has looked. Age is no proof: find the run that the log names before anything else."
  namespace           = local.namespace
  metric_name         = "OldestLockAgeSeconds"
  statistic           = "Maximum"
  period              = local.period
  evaluation_periods  = 2
  threshold           = var.longest_apply_minutes * 60
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.locks.arn]
  ok_actions          = [aws_sns_topic.locks.arn]
}

resource "aws_cloudwatch_metric_alarm" "unreadable_lock" {
  alarm_name          = "${local.function_name}-unreadable"
  alarm_description   = "A lock record is no lock record of Terraform's. Look at it before anything is deleted."
  namespace           = local.namespace
  metric_name         = "UnreadableLocks"
  statistic           = "Maximum"
  period              = local.period
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.locks.arn]
}
