//! Which areas are withheld, kept from one read to the next. Deciding it takes the cells of everybody who reported, and
//! only an acceptance can change it; so a decision is kept for its slice and period until one touches them.
//!
//! What is kept belongs to one acceptance, the newest its snapshot showed. A later snapshot names the acceptances since:
//! those of this process have said beforehand what they touch, and only that is forgotten; one that nobody announced
//! (another process, a bulk load) makes everything forgotten. An earlier snapshot does without.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ansinh_domain::disclosure::Withheld;
use ansinh_kernel::period::Period;
use ansinh_store::figure::{Cell, Slice, Turn};

/// Acceptances whose touched cells are remembered.
const MOST_ANNOUNCED: usize = 64;
/// An acceptance that touches more slices and periods than this is not worth remembering: all is decided anew.
const MOST_TOUCHED: usize = 1_024;
/// Decisions kept; beyond that everything is forgotten rather than growing without end.
const MOST_KEPT: usize = 100_000;

/// A slice in a period: what is decided at once.
pub(crate) type Part = (Slice, Period);

/// The decisions of one process.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    shelf: Mutex<Shelf>,
}

#[derive(Debug, Default)]
struct Shelf {
    /// The acceptance that the decisions hold for; 0 before the first.
    number: i64,
    decided: HashMap<Part, Arc<Withheld>>,
    announced: VecDeque<(String, Option<BTreeSet<Part>>)>,
}

impl Kept {
    /// The number of the acceptance that the decisions hold for.
    pub(crate) fn number(&self) -> i64 {
        self.shelf().number
    }

    /// Says which parts an acceptance is about to change. Said before it commits, so that no snapshot can show an
    /// acceptance of this process that is not announced.
    pub(crate) fn announce<'a>(&self, acceptance: &str, cells: impl Iterator<Item = &'a Cell>) {
        let parts: BTreeSet<Part> = cells.map(|cell| (cell.slice.clone(), cell.period)).collect();
        let parts = Some(parts).filter(|parts| parts.len() <= MOST_TOUCHED);
        let mut shelf = self.shelf();
        shelf.announced.push_back((acceptance.to_owned(), parts));
        while shelf.announced.len() > MOST_ANNOUNCED {
            shelf.announced.pop_front();
        }
    }

    /// Brings the decisions up to a snapshot that names these acceptances from [`Kept::number`] on, newest first.
    /// Returns the number they hold for now, or nothing when the snapshot is older than they are.
    pub(crate) fn catch_up(&self, since: &[Turn]) -> Option<i64> {
        let mut shelf = self.shelf();
        let Some(newest) = since.first() else { return (shelf.number == 0).then_some(0) };
        if newest.number > shelf.number {
            let known = shelf.number;
            let whole = since.iter().any(|turn| turn.number == known);
            let touched: Option<Vec<Part>> = since
                .iter()
                .filter(|turn| turn.number > known)
                .map(|turn| shelf.touched_by(&turn.id))
                .collect::<Option<Vec<_>>>()
                .map(|all| all.concat());
            match touched.filter(|_| whole) {
                Some(parts) => parts.iter().for_each(|part| drop(shelf.decided.remove(part))),
                None => shelf.decided.clear(),
            }
            shelf.number = newest.number;
        }
        (newest.number == shelf.number).then_some(newest.number)
    }

    /// What was decided of a part, as of this acceptance.
    pub(crate) fn get(&self, number: i64, part: &Part) -> Option<Arc<Withheld>> {
        let shelf = self.shelf();
        shelf.decided.get(part).filter(|_| shelf.number == number).map(Arc::clone)
    }

    /// Keeps what was decided in a snapshot of this acceptance, unless a newer one has come.
    pub(crate) fn keep(&self, number: i64, decided: impl Iterator<Item = (Part, Arc<Withheld>)>) {
        let mut shelf = self.shelf();
        if shelf.number == number {
            shelf.decided.extend(decided);
            if shelf.decided.len() > MOST_KEPT {
                shelf.decided.clear();
            }
        }
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    /// Everything an acceptance was announced to touch; nothing when that is not known.
    fn touched_by(&self, acceptance: &str) -> Option<Vec<Part>> {
        let mut own = self.announced.iter().filter(|(id, _)| id == acceptance).peekable();
        own.peek()?;
        let parts: Option<Vec<&BTreeSet<Part>>> = own.map(|(_, parts)| parts.as_ref()).collect();
        Some(parts?.into_iter().flatten().cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ansinh_kernel::figure::Origin;

    fn part(measure: &str, year: &str) -> Part {
        (Slice::total(measure.parse().unwrap(), Origin::Reported), year.parse().unwrap())
    }

    fn cell(measure: &str, year: &str) -> Cell {
        let (slice, period) = part(measure, year);
        Cell { slice, period, area: "x19207".parse().unwrap() }
    }

    fn turns(numbers: &[i64]) -> Vec<Turn> {
        numbers.iter().map(|number| Turn { number: *number, id: format!("a{number}") }).collect()
    }

    fn kept_at_3() -> Kept {
        let kept = Kept::default();
        assert_eq!(kept.catch_up(&turns(&[3, 2, 1])), Some(3));
        let decided = || [part("a", "2018"), part("a", "2019"), part("b", "2018")].into_iter();
        kept.keep(3, decided().map(|part| (part, Arc::default())));
        assert!(decided().all(|part| kept.get(3, &part).is_some()));
        kept
    }

    fn known(kept: &Kept, number: i64) -> Vec<bool> {
        [part("a", "2018"), part("a", "2019"), part("b", "2018")].map(|part| kept.get(number, &part).is_some()).to_vec()
    }

    #[test]
    fn an_announced_acceptance_makes_only_what_it_touches_forgotten() {
        let kept = kept_at_3();
        kept.announce("a4", [cell("a", "2018")].iter());
        assert_eq!(known(&kept, 3), [true, true, true], "before it commits nothing has changed");
        assert_eq!(kept.catch_up(&turns(&[4, 3])), Some(4));
        assert_eq!(known(&kept, 4), [false, true, true]);
        assert_eq!(known(&kept, 3), [false, false, false], "an older snapshot is not given newer decisions");
    }

    #[test]
    fn an_acceptance_nobody_announced_makes_everything_forgotten() {
        let kept = kept_at_3();
        kept.announce("a5", [cell("a", "2018")].iter());
        assert_eq!(kept.catch_up(&turns(&[5, 4, 3])), Some(5));
        assert_eq!(known(&kept, 5), [false, false, false]);
    }

    #[test]
    fn a_list_that_does_not_reach_back_makes_everything_forgotten() {
        let kept = kept_at_3();
        kept.announce("a5", [cell("a", "2018")].iter());
        assert_eq!(kept.catch_up(&turns(&[5])), Some(5));
        assert_eq!(known(&kept, 5), [false, false, false]);
    }

    #[test]
    fn an_older_snapshot_neither_takes_nor_gives() {
        let kept = kept_at_3();
        assert_eq!(kept.catch_up(&[]), None);
        kept.keep(2, [(part("c", "2018"), Arc::default())].into_iter());
        assert_eq!(kept.get(3, &part("c", "2018")), None);
    }

    #[test]
    fn an_acceptance_that_touches_very_much_is_not_remembered() {
        let kept = kept_at_3();
        let many: Vec<Cell> = (0..=MOST_TOUCHED).map(|number| cell(&format!("m{number}"), "2018")).collect();
        kept.announce("a4", many.iter());
        assert_eq!(kept.catch_up(&turns(&[4, 3])), Some(4));
        assert_eq!(known(&kept, 4), [false, false, false]);
    }
}
