//! Areas through time, in the real data: codes that were used again, mergers, the districts that became groups.

use ansinh_kernel::{
    area::{AreaCode, AreaId, AreaLevel},
    lang::Lang,
    period::Period,
};
use ansinh_packs::area::{AreaTree, Restatable, RestateObstacle};

use crate::{day, real};

fn id(text: &str) -> AreaId {
    AreaId::new(text).unwrap()
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// The area of a commune's code on a day, with the name it bears then.
fn named(level: AreaLevel, code: &str, on: &str) -> Option<String> {
    let areas = &real().areas;
    let area = areas.find(level, &AreaCode::new(code).unwrap(), day(on))?;
    Some(format!("{area} {}", areas.get(area).unwrap().full_name_on(day(on), Lang::Vi)))
}

fn commune(code: &str, on: &str) -> Option<String> {
    named(AreaLevel::Commune, code, on)
}

/// How many communes of a container there are on a day.
fn communes(container: &str, on: &str) -> usize {
    let areas = &real().areas;
    let inside = |area: &&&AreaId| areas.contains(&id(container), area);
    areas.units_on(AreaLevel::Commune, day(on)).iter().filter(inside).count()
}

fn text(ids: &[AreaId]) -> Vec<&str> {
    ids.iter().map(AreaId::as_str).collect()
}

#[test]
fn one_code_names_three_communes_on_three_days() {
    assert_eq!(commune("19207", "2024-11-30").unwrap(), "x19207 Xã Lương Ninh");
    assert_eq!(commune("19207", "2024-12-01").unwrap(), "x19207.2024 Thị trấn Quán Hàu");
    assert_eq!(commune("19207", "2025-06-30").unwrap(), "x19207.2024 Thị trấn Quán Hàu");
    assert_eq!(commune("19207", "2025-07-01").unwrap(), "x19207.2025 Xã Quảng Ninh");
}

#[test]
fn a_code_that_died_names_nobody() {
    assert_eq!(commune("19201", "2024-11-30").unwrap(), "x19201 Thị trấn Quán Hàu");
    assert_eq!(commune("19201", "2024-12-01"), None);
}

#[test]
fn the_code_of_a_province_changes_its_meaning() {
    assert_eq!(named(AreaLevel::Province, "44", "2025-06-30").unwrap(), "t44 Tỉnh Quảng Bình");
    assert_eq!(named(AreaLevel::Province, "44", "2025-07-01").unwrap(), "t44.2025 Tỉnh Quảng Trị");
    assert_eq!(named(AreaLevel::Province, "45", "2025-06-30").unwrap(), "t45 Tỉnh Quảng Trị");
    assert_eq!(named(AreaLevel::Province, "45", "2025-07-01"), None);
}

#[test]
fn quang_binh_counts_159_then_151_then_145_then_41_communes() {
    let counts = ["2020-01-31", "2020-02-01", "2024-11-30", "2024-12-01", "2025-06-30"].map(|on| communes("t44", on));
    assert_eq!(counts, [159, 151, 151, 145, 145]);
    assert_eq!(communes("g-quang-binh", "2020-01-31"), 159);
    assert_eq!(communes("g-quang-binh", "2025-07-01"), 41);
    assert_eq!(communes("t44.2025", "2025-07-01"), 78);
}

#[test]
fn the_nation_of_today_has_34_provinces_and_3321_communes() {
    let counts = real().areas.count_on(day("2026-07-25"));
    assert_eq!((counts[&AreaLevel::Province], counts[&AreaLevel::Commune]), (34, 3321));
    assert_eq!(counts.get(&AreaLevel::District), None);
    assert_eq!(text(&real().areas.roots().into_iter().cloned().collect::<Vec<_>>()), ["vn"]);
}

#[test]
fn quang_tien_went_whole_to_trung_thuan() {
    let areas = &real().areas;
    let gone = areas.successors(&id("x19039"));
    assert_eq!(gone.len(), 1);
    assert!(gone[0].is_whole());
    assert_eq!(gone[0].on, day("2025-07-01"));
    assert_eq!(areas.get(&gone[0].to).unwrap().full_name_on(gone[0].on, Lang::Vi), "Xã Trung Thuần");
    assert!(areas.predecessors(&gone[0].to).iter().any(|one| one.from == id("x19039")));
}

#[test]
fn an_old_commune_lies_in_its_district_both_provinces_the_groups_and_the_nation() {
    let areas = &real().areas;
    let expected = ["g-quang-binh", "g-quang-ninh", "h456", "t44", "t44.2025", "vn", "x19207.2024", "x19207.2025"];
    assert_eq!(text(areas.containers(&id("x19207"))), expected);
    assert!(areas.contains(&id("h456"), &id("x19207")));
    assert!(!areas.contains(&id("h457"), &id("x19207")));
    assert!(areas.contains(&id("x19207"), &id("x19207")));
    assert!(areas.members(&id("x19207.2025")).contains(&id("x19201")));
}

#[test]
fn a_commune_that_only_changed_its_name_keeps_its_id() {
    let areas = &real().areas;
    let name = |on| areas.version_on(&id("x19165"), day(on)).unwrap().full_name(Lang::Vi);
    assert_eq!([name("2020-01-31"), name("2020-02-01")], ["Xã Sơn Trạch", "Thị trấn Phong Nha"]);
}

#[test]
fn the_districts_live_on_as_groups_of_former_quang_binh() {
    let areas = &real().areas;
    assert_eq!(areas.continued_as(&id("h456")), Some(&id("g-quang-ninh")));
    assert_eq!(areas.continued_as(&id("t44")), Some(&id("g-quang-binh")));
    assert_eq!(areas.children_on(&id("g-quang-binh"), day("2025-07-01")).len(), 8);
    assert_eq!(areas.children_on(&id("t44"), day("2018-12-31")).len(), 8);
    assert_eq!(areas.children_on(&id("t44.2025"), day("2026-01-01")).len(), 78);
    let group = areas.get(&id("g-quang-ninh")).unwrap();
    assert_eq!(group.full_name_on(day("2018-01-01"), Lang::Vi), group.group.as_ref().unwrap().name.vi);
    let then = areas.reporters(&id("g-quang-ninh"), AreaLevel::Commune, &period("2018"));
    let now = areas.reporters(&id("g-quang-ninh"), AreaLevel::Commune, &period("2026"));
    assert_eq!((then.len(), now.len()), (15, 4));
}

#[test]
fn who_reports_is_who_exists_on_the_last_day_of_the_period() {
    let areas = &real().areas;
    let count = |container, at| areas.reporters(&id(container), AreaLevel::Commune, &period(at)).len();
    assert_eq!(
        [count("t44", "2019"), count("t44", "2020"), count("t44", "2020-Q1"), count("t44", "2024")],
        [159, 151, 151, 145]
    );
    assert_eq!([count("g-quang-binh", "2019"), count("g-quang-binh", "2025")], [159, 41]);
    let own = areas.reporters(&id("x19165"), AreaLevel::Commune, &period("2019"));
    assert_eq!(own, [&id("x19165")]);
}

#[test]
fn figures_are_restated_only_where_whole_units_make_up_the_area() {
    let areas = &real().areas;
    let ask = |container, at| areas.restatable(&id(container), AreaLevel::Commune, &period(at));
    assert_eq!(ask("t44", "2018"), Restatable::Yes);
    assert_eq!(ask("g-quang-ninh", "2018"), Restatable::Yes);
    assert_eq!(ask("x19207.2025", "2018"), Restatable::Yes);
    assert_eq!(ask("t44.2025", "2026"), Restatable::Yes);
    assert_eq!(ask("t44.2025", "2018"), Restatable::Partial(RestateObstacle::PartWithoutUnits(id("t45"))));
    assert_eq!(ask("x19207", "2026"), Restatable::Partial(RestateObstacle::PartOfUnit(id("x19207.2025"))));
    assert!(matches!(ask("vn", "2018"), Restatable::Partial(RestateObstacle::PartWithoutUnits(_))));
}

#[test]
fn a_name_is_found_without_diacritics() {
    let areas = &real().areas;
    let found = |text, on: Option<&str>| -> Vec<String> {
        areas.search(text, on.map(day), 3).into_iter().map(|area| area.id.to_string()).collect()
    };
    assert_eq!(found("luong ninh", None), ["x19207"]);
    assert_eq!(found("xa son trach", None).first().unwrap(), "x19165");
    assert_eq!(found("quan hau", Some("2024-12-31")), ["x19207.2024"]);
    assert_eq!(found("  ", None), Vec::<String>::new());
    assert_eq!(areas.search("quang", None, 3).len(), 3);
}

#[test]
fn an_area_is_placed_at_each_level_of_its_day() {
    let areas = &real().areas;
    let at = |level, on| areas.at_level_on(&id("x19165"), level, day(on)).map(AreaId::as_str);
    assert_eq!(at(AreaLevel::District, "2018-12-31"), Some("h455"));
    assert_eq!(at(AreaLevel::Province, "2018-12-31"), Some("t44"));
    assert_eq!(at(AreaLevel::Province, "2026-12-31"), None);
}

#[test]
fn positions_are_dense_and_in_the_order_of_ids() {
    let areas: &AreaTree = &real().areas;
    for (position, area) in areas.all().iter().enumerate() {
        let index = areas.index_of(&area.id).unwrap();
        assert_eq!(index.position(), position);
        assert_eq!(areas.at(index).unwrap().id, area.id);
    }
    assert!(areas.all().is_sorted_by(|one, other| one.id < other.id));
}

#[test]
fn every_tile_map_shows_exactly_the_units_of_its_time() {
    let pack = real();
    let sets = [
        ("communes-159", "2018-12-31"),
        ("communes-151", "2022-12-31"),
        ("communes-145", "2024-12-31"),
        ("communes-41", "2026-01-01"),
    ];
    for (set, on) in sets {
        let container = id("g-quang-binh");
        let mut units = pack.areas.units_on(AreaLevel::Commune, day(on));
        units.retain(|unit| pack.areas.contains(&container, unit));
        let (name, tiles) = pack.tiles.showing(&units).unwrap();
        assert_eq!((name, tiles.len()), (set, units.len()));
    }
    assert_eq!(pack.tiles.get("districts").unwrap().len(), 8);
    assert_eq!(pack.tiles.get("communes-78").unwrap().len(), 78);
}
