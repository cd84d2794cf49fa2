//! Why a text or a number is not a day, a month, a year, a range or an instant.

use crate::problem::Fault;

/// Why a text or a number is not a day, a month, a year, a range or an instant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not the ISO form.
    #[error("“{text}” không phải ngày dạng năm-tháng-ngày")]
    NotIso {
        /// The text that was read.
        text: String,
    },
    /// Not a day as people write it.
    #[error("“{text}” không phải ngày")]
    NotADate {
        /// The text that was read.
        text: String,
    },
    /// A year with fewer than four digits: of which century?
    #[error("“{text}” ghi năm chưa đủ bốn chữ số")]
    ShortYear {
        /// The text that was read.
        text: String,
    },
    /// The calendar has no such day.
    #[error("không có ngày {text}")]
    NoSuchDay {
        /// Day, month and year.
        text: String,
    },
    /// Not a month, a quarter or a year.
    #[error("“{text}” không phải {what}")]
    NotCalendar {
        /// What was asked for, in Vietnamese.
        what: &'static str,
        /// The text or number that was read.
        text: String,
    },
    /// Not an instant in RFC 3339.
    #[error("“{text}” không phải thời điểm theo RFC 3339")]
    NotAnInstant {
        /// The text that was read.
        text: String,
    },
    /// Outside the years 1900 to 2999.
    #[error("ngày nằm ngoài các năm 1900–2999")]
    OutOfRange,
    /// A range that ends before or when it begins.
    #[error("khoảng thời gian từ {from} đến trước {to} không có ngày nào")]
    EmptyRange {
        /// First day.
        from: super::Date,
        /// The day after the last.
        to: super::Date,
    },
}

impl Fault for DateError {
    fn code(&self) -> &'static str {
        match self {
            DateError::NotIso { .. } => "date-not-iso",
            DateError::NotADate { .. } => "date-not-a-date",
            DateError::ShortYear { .. } => "date-short-year",
            DateError::NoSuchDay { .. } => "date-no-such-day",
            DateError::NotCalendar { .. } => "date-not-calendar",
            DateError::NotAnInstant { .. } => "date-not-an-instant",
            DateError::OutOfRange => "date-out-of-range",
            DateError::EmptyRange { .. } => "date-empty-range",
        }
    }

    fn mend(&self) -> String {
        match self {
            DateError::NotIso { .. } => "Viết như 2026-11-23",
            DateError::NotADate { .. } => "Viết ngày/tháng/năm, như 23/11/2026",
            DateError::ShortYear { .. } => "Ghi đủ bốn chữ số của năm, như 23/11/2026",
            DateError::NoSuchDay { .. } => "Kiểm tra lại: ngày trước, tháng sau, như 23/11/2026",
            DateError::NotCalendar { .. } => "Viết như 2018, 2018-Q3 hoặc 2018-07",
            DateError::NotAnInstant { .. } => "Viết như 2026-11-23T08:30:00Z",
            DateError::OutOfRange => "Dùng năm từ 1900 đến 2999",
            DateError::EmptyRange { .. } => "Ngày kết thúc không tính trong khoảng, nên phải sau ngày bắt đầu",
        }
        .into()
    }
}
