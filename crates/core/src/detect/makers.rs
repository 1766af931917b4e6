//! Random values whose maker stands before them: as a prefix of the value itself (`dub_...`, `acme_live_...`), or as
//! the only name that it has (`assemblyai = ...`, `flagsmith env key: ...`). No list of forms is complete; the two
//! habits of those who issue keys are.
//!
//! Source: the prefixes and names in the public rules of gitleaks 8.30.1 and kingfisher 1.112 and 2.14, and the ids
//! that services print and that open nothing (Stripe, OpenAI, Clerk, Vercel, AWS).

use super::runs::{Alphabet, Wanted};
use super::{Finder, Found, values};

/// Bytes of the shortest value that is taken for one.
const LEAST: usize = 16;
/// Bytes of the longest.
const LONGEST: usize = 400;

/// The runs of letters, digits and joints that are read.
pub(super) const WANTED: Wanted = Wanted { least: LEAST, alphabet: Alphabet::alphanumeric_and(b"_-.") };

/// Reads one of them.
pub(super) fn read(finder: &mut Finder<'_>, mut start: usize, mut end: usize) {
    let text = finder.bytes;
    while end > start && text.get(end - 1).is_some_and(|byte| matches!(byte, b'.' | b'-')) {
        end -= 1;
    }
    while start < end && text.get(start).is_some_and(|byte| matches!(byte, b'.' | b'-')) {
        start += 1;
    }
    let Some(run) = text.get(start..end).filter(|run| (LEAST..LONGEST).contains(&run.len())) else {
        return;
    };
    if !run.iter().any(u8::is_ascii_digit) {
        return;
    }
    if is_marked(text, start, end) {
        let end = padded(text, end);
        finder.add(Found { start, end, rule: "marked-token", placeholder: "TOKEN", certain: false });
    } else if let Some((start, end)) = named(text, start, end) {
        finder.add(Found { start, end, rule: "vendor-value", placeholder: "API_KEY", certain: false });
    }
}

fn padded(text: &[u8], mut end: usize) -> usize {
    for _ in 0..2 {
        end += usize::from(text.get(end) == Some(&b'='));
    }
    end
}

/// Parts of a prefix which say that a key follows.
const KEY_WORDS: [&str; 24] = [
    "access",
    "admin",
    "api",
    "apikey",
    "auth",
    "bearer",
    "key",
    "live",
    "oauth",
    "pass",
    "password",
    "pat",
    "private",
    "prod",
    "production",
    "sandbox",
    "sdk",
    "sec",
    "secret",
    "sk",
    "test",
    "tok",
    "token",
    "webhook",
];

/// Parts of a prefix of what opens nothing: ids, digests, public keys.
const ID_WORDS: [&str; 64] = [
    "acct",
    "app",
    "asst",
    "build",
    "bundle",
    "cache",
    "call",
    "ch",
    "chatcmpl",
    "checksum",
    "chunk",
    "client",
    "commit",
    "cs",
    "cus",
    "digest",
    "dpl",
    "env",
    "etag",
    "event",
    "evt",
    "file",
    "fingerprint",
    "hash",
    "id",
    "idempotency",
    "ids",
    "index",
    "layer",
    "lock",
    "md5",
    "msg",
    "name",
    "ocid1",
    "org",
    "partition",
    "phc",
    "pi",
    "pk",
    "pm",
    "prj",
    "proj",
    "project",
    "pub",
    "public",
    "publishable",
    "ref",
    "req",
    "request",
    "resp",
    "rev",
    "run",
    "seti",
    "sha",
    "sha1",
    "sha256",
    "sha384",
    "sha512",
    "snapshot",
    "span",
    "team",
    "toolu",
    "trace",
    "user",
];

