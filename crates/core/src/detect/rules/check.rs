//! Checksums that makers put into their credentials.

/// Six characters of base 62 behind the rest: the CRC-32 of what stands between the first `_` and them. GitHub, npm
/// and NetBird do so.
pub(super) fn crc32_in_base62(token: &str) -> bool {
    const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let Some((_, rest)) = token.split_once('_') else { return false };
    let Some((body, sum)) = rest.len().checked_sub(6).and_then(|at| rest.split_at_checked(at)) else {
        return false;
    };
    let mut value: u64 = 0;
    for byte in sum.bytes() {
        let Some(digit) = DIGITS.iter().position(|one| *one == byte) else { return false };
        value = value * 62 + digit as u64;
    }
    value == u64::from(crc32(body.as_bytes()))
}

/// The CRC-32 of IEEE 802.3.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}

/// Bech32 (BIP 173): the checksum over head and text is 1. age's identities are written so, in capitals.
pub(super) fn bech32(token: &str) -> bool {
    const DIGITS: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let lower = token.to_ascii_lowercase();
    let Some((head, text)) = lower.rsplit_once('1') else { return false };
    let mut sum: u32 = 1;
    let mut take = |value: u32| {
        let top = sum >> 25;
        sum = ((sum & 0x01ff_ffff) << 5) ^ value;
        for (bit, part) in
            [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3].iter().enumerate()
        {
            if top >> bit & 1 == 1 {
                sum ^= part;
            }
        }
    };
    head.bytes().for_each(|byte| take(u32::from(byte >> 5)));
    take(0);
    head.bytes().for_each(|byte| take(u32::from(byte & 31)));
    for byte in text.bytes() {
        let Some(digit) = DIGITS.iter().position(|one| *one == byte) else { return false };
        take(u32::try_from(digit).unwrap_or(0));
    }
    sum == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_of_published_examples_are_right() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        // GitHub's own example of 2021.
        let token = ["ghp_", "zQWBuTSOoRi4A9sp", "HcVY5ncnsDkxkJ", "0mLq17"].concat();
        assert!(crc32_in_base62(&token));
        assert!(!crc32_in_base62(&token.replace("zQW", "zQV")));
        assert!(!crc32_in_base62("ghp_"));
        // BIP 173's.
        assert!(bech32("A12UEL5L"));
        assert!(bech32("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"));
        assert!(!bech32("A12UEL5M"));
        assert!(!bech32("no separator"));
    }
}
