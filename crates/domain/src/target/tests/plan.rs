//! The plan's own targets and aims, as its files state them, judged with figures that follow the plan exactly.

use ansinh_kernel::id::TargetId;
use ansinh_packs::{Pack, plan::Plan, target::Target};

use super::*;

fn pack() -> &'static Pack {
    static PACK: std::sync::LazyLock<Pack> =
        std::sync::LazyLock::new(|| Pack::embedded().unwrap_or_else(|problems| panic!("{problems}")));
    &PACK
}

fn plan() -> &'static Plan {
    pack().plans.iter().find(|plan| plan.id == "quang-binh-2016-2020").unwrap()
}

fn goal_of(target: &Target) -> Goal {
    Goal::of(plan(), target, &pack().indicators)
}

/// Judges a target of the plan by its primary measure.
fn judged(id: &str, points: &str, today: &str) -> Judgement {
    let target = plan().target(&TargetId::new(id).unwrap()).unwrap();
    let own = Series { measure: target.measures[0].clone(), ..series(Origin::Reported, points) };
    let goal = goal_of(target);
    judge(&goal, &own, Some(&own), &terms(today)).unwrap()
}

#[test]
fn every_target_is_judged_on_every_kind_of_day() {
    assert_eq!(plan().targets.len(), 28);
    for target in &plan().targets {
        for points in ["", "2016=1 2018=40 2020=99", "2015=1 2016=2 2017=3 2018=4 2019=5 2020=6 2023=7"] {
            for today in ["2016-01-01", "2018-06-01", "2020-12-31", "2026-11-23"] {
                let judgement = judged(target.id.as_str(), points, today);
                let asked = judgement.headline.words.asked_slots(Lang::Vi);
                let pieces = judgement.headline.words.pieces(Lang::Vi);
                let filled = pieces.iter().filter(|piece| matches!(piece, Piece::Slot(_))).count();
                assert_eq!(asked, filled, "{} with {points} on {today}", target.id);
            }
        }
    }
}

#[test]
fn every_aim_is_judged_by_its_direction() {
    assert_eq!(plan().aims.len(), 7);
    for aim in &plan().aims {
        let own = series(Origin::Reported, &format!("{}=10 2020=12", aim.base_year));
        let course = judge_aim(&AimGoal::of(aim), &own).unwrap().course;
        assert_eq!(course == Course::Forward, aim.direction == Direction::Up, "{}", aim.id);
    }
}

#[test]
fn the_plan_followed_exactly_is_on_track_and_strict_where_it_says_over() {
    let check = |id: &str, points: &str, expected: &str| {
        let judgement = judged(id, points, "2021-06-01");
        let bands: Vec<&str> = bands(&judgement).iter().map(|band| band.as_str()).collect();
        assert_eq!(bands.join(" "), expected, "{id}");
    };
    let on = "on_track on_track on_track on_track";
    check("jobs-total", "2016=32000 2017=32000 2018=32000 2019=32000 2020=32000", &format!("{on} achieved"));
    check("jobs-new", "2016=21000 2017=21000 2018=21000 2019=21000 2020=21000", &format!("{on} missed"));
    check("jobs-abroad", "2016=2200 2017=2200 2018=2200 2019=2200 2020=2201", &format!("{on} achieved"));
    check("poverty-reduction", "2015=15 2016=12.8 2017=10.6 2018=8.4 2019=6.2 2020=4", &format!("{on} achieved"));
    check("unemployment-urban", "2016=2.39 2017=2.39 2018=2.39 2019=2.39 2020=2.4", &format!("{on} missed"));
    check("under-5-malnutrition", "2020=15", "no_data no_data no_data no_data missed");
    check("under-5-malnutrition", "2020=14.99", "no_data no_data no_data no_data achieved");
    check("literacy-15-plus", "2020=98.5", "no_data no_data no_data no_data achieved");
    check("elderly-care-centre", "2016=0 2020=1", "not_due no_data no_data no_data achieved");
    check("voluntary-rehabilitation", "2020=180", "no_data no_data no_data no_data achieved");
    check("hygienic-water-rural", "2020=99.99", "no_data no_data no_data no_data missed");
    check("poverty-vs-nation", "2020=3", "no_data no_data no_data no_data achieved");
    check("merit-living-standard", "2016=90 2020=99", "not_judged no_data no_data no_data not_judged");
}

#[test]
fn gross_product_per_person_is_judged_from_the_baseline_of_the_plan() {
    let judgement = judged("grdp-per-capita", "2018=37.5", "2019-06-01");
    assert_eq!(judgement.base.map(|base| (base.value, base.from)), Some((Ratio::from(28), BaseFrom::Plan)));
    assert_eq!(judgement.headline.band, Band::OffTrack);
    let told = "Từ 28 triệu đồng năm 2015, theo đường thẳng đến năm 2018 là 50,2 triệu đồng; thực tế 37,5 triệu đồng, bằng 42,79% quãng đường phải đi.";
    assert_eq!(judgement.headline.words.text(Lang::Vi, " triệu đồng"), told);
    let forecast = judgement.forecast.unwrap();
    assert_eq!((forecast.at, forecast.value, forecast.would_meet), (year(2020), Ratio::new(263, 6).unwrap(), false));
}