/// Whether a run is a prefix of words and a random rest: `vendor_live_9fK2...`.
fn is_marked(text: &[u8], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).and_then(|at| text.get(at)).copied().unwrap_or(b' ');
    // Parts of paths, addresses and longer encoded runs are no token; neither is a name that is called or set.
    if matches!(before, b'/' | b'+' | b'%' | b'@' | b'&' | b'#')
        && text.get(start.wrapping_sub(2)) != Some(&b' ')
        || matches!(text.get(end), Some(b'/' | b'+' | b'(' | b'@' | b'%'))
        || text.get(end) == Some(&b'=')
            && text.get(end + 1).is_some_and(u8::is_ascii_graphic)
            && !matches!(text.get(end + 1), Some(b'=' | b'"' | b'\'' | b',' | b'}' | b')' | b'<'))
    {
        return false;
    }
    let Some(run) = text.get(start..end) else { return false };
    let (mut head, mut words, mut joint) = (0, 0, b' ');
    while let Some(rest) = run.get(head..) {
        // No word is longer.
        let near = rest.get(..LONGEST_WORD + 1).unwrap_or(rest);
        let Some(length) = near.iter().position(|byte| matches!(byte, b'_' | b'-' | b'.')) else { break };
        if !rest.get(..length).is_some_and(is_word) {
            break;
        }
        joint = rest.get(length).copied().unwrap_or(b' ');
        head += length + 1;
        words += 1;
        if words > 5 {
            return false;
        }
    }
    // One letter is no maker: a key's public half may begin with `x_`.
    let Some(tail) = run.get(head..).filter(|_| head > 2) else { return false };
    // Most runs are dismissed by what is cheap to see; only then their words are looked up.
    if tail.len() < 18 || tail.contains(&b'.') {
        return false;
    }
    let size = tail.iter().filter(|byte| byte.is_ascii_alphanumeric()).count();
    if size < 18 {
        return false;
    }
    let one_part = size == tail.len();
    let (mut keys, mut ids) = (false, false);
    for word in run.get(..head - 1).unwrap_or(b"").split(|byte| matches!(byte, b'_' | b'-' | b'.')) {
        let lower = word.to_ascii_lowercase();
        let holds = |list: &[&str]| list.iter().any(|one| one.as_bytes() == lower);
        keys |= holds(&KEY_WORDS);
        ids |= holds(&ID_WORDS);
    }
    // `"id": "apikey_x"`: the number of a key, as lists of keys show it.
    let numbers = matches!(run.get(..head), Some(b"apikey_" | b"api_key_" | b"key_"))
        && text.get(start.saturating_sub(12)..start).is_some_and(|label| {
            let label = label.strip_suffix(b"\"").unwrap_or(label).trim_ascii_end();
            label.strip_suffix(b":").is_some_and(|label| label.ends_with(b"\"id\""))
        });
    if ids || numbers {
        return false;
    }
    if is_mixed(tail) {
        return size
            >= if keys {
                18
            } else if joint == b'_' {
                30
            } else {
                36
            };
    }
    if !one_part {
        return false;
    }
    if tail.iter().all(u8::is_ascii_hexdigit) {
        const SURE: [&[u8]; 6] = [b"key", b"live", b"secret", b"sk", b"token", b"pat"];
        let says = run.get(..head).unwrap_or(b"").split(|byte| matches!(byte, b'_' | b'-' | b'.'));
        return joint == b'_'
            && size >= 28
            && says.into_iter().any(|word| SURE.contains(&word))
            && is_drawn(tail);
    }
    joint == b'_' && size >= if keys { 24 } else { 36 } && is_drawn(tail)
}

/// Letters and digits of the longest word of a prefix.
const LONGEST_WORD: usize = 18;

/// Letters of one case, with at most two digits behind them, or a capital before small ones.
fn is_word(word: &[u8]) -> bool {
    let letters = word.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (head, digits) = word.split_at(letters);
    (1..=16).contains(&letters)
        && digits.len() <= 2
        && digits.iter().all(u8::is_ascii_digit)
        && (head.iter().all(u8::is_ascii_uppercase)
            || head.get(1..).is_some_and(|rest| rest.iter().all(u8::is_ascii_lowercase)))
}

