//! From what the verbs hand over to pictures: bullet graphs of targets, charts over years, maps of tiles. Every picture
//! has its figures in words beside it, and the page a table of the same figures.

use std::collections::BTreeMap;

use ansinh_app::plan::{Gauge, Judged, MapCell, Shown, Standing};
use ansinh_domain::target::plain_number;
use ansinh_kernel::date::Year;
use ansinh_kernel::figure::{CellState, Origin, Qualifier};
use ansinh_kernel::ratio::Ratio;
use ansinh_packs::indicator::{Direction, Measure};

use super::say::Say;
use crate::chart::Svg;
use crate::chart::bullet::{Bullet, Range, Tone};
use crate::chart::level::{From, Level, Scale};
use crate::chart::series::{Point, Series, SeriesChart, TargetLine};
use crate::chart::tilemap::{Shade, Tile, TileMap, TileState};
use crate::words::fill;

/// Series one chart can tell apart.
const MOST_SERIES: usize = 4;
/// Classes of a map.
const CLASSES: i64 = 5;
const SHADES: [Shade; 5] = [Shade::One, Shade::Two, Shade::Three, Shade::Four, Shade::Five];
/// Maps with at most so many tiles have names on them.
const NAMED_TILES: usize = 10;

/// The judgement whose figure is drawn where there is room for one: the official one when it has a figure, else the
/// illustrative one.
pub(crate) fn drawn<'s, 'a>(standing: &'s Standing<'a>) -> &'s Judged<'a> {
    let with_figure = |judged: &&Judged<'_>| judged.gauge.as_ref().is_some_and(|gauge| gauge.actual.is_some());
    let official = Some(&standing.official).filter(with_figure);
    official.or(standing.illustrative.as_ref().filter(with_figure)).unwrap_or(&standing.official)
}

/// The bullet graph of a judgement of a target; none where the plan names no number or there is no figure.
pub(crate) fn bullet(say: &Say<'_>, id: &str, standing: &Standing<'_>, judged: &Judged<'_>) -> Option<Svg> {
    let gauge = judged.gauge.as_ref()?;
    let actual = gauge.actual?;
    let illustrative = judged.origin() == Origin::Illustrative;
    let unit = say.scale_suffix(standing);
    let (figure, asked) =
        (format!("{}{unit}", plain_number(actual, say.lang)), format!("{}{unit}", plain_number(gauge.asked, say.lang)));
    let made = if illustrative { format!(" ({})", judged.origin().name(say.lang)) } else { String::new() };
    let title = format!("{}: {figure}{made}", say.text(&standing.target.title));
    let description = format!("{}: {asked}", say.p.asked);
    Some(
        Bullet {
            id,
            title: &title,
            description: &description,
            lang: say.lang,
            ranges: &ranges(gauge, actual)?,
            measure: Some(Level::of(actual).ok()?),
            target: Level::of(gauge.asked).ok()?,
            target_label: &asked,
            baseline: gauge.base.and_then(|base| Level::of(base).ok()),
            illustrative,
        }
        .draw(),
    )
}

/// Grounds from low to high: met is light; where a base is known, far from met is dark.
fn ranges(gauge: &Gauge, actual: Ratio) -> Option<Vec<Range>> {
    let level = |number: Ratio| Level::of(number).ok();
    let asked = level(gauge.asked)?;
    let far = [Some(gauge.asked), Some(actual), gauge.base, gauge.stretch];
    let end = far.into_iter().flatten().max().and_then(level)?;
    let nearly = gauge.nearly.and_then(level);
    let ranges = match (gauge.better, nearly) {
        (Direction::Up, Some(nearly)) => vec![(nearly, Tone::Poor), (asked, Tone::Fair), (end, Tone::Good)],
        (Direction::Up, None) => vec![(asked, Tone::Fair), (end, Tone::Good)],
        (Direction::Down, Some(nearly)) => vec![(asked, Tone::Good), (nearly, Tone::Fair), (end, Tone::Poor)],
        (Direction::Down, None) => vec![(asked, Tone::Good), (end, Tone::Fair)],
    };
    Some(ranges.into_iter().map(|(to, tone)| Range { to, tone }).collect())
}

/// What a chart over years is about.
pub(crate) struct Years<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) unit: &'a str,
    /// The level asked, where it is one.
    pub(crate) target: Option<Ratio>,
    /// The plan's own path.
    pub(crate) path: BTreeMap<Year, Ratio>,
}

