//! Agencies through time, in the real data: the labour department and who does its work today.

use ansinh_kernel::{
    id::{AgencyId, TargetId},
    lang::Lang,
};

use crate::{day, real};

fn agency(text: &str) -> AgencyId {
    AgencyId::new(text).unwrap()
}

fn acting(id: &str, on: &str) -> Vec<String> {
    real().agencies.acting_on(&agency(id), day(on)).into_iter().map(|agency| agency.id.to_string()).collect()
}

#[test]
fn an_agency_acts_for_itself_while_it_exists() {
    assert_eq!(acting("so-ldtbxh", "2025-02-28"), ["so-ldtbxh"]);
    assert_eq!(acting("so-noi-vu", "2018-01-01"), ["so-noi-vu"]);
}

#[test]
fn the_work_of_the_labour_department_went_to_five() {
    assert_eq!(acting("so-ldtbxh", "2025-03-01"), ["so-noi-vu", "so-nnmt", "so-y-te", "so-gddt", "cong-an-tinh"]);
    assert_eq!(real().agencies.successors(&agency("so-ldtbxh")).count(), 5);
}

#[test]
fn districts_handed_over_to_communes() {
    assert_eq!(acting("ubnd-huyen", "2025-07-01"), ["ubnd-xa"]);
}

#[test]
fn an_agency_keeps_its_id_through_changes_of_name() {
    let id = agency("ubnd-tinh");
    let name = |on| real().agencies.label_on(&id, day(on), Lang::Vi);
    assert_eq!(name("2025-06-30"), "Ủy ban nhân dân tỉnh Quảng Bình");
    assert_eq!(name("2025-07-01"), "Ủy ban nhân dân tỉnh Quảng Trị");
}

#[test]
fn the_lead_of_a_target_follows_the_years() {
    let plan = &real().plans[0];
    let target = plan.target(&TargetId::new("jobs-total").unwrap()).unwrap();
    let lead = |on| real().agencies.lead_on(target, day(on)).unwrap().agency.id.to_string();
    assert_eq!(lead("2018-12-31"), "so-ldtbxh");
    assert_eq!(lead("2025-02-28"), "so-ldtbxh");
    assert_eq!(lead("2025-03-01"), "so-noi-vu");
}

#[test]
fn every_target_and_aim_has_a_lead_in_every_year() {
    for plan in &real().plans {
        for on in ["2016-12-31", "2018-12-31", "2020-12-31", "2024-12-31", "2025-12-31", "2026-11-23"] {
            for target in &plan.targets {
                assert!(real().agencies.lead_on(target, day(on)).is_some(), "{} has no lead on {on}", target.id);
            }
            for aim in &plan.aims {
                assert!(real().agencies.lead_of(&aim.agencies, day(on)).is_some(), "{} has no lead on {on}", aim.id);
            }
        }
    }
}