/// Small letters, capitals and digits in no order: not the words of a name that is written in humps.
fn is_mixed(tail: &[u8]) -> bool {
    let count = |sort: fn(&u8) -> bool| tail.iter().filter(|byte| sort(byte)).count();
    let (digits, lower, upper) =
        (count(u8::is_ascii_digit), count(u8::is_ascii_lowercase), count(u8::is_ascii_uppercase));
    let size = digits + lower + upper;
    let class = |byte: u8| match byte {
        b'0'..=b'9' => 0,
        b'a'..=b'z' => 1,
        b'A'..=b'Z' => 2,
        _ => 3,
    };
    let changes = tail
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if class(*a) < 3 && class(*b) < 3 && class(*a) != class(*b)))
        .count();
    let in_words: usize =
        tail.split(|byte| !byte.is_ascii_lowercase()).map(<[u8]>::len).filter(|length| *length >= 4).sum();
    digits >= 2 && lower >= 3 && upper >= 3 && changes * 10 >= size * 3 && in_words * 100 < size * 45
}

/// Letters of one case and digits in no order.
fn is_drawn(tail: &[u8]) -> bool {
    let digits = tail.iter().filter(|byte| byte.is_ascii_digit()).count();
    let changes = tail
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if a.is_ascii_digit() != b.is_ascii_digit()))
        .count();
    digits * 8 >= tail.len()
        && digits < tail.len()
        && changes * 5 >= tail.len()
        && values::entropy(tail) > 3.0
}

/// Services that give out keys, and whose name means nothing else in a text about infrastructure: neither software
/// that somebody runs and pins to a commit, nor a common word.
const VENDORS: [&str; 193] = [
    "abuseipdb",
    "adafruit",
    "adobe",
    "adyen",
    "agora",
    "ai21",
    "ai21studio",
    "aikido",
    "airbrake",
    "airtable",
    "aiven",
    "akamai",
    "alchemy",
    "algolia",
    "alibaba",
    "alicloud",
    "aliyun",
    "amplitude",
    "anthropic",
    "anypoint",
    "apify",
    "apim",
    "appdynamics",
    "appsflyer",
    "asana",
    "assemblyai",
    "atlassian",
    "auth0",
    "backblaze",
    "bandwidth",
    "bitbucket",
    "bitly",
    "bittrex",
    "braintree",
    "brevo",
    "browserstack",
    "bugsnag",
    "buildkite",
    "bunnycdn",
    "calendly",
    "campaignmonitor",
    "castai",
    "chargebee",
    "checkly",
    "circleci",
    "civo",
    "clarifai",
    "clearbit",
    "clickup",
    "cloudflare",
    "cloudinary",
    "cloudsmith",
    "codacy",
    "codeclimate",
    "codecov",
    "codefresh",
    "cohere",
    "coinbase",
    "configcat",
    "confluent",
    "contentful",
    "contentstack",
    "convertkit",
    "coralogix",
    "coveralls",
    "cronitor",
    "crowdin",
    "customerio",
    "databento",
    "databricks",
    "datadog",
    "deepgram",
    "deepseek",
    "digicert",
    "digitalocean",
    "disqus",
    "dnsimple",
    "dnsmadeeasy",
    "docusign",
    "doppler",
    "dropbox",
    "duffel",
    "dynatrace",
    "easypost",
    "elevenlabs",
    "etsy",
    "eventbrite",
    "exoscale",
    "facebook",
    "falai",
    "fastly",
    "figma",
    "finicity",
    "finnhub",
    "fivetran",
    "flagsmith",
    "flickr",
    "flutterwave",
    "foursquare",
    "freshbooks",
    "freshdesk",
    "fullstory",
    "gandi",
    "gitguardian",
    "gocardless",
    "godaddy",
    "grafbase",
    "gumroad",
    "harvest",
    "helpscout",
    "heroku",
    "honeybadger",
    "honeycomb",
    "hubspot",
    "huggingface",
    "humio",
    "hyperbrowser",
    "ibmcloud",
    "imagekit",
    "imgix",
    "infracost",
    "infura",
    "intercom",
    "ipinfo",
    "ipstack",
    "jumpcloud",
    "kagi",
    "klaviyo",
    "kucoin",
    "lacework",
    "larksuite",
    "launchdarkly",
    "lightstep",
    "linkedin",
    "linode",
    "logdna",
    "loggly",
    "logzio",
    "looker",
    "mailchimp",
    "mailgun",
    "mailjet",
    "mailtrap",
    "mandrill",
    "mapbox",
    "maxmind",
    "meraki",
    "messagebird",
    "mixpanel",
    "moesif",
    "namecheap",
    "netlify",
    "newrelic",
    "ngrok",
    "npmjs",
    "nylas",
    "okta",
    "onelogin",
    "onesignal",
    "openai",
    "openrouter",
    "openweather",
    "openweathermap",
    "opsgenie",
    "packagecloud",
    "pagerduty",
    "papertrail",
    "paypal",
    "perplexity",
    "pingdom",
    "pipedrive",
    "plaid",
    "planetscale",
    "plex",
    "plivo",
    "posthog",
    "postmark",
    "pubnub",
    "pushbullet",
    "pushover",
    "raygun",
    "razorpay",
    "recaptcha",
    "rollbar",
    "saucelabs",
    "scaleway",
    "scrapingbee",
    "sendbird",
    "sendgrid",
    "sendinblue",
    "sentry",
    "shodan",
    "spacelift",
];

