//! The checks of one typed figure: whether this area answers for this measure in this period, and whether the
//! texts are a value of its shape. Every problem is found at once, each with what to do about it.

use ansinh_kernel::{
    area::AreaLevel,
    date::Date,
    figure::CellState,
    lang::Lang,
    period::{Frequency, Period},
    problem::{Place, Problem, Problems},
};
use ansinh_packs::{
    area::{Area, AreaTree},
    indicator::{CollectedAt, Measure},
};

use super::{
    cell::{CellEntry, CellKey, Note},
    typed::{RawCell, read_state},
};

/// Checks one typed figure. Blank texts are a missing figure, which is no problem here: a sheet decides whether it
/// may be submitted with gaps.
///
/// # Errors
/// Every problem of the cell, with the field it is in.
pub fn check_entry(
    measure: &Measure,
    areas: &AreaTree,
    key: CellKey,
    raw: &RawCell,
    today: Date,
) -> Result<CellEntry, Problems> {
    let mut problems = Problems::new();
    problems.extend(check_area(measure, areas, &key));
    problems.extend(check_period(measure, key.period, today));
    problems.extend(check_breakdown(measure, &key));
    let state = read_state(measure, raw, &mut problems).unwrap_or(CellState::Missing);
    problems.into_result(CellEntry { key, state, note: Note::new(raw.note) })
}

/// Whether this area answers for the measure on the last day of the period.
fn check_area(measure: &Measure, areas: &AreaTree, key: &CellKey) -> Option<Problem> {
    let place = Place::nowhere().field("area");
    let Some(area) = areas.get(&key.area) else {
        let what = format!("Không có địa bàn mang mã “{}”", key.area);
        return Some(Problem::new("entry-area-unknown", what, "Chọn địa bàn trong danh sách").at(place));
    };
    if measure.collected_at == CollectedAt::Published {
        let what = "Chỉ tiêu này chỉ lấy từ ấn phẩm, không nhập tại đây";
        return Some(Problem::new("entry-not-collected", what, "Bỏ ô này").at(place));
    }
    let asked = level_of(measure.collected_at);
    if asked.is_some_and(|level| level != area.level) {
        let what = format!(
            "Số liệu này do {} báo cáo, “{}” là {}",
            measure.collected_at.name(Lang::Vi),
            name_of(area, key.period.last_day()),
            area.level.name(Lang::Vi),
        );
        return Some(Problem::new("entry-wrong-level", what, "Chọn đúng cấp báo cáo").at(place));
    }
    check_exists(areas, area, key.period).map(|problem| problem.at(place))
}

/// An area answers for a period when it exists on its last day; else its successors, or its predecessors, do.
fn check_exists(areas: &AreaTree, area: &Area, period: Period) -> Option<Problem> {
    let day = period.last_day();
    if area.exists_on(day) {
        return None;
    }
    let ended = area.latest().valid.to().is_some_and(|to| to <= day);
    let links = if ended { areas.successors(&area.id) } else { areas.predecessors(&area.id) };
    let others = links.iter().map(|link| if ended { &link.to } else { &link.from });
    let names: Vec<String> = others.filter_map(|id| areas.get(id)).map(|other| name_of(other, day)).collect();
    let what = format!(
        "{} {} vào ngày cuối kỳ ({})",
        name_of(area, day),
        if ended { "không còn" } else { "chưa được thành lập" },
        day.format(Lang::Vi),
    );
    let mend = match (names.is_empty(), ended) {
        (true, _) => "Chọn địa bàn có hiệu lực vào ngày cuối kỳ".to_owned(),
        (false, true) => format!("Nhập cho {}, là nơi tiếp nhận", names.join(", ")),
        (false, false) => format!("Nhập cho {}, là địa bàn của thời kỳ đó", names.join(", ")),
    };
    Some(Problem::new("entry-area-not-valid", what, mend))
}

fn name_of(area: &Area, day: Date) -> String {
    area.full_name_on(day, Lang::Vi)
}

/// The level that answers; none when only publications do.
pub(crate) const fn level_of(collected_at: CollectedAt) -> Option<AreaLevel> {
    match collected_at {
        CollectedAt::Commune => Some(AreaLevel::Commune),
        CollectedAt::District => Some(AreaLevel::District),
        CollectedAt::Province => Some(AreaLevel::Province),
        CollectedAt::Nation => Some(AreaLevel::Nation),
        CollectedAt::Published => None,
    }
}

fn check_period(measure: &Measure, period: Period, today: Date) -> Vec<Problem> {
    let place = || Place::nowhere().field("period");
    let spoken = period.format(Lang::Vi);
    let mut problems = Vec::new();
    if period.frequency() != Some(measure.frequency) {
        let what = format!("Số liệu này thu thập theo {}, không phải {spoken}", per(measure.frequency));
        problems.push(Problem::new("entry-wrong-frequency", what, "Chọn kỳ đúng loại").at(place()));
    }
    if !measure.is_collected_in(period.first_year()) || !measure.is_collected_in(period.last_year()) {
        let what = format!("Không thu thập số liệu này cho {spoken}");
        let mend = format!("Chọn kỳ trong {}", window(measure));
        problems.push(Problem::new("entry-outside-window", what, mend).at(place()));
    }
    if period.last_day() >= today {
        let what = format!("{spoken} chưa kết thúc");
        let mend = format!("Nhập sau ngày {}", period.last_day().format(Lang::Vi));
        problems.push(Problem::new("entry-not-yet-over", what, mend).at(place()));
    }
    problems
}

const fn per(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Month => "tháng",
        Frequency::Quarter => "quý",
        Frequency::Year => "năm",
    }
}

fn window(measure: &Measure) -> String {
    match (measure.first_year, measure.last_year) {
        (Some(first), Some(last)) => format!("các năm {first}–{last}"),
        (Some(first), None) => format!("các năm từ {first}"),
        (None, Some(last)) => format!("các năm đến {last}"),
        (None, None) => "các năm thu thập".to_owned(),
    }
}

fn check_breakdown(measure: &Measure, key: &CellKey) -> Option<Problem> {
    if key.breakdown.is_total() || measure.breakdown(&key.breakdown).is_some() {
        return None;
    }
    let what = format!("Số liệu này không có phân tổ “{}”", key.breakdown);
    let problem = Problem::new("entry-unknown-breakdown", what, "Chọn phân tổ trong danh sách");
    Some(problem.at(Place::nowhere().field("breakdown")))
}
