//! Areas by their own ids. An id is a territory: it changes when the territory changes, not when the code, the
//! name, the type or the parent does. Official codes are reused, so a code is looked up with a date elsewhere.

use crate::id::{IdError, bad_form, check_length, check_slug, id_traits};
use crate::{serde_as_text, words};
use std::borrow::Borrow;
use std::sync::Arc;
use std::{fmt, str::FromStr};

words! {
    /// The level of an area, from the largest down; a group stands beside the levels.
    pub enum AreaLevel: "cấp địa bàn" {
        /// The whole country.
        Nation = "nation", "cả nước", "nation";
        /// A province or a city of the central government.
        Province = "province", "cấp tỉnh", "province";
        /// A district, until 30 June 2025.
        District = "district", "cấp huyện", "district";
        /// A commune, ward, town or special zone.
        Commune = "commune", "cấp xã", "commune";
        /// A group of areas that people still speak of, such as a former province.
        Group = "group", "nhóm địa bàn", "group of areas";
    }
}

/// The id of a territory: `vn`, `t44`, `h450`, `x19207`, `x19207.2025`, `g-quang-binh`.
///
/// A letter for the level and the official code, and the year of its beginning when an earlier territory had
/// the same code.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaId(Arc<str>);

const AREA_FORM: &str = "vn, t + 2 số, h + 3 số, x + 5 số (thêm “.năm” nếu mã đã dùng cho địa bàn trước), hoặc g-tên";

impl AreaId {
    /// Reads the id.
    ///
    /// # Errors
    /// [`IdError`] when it is not of the form above.
    pub fn new(text: &str) -> Result<AreaId, IdError> {
        check_slug("địa bàn", text)?;
        match level_of(text) {
            Some(_) => Ok(AreaId(text.into())),
            None => Err(bad_form("địa bàn", text, AREA_FORM)),
        }
    }

    /// The whole country.
    pub fn nation() -> AreaId {
        AreaId("vn".into())
    }

    /// Its level, which the letter tells.
    pub fn level(&self) -> AreaLevel {
        level_of(&self.0).expect("checked when the id was made")
    }
}

/// The level that the form of an id tells.
fn level_of(text: &str) -> Option<AreaLevel> {
    let (level, rest, width) = match text.split_at_checked(1)? {
        ("v", "n") => return Some(AreaLevel::Nation),
        ("g", name) => {
            let named = name.strip_prefix('-').is_some_and(|name| check_slug("nhóm", name).is_ok());
            return named.then_some(AreaLevel::Group);
        }
        ("t", rest) => (AreaLevel::Province, rest, 2),
        ("h", rest) => (AreaLevel::District, rest, 3),
        ("x", rest) => (AreaLevel::Commune, rest, 5),
        _ => return None,
    };
    let (code, year) = rest.split_once('.').unwrap_or((rest, "2000"));
    let digits = |text: &str, width: usize| text.len() == width && text.bytes().all(|b| b.is_ascii_digit());
    (digits(code, width) && digits(year, 4)).then_some(level)
}

id_traits!(AreaId);

/// The official code of an administrative unit, with its leading zeros: `44`, `450`, `19207`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaCode(Arc<str>);

impl AreaCode {
    /// Reads the code.
    ///
    /// # Errors
    /// [`IdError`] when it is not two, three or five digits.
    pub fn new(text: &str) -> Result<AreaCode, IdError> {
        check_length("đơn vị hành chính", text)?;
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        if digits && matches!(text.len(), 2 | 3 | 5) {
            return Ok(AreaCode(text.into()));
        }
        Err(bad_form("đơn vị hành chính", text, "2 chữ số (tỉnh), 3 chữ số (huyện) hoặc 5 chữ số (xã)"))
    }

    /// The level that codes of this length belong to.
    pub fn level(&self) -> AreaLevel {
        match self.0.len() {
            2 => AreaLevel::Province,
            3 => AreaLevel::District,
            _ => AreaLevel::Commune,
        }
    }
}

id_traits!(AreaCode);

#[cfg(test)]
mod tests;