/// More of them: one list would be longer than a reader's page.
const MORE_VENDORS: [&str; 54] = [
    "jfrog",
    "shopify",
    "signalfx",
    "sinch",
    "slack",
    "snyk",
    "sonarcloud",
    "splunk",
    "spotify",
    "squarespace",
    "stackhawk",
    "statuspage",
    "stripe",
    "sumologic",
    "supabase",
    "surveymonkey",
    "tableau",
    "tailscale",
    "telnyx",
    "tencent",
    "tinybird",
    "todoist",
    "travisci",
    "trello",
    "twilio",
    "twitch",
    "twitter",
    "typeform",
    "upcloud",
    "upstage",
    "upstash",
    "uptimerobot",
    "vercel",
    "victorops",
    "virustotal",
    "vonage",
    "vultr",
    "wakatime",
    "wandb",
    "wavefront",
    "webex",
    "weightsandbiases",
    "wistia",
    "woocommerce",
    "workato",
    "workos",
    "xendit",
    "yandex",
    "zapier",
    "zendesk",
    "zenrows",
    "zeplin",
    "zerossl",
    "zoho",
];

/// Software and services whose names stand beside commits and images, too: only what mixes all letters is a key.
const FORGES: [&str; 7] = ["docker", "dockerhub", "gitea", "github", "gitlab", "jenkins", "ovh"];

/// Words between a vendor's name and its value that leave it the vendor's key.
const BETWEEN: [&str; 47] = [
    "access",
    "agent",
    "ai",
    "api",
    "apikey",
    "app",
    "art",
    "auth",
    "bearer",
    "bot",
    "certificate",
    "ci",
    "claim",
    "client",
    "cloud",
    "com",
    "cred",
    "creds",
    "dev",
    "env",
    "hec",
    "ingest",
    "ingestion",
    "integration",
    "io",
    "key",
    "license",
    "live",
    "my",
    "oauth",
    "pat",
    "personal",
    "private",
    "prod",
    "production",
    "read",
    "rest",
    "sandbox",
    "sdk",
    "secret",
    "server",
    "service",
    "staging",
    "test",
    "token",
    "v1",
    "v2",
];

/// What a word of a name is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Vendor,
    Forge,
    /// It may stand between the vendor's name and its value.
    Between {
        key: bool,
    },
}

/// For each length of a word in the lists, the letters that such words begin with.
static BEGINNINGS: [u32; 17] = {
    let mut table = [0; 17];
    let lists: [&[&str]; 4] = [&VENDORS, &MORE_VENDORS, &BETWEEN, &FORGES];
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            let word = lists[list][at].as_bytes();
            table[word.len()] |= 1 << (word[0] & 31);
            at += 1;
        }
        list += 1;
    }
    table
};

/// What a word is, in any case.
fn part(word: &[u8]) -> Option<Part> {
    if BEGINNINGS.get(word.len())? & (1 << (word.first()? & 31)) == 0 {
        return None;
    }
    let mut lower = [0; 16];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    let holds = |list: &[&str]| list.binary_search_by(|one| one.as_bytes().cmp(lower)).is_ok();
    // No vendor's name is shorter.
    if lower.len() > 3 && (holds(&VENDORS) || holds(&MORE_VENDORS)) {
        return Some(Part::Vendor);
    }
    if holds(&FORGES) {
        return Some(Part::Forge);
    }
    let key = || matches!(&*lower, b"key" | b"apikey" | b"token" | b"secret" | b"oauth");
    holds(&BETWEEN).then(|| Part::Between { key: key() })
}

