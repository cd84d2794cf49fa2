//! The charts: what they draw, read as text. The snapshots beside this file are read before they are accepted.

use crate::sample;
use ansinh::chart::bullet::{Bullet, Range, Tone};
use ansinh::chart::level::From;
use ansinh::chart::series::{Point, Series, SeriesChart};
use ansinh::chart::tilemap::{Shade, Tile, TileMap, TileState};
use ansinh::chart::{Level, Svg};
use ansinh_kernel::lang::Lang;
use expect_test::expect_file;

/// One element a line, so that a change of a snapshot can be read.
fn lines(svg: &Svg) -> String {
    svg.as_str().replace("><", ">\n<") + "\n"
}

fn attributes<'a>(svg: &'a str, name: &str) -> Vec<&'a str> {
    let before = format!(" {name}=\"");
    let rests = svg.split(before.as_str()).skip(1);
    rests.map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn a_bullet_graph_is_drawn() {
    expect_file!["snapshots/bullet.svg"].assert_eq(&lines(&sample::bullet("b", Lang::Vi, true)));
}

#[test]
fn a_chart_over_years_is_drawn() {
    expect_file!["snapshots/series.svg"].assert_eq(&lines(&sample::series(Lang::Vi)));
}

#[test]
fn a_map_of_tiles_is_drawn() {
    expect_file!["snapshots/tilemap.svg"].assert_eq(&lines(&sample::districts(Lang::Vi)));
}

