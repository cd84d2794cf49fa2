//! Checks of targets and aims: measures that fit their kind, deadlines in the plan's years, numbers in order.

use ansinh_kernel::{
    date::Year,
    decimal::Decimal,
    id::{IndicatorId, MeasureId},
    ratio::Ratio,
};

use super::{
    Report,
    plan::{Scope, clause_is_known, duties_are_right},
};
use crate::{
    indicator::{Measure, Shape},
    load::Kind,
    read::item::{Placed, Spot},
    target::{Target, TargetKind},
};

pub(super) fn check(report: &mut Report<'_>, scope: Scope<'_>) {
    report.unique(&scope.plan.targets, "id", |target| target.id.as_str());
    report.unique(&scope.plan.aims, "id", |aim| aim.id.as_str());
    for target in &scope.plan.targets {
        let (spot, value) = (&target.spot, &target.value);
        clause_is_known(report, scope, &value.clause, spot, "clause");
        measures_belong(report, &value.indicator, &value.measures, &value.companions, spot);
        duties_are_right(report, scope, &value.agencies, spot);
        year_is_in_plan(report, scope, value.deadline, spot, "deadline");
        kind_fits_measures(report, target);
        numbers_are_in_order(report, scope, target);
        baseline_is_right(report, target);
    }
    for aim in &scope.plan.aims {
        let (spot, value) = (&aim.spot, &aim.value);
        clause_is_known(report, scope, &value.clause, spot, "clause");
        measures_belong(report, &value.indicator, &value.measures, &value.companions, spot);
        duties_are_right(report, scope, &value.agencies, spot);
        if scope.period.is_some_and(|period| value.base_year > period.last_year()) {
            let what = format!("năm gốc {} sau khi kế hoạch kết thúc", value.base_year);
            report.note(spot, "base_year", "base-year-after-plan", what, "Ghi năm trước hoặc trong giai đoạn kế hoạch");
        }
    }
}

/// The measures that judge are measures of the indicator itself; companions may be of another.
fn measures_belong(
    report: &mut Report<'_>,
    indicator: &IndicatorId,
    measures: &[MeasureId],
    companions: &[MeasureId],
    spot: &Spot,
) {
    report.resolve(Kind::Indicator, indicator.as_str(), spot, "indicator");
    for (index, id) in companions.iter().enumerate() {
        report.resolve(Kind::Measure, id.as_str(), spot, &format!("companions/{index}"));
    }
    for (index, id) in measures.iter().enumerate() {
        let field = format!("measures/{index}");
        report.resolve(Kind::Measure, id.as_str(), spot, &field);
        let Some(measure) = report.draft.measure(id) else { continue };
        let both_known =
            [indicator, &measure.indicator].iter().all(|id| report.draft.declared.has(Kind::Indicator, id.as_str()));
        if both_known && &measure.indicator != indicator {
            let what = format!("cách đo {id} thuộc chỉ số {}, không phải {indicator}", measure.indicator);
            let mend = "Chọn cách đo của chính chỉ số này, hoặc chuyển sang companions";
            report.note(spot, &field, "measure-foreign", what, mend);
        }
    }
}

fn year_is_in_plan(report: &mut Report<'_>, scope: Scope<'_>, year: Year, spot: &Spot, field: &str) {
    let Some(period) = scope.period else { return };
    if year < period.first_year() || year > period.last_year() {
        let what = format!("năm {year} nằm ngoài giai đoạn {period} của kế hoạch");
        report.note(spot, field, "year-outside-plan", what, "Ghi năm trong giai đoạn của kế hoạch");
    }
}

/// Whether a measure of this shape can answer for a target of this kind.
fn shape_fits(kind: &TargetKind, shape: Shape) -> bool {
    match kind {
        TargetKind::EveryArea { .. } => shape == Shape::Flag,
        TargetKind::Cumulative { .. } | TargetKind::Count { .. } | TargetKind::Approximate { .. } => {
            matches!(shape, Shape::Count | Shape::Decimal { .. })
        }
        TargetKind::YearlyFall { .. } | TargetKind::Relative { .. } | TargetKind::ShareNoFigure { .. } => {
            matches!(shape, Shape::Ratio | Shape::Decimal { .. })
        }
        TargetKind::Level { .. } | TargetKind::Limit { .. } => true,
        TargetKind::Range { .. } => shape != Shape::Flag,
    }
}

