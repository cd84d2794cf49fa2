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
    vi: "Đã quá hạn {deadline} mà chưa có số liệu của năm nào.",
    en: "The deadline {deadline} has passed and there is no figure for any year.",
};
const NO_FIGURE_THEN: Pattern = Pattern {
    vi: "Đã quá hạn {deadline} mà chưa có số liệu năm đó nên chưa kết luận đạt hay không.",
    en: "The deadline {deadline} has passed without a figure for that year, so whether it was met is not known.",
};
const LAST_OUTSIDE: Pattern = Pattern {
    vi: "Số gần nhất là {nearest} của năm {last}, ngoài các năm được đánh giá.",
    en: "The nearest figure is {nearest} of {last}, outside the years that are judged.",
};
const LAST: Pattern = Pattern { vi: "Số gần nhất là của năm {last}.", en: "The latest figure is of {last}." };
const LAST_STOOD: Pattern = Pattern {
    vi: "Số gần nhất là của năm {last}; xét riêng năm đó: {band}.",
    en: "The latest figure is of {last}; for that year by itself: {band}.",
};
const LAST_WAS_THERE: Pattern = Pattern {
    vi: "Số gần nhất là của năm {last}; khi đó đã ở mức kế hoạch đòi hỏi, còn đến hạn thì chưa biết.",
    en: "The latest figure is of {last}; it was then already at the level asked, and for the deadline we do not know.",
};
const JUDGED_BEFORE: Pattern = Pattern {
    vi: "Số gần nhất là của năm {last}, chưa đủ để đánh giá; năm gần nhất đánh giá được là {judged}: {band}.",
    en: "The latest figure is of {last} and says too little; the last year that could be judged is {judged}: {band}.",
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
        (None, last, true) => overdue(case, last, last_judged(years)),
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

/// The last year whose figure says how the target stood then; years after the deadline are never judged.
pub(super) fn last_judged(years: &[YearJudgement]) -> Option<&YearJudgement> {
    years.iter().rev().find(|one| one.figure.is_some() && one.band.is_verdict())
}

/// The deadline has passed without its figure. What is known of the years before is told with its own year, and never
/// as an answer for the deadline.
fn overdue(case: &Case, last: Option<&YearJudgement>, judged: Option<&YearJudgement>) -> Headline {
    let words = match (last, case.series.nearest_to(case.goal.deadline)) {
        (Some(last), _) => told_of(last, judged),
        (None, Some((year, figure))) => {
            Words::new(NO_FIGURE_THEN).and(LAST_OUTSIDE).year("last", year).figure("nearest", &figure)
        }
        (None, None) => Words::new(NO_FIGURE),
    };
    let words = words.year("deadline", case.goal.deadline);
    let last = last.map(|one| (one.year, one.band));
    Headline { band: Band::NoData, state: HeadlineState::NoFigureAtDeadline { last }, words }
}

/// That the figure of the deadline is missing, then what the last known year says by its own sentence.
fn told_of(last: &YearJudgement, judged: Option<&YearJudgement>) -> Words {
    let own = last.words.clone();
    let words = match judged {
        Some(one) if one.year == last.year && one.band == Band::Achieved => own.before(LAST_WAS_THERE),
        Some(one) if one.year == last.year => own.before(LAST_STOOD).slot("band", Slot::Band(one.band)),
        Some(one) => own.before(JUDGED_BEFORE).year("judged", one.year).slot("band", Slot::Band(one.band)),
        None => own.before(LAST),
    };
    words.before(NO_FIGURE_THEN).year("last", last.year)
}
