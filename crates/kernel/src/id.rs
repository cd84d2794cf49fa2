//! Typed ids: short ASCII slugs, one type for each thing, so that a target's id can never be handed over as a
//! measure's. Cheap to clone; looked up by `&str` in maps.

use crate::problem::Fault;
use crate::serde_as_text;
use std::borrow::Borrow;
use std::sync::Arc;
use std::{fmt, str::FromStr};

/// The most bytes of an id.
pub const MAX_LENGTH: usize = 100;

/// Why a text is not an id, or not one of the known words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing there.
    #[error("mã {what} bị bỏ trống")]
    Empty {
        /// What the id is of, in Vietnamese.
        what: &'static str,
    },
    /// Longer than [`MAX_LENGTH`].
    #[error("mã {what} dài quá {MAX_LENGTH} ký tự: “{text}”")]
    TooLong {
        /// What the id is of, in Vietnamese.
        what: &'static str,
        /// The text that was read.
        text: String,
    },
    /// Not of the form of this id.
    #[error("“{text}” không đúng dạng mã {what}")]
    BadForm {
        /// What the id is of, in Vietnamese.
        what: &'static str,
        /// The text that was read.
        text: String,
        /// The form, in Vietnamese.
        form: &'static str,
    },
    /// Not one of the words that this field knows.
    #[error("{what} không có giá trị “{text}”")]
    UnknownWord {
        /// What the word is of, in Vietnamese.
        what: &'static str,
        /// The text that was read.
        text: String,
        /// The words there are.
        known: &'static [&'static str],
    },
}

impl Fault for IdError {
    fn code(&self) -> &'static str {
        match self {
            IdError::Empty { .. } => "id-empty",
            IdError::TooLong { .. } => "id-too-long",
            IdError::BadForm { .. } => "id-bad-form",
            IdError::UnknownWord { .. } => "word-unknown",
        }
    }

    fn mend(&self) -> String {
        match self {
            IdError::Empty { .. } => "Ghi mã".into(),
            IdError::TooLong { .. } => "Đặt mã ngắn hơn".into(),
            IdError::BadForm { form, .. } => format!("Viết lại: {form}"),
            IdError::UnknownWord { known, .. } => format!("Chọn một trong: {}", known.join(", ")),
        }
    }
}

/// The form of a slug, in Vietnamese.
const SLUG_FORM: &str = "chữ thường không dấu a-z, chữ số, dấu “-”, “.”, “_”, bắt đầu bằng chữ hoặc số";

/// Checks `[a-z0-9][a-z0-9._-]*` and the length.
pub(crate) fn check_slug(what: &'static str, text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty { what });
    }
    check_length(what, text)?;
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let good = text.bytes().enumerate().all(|(at, b)| plain(b) || (at > 0 && b"._-".contains(&b)));
    if good { Ok(()) } else { Err(bad_form(what, text, SLUG_FORM)) }
}

pub(crate) fn check_length(what: &'static str, text: &str) -> Result<(), IdError> {
    if text.len() > MAX_LENGTH {
        return Err(IdError::TooLong { what, text: text.chars().take(40).collect() });
    }
    Ok(())
}

pub(crate) fn bad_form(what: &'static str, text: &str, form: &'static str) -> IdError {
    IdError::BadForm { what, text: text.into(), form }
}

/// The traits every id shares, around a checked `Arc<str>` in its only field and a `new(&str)`.
macro_rules! id_traits {
    ($name:ident) => {
        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), &self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        serde_as_text!($name);
    };
}

pub(crate) use id_traits;

macro_rules! slug_ids {
    ($($(#[$doc:meta])+ $name:ident = $noun:literal,)+) => {$(
        $(#[$doc])+
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads the id.
            ///
            /// # Errors
            /// [`IdError`] when the text is not a slug `[a-z0-9][a-z0-9._-]*`.
            pub fn new(text: &str) -> Result<$name, IdError> {
                check_slug($noun, text)?;
                Ok($name(text.into()))
            }
        }

        id_traits!($name);
    )+};
}

slug_ids! {
    /// An indicator: the notion shown to people. It has several measures, never mixed.
    IndicatorId = "chỉ số",
    /// A measure: what exactly is counted, to which standard.
    MeasureId = "phép đo",
    /// A target of a plan.
    TargetId = "chỉ tiêu",
    /// An aim of a plan: a direction without a figure.
    AimId = "mục tiêu định hướng",
    /// A plan.
    PlanId = "kế hoạch",
    /// An agency, through all its names.
    AgencyId = "cơ quan",
    /// A publication that figures were taken from.
    SourceId = "nguồn số liệu",
    /// A legal document.
    DocumentId = "văn bản",
    /// A unit of measurement.
    UnitId = "đơn vị tính",
    /// A term of the glossary.
    TermId = "thuật ngữ",
    /// The name a person signs in with.
    AccountName = "tài khoản",
}

/// A part of a figure, such as one sex or one age group. The empty id is the total.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BreakdownId(Arc<str>);

impl BreakdownId {
    /// Reads the id; the empty text is the total.
    ///
    /// # Errors
    /// [`IdError`] when the text is neither empty nor a slug.
    pub fn new(text: &str) -> Result<BreakdownId, IdError> {
        if !text.is_empty() {
            check_slug("phân tổ", text)?;
        }
        Ok(BreakdownId(text.into()))
    }

    /// The whole, not a part.
    pub fn total() -> BreakdownId {
        BreakdownId("".into())
    }

    /// Whether it is the whole.
    pub fn is_total(&self) -> bool {
        self.0.is_empty()
    }
}

impl Default for BreakdownId {
    fn default() -> BreakdownId {
        BreakdownId::total()
    }
}

id_traits!(BreakdownId);

#[cfg(test)]
mod tests;
