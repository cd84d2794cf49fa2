//! A chart over years: up to four series told apart by dash and marker, not by colour alone; the target as a
//! line across, the plan's path dashed. A year without a figure is a gap, never a line drawn over it.

use crate::chart::level::{From, Level, Scale};
use crate::chart::svg::{Across, Drawing, Escaped, Name, Svg, put};
use crate::words::Words;
use ansinh_kernel::lang::Lang;

const WIDTH: i32 = 1000;
/// Height of the field of the chart.
const FIELD: i32 = 200;
/// Above the field: the unit and the label of illustrative figures.
const TOP: i32 = 42;
const BOTTOM: i32 = 30;
const MOST_STEPS: i64 = 5;
/// Markers around a point: circle, square, triangle, diamond.
const MARKERS: [&str; 4] =
    ["M0-5a5 5 0 1 0 0 10 5 5 0 1 0 0-10z", "M-4.5-4.5h9v9h-9z", "M0-6 6 5H-6z", "M0-6.5 6 0 0 6.5-6 0z"];

/// One figure of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its place.
    pub level: Level,
    /// As written beside the point, with its qualifier: `12,5`, `> 95`.
    pub label: String,
    /// Whether the figure is exact; a qualified one (more than, about) is drawn hollow.
    pub exact: bool,
}

/// Figures of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The measure in a few words, for the legend.
    pub name: String,
    /// One for each period of the chart; `None` where there is no figure.
    pub points: Vec<Option<Point>>,
}

/// A line across at the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetLine {
    /// Where it is.
    pub level: Level,
    /// As written on it.
    pub label: String,
}

/// What a chart over years shows.
#[derive(Clone, Debug)]
pub struct SeriesChart<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// The finding in a few words, for people who do not see the picture.
    pub title: &'a str,
    /// The figures in words: first, last, target.
    pub description: &'a str,
    /// Language of the words and of the numbers on the axis.
    pub lang: Lang,
    /// The unit, above the axis.
    pub unit: &'a str,
    /// The periods, as written under the axis.
    pub periods: &'a [String],
    /// At most four.
    pub series: &'a [Series],
    /// The target, where it is one level.
    pub target: Option<TargetLine>,
    /// The plan's own path, one level a period; empty when the target has none.
    pub path: &'a [Option<Level>],
    /// Where the axis begins.
    pub from: From,
    /// Whether any figure is illustrative; the picture then says so itself.
    pub illustrative: bool,
}

/// A place in the field.
#[derive(Clone, Copy)]
struct Spot {
    x: i32,
    y: i32,
}

