//! Writes s3 blocks of every layout: the ground of the properties.

use std::fmt::Write as _;

/// A small generator; its seed is the number of the run, so that a failure can be run again.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }

    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

/// Name and possible values: some right, some to be mended, some only to be told.
const ARGUMENTS: &[(&str, &[&str])] = &[
    ("bucket", &["\"acme-state\"", "\"<bucket>\"", "\"${var.b}\"", "\"b\u{e9}\""]),
    ("key", &["\"net/terraform.tfstate\"", "\"~/k\"", "\"\""]),
    ("region", &["\"eu-west-1\""]),
    ("encrypt", &["true", "false", "\"true\"", "\"false\"", "var.e"]),
    ("kms_key_id", &["\"alias/state\"", "\"my-key\""]),
    ("dynamodb_table", &["\"locks\"", "\"\""]),
    ("lock_table", &["\"locks\""]),
    ("use_lockfile", &["true", "false"]),
    ("access_key", &["\"AKIAQ7TESTTESTTEST77\"", "\"\"", "var.k"]),
    ("secret_key", &["\"abcdEFGH0123abcdEFGH0123\""]),
    ("role_arn", &["\"arn:aws:iam::111122223333:role/r\"", "\"\""]),
    ("session_name", &["\"tf\""]),
    ("assume_role_duration_seconds", &["3600"]),
    ("assume_role_tags", &["{\n      a = \"b\"\n    }"]),
    ("endpoint", &["\"https://minio.acme.example\"", "\"https://s3.eu-west-1.amazonaws.com\""]),
    ("sts_endpoint", &["\"https://sts.acme.example\""]),
    ("force_path_style", &["true"]),
    ("shared_credentials_file", &["\"~/.aws/credentials\""]),
    ("skip_get_ec2_platforms", &["true"]),
    ("skip_region_validation", &["true"]),
    ("acl", &["\"private\"", "\"public-read\""]),
    ("lock_timeout", &["\"5m\""]),
    ("profile", &["\"prod\""]),
];

/// Arguments whose values say where state and lock are.
pub(crate) const PLACES: &[&str] =
    &["bucket", "key", "region", "workspace_key_prefix", "profile", "kms_key_id", "lock_timeout"];

pub(crate) fn block(dice: &mut Dice, json: bool) -> (String, Vec<(&'static str, String)>) {
    let mut names: Vec<usize> = (0..ARGUMENTS.len()).filter(|_| dice.roll(3) == 0).collect();
    for at in (1..names.len()).rev() {
        names.swap(at, dice.roll(at + 1));
    }
    let chosen: Vec<(&str, String)> = names
        .iter()
        .map(|at| (ARGUMENTS[*at].0, dice.pick(ARGUMENTS[*at].1).to_owned()))
        .filter(|(_, value)| !json || value.starts_with('"') || !value.contains(['.', '{']))
        .collect();
    let places = chosen.iter().filter(|(name, _)| PLACES.contains(name)).cloned().collect();
    let mut out = String::new();
    if json {
        let gap = dice.pick(&["\n        ", " ", ""]);
        let members: Vec<String> =
            chosen.iter().map(|(name, value)| format!("{gap}\"{name}\": {value}")).collect();
        let end = if gap.starts_with('\n') { "\n      " } else { "" };
        write!(
            out,
            "{{\n  \"terraform\": {{\n    \"backend\": {{\n      \"s3\": {{{}{end}}}\n    }}\n  }}\n}}\n",
            members.join(",")
        )
        .unwrap();
        return (out, places);
    }
    let is_aligned = dice.roll(2) == 0;
    let width = if is_aligned { chosen.iter().map(|(name, _)| name.len()).max().unwrap_or(0) } else { 0 };
    let tab = dice.pick(&["  ", "\t", "    "]);
    if dice.roll(3) == 0 {
        out.push_str("# the network's state\n");
    }
    out.push_str("terraform {\n");
    let version = dice.pick(&[
        "",
        "required_version = \">= 1.0\"",
        "required_version = \"~> 1.5.0\"",
        "required_version = \">= 1.11.0\"",
    ]);
    if !version.is_empty() {
        writeln!(out, "{tab}{version}").unwrap();
    }
    writeln!(out, "{tab}backend \"s3\" {{").unwrap();
    for (name, value) in &chosen {
        match dice.roll(12) {
            0 => out.push('\n'),
            1 => writeln!(out, "{tab}{tab}# about {name} and \"quotes\" {{").unwrap(),
            _ => {}
        }
        let comment = dice.pick(&["", "", "", " # why", " // why", " /* why */", "  "]);
        writeln!(out, "{tab}{tab}{name:<width$} = {value}{comment}").unwrap();
    }
    writeln!(out, "{tab}}}\n}}").unwrap();
    if dice.roll(3) == 0 {
        out.truncate(out.len() - 1);
    }
    if dice.roll(3) == 0 {
        out = out.replace('\n', "\r\n");
    }
    if dice.roll(4) == 0 {
        out.insert(0, '\u{feff}');
    }
    (out, places)
}
