//! Pages that exist only here: one with every component, one with every chart. They stand in for real pages
//! where the frame itself is under test, and are written to the target folder for eyes and browsers.

use ansinh::chart::bullet::{self, Bullet, Range, Tone};
use ansinh::chart::level::From;
use ansinh::chart::series::{Point, Series, SeriesChart, TargetLine};
use ansinh::chart::tilemap::{Shade, Tile, TileMap, TileState};
use ansinh::chart::{Level, Svg};
use ansinh::components::{Crumb, FieldError, FieldErrors, Pager};
use ansinh::http::Visit;
use ansinh::layout::{Footer, Frame};
use ansinh_kernel::lang::Lang;
use askama::Template;

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"
{%- extends "layout.html" -%}
{%- import "components/nav.html" as nav -%}
{%- import "components/badge.html" as badge -%}
{%- import "components/table.html" as table -%}
{%- import "components/form.html" as form -%}
{% block title %}Thẻ bảo hiểm y tế{% endblock %}
{% block crumbs %}{% call nav::crumbs(f.w, crumbs) %}{% endcall %}{% endblock %}
{% block main %}
{% call form::summary(f.w, errors) %}{% endcall %}
<h1>Người dân có thẻ bảo hiểm y tế</h1>
<p class="lede">Đến năm 2020, trên 90 % người dân trong tỉnh có thẻ bảo hiểm y tế, ưu tiên người dân tộc thiểu số, người miền núi và người nghèo.</p>
{% call badge::illustrative_note(f.w) %}{% endcall %}
<p>{% for (slug, word) in bands %}{% call badge::band(slug, word) %}{% endcall %} {% endfor %}</p>
<p>{% call badge::law("verified", f.w) %}{% endcall %} {% call badge::law("secondary", f.w) %}{% endcall %} {% call badge::law("unverified", f.w) %}{% endcall %}</p>
<ul class="cards"><li><h2><a href="#x">Việc làm</a></h2><p class="big">32.480</p><p>người có việc làm mới trong năm 2018</p></li><li><h2><a href="#y">Nước sạch nông thôn</a></h2><p class="big">61,4 %</p><p>người dân nông thôn dùng nước sạch</p></li><li><h2><a href="#z">Giảm nghèo</a></h2><p class="big">−2,3 điểm</p><p>mức giảm tỷ lệ nghèo so với năm trước</p></li></ul>
<h2>Theo huyện</h2>
{% call table::table("t1", "Tỷ lệ người dân có thẻ bảo hiểm y tế theo huyện, 2016–2020 (%)") %}
<thead><tr><th scope="col">Huyện</th>{% for year in years %}<th scope="col" class="n">{{ year }}</th>{% endfor %}<th scope="col">Mức đạt</th></tr></thead>
<tbody>{% for name in districts %}<tr><th scope="row"><a href="{{ f.base }}/areas/{{ loop.index }}">{{ name }}</a></th>{% for year in years %}<td class="n">8{{ loop.index }},{{ loop.index0 }}</td>{% endfor %}<td>{% call badge::band("on_track", "đúng tiến độ") %}{% endcall %} {% call badge::illustrative(f.w) %}{% endcall %}</td></tr>{% endfor %}</tbody>
{% endcall %}
{% call table::files(f.w, "Tỷ lệ có thẻ theo huyện", "/data/a.csv", "/data/a.json") %}{% endcall %}
{% call nav::pager(f.w, pager) %}{% endcall %}
<h2>Nhập số</h2>
<form method="post" novalidate>{% call form::guards("token", "key") %}{% endcall %}
{% call form::field(f.w, "numerator", "Số người có thẻ", "12.34", errors.of("numerator"), "Chỉ viết chữ số, ví dụ 12.345", "inputmode=\"numeric\"") %}{% endcall %}
{% call form::field(f.w, "denominator", "Số người trong diện", "") %}{% endcall %}
<button>Ghi và xem lại</button></form>
{% endblock %}
"##
)]
struct Everything {
    f: Frame,
    crumbs: Vec<Crumb>,
    errors: FieldErrors,
    bands: [(&'static str, &'static str); 10],
    years: [u16; 5],
    districts: [&'static str; 8],
    pager: Pager,
}

pub(crate) const DISTRICTS: [&str; 8] =
    ["Đồng Hới", "Minh Hóa", "Tuyên Hóa", "Quảng Trạch", "Bố Trạch", "Quảng Ninh", "Lệ Thủy", "Ba Đồn"];

pub(crate) fn visit(lang: Lang, path: &str) -> Visit {
    Visit { lang, path: path.to_owned(), query: String::new() }
}

pub(crate) fn footer() -> Footer {
    Footer {
        site: "https://ansinh.example.vn".into(),
        data_version: "4f0c2d91a7be".into(),
        audit_checkpoint: "22/11/2026 · 9b1d7c04e5aa".into(),
    }
}

/// The page with every component.
pub(crate) fn everything(lang: Lang) -> String {
    let visit = visit(lang, "/targets/health-insurance");
    let f = Frame::new(&visit, footer()).with_errors();
    let w = f.w;
    let template = Everything {
        crumbs: vec![
            Crumb::to(&visit, "/", w.home),
            Crumb::to(&visit, "/targets", w.targets),
            Crumb::here("Thẻ bảo hiểm y tế"),
        ],
        errors: FieldErrors(vec![FieldError {
            field: "numerator".into(),
            what: "Số người có thẻ phải là số nguyên. Viết 12.345 hoặc 12345.".into(),
        }]),
        bands: BANDS,
        years: [2016, 2017, 2018, 2019, 2020],
        districts: DISTRICTS,
        pager: Pager::new(&visit, 2, 5),
        f,
    };
    template.render().unwrap()
}

/// The bands by slug and name.
const BANDS: [(&str, &str); 10] = [
    ("achieved", "đạt"),
    ("on_track", "đúng tiến độ"),
    ("slow", "chậm"),
    ("off_track", "chậm nhiều"),
    ("worsening", "đi ngược hướng"),
    ("missed", "không đạt"),
    ("no_data", "chưa có số liệu"),
    ("no_baseline", "không có năm gốc"),
    ("not_due", "chưa đến hạn"),
    ("not_judged", "không đánh giá"),
];

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"
{%- extends "layout.html" -%}
{%- import "components/desk.html" as desk -%}
{%- import "components/form.html" as form -%}
{%- import "components/table.html" as table -%}
{% block title %}Nhập số liệu{% endblock %}
{% block account %}{% call desk::account(f, "Trần Thị Hạnh", "Phòng LĐTBXH Quảng Ninh", "token", "key") %}{% endcall %}{% endblock %}
{% block main %}
<h1>Nhập số liệu năm 2018</h1>
<form method="post" novalidate>{% call form::guards("token", "key") %}{% endcall %}
{% call table::table("t", "Thẻ bảo hiểm y tế theo xã") %}
<thead><tr><th scope="col">Xã</th><th scope="col" class="n" id="a">Số người có thẻ</th><th scope="col" class="n" id="b">Số người trong diện</th></tr></thead>
<tbody>{% for (id, name) in communes %}<tr><th scope="row" id="{{ id }}">{{ name }}</th><td class="n"><input name="n-{{ id }}" aria-labelledby="{{ id }} a" inputmode="numeric" value="4.120"></td><td class="n"><input name="d-{{ id }}" aria-labelledby="{{ id }} b" inputmode="numeric"></td></tr>{% endfor %}</tbody>
{% endcall %}
<p class="sticky"><button>Ghi nháp</button></p></form>
{% endblock %}
"##
)]
struct DeskForm {
    f: Frame,
    communes: [(&'static str, &'static str); 3],
}

