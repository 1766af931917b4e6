//! Microsoft Azure.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "azure-client-secret",
        placeholder: "AZURE_CLIENT_SECRET",
        summary: "A client secret of an Entra application",
        reason: "It signs in as the application, with every role that the application has.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, trufflehog 3ab759f",
        pattern: "[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark Q~ stands behind three characters and a digit.",
            examples: &["ARM_CLIENT_SECRET=«⟨b62 3⟩⟨dig 1⟩Q~⟨b62 32⟩»"],
            counter_examples: &["the mark is Q~ at the fifth character"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-sas-sig",
        placeholder: "AZURE_SAS_SIGNATURE",
        summary: "The signature of a shared access link",
        reason: "Who has the link reads or writes what it covers until it expires.",
        source: "trufflehog 3ab759f",
        pattern: "[?&;]sig=([A-Za-z0-9%+/=_-]{20,120})",
        #[cfg(test)]
        cases: super::Cases {
            note: "The other parameters of the link (sv, se, sp, sr) are no secrets, and tell why \
                   it failed.",
            examples: &[
                "https://st1.blob.core.windows.net/state?sv=2022-11-02&se=2026-01-01&sp=rl&sig=«⟨b62 41⟩%3D»",
                "https://prod-01.logic.azure.com/workflows/x/paths/invoke?sp=run&sig=«⟨b64u 43⟩»",
            ],
            counter_examples: &["https://example.com/?sig=none&sv=2022-11-02"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-shared-access-key",
        placeholder: "AZURE_SHARED_ACCESS_KEY",
        summary: "A shared access key of Service Bus, Event Hubs or IoT Hub",
        reason: "It sends and reads messages of the whole namespace or hub.",
        source: "kingfisher 2.14.0, trufflehog 3ab759f",
        pattern: "SharedAccessKey=([A-Za-z0-9+/]{43}=)",
        #[cfg(test)]
        cases: super::Cases {
            note: "SharedAccessKeyName, EntityPath and DeviceId are names, and stay.",
            examples: &[
                "Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=«⟨b64 43⟩=»",
                "HostName=hub.azure-devices.net;DeviceId=d1;SharedAccessKey=«⟨b64 43⟩=»",
            ],
            counter_examples: &[
                "Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey",
            ],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-app-config",
        placeholder: "AZURE_APP_CONFIG_SECRET",
        summary: "The secret of an App Configuration store",
        reason: "It reads every setting of the store, and mostly changes them too.",
        source: "kingfisher 2.14.0, trufflehog 3ab759f",
        pattern: "Secret=([A-Za-z0-9+/=]{40,100})",
        #[cfg(test)]
        cases: super::Cases {
            note: "Id names the key and is no secret.",
            examples: &["Endpoint=https://cfg.azconfig.io;Id=ab-l0-s0;Secret=«⟨b64 43⟩=»"],
            counter_examples: &["kind=Secret=Opaque"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-devops-pat",
        placeholder: "AZURE_DEVOPS_TOKEN",
        summary: "A personal access token of Azure DevOps",
        reason: "It reads and changes repositories and pipelines as its owner.",
        source: "the vendor's documentation",
        pattern: "[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark stands near the end of 84 characters.",
            examples: &["az devops login: «⟨b62 76⟩AZDO⟨b62 4⟩»"],
            counter_examples: &["the mark is AZDO"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-devops-pat-old",
        placeholder: "AZURE_DEVOPS_TOKEN",
        summary: "A personal access token of Azure DevOps of the old form",
        reason: "It reads and changes repositories and pipelines as its owner.",
        source: "trufflehog 3ab759f",
        keywords: &["azure", "devops", "vsts"],
        pattern: "[a-z2-7]{52}",
        #[cfg(test)]
        cases: super::Cases {
            note: "52 small letters and digits without a word of the vendor before them can be \
                   anything.",
            examples: &["azure devops pat: «⟨b32l 52⟩»"],
            counter_examples: &["azure pipeline demo finished ⟨low 12⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-function-key",
        placeholder: "AZURE_FUNCTION_KEY",
        summary: "A key of an Azure function",
        reason: "It calls the function, or every function of the app.",
        source: "trufflehog 3ab759f, the vendor's documentation",
        pattern: "[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]==",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark stands near the end.",
            examples: &["x-functions-key: «⟨b64u 44⟩AzFu⟨b64u 5⟩A==»"],
            counter_examples: &["the mark is AzFu"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-acr-password",
        placeholder: "AZURE_REGISTRY_PASSWORD",
        summary: "A password of Azure Container Registry",
        reason: "It pulls images, and mostly pushes them too.",
        source: "trufflehog 3ab759f",
        pattern: r"[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9]{6}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark stands near the end.",
            examples: &["docker login r.azurecr.io -u r -p «⟨b64 42⟩+ACR⟨b62 6⟩»"],
            counter_examples: &["the mark is +ACR"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-redis-key",
        placeholder: "AZURE_REDIS_KEY",
        summary: "A key of Azure Cache for Redis",
        reason: "It reads and writes the whole cache.",
        source: "the vendor's documentation",
        pattern: "[A-Za-z0-9]{33}AzCa[A-Za-z0-9]{5}=",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark stands near the end.",
            examples: &["cache key «⟨b62 33⟩AzCa⟨b62 5⟩=» was rotated"],
            counter_examples: &["the mark is AzCa"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-search-key",
        placeholder: "AZURE_SEARCH_KEY",
        summary: "A key of Azure AI Search",
        reason: "An admin key reads and changes every index.",
        source: "the vendor's documentation",
        pattern: "[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark stands near the end.",
            examples: &["api-key: «⟨b62 42⟩AzSe⟨b62 6⟩»"],
            counter_examples: &["the mark is AzSe"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-apim-key",
        placeholder: "AZURE_APIM_KEY",
        summary: "A subscription key of API Management",
        reason: "It calls the interfaces of its product, counted to its owner.",
        source: "trufflehog 3ab759f",
        keywords: &["ocp-apim-subscription-key", "subscription-key"],
        pattern: "[0-9a-f]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "An MD5 has the same form.",
            examples: &["Ocp-Apim-Subscription-Key: «⟨hex 32⟩»"],
            counter_examples: &["Ocp-Apim-Trace: md5 ⟨hex 32⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-openai-key",
        placeholder: "AZURE_OPENAI_KEY",
        summary: "A key of an Azure OpenAI or AI service",
        reason: "It calls models on the subscription's bill.",
        source: "trufflehog 3ab759f",
        keywords: &["openai", "cognitive", "api-key"],
        pattern: "[0-9a-f]{32}",
        #[cfg(test)]
        cases: super::Cases {
            note: "An MD5 has the same form.",
            examples: &["azure openai key: «⟨hex 32⟩»"],
            counter_examples: &["openai image digest md5 ⟨hex 32⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-openai-key-long",
        placeholder: "AZURE_OPENAI_KEY",
        summary: "A key of an Azure AI service of the new form",
        reason: "It calls models on the subscription's bill.",
        source: "trufflehog 3ab759f",
        pattern: "[A-Za-z0-9]{76}ACOG[A-Za-z0-9]{4}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark stands near the end of 84 characters.",
            examples: &["Authorization failed for «⟨b62 76⟩ACOG⟨b62 4⟩» today"],
            counter_examples: &["the mark is ACOG"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-publish-profile",
        placeholder: "AZURE_PUBLISH_PASSWORD",
        summary: "The password of a publish profile",
        reason: "It deploys code to the app.",
        source: "public samples, not verified",
        pattern: r#"userPWD="([A-Za-z0-9]{60})""#,
        #[cfg(test)]
        cases: super::Cases {
            note: "The user name beside it is no secret.",
            examples: &[r#"<publishProfile userName="$app" userPWD="«⟨b62 60⟩»" />"#],
            counter_examples: &[
                r#"<publishProfile publishMethod="MSDeploy" profileName="app - Web Deploy" />"#,
            ],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "azure-refresh-token",
        placeholder: "AZURE_REFRESH_TOKEN",
        summary: "A refresh token of Entra",
        reason: "It gets new access tokens as its user for weeks.",
        source: "trufflehog 3ab759f",
        keywords: &["microsoftonline", "refresh_token"],
        pattern: r"[01]\.A[\w-]{50,2000}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Access tokens are JWTs and found as such.",
            examples: &["refresh_token: «0.A⟨b64u 74⟩»"],
            counter_examples: &["login.microsoftonline.com answered with token_type Bearer"],
        },
        ..Rule::SECRET
    },
];
