//! Bank holidays as proclaimed and published: facts, with their source. No day here comes from a formula.
//!
//! England and Wales 2012 to 2028, and the other parts of the United Kingdom 2015 to 2028: GOV.UK's own data,
//! github.com/alphagov/calendars at 0c959496 and github.com/alphagov/frontend at cb2a016d (`lib/data/bank-holidays.json`).
//! 2011 was checked against a third party's table only. Contains public sector information, Open Government Licence v3.0.

use std::borrow::Cow;

use jiff::civil::date;

use super::BankHoliday;

/// The first and last year of the table for England.
pub(super) const ENGLAND_YEARS: (i16, i16) = (2011, 2028);
/// The first and last year of the table for the other parts of the United Kingdom.
pub(super) const OTHER_PARTS_YEARS: (i16, i16) = (2015, 2028);

pub(super) const NEW_YEAR: &str = "New Year's Day";
pub(super) const GOOD_FRIDAY: &str = "Good Friday";
pub(super) const EASTER_MONDAY: &str = "Easter Monday";
pub(super) const EARLY_MAY: &str = "Early May bank holiday";
pub(super) const SPRING: &str = "Spring bank holiday";
pub(super) const SUMMER: &str = "Summer bank holiday";
pub(super) const CHRISTMAS: &str = "Christmas Day";
pub(super) const BOXING: &str = "Boxing Day";
pub(super) const SECOND_JANUARY: &str = "2 January in Scotland";
pub(super) const ST_PATRICK: &str = "St Patrick's Day in Northern Ireland";
pub(super) const BOYNE: &str = "Battle of the Boyne in Northern Ireland";
pub(super) const SUMMER_SCOTLAND: &str = "Summer bank holiday in Scotland";
pub(super) const ST_ANDREW: &str = "St Andrew's Day in Scotland";
const WEDDING: &str = "royal wedding";
const DIAMOND: &str = "Queen's Diamond Jubilee";
const VE_DAY: &str = "Early May bank holiday, moved to VE day";
const PLATINUM: &str = "Queen's Platinum Jubilee";
const FUNERAL: &str = "State Funeral of Queen Elizabeth II";
const CORONATION: &str = "Coronation of King Charles III";
const WORLD_CUP: &str = "World Cup bank holiday in Scotland";

const fn on(year: i16, month: i8, day: i8, name: &'static str) -> BankHoliday {
    BankHoliday { date: date(year, month, day), name: Cow::Borrowed(name), substitute: false }
}

const fn moved(year: i16, month: i8, day: i8, name: &'static str) -> BankHoliday {
    BankHoliday { date: date(year, month, day), name: Cow::Borrowed(name), substitute: true }
}

