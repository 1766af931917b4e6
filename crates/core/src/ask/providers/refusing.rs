//! Providers that a page cannot ask, told before a key is typed.

/// A provider that refuses browsers, and the way that works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusing {
    /// Kebab-case.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Why a page cannot ask it.
    pub why: &'static str,
    /// What works instead.
    pub instead: &'static str,
    /// Where this is documented.
    pub source: &'static str,
}

/// A proxy of the user's own: the way to every provider that is not on the list.
const PROXY: &str = "Run a proxy of your own on this machine, such as LiteLLM (litellm --model {model} --port 4000), \
                     and pick \"OpenAI-compatible on this machine\" with http://localhost:4000/v1. The \
                     key then \
                     stays in the proxy, and this page talks to your machine only.";

/// How to ask a host that is not on the list, in one paragraph for the page.
pub const ANOTHER_HOST: &str = "This page can reach only the hosts that its policy names, so that nothing pasted here \
                                can ever go to another one. To ask a host of your own, take one of two ways. Either \
                                run a proxy on this machine that speaks the Chat Completions format, for example \
                                \"pip install 'litellm[proxy]'\" and \"litellm --model openai/NAME --api_base \
                                https://your.host/v1 --port 4000\" with the key in OPENAI_API_KEY, and pick \
                                \"OpenAI-compatible on this machine\" with http://localhost:4000/v1. Or build the \
                                page yourself: copy a file of crates/core/src/ask/providers/, change its id and \
                                origin, add it to mod.rs beside it, and run ./serve; the policy is written from that \
                                list.";

/// Every one of them.
pub const REFUSING: &[Refusing] = &[
    Refusing {
        id: "bedrock",
        name: "AWS Bedrock",
        why: "Bedrock sends no CORS headers at all, so that a browser refuses to hand its answers to a page, and it \
              streams in a binary format of its own.",
        instead: PROXY,
        source: "enricoros/big-AGI src/modules/llms/vendors/bedrock/bedrock.vendor.ts",
    },
    Refusing {
        id: "azure-openai",
        name: "Azure OpenAI",
        why: "Reports contradict each other on whether Azure answers to browsers, and every customer has a host of \
              their own: a policy that lets pages reach *.openai.azure.com would let anybody's host in.",
        instead: PROXY,
        source: "lobehub/lobe-chat issue 2487; enricoros/big-AGI kb/systems/client-side-fetch.md, 2026-08-14",
    },
    Refusing {
        id: "github-models",
        name: "GitHub Models",
        why: "GitHub retired it on 30 July 2026, for everybody.",
        instead: "Take any other provider of the list. OpenRouter offers models of many makers with one key.",
        source: "GitHub community discussion 203602",
    },
    Refusing {
        id: "nvidia-nim",
        name: "NVIDIA hosted NIM",
        why: "It answers to pages of NVIDIA's own host only.",
        instead: PROXY,
        source: "enricoros/big-AGI kb/systems/client-side-fetch.md, 2026-08-14",
    },
];
