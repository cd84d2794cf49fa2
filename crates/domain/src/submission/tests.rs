//! The life of a sheet, step by step and at random.

use ansinh_kernel::{
    figure::{Origin, Value},
    id::{BreakdownId, MeasureId},
};
use proptest::prelude::*;

use super::*;
use crate::testing::{area, period};

const CLERK: &str = "clerk";
const COLLEAGUE: &str = "colleague";
const REVIEWER: &str = "reviewer";

fn person(name: &str) -> AccountName {
    AccountName::new(name).unwrap()
}

fn at(hour: i64) -> Instant {
    Instant::from_unix_millis(hour * 3_600_000).unwrap()
}

fn key(measure: &str) -> CellKey {
    CellKey {
        measure: MeasureId::new(measure).unwrap(),
        origin: Origin::Reported,
        area: area("x19207"),
        period: period("2018"),
        breakdown: BreakdownId::total(),
    }
}

fn entry(measure: &str, count: i64) -> CellEntry {
    CellEntry { key: key(measure), state: Value::Count(count).into(), note: None }
}

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn reasons(measures: &[&str]) -> BTreeMap<CellKey, Note> {
    measures.iter().map(|measure| (key(measure), note("xem lại"))).collect()
}

/// A sheet that asks for jobs and water, handed in by the clerk with figures for both.
fn submitted() -> Submitted {
    let mut draft = Draft::new([key("jobs"), key("water")]);
    draft.fill(entry("jobs", 10)).unwrap();
    draft.fill(entry("water", 20)).unwrap();
    draft.submit(&person(CLERK), at(1)).unwrap()
}

/// The codes of what is wrong with a cell.
fn wrong<T: std::fmt::Debug>(step: Result<T, Problems>) -> Vec<&'static str> {
    step.unwrap_err().iter().map(|problem| problem.code).collect()
}

fn refused<S: std::fmt::Debug, T: std::fmt::Debug>(step: Result<T, Box<Refusal<S>>>) -> Vec<&'static str> {
    step.unwrap_err().problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn a_sheet_of_nothing_but_gaps_is_not_handed_in() {
    let mut draft = Draft::new([key("jobs"), key("water")]);
    assert_eq!(refused(draft.clone().submit(&person(CLERK), at(1))), ["sheet-empty"]);
    draft.fill(CellEntry { state: CellState::NotApplicable, ..entry("jobs", 0) }).unwrap();
    assert!(draft.submit(&person(CLERK), at(1)).is_ok());
}

#[test]
fn a_sheet_takes_only_what_it_asks_for() {
    let mut draft = Draft::new([key("jobs")]);
    assert_eq!(wrong(draft.fill(entry("water", 1))), ["sheet-cell-not-asked"]);
}

#[test]
fn nobody_accepts_their_own_sheet() {
    assert_eq!(refused(submitted().accept(&person(CLERK), at(2))), ["sheet-own"]);
    let accepted = submitted().accept(&person(REVIEWER), at(2)).unwrap();
    assert_eq!(accepted.accepted().by, person(REVIEWER));
    assert_eq!(accepted.submissions().len(), 1);
}

#[test]
fn a_sheet_goes_back_with_a_reason_for_each_cell() {
    assert_eq!(
        refused(submitted().send_back(BTreeMap::new(), &person(REVIEWER), at(2))),
        ["sheet-return-without-reason"]
    );
    assert_eq!(refused(submitted().send_back(reasons(&["roads"]), &person(REVIEWER), at(2))), ["sheet-cell-not-asked"]);
    let returned = submitted().send_back(reasons(&["jobs"]), &person(REVIEWER), at(2)).unwrap();
    assert_eq!((returned.reasons().len(), returned.returned().at), (1, at(2)));
}

