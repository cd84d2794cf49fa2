//! The kinds of text that fields hold, each with its pattern; a text that fits is read by the kernel afterwards.

use ansinh_kernel::{
    area::AreaLevel,
    figure::{LegalStatus, Qualifier},
    period::Frequency,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

/// Declares a text of its own kind: name, pattern, how to write it (Vietnamese).
macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident = $pattern:literal, $how:literal;)+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug, Deserialize, JsonSchema)]
            #[serde(transparent)]
            pub(crate) struct $name(#[schemars(regex(pattern = $pattern))] pub(crate) String);

            impl AsRef<str> for $name {
                fn as_ref(&self) -> &str {
                    &self.0
                }
            }
        )+

        /// How to write a text of this pattern, in Vietnamese, if it is one of ours.
        pub(crate) fn how_to_write(pattern: &str) -> Option<&'static str> {
            match pattern { $($pattern => Some($how),)+ _ => None }
        }
    };
}

texts! {
    /// An id of ours: lower-case ASCII letters, digits, `-`, `.` and `_`.
    Slug = "^[a-z0-9][a-z0-9._-]*$", "chỉ dùng chữ thường không dấu, chữ số, dấu “-”, “.”, “_”, như jobs-total";
    /// An area id: `vn`, `t44`, `h450`, `x19207.2025`, `g-quang-binh`.
    AreaText = "^(vn|t[0-9]{2}(\\.[0-9]{4})?|h[0-9]{3}(\\.[0-9]{4})?|x[0-9]{5}(\\.[0-9]{4})?|g-[a-z0-9._-]+)$",
        "viết như vn, t44, h450, x19207.2025 hoặc g-quang-binh";
    /// A day: `2018-12-31`.
    DateText = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "viết năm-tháng-ngày, như 2018-12-31";
    /// A day, a month or a year, as exact as a page says: `2018-12-31`, `2018-12`, `2018`.
    PrintedDateText = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "viết như 2018-12-31, 2018-12 hoặc 2018";
    /// A period: `2018`, `2018-Q3`, `2018-07`, `2016..2020`.
    PeriodText = "^[0-9]{4}(-Q[1-4]|-[0-9]{2}|\\.\\.[0-9]{4})?$",
        "viết như 2018, 2018-Q3, 2018-07 hoặc 2016..2020";
    /// A decimal number as text, with a dot: `2.4`.
    NumberText = "^-?[0-9]+(\\.[0-9]+)?$", "viết số trong ngoặc kép, dùng dấu chấm thập phân, như \"2.4\"";
    /// A clause of the plan: `II.1.2.3.housing-water.b`.
    ClauseText = "^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$", "viết như II.1.2.1.a";
    /// Words for people, not blank, without spaces at either end.
    Words = "^\\S(.*\\S)?$", "không để trống, không có khoảng trắng ở hai đầu, không xuống dòng";
    /// An address on the web.
    Url = "^https?://\\S+$", "viết địa chỉ đầy đủ, bắt đầu bằng https://";
}

/// Schema of a closed list of words of the kernel.
fn word_schema(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

/// How surely a fact is known: `verified`, `secondary`, `unverified`.
pub(crate) fn status(_: &mut SchemaGenerator) -> Schema {
    word_schema(&LegalStatus::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>())
}

/// The level of an area.
pub(crate) fn level(_: &mut SchemaGenerator) -> Schema {
    word_schema(&AreaLevel::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>())
}

/// How often something is asked.
pub(crate) fn frequency(_: &mut SchemaGenerator) -> Schema {
    word_schema(&Frequency::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>())
}

/// How exactly a publication stated a figure.
pub(crate) fn qualifier(_: &mut SchemaGenerator) -> Schema {
    word_schema(&Qualifier::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>())
}
