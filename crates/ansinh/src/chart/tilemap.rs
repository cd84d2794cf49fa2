//! The map of tiles: one hexagon for each area, all of one size, so that a mountain commune counts as much as a
//! ward. Odd rows are shifted right by half. Five shades of one colour that stay apart on a photocopy; what is
//! not a figure is hatched, each state in its own way.

use crate::chart::svg::{Drawing, Escaped, Name, Svg, put};
use crate::words::Words;
use ansinh_kernel::lang::Lang;

/// Width of a tile and height of a row, in units of the picture.
const TILE: u32 = 24;
const ROW: u32 = 21;
/// A tile is as high as a row and the points that reach into the next.
const TILE_HEIGHT: u32 = 28;
/// Hatchings are made twice, for the tiles and for the keys of the legend, which may be smaller.
const MAP: char = 'm';
const KEY: char = 'k';
const HEXAGON: &str = "M12 1 23 7.5v13L12 27 1 20.5V7.5z";

/// One of the five shades, from light to dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shade {
    /// The lightest.
    One,
    /// Light.
    Two,
    /// Middle.
    Three,
    /// Dark.
    Four,
    /// The darkest.
    Five,
}

/// What a tile shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TileState {
    /// A figure, by the class it falls into.
    Shade(Shade),
    /// No figure.
    Missing,
    /// A figure that is not shown, to protect people.
    Withheld,
    /// The question does not arise here.
    NotApplicable,
    /// The period is not over.
    NotYetDue,
}

/// One area of the map.
#[derive(Clone, Debug)]
pub struct Tile {
    /// Column, counted from 0.
    pub column: u32,
    /// Row, counted from 0.
    pub row: u32,
    /// The area with its figure, in words: `Xã Lương Ninh: 98,5 %`.
    pub title: String,
    /// What stands on the tile, a line each; for maps of few tiles.
    pub lines: Vec<String>,
    /// Where it leads, empty for nowhere.
    pub href: String,
    /// What it shows.
    pub state: TileState,
}

/// What a map shows.
#[derive(Clone, Debug)]
pub struct TileMap<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// The finding in a few words.
    pub title: &'a str,
    /// How the areas are spread, in words.
    pub description: &'a str,
    /// Language of the words.
    pub lang: Lang,
    /// The `id` of the table with the same figures, for people who do not want to step through every tile; empty
    /// where there is none.
    pub table: &'a str,
    /// The areas, in the order they are to be read.
    pub tiles: &'a [Tile],
    /// The classes in use, from light to dark, each with its bounds in words.
    pub classes: &'a [(Shade, String)],
    /// Whether any figure is illustrative; the map then says so itself.
    pub illustrative: bool,
}

