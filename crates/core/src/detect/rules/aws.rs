//! Amazon Web Services.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "aws-access-key-id",
        placeholder: "AWS_ACCESS_KEY_ID",
        summary: "An AWS access key id",
        reason: "It names the key, tells whose account it is, and with its secret gives API access.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, secretlint 12.0.0",
        pattern: "(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Ids that begin with AROA, AIDA, AGPA, ANPA, AIPA, APKA or ASCA belong to roles, \
                   users, groups and keys and are identifiers; Tencent's AKID is longer.",
            examples: &[
                "aws_access_key_id = «AKIA⟨b32 16⟩»",
                "Error: InvalidClientTokenId: the key «ASIA⟨b32 16⟩» does not exist",
            ],
            counter_examples: &[
                "the role id AROA⟨b32 16⟩ grants nothing",
                "ids that begin with AKIA are long-lived keys",
            ],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-access-key-id-old",
        placeholder: "AWS_ACCESS_KEY_ID",
        summary: "An AWS access key id of the old form",
        reason: "It names the key, and with its secret gives API access.",
        source: "gitleaks 8.30.1, secretlint 12.0.0",
        pattern: "A3T[A-Z0-9][A-Z0-9]{16}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Keys of this form are rare today.",
            examples: &["access key «A3T⟨AN 1⟩⟨AN 16⟩» in an old profile"],
            counter_examples: &["the part number A3T-100 of the rack"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-secret-access-key",
        placeholder: "AWS_SECRET_ACCESS_KEY",
        summary: "An AWS secret access key",
        reason: "With its key id it gives API access as that user.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, detect-secrets 1.5.0",
        keywords: &["aws"],
        pattern: "[A-Za-z0-9/+]{40}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A git commit has 40 characters too, but only hexadecimal ones; a path with \
                   slashes can be 40 long.",
            examples: &["aws secret: «⟨b64 40⟩»"],
            counter_examples: &["aws module commit ⟨hex 40⟩ is the release"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-session-token",
        placeholder: "AWS_SESSION_TOKEN",
        summary: "The session token of temporary AWS credentials",
        reason: "With its key pair it gives API access until it expires.",
        source: "public samples, not verified",
        pattern: "(?:IQoJb3JpZ2luX2Vj|FwoGZXIvYXdzE|FQoGZXIvYXdzE|AQoDYXdzE)[A-Za-z0-9/+=_%-]{80,4096}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It may stand URL-encoded; its head decodes to a fixed text.",
            examples: &[
                "X-Amz-Security-Token: «IQoJb3JpZ2luX2Vj⟨b62 104⟩»",
                "export AWS_SESSION_TOKEN=«FwoGZXIvYXdzE⟨b62 104⟩»",
            ],
            counter_examples: &["a session token begins with IQoJb3JpZ2luX2Vj and is long"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-bedrock-long",
        placeholder: "AWS_BEDROCK_KEY",
        summary: "A long-term API key of Amazon Bedrock",
        reason: "It calls models on the account's bill.",
        source: "gitleaks 8.30.1",
        pattern: "ABSK[A-Za-z0-9+/]{109,269}={0,2}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The text after the mark is base64.",
            examples: &["export AWS_BEARER_TOKEN_BEDROCK=«ABSK⟨b64 133⟩»"],
            counter_examples: &["keys of Bedrock begin with ABSK"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-bedrock-short",
        placeholder: "AWS_BEDROCK_KEY",
        summary: "A short-term API key of Amazon Bedrock",
        reason: "It calls models on the account's bill until it expires.",
        source: "gitleaks 8.30.1",
        pattern: "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=]{0,4096}",
        #[cfg(test)]
        cases: super::Cases {
            note: "What follows the fixed head is a presigned request; the whole run is hidden, \
                   however short.",
            examples: &[r#"curl -H "Authorization: Bearer «bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t»""#],
            counter_examples: &["the head is bedrock-api-key-"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-ses-smtp-password",
        placeholder: "AWS_SMTP_PASSWORD",
        summary: "An SMTP password of Amazon SES",
        reason: "It sends mail in the name of the account's domains, and is made from a secret \
                 access key.",
        source: "public samples, not verified",
        keywords: &["smtp", "ses_smtp_password_v4"],
        pattern: "[AB][A-Za-z0-9+/]{43}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is base64 of a version byte and 32 bytes.",
            examples: &["smtp password: «A⟨b64 43⟩»"],
            counter_examples: &["smtp server email-smtp.eu-west-1.amazonaws.com on port 587"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-mws",
        placeholder: "AWS_MWS_TOKEN",
        summary: "A token of Amazon's seller services",
        reason: "It reads and changes a seller's orders.",
        source: "detect-secrets 1.5.0",
        pattern: r"amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A UUID without the mark is none.",
            examples: &["mws «amzn.mws.⟨uuid⟩» was refused"],
            counter_examples: &["the namespace amzn.mws. is retired"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-appsync",
        placeholder: "AWS_APPSYNC_KEY",
        summary: "An API key of AWS AppSync",
        reason: "It queries the GraphQL interface that it was made for.",
        source: "public samples, not verified",
        pattern: "da2-[a-z0-9]{26}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Short words with the same beginning are none.",
            examples: &["x-api-key: «da2-⟨an 26⟩»"],
            counter_examples: &["da2-short is no key"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-sigv4-signature",
        placeholder: "AWS_SIGNATURE",
        summary: "The signature of a signed AWS request",
        reason: "The request works for who has it until it expires.",
        source: "the vendor's documentation",
        pattern: "X-Amz-Signature=([0-9a-f]{64})|Signature=([0-9a-f]{64})",
        #[cfg(test)]
        cases: super::Cases {
            note: "A bare run of 64 hexadecimal characters is a SHA-256.",
            examples: &[
                "https://s3.amazonaws.com/b/k?X-Amz-Expires=300&X-Amz-Signature=«⟨hex 64⟩»",
                "SignedHeaders=host;x-amz-date, Signature=«⟨hex 64⟩»",
            ],
            counter_examples: &["content sha256 ⟨hex 64⟩ of the archive"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-cloudfront-signed",
        placeholder: "AWS_SIGNATURE",
        summary: "The signature or policy of a signed CloudFront link",
        reason: "The link works for who has it until it expires.",
        source: "the vendor's documentation",
        pattern: "[?&]Signature=([A-Za-z0-9~_-]{40,2048})|(?:[?&]|CloudFront-)Policy=([A-Za-z0-9~_-]{40,2048})",
        #[cfg(test)]
        cases: super::Cases {
            note: "Key-Pair-Id names the key and is no secret.",
            examples: &[
                "https://d111111abcdef8.cloudfront.net/a.zip?Expires=1767225600&Signature=«⟨b64u 86⟩»",
                "https://d111111abcdef8.cloudfront.net/a.zip?Policy=«⟨b64u 60⟩»",
                "Cookie: CloudFront-Policy=«⟨b64u 60⟩»",
            ],
            counter_examples: &["https://docs.example.com/list?Policy=ReadOnly"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-eks-token",
        placeholder: "AWS_EKS_TOKEN",
        summary: "A token for an EKS cluster",
        reason: "It is a presigned request, and lets its holder into the cluster until it expires.",
        source: "public samples, not verified",
        pattern: r"k8s-aws-v1\.[A-Za-z0-9_-]{60,4096}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The version mark alone is no token.",
            examples: &["token: «k8s-aws-v1.⟨b64u 84⟩»"],
            counter_examples: &["tokens of the form k8s-aws-v1 are presigned requests"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-ecr-password",
        placeholder: "ECR_PASSWORD",
        summary: "A password for a registry of AWS",
        reason: "It pulls and pushes images for twelve hours.",
        source: "documented by AWS, seen in public logs",
        pattern: "eyJwYXlsb2FkIjoi[A-Za-z0-9+/]{60,4096}={0,2}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Base64 of a JSON text whose first member is payload.",
            examples: &["echo «eyJwYXlsb2FkIjoi⟨b64 240⟩» | docker login -u AWS"],
            counter_examples: &["the text eyJwYXlsb2FkIjoi begins each of them"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "aws-localstack-key-id",
        placeholder: "AWS_ACCESS_KEY_ID",
        summary: "An access key id of LocalStack",
        reason: "It names the key that a test cloud gave out; real stacks copy such files.",
        source: "kingfisher 1.112",
        pattern: "L[SK]IA[A-Z2-7]{16}",
        #[cfg(test)]
        cases: super::Cases {
            note: "They have the length of those of AWS.",
            examples: &["aws_access_key_id = «LSIA⟨b32 16⟩»"],
            counter_examples: &["keys that begin with LSIA"],
        },
        ..Rule::SECRET
    },
];
