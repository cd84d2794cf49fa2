//! Checking typed figures: what passes, and what each mistake is told.

use ansinh_kernel::{
    decimal::Decimal,
    figure::{CellState, Origin, Value},
    id::{BreakdownId, MeasureId, UnitId},
    period::Frequency,
};
use ansinh_packs::{
    area::AreaTree,
    indicator::{CollectedAt, Measure, Shape, TimeRollUp},
};
use proptest::prelude::*;

use super::*;
use crate::testing::{area, areas, measure, period};

fn tree() -> &'static AreaTree {
    static TREE: std::sync::LazyLock<AreaTree> = std::sync::LazyLock::new(|| {
        areas(
            "vn - - -
             t44 vn - -
             h456 t44 - 2025-07-01
             x19207 h456 - 2024-12-01
             x19201 h456 - 2024-12-01
             x19207.2024 h456 2024-12-01 2025-07-01
             x19207.2025 t44 2025-07-01 -
             2024-12-01: x19207 > x19207.2024
             2024-12-01: x19201 > x19207.2024
             2025-07-01: x19207.2024 > x19207.2025",
        )
    });
    &TREE
}

fn key(id: &str, when: &str) -> CellKey {
    CellKey {
        measure: MeasureId::new("m").unwrap(),
        origin: Origin::Reported,
        area: area(id),
        period: period(when),
        breakdown: BreakdownId::total(),
    }
}

fn share() -> Measure {
    measure(Shape::Ratio, TimeRollUp::Last, Frequency::Year)
}

fn count() -> Measure {
    measure(Shape::Count, TimeRollUp::Sum, Frequency::Year)
}

fn decimal(unit: &str) -> Measure {
    Measure {
        unit: UnitId::new(unit).unwrap(),
        ..measure(Shape::Decimal { scale: 1 }, TimeRollUp::None, Frequency::Year)
    }
}

fn flag() -> Measure {
    measure(Shape::Flag, TimeRollUp::Last, Frequency::Year)
}

fn entered(measure: &Measure, key: CellKey, raw: &RawCell) -> Result<CellState, Vec<String>> {
    let today = "2026-11-23".parse().unwrap();
    let checked = check_entry(measure, tree(), key, raw, today);
    let told = |problem: &ansinh_kernel::problem::Problem| format!("{} [{}] {problem}", problem.code, problem.place);
    checked.map(|entry| entry.state).map_err(|problems| problems.iter().map(told).collect())
}

/// One typed cell of x19207 in 2018 passes with this state.
fn passes(measure: &Measure, raw: &RawCell, state: CellState) {
    assert_eq!(entered(measure, key("x19207", "2018"), raw), Ok(state), "{raw:?}");
}

/// It does not pass, and the codes and fields of the problems are these.
fn fails(measure: &Measure, raw: &RawCell, told: &[&str]) {
    let problems = entered(measure, key("x19207", "2018"), raw).unwrap_err();
    let short: Vec<&str> = problems.iter().map(|problem| problem.split("] ").next().unwrap()).collect();
    let told: Vec<String> = told.iter().map(|one| one.replace('@', " [")).collect();
    assert_eq!(short, told, "{raw:?}");
}

fn parts<'a>(numerator: &'a str, denominator: &'a str) -> RawCell<'a> {
    RawCell { numerator, denominator, ..RawCell::default() }
}

fn value(value: &str) -> RawCell<'_> {
    RawCell { value, ..RawCell::default() }
}

fn answer(flag: &str) -> RawCell<'_> {
    RawCell { flag, ..RawCell::default() }
}

#[test]
fn a_share_is_two_whole_numbers() {
    passes(&share(), &parts("12", "1.234"), Value::ratio(12, 1_234).unwrap().into());
    passes(&share(), &parts(" 0 ", "5"), Value::ratio(0, 5).unwrap().into());
    passes(&share(), &parts("5", "5"), Value::ratio(5, 5).unwrap().into());
    fails(&share(), &parts("6", "5"), &["entry-over-hundred@numerator"]);
    fails(&share(), &parts("0", "0"), &["entry-zero-denominator@denominator"]);
    fails(&share(), &parts("3", ""), &["number-empty@denominator"]);
    fails(&share(), &parts("ba", "-5"), &["number-not-a-number@numerator", "entry-negative@denominator"]);
    fails(&share(), &parts("2,5", "5"), &["number-not-whole@numerator"]);
    let unbounded = Measure { bounded: false, ..share() };
    passes(&unbounded, &parts("6", "5"), Value::ratio(6, 5).unwrap().into());
}