impl TileMap<'_> {
    /// Draws it in a region that scrolls by itself where the page is narrow, with its legend.
    pub fn draw(&self) -> Svg {
        let columns = self.tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(1);
        let rows = self.tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(1);
        let (width, height) = (columns * TILE + TILE / 2, (rows - 1) * ROW + TILE_HEIGHT);
        let id = self.id;
        let mut d = Drawing::new();
        self.draw_way_past(&mut d);
        put!(
            d,
            r#"<div class="scroll tm {}" role="region" aria-labelledby="{id}-t" tabindex="0"><svg role="{}" aria-labelledby="{id}-t {id}-d" viewBox="0 0 {width} {height}">{}"#,
            size_class(columns),
            self.role(),
            Name { id, title: self.title, description: self.description }
        );
        self.draw_patterns(&mut d, columns);
        for tile in self.tiles {
            self.draw_tile(&mut d, tile);
        }
        put!(d, "</svg></div>");
        if self.illustrative {
            put!(d, r#"<p><strong class="made">{}</strong></p>"#, Escaped(Words::of(self.lang).illustrative));
        }
        self.draw_legend(&mut d);
        d.finish()
    }

    fn draw_way_past(&self, d: &mut Drawing) {
        if !self.table.is_empty() && self.role() == "group" {
            let words = Words::of(self.lang).skip_map;
            put!(d, r##"<a class="skip" href="#{}">{}</a>"##, Escaped(self.table), Escaped(words));
        }
    }

    /// A picture with links is not one thing to be read out but a group of them.
    fn role(&self) -> &'static str {
        if self.tiles.iter().any(|tile| !tile.href.is_empty()) { "group" } else { "img" }
    }

    fn draw_patterns(&self, d: &mut Drawing, columns: u32) {
        let id = self.id;
        let fineness = fineness(columns);
        put!(d, r#"<defs><path id="{id}-h" class="hx" d="{HEXAGON}"/>"#);
        for state in self.states() {
            let Some((name, strokes)) = hatching(state) else { continue };
            for (use_of, fineness) in [(MAP, fineness), (KEY, "")] {
                put!(
                    d,
                    r#"<pattern id="{id}-{use_of}{name}" width="6" height="6" patternUnits="userSpaceOnUse"{fineness}><path class="ph" d="{strokes}"/></pattern>"#
                );
            }
        }
        put!(d, "</defs>");
    }

    fn draw_tile(&self, d: &mut Drawing, tile: &Tile) {
        let x = tile.column * TILE + if tile.row % 2 == 1 { TILE / 2 } else { 0 };
        let y = tile.row * ROW;
        let title = Escaped(&tile.title);
        if tile.href.is_empty() {
            put!(d, "<g><title>{title}</title>");
        } else {
            put!(d, r#"<a href="{}"><title>{title}</title>"#, Escaped(&tile.href));
        }
        self.draw_hexagon(d, tile.state, MAP, (x, y));
        let class = label_class(tile.state);
        let count = u32::try_from(tile.lines.len()).unwrap_or(1);
        for (n, line) in (0..).zip(&tile.lines) {
            let y = (y * 2 + TILE_HEIGHT + 3 + n * 10).saturating_sub(count.saturating_sub(1) * 5) / 2;
            put!(d, r#"<text class="{class}" x="{}" y="{y}">{}</text>"#, x + TILE / 2, Escaped(line));
        }
        put!(d, "{}", if tile.href.is_empty() { "</g>" } else { "</a>" });
    }

    fn draw_hexagon(&self, d: &mut Drawing, state: TileState, use_of: char, (x, y): (u32, u32)) {
        let id = self.id;
        put!(d, r##"<use href="#{id}-h" class="{}""##, state_class(state));
        if let Some((name, _)) = hatching(state) {
            put!(d, r#" fill="url(#{id}-{use_of}{name})""#);
        }
        if x > 0 {
            put!(d, r#" x="{x}""#);
        }
        if y > 0 {
            put!(d, r#" y="{y}""#);
        }
        put!(d, "/>");
    }

    /// The states that are no figures, as they occur.
    fn states(&self) -> Vec<TileState> {
        let mut states: Vec<TileState> = self.tiles.iter().map(|tile| tile.state).collect();
        states.retain(|state| !matches!(state, TileState::Shade(_)));
        states.sort();
        states.dedup();
        states
    }

    fn draw_legend(&self, d: &mut Drawing) {
        let w = Words::of(self.lang);
        put!(d, r#"<ul class="lg" aria-label="{}">"#, Escaped(w.legend));
        for (shade, bounds) in self.classes {
            self.draw_key(d, TileState::Shade(*shade), bounds);
        }
        for state in self.states() {
            self.draw_key(d, state, state_word(state, w));
        }
        put!(d, "</ul>");
    }

    fn draw_key(&self, d: &mut Drawing, state: TileState, word: &str) {
        put!(d, r#"<li><svg class="tk" viewBox="0 0 24 28" aria-hidden="true">"#);
        self.draw_hexagon(d, state, KEY, (0, 0));
        put!(d, "</svg>{}</li>", Escaped(word));
    }
}

const fn state_class(state: TileState) -> &'static str {
    match state {
        TileState::Shade(Shade::One) => "q1",
        TileState::Shade(Shade::Two) => "q2",
        TileState::Shade(Shade::Three) => "q3",
        TileState::Shade(Shade::Four) => "q4",
        TileState::Shade(Shade::Five) => "q5",
        TileState::NotApplicable => "na",
        TileState::Missing | TileState::Withheld | TileState::NotYetDue => "qh",
    }
}

/// White on dark shades, with a white edge on hatchings.
const fn label_class(state: TileState) -> &'static str {
    match state {
        TileState::Shade(Shade::Four | Shade::Five) => "l w",
        TileState::Shade(_) => "l",
        _ => "l hl",
    }
}

const fn state_word(state: TileState, w: &Words) -> &'static str {
    match state {
        TileState::Shade(_) => "",
        TileState::Missing => w.missing,
        TileState::Withheld => w.withheld,
        TileState::NotApplicable => w.not_applicable,
        TileState::NotYetDue => w.not_yet_due,
    }
}

/// Slanted strokes for missing, a grid for withheld, level strokes for not yet due; what does not apply is empty.
const fn hatching(state: TileState) -> Option<(&'static str, &'static str)> {
    match state {
        TileState::Missing => Some(("m", "M-1 7 7-1M-1 1 1-1M5 7 7 5")),
        TileState::Withheld => Some(("w", "M0 3h6M3 0v6")),
        TileState::NotYetDue => Some(("d", "M0 3h4")),
        TileState::NotApplicable | TileState::Shade(_) => None,
    }
}

/// How large a map of so many columns is shown.
const fn size_class(columns: u32) -> &'static str {
    match columns {
        0..=4 => "t4",
        5..=10 => "t10",
        11..=14 => "t14",
        _ => "t20",
    }
}

/// Tiles of a small map are drawn large; their hatching is scaled down so that it stays as fine.
const fn fineness(columns: u32) -> &'static str {
    match columns {
        0..=4 => r#" patternTransform="scale(.4)""#,
        5..=10 => r#" patternTransform="scale(.6)""#,
        _ => "",
    }
}
