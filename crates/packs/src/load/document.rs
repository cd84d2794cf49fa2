//! Reads legal documents and the glossary.

use ansinh_kernel::lang::Bilingual;

use super::{Loader, stem};
use crate::{
    document::LegalDocument,
    files::{FileKind, document::DocumentFile, glossary::TermItem, text::Words},
    glossary::Term,
    read::item::Reader,
};

/// A text in both languages.
pub(super) fn both(vi: Words, en: Words) -> Bilingual {
    Bilingual { vi: vi.0, en: en.0 }
}

/// A text that may be missing, in both languages or in neither.
pub(super) fn both_or_none(
    reader: &mut Reader<'_>,
    stem: &str,
    vi: Option<Words>,
    en: Option<Words>,
) -> Option<Option<Bilingual>> {
    reader.both_or_none(stem, vi.map(|text| text.0), en.map(|text| text.0))
}

pub(super) fn document(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Document, path, text);
    let document = loader.whole(&file, |reader, item| legal_document(reader, stem(path), item));
    loader.draft.documents.extend(document);
}

fn legal_document(reader: &mut Reader<'_>, id: &str, item: DocumentFile) -> Option<LegalDocument> {
    let id = reader.parse("", id);
    let signed = reader.parse_optional("signed", item.signed);
    let in_force = reader.parse_optional("in_force", item.in_force);
    let paid_from = reader.parse_optional("paid_from", item.paid_from);
    let known_from = reader.parse_optional("known_from", item.known_from);
    let replaced_by = reader.parse_optional("replaced_by", item.replaced_by);
    let status = reader.parse("status", &item.status);
    let note = both_or_none(reader, "note", item.note_vi, item.note_en);
    Some(LegalDocument {
        id: id?,
        number: Some(item.number).filter(|number| !number.is_empty()),
        kind: item.kind,
        title: both(item.title_vi, item.title_en),
        issuer: item.issuer.0,
        signed: signed?,
        in_force: in_force?,
        paid_from: paid_from?,
        known_from: known_from?,
        replaced_by: replaced_by?,
        url: item.url.map(|url| url.0),
        status: status?,
        note: note?,
    })
}

pub(super) fn glossary(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Glossary, path, text);
    loader.draft.terms = loader.items(&file, "term", |reader, item: TermItem| {
        let id = reader.parse("id", &item.id)?;
        let definition = both(item.definition_vi, item.definition_en);
        Some(Term { id, name: both(item.vi, item.en), definition })
    });
}