/// England and Wales, in order.
#[rustfmt::skip]
pub(super) const ENGLAND: &[BankHoliday] = &[
    // 2011
    moved(2011, 1, 3, NEW_YEAR),
    on(2011, 4, 22, GOOD_FRIDAY),
    on(2011, 4, 25, EASTER_MONDAY),
    on(2011, 4, 29, WEDDING),
    on(2011, 5, 2, EARLY_MAY),
    on(2011, 5, 30, SPRING),
    on(2011, 8, 29, SUMMER),
    on(2011, 12, 26, BOXING),
    moved(2011, 12, 27, CHRISTMAS),
    // 2012
    moved(2012, 1, 2, NEW_YEAR),
    on(2012, 4, 6, GOOD_FRIDAY),
    on(2012, 4, 9, EASTER_MONDAY),
    on(2012, 5, 7, EARLY_MAY),
    moved(2012, 6, 4, SPRING),
    on(2012, 6, 5, DIAMOND),
    on(2012, 8, 27, SUMMER),
    on(2012, 12, 25, CHRISTMAS),
    on(2012, 12, 26, BOXING),
    // 2013
    on(2013, 1, 1, NEW_YEAR),
    on(2013, 3, 29, GOOD_FRIDAY),
    on(2013, 4, 1, EASTER_MONDAY),
    on(2013, 5, 6, EARLY_MAY),
    on(2013, 5, 27, SPRING),
    on(2013, 8, 26, SUMMER),
    on(2013, 12, 25, CHRISTMAS),
    on(2013, 12, 26, BOXING),
    // 2014
    on(2014, 1, 1, NEW_YEAR),
    on(2014, 4, 18, GOOD_FRIDAY),
    on(2014, 4, 21, EASTER_MONDAY),
    on(2014, 5, 5, EARLY_MAY),
    on(2014, 5, 26, SPRING),
    on(2014, 8, 25, SUMMER),
    on(2014, 12, 25, CHRISTMAS),
    on(2014, 12, 26, BOXING),
    // 2015
    on(2015, 1, 1, NEW_YEAR),
    on(2015, 4, 3, GOOD_FRIDAY),
    on(2015, 4, 6, EASTER_MONDAY),
    on(2015, 5, 4, EARLY_MAY),
    on(2015, 5, 25, SPRING),
    on(2015, 8, 31, SUMMER),
    on(2015, 12, 25, CHRISTMAS),
    moved(2015, 12, 28, BOXING),
    // 2016
    on(2016, 1, 1, NEW_YEAR),
    on(2016, 3, 25, GOOD_FRIDAY),
    on(2016, 3, 28, EASTER_MONDAY),
    on(2016, 5, 2, EARLY_MAY),
    on(2016, 5, 30, SPRING),
    on(2016, 8, 29, SUMMER),
    on(2016, 12, 26, BOXING),
    moved(2016, 12, 27, CHRISTMAS),
    // 2017
    moved(2017, 1, 2, NEW_YEAR),
    on(2017, 4, 14, GOOD_FRIDAY),
    on(2017, 4, 17, EASTER_MONDAY),
    on(2017, 5, 1, EARLY_MAY),
    on(2017, 5, 29, SPRING),
    on(2017, 8, 28, SUMMER),
    on(2017, 12, 25, CHRISTMAS),
    on(2017, 12, 26, BOXING),
    // 2018
    on(2018, 1, 1, NEW_YEAR),
    on(2018, 3, 30, GOOD_FRIDAY),
    on(2018, 4, 2, EASTER_MONDAY),
    on(2018, 5, 7, EARLY_MAY),
    on(2018, 5, 28, SPRING),
    on(2018, 8, 27, SUMMER),
    on(2018, 12, 25, CHRISTMAS),
    on(2018, 12, 26, BOXING),
    // 2019
    on(2019, 1, 1, NEW_YEAR),
    on(2019, 4, 19, GOOD_FRIDAY),
    on(2019, 4, 22, EASTER_MONDAY),
    on(2019, 5, 6, EARLY_MAY),
    on(2019, 5, 27, SPRING),
    on(2019, 8, 26, SUMMER),
    on(2019, 12, 25, CHRISTMAS),
    on(2019, 12, 26, BOXING),
    // 2020
    on(2020, 1, 1, NEW_YEAR),
    on(2020, 4, 10, GOOD_FRIDAY),
    on(2020, 4, 13, EASTER_MONDAY),
    on(2020, 5, 8, VE_DAY),
    on(2020, 5, 25, SPRING),
    on(2020, 8, 31, SUMMER),
    on(2020, 12, 25, CHRISTMAS),
    moved(2020, 12, 28, BOXING),
    // 2021
    on(2021, 1, 1, NEW_YEAR),
    on(2021, 4, 2, GOOD_FRIDAY),
    on(2021, 4, 5, EASTER_MONDAY),
    on(2021, 5, 3, EARLY_MAY),
    on(2021, 5, 31, SPRING),
    on(2021, 8, 30, SUMMER),
    moved(2021, 12, 27, CHRISTMAS),
    moved(2021, 12, 28, BOXING),
    // 2022
    moved(2022, 1, 3, NEW_YEAR),
    on(2022, 4, 15, GOOD_FRIDAY),
    on(2022, 4, 18, EASTER_MONDAY),
    on(2022, 5, 2, EARLY_MAY),
    on(2022, 6, 2, SPRING),
    on(2022, 6, 3, PLATINUM),
    on(2022, 8, 29, SUMMER),
    on(2022, 9, 19, FUNERAL),
    on(2022, 12, 26, BOXING),
    moved(2022, 12, 27, CHRISTMAS),
    // 2023
    moved(2023, 1, 2, NEW_YEAR),
    on(2023, 4, 7, GOOD_FRIDAY),
    on(2023, 4, 10, EASTER_MONDAY),
    on(2023, 5, 1, EARLY_MAY),
    on(2023, 5, 8, CORONATION),
    on(2023, 5, 29, SPRING),
    on(2023, 8, 28, SUMMER),
    on(2023, 12, 25, CHRISTMAS),
    on(2023, 12, 26, BOXING),
    // 2024
    on(2024, 1, 1, NEW_YEAR),
    on(2024, 3, 29, GOOD_FRIDAY),
    on(2024, 4, 1, EASTER_MONDAY),
    on(2024, 5, 6, EARLY_MAY),
    on(2024, 5, 27, SPRING),
    on(2024, 8, 26, SUMMER),
    on(2024, 12, 25, CHRISTMAS),
    on(2024, 12, 26, BOXING),
    // 2025
    on(2025, 1, 1, NEW_YEAR),
    on(2025, 4, 18, GOOD_FRIDAY),
    on(2025, 4, 21, EASTER_MONDAY),
    on(2025, 5, 5, EARLY_MAY),
    on(2025, 5, 26, SPRING),
    on(2025, 8, 25, SUMMER),
    on(2025, 12, 25, CHRISTMAS),
    on(2025, 12, 26, BOXING),
    // 2026
    on(2026, 1, 1, NEW_YEAR),
    on(2026, 4, 3, GOOD_FRIDAY),
    on(2026, 4, 6, EASTER_MONDAY),
    on(2026, 5, 4, EARLY_MAY),
    on(2026, 5, 25, SPRING),
    on(2026, 8, 31, SUMMER),
    on(2026, 12, 25, CHRISTMAS),
    moved(2026, 12, 28, BOXING),
    // 2027
    on(2027, 1, 1, NEW_YEAR),
    on(2027, 3, 26, GOOD_FRIDAY),
    on(2027, 3, 29, EASTER_MONDAY),
    on(2027, 5, 3, EARLY_MAY),
    on(2027, 5, 31, SPRING),
    on(2027, 8, 30, SUMMER),
    moved(2027, 12, 27, CHRISTMAS),
    moved(2027, 12, 28, BOXING),
    // 2028
    moved(2028, 1, 3, NEW_YEAR),
    on(2028, 4, 14, GOOD_FRIDAY),
    on(2028, 4, 17, EASTER_MONDAY),
    on(2028, 5, 1, EARLY_MAY),
    on(2028, 5, 29, SPRING),
    on(2028, 8, 28, SUMMER),
    on(2028, 12, 25, CHRISTMAS),
    on(2028, 12, 26, BOXING),
];

