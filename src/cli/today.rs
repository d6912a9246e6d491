//! The day by the clock of the machine, in Coordinated Universal Time.

use crate::model::value::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Today. `None` where the clock stands outside the years that dates can have.
pub fn today() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    day(seconds / 86_400)
}

/// The date that lies `days` after 1 January 1970, in the Gregorian calendar.
pub fn day(days: u64) -> Option<Date> {
    // Counted from 1 March of the year 0, so that a leap day ends its year; 146,097 days are 400 years.
    let days = days.checked_add(719_468)?;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    Date::find(&format!("{year:04}-{month:02}-{day:02}"))
}
