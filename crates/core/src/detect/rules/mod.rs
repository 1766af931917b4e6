//! What credentials look like, one file per vendor. To add one: a new file, and its name in the list here.

#![allow(clippy::doc_markdown, reason = "each file begins with its vendor's name, as the vendor writes it")]

mod check;

use super::Class;

/// One kind of credential that is recognised by its own form.
///
/// `pattern` is regular-expression syntax kept to what [`super::pattern`] reads: literals, classes, `{m,n}`, `?`,
/// `+`, `*`, groups and `|`, ASCII; a capture group is the secret, else the whole match is.
#[derive(Debug)]
pub struct Rule {
    /// Unique, kebab-case, begins with the name of its file.
    pub id: &'static str,
    /// The placeholder's kind, upper case with underscores.
    pub placeholder: &'static str,
    /// Secret or identifier.
    pub class: Class,
    /// What it is, in words.
    pub summary: &'static str,
    /// Why it is hidden: what it opens, one sentence.
    pub reason: &'static str,
    /// Who documents or matches this form.
    pub source: &'static str,
    /// Where the form has no mark of its own: words of which one must stand shortly before it, lower case. None where
    /// the form is enough.
    pub keywords: &'static [&'static str],
    /// The form.
    pub pattern: &'static str,
    /// Whether a text of this form carries the checksum that its maker put into it. A right one makes the finding
    /// certain; a wrong one (a typing error, a cut) leaves it hidden.
    pub(super) check: Option<fn(&str) -> bool>,
    /// What only the tests read.
    #[cfg(test)]
    cases: Cases,
}

impl Rule {
    /// What most rules have in common.
    const SECRET: Self = Self {
        id: "",
        placeholder: "",
        class: Class::Secret,
        summary: "",
        reason: "",
        source: "",
        keywords: &[],
        pattern: "",
        check: None,
        #[cfg(test)]
        cases: Cases { note: "", examples: &[], counter_examples: &[] },
    };
}

/// What a rule must find and what it must leave; stays out of every build but that of the tests.
///
/// No credential stands in a file: `⟨hex 40⟩` draws 40 characters of an alphabet (`tests::draw`), and `«…»` marks
/// what is to be hidden.
#[cfg(test)]
#[derive(Debug)]
struct Cases {
    /// What only looks like it, and what else to know.
    note: &'static str,
    /// Text with one credential.
    examples: &'static [&'static str],
    /// Text that looks like one, and stays as it is.
    counter_examples: &'static [&'static str],
}

/// What of a rule finds: all but its words, which are told later, if at all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub(super) id: &'static str,
    pub(super) placeholder: &'static str,
    pub(super) keywords: &'static [&'static str],
    pub(super) pattern: &'static str,
    pub(super) check: Option<fn(&str) -> bool>,
}

impl Form {
    const fn of(rule: &Rule) -> Self {
        Self {
            id: rule.id,
            placeholder: rule.placeholder,
            keywords: rule.keywords,
            pattern: rule.pattern,
            check: rule.check,
        }
    }
}

const COUNT: usize = {
    let (mut count, mut vendor) = (0, 0);
    while vendor < VENDORS.len() {
        count += VENDORS[vendor].len();
        vendor += 1;
    }
    count
};

/// The form of every rule, in the order of [`VENDORS`]. Made when this is compiled, so that a program that only looks
/// for forms holds no words of theirs.
pub(super) static FORMS: [Form; COUNT] = {
    let mut out = [Form::of(&Rule::SECRET); COUNT];
    let (mut at, mut vendor) = (0, 0);
    while vendor < VENDORS.len() {
        let mut rule = 0;
        while rule < VENDORS[vendor].len() {
            out[at] = Form::of(&VENDORS[vendor][rule]);
            at += 1;
            rule += 1;
        }
        vendor += 1;
    }
    out
};

/// Takes the name of each file once.
macro_rules! vendors {
    ($($vendor:ident)*) => {
        $(mod $vendor;)*

        /// Every rule, by vendor.
        pub const VENDORS: &[&[Rule]] = &[$($vendor::RULES),*];

        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($vendor)),*];
    };
}

vendors! {
    ably
    adafruit
    adobe
    age
    agora
    aikido
    airbrake
    airtable
    aiven
    akamai
    alchemy
    algolia
    alibaba
    anaconda
    anthropic
    apify
    artifactory
    asaas
    asana
    aspnet
    astra
    atlassian
    auth0
    authress
    aws
    azure
    baidu
    basic
    bcrypt
    bearer
    bitbucket
    bitwarden
    boundary
    braintree
    brevo
    brightdata
    bugsnag
    buildkite
    canva
    cerebras
    checkout
    circleci
    cisco
    clickhouse
    clickup
    clojars
    cloudflare
    cloudinary
    cloudsmith
    cockroach
    coderabbit
    cohere
    configcat
    confluent
    consul
    contentful
    contentstack
    crates_io
    crypt
    databricks
    datadog
    deepseek
    defined
    der
    devcycle
    devin
    digitalocean
    discord
    docker
    doppler
    dropbox
    dub
    duffel
    dynatrace
    e2b
    easypost
    elastic
    elevenlabs
    ethereum
    exoscale
    expo
    facebook
    fastly
    feishu
    figma
    firecrawl
    fireworks
    flutterwave
    fly
    frameio
    gitea
    github
    gitlab
    google
    grafana
    groq
    harness
    hcp
    healthchecks
    heroku
    hetzner
    hexpm
    honeycomb
    hubspot
    huggingface
    ibm
    ifttt
    influx
    infracost
    infura
    intra42
    ipsec
    iterative
    jenkins
    jina
    juniper
    jwe
    jwt
    kerberos
    kubernetes
    langfuse
    langsmith
    laravel
    launchdarkly
    ldap
    lichess
    linear
    linode
    lob
    loggly
    mailchimp
    mailgun
    mapbox
    mattermost
    maven
    maxmind
    mercadopago
    mistral
    mongodb
    mysql
    nagios
    neon
    nessus
    netbird
    netlify
    newrelic
    ngrok
    notion
    npm
    npmrc
    ntlm
    nuget
    nvidia
    octopus
    okta
    onepassword
    onesignal
    openai
    openrouter
    openshift
    openssh
    openstack
    openweather
    opsgenie
    oracle
    otp
    ovh
    packagist
    pagerduty
    paloalto
    perplexity
    pg
    pinecone
    pinterest
    plaid
    planetscale
    polar
    posthog
    postman
    prefect
    proxmox
    pulumi
    pypi
    rabbitmq
    rancher
    razorpay
    readme
    render
    replicate
    resend
    riot
    rollbar
    rootly
    rubygems
    scaleway
    scalingo
    sendgrid
    sentry
    settlemint
    shippo
    shopify
    sk
    slack
    snmp
    sonar
    sourcegraph
    spacelift
    splunk
    square
    stackhawk
    stripe
    sumologic
    supabase
    tailscale
    tavily
    teamcity
    teams
    telegram
    tencent
    thingsboard
    together
    travis
    trello
    truenas
    twilio
    twitter
    typeform
    unkey
    uptimerobot
    vault
    vercel
    victorops
    volcengine
    vultr
    wandb
    wireguard
    xai
    yandex
    zapier
    zuplo
}

#[cfg(test)]
mod tests;
