//! The first plan, in the real data: nothing of it is left out.

use ansinh_kernel::{
    id::{MeasureId, PlanId, TargetId},
    legal::ClauseId,
};
use ansinh_packs::{
    indicator::Shape,
    target::{Bound, TargetKind},
};

use crate::real;

#[test]
fn the_plan_has_28_targets_7_aims_and_14_assignments() {
    let plan = real().plan(&PlanId::new("quang-binh-2016-2020").unwrap()).unwrap();
    assert_eq!((plan.targets.len(), plan.aims.len(), plan.assignments.len()), (28, 7, 14));
    assert_eq!(plan.parents.len(), 2);
    assert_eq!((&plan.number, &plan.signed), (&None, &None));
}

#[test]
fn a_target_is_typed_with_exact_numbers() {
    let plan = &real().plans[0];
    let kind = |id| &plan.target(&TargetId::new(id).unwrap()).unwrap().kind;
    let number = |text: &str| text.parse().unwrap();
    assert_eq!(kind("unemployment-urban"), &TargetKind::Limit { bound: Bound::LessThan, value: number("2.4") });
    let TargetKind::Cumulative { bound, total, .. } = kind("jobs-total") else { panic!("not cumulative") };
    assert_eq!((*bound, *total), (Bound::AtLeast, number("160000")));
    assert!(matches!(kind("no-littering"), TargetKind::EveryArea { wanted: false }));
}

#[test]
fn every_clause_of_a_target_has_a_title_and_so_have_the_clauses_above() {
    for plan in &real().plans {
        for target in &plan.targets {
            let mut clause: Option<ClauseId> = Some(target.clause.clone());
            while let Some(own) = clause {
                assert!(plan.clause_title(&own).is_some(), "{own} has no title");
                clause = own.parent();
            }
        }
    }
}

#[test]
fn a_printed_measure_stands_beside_the_one_with_numerator_and_denominator() {
    let indicators = &real().indicators;
    let shape = |id| indicators.measure(&MeasureId::new(id).unwrap()).unwrap().shape;
    assert_eq!(shape("poverty-rate-review-2016"), Shape::Ratio);
    assert_eq!(shape("poverty-rate-review-2016-printed"), Shape::Decimal { scale: 2 });
}
