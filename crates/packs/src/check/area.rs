//! Checks of areas: versions in time, codes, parents, groups.

use std::collections::{HashMap, HashSet};

use ansinh_kernel::{
    area::{AreaCode, AreaId, AreaLevel},
    date::Validity,
};

use super::{Report, span::covers};
use crate::{
    area::Area,
    load::{Kind, UnitVersion},
    read::item::{Placed, Spot},
};

pub(super) fn check(report: &mut Report<'_>) {
    for unit in &report.draft.units {
        levels_agree(report, unit);
        parent_is_right(report, unit);
    }
    rows_are_sorted(report);
    versions_do_not_overlap(report);
    codes_do_not_overlap(report);
    containment_has_no_cycle(report);
    groups_are_complete(report);
    instruments_are_known(report);
}

/// The level stands four times: in the id, the column, the code and the kind.
fn levels_agree(report: &mut Report<'_>, unit: &Placed<UnitVersion>) {
    let UnitVersion { id, level, version } = &unit.value;
    let level = *level;
    let mend = "Sửa cho mã địa bàn, level, code và kind cùng nói một cấp";
    if id.level() != level {
        let what = format!("mã {id} không phải mã của cấp {level}");
        report.note(&unit.spot, "level", "area-level-mismatch", what, mend);
    }
    if version.kind.level() != level {
        let what = format!("loại {} không thuộc cấp {level}", version.kind);
        report.note(&unit.spot, "kind", "area-kind-mismatch", what, mend);
    }
    let has_code = !matches!(level, AreaLevel::Nation | AreaLevel::Group);
    match &version.code {
        Some(code) if !has_code || code.level() != level => {
            let what = format!("mã số {code} không phải mã của cấp {level}");
            report.note(&unit.spot, "code", "area-code-mismatch", what, mend);
        }
        None if has_code => {
            report.note(&unit.spot, "code", "area-code-missing", "thiếu mã số", "Ghi mã số của cơ quan thống kê")
        }
        _ => {}
    }
}

/// Every unit but the nation and the groups has a parent of a higher level that exists as long as it does.
fn parent_is_right(report: &mut Report<'_>, unit: &Placed<UnitVersion>) {
    let UnitVersion { id, level, version } = &unit.value;
    let Some(parent) = &version.parent else {
        if !matches!(level, AreaLevel::Nation | AreaLevel::Group) {
            report.note(
                &unit.spot,
                "parent",
                "area-parent-missing",
                "thiếu địa bàn cấp trên",
                "Ghi mã địa bàn cấp trên",
            );
        }
        return;
    };
    if !report.resolve(Kind::Area, parent.as_str(), &unit.spot, "parent") {
        return;
    }
    if parent.level() >= *level {
        let what = format!("{parent} không ở cấp trên của {id}");
        report.note(&unit.spot, "parent", "area-parent-level", what, "Ghi địa bàn cấp trên");
    }
    let Some(area) = report.tree.get(parent) else { return };
    if !covers(area.versions.iter().map(|version| &version.valid), &version.valid) {
        let what = format!("{parent} không tồn tại suốt thời gian của dòng này");
        let mend = "Sửa valid_from, valid_to, hoặc tách thành hai dòng với hai địa bàn cấp trên";
        report.note(&unit.spot, "parent", "area-parent-not-valid", what, mend);
    }
}

/// Rows stand in the order of id and beginning, so that a change shows as one line.
fn rows_are_sorted(report: &mut Report<'_>) {
    for pair in report.draft.units.windows(2) {
        let [before, after] = pair else { continue };
        let key = |unit: &UnitVersion| (unit.id.clone(), unit.version.valid.from());
        if key(&after.value) < key(&before.value) {
            let what = format!("{} đứng sau {}", after.value.id, before.value.id);
            report.note(&after.spot, "id", "rows-unsorted", what, "Xếp các dòng theo id rồi valid_from");
        }
    }
}