#[test]
fn every_place_is_whole_or_has_one_decimal_and_nothing_is_styled_inline() {
    for svg in [sample::bullet("b", Lang::En, false), sample::series(Lang::En), sample::districts(Lang::En)] {
        for name in ["x", "y", "x1", "x2", "y1", "y2", "width", "height"] {
            for value in attributes(svg.as_str(), name) {
                let number = value.trim_end_matches('%').trim_start_matches('-');
                let decimals = number.split_once('.').map_or("", |(_, decimals)| decimals);
                assert!(number.bytes().all(|b| b.is_ascii_digit() || b == b'.'), "{name}={value}");
                assert!(decimals.len() <= 1, "{name}={value}");
            }
        }
        assert!(!svg.as_str().contains(" style="));
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = r#"</title><script>alert("x")</script>"#;
    let bullet = Bullet {
        id: "b",
        title: hostile,
        description: hostile,
        lang: Lang::Vi,
        ranges: &[],
        measure: None,
        target: Level::ZERO,
        target_label: hostile,
        baseline: None,
        illustrative: false,
    };
    let tile = Tile {
        column: 0,
        row: 0,
        title: hostile.into(),
        lines: vec![hostile.into()],
        href: hostile.into(),
        state: TileState::Missing,
    };
    let map = TileMap {
        id: "m",
        title: hostile,
        description: hostile,
        lang: Lang::Vi,
        table: "t",
        tiles: &[tile],
        classes: &[(Shade::One, hostile.into())],
        illustrative: true,
    };
    for svg in [bullet.draw(), map.draw()] {
        assert!(!svg.as_str().contains("<script"));
        assert!(!svg.as_str().contains(r#"alert("x"#));
    }
}

fn chart(periods: &[String], series: &[Series]) -> Svg {
    SeriesChart {
        id: "s",
        title: "t",
        description: "d",
        lang: Lang::Vi,
        unit: "%",
        periods,
        series,
        target: None,
        path: &[],
        from: From::Lowest,
        illustrative: false,
    }
    .draw()
}

fn of_points(levels: &[Option<i64>]) -> Series {
    let point =
        |thousandths: i64| Point { level: Level::from_thousandths(thousandths), label: "x".into(), exact: true };
    Series { name: "n".into(), points: levels.iter().map(|level| level.map(point)).collect() }
}

#[test]
fn a_year_without_a_figure_is_a_gap_and_is_named_in_the_legend() {
    let periods: Vec<String> = (2016..=2020).map(|year| year.to_string()).collect();
    let broken = chart(&periods, &[of_points(&[Some(1), Some(2), None, Some(3), Some(4)])]);
    let whole = chart(&periods, &[of_points(&[Some(1), Some(2), Some(2), Some(3), Some(4)])]);
    let line_of = |svg: &Svg| {
        let rest = svg.as_str().split(r#"class="s1" d=""#).nth(1).unwrap().to_owned();
        rest.split('"').next().unwrap().matches('M').count()
    };
    assert_eq!((line_of(&broken), line_of(&whole)), (2, 1));
    assert!(broken.as_str().contains("– Chưa có số liệu"));
    assert!(!whole.as_str().contains("Chưa có số liệu"));
}

#[test]
fn a_chart_without_any_figure_is_still_a_chart() {
    let periods = ["2016".to_owned(), "2017".to_owned()];
    let empty = chart(&periods, &[of_points(&[None, None])]);
    assert!(empty.as_str().contains("2017"));
    assert!(chart(&[], &[]).as_str().contains("role=\"img\""));
}

#[test]
fn series_differ_by_dash_and_by_marker() {
    let periods = ["2016".to_owned(), "2017".to_owned()];
    let series: Vec<Series> = (0..4).map(|n| of_points(&[Some(n), Some(n + 1)])).collect();
    let svg = chart(&periods, &series);
    let mut markers = attributes(svg.as_str().split("</div>").next().unwrap(), "d");
    markers.retain(|path| path.ends_with('z'));
    markers.sort_unstable();
    markers.dedup();
    assert_eq!(markers.len(), 4);
    let css = include_str!("../../templates/chart.css");
    let dashes: Vec<&str> = ["s2", "s3", "s4"]
        .map(|class| css.split(&format!("\n.{class} {{")).nth(1).unwrap().split('}').next().unwrap())
        .to_vec();
    assert!(dashes.iter().all(|rule| rule.contains("stroke-dasharray")));
}

#[test]
fn a_worse_range_lies_behind_the_bar_where_less_is_better() {
    let level = Level::from_thousandths;
    let svg = Bullet {
        id: "b",
        title: "t",
        description: "d",
        lang: Lang::Vi,
        ranges: &[Range { to: level(2_400), tone: Tone::Good }, Range { to: level(4_000), tone: Tone::Poor }],
        measure: Some(level(2_900)),
        target: level(2_400),
        target_label: "< 2,4 %",
        baseline: None,
        illustrative: false,
    }
    .draw();
    assert!(svg.as_str().contains(r#"<rect class="r1" x="0%" y="20" width="60%""#));
    assert!(svg.as_str().contains(r#"<rect class="r3" x="60%" y="20" width="40%""#));
    assert!(svg.as_str().contains("&lt; 2,4 %"));
}

#[test]
fn a_map_without_links_is_one_picture_and_one_with_links_a_group() {
    let tile = |href: &str, row: u32| Tile {
        column: 1,
        row,
        title: "t".into(),
        lines: Vec::new(),
        href: href.into(),
        state: TileState::Shade(Shade::Two),
    };
    let draw = |tiles: &[Tile]| {
        let map = TileMap {
            id: "m",
            title: "t",
            description: "d",
            lang: Lang::En,
            table: "figures",
            tiles,
            classes: &[],
            illustrative: false,
        };
        map.draw().as_str().to_owned()
    };
    let past = r##"<a class="skip" href="#figures">Skip the map, go to the table</a>"##;
    let picture = draw(&[tile("", 0)]);
    assert!(picture.contains(r#"role="img""#) && !picture.contains(past));
    let linked = draw(&[tile("/areas/h450", 0), tile("/areas/h452", 1)]);
    assert!(linked.contains(r#"role="group""#) && linked.starts_with(past));
    assert!(linked.contains(r#" x="24"/>"#), "an even row");
    assert!(linked.contains(r#" x="36" y="21"/>"#), "an odd row is shifted right by half");
}

#[test]
fn what_is_no_figure_is_hatched_in_its_own_way() {
    let svg = sample::districts(Lang::Vi);
    let strokes = attributes(svg.as_str(), "d");
    let hatchings: Vec<&&str> = strokes.iter().filter(|d| d.starts_with("M-1") || d.starts_with("M0 3")).collect();
    let mut distinct = hatchings.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!((hatchings.len(), distinct.len()), (6, 3));
}