#[test]
fn only_returned_cells_open_and_each_must_be_answered() {
    let mut returned = submitted().send_back(reasons(&["jobs"]), &person(REVIEWER), at(2)).unwrap();
    let sheet = Sheet::Returned(returned.clone());
    assert!(sheet.is_open(&key("jobs")) && !sheet.is_open(&key("water")));
    assert_eq!(wrong(returned.fill(entry("water", 1))), ["sheet-cell-locked"]);
    assert_eq!(wrong(returned.fill(entry("roads", 1))), ["sheet-cell-not-asked"]);
    returned.fill(entry("jobs", 10)).unwrap();
    assert_eq!(refused(returned.clone().submit(&person(COLLEAGUE), at(3))), ["sheet-return-unanswered"]);
    returned.fill(CellEntry { note: Some(note("đã đối chiếu sổ")), ..entry("jobs", 10) }).unwrap();
    let again = returned.submit(&person(COLLEAGUE), at(3)).unwrap();
    assert_eq!(again.cells().get(&key("jobs")).map(|cell| cell.state), Some(Value::Count(10).into()));
}

#[test]
fn taking_a_note_away_answers_nothing() {
    let mut draft = Draft::new([key("jobs")]);
    draft.fill(CellEntry { note: Some(note("theo sổ")), ..entry("jobs", 10) }).unwrap();
    let submitted = draft.submit(&person(CLERK), at(1)).unwrap();
    let mut returned = submitted.send_back(reasons(&["jobs"]), &person(REVIEWER), at(2)).unwrap();
    returned.fill(entry("jobs", 10)).unwrap();
    assert_eq!(refused(returned.submit(&person(CLERK), at(3))), ["sheet-return-unanswered"]);
}

#[test]
fn whoever_handed_it_in_once_does_not_accept_it_later() {
    let mut returned = submitted().send_back(reasons(&["jobs"]), &person(REVIEWER), at(2)).unwrap();
    returned.fill(entry("jobs", 11)).unwrap();
    let again = returned.submit(&person(COLLEAGUE), at(3)).unwrap();
    assert_eq!(again.submissions().len(), 2);
    assert_eq!(refused(again.clone().accept(&person(CLERK), at(4))), ["sheet-own"]);
    assert_eq!(refused(again.clone().accept(&person(COLLEAGUE), at(4))), ["sheet-own"]);
    assert!(again.accept(&person(REVIEWER), at(4)).is_ok());
}

#[test]
fn whoever_typed_into_it_does_not_accept_it_whoever_handed_it_in() {
    let mut draft = Draft::new([key("jobs")]);
    draft.fill(entry("jobs", 10)).unwrap();
    draft.typed_by(&person(COLLEAGUE));
    let submitted = draft.submit(&person(CLERK), at(1)).unwrap();
    assert_eq!(submitted.makers().len(), 2);
    assert_eq!(refused(submitted.clone().accept(&person(COLLEAGUE), at(2))), ["sheet-own"]);
    let mut returned = submitted.send_back(reasons(&["jobs"]), &person("chief"), at(2)).unwrap();
    returned.fill(entry("jobs", 11)).unwrap();
    returned.typed_by(&person(REVIEWER));
    let again = returned.submit(&person(CLERK), at(3)).unwrap();
    assert_eq!(refused(again.clone().accept(&person(COLLEAGUE), at(4))), ["sheet-own"]);
    assert_eq!(refused(again.clone().accept(&person(REVIEWER), at(4))), ["sheet-own"]);
    assert!(again.accept(&person("chief"), at(4)).is_ok(), "returning is checking, not making");
}

#[test]
fn an_accepted_figure_changes_by_a_noted_correction_that_another_accepts() {
    let accepted = submitted().accept(&person(REVIEWER), at(2)).unwrap();
    let propose = |count| accepted.correct(entry("jobs", count), note("nhập nhầm"), &person(CLERK), at(3));
    assert_eq!(wrong(propose(10)), ["correction-changes-nothing"]);
    let correction = propose(12).unwrap();
    assert_eq!(refused(correction.clone().accept(&person(CLERK), at(4))), ["sheet-own"]);
    let agreed = correction.accept(&person(REVIEWER), at(4)).unwrap();
    let corrected = accepted.clone().corrected(&agreed).unwrap();
    let cell = corrected.cells().get(&key("jobs")).unwrap();
    assert_eq!((cell.state, cell.note.clone()), (Value::Count(12).into(), Some(note("nhập nhầm"))));
    assert_eq!(refused(corrected.corrected(&agreed)), ["correction-outdated"]);
    let unknown = accepted.correct(entry("roads", 1), note("nhập nhầm"), &person(CLERK), at(3));
    assert_eq!(wrong(unknown), ["sheet-cell-not-asked"]);
}