#[test]
fn a_count_is_a_whole_number_of_people() {
    passes(&count(), &value("1.234"), Value::Count(1_234).into());
    passes(&count(), &value("0"), Value::Count(0).into());
    passes(&count(), &value("1 000 000"), Value::Count(1_000_000).into());
    fails(&count(), &value("-1"), &["entry-negative@value"]);
    fails(&count(), &value("1.000.000.000.001"), &["entry-too-large@value"]);
    fails(&count(), &value("99999999999999999999"), &["number-too-large@value"]);
    fails(&count(), &value("1,5"), &["number-not-whole@value"]);
}

#[test]
fn a_decimal_keeps_its_scale_and_refuses_two_readings() {
    passes(&decimal("million_vnd"), &value("37,5"), Value::Decimal("37.5".parse().unwrap()).into());
    passes(&decimal("million_vnd"), &value("1.234,5"), Value::Decimal("1234.5".parse().unwrap()).into());
    passes(&decimal("million_vnd"), &value("140"), Value::Decimal(Decimal::from_int(140)).into());
    fails(&decimal("million_vnd"), &value("1.234"), &["number-ambiguous@value"]);
    fails(&decimal("million_vnd"), &value("37,55"), &["entry-too-fine@value"]);
    fails(&decimal("million_vnd"), &value("-2"), &["entry-negative@value"]);
    fails(&decimal("percent"), &value("100,1"), &["entry-percent-over-hundred@value"]);
    passes(&decimal("percent"), &value("100"), Value::Decimal(Decimal::from_int(100)).into());
    passes(&decimal("percent_point"), &value("-0,4"), Value::Decimal("-0.4".parse().unwrap()).into());
}

#[test]
fn yes_and_no_are_read_as_people_write_them() {
    for yes in ["Có", "co", "x", "YES", "1", "đúng"] {
        passes(&flag(), &answer(yes), Value::Flag(true).into());
    }
    for no in ["không", "Khong", "no", "0", "k"] {
        passes(&flag(), &answer(no), Value::Flag(false).into());
    }
    fails(&flag(), &answer("có thể"), &["entry-not-a-flag@flag"]);
}

#[test]
fn blank_is_missing_and_not_applicable_is_its_own_state() {
    let not_applicable = RawCell { not_applicable: true, ..RawCell::default() };
    for measure in [share(), count(), decimal("percent"), flag()] {
        passes(&measure, &RawCell { numerator: " ", note: "chờ rà soát", ..RawCell::default() }, CellState::Missing);
        passes(&measure, &not_applicable, CellState::NotApplicable);
    }
    fails(&count(), &RawCell { value: "3", ..not_applicable }, &["entry-figure-and-not-applicable@value"]);
    fails(&count(), &parts("3", ""), &["entry-wrong-field@numerator"]);
}

#[test]
fn the_area_must_exist_at_the_end_of_the_period_and_the_successor_is_named() {
    let check = |id: &str, when: &str, expected: &str| {
        let wide = Measure { first_year: None, last_year: None, ..count() };
        let problems = entered(&wide, key(id, when), &value("3")).unwrap_err();
        assert_eq!(problems, [expected], "{id} in {when}");
    };
    check(
        "x19207",
        "2024",
        "entry-area-not-valid [area] area: Xã x19207 không còn vào ngày cuối kỳ (31/12/2024). Nhập cho Xã x19207.2024, là nơi tiếp nhận.",
    );
    check(
        "x19207.2025",
        "2018",
        "entry-area-not-valid [area] area: Xã x19207.2025 chưa được thành lập vào ngày cuối kỳ (31/12/2018). Nhập cho Xã x19207.2024, là địa bàn của thời kỳ đó.",
    );
    check(
        "x00001",
        "2018",
        "entry-area-unknown [area] area: Không có địa bàn mang mã “x00001”. Chọn địa bàn trong danh sách.",
    );
    check(
        "h456",
        "2018",
        "entry-wrong-level [area] area: Số liệu này do cấp xã báo cáo, “Huyện h456” là cấp huyện. Chọn đúng cấp báo cáo.",
    );
}

#[test]
fn the_period_must_be_asked_and_over() {
    let check = |measure: &Measure, when: &str, codes: &[&str]| {
        let problems = entered(measure, key("x19207", when), &value("3")).unwrap_err();
        let found: Vec<&str> = problems.iter().map(|problem| problem.split(' ').next().unwrap()).collect();
        assert_eq!(found, codes, "{when}");
    };
    check(&count(), "2015", &["entry-outside-window"]);
    check(&count(), "2018-Q3", &["entry-wrong-frequency"]);
    check(&count(), "2016..2020", &["entry-wrong-frequency"]);
    let published = Measure { collected_at: CollectedAt::Published, ..count() };
    check(&published, "2018", &["entry-not-collected", "entry-outside-window"]);
    let open = Measure { first_year: None, last_year: None, collected_at: CollectedAt::Province, ..count() };
    let problems = entered(&open, key("t44", "2026"), &value("3")).unwrap_err();
    assert_eq!(problems, ["entry-not-yet-over [period] period: năm 2026 chưa kết thúc. Nhập sau ngày 31/12/2026."]);
}

