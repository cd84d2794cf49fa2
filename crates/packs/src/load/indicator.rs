//! Reads units of measurement, indicators and measures.

use ansinh_kernel::{date::Year, lang::Bilingual};

use super::{
    Loader,
    document::{both, both_or_none},
    stem,
};
use crate::{
    files::{
        FileKind,
        indicator::{IndicatorItem, MeasureItem, MeasurementUnitItem},
    },
    indicator::{Breakdown, Indicator, Measure, Shape},
    measurement_unit::MeasurementUnit,
    read::item::Reader,
};

pub(super) fn measurement_units(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::MeasurementUnits, path, text);
    loader.draft.measurement_units = loader.items(&file, "unit", |reader, item: MeasurementUnitItem| {
        let id = reader.parse("id", &item.id)?;
        let symbol = both(item.symbol_vi, item.symbol_en);
        Some(MeasurementUnit { id, name: both(item.name_vi, item.name_en), symbol })
    });
}

pub(super) fn indicators(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Indicators, path, text);
    let indicators = loader.items(&file, "indicator", |reader, item| indicator(reader, stem(path), item));
    loader.draft.indicators.extend(indicators);
    let measures = loader.items(&file, "measure", measure);
    loader.draft.measures.extend(measures);
}

fn indicator(reader: &mut Reader<'_>, topic: &str, item: IndicatorItem) -> Option<Indicator> {
    let id = reader.parse("id", &item.id);
    let unit = reader.parse("unit", &item.unit);
    Some(Indicator {
        id: id?,
        topic: topic.to_owned(),
        name: both(item.name_vi, item.name_en),
        definition: both(item.definition_vi, item.definition_en),
        better: item.better,
        unit: unit?,
    })
}

fn measure(reader: &mut Reader<'_>, mut item: MeasureItem) -> Option<Measure> {
    let id = reader.parse("id", &item.id);
    let indicator = reader.parse("indicator", &item.indicator);
    let parts = parts_of_ratio(reader, &mut item);
    let shape = shape(reader, &item, parts.as_ref());
    let unit = reader.parse("unit", &item.unit);
    let frequency = reader.parse("frequency", &item.frequency);
    let first_year = year(reader, "from", item.from);
    let last_year = year(reader, "to", item.to);
    let owner = reader.parse_optional("owner", item.owner);
    let status = reader.parse("status", &item.status);
    let source = reader.parse_optional("source", item.source);
    let breakdowns: Vec<Option<Breakdown>> = item
        .breakdowns
        .into_iter()
        .enumerate()
        .map(|(index, part)| {
            let id = reader.parse(&format!("breakdowns/{index}/id"), &part.id)?;
            Some(Breakdown { id, name: both(part.name_vi, part.name_en) })
        })
        .collect();
    let (numerator, denominator) = parts?;
    Some(Measure {
        id: id?,
        indicator: indicator?,
        name: both(item.name_vi, item.name_en),
        concept: both(item.concept_vi, item.concept_en),
        shape: shape?,
        unit: unit?,
        numerator,
        denominator,
        per_place: item.per_place,
        per_time: item.per_time,
        collected_at: item.collected_at,
        frequency: frequency?,
        first_year: first_year?,
        last_year: last_year?,
        due_days: item.due_days,
        owner: owner?,
        people: item.people,
        bounded: item.bounded,
        sensitive: item.sensitive,
        status: status?,
        source: source?,
        breakdowns: breakdowns.into_iter().collect::<Option<_>>()?,
    })
}

/// What numerator and denominator count, taken out of the item.
type PartsOfRatio = (Option<Bilingual>, Option<Bilingual>);

fn parts_of_ratio(reader: &mut Reader<'_>, item: &mut MeasureItem) -> Option<PartsOfRatio> {
    let numerator = both_or_none(reader, "numerator", item.numerator_vi.take(), item.numerator_en.take());
    let denominator = both_or_none(reader, "denominator", item.denominator_vi.take(), item.denominator_en.take());
    Some((numerator?, denominator?))
}

/// The shape, and whether the fields that go with it are there and no others.
fn shape(reader: &mut Reader<'_>, item: &MeasureItem, parts: Option<&PartsOfRatio>) -> Option<Shape> {
    let has_parts = parts.is_none_or(|(numerator, denominator)| numerator.is_some() && denominator.is_some());
    let has_any_part = parts.is_some_and(|(numerator, denominator)| numerator.is_some() || denominator.is_some());
    let mut wrong = |field: &str, what: &str, mend: &str| reader.problem(field, "measure-shape-fields", what, mend);
    if item.shape == "ratio" && !has_parts {
        wrong("shape", "tỷ lệ phải nói rõ tử số và mẫu số đếm gì", "Ghi numerator_* và denominator_*");
    }
    if item.shape != "ratio" && has_any_part {
        wrong("shape", "chỉ tỷ lệ mới có tử số và mẫu số", "Bỏ numerator_* và denominator_*, hoặc đổi shape");
    }
    if item.shape != "decimal" && item.scale.is_some() {
        wrong("scale", "chỉ số thập phân mới có scale", "Bỏ dòng scale, hoặc đổi shape");
    }
    match (item.shape.as_str(), item.scale) {
        ("count", _) => Some(Shape::Count),
        ("ratio", _) => Some(Shape::Ratio),
        ("flag", _) => Some(Shape::Flag),
        (_, Some(scale)) => Some(Shape::Decimal { scale }),
        (_, None) => {
            wrong("shape", "số thập phân phải có scale", "Ghi scale = số chữ số thập phân");
            None
        }
    }
}

/// A year that may be left out.
fn year(reader: &mut Reader<'_>, field: &str, number: Option<i16>) -> Option<Option<Year>> {
    match number {
        None => Some(None),
        Some(number) => {
            let place = reader.sources.place(&reader.spot, field);
            reader.problems.keep_at(place, Year::new(number)).map(Some)
        }
    }
}
