//! Checks of the whole tree, across files: what one file says of another must hold. Every check reports all it
//! finds and none stops the others; what could not be read is not reported a second time.

mod agency;
mod area;
mod document;
mod indicator;
mod plan;
mod publication;
mod span;
mod succession;
mod target;
mod tile;

use std::{collections::HashSet, fmt::Display, hash::Hash};

use ansinh_kernel::problem::{Problem, Problems};

use crate::{
    area::AreaTree,
    load::{Draft, Kind},
    read::item::{Placed, Spot},
};

/// Notes every problem of the draft.
pub(crate) fn check(draft: &Draft, tree: &AreaTree, problems: &mut Problems) {
    let mut report = Report { draft, tree, problems };
    area::check(&mut report);
    succession::check(&mut report);
    tile::check(&mut report);
    agency::check(&mut report);
    document::check(&mut report);
    indicator::check(&mut report);
    plan::check(&mut report);
    publication::check(&mut report);
}

/// What the checks look at and where they write.
struct Report<'a> {
    draft: &'a Draft,
    tree: &'a AreaTree,
    problems: &'a mut Problems,
}

impl Report<'_> {
    /// Notes a problem of a field of an item.
    fn note(&mut self, spot: &Spot, field: &str, code: &'static str, what: impl Display, mend: impl Display) {
        let place = self.draft.sources.place(spot, field);
        self.problems.push(Problem::new(code, what.to_string(), mend.to_string()).at(place));
    }

    /// Whether an id is declared somewhere; a problem when not.
    fn resolve(&mut self, kind: Kind, id: &str, spot: &Spot, field: &str) -> bool {
        let known = self.draft.declared.has(kind, id);
        if !known {
            let what = format!("không có {} “{id}”", kind.name());
            let mend = format!("Sửa lại mã, hoặc thêm vào {}", kind.home());
            self.note(spot, field, kind.unknown_code(), what, mend);
        }
        known
    }

    /// The same for an id that may be missing.
    fn resolve_some(&mut self, kind: Kind, id: Option<impl AsRef<str>>, spot: &Spot, field: &str) {
        if let Some(id) = id {
            self.resolve(kind, id.as_ref(), spot, field);
        }
    }

    /// A problem for each item whose key an earlier one has.
    fn unique<'i, T, K: Hash + Eq + Display>(&mut self, items: &'i [Placed<T>], field: &str, key: impl Fn(&'i T) -> K) {
        let mut seen = HashSet::new();
        for item in items {
            let key = key(&item.value);
            if seen.contains(&key) {
                let what = format!("“{key}” đã có ở một mục trước");
                self.note(&item.spot, field, "id-twice", what, "Đổi mã, hoặc bỏ một trong hai mục");
            } else {
                seen.insert(key);
            }
        }
    }
}
