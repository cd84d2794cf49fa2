//! Checks of indicators and measures.

use std::collections::HashSet;

use ansinh_kernel::id::IndicatorId;

use super::Report;
use crate::{
    indicator::{CollectedAt, Measure, Shape},
    load::Kind,
    read::item::Placed,
};

pub(super) fn check(report: &mut Report<'_>) {
    let draft = report.draft;
    report.unique(&draft.indicators, "id", |indicator| indicator.id.as_str());
    report.unique(&draft.measures, "id", |measure| measure.id.as_str());
    for measure in &draft.measures {
        references_resolve(report, measure);
        collection_is_complete(report, measure);
        breakdowns_are_unique(report, measure);
        numbers_are_people(report, measure);
    }
    for indicator in &draft.indicators {
        report.resolve(Kind::Unit, indicator.value.unit.as_str(), &indicator.spot, "unit");
    }
    every_indicator_is_measured(report);
}

/// Every indicator has a measure. When some measure could not be read, it may be the one, and nothing is said.
fn every_indicator_is_measured(report: &mut Report<'_>) {
    let draft = report.draft;
    if draft.measures.len() < draft.declared.count(Kind::Measure) {
        return;
    }
    let measured: HashSet<&IndicatorId> = draft.measures.iter().map(|measure| &measure.value.indicator).collect();
    for indicator in &draft.indicators {
        if !measured.contains(&indicator.value.id) {
            let what = format!("chỉ số {} chưa có cách đo nào", indicator.value.id);
            report.note(&indicator.spot, "id", "indicator-without-measure", what, "Thêm ít nhất một [[measure]]");
        }
    }
}

fn references_resolve(report: &mut Report<'_>, measure: &Placed<Measure>) {
    let (spot, value) = (&measure.spot, &measure.value);
    report.resolve(Kind::Indicator, value.indicator.as_str(), spot, "indicator");
    report.resolve(Kind::Unit, value.unit.as_str(), spot, "unit");
    report.resolve_some(Kind::Agency, value.owner.as_ref(), spot, "owner");
    report.resolve_some(Kind::Source, value.source.as_ref(), spot, "source");
}

/// What the desk collects says since when, by when and for whom; what it does not collect says none of it.
fn collection_is_complete(report: &mut Report<'_>, measure: &Placed<Measure>) {
    let (spot, value) = (&measure.spot, &measure.value);
    let fields = [
        ("from", value.first_year.is_some()),
        ("due_days", value.due_days.is_some()),
        ("owner", value.owner.is_some()),
    ];
    let is_collected = value.collected_at != CollectedAt::Published;
    for (field, given) in fields {
        if is_collected && !given {
            let what = format!("cách đo do cơ quan báo cáo phải có {field}");
            report.note(spot, field, "measure-collection-missing", what, format!("Thêm dòng {field} = …"));
        } else if !is_collected && given {
            let what = format!("cách đo chỉ có trong ấn phẩm không có {field}");
            report.note(spot, field, "measure-collection-unasked", what, "Bỏ dòng này, hoặc đổi collected_at");
        }
    }
    if value.first_year.zip(value.last_year).is_some_and(|(first, last)| first > last) {
        report.note(spot, "to", "years-reversed", "năm cuối đứng trước năm đầu", "Đổi lại from và to");
    }
}

fn breakdowns_are_unique(report: &mut Report<'_>, measure: &Placed<Measure>) {
    let mut seen = HashSet::new();
    for (index, breakdown) in measure.value.breakdowns.iter().enumerate() {
        if !seen.insert(&breakdown.id) {
            let field = format!("breakdowns/{index}/id");
            let what = format!("“{}” đã có ở một mục trước", breakdown.id);
            report.note(&measure.spot, &field, "id-twice", what, "Đổi mã, hoặc bỏ một trong hai mục");
        }
    }
}

/// Only counts and shares can be small cells of people.
fn numbers_are_people(report: &mut Report<'_>, measure: &Placed<Measure>) {
    if measure.value.people && matches!(measure.value.shape, Shape::Flag | Shape::Decimal { .. }) {
        let what = "people = true chỉ dùng cho số đếm và tỷ lệ";
        report.note(&measure.spot, "people", "measure-shape-fields", what, "Ghi people = false, hoặc đổi shape");
    }
}