/// Whether the name of a call holds that of a service: `twilio.rest.client`, `new stripe`.
pub(super) fn is_service(name: &str) -> bool {
    name.split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| matches!(part(word.as_bytes()), Some(Part::Vendor)))
}

/// The value that a vendor's name is set to, if the run is one.
fn named(text: &[u8], start: usize, end: usize) -> Option<(usize, usize)> {
    const NEAR: usize = 72;
    let is_binder =
        |byte: &u8| matches!(byte, b' ' | b'\t' | b'"' | b'\'' | b'`' | b':' | b'=' | b'>' | b'\\');
    if !text.get(start.checked_sub(1)?).is_some_and(is_binder) {
        return None;
    }
    let before = text.get(start.saturating_sub(NEAR)..start)?;
    let before = before.get(memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1)..)?;
    let (name, binder) = before.split_at(before.iter().rposition(|byte| !is_binder(byte))? + 1);
    let bound = binder.iter().any(|byte| matches!(byte, b':' | b'=' | b'>'));
    let mut key = false;
    let mut rest = name;
    for _ in 0..6 {
        while let Some((last, shorter)) = rest.split_last()
            && matches!(last, b'_' | b'-' | b'.' | b' ')
        {
            rest = shorter;
        }
        let from = rest.iter().rposition(|byte| !byte.is_ascii_alphanumeric()).map_or(0, |at| at + 1);
        let (mut shorter, word) = rest.split_at(from);
        // `deepgramApiKey`: humps are words of their own, unless the whole word is a name.
        let part = part(word).or_else(|| {
            let hump = word.iter().rposition(u8::is_ascii_uppercase).filter(|at| *at > 0)?;
            let (head, last) = word.split_at(hump);
            shorter = rest.get(..shorter.len() + head.len())?;
            self::part(last)
        })?;
        match part {
            Part::Vendor if (bound || key) && !is_public(name, text.get(start..end)?) => {
                return value(text, start, end);
            }
            // The whole name: `OVH=x`, but not `-e GITHUB_SHA=x`.
            Part::Forge
                if binder.contains(&b'=')
                    && std::str::from_utf8(text.get(start..end)?).is_ok_and(values::is_drawn_mixed) =>
            {
                return value(text, start, end);
            }
            Part::Vendor | Part::Forge => return None,
            Part::Between { key: is_key } => key |= is_key,
        }
        rest = shorter;
    }
    None
}

/// Services also give out keys that stand in every visitor's page.
fn is_public(name: &[u8], value: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    // Customers and events of Stripe, rooms of Webex, users of Okta: what services call their objects.
    let object = [b"cus_".as_slice(), b"evt_", b"acct_", b"Y2lzY29zcGFyazov"];
    crate::text::find_bytes(&name, b"publi").is_some()
        || [b"pk_".as_slice(), b"pk.", b"pub"].into_iter().chain(object).any(|head| value.starts_with(head))
        || crate::text::find_bytes(&name, b"okta").is_some()
            && value.len() == 20
            && [b"00u".as_slice(), b"0oa", b"00g"].into_iter().any(|head| value.starts_with(head))
}

/// A random value, a digest's form or a UUID, to its end.
fn value(text: &[u8], start: usize, end: usize) -> Option<(usize, usize)> {
    const BASE64: Alphabet = Alphabet::alphanumeric_and(b"_-.+/=:");
    let mut to = end;
    while to - start < LONGEST && text.get(to).is_some_and(|byte| BASE64.has(*byte)) {
        to += 1;
    }
    while to > end && matches!(text.get(to - 1), Some(b':' | b'/' | b'.')) {
        to -= 1;
    }
    let body = std::str::from_utf8(text.get(start..to)?).ok()?;
    let hex = body.len() >= 20
        && body.bytes().all(|byte| byte.is_ascii_hexdigit())
        && body.bytes().any(|byte| byte.is_ascii_alphabetic())
        && values::entropy(body.as_bytes()) > 2.9;
    // Zeros and hyphens alone are no id.
    let id = values::is_uuid(body) && body.bytes().any(|byte| !matches!(byte, b'0' | b'-'));
    (hex || id || values::is_random(body) || is_mixed(body.as_bytes())).then_some((start, to))
}

