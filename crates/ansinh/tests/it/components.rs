//! The frame and the components, on the sample pages, as a reader's program meets them.

use crate::sample;
use ansinh::components::Pager;
use ansinh::http::Visit;
use ansinh::http::encoding::{Encoding, pack};
use ansinh::layout::{Footer, Frame};
use ansinh::words::Words;
use ansinh_kernel::lang::Lang;
use askama::Template;

#[derive(Template)]
#[template(ext = "html", source = r#"{% extends "layout.html" %}"#)]
struct Bare {
    f: Frame,
}

fn compressed(html: &str) -> usize {
    pack(html.as_bytes(), Encoding::Brotli).len()
}

#[test]
fn the_frame_with_its_style_costs_at_most_four_kilobytes() {
    for (path, limit) in [("/", 4_096), ("/desk", 4_096)] {
        let f = Frame::new(&sample::visit(Lang::Vi, path), sample::footer());
        let plain = compressed(&Bare { f: f.clone() }.render().unwrap());
        let with_charts = compressed(&Bare { f: f.with_charts() }.render().unwrap());
        println!("{path}: {plain} bytes, with charts {with_charts}");
        assert!(plain <= limit, "{path}: {plain} bytes");
        assert!(with_charts <= limit + 1_024, "{path} with charts: {with_charts} bytes");
    }
}

#[test]
fn full_pages_stay_far_below_their_limits() {
    for lang in [Lang::Vi, Lang::En] {
        let pages = [
            ("everything", sample::everything(lang), 7_000),
            ("desk", sample::desk(lang), 5_000),
            ("charts", sample::charts(lang), 10_000),
        ];
        for (name, html, limit) in pages {
            let size = compressed(&html);
            println!("{name} in {lang}: {} bytes, {size} compressed", html.len());
            assert!(size <= limit, "{name} in {lang}: {size} bytes");
        }
    }
}

#[test]
fn what_is_made_up_says_so_on_screen_and_on_paper() {
    let html = sample::everything(Lang::Vi);
    let label = r#"<strong class="made">Số liệu minh họa</strong>"#;
    assert_eq!(html.matches(label).count(), 9, "one for the page and one for each row");
    assert!(sample::charts(Lang::En).matches("Illustrative figure").count() >= 4);
    let css = ansinh::style::base();
    let hidden = css.split('}').filter(|rule| rule.contains("display:none") || rule.contains("clip-path"));
    assert!(hidden.into_iter().all(|rule| !rule.contains(".made")));
}

#[test]
fn a_band_is_a_shape_and_a_word() {
    let html = sample::everything(Lang::Vi);
    let shapes = html.split("<span class=\"band ").skip(1).take(10);
    let mut shapes: Vec<&str> =
        shapes.map(|badge| badge.split(" d=\"").nth(1).unwrap().split('"').next().unwrap()).collect();
    shapes.sort_unstable();
    shapes.dedup();
    assert_eq!(shapes.len(), 10, "no two bands share a shape");
    for word in ["Đạt", "Đúng tiến độ", "Chậm nhiều", "Không đánh giá"] {
        assert!(html.contains(&format!("</svg>{word}</span>")), "{word}");
    }
}

#[test]
fn an_error_is_in_the_title_in_the_summary_and_beside_its_field() {
    let html = sample::everything(Lang::Vi);
    assert!(html.contains("<title>Lỗi: "));
    assert!(html.contains(r##"<a href="#numerator">Số người có thẻ phải là"##));
    assert!(html.contains(r#"<input id="numerator" name="numerator" value="12.34" aria-describedby="numerator-h numerator-e" aria-invalid="true""#));
    assert!(html.contains(r#"<p class="error" id="numerator-e"><span class="vh">Lỗi:</span>"#));
    assert!(html.contains(r#"<input id="denominator" name="denominator" value="" ></div>"#));
}

#[test]
fn a_table_is_named_scrolls_by_itself_and_has_its_files() {
    let html = sample::everything(Lang::Vi);
    assert!(html.contains(
        r#"<div class="scroll" role="region" aria-labelledby="t1" tabindex="0"><table aria-labelledby="t1">"#
    ));
    assert!(html.contains(r#"aria-label="Tải bảng “Tỷ lệ có thẻ theo huyện” dạng CSV">CSV</a>"#));
}

#[test]
fn the_way_back_ends_with_the_page_itself() {
    let html = sample::everything(Lang::En);
    assert!(html.contains(
        r#"<li><a href="/en/">Home</a></li><li><a href="/en/targets">Targets</a></li><li><span aria-current="page">"#
    ));
}

#[test]
fn the_pages_of_a_list_keep_its_filter_and_stop_at_its_ends() {
    let visit = Visit { lang: Lang::En, path: "/areas".into(), query: "q=ninh&page=3&level=commune".into() };
    let middle = Pager::new(&visit, 3, 5);
    assert_eq!(middle.href(&4), "/en/areas?q=ninh&level=commune&page=4");
    assert_eq!(middle.position(Words::of(Lang::En)), "Page 3 of 5");
    let ends = [Pager::new(&visit, 1, 5), Pager::new(&visit, 5, 5)];
    assert_eq!(ends.map(|pager| (pager.previous(), pager.next())), [(None, Some(2)), (Some(4), None)]);
    assert_eq!(Pager::new(&visit, 1, 0).pages, 1);
}

#[test]
fn an_empty_footer_shows_no_empty_lines() {
    let f = Frame::new(&sample::visit(Lang::Vi, "/"), Footer::default());
    let html = Bare { f }.render().unwrap();
    assert!(!html.contains("Phiên bản dữ liệu") && !html.contains("Mốc kiểm toán"));
}