impl SeriesChart<'_> {
    /// Draws it, with its legend.
    pub fn draw(&self) -> Svg {
        let scale = self.scale();
        let ticks: Vec<String> = scale.ticks().iter().map(|tick| tick.format(self.lang)).collect();
        let id = self.id;
        let mut d = Drawing::new();
        let height = TOP + FIELD + BOTTOM;
        put!(
            d,
            r#"<div class="ch {}"><svg role="img" aria-labelledby="{id}-t {id}-d" width="100%" height="{height}">{}"#,
            gutter(&ticks),
            Name { id, title: self.title, description: self.description }
        );
        self.draw_axes(&mut d, &scale, &ticks);
        self.draw_lines(&mut d, &scale);
        self.draw_target(&mut d, &scale);
        for (n, series) in self.series.iter().enumerate().take(MARKERS.len()) {
            self.draw_points(&mut d, &scale, n, series);
        }
        put!(d, "</svg></div>");
        self.draw_legend(&mut d);
        d.finish()
    }

    fn scale(&self) -> Scale {
        let points = self.series.iter().flat_map(|series| series.points.iter().flatten());
        let levels = points.map(|point| point.level);
        let target = self.target.iter().map(|target| target.level);
        let path = self.path.iter().flatten().copied();
        Scale::around(levels.chain(target).chain(path), self.from, MOST_STEPS)
    }

    fn spot(&self, scale: &Scale, period: usize, level: Level) -> Spot {
        Spot { x: self.column(period), y: TOP + FIELD - scale.place(level, FIELD) }
    }

    /// The middle of a period's column.
    fn column(&self, period: usize) -> i32 {
        let count = i32::try_from(self.periods.len().max(1)).unwrap_or(i32::MAX);
        let period = i32::try_from(period).unwrap_or(i32::MAX);
        period.saturating_mul(2).saturating_add(1).saturating_mul(WIDTH) / count.saturating_mul(2)
    }

    fn draw_axes(&self, d: &mut Drawing, scale: &Scale, ticks: &[String]) {
        put!(d, r#"<text x="0" y="13">{}</text>"#, Escaped(self.unit));
        if self.illustrative {
            let words = Words::of(self.lang).illustrative;
            put!(d, r#"<text class="il e" x="100%" y="13">{}</text>"#, Escaped(words));
        }
        for (tick, label) in scale.ticks().into_iter().zip(ticks) {
            let y = TOP + FIELD - scale.place(tick, FIELD);
            put!(d, r#"<line class="gr" x1="0" y1="{y}" x2="100%" y2="{y}"/>"#);
            put!(d, r#"<text class="ax e" x="-8" y="{}">{}</text>"#, y + 5, Escaped(label));
        }
        let last = self.periods.len().saturating_sub(1);
        for (n, period) in self.periods.iter().enumerate() {
            let x = Across(self.column(n));
            let narrow = if self.periods.len() > 6 && (last - n) % 2 == 1 { " o" } else { "" };
            let y = TOP + FIELD + 20;
            put!(d, r#"<text class="ax c{narrow}" x="{x}" y="{y}">{}</text>"#, Escaped(period));
            if self.is_gap(n) {
                put!(d, r#"<text class="ax c" x="{x}" y="{}">–</text>"#, TOP + FIELD - 6);
            }
        }
    }

    fn is_gap(&self, period: usize) -> bool {
        let has = |series: &Series| series.points.get(period).is_some_and(Option::is_some);
        !self.series.iter().any(has)
    }

    /// The lines lie in a picture of their own that is stretched to the width of the page.
    fn draw_lines(&self, d: &mut Drawing, scale: &Scale) {
        let height = TOP + FIELD;
        put!(d, r#"<svg viewBox="0 0 {WIDTH} {height}" width="100%" height="{height}" preserveAspectRatio="none">"#);
        self.draw_line(d, scale, "pa", self.path);
        for (n, series) in self.series.iter().enumerate().take(MARKERS.len()) {
            let levels: Vec<Option<Level>> =
                series.points.iter().map(|point| point.as_ref().map(|point| point.level)).collect();
            self.draw_line(d, scale, &format!("s{}", n + 1), &levels);
        }
        put!(d, "</svg>");
    }

    fn draw_line(&self, d: &mut Drawing, scale: &Scale, class: &str, levels: &[Option<Level>]) {
        let mut line = String::new();
        let mut lifted = true;
        for (n, level) in levels.iter().enumerate() {
            let Some(level) = level else {
                lifted = true;
                continue;
            };
            let spot = self.spot(scale, n, *level);
            let pen = if lifted { "M" } else { " " };
            line.push_str(&format!("{pen}{} {}", spot.x, spot.y));
            lifted = false;
        }
        if line.contains(' ') {
            put!(d, r#"<path class="{class}" d="{line}"/>"#);
        }
    }

    fn draw_target(&self, d: &mut Drawing, scale: &Scale) {
        let Some(target) = &self.target else { return };
        let y = TOP + FIELD - scale.place(target.level, FIELD);
        put!(d, r#"<line class="ta" x1="0" y1="{y}" x2="100%" y2="{y}"/>"#);
        let (class, x, y) = self.target_label_place(scale, y);
        put!(d, r#"<text class="b{class}" x="{x}" y="{y}">{}</text>"#, Escaped(&target.label));
    }

    /// The corner of the target's line that is farthest from any point: left or right, above or below.
    fn target_label_place(&self, scale: &Scale, line: i32) -> (&'static str, &'static str, i32) {
        let count = self.periods.len();
        let near = count.div_ceil(3);
        let left = self.heights(scale, 0, near);
        let right = self.heights(scale, count - near.min(count), count);
        let clearance =
            |heights: &[i32], middle: i32| heights.iter().map(|height| (height - middle).abs()).min().unwrap_or(FIELD);
        let corners = [
            ("", "0", line - 7, clearance(&left, line - 12)),
            ("", "0", line + 18, clearance(&left, line + 13)),
            (" e", "100%", line - 7, clearance(&right, line - 12)),
            (" e", "100%", line + 18, clearance(&right, line + 13)),
        ];
        let inside = corners.into_iter().filter(|corner| (TOP..TOP + FIELD).contains(&corner.2));
        let best = inside.max_by_key(|corner| corner.3).unwrap_or(corners[0]);
        (best.0, best.1, best.2)
    }

    /// How high the points of these periods lie, in all series and on the path.
    fn heights(&self, scale: &Scale, first: usize, end: usize) -> Vec<i32> {
        let points = self.series.iter().flat_map(|series| series.points.iter().enumerate());
        let points = points.filter_map(|(n, point)| Some((n, point.as_ref()?.level)));
        let path = self.path.iter().enumerate().filter_map(|(n, level)| Some((n, (*level)?)));
        let near = points.chain(path).filter(|(n, _)| (first..end).contains(n));
        near.map(|(n, level)| self.spot(scale, n, level).y).collect()
    }

    /// Every point has its marker; of the labels a narrow page keeps the first and the last of the first two
    /// series (the others have the table).
    fn draw_points(&self, d: &mut Drawing, scale: &Scale, n: usize, series: &Series) {
        let id = self.id;
        let marker = MARKERS[n];
        let present = |point: &Option<Point>| point.is_some();
        let first = series.points.iter().position(present);
        let last = series.points.iter().rposition(present);
        put!(d, r#"<g class="k{}"><defs><path id="{id}-{n}" d="{marker}"/></defs>"#, n + 1);
        for (period, point) in series.points.iter().enumerate() {
            let Some(point) = point else { continue };
            let spot = self.spot(scale, period, point.level);
            let (x, y) = (Across(spot.x), spot.y);
            let hollow = if point.exact { "" } else { r#" class="h""# };
            put!(d, r##"<use href="#{id}-{n}" x="{x}" y="{y}"{hollow}/>"##);
            let at_end = Some(period) == first || Some(period) == last;
            if n < 2 {
                let narrow = if at_end { "" } else { " o" };
                let y = self.label_baseline(scale, n, y);
                put!(d, r#"<text class="c{narrow}" x="{x}" y="{y}">{}</text>"#, Escaped(&point.label));
            }
        }
        put!(d, "</g>");
    }

    /// Labels of the first series stand above their points, those of the second below; the other way round
    /// where the line of the target would strike them through.
    fn label_baseline(&self, scale: &Scale, n: usize, point: i32) -> i32 {
        let (above, below) = (point - 11, point + 22);
        let (usual, other) = if n == 0 { (above, below) } else { (below, above) };
        let line = self.target.as_ref().map(|target| TOP + FIELD - scale.place(target.level, FIELD));
        let struck = line.is_some_and(|line| (usual - 13..usual + 4).contains(&line));
        if struck { other } else { usual }
    }

    fn draw_legend(&self, d: &mut Drawing) {
        let w = Words::of(self.lang);
        put!(d, r#"<ul class="lg" aria-label="{}">"#, Escaped(w.legend));
        for (n, series) in self.series.iter().enumerate().take(MARKERS.len()) {
            let class = n + 1;
            put!(
                d,
                r##"{KEY}<path class="s{class}" d="M0 10h44"/><path class="k{class}" transform="translate(22 10)" d="{}"/></svg>{}</li>"##,
                MARKERS[n],
                Escaped(&series.name)
            );
        }
        if self.path.iter().any(Option::is_some) {
            put!(d, r#"{KEY}<path class="pa" d="M0 10h44"/></svg>{}</li>"#, Escaped(w.path));
        }
        if (0..self.periods.len()).any(|period| self.is_gap(period)) {
            put!(d, "<li>– {}</li>", Escaped(w.missing));
        }
        put!(d, "</ul>");
    }
}

/// How an entry of the legend begins.
const KEY: &str = r#"<li><svg width="44" height="20" aria-hidden="true">"#;

/// The room left of the field, by its longest number.
fn gutter(ticks: &[String]) -> &'static str {
    match ticks.iter().map(|tick| tick.chars().count()).max().unwrap_or(0) {
        0..=3 => "g3",
        4..=5 => "g5",
        6..=7 => "g7",
        _ => "g10",
    }
}
