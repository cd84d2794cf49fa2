//! Aims the plan states without a figure: judged by direction only, against a named base year.

use ansinh_kernel::{date::Year, ratio::Ratio};
use ansinh_packs::{indicator::Direction, target::Aim};

use super::{
    JudgeError,
    series::{Figure, Series},
    words::{Pattern, Words},
};

/// What an aim asks: a direction from a base year on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AimGoal {
    /// The direction asked.
    pub direction: Direction,
    /// The year later figures are compared with.
    pub base_year: Year,
}

impl AimGoal {
    /// What an aim of a plan asks.
    pub const fn of(aim: &Aim) -> AimGoal {
        AimGoal { direction: aim.direction, base_year: aim.base_year }
    }
}

ansinh_kernel::words! {
    /// Which way a figure moved, seen from what the plan wants.
    pub enum Course: "chiều thay đổi" {
        /// The way the plan wants.
        Forward = "forward", "đúng hướng", "the right way";
        /// The other way.
        Backward = "backward", "ngược hướng", "the wrong way";
        /// It stayed where it was.
        Unchanged = "unchanged", "không đổi", "unchanged";
        /// There is no figure for any year.
        Nothing = "nothing", "chưa có số liệu năm nào", "no figure for any year";
        /// There is no figure for the base year.
        NoBase = "no_base", "không có số liệu năm gốc", "no figure for the base year";
        /// There is no later figure.
        NoData = "no_data", "chưa có số liệu sau năm gốc", "no figure after the base year";
    }
}

impl Course {
    pub(super) fn of(change: Ratio, direction: Direction) -> Course {
        match (change.is_zero(), change.is_positive(), direction) {
            (true, _, _) => Course::Unchanged,
            (false, true, Direction::Up) | (false, false, Direction::Down) => Course::Forward,
            (false, _, _) => Course::Backward,
        }
    }
}

/// How one series stands against one aim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AimJudgement {
    /// The figure of the base year.
    pub base: Option<(Year, Figure)>,
    /// The latest figure after it.
    pub latest: Option<(Year, Figure)>,
    /// Latest less base.
    pub change: Option<Ratio>,
    /// Which way that is.
    pub course: Course,
    /// The sentence that shows it.
    pub words: Words,
}

const MOVED: Pattern =
    Pattern { vi: "Năm {base_year}: {base}; năm {year}: {figure}.", en: "{base_year}: {base}; {year}: {figure}." };
const NOTHING: Pattern = Pattern {
    vi: "Chưa có số liệu của năm nào nên chưa xét được hướng thay đổi.",
    en: "There is no figure for any year, so the direction is not known.",
};
const KNOWN: Pattern = Pattern {
    vi: "Số gần nhất là {nearest} của năm {last}.",
    en: "The latest figure is {nearest} of {last}.",
};
const NO_BASE: Pattern = Pattern {
    vi: "Chưa có số liệu năm gốc {base_year} nên chưa xét được hướng thay đổi.",
    en: "There is no figure for the base year {base_year}, so the direction is not known.",
};
const NO_DATA: Pattern = Pattern {
    vi: "Chưa có số liệu sau năm gốc {base_year}.",
    en: "There is no figure after the base year {base_year}.",
};

/// Judges one series against an aim, by the base year and the latest firm figure after it.
///
/// # Errors
/// [`JudgeError::Ratio`] when an exact number does not fit 128 bits.
pub fn judge_aim(goal: &AimGoal, series: &Series) -> Result<AimJudgement, JudgeError> {
    let firm = |(year, figure): (&Year, &Figure)| figure.is_firm().then_some((*year, *figure));
    let base = series.points.get_key_value(&goal.base_year).and_then(firm);
    let later = series.points.iter().rev().take_while(|(year, _)| **year > goal.base_year);
    let latest = later.into_iter().find_map(firm);
    let (course, change, words) = match (base, latest) {
        (None, _) => match series.points.last_key_value() {
            None => (Course::Nothing, None, Words::new(NOTHING)),
            Some((year, figure)) => {
                let words = Words::new(NO_BASE).and(KNOWN).year("last", *year).figure("nearest", figure);
                (Course::NoBase, None, words)
            }
        },
        (Some(_), None) => (Course::NoData, None, Words::new(NO_DATA)),
        (Some((_, base)), Some((year, figure))) => {
            let change = figure.value.checked_sub(base.value)?;
            let words = Words::new(MOVED).figure("base", &base).year("year", year).figure("figure", &figure);
            (Course::of(change, goal.direction), Some(change), words)
        }
    };
    let words = words.year("base_year", goal.base_year);
    Ok(AimJudgement { base, latest, change, course, words })
}
