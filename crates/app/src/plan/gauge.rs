//! What a bullet graph of a target needs: the figure, the number asked, where the way began and where it is nearly
//! gone. Numbers are in the unit the target is asked in; for a yearly fall, points a year.

use ansinh_domain::target::{Band, BandThresholds, Detail, HeadlineState, Judgement, YearJudgement};
use ansinh_kernel::ratio::Ratio;
use ansinh_packs::indicator::Direction;
use ansinh_packs::target::TargetKind;

use crate::error::{AppError, AppResult};

/// A target on a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// The figure that decides, if there is one.
    pub actual: Option<Ratio>,
    /// The number asked.
    pub asked: Ratio,
    /// Which side of it is met.
    pub better: Direction,
    /// From here on the way is nearly gone; only where a base is known.
    pub nearly: Option<Ratio>,
    /// Where the way began.
    pub base: Option<Ratio>,
    /// The high end, where the plan names one.
    pub stretch: Option<Ratio>,
}

impl Gauge {
    /// The gauge of a judgement; none where the plan names no number.
    pub(crate) fn of(kind: &TargetKind, judgement: &Judgement) -> AppResult<Option<Self>> {
        let year = deciding(judgement);
        let Some((asked, better)) = asked(kind, year) else { return Ok(None) };
        let actual = match kind {
            TargetKind::YearlyFall { .. } => year.and_then(mean_fall),
            _ => year.and_then(|year| year.actual),
        };
        let base = match kind {
            TargetKind::Level { .. } | TargetKind::Range { .. } | TargetKind::Approximate { .. } => {
                judgement.base.map(|base| base.value)
            }
            _ => None,
        };
        let nearly = base.map(|base| nearly(base, asked)).transpose()?;
        let stretch = match kind {
            TargetKind::Range { high, .. } | TargetKind::YearlyFall { high, .. } => Some(high.to_ratio()),
            _ => None,
        };
        Ok(Some(Self { actual, asked, better, nearly, base, stretch }))
    }
}

/// The year a headline rests on, or the last one known.
pub(crate) fn deciding(judgement: &Judgement) -> Option<&YearJudgement> {
    let year = match judgement.headline.state {
        HeadlineState::AtDeadline => {
            judgement.years.iter().rev().find(|one| one.band == judgement.headline.band && one.actual.is_some())
        }
        HeadlineState::Latest { year } | HeadlineState::NoFigureAtDeadline { last: Some((year, _)) } => {
            judgement.year(year)
        }
        HeadlineState::NoFigureAtDeadline { last: None } | HeadlineState::NothingYet => None,
    };
    year.filter(|one| one.band != Band::NotDue)
}

fn asked(kind: &TargetKind, year: Option<&YearJudgement>) -> Option<(Ratio, Direction)> {
    match kind {
        TargetKind::Level { bound, value }
        | TargetKind::Limit { bound, value }
        | TargetKind::Count { bound, value } => Some((value.to_ratio(), bound.direction())),
        TargetKind::Cumulative { bound, total, .. } => Some((total.to_ratio(), bound.direction())),
        TargetKind::Range { low, direction, .. } => Some((low.to_ratio(), *direction)),
        TargetKind::YearlyFall { low, .. } => Some((low.to_ratio(), Direction::Up)),
        TargetKind::Relative { bound, .. } => match year.map(|year| &year.detail) {
            Some(Detail::Other { value }) => Some((*value, bound.direction())),
            _ => None,
        },
        TargetKind::Approximate { value, .. } => Some((value.to_ratio(), Direction::Up)),
        // The figure is then the share of areas that answer as wanted, whichever answer that is.
        TargetKind::EveryArea { .. } => Some((Ratio::from_int(100), Direction::Up)),
        TargetKind::ShareNoFigure { .. } => None,
    }
}

fn mean_fall(year: &YearJudgement) -> Option<Ratio> {
    match &year.detail {
        Detail::Fall { of_year, mean } => mean.as_ref().map(|mean| mean.points).or(*of_year),
        _ => None,
    }
}

fn nearly(base: Ratio, asked: Ratio) -> AppResult<Ratio> {
    let slow = BandThresholds::default().slow();
    let way = asked.checked_sub(base).and_then(|way| way.checked_mul(slow)).and_then(|way| base.checked_add(way));
    way.map_err(|error| AppError::Broken(error.to_string()))
}