fn kind_fits_measures(report: &mut Report<'_>, target: &Placed<Target>) {
    let value = &target.value;
    for (index, id) in value.measures.iter().enumerate() {
        let Some(measure) = report.draft.measure(id) else { continue };
        if !shape_fits(&value.kind, measure.shape) {
            let what = format!("cách đo {id} không hợp với loại chỉ tiêu này");
            let mend = "Đổi type của kind, hoặc chọn cách đo có shape phù hợp";
            report.note(&target.spot, &format!("measures/{index}"), "target-shape", what, mend);
        }
    }
    let primary = value.primary_measure().and_then(|id| report.draft.measure(id));
    if let Some(measure) = primary.filter(|measure| shape_fits(&value.kind, measure.shape)) {
        for (field, number) in numbers(&value.kind) {
            if over_hundred(measure, number.to_ratio()) {
                let what = format!("ngưỡng {number} vượt quá 100 %");
                report.note(&target.spot, &format!("kind/{field}"), "target-over-100", what, "Ghi số không quá 100");
            }
        }
    }
    if let TargetKind::Relative { to, .. } = &value.kind {
        report.resolve(Kind::Area, to.as_str(), &target.spot, "kind/to");
    }
}

/// Whether a value in the unit of the measure is a share of more than everything.
pub(super) fn over_hundred(measure: &Measure, value: Ratio) -> bool {
    measure.bounded && value > Ratio::from_int(100)
}

/// The numbers of a kind by their keys.
fn numbers(kind: &TargetKind) -> Vec<(&'static str, Decimal)> {
    match kind {
        TargetKind::Level { value, .. } | TargetKind::Limit { value, .. } | TargetKind::Count { value, .. } => {
            vec![("value", *value)]
        }
        TargetKind::Cumulative { total, yearly, .. } => vec![("total", *total), ("yearly", *yearly)],
        TargetKind::Range { low, high, .. } | TargetKind::YearlyFall { low, high } => {
            vec![("low", *low), ("high", *high)]
        }
        TargetKind::Approximate { value, .. } => vec![("value", *value)],
        TargetKind::Relative { .. } | TargetKind::EveryArea { .. } | TargetKind::ShareNoFigure { .. } => Vec::new(),
    }
}

fn numbers_are_in_order(report: &mut Report<'_>, scope: Scope<'_>, target: &Placed<Target>) {
    let spot = &target.spot;
    match &target.value.kind {
        TargetKind::Range { low, high, .. } | TargetKind::YearlyFall { low, high } if low > high => {
            let what = format!("mức thấp {low} lớn hơn mức cao {high}");
            report.note(spot, "kind/low", "target-range-reversed", what, "Đổi lại low và high");
        }
        TargetKind::Cumulative { first, last, .. } => {
            year_is_in_plan(report, scope, *first, spot, "kind/first");
            year_is_in_plan(report, scope, *last, spot, "kind/last");
            if first > last {
                report.note(
                    spot,
                    "kind/last",
                    "years-reversed",
                    "năm cuối đứng trước năm đầu",
                    "Đổi lại first và last",
                );
            }
        }
        _ => {}
    }
}

fn baseline_is_right(report: &mut Report<'_>, target: &Placed<Target>) {
    let (spot, value) = (&target.spot, &target.value);
    let Some(baseline) = &value.baseline else { return };
    report.resolve(Kind::Measure, baseline.measure.as_str(), spot, "baseline/measure");
    report.resolve(Kind::Source, baseline.source.as_str(), spot, "baseline/source");
    if !value.measures.contains(&baseline.measure) {
        let what = format!("{} không nằm trong measures của chỉ tiêu", baseline.measure);
        let mend = "Ghi số gốc theo một trong các cách đo dùng để đánh giá";
        report.note(spot, "baseline/measure", "baseline-measure", what, mend);
    }
    if baseline.year >= value.deadline {
        let what = format!("năm gốc {} không trước hạn {}", baseline.year, value.deadline);
        report.note(spot, "baseline/year", "baseline-year", what, "Ghi năm trước hạn");
    }
}
