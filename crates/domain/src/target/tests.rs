//! Cases of judging, one `check` for all: a goal and figures in, the judgement printed line by line out.

mod against;
mod evidence;
mod level;
mod plan;
mod property;
mod sum_and_fall;

use ansinh_kernel::{
    area::AreaId,
    date::{Date, Year},
    decimal::Decimal,
    figure::{Origin, Qualifier},
    id::MeasureId,
    lang::Lang,
    ratio::Ratio,
};
use ansinh_packs::{
    indicator::Direction,
    target::{Bound, TargetKind},
};
use expect_test::Expect;

use super::*;

pub(super) fn year(number: i16) -> Year {
    Year::new(number).unwrap()
}

pub(super) fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(super) fn measure(text: &str) -> MeasureId {
    MeasureId::new(text).unwrap()
}

pub(super) fn terms(today: &str) -> Terms {
    Terms::on(today.parse::<Date>().unwrap())
}

/// A figure as a publication prints it: `12.5`, `>95`, `<2.4`, `~200`, `14/20` areas said yes, `12+` not all
/// reported.
pub(super) fn figure(text: &str) -> Figure {
    let qualified = |rest: &str, qualifier| Figure { qualifier, ..figure(rest) };
    if let Some(rest) = text.strip_prefix('>') {
        return qualified(rest, Qualifier::More);
    }
    if let Some(rest) = text.strip_prefix('<') {
        return qualified(rest, Qualifier::Less);
    }
    if let Some(rest) = text.strip_prefix('~') {
        return qualified(rest, Qualifier::Approximately);
    }
    if let Some(rest) = text.strip_suffix('+') {
        let coverage = Coverage::of(150, 159);
        return Figure::total(ansinh_kernel::figure::Value::Count(rest.parse().unwrap()), Qualifier::Exact, coverage);
    }
    Figure::exact(text.parse().unwrap())
}

pub(super) fn series(origin: Origin, points: &str) -> Series {
    let point = |point: &str| {
        let (own, text) = point.split_once('=').unwrap();
        (own.parse().unwrap(), figure(text))
    };
    Series::new(measure("m"), origin, points.split_whitespace().map(point))
}

/// A goal of the plan 2016–2020; `base` is the plan's baseline of 2015.
pub(super) fn goal(kind: TargetKind, base: &str) -> Goal {
    let value = (!base.is_empty()).then(|| base.parse().unwrap());
    Goal {
        kind,
        first: year(2016),
        deadline: year(2020),
        base_year: year(2015),
        baseline: value.map(|value| PlanBaseline { value, measure: measure("m") }),
        measures: vec![measure("m")],
        better: Direction::Up,
        scale: Scale::Percent,
    }
}

pub(super) fn level(bound: &str, value: &str) -> TargetKind {
    TargetKind::Level { bound: bound.parse::<Bound>().unwrap(), value: number(value) }
}

pub(super) fn limit(bound: &str, value: &str) -> TargetKind {
    TargetKind::Limit { bound: bound.parse::<Bound>().unwrap(), value: number(value) }
}

pub(super) fn sum(bound: &str, total: &str, yearly: &str) -> TargetKind {
    let bound = bound.parse::<Bound>().unwrap();
    let (first, last) = (year(2016), year(2020));
    TargetKind::Cumulative { bound, total: number(total), yearly: number(yearly), first, last }
}

pub(super) fn range(low: &str, high: &str, direction: Direction) -> TargetKind {
    TargetKind::Range { low: number(low), high: number(high), direction }
}

pub(super) fn fall(low: &str, high: &str) -> TargetKind {
    TargetKind::YearlyFall { low: number(low), high: number(high) }
}

pub(super) fn relative() -> TargetKind {
    TargetKind::Relative { bound: Bound::AtMost, to: AreaId::nation() }
}

/// One line a year: path, actual, share of the way, band, rule; then the whole.
pub(super) fn printed(judgement: &Judgement) -> String {
    let text = |value: Option<Ratio>| value.map_or("-".to_owned(), |value| plain_number(value, Lang::En));
    let mut lines = String::new();
    for one in &judgement.years {
        let stretch = if one.stretch == Stretch::NotAsked { String::new() } else { format!(" {:?}", one.stretch) };
        lines += &format!(
            "{} path {} actual {} share {} {} {}{stretch}\n",
            one.year,
            text(one.path),
            text(one.actual),
            text(one.achievement),
            one.band,
            one.rule,
        );
    }
    let headline = &judgement.headline;
    lines += &format!("= {}: {}\n", headline.band, headline.words.text(Lang::Vi, "%"));
    if let Some(forecast) = &judgement.forecast {
        let met = if forecast.would_meet { "meets" } else { "does not meet" };
        lines += &format!("> {met}: {}\n", forecast.words.text(Lang::Vi, "%"));
    }
    lines
}

/// Judges reported figures of the plan's own area on a day.
pub(super) fn check(kind: TargetKind, base: &str, points: &str, today: &str, expected: Expect) {
    let series = series(Origin::Reported, points);
    let judgement = judge(&goal(kind, base), &series, None, &terms(today)).unwrap();
    expected.assert_eq(&printed(&judgement));
}

/// The bands of the years, from the first, in short.
pub(super) fn bands(judgement: &Judgement) -> Vec<Band> {
    judgement.years.iter().map(|one| one.band).collect()
}