/// A page of the desk.
pub(crate) fn desk(lang: Lang) -> String {
    let template = DeskForm {
        f: Frame::new(&visit(lang, "/desk"), footer()),
        communes: [("x19207", "Lương Ninh"), ("x19210", "Vĩnh Ninh"), ("x19213", "Võ Ninh")],
    };
    template.render().unwrap()
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"
{%- extends "layout.html" -%}
{% block title %}Hình{% endblock %}
{% block main %}
<h1>Tỷ lệ nghèo giảm đều, chậm lại từ năm 2019</h1>
<h2>Theo chỉ tiêu</h2>{{ bullet }}{{ outline }}{{ legend }}
<h2>Theo năm</h2>{{ series }}
<h2>Theo huyện</h2>{{ districts }}
<h2>Theo xã</h2>{{ communes }}
{% endblock %}
"#
)]
struct Charts {
    f: Frame,
    bullet: Svg,
    outline: Svg,
    legend: Svg,
    series: Svg,
    districts: Svg,
    communes: Svg,
}

/// The page with every chart.
pub(crate) fn charts(lang: Lang) -> String {
    let f = Frame::new(&visit(lang, "/targets"), footer()).with_charts();
    let template = Charts {
        bullet: bullet("b1", lang, false),
        outline: bullet("b2", lang, true),
        legend: bullet::legend(lang),
        series: series(lang),
        districts: districts(lang),
        communes: communes(lang),
        f,
    };
    template.render().unwrap()
}

pub(crate) fn level(thousandths: i64) -> Level {
    Level::from_thousandths(thousandths)
}