/// The yearly figures of one measure and origin.
struct Line<'a> {
    measure: &'a Measure,
    origin: Origin,
    points: BTreeMap<Year, &'a Shown<'a>>,
}

/// The lines of a chart, in the order given.
fn lines<'a>(shown: impl IntoIterator<Item = &'a Shown<'a>>) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for one in shown {
        let (Some(year), Some(_), true) = (one.year(), one.value(), one.is_total()) else { continue };
        match lines.iter_mut().find(|line| line.measure.id == one.measure.id && line.origin == one.origin) {
            Some(line) => {
                line.points.insert(year, one);
            }
            None => {
                lines.push(Line { measure: one.measure, origin: one.origin, points: BTreeMap::from([(year, one)]) })
            }
        }
    }
    lines.truncate(MOST_SERIES);
    lines
}

/// A chart of yearly figures: one line for each measure and origin. None without any figure.
pub(crate) fn years<'a>(
    say: &Say<'_>,
    about: &Years<'_>,
    shown: impl IntoIterator<Item = &'a Shown<'a>>,
    name: impl Fn(&Measure) -> String,
) -> Option<Svg> {
    let lines = lines(shown);
    let known = lines.iter().flat_map(|line| line.points.keys());
    let all: Vec<Year> = known.chain(about.path.keys()).copied().collect();
    let span: Vec<Year> = all.iter().min()?.through(*all.iter().max()?).collect();
    let series = |line: &Line<'_>| Series {
        name: format!("{} ({})", name(line.measure), line.origin.name(say.lang)),
        points: span.iter().map(|year| line.points.get(year).and_then(|shown| point(say, shown))).collect(),
    };
    let of_path = |year: &Year| about.path.get(year).and_then(|number| Level::of(*number).ok());
    let path: Vec<Option<Level>> = span.iter().map(of_path).collect();
    let description: Vec<String> = lines.iter().map(|line| told(say, &name(line.measure), &line.points)).collect();
    Some(
        SeriesChart {
            id: about.id,
            title: about.title,
            description: &description.join(" "),
            lang: say.lang,
            unit: about.unit,
            periods: &span.iter().map(ToString::to_string).collect::<Vec<_>>(),
            series: &lines.iter().map(series).collect::<Vec<_>>(),
            target: target_line(say, about),
            path: if about.path.is_empty() { &[] } else { &path },
            from: From::Lowest,
            illustrative: lines.iter().any(|line| line.origin == Origin::Illustrative),
        }
        .draw(),
    )
}

fn target_line(say: &Say<'_>, about: &Years<'_>) -> Option<TargetLine> {
    let asked = about.target?;
    Some(TargetLine {
        level: Level::of(asked).ok()?,
        label: format!("{} {}", say.p.asked, plain_number(asked, say.lang)),
    })
}

/// A point, labelled without its unit, which stands on the axis.
fn point(say: &Say<'_>, shown: &Shown<'_>) -> Option<Point> {
    let number = shown.value()?.to_ratio();
    let number =
        if say.is_flag(shown.measure) && !matches!(shown.value(), Some(ansinh_kernel::figure::Value::Ratio { .. })) {
            number.checked_mul(Ratio::from_int(100)).ok()?
        } else {
            number
        };
    let label = shown.qualifier.qualify(&plain_number(number, say.lang), say.lang);
    Some(Point { level: Level::of(number).ok()?, label, exact: shown.qualifier == Qualifier::Exact })
}

/// First and last figure of a line in words.
fn told(say: &Say<'_>, name: &str, points: &BTreeMap<Year, &Shown<'_>>) -> String {
    let ends = [points.first_key_value(), points.last_key_value()];
    let told: Vec<String> =
        ends.into_iter().flatten().map(|(year, shown)| format!("{year}: {}", say.shown(shown))).collect();
    let mut told = told;
    told.dedup();
    format!("{name}: {}.", told.join("; "))
}

/// What a map is about.
pub(crate) struct Map<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    /// The id of the table with the same figures.
    pub(crate) table: &'a str,
}

