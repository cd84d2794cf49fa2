//! Reads targets, aims and the duties of agencies.

use ansinh_kernel::date::Year;

use super::{
    Loader,
    document::{both, both_or_none},
    plan_folder,
};
use crate::{
    files::{
        FileKind,
        target::{AimItem, BaselineItem, DutyItem, KindItem, TargetItem, YesNo},
    },
    read::item::Reader,
    target::{AgencyDuty, Aim, Baseline, Target, TargetKind},
};

pub(super) fn targets(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Targets, path, text);
    let targets = loader.items(&file, "target", target);
    loader.draft.plans.entry(plan_folder(path).to_owned()).or_default().targets = targets;
}

pub(super) fn aims(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Aims, path, text);
    let aims = loader.items(&file, "aim", aim);
    loader.draft.plans.entry(plan_folder(path).to_owned()).or_default().aims = aims;
}

fn target(reader: &mut Reader<'_>, item: TargetItem) -> Option<Target> {
    let id = reader.parse("id", &item.id);
    let clause = reader.parse("clause", &item.clause);
    let indicator = reader.parse("indicator", &item.indicator);
    let reading = both_or_none(reader, "reading", item.reading_vi, item.reading_en);
    let deadline = year(reader, "deadline", item.deadline);
    let measures = reader.parse_list("measures", &item.measures);
    let companions = reader.parse_list("companions", &item.companions);
    let kind = kind(&mut reader.part("kind"), item.kind);
    let baseline = match item.baseline {
        Some(item) => baseline(&mut reader.part("baseline"), item).map(Some),
        None => Some(None),
    };
    let agencies = duties(reader, item.agency);
    Some(Target {
        id: id?,
        clause: clause?,
        indicator: indicator?,
        title: both(item.title_vi, item.title_en),
        says: both(item.says_vi, item.says_en),
        reading: reading?,
        deadline: deadline?,
        measures: measures?,
        companions: companions?,
        kind: kind?,
        baseline: baseline?,
        agencies: agencies?,
    })
}

fn kind(reader: &mut Reader<'_>, item: KindItem) -> Option<TargetKind> {
    Some(match item {
        KindItem::Level { bound, value } => TargetKind::Level { bound, value: reader.parse("value", value)? },
        KindItem::Limit { bound, value } => TargetKind::Limit { bound, value: reader.parse("value", value)? },
        KindItem::Count { bound, value } => TargetKind::Count { bound, value: reader.parse("value", value)? },
        KindItem::Cumulative { bound, total, yearly, first, last } => {
            let (total, yearly) = (reader.parse("total", total), reader.parse("yearly", yearly));
            let (first, last) = (year(reader, "first", first), year(reader, "last", last));
            TargetKind::Cumulative { bound, total: total?, yearly: yearly?, first: first?, last: last? }
        }
        KindItem::Range { low, high, direction } => {
            let (low, high) = (reader.parse("low", low), reader.parse("high", high));
            TargetKind::Range { low: low?, high: high?, direction }
        }
        KindItem::YearlyFall { low, high } => {
            let (low, high) = (reader.parse("low", low), reader.parse("high", high));
            TargetKind::YearlyFall { low: low?, high: high? }
        }
        KindItem::Relative { bound, to } => TargetKind::Relative { bound, to: reader.parse("to", to)? },
        KindItem::Approximate { value, tolerance_percent } => {
            let value = reader.parse("value", value);
            let tolerance_percent = reader.parse("tolerance_percent", tolerance_percent);
            TargetKind::Approximate { value: value?, tolerance_percent: tolerance_percent? }
        }
        KindItem::EveryArea { wanted } => TargetKind::EveryArea { wanted: wanted == YesNo::Yes },
        KindItem::ShareNoFigure { bound } => TargetKind::ShareNoFigure { bound },
    })
}

fn baseline(reader: &mut Reader<'_>, item: BaselineItem) -> Option<Baseline> {
    let year = year(reader, "year", item.year);
    let value = reader.parse("value", &item.value);
    let measure = reader.parse("measure", &item.measure);
    let status = reader.parse("status", &item.status);
    let source = reader.parse("source", &item.source);
    Some(Baseline { year: year?, value: value?, measure: measure?, status: status?, source: source? })
}

fn aim(reader: &mut Reader<'_>, item: AimItem) -> Option<Aim> {
    let id = reader.parse("id", &item.id);
    let clause = reader.parse("clause", &item.clause);
    let indicator = reader.parse("indicator", &item.indicator);
    let reading = both_or_none(reader, "reading", item.reading_vi, item.reading_en);
    let base_year = year(reader, "base_year", item.base_year);
    let measures = reader.parse_list("measures", &item.measures);
    let companions = reader.parse_list("companions", &item.companions);
    let agencies = duties(reader, item.agency);
    Some(Aim {
        id: id?,
        clause: clause?,
        indicator: indicator?,
        title: both(item.title_vi, item.title_en),
        says: both(item.says_vi, item.says_en),
        reading: reading?,
        direction: item.direction,
        base_year: base_year?,
        measures: measures?,
        companions: companions?,
        agencies: agencies?,
    })
}

/// The duties under `agency`, or `None` after a problem in any of them.
pub(super) fn duties(reader: &mut Reader<'_>, items: Vec<DutyItem>) -> Option<Vec<AgencyDuty>> {
    let read = |(index, item)| duty(&mut reader.part(&format!("agency/{index}")), item);
    let duties: Vec<Option<AgencyDuty>> = items.into_iter().enumerate().map(read).collect();
    duties.into_iter().collect()
}

fn duty(reader: &mut Reader<'_>, item: DutyItem) -> Option<AgencyDuty> {
    let agency = reader.parse("agency", &item.agency);
    let clause = reader.parse_optional("clause", item.clause);
    let valid = reader.validity(("from", item.from), ("to", item.to));
    let (role, assigned_by) = (item.role, item.assigned_by);
    Some(AgencyDuty { agency: agency?, role, assigned_by, clause: clause?, valid: valid? })
}

fn year(reader: &mut Reader<'_>, field: &str, number: i16) -> Option<Year> {
    let place = reader.sources.place(&reader.spot, field);
    reader.problems.keep_at(place, Year::new(number))
}