pub(crate) fn bullet(id: &str, lang: Lang, illustrative: bool) -> Svg {
    Bullet {
        id,
        title: "Có thẻ bảo hiểm y tế: 86,3 %, mục tiêu trên 90 %",
        description: "Mốc đầu kỳ 78,1 % năm 2015.",
        lang,
        ranges: &[
            Range { to: level(60_000), tone: Tone::Poor },
            Range { to: level(90_000), tone: Tone::Fair },
            Range { to: level(100_000), tone: Tone::Good },
        ],
        measure: Some(level(86_300)),
        target: level(90_000),
        target_label: "Mục tiêu > 90 %",
        baseline: Some(level(78_100)),
        illustrative,
    }
    .draw()
}

pub(crate) fn series(lang: Lang) -> Svg {
    let point = |thousandths: i64, exact: bool| {
        let label = level(thousandths).format(lang);
        let label = if exact { label } else { format!("> {label}") };
        Some(Point { level: level(thousandths), label, exact })
    };
    let periods: Vec<String> = (2014..=2023).map(|year| year.to_string()).collect();
    let survey = vec![
        None,
        point(14_420, true),
        point(11_830, true),
        point(9_480, true),
        None,
        point(6_980, true),
        point(4_980, false),
        None,
        point(5_750, true),
        point(4_370, true),
    ];
    let old =
        vec![point(9_100, true), point(7_230, true), point(6_100, true), None, None, None, None, None, None, None];
    let path = (0..10).map(|n: i64| (1..=6).contains(&n).then(|| level(14_420 - 2_000 * (n - 1)))).collect::<Vec<_>>();
    SeriesChart {
        id: "s1",
        title: "Tỷ lệ hộ nghèo giảm từ 14,42 % năm 2015 xuống 4,37 % năm 2023",
        description: "Mục tiêu năm 2020: dưới 5 %.",
        lang,
        unit: "% số hộ",
        periods: &periods,
        series: &[
            Series { name: "Rà soát theo chuẩn 2016–2020".into(), points: survey },
            Series { name: "Rà soát theo chuẩn 2011–2015".into(), points: old },
        ],
        target: Some(TargetLine { level: level(4_420), label: "Mục tiêu 4,42 %".into() }),
        path: &path,
        from: From::Zero,
        illustrative: true,
    }
    .draw()
}

fn classes() -> Vec<(Shade, String)> {
    vec![
        (Shade::One, "dưới 80 %".into()),
        (Shade::Two, "80–85 %".into()),
        (Shade::Three, "85–90 %".into()),
        (Shade::Four, "90–95 %".into()),
        (Shade::Five, "từ 95 %".into()),
    ]
}

fn state(n: usize) -> TileState {
    let states = [
        TileState::Shade(Shade::One),
        TileState::Shade(Shade::Two),
        TileState::Shade(Shade::Three),
        TileState::Shade(Shade::Four),
        TileState::Shade(Shade::Five),
        TileState::Missing,
        TileState::Withheld,
        TileState::NotApplicable,
        TileState::NotYetDue,
    ];
    states[n % states.len()]
}

pub(crate) fn districts(lang: Lang) -> Svg {
    let places = [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 3)];
    let tile = |(n, (column, row)): (usize, (u32, u32))| Tile {
        column,
        row,
        title: format!("{}: 8{n},2 %", DISTRICTS[n]),
        lines: DISTRICTS[n].split(' ').map(str::to_owned).collect(),
        href: format!("/areas/h{}", 450 + n),
        state: state(n + 2),
    };
    let tiles: Vec<Tile> = places.into_iter().enumerate().map(tile).collect();
    map("m1", "Có thẻ bảo hiểm y tế theo huyện", lang, &tiles)
}

fn communes(lang: Lang) -> Svg {
    let place = |n: usize| (u32::try_from(n % 19).unwrap(), u32::try_from(n / 19).unwrap());
    let tile = |n: usize| Tile {
        column: place(n).0,
        row: place(n).1,
        title: format!("Xã Lương Ninh {n}: 8{},2 %", n % 10),
        lines: Vec::new(),
        href: format!("/areas/x{}", 18_853 + 3 * n),
        state: state(n * 7 / 3),
    };
    let tiles: Vec<Tile> = (0..159).map(tile).collect();
    map("m2", "Có thẻ bảo hiểm y tế theo xã", lang, &tiles)
}

fn map(id: &str, title: &str, lang: Lang, tiles: &[Tile]) -> Svg {
    TileMap {
        id,
        title,
        description: "Cao nhất ở Đồng Hới, thấp nhất ở Minh Hóa.",
        lang,
        table: "",
        tiles,
        classes: &classes(),
        illustrative: true,
    }
    .draw()
}
