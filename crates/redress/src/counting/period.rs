//! A length of time as the law words it.

use serde::{Deserialize, Serialize};

/// Days, weeks, months or years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Calendar days.
    Days(u16),
    /// Weeks of seven days.
    Weeks(u16),
    /// Calendar months.
    Months(u16),
    /// Years of twelve calendar months.
    Years(u16),
}

impl Period {
    /// The length in days, for days and weeks; none where it depends on the month.
    pub fn days(self) -> Option<i32> {
        match self {
            Period::Days(n) => Some(i32::from(n)),
            Period::Weeks(n) => Some(i32::from(n) * 7),
            Period::Months(_) | Period::Years(_) => None,
        }
    }

    /// The length in months, for months and years; nothing for days and weeks.
    pub fn months(self) -> u32 {
        match self {
            Period::Months(n) => u32::from(n),
            Period::Years(n) => u32::from(n) * 12,
            Period::Days(_) | Period::Weeks(_) => 0,
        }
    }

    /// `three months`.
    pub fn words(self) -> String {
        let (n, one, many) = match self {
            Period::Days(n) => (n, "day", "days"),
            Period::Weeks(n) => (n, "week", "weeks"),
            Period::Months(n) => (n, "month", "months"),
            Period::Years(n) => (n, "year", "years"),
        };
        format!("{} {}", number_word(n), if n == 1 { one } else { many })
    }
}

/// Numbers to twelve in words, as the law prints them; then in figures.
pub(crate) fn number_word(n: u16) -> String {
    const WORDS: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(usize::from(n)).map_or_else(|| n.to_string(), |w| (*w).to_string())
}

impl std::str::FromStr for Period {
    type Err = String;

    /// Reads `3 months`, `20 days`, `four weeks`, `1m`.
    fn from_str(text: &str) -> Result<Period, String> {
        let text = text.trim().to_lowercase();
        let cut = text.find(|c: char| c.is_whitespace()).or_else(|| text.find(|c: char| c.is_ascii_alphabetic()));
        let (count, unit) = cut.map_or((text.as_str(), ""), |at| text.split_at(at));
        let word = (1..=12).find(|n| number_word(*n) == count);
        let n = word.or_else(|| count.parse().ok()).ok_or_else(|| format!("no number of days, weeks, months or years in `{text}`"))?;
        match unit.trim() {
            "d" | "day" | "days" => Ok(Period::Days(n)),
            "w" | "week" | "weeks" => Ok(Period::Weeks(n)),
            "m" | "month" | "months" => Ok(Period::Months(n)),
            "y" | "year" | "years" => Ok(Period::Years(n)),
            _ => Err(format!("say days, weeks, months or years: `{text}`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_people_type_them() {
        assert_eq!("3 months".parse(), Ok(Period::Months(3)));
        assert_eq!("four weeks".parse(), Ok(Period::Weeks(4)));
        assert_eq!("20d".parse(), Ok(Period::Days(20)));
        assert!("soon".parse::<Period>().is_err());
        assert!("".parse::<Period>().is_err());
        assert_eq!(Period::Weeks(1).words(), "one week");
        assert_eq!(Period::Days(28).words(), "28 days");
    }
}
