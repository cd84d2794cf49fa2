//! Small packs for the tests of this crate: areas from short lines, measures from what matters about them.

use ansinh_kernel::{
    area::{AreaId, AreaLevel},
    figure::LegalStatus,
    id::{BreakdownId, IndicatorId, MeasureId, UnitId},
    lang::Bilingual,
    period::{Frequency, Period},
};
use ansinh_packs::{
    Pack, PackFiles,
    area::AreaTree,
    indicator::{Breakdown, CollectedAt, Measure, PlaceRollUp, Shape, TimeRollUp},
};

pub(crate) fn area(text: &str) -> AreaId {
    AreaId::new(text).unwrap()
}

pub(crate) fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// A tree from lines: `id parent from to` for a version (`-` for nothing), `date: from > to` for whole territory
/// that passed, `group: member` for a group's member. Names are the ids.
pub(crate) fn areas(lines: &str) -> AreaTree {
    let (mut units, mut successions, mut members) = (Vec::new(), Vec::new(), Vec::new());
    let mut groups = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some((date, from, to)) = succession(line) {
            successions.push(format!("{date},{from},{to},merge,1,,kiểm thử,unverified"));
        } else if let Some((group, member)) = line.split_once(": ") {
            members.push(format!("{group},{member}"));
        } else {
            let words: Vec<&str> = line.split_whitespace().map(|word| if word == "-" { "" } else { word }).collect();
            let [id, parent, from, to] = words[..] else { panic!("not a line of areas: {line}") };
            let (level, kind, code) = told_by(id);
            units.push(format!("{id},{level},{code},{id},{kind},{parent},{from},{to},,unverified"));
            if level == AreaLevel::Group {
                groups.push(format!("{id},{id},{id},Nhóm,Group,"));
            }
        }
    }
    for list in [&mut units, &mut successions, &mut members, &mut groups] {
        list.sort();
    }
    let table = |header: &str, rows: &[String]| format!("{header}\n{}\n", rows.join("\n"));
    let files = PackFiles::new()
        .with(
            "vn/areas/units.csv",
            table("id,level,code,name,kind,parent,valid_from,valid_to,instrument,status", &units),
        )
        .with("vn/areas/successions.csv", table("date,from,to,kind,share,instrument,evidence,status", &successions))
        .with("vn/areas/groups.csv", table("id,name_vi,name_en,note_vi,note_en,founded", &groups))
        .with("vn/areas/group_members.csv", table("group,member", &members));
    Pack::from_files(files).unwrap_or_else(|problems| panic!("{problems}")).areas
}

fn succession(line: &str) -> Option<(&str, &str, &str)> {
    let (date, passed) = line.split_once(": ")?;
    let (from, to) = passed.split_once(" > ")?;
    Some((date, from, to))
}

fn told_by(id: &str) -> (AreaLevel, &'static str, &str) {
    let level = area(id).level();
    let kind = match level {
        AreaLevel::Nation => "quoc_gia",
        AreaLevel::Province => "tinh",
        AreaLevel::District => "huyen",
        AreaLevel::Commune => "xa",
        AreaLevel::Group => "nhom",
    };
    let coded = matches!(level, AreaLevel::Province | AreaLevel::District | AreaLevel::Commune);
    let code = if coded { id[1..].split('.').next().unwrap_or_default() } else { "" };
    (level, kind, code)
}

/// A measure of the communes, collected from 2016 to 2020.
pub(crate) fn measure(shape: Shape, per_time: TimeRollUp, frequency: Frequency) -> Measure {
    let text = |text: &str| Bilingual::new(text, text);
    Measure {
        id: MeasureId::new("m").unwrap(),
        indicator: IndicatorId::new("i").unwrap(),
        name: text("m"),
        concept: text("m"),
        shape,
        unit: UnitId::new(if shape == Shape::Count { "person" } else { "percent" }).unwrap(),
        numerator: None,
        denominator: None,
        per_place: PlaceRollUp::Sum,
        per_time,
        collected_at: CollectedAt::Commune,
        frequency,
        first_year: "2016".parse().ok(),
        last_year: "2020".parse().ok(),
        due_days: Some(45),
        owner: None,
        people: true,
        bounded: true,
        sensitive: false,
        status: LegalStatus::Unverified,
        source: None,
        breakdowns: vec![Breakdown { id: BreakdownId::new("women").unwrap(), name: text("women") }],
    }
}
