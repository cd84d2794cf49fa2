//! Checks of documents, units of measurement and terms.

use std::collections::HashSet;

use super::Report;
use crate::load::Kind;

pub(super) fn check(report: &mut Report<'_>) {
    let draft = report.draft;
    report.unique(&draft.measurement_units, "id", |unit| unit.id.as_str());
    report.unique(&draft.terms, "id", |term| term.id.as_str());
    let mut numbers = HashSet::new();
    for document in &draft.documents {
        let (spot, value) = (&document.spot, &document.value);
        report.resolve_some(Kind::Document, value.replaced_by.as_ref(), spot, "replaced_by");
        if value.replaced_by.as_ref() == Some(&value.id) {
            report.note(
                spot,
                "replaced_by",
                "document-replaces-itself",
                "văn bản tự thay thế mình",
                "Ghi văn bản thay thế nó",
            );
        }
        if let Some(number) = &value.number
            && !numbers.insert((number, &value.issuer))
        {
            let what = format!("số {number} của {} đã có ở tệp khác", value.issuer);
            report.note(spot, "number", "document-number-twice", what, "Bỏ một trong hai tệp");
        }
    }
}
