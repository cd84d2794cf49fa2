//! The two languages people read, and a text written in both. Vietnamese is the first language; a missing
//! English text is a mistake in the data, never a silent fallback.

use crate::words;
use serde::{Deserialize, Serialize};

words! {
    /// A language of the pages.
    #[derive(Default)]
    pub enum Lang: "ngôn ngữ" {
        /// Vietnamese, the first language.
        #[default]
        Vi = "vi", "Tiếng Việt", "Vietnamese";
        /// English.
        En = "en", "Tiếng Anh", "English";
    }
}

impl Lang {
    /// The other language, for the switch on every page.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        }
    }

    /// One of two constants, whichever is in this language.
    pub const fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    /// The mark between the whole part and the decimals.
    pub(crate) const fn decimal_mark(self) -> char {
        match self {
            Lang::Vi => ',',
            Lang::En => '.',
        }
    }

    /// The mark between groups of three digits.
    pub(crate) const fn group_mark(self) -> char {
        match self {
            Lang::Vi => '.',
            Lang::En => ',',
        }
    }
}

/// One text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// The Vietnamese text, NFC.
    pub vi: String,
    /// The English text.
    pub en: String,
}

impl Bilingual {
    /// Joins the two texts.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Bilingual {
        Bilingual { vi: vi.into(), en: en.into() }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.vi, &self.en)
    }
}

#[cfg(test)]
mod tests;