#[cfg(test)]
mod tests {
    use super::{BETWEEN, MORE_VENDORS, VENDORS};
    use crate::detect::{Options, detect};

    #[test]
    fn the_lists_are_in_the_order_that_they_are_searched_in() {
        for list in [&VENDORS[..], &MORE_VENDORS, &BETWEEN] {
            assert!(list.is_sorted(), "{list:?}");
            assert!(list.iter().all(|word| word.len() <= 16));
        }
    }

    fn hidden(text: &str) -> Vec<&'static str> {
        detect(text, &Options::default()).findings.iter().map(|one| one.rule).collect()
    }

    #[test]
    fn a_prefix_and_a_random_rest_is_a_token() {
        for (prefix, rest) in [
            ("acme_", "9fKq2LmZx7RtYvB3nW8sQ1cD5gH0jPkTuE4a"),
            ("acme_live_", "9fKq2LmZx7RtYvB3nW8s"),
            ("zap-secret-", "9fKq2LmZx7Rt-vB3nW8sQ1c_5gH0"),
            ("vend_key_", "4f9c2e71b08d35a6f4e2c9d17b60a8e3f5"),
            ("ion_", "k3j9x0q2m7w5z8t1v4b6n0p2r5y7u9a1c3e5g8h"),
        ] {
            assert_eq!(hidden(&format!("got {prefix}{rest} back")), ["marked-token"], "{prefix}");
        }
    }

    #[test]
    fn ids_digests_names_and_paths_are_none() {
        for text in [
            "req_011CSHoEeqs5C35K2UUqR7FyAb12Cd",
            "cache-key build_9fKq2LmZx7RtYvB3nW8sQ1cD5gH0jPkTuE4a",
            "Linux-node-4f9c2e71b08d35a6f4e2c9d17b60a8e3f54f9c2e71b08d35a6f4e2c9d17b60a8",
            "subnet-0a1b2c3d4e5f67890 ws-CZcmD7eagjhyX0vN",
            "testGetHTTP2ServerConfigV2ParserForOAuth2Client_test_getHTTP2ServerConfigV2ParserX509",
            "see /assets/main_9fKq2LmZx7RtYvB3nW8sQ1cD5gH0jPkTuE4a.js",
            "payments-api-7d4b9c8f6d-x2x4z PyYAML-6.0.1-cp311-cp311-macosx_11_0_arm64.whl",
            "sha512-9fKq2LmZx7RtYvB3nW8sQ1cD5gH0jPkTuE4a9fKq2LmZx7RtYvB3nW8sQ1cD5gH0jPkTuE4aAA==",
            "cloudflare_zone_id: 4f9c2e71b08d35a6f4e2c9d17b60a8e3",
            "datadog 4f9c2e71b08d35a6f4e2c9d17b60a8e3f54f9c2e is the commit",
            "grafana: 4f9c2e71b08d35a6f4e2c9d17b60a8e3f54f9c2e",
            "NEXT_PUBLIC_STRIPE: pk_live_51HxYzAbCdEfGh",
            "stripe: cus_9fKq2LmZx7RtYv",
            "okta: 00u1abcd2EFGHIJKL345",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_vendor_is_a_name_enough() {
        for (name, value) in [
            ("assemblyai = ", "4f9c2e71b08d35a6f4e2c9d17b60a8e3"),
            ("\"deepgram\": \"", "4f9c2e71b08d35a6f4e2c9d17b60a8e3f54f9c2e"),
            ("postmark: ", "4f9c2e71-b08d-35a6-f4e2-c9d17b60a8e3"),
            ("flagsmith env key: ", "4f9c2e71b08d35a6f4e2c9d17b60a8e3f54f9c2e"),
            ("X-JFrog-Art-Api: ", "9fKq2LmZx7RtYvB3nW8sQ1cD5gH0jPkTuE4a"),
            ("confluent=", "1wyw5iat8bccpt54"),
        ] {
            let text = format!("{name}{value}\n");
            let found = detect(&text, &Options::default()).findings;
            assert_eq!(found.iter().map(|one| one.span.of(&text)).collect::<Vec<_>>(), [value], "{name}");
        }
    }
}