#[derive(Clone, Debug)]
enum Step {
    Fill(&'static str, i64, &'static str),
    Submit(&'static str),
    SendBack(&'static str, &'static str),
    Accept(&'static str),
}

fn a_step() -> impl Strategy<Value = Step> {
    let measure = || proptest::sample::select(vec!["jobs", "water", "roads"]);
    let who = || proptest::sample::select(vec![CLERK, COLLEAGUE, REVIEWER]);
    prop_oneof![
        3 => (measure(), 0_i64..5, who()).prop_map(|(measure, count, who)| Step::Fill(measure, count, who)),
        2 => who().prop_map(Step::Submit),
        1 => (measure(), who()).prop_map(|(measure, who)| Step::SendBack(measure, who)),
        1 => who().prop_map(Step::Accept),
    ]
}

/// Takes a step where the state allows it; a refused sheet is kept as it was.
fn taken(sheet: Sheet, step: &Step) -> Sheet {
    match (sheet, step) {
        (Sheet::Draft(mut draft), Step::Fill(measure, count, who)) => {
            if draft.fill(entry(measure, *count)).is_ok() {
                draft.typed_by(&person(who));
            }
            Sheet::Draft(draft)
        }
        (Sheet::Draft(draft), Step::Submit(who)) => match draft.submit(&person(who), at(1)) {
            Ok(submitted) => Sheet::Submitted(submitted),
            Err(refusal) => Sheet::Draft(refusal.sheet),
        },
        (Sheet::Submitted(submitted), Step::SendBack(measure, who)) => {
            match submitted.send_back(reasons(&[measure]), &person(who), at(2)) {
                Ok(returned) => Sheet::Returned(returned),
                Err(refusal) => Sheet::Submitted(refusal.sheet),
            }
        }
        (Sheet::Submitted(submitted), Step::Accept(who)) => match submitted.accept(&person(who), at(3)) {
            Ok(accepted) => Sheet::Accepted(accepted),
            Err(refusal) => Sheet::Submitted(refusal.sheet),
        },
        (Sheet::Returned(mut returned), Step::Fill(measure, count, who)) => {
            if returned.fill(entry(measure, *count)).is_ok() {
                returned.typed_by(&person(who));
            }
            Sheet::Returned(returned)
        }
        (Sheet::Returned(returned), Step::Submit(who)) => match returned.submit(&person(who), at(1)) {
            Ok(submitted) => Sheet::Submitted(submitted),
            Err(refusal) => Sheet::Returned(refusal.sheet),
        },
        (sheet, _) => sheet,
    }
}

proptest! {
    #[test]
    fn cells_change_only_while_they_are_open_and_makers_never_check(steps in proptest::collection::vec(a_step(), 0..40)) {
        let mut sheet = Sheet::Draft(Draft::new([key("jobs"), key("water")]));
        let mut typists = BTreeSet::new();
        for step in &steps {
            let before = sheet.clone();
            sheet = taken(sheet, step);
            if let Step::Fill(_, _, who) = step
                && sheet != before
            {
                typists.insert(person(who));
            }
            for (key, cell) in sheet.cells() {
                let same = before.cells().get(key) == Some(cell);
                prop_assert!(same || before.is_open(key));
            }
            if let Sheet::Accepted(accepted) = &sheet {
                let makers: Vec<&AccountName> = accepted.submissions().iter().map(|stamp| &stamp.by).collect();
                prop_assert!(!makers.contains(&&accepted.accepted().by));
                prop_assert!(!typists.contains(&accepted.accepted().by));
                prop_assert!(accepted.cells().values().any(CellEntry::answers));
            }
        }
    }
}
