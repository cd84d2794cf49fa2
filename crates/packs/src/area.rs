//! Administrative areas through time. An id is a territory: it gets a new version when only its name, kind, code or
//! parent changes, and territory that changes gets a new id joined to the old one by a succession. Containment
//! between ids therefore holds at any time. Codes are used again for other territories, so looking one up takes
//! a date.

mod closure;
mod restate;
mod search;
mod tree;

use ansinh_kernel::{
    area::{AreaCode, AreaId, AreaLevel},
    date::{Date, Validity},
    figure::LegalStatus,
    lang::{Bilingual, Lang},
    ratio::Ratio,
};

pub use restate::{Restatable, RestateObstacle};
pub use tree::{AreaIndex, AreaTree};

use crate::word::words;

/// One territory, of one level for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Our id.
    pub id: AreaId,
    /// Its level.
    pub level: AreaLevel,
    /// Its versions in order of time, without overlap; never empty.
    pub versions: Vec<AreaVersion>,
    /// What is told of a group; `None` for every other level.
    pub group: Option<Group>,
}

impl Area {
    /// The version in force on this day; `None` when the area does not exist then.
    #[must_use]
    pub fn version_on(&self, date: Date) -> Option<&AreaVersion> {
        self.versions.iter().find(|version| version.valid.contains(date))
    }

    /// Whether the area exists on this day.
    #[must_use]
    pub fn exists_on(&self, date: Date) -> bool {
        self.version_on(date).is_some()
    }

    /// The last version.
    ///
    /// # Panics
    /// Never: an area is only made from its versions.
    #[must_use]
    pub fn latest(&self) -> &AreaVersion {
        self.versions.last().expect("an area is made from at least one version")
    }

    /// Its full name on this day, e.g. `Xã Lương Ninh` or `Lương Ninh Commune`; of its last version when it does
    /// not exist then, so that a name can always be shown.
    #[must_use]
    pub fn full_name_on(&self, date: Date, lang: Lang) -> String {
        match &self.group {
            Some(group) => group.name.get(lang).to_owned(),
            None => self.version_on(date).unwrap_or_else(|| self.latest()).full_name(lang),
        }
    }
}

/// What an area was called and where it belonged over some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaVersion {
    /// Code of the statistics office; groups have none.
    pub code: Option<AreaCode>,
    /// Name without its type word.
    pub name: String,
    /// Its kind in law.
    pub kind: AreaKind,
    /// The area it belonged to.
    pub parent: Option<AreaId>,
    /// The days it was so.
    pub valid: Validity,
    /// Number of the document that made it so.
    pub instrument: Option<String>,
    /// How surely that is known.
    pub status: LegalStatus,
}

impl AreaVersion {
    /// Name with its type word: `Xã Lương Ninh`, `Lương Ninh Commune`.
    #[must_use]
    pub fn full_name(&self, lang: Lang) -> String {
        match (self.kind, lang) {
            (AreaKind::QuocGia | AreaKind::Nhom, _) => self.name.clone(),
            (kind, Lang::Vi) => format!("{} {}", capitalised(kind.name(lang)), self.name),
            (kind, Lang::En) => format!("{} {}", self.name, capitalised(kind.name(lang))),
        }
    }
}

/// The word with its first letter in upper case.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// An area the law ended and reporting still needs, such as former Quảng Bình.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Name shown to people.
    pub name: Bilingual,
    /// What it stands for.
    pub note: Bilingual,
    /// The day it began.
    pub founded: Option<Date>,
}

/// Territory passing from one area to another on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// The first day of the new state.
    pub on: Date,
    /// The area that gave.
    pub from: AreaId,
    /// The area that received.
    pub to: AreaId,
    /// How.
    pub kind: SuccessionKind,
    /// The share of the giving area's territory that passed, above 0 and at most 1.
    pub share: Ratio,
    /// Number of the document that ordered it.
    pub instrument: Option<String>,
    /// What we rest on.
    pub evidence: String,
    /// How surely it is known.
    pub status: LegalStatus,
}

impl Succession {
    /// Whether the whole territory passed, so that figures may be restated.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.share == Ratio::from_int(1)
    }
}

words! {
    /// The kinds of areas in law, by their Vietnamese names.
    pub enum AreaKind: "loại đơn vị hành chính" {
        /// Quốc gia
        QuocGia = "quoc_gia", "quốc gia", "nation";
        /// Thành phố trực thuộc trung ương
        ThanhPhoTw = "thanh_pho_tw", "thành phố", "city";
        /// Tỉnh
        Tinh = "tinh", "tỉnh", "province";
        /// Thành phố thuộc tỉnh
        ThanhPho = "thanh_pho", "thành phố", "city";
        /// Thị xã
        ThiXa = "thi_xa", "thị xã", "town";
        /// Huyện
        Huyen = "huyen", "huyện", "district";
        /// Quận
        Quan = "quan", "quận", "urban district";
        /// Phường
        Phuong = "phuong", "phường", "ward";
        /// Thị trấn
        ThiTran = "thi_tran", "thị trấn", "township";
        /// Xã
        Xa = "xa", "xã", "commune";
        /// Đặc khu
        DacKhu = "dac_khu", "đặc khu", "special zone";
        /// Nhóm đơn vị
        Nhom = "nhom", "nhóm", "group";
    }
}

impl AreaKind {
    /// The level that areas of this kind are of.
    #[must_use]
    pub const fn level(self) -> AreaLevel {
        match self {
            Self::QuocGia => AreaLevel::Nation,
            Self::ThanhPhoTw | Self::Tinh => AreaLevel::Province,
            Self::ThanhPho | Self::ThiXa | Self::Huyen | Self::Quan => AreaLevel::District,
            Self::Phuong | Self::ThiTran | Self::Xa | Self::DacKhu => AreaLevel::Commune,
            Self::Nhom => AreaLevel::Group,
        }
    }
}

words! {
    /// How territory passes.
    pub enum SuccessionKind: "kiểu kế thừa" {
        /// The whole area goes into another.
        Merge = "merge", "sáp nhập", "merger";
        /// The area is divided; its shares add up to 1.
        Split = "split", "chia tách", "split";
        /// A part goes to another area, the rest stays.
        Transfer = "transfer", "điều chuyển một phần", "transfer of a part";
        /// The area ends in law and lives on as a group for reporting.
        ContinueAsGroup = "continue_as_group", "tiếp nối thành nhóm", "continues as a group";
    }
}

impl SuccessionKind {
    /// Whether the giving area ends with it.
    #[must_use]
    pub const fn ends_the_giver(self) -> bool {
        matches!(self, Self::Merge | Self::Split | Self::ContinueAsGroup)
    }
}
