//! The bullet graph (after Stephen Few): one row for one target. A bar is the figure, a thick stroke the target,
//! a thin dashed one the baseline; behind them lie ranges in shades of one colour, so it reads on a photocopy.

use crate::chart::level::{From, Level, Scale};
use crate::chart::svg::{Across, Drawing, Escaped, Name, Svg, put};
use crate::words::Words;
use ansinh_kernel::lang::Lang;

const HEIGHT: i32 = 68;
const HEIGHT_WITH_LABEL: i32 = 88;
const WIDTH: i32 = 1000;
const MOST_STEPS: i64 = 5;

/// How good a range behind the bar is; the worse the darker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Where the target is met.
    Good,
    /// Where it is nearly met.
    Fair,
    /// Where it is far from met.
    Poor,
}

/// A stretch of the scale behind the bar, from where the one before ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Where it ends; the last one ends at the end of the scale whatever it says.
    pub to: Level,
    /// Its shade.
    pub tone: Tone,
}

/// What a bullet graph shows.
#[derive(Clone, Debug)]
pub struct Bullet<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// The finding in a few words, for people who do not see the picture.
    pub title: &'a str,
    /// The figures in words.
    pub description: &'a str,
    /// Language of the words and of the numbers on the scale.
    pub lang: Lang,
    /// Behind the bar, from low to high.
    pub ranges: &'a [Range],
    /// The figure, if there is one.
    pub measure: Option<Level>,
    /// The target.
    pub target: Level,
    /// The target as written beside its stroke.
    pub target_label: &'a str,
    /// The baseline, if there is one.
    pub baseline: Option<Level>,
    /// Whether the figure is illustrative: the bar is then an outline, and the picture says so itself.
    pub illustrative: bool,
}

impl Bullet<'_> {
    /// Draws it.
    pub fn draw(&self) -> Svg {
        let scale = self.scale();
        let mut d = Drawing::new();
        let id = self.id;
        let height = if self.illustrative { HEIGHT_WITH_LABEL } else { HEIGHT };
        put!(
            d,
            r#"<svg class="bu" role="img" aria-labelledby="{id}-t {id}-d" width="100%" height="{height}">{}"#,
            Name { id, title: self.title, description: self.description }
        );
        self.draw_ranges(&mut d, &scale);
        self.draw_marks(&mut d, &scale);
        self.draw_ticks(&mut d, &scale);
        if self.illustrative {
            let words = Words::of(self.lang).illustrative;
            put!(d, r#"<text class="il" y="84">{}</text>"#, Escaped(words));
        }
        put!(d, "</svg>");
        d.finish()
    }

    fn scale(&self) -> Scale {
        let ends = self.ranges.iter().map(|range| range.to);
        let marks = [Some(self.target), self.measure, self.baseline];
        Scale::around(ends.chain(marks.into_iter().flatten()), From::Zero, MOST_STEPS)
    }

    fn draw_ranges(&self, d: &mut Drawing, scale: &Scale) {
        let mut from = 0;
        for (n, range) in self.ranges.iter().enumerate() {
            let is_last = n + 1 == self.ranges.len();
            let to = if is_last { WIDTH } else { scale.place(range.to, WIDTH) };
            if to > from {
                let class = tone_class(range.tone);
                let (x, width) = (Across(from), Across(to - from));
                put!(d, r#"<rect class="{class}" x="{x}" y="20" width="{width}" height="26"/>"#);
                from = to;
            }
        }
    }

    fn draw_marks(&self, d: &mut Drawing, scale: &Scale) {
        if let Some(measure) = self.measure {
            let zero = scale.place(Level::ZERO, WIDTH);
            let end = scale.place(measure, WIDTH);
            let (x, width) = (Across(zero.min(end)), Across((end - zero).abs()));
            let class = if self.illustrative { "me i" } else { "me" };
            put!(d, r#"<rect class="{class}" x="{x}" y="28" width="{width}" height="10"/>"#);
        }
        if let Some(baseline) = self.baseline {
            let x = Across(scale.place(baseline, WIDTH));
            put!(d, r#"<line class="ba" x1="{x}" y1="20" x2="{x}" y2="46"/>"#);
        }
        let place = scale.place(self.target, WIDTH);
        let x = Across(place);
        put!(d, r#"<line class="ta" x1="{x}" y1="17" x2="{x}" y2="49"/>"#);
        put!(d, r#"<text class="{}" x="{x}" y="13">{}</text>"#, anchor(place), Escaped(self.target_label));
    }

    fn draw_ticks(&self, d: &mut Drawing, scale: &Scale) {
        let ticks = scale.ticks();
        let last = ticks.len() - 1;
        for (n, tick) in ticks.iter().enumerate() {
            let x = scale.place(*tick, WIDTH);
            let anchor = match n {
                0 => "",
                n if n == last => "e",
                _ => "c",
            };
            let narrow = if n % 2 == 1 && n != last { " o" } else { "" };
            let label = tick.format(self.lang);
            put!(d, r#"<text class="ax {anchor}{narrow}" x="{}" y="63">{}</text>"#, Across(x), Escaped(&label));
        }
    }
}

/// What the strokes mean, once on a page of bullet graphs.
pub fn legend(lang: Lang) -> Svg {
    let w = Words::of(lang);
    let mut d = Drawing::new();
    let (result, target, baseline) = (w.result, w.target, w.baseline);
    put!(d, r#"<ul class="lg" aria-label="{}">"#, Escaped(w.legend));
    let key = r#"<li><svg width="28" height="20" aria-hidden="true">"#;
    put!(d, r#"{key}<rect class="me" y="5" width="28" height="10"/></svg>{result}</li>"#);
    put!(d, r#"{key}<line class="ta" x1="14" y1="0" x2="14" y2="20"/></svg>{target}</li>"#);
    put!(d, r#"{key}<line class="ba" x1="14" y1="0" x2="14" y2="20"/></svg>{baseline}</li></ul>"#);
    d.finish()
}

const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "r1",
        Tone::Fair => "r2",
        Tone::Poor => "r3",
    }
}

/// How a text hangs at a place, so that it never leaves the picture.
pub(crate) const fn anchor(place: i32) -> &'static str {
    match place {
        ..150 => "",
        850.. => "e",
        _ => "c",
    }
}
