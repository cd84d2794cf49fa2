//! Checks of published figures and gaps: known measures, areas that existed, shares of at most everything.

use std::collections::HashSet;

use ansinh_kernel::{area::AreaId, figure::Value, id::MeasureId, lang::Lang, period::Period};

use super::{Report, target::over_hundred};
use crate::{
    load::{FigureDraft, Kind, Territory},
    read::item::{Placed, Spot},
};

pub(super) fn check(report: &mut Report<'_>) {
    let draft = report.draft;
    report.unique(&draft.publication_sources, "id", |source| source.id.as_str());
    for figure in draft.figures.iter().chain(&draft.outside_figures) {
        figure_is_right(report, figure);
    }
    figures_stand_once(report);
    for gap in &draft.missing {
        report.resolve(Kind::Measure, gap.value.measure.as_str(), &gap.spot, "measure");
        for (index, period) in gap.value.periods.iter().enumerate() {
            area_existed(report, &gap.value.area, *period, &gap.spot, ("area", &format!("periods/{index}")));
        }
    }
}

fn figure_is_right(report: &mut Report<'_>, figure: &Placed<FigureDraft>) {
    let (spot, value) = (&figure.spot, &figure.value);
    report.resolve(Kind::Source, value.source.as_str(), spot, "source");
    if let Territory::Area(area) = &value.territory {
        area_existed(report, area, value.period, spot, ("area", "area"));
    }
    report.resolve(Kind::Measure, value.measure.as_str(), spot, "measure");
    let Some(measure) = report.draft.measure(&value.measure) else { return };
    if !value.breakdown.is_total() && measure.breakdown(&value.breakdown).is_none() {
        let what = format!("cách đo {} không có phần “{}”", measure.id, value.breakdown);
        let mend = "Sửa breakdown, hoặc thêm vào breakdowns của cách đo";
        report.note(spot, "breakdown", "breakdown-unknown", what, mend);
    }
    let Some(number) = value.value else { return };
    if over_hundred(measure, number.to_ratio()) {
        let what = format!("{} % vượt quá 100 %", number.to_ratio().format(Lang::Vi, 2));
        let mend = "Kiểm tra lại số; nếu đúng là có thể vượt, ghi bounded = false ở cách đo";
        report.note(spot, "value", "percent-over-100", what, mend);
    }
    if matches!(number, Value::Count(count) if count < 0) {
        report.note(spot, "value", "count-negative", "số đếm âm", "Ghi số từ 0 trở lên");
    }
}

/// An area has figures only for periods on whose last day it existed.
fn area_existed(report: &mut Report<'_>, area: &AreaId, period: Period, spot: &Spot, fields: (&str, &str)) {
    if !report.resolve(Kind::Area, area.as_str(), spot, fields.0) {
        return;
    }
    let day = period.last_day();
    if report.tree.get(area).is_none_or(|area| area.exists_on(day)) {
        return;
    }
    let then = units_then(report, area, period);
    let what = format!("{area} không tồn tại vào {}, ngày cuối của kỳ {period}", day.format(Lang::Vi));
    let mend = if then.is_empty() {
        "Ghi địa bàn tồn tại khi ấy".to_owned()
    } else {
        format!("Khi ấy là: {}", then.join("; "))
    };
    report.note(spot, fields.1, "area-not-valid", what, mend);
}

/// The units of the same level that stood there at the end of the period: with the same code, or on the same
/// land. At most five.
fn units_then(report: &Report<'_>, area: &AreaId, period: Period) -> Vec<String> {
    let (tree, day) = (report.tree, period.last_day());
    let level = area.level();
    let code = tree.get(area).and_then(|area| area.latest().code.as_ref());
    let same_code = code.and_then(|code| tree.find(level, code, day));
    let same_land = tree.containers(area).iter().chain(tree.members(area)).filter(|other| other.level() == level);
    let mut units: Vec<&AreaId> = same_code.into_iter().collect();
    for other in same_land {
        if !units.contains(&other) && tree.version_on(other, day).is_some() {
            units.push(other);
        }
    }
    let name = |id: &&AreaId| tree.get(id).map(|area| format!("{id} ({})", area.full_name_on(day, Lang::Vi)));
    units.iter().take(5).filter_map(name).collect()
}

/// One source says one number for a cell.
fn figures_stand_once(report: &mut Report<'_>) {
    type Cell<'a> = (&'a MeasureId, &'a AreaId, Period, &'a str, &'a str);
    let mut seen: HashSet<Cell<'_>> = HashSet::new();
    for figure in &report.draft.figures {
        let value = &figure.value;
        let Territory::Area(area) = &value.territory else { continue };
        let cell = (&value.measure, area, value.period, value.breakdown.as_str(), value.source.as_str());
        if !seen.insert(cell) {
            let what = format!("nguồn {} đã có số cho ô này ở một dòng trước", value.source);
            let mend = "Bỏ một dòng, hoặc ghi breakdown khác";
            report.note(&figure.spot, "source", "figure-twice", what, mend);
        }
    }
}
