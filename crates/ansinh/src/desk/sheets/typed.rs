//! The fields of a sheet's form and the cells they stand for: a field is a word, a colon and the cell. A form sends the
//! whole grid; each cell carries a mark of what it was like when the page was made, and only what differs from that
//! mark was typed by whoever sends it.

use crate::desk::fields::Fields;
use crate::desk::names::cell_name;
use ansinh_app::sheet::{CellName, Reasons, Typed, TypedCells};
use ansinh_kernel::digest::DigestWriter;
use std::collections::BTreeMap;

/// What a field of a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desk) enum Slot {
    /// Numerator, count, value or answer.
    Numerator,
    /// Denominator.
    Denominator,
    /// Ticked "does not apply".
    NotApplicable,
    /// Note to the figure.
    Note,
    /// What the cell was like when the page was made: its version and a mark of its content.
    Made,
    /// Which text stays where two people typed.
    Keep,
    /// Why the reviewer gives the cell back.
    Reason,
}

impl Slot {
    /// The word before the colon.
    pub(in crate::desk) const fn word(self) -> &'static str {
        match self {
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::NotApplicable => "not-applicable",
            Self::Note => "note",
            Self::Made => "made",
            Self::Keep => "keep",
            Self::Reason => "reason",
        }
    }

    /// The name, and id, of the field of a cell.
    pub(super) fn of(self, name: &CellName) -> String {
        format!("{}:{}", self.word(), letters(name))
    }
}

/// The value of a field that lets the text saved meanwhile stay.
pub(super) const THEIRS: &str = "theirs";

/// A cell as the fields name it: `measure` or `measure:part`.
pub(super) fn letters(name: &CellName) -> String {
    if name.breakdown.is_total() { name.measure.to_string() } else { format!("{}:{}", name.measure, name.breakdown) }
}

/// The cells that whoever sent the form typed into. Where the other person's text stays, nothing is sent on.
pub(super) fn cells(fields: &Fields) -> TypedCells {
    let changed = made_from(fields).filter_map(|(cell, name, made)| {
        let (version, mark) = made.split_once('.').unwrap_or((made, ""));
        let of = |slot: Slot| format!("{}:{cell}", slot.word());
        let typed = Typed {
            numerator: fields.get(&of(Slot::Numerator)).to_owned(),
            denominator: fields.get(&of(Slot::Denominator)).to_owned(),
            not_applicable: fields.has(&of(Slot::NotApplicable)),
            note: fields.get(&of(Slot::Note)).to_owned(),
            version: version.parse().unwrap_or(0),
        };
        let stays = fields.get(&of(Slot::Keep)) == THEIRS;
        (mark_of(&typed) != mark && !stays).then_some((name, typed))
    });
    changed.collect()
}

/// What the cells were like when the page was made, for those that were typed into since: the same page again tells
/// the same.
pub(super) fn made(fields: &Fields) -> Made {
    let changed = cells(fields);
    let kept = made_from(fields).filter(|(_, name, _)| changed.contains_key(name));
    kept.map(|(_, name, made)| (name, made.to_owned())).collect()
}

/// What cells were like, by name.
pub(super) type Made = BTreeMap<CellName, String>;

/// What a cell is like now.
pub(super) fn made_now(typed: &Typed) -> String {
    format!("{}.{}", typed.version, mark_of(typed))
}

fn made_from(fields: &Fields) -> impl Iterator<Item = (&str, CellName, &str)> {
    fields.beginning("made:").filter_map(|(cell, made)| Some((cell, cell_name(cell)?, made)))
}

/// A mark of what stands in a cell.
fn mark_of(typed: &Typed) -> String {
    let not_applicable = if typed.not_applicable { "1" } else { "" };
    let mut writer = DigestWriter::new();
    writer.text(&typed.numerator).text(&typed.denominator).text(not_applicable).text(&typed.note);
    writer.finish().short()
}

/// The reviewer's reasons.
pub(super) fn reasons(fields: &Fields) -> Reasons {
    let given = fields.beginning("reason:").filter(|(_, reason)| !reason.trim().is_empty());
    given.filter_map(|(cell, reason)| Some((cell_name(cell)?, reason.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Slot, cells, made, made_now};
    use crate::desk::fields::Fields;
    use ansinh_app::sheet::{CellName, Typed};
    use ansinh_kernel::id::BreakdownId;

    fn name() -> CellName {
        CellName { measure: "jobs-total".parse().unwrap(), breakdown: BreakdownId::new("women").unwrap() }
    }

    fn sent(pairs: &[(Slot, &str)]) -> Fields {
        Fields::new(pairs.iter().map(|(slot, value)| (slot.of(&name()), (*value).to_owned())).collect())
    }

    #[test]
    fn only_what_was_typed_since_the_page_was_made_is_sent_on() {
        let before = Typed { numerator: "12".into(), version: 3, ..Typed::default() };
        let page = made_now(&before);
        let untouched =
            sent(&[(Slot::Made, &page), (Slot::Numerator, "12"), (Slot::Denominator, ""), (Slot::Note, "")]);
        assert!(cells(&untouched).is_empty() && made(&untouched).is_empty());
        let touched = sent(&[(Slot::Made, &page), (Slot::Numerator, "13"), (Slot::Note, "")]);
        assert_eq!(cells(&touched)[&name()].version, 3);
        assert_eq!(made(&touched)[&name()], page);
        assert!(cells(&sent(&[(Slot::Made, &page), (Slot::Numerator, "13"), (Slot::Keep, "theirs")])).is_empty());
    }

    #[test]
    fn a_cell_is_read_back_from_the_fields_it_was_written_to() {
        let (name, fields) = (
            name(),
            sent(&[
                (Slot::Made, "3"),
                (Slot::Numerator, " 1.234 "),
                (Slot::Note, "ghi chú"),
                (Slot::NotApplicable, "1"),
            ]),
        );
        let typed = Typed {
            numerator: " 1.234 ".into(),
            denominator: String::new(),
            not_applicable: true,
            note: "ghi chú".into(),
            version: 3,
        };
        assert_eq!(cells(&fields).into_iter().collect::<Vec<_>>(), [(name, typed)]);
    }
}