/// A map of tiles; none where an area has no tile.
pub(crate) fn map(say: &Say<'_>, about: &Map<'_>, cells: &[MapCell<'_>]) -> Option<Svg> {
    if cells.is_empty() || cells.iter().any(|cell| cell.tile.is_none()) {
        return None;
    }
    let levels: Vec<Option<Level>> = cells.iter().map(level).collect();
    let classes = Classes::of(levels.iter().copied().flatten());
    let tiles: Vec<Tile> =
        cells.iter().zip(&levels).filter_map(|(cell, level)| tile(say, cell, *level, &classes, cells.len())).collect();
    Some(
        TileMap {
            id: about.id,
            title: about.title,
            description: &spread(say, cells),
            lang: say.lang,
            table: about.table,
            tiles: &tiles,
            classes: &classes.named(say),
            illustrative: cells.iter().filter_map(|cell| cell.shown.as_ref()).any(Shown::is_illustrative),
        }
        .draw(),
    )
}

fn level(cell: &MapCell<'_>) -> Option<Level> {
    let value = cell.shown.as_ref()?.value()?;
    Level::of(value.to_ratio()).ok()
}

fn tile(say: &Say<'_>, cell: &MapCell<'_>, level: Option<Level>, classes: &Classes, count: usize) -> Option<Tile> {
    let (column, row) = cell.tile?;
    let name = say.cell_name(cell);
    let figure = cell_text(say, cell);
    let lines = if count <= NAMED_TILES { short_name(cell) } else { Vec::new() };
    Some(Tile {
        column: u32::from(column),
        row: u32::from(row),
        title: format!("{name}: {figure}"),
        lines,
        href: format!("{}/areas/{}", say.base, cell.area.id),
        state: match (level, state(cell)) {
            (Some(level), _) => TileState::Shade(classes.shade(level)),
            (None, CellState::Withheld) => TileState::Withheld,
            (None, CellState::NotApplicable) => TileState::NotApplicable,
            (None, CellState::NotYetDue) => TileState::NotYetDue,
            (None, _) => TileState::Missing,
        },
    })
}

/// The name without its type word, a syllable a line.
fn short_name(cell: &MapCell<'_>) -> Vec<String> {
    let version = cell.area.version_on(cell.named_on).unwrap_or_else(|| cell.area.latest());
    let words: Vec<&str> = version.name.split(' ').collect();
    let skip = if cell.area.group.is_some() && words.len() > 3 { words.len().saturating_sub(3) } else { 0 };
    words.into_iter().skip(skip).filter(|word| *word != "cũ").map(str::to_owned).collect()
}

fn state(cell: &MapCell<'_>) -> CellState {
    cell.shown.as_ref().map_or(cell.absent, |shown| shown.state)
}

/// The figure of a cell, or why there is none.
pub(crate) fn cell_text(say: &Say<'_>, cell: &MapCell<'_>) -> String {
    match (&cell.shown, &cell.obstacle) {
        (Some(shown), _) => say.shown(shown),
        (None, Some(_)) => say.p.not_restated.to_owned(),
        (None, None) => cell.absent.name(say.lang).to_owned(),
    }
}

/// Lowest, highest and how many without a figure, in words.
fn spread(say: &Say<'_>, cells: &[MapCell<'_>]) -> String {
    let known = || cells.iter().filter_map(|cell| Some((level(cell)?, cell)));
    let (Some(low), Some(high)) = (known().min_by_key(|(level, _)| *level), known().max_by_key(|(level, _)| *level))
    else {
        return say.p.map_nothing.to_owned();
    };
    let missing = cells.len().saturating_sub(known().count());
    let texts = [
        cell_text(say, low.1),
        say.cell_name(low.1),
        cell_text(say, high.1),
        say.cell_name(high.1),
        say.count(&missing),
    ];
    let names = ["low", "low_area", "high", "high_area", "missing"];
    let blanks: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    fill(say.p.map_spread, &blanks)
}

/// Classes with round bounds.
struct Classes {
    bounds: Vec<Level>,
}

impl Classes {
    fn of(levels: impl Iterator<Item = Level>) -> Self {
        Self { bounds: Scale::around(levels, From::Lowest, CLASSES).ticks() }
    }

    fn shade(&self, level: Level) -> Shade {
        let above = self.bounds.iter().skip(1).filter(|bound| **bound <= level).count();
        let last = self.bounds.len().saturating_sub(2);
        SHADES.get(above.min(last)).copied().unwrap_or(Shade::Five)
    }

    fn named(&self, say: &Say<'_>) -> Vec<(Shade, String)> {
        let pairs = self.bounds.windows(2).zip(SHADES);
        pairs
            .map(|(ends, shade)| (shade, ends.iter().map(|end| end.format(say.lang)).collect::<Vec<_>>().join("–")))
            .collect()
    }
}