fn versions_do_not_overlap(report: &mut Report<'_>) {
    let mut by_id: HashMap<&AreaId, Vec<(Validity, &Spot)>> = HashMap::new();
    for unit in &report.draft.units {
        by_id.entry(&unit.value.id).or_default().push((unit.value.version.valid, &unit.spot));
    }
    for (id, mut versions) in by_id {
        versions.sort_by_key(|(valid, _)| valid.from());
        for pair in versions.windows(2) {
            let [(before, _), (after, spot)] = pair else { continue };
            if before.overlaps(after) {
                let what = format!("hai dòng của {id} trùng ngày nhau");
                report.note(
                    spot,
                    "valid_from",
                    "area-version-overlap",
                    what,
                    "Sửa valid_from và valid_to cho nối tiếp nhau",
                );
            } else if before.to() != after.from() {
                let what = format!("giữa hai dòng của {id} có khoảng trống");
                report.note(
                    spot,
                    "valid_from",
                    "area-version-gap",
                    what,
                    "Sửa valid_from và valid_to cho nối tiếp nhau",
                );
            }
        }
    }
}

/// No two units of one level bear one code on one day.
fn codes_do_not_overlap(report: &mut Report<'_>) {
    type Bearer<'a> = (Validity, &'a Placed<UnitVersion>);
    let mut by_code: HashMap<(AreaLevel, &AreaCode), Vec<Bearer<'_>>> = HashMap::new();
    for unit in &report.draft.units {
        if let Some(code) = &unit.value.version.code {
            by_code.entry((unit.value.level, code)).or_default().push((unit.value.version.valid, unit));
        }
    }
    for ((_, code), mut bearers) in by_code {
        bearers.sort_by_key(|(valid, _)| valid.from());
        for pair in bearers.windows(2) {
            let [(before, first), (after, second)] = pair else { continue };
            if first.value.id != second.value.id && before.overlaps(after) {
                let what = format!("mã số {code} cùng lúc là của {} và {}", first.value.id, second.value.id);
                report.note(&second.spot, "code", "area-code-overlap", what, "Sửa mã số hoặc ngày của một trong hai");
            }
        }
    }
}

/// No two areas lie in each other.
fn containment_has_no_cycle(report: &mut Report<'_>) {
    let tree = report.tree;
    let in_cycle = |area: &&Area| {
        let mut containers = tree.containers(&area.id).iter();
        containers.any(|outer| *outer > area.id && tree.contains(&area.id, outer))
    };
    let circular: Vec<&AreaId> = tree.all().iter().filter(in_cycle).map(|area| &area.id).collect();
    for id in circular {
        let Some(unit) = report.draft.units.iter().find(|unit| &unit.value.id == id) else { continue };
        let what = format!("{id} nằm trong một vòng: nó chứa địa bàn đang chứa nó");
        let mend = "Xem lại địa bàn cấp trên, dòng kế thừa và thành viên nhóm của nó";
        report.note(&unit.spot, "id", "area-containment-cycle", what, mend);
    }
}

/// Every group has a row of names and a row of days, and members that are known.
fn groups_are_complete(report: &mut Report<'_>) {
    let draft = report.draft;
    report.unique(&draft.groups, "id", |(id, _)| id.as_str());
    for group in &draft.groups {
        report.resolve(Kind::Area, group.value.0.as_str(), &group.spot, "id");
    }
    for unit in draft.units.iter().filter(|unit| unit.value.level == AreaLevel::Group) {
        report.resolve(Kind::Group, unit.value.id.as_str(), &unit.spot, "id");
    }
    let mut seen = HashSet::new();
    for member in &draft.group_members {
        let (group, inner) = &member.value;
        report.resolve(Kind::Area, group.as_str(), &member.spot, "group");
        report.resolve(Kind::Area, inner.as_str(), &member.spot, "member");
        if group.level() != AreaLevel::Group {
            let what = format!("{group} không phải nhóm");
            report.note(&member.spot, "group", "group-expected", what, "Ghi mã nhóm, bắt đầu bằng g-");
        }
        if !seen.insert(&member.value) {
            let what = format!("{inner} đã là thành viên của {group}");
            report.note(&member.spot, "member", "group-member-twice", what, "Bỏ một trong hai dòng");
        }
    }
}

/// Every number of a document names a document of ours; one problem for each number, however many rows cite it.
fn instruments_are_known(report: &mut Report<'_>) {
    let draft = report.draft;
    let mut seen = HashSet::new();
    let units = draft.units.iter().map(|unit| (&unit.value.version.instrument, &unit.spot));
    let successions = draft.successions.iter().map(|one| (&one.value.instrument, &one.spot));
    for (instrument, spot) in units.chain(successions) {
        if let Some(number) = instrument
            && seen.insert(number)
        {
            report.resolve(Kind::DocumentNumber, number, spot, "instrument");
        }
    }
}
