//! RabbitMQ.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "rabbitmq-plaintext",
    placeholder: "PASSWORD",
    summary: "A password in a crash report",
    reason: "It opens the broker on the other side.",
    source: "logs of federation and shovel links, not verified",
    pattern: r#"\{plaintext,<<"([^"\n]{1,200})">>"#,
    #[cfg(test)]
    cases: super::Cases {
        note: "What is encrypted there begins with another word.",
        examples: &[r#"{amqp_params_network,<<"fed">>,{plaintext,<<"«⟨b62 12⟩»">>},<<"/">>"#],
        counter_examples: &[r#"{error,{plaintext,<<>>}} and <<"ACCESS_REFUSED">>"#],
    },
    ..Rule::SECRET
}];