#[test]
fn a_breakdown_must_be_one_the_measure_asks() {
    let part = |id: &str| CellKey { breakdown: BreakdownId::new(id).unwrap(), ..key("x19207", "2018") };
    assert!(entered(&count(), part("women"), &value("3")).is_ok());
    assert!(entered(&count(), part("men"), &value("3")).is_err());
    assert_eq!(part("women").to_string(), "m/reported/x19207/2018/women");
    assert_eq!(part("women").total(), key("x19207", "2018"));
    assert_eq!(key("x19207", "2018").in_period(period("2019")), key("x19207", "2019"));
}

#[test]
fn every_problem_is_told_at_once() {
    let wrong = CellKey { breakdown: BreakdownId::new("men").unwrap(), ..key("h456", "2031") };
    assert_eq!(entered(&share(), wrong, &parts("ba", "0")).unwrap_err().len(), 5);
}

#[test]
fn odd_figures_are_pointed_out_and_never_refused() {
    let check = |measure: &Measure, now: Value, then: Option<Value>, expected: &[&str]| {
        let entry = CellEntry { key: key("x19207", "2018"), state: now.into(), note: None };
        let found: Vec<String> = warnings(measure, &entry, then.as_ref()).into_iter().map(|odd| odd.what).collect();
        assert_eq!(found, expected);
    };
    check(
        &count(),
        Value::Count(151),
        Some(Value::Count(100)),
        &["Số tăng hơn một nửa so với năm trước: từ 100 thành 151"],
    );
    check(&count(), Value::Count(150), Some(Value::Count(100)), &[]);
    check(
        &count(),
        Value::Count(49),
        Some(Value::Count(100)),
        &["Số giảm hơn một nửa so với năm trước: từ 100 thành 49"],
    );
    check(&count(), Value::Count(0), Some(Value::Count(7)), &["Số là 0, năm trước là 7"]);
    check(&count(), Value::Count(9), Some(Value::Count(0)), &[]);
    check(&count(), Value::Count(9), None, &[]);
    let share_of = |n, d| Value::ratio(n, d).unwrap();
    let both = [
        "Tử số giảm hơn một nửa so với năm trước: từ 90 thành 12",
        "Mẫu số tăng hơn một nửa so với năm trước: từ 100 thành 1.000",
    ];
    check(&share(), share_of(12, 1_000), Some(share_of(90, 100)), &both);
    let unbounded = Measure { bounded: false, ..share() };
    check(&unbounded, share_of(6, 5), None, &["Tỷ lệ là 120,0%, vượt 100%"]);
    let huge = Value::Decimal(Decimal::new(i64::MAX, 0).unwrap());
    check(
        &decimal("percent"),
        huge,
        Some(Value::Decimal(Decimal::new(-1, 18).unwrap())),
        &["Số tăng hơn một nửa so với năm trước: từ 0,00 thành 9.223.372.036.854.775.807"],
    );
    check(&flag(), Value::Flag(true), Some(Value::Flag(false)), &[]);
    let missing = CellEntry { key: key("x19207", "2018"), state: CellState::Missing, note: None };
    assert!(warnings(&count(), &missing, Some(&Value::Count(9))).is_empty());
}

#[test]
fn a_note_is_tidied_and_never_empty() {
    assert_eq!(Note::new("  đã  rà soát lại ").map(|note| note.to_string()).as_deref(), Some("đã rà soát lại"));
    assert_eq!(Note::new("   "), None);
}

proptest! {
    #[test]
    fn whole_numbers_are_read_back_as_they_are_printed(numerator in 0_i64..=MAX_COUNT, more in 0_i64..1_000) {
        let denominator = (numerator + more).clamp(1, MAX_COUNT);
        let numerator = numerator.min(denominator);
        let printed = |number| ansinh_kernel::number::format_count(number, ansinh_kernel::lang::Lang::Vi);
        let raw_texts = (printed(numerator), printed(denominator));
        let found = entered(&share(), key("x19207", "2018"), &parts(&raw_texts.0, &raw_texts.1));
        prop_assert_eq!(found, Ok(Value::ratio(numerator, denominator).unwrap().into()));
    }

    #[test]
    fn whatever_is_typed_never_panics(one in ".{0,12}", two in ".{0,12}", applies in any::<bool>()) {
        let raw = RawCell { numerator: &one, denominator: &two, value: &one, flag: &two, not_applicable: applies, note: &one };
        for measure in [share(), count(), decimal("percent"), flag()] {
            let _ = entered(&measure, key("x19207", "2018"), &raw);
            let _ = entered(&measure, key("x19207", "2018"), &parts(&one, &two));
            let _ = entered(&measure, key("x19207", "2018"), &value(&one));
        }
    }
}
