//! Counting proved on many cases: against what the law says of a result, and against a second way of counting.

mod clear_days;
mod months;
mod published;
mod walk;
mod worked;

use jiff::civil::Date;
use redress::counting::plus;

/// Small, steady random numbers: the same cases on every run.
pub struct Cases(u64);

impl Cases {
    /// A run of cases.
    pub fn new(seed: u64) -> Cases {
        Cases(seed)
    }

    /// The next number below `end` (splitmix64).
    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((z ^ (z >> 31)) % u64::from(end)).expect("below a u32")
    }

    /// A number below `end` for an amount.
    pub fn amount(&mut self, end: u16) -> u16 {
        u16::try_from(self.below(u32::from(end))).expect("below a u16")
    }

    /// A day of the years from `first` to `last`.
    pub fn day(&mut self, first: i16, last: i16) -> Date {
        let days = u32::from(u16::try_from(last - first + 1).expect("years in order")) * 365;
        plus(jiff::civil::date(first, 1, 1), i32::try_from(self.below(days)).expect("a few centuries")).expect("a date")
    }
}
