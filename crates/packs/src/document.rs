//! Legal documents the packs refer to: number, issuer, the four dates law knows, and how surely we know them.

use std::collections::BTreeMap;

use ansinh_kernel::{date::Date, figure::LegalStatus, id::DocumentId, lang::Bilingual};

use crate::word::words;

/// One document of law or of the Party that something here rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalDocument {
    /// Our id: the name of its file.
    pub id: DocumentId,
    /// Official number, e.g. `70/NQ-CP`; `None` when the copy bears none.
    pub number: Option<String>,
    /// What sort of document it is.
    pub kind: DocumentKind,
    /// Title in both languages.
    pub title: Bilingual,
    /// Who issued it, as printed.
    pub issuer: String,
    /// The day it was signed.
    pub signed: Option<Date>,
    /// The day it took effect.
    pub in_force: Option<Date>,
    /// The day from which amounts are paid under it, where it differs.
    pub paid_from: Option<Date>,
    /// The day its text was known to us, for printing an old report again as it was.
    pub known_from: Option<Date>,
    /// The document that replaced it.
    pub replaced_by: Option<DocumentId>,
    /// Where a copy can be read.
    pub url: Option<String>,
    /// How surely its facts are known.
    pub status: LegalStatus,
    /// A remark for readers.
    pub note: Option<Bilingual>,
}

/// Every document of a pack, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents(BTreeMap<DocumentId, LegalDocument>);

impl Documents {
    /// The document with this id.
    #[must_use]
    pub fn get(&self, id: &DocumentId) -> Option<&LegalDocument> {
        self.0.get(id)
    }

    /// The document with this official number.
    #[must_use]
    pub fn by_number(&self, number: &str) -> Option<&LegalDocument> {
        self.0.values().find(|document| document.number.as_deref() == Some(number))
    }

    /// Every document, ordered by id.
    pub fn iter(&self) -> impl Iterator<Item = &LegalDocument> {
        self.0.values()
    }
}

impl FromIterator<LegalDocument> for Documents {
    fn from_iter<I: IntoIterator<Item = LegalDocument>>(documents: I) -> Self {
        Self(documents.into_iter().map(|document| (document.id.clone(), document)).collect())
    }
}

words! {
    /// Sorts of documents, by their Vietnamese legal names.
    pub enum DocumentKind: "loại văn bản" {
        /// Luật
        Law = "law", "luật", "law";
        /// Pháp lệnh
        Ordinance = "ordinance", "pháp lệnh", "ordinance";
        /// Nghị quyết của Quốc hội, Ủy ban Thường vụ Quốc hội hoặc Chính phủ
        Resolution = "resolution", "nghị quyết", "resolution";
        /// Nghị quyết của Hội đồng nhân dân
        CouncilResolution = "council_resolution", "nghị quyết của Hội đồng nhân dân", "People's Council resolution";
        /// Nghị định
        Decree = "decree", "nghị định", "decree";
        /// Quyết định
        Decision = "decision", "quyết định", "decision";
        /// Thông tư
        Circular = "circular", "thông tư", "circular";
        /// Chỉ thị
        Directive = "directive", "chỉ thị", "directive";
        /// Nghị quyết của Đảng
        PartyResolution = "party_resolution", "nghị quyết của Đảng", "Party resolution";
        /// Chương trình hành động của cấp ủy
        PartyProgramme = "party_programme", "chương trình hành động", "action programme of the Party";
        /// Kế hoạch
        Plan = "plan", "kế hoạch", "plan";
        /// Công văn
        OfficialLetter = "official_letter", "công văn", "official letter";
    }
}
