//! Eight bytes of ASCII looked at in one step, as the parts of one number: most of a large text is told apart so, where
//! a look at each byte would take most of the time.
//!
//! Each test gives a number with the highest bit of each byte for which it holds. It is right for ASCII alone, where no
//! sum goes over into the next byte; [`is_ascii`] tells.

/// So many bytes are looked at in one step.
pub(crate) const LANES: usize = 8;

const ONES: u64 = u64::MAX / 0xff;
const HIGH: u64 = ONES << 7;

/// The bytes of a text from its start, in steps; what is left at its end is shorter than one.
pub(crate) fn of(bytes: &[u8]) -> impl Iterator<Item = u64> + '_ {
    bytes.as_chunks::<LANES>().0.iter().map(|eight| u64::from_le_bytes(*eight))
}

pub(crate) fn is_ascii(lanes: u64) -> bool {
    lanes & HIGH == 0
}

/// The bytes that are one of ASCII.
pub(crate) fn equal(lanes: u64, byte: u8) -> u64 {
    !(lanes ^ (ONES * u64::from(byte))).wrapping_add(HIGH - ONES) & HIGH
}

/// The bytes from one of ASCII to another.
pub(crate) fn within(lanes: u64, from: u8, to: u8) -> u64 {
    let least = lanes.wrapping_add(ONES * u64::from(0x80 - from));
    let above = lanes.wrapping_add(ONES * u64::from(0x7f - to));
    least & !above & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_are_told_apart_as_each_of_them_is() {
        for byte in 0..0x80_u8 {
            for other in [0, 0x7f, b'0', b'z', b' ', b'@'] {
                let bytes = [byte, other, byte, 0, byte, 0x7f, other, byte];
                let eight = of(&bytes).next().expect("eight");
                let each = |is: &dyn Fn(&u8) -> bool| {
                    u64::from_le_bytes(bytes.map(|byte| if is(&byte) { 0x80 } else { 0 }))
                };
                assert!(is_ascii(eight));
                assert_eq!(equal(eight, b'_'), each(&|byte| *byte == b'_'), "{bytes:?}");
                assert_eq!(equal(eight, 0), each(&|byte| *byte == 0), "{bytes:?}");
                assert_eq!(within(eight, b'0', b'9'), each(&u8::is_ascii_digit), "{bytes:?}");
                assert_eq!(within(eight, b'a', b'z'), each(&u8::is_ascii_lowercase), "{bytes:?}");
            }
        }
        assert!(!is_ascii(of("abcdefé".as_bytes()).next().expect("eight")));
        assert_eq!(of(b"1234567").count(), 0);
    }
}
