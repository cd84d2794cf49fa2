//! How a target stands as a whole: by the figure of the deadline; before it, by the latest year that has a figure;
//! after it without that figure, by nothing but the honest statement that it is missing.

use ansinh_kernel::date::Year;

use super::{
    YearJudgement,
    band::Band,
    case::Case,
    rule::Rule,
    words::{Pattern, Slot, Words},
};

/// How a target stands as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The verdict.
    pub band: Band,
    /// What it rests on.
    pub state: HeadlineState,
    /// The sentence that shows it.
    pub words: Words,
}

/// What the verdict on a target rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadlineState {
    /// The figure of the deadline's own year, or a sum that is enough without it.
    AtDeadline,
    /// The deadline has not come; this is the latest year with a figure.
    Latest {
        /// That year.
        year: Year,
    },
    /// The deadline has passed without a figure of its year.
    NoFigureAtDeadline {
        /// The last year that has one, and how it stood then.
        last: Option<(Year, Band)>,
    },
    /// The deadline has not come and there is no figure yet.
    NothingYet,
}

const NO_FIGURE: Pattern = Pattern {
    vi: "Đã quá hạn {deadline} mà chưa có số liệu năm đó.",
    en: "The deadline {deadline} has passed without a figure for that year.",
};
const NO_FIGURE_BUT_LAST: Pattern = Pattern {
    vi: "Đã quá hạn {deadline} mà chưa có số liệu năm đó; lần cuối có số liệu là năm {last}: {band}.",
    en: "The deadline {deadline} has passed without a figure for that year; the last figure is of {last}: {band}.",
};
const NOTHING_YET: Pattern =
    Pattern { vi: "Chưa có số liệu năm nào.", en: "There is no figure for any year yet." };

pub(super) fn headline(case: &Case, years: &[YearJudgement]) -> Headline {
    let deadline = case.goal.deadline;
    let judged = || years.iter().filter(|one| one.year <= deadline);
    let known = judged().rev().find(|one| one.figure.is_some());
    let at_deadline = judged().next_back().filter(|one| one.year == deadline);
    let settled = at_deadline.filter(|one| one.figure.is_some() || one.band == Band::Achieved);
    match (settled, known, case.terms.is_over(deadline)) {
        (Some(one), _, _) => of_year(one, HeadlineState::AtDeadline),
        (None, last, true) => overdue(deadline, last.map(|one| (one.year, one.band))),
        (None, Some(one), false) => of_year(one, HeadlineState::Latest { year: one.year }),
        (None, None, false) => {
            let due = judged().any(|one| one.rule != Rule::NotYetDue);
            let band = if due { Band::NoData } else { Band::NotDue };
            Headline { band, state: HeadlineState::NothingYet, words: Words::new(NOTHING_YET) }
        }
    }
}

fn of_year(one: &YearJudgement, state: HeadlineState) -> Headline {
    Headline { band: one.band, state, words: one.words.clone() }
}

fn overdue(deadline: Year, last: Option<(Year, Band)>) -> Headline {
    let words = match last {
        None => Words::new(NO_FIGURE),
        Some((year, band)) => Words::new(NO_FIGURE_BUT_LAST).year("last", year).slot("band", Slot::Band(band)),
    };
    let words = words.year("deadline", deadline);
    Headline { band: Band::NoData, state: HeadlineState::NoFigureAtDeadline { last }, words }
}
