//! A moment in time, read and told. Core needs no more of a calendar than this, and a library of all calendars and
//! zones is a twentieth of the page.

use std::fmt;
use std::str::FromStr;

/// A moment, to the second, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    second: i64,
}

/// A text that is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a moment as in RFC 3339, such as 2026-01-02T03:04:05Z")]
pub struct MomentError;

impl Moment {
    /// Seconds since 1970.
    pub const fn from_second(second: i64) -> Self {
        Self { second }
    }

    /// Seconds since 1970.
    pub const fn as_second(self) -> i64 {
        self.second
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    /// RFC 3339: date, `T` or a space, time, `Z` or the distance from UTC. Parts of a second are read and dropped.
    fn from_str(text: &str) -> Result<Self, MomentError> {
        read(text).ok_or(MomentError)
    }
}

fn read(text: &str) -> Option<Moment> {
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = text.get(from..to)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
    };
    let is = |at: usize, any: &[u8]| text.as_bytes().get(at).is_some_and(|byte| any.contains(byte));
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if !(is(4, b"-") && is(7, b"-") && is(10, b"Tt ") && is(13, b":") && is(16, b":")) {
        return None;
    }
    // A leap second is written as the sixtieth.
    if !(1..=12).contains(&month)
        || day < 1
        || day > days_of(year, month)
        || hour > 23
        || minute > 59
        || second > 60
    {
        return None;
    }
    let mut rest = text.get(19..)?;
    if let Some(fraction) = rest.strip_prefix('.') {
        let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=9).contains(&digits) {
            return None;
        }
        rest = fraction.get(digits..)?;
    }
    let ahead = if rest == "Z" || rest == "z" {
        0
    } else {
        let from = text.len() - rest.len();
        let sign = if is(from, b"+") { 1 } else { -1 };
        if rest.len() != 6 || !is(from, b"+-") || !is(from + 3, b":") {
            return None;
        }
        let (hours, minutes) = (number(from + 1, from + 3)?, number(from + 4, from + 6)?);
        if hours > 23 || minutes > 59 {
            return None;
        }
        sign * (hours * 3600 + minutes * 60)
    };
    let days = days_before(year, month) + day - 1;
    Some(Moment { second: days * 86_400 + hour * 3600 + minute * 60 + second.min(59) - ahead })
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the first of a month of a year from 0 to 9999.
fn days_before(year: i64, month: i64) -> i64 {
    let past = year - 1;
    // 719162 days lie between 0001-01-01 and 1970-01-01.
    let of_years = past * 365 + past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400) - 719_162;
    of_years + (1..month).map(|month| days_of(year, month)).sum::<i64>()
}

impl fmt::Display for Moment {
    /// `2026-01-02 03:04 UTC`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, second) = (self.second.div_euclid(86_400), self.second.rem_euclid(86_400));
        // A guess that is never late, and early by a few years at most.
        let mut year = 1970 + days.div_euclid(if days < 0 { 365 } else { 366 });
        while days_before(year + 1, 1) <= days {
            year += 1;
        }
        let mut month = 1;
        while month < 12 && days_before(year, month + 1) <= days {
            month += 1;
        }
        let day = days - days_before(year, month) + 1;
        write!(f, "{year:04}-{month:02}-{day:02} {:02}:{:02} UTC", second / 3600, second / 60 % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(text: &str) -> Option<i64> {
        text.parse().ok().map(Moment::as_second)
    }

    #[test]
    fn moments_are_read() {
        assert_eq!(second("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(second("2024-01-15T03:42:11.823456789Z"), Some(1_705_290_131));
        assert_eq!(second("2024-01-15 05:42:11+02:00"), Some(1_705_290_131));
        assert_eq!(second("2000-02-29T23:59:60-00:30"), Some(951_870_599));
        assert_eq!(second("0001-01-01T00:00:00Z"), Some(-62_135_596_800));
        assert_eq!(second("9999-12-31T23:59:59Z"), Some(253_402_300_799));
    }

    #[test]
    fn what_is_none_is_refused() {
        for text in [
            "",
            "2024-01-15",
            "2024-01-15T03:42:11",
            "2023-02-29T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-01-15T24:00:00Z",
            "2024-01-15T03:42:11.Z",
            "2024-01-15T03:42:11+0200",
            "2024-01-15T03:42:11+02:00x",
            "20\u{e9}4-01-15T03:42:11Z",
            "+024-01-15T03:42:11Z",
        ] {
            assert_eq!(second(text), None, "{text}");
        }
    }

    #[test]
    fn each_day_is_told_as_it_is_read() {
        let mut day = -719_162;
        while day < 2_932_896 {
            let told = Moment::from_second(day * 86_400 + 3_660).to_string();
            let read =
                told.strip_suffix(" UTC").map(|told| format!("{told}:00Z")).and_then(|text| second(&text));
            assert_eq!(read, Some(day * 86_400 + 3_660), "{told}");
            day += 97;
        }
    }
}