/// Days that are bank holidays elsewhere in the United Kingdom and not in England, in order.
#[rustfmt::skip]
pub(super) const OTHER_PARTS: &[BankHoliday] = &[
    on(2015, 1, 2, SECOND_JANUARY),
    on(2015, 3, 17, ST_PATRICK),
    on(2015, 7, 13, BOYNE),
    on(2015, 8, 3, SUMMER_SCOTLAND),
    on(2015, 11, 30, ST_ANDREW),
    on(2016, 1, 4, SECOND_JANUARY),
    on(2016, 3, 17, ST_PATRICK),
    on(2016, 7, 12, BOYNE),
    on(2016, 8, 1, SUMMER_SCOTLAND),
    on(2016, 11, 30, ST_ANDREW),
    on(2017, 1, 3, NEW_YEAR),
    on(2017, 3, 17, ST_PATRICK),
    on(2017, 7, 12, BOYNE),
    on(2017, 8, 7, SUMMER_SCOTLAND),
    on(2017, 11, 30, ST_ANDREW),
    on(2018, 1, 2, SECOND_JANUARY),
    on(2018, 3, 19, ST_PATRICK),
    on(2018, 7, 12, BOYNE),
    on(2018, 8, 6, SUMMER_SCOTLAND),
    on(2018, 11, 30, ST_ANDREW),
    on(2019, 1, 2, SECOND_JANUARY),
    on(2019, 3, 18, ST_PATRICK),
    on(2019, 7, 12, BOYNE),
    on(2019, 8, 5, SUMMER_SCOTLAND),
    on(2019, 12, 2, ST_ANDREW),
    on(2020, 1, 2, SECOND_JANUARY),
    on(2020, 3, 17, ST_PATRICK),
    on(2020, 7, 13, BOYNE),
    on(2020, 8, 3, SUMMER_SCOTLAND),
    on(2020, 11, 30, ST_ANDREW),
    on(2021, 1, 4, SECOND_JANUARY),
    on(2021, 3, 17, ST_PATRICK),
    on(2021, 7, 12, BOYNE),
    on(2021, 8, 2, SUMMER_SCOTLAND),
    on(2021, 11, 30, ST_ANDREW),
    on(2022, 1, 4, SECOND_JANUARY),
    on(2022, 3, 17, ST_PATRICK),
    on(2022, 7, 12, BOYNE),
    on(2022, 8, 1, SUMMER_SCOTLAND),
    on(2022, 11, 30, ST_ANDREW),
    on(2023, 1, 3, SECOND_JANUARY),
    on(2023, 3, 17, ST_PATRICK),
    on(2023, 7, 12, BOYNE),
    on(2023, 8, 7, SUMMER_SCOTLAND),
    on(2023, 11, 30, ST_ANDREW),
    on(2024, 1, 2, SECOND_JANUARY),
    on(2024, 3, 18, ST_PATRICK),
    on(2024, 7, 12, BOYNE),
    on(2024, 8, 5, SUMMER_SCOTLAND),
    on(2024, 12, 2, ST_ANDREW),
    on(2025, 1, 2, SECOND_JANUARY),
    on(2025, 3, 17, ST_PATRICK),
    on(2025, 7, 14, BOYNE),
    on(2025, 8, 4, SUMMER_SCOTLAND),
    on(2025, 12, 1, ST_ANDREW),
    on(2026, 1, 2, SECOND_JANUARY),
    on(2026, 3, 17, ST_PATRICK),
    on(2026, 6, 15, WORLD_CUP),
    on(2026, 7, 13, BOYNE),
    on(2026, 8, 3, SUMMER_SCOTLAND),
    on(2026, 11, 30, ST_ANDREW),
    on(2027, 1, 4, SECOND_JANUARY),
    on(2027, 3, 17, ST_PATRICK),
    on(2027, 7, 12, BOYNE),
    on(2027, 8, 2, SUMMER_SCOTLAND),
    on(2027, 11, 30, ST_ANDREW),
    on(2028, 1, 4, SECOND_JANUARY),
    on(2028, 3, 17, ST_PATRICK),
    on(2028, 7, 12, BOYNE),
    on(2028, 8, 7, SUMMER_SCOTLAND),
    on(2028, 11, 30, ST_ANDREW),
];
