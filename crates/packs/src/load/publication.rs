//! Reads sources, published figures and gaps. The value of a figure is read in the shape of its measure.

use std::collections::HashMap;

use ansinh_kernel::{
    decimal::Decimal,
    figure::Value,
    id::{BreakdownId, MeasureId},
    lang::Bilingual,
    number::NumberError,
};

use super::{FigureDraft, Loader, Territory};
use crate::{
    files::{
        FileKind,
        publication::{FigureRow, MissingItem, OutsideFigureRow, SourceItem},
    },
    indicator::Shape,
    load::document::both,
    publication::{MissingFigure, Source},
    read::item::Reader,
};

pub(super) fn sources(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Sources, path, text);
    loader.draft.publication_sources = loader.items(&file, "source", |reader, item: SourceItem| {
        let id = reader.parse("id", &item.id);
        let published = reader.parse_optional("published", item.published);
        let status = reader.parse("status", &item.status);
        Some(Source {
            id: id?,
            publisher: item.publisher.0,
            title: item.title.0,
            url: item.url.map(|url| url.0),
            published: published?,
            status: status?,
        })
    });
}

pub(super) fn missing(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Missing, path, text);
    loader.draft.missing = loader.items(&file, "missing", |reader, item: MissingItem| {
        let measure = reader.parse("measure", &item.measure);
        let area = reader.parse("area", &item.area);
        let periods = reader.parse_list("periods", &item.periods);
        let note = both(item.note_vi, item.note_en);
        Some(MissingFigure { measure: measure?, area: area?, periods: periods?, note })
    });
}

/// The shape of every measure that was read.
type Shapes = HashMap<MeasureId, Shape>;

impl Loader {
    fn shapes(&self) -> Shapes {
        let measures = self.draft.measures.iter().map(|measure| &measure.value);
        measures.map(|measure| (measure.id.clone(), measure.shape)).collect()
    }
}

pub(super) fn figures(loader: &mut Loader, path: &str, text: &str) {
    let shapes = loader.shapes();
    if let Some((table, source)) = loader.table(FileKind::Figures, path, text) {
        loader.draft.figures = loader.rows(&table, source, |reader, row: FigureRow<'_>| {
            let area = reader.parse("area", row.area).map(Territory::Area);
            figure(reader, &row, area, &shapes)
        });
    }
}

pub(super) fn outside_figures(loader: &mut Loader, path: &str, text: &str) {
    let shapes = loader.shapes();
    if let Some((table, source)) = loader.table(FileKind::OutsideFigures, path, text) {
        loader.draft.outside_figures = loader.rows(&table, source, |reader, row: OutsideFigureRow<'_>| {
            if !row.area.is_empty() {
                let what = "địa bàn có mã thì không phải địa bàn ngoài";
                reader.problem("area", "outside-has-area", what, "Chuyển dòng này sang figures.csv");
            }
            if row.area_text.is_empty() {
                reader.problem("area_text", "text-empty", "ô để trống", "Ghi tên địa bàn bằng tiếng Việt");
            }
            let territory = Some(Territory::Outside(row.area_text.to_owned()));
            figure(reader, &row.without_territory(), territory, &shapes)
        });
    }
}

impl<'a> OutsideFigureRow<'a> {
    /// The columns that both tables of figures have.
    fn without_territory(&self) -> FigureRow<'a> {
        FigureRow {
            measure: self.measure,
            area: self.area,
            period: self.period,
            breakdown: self.breakdown,
            qualifier: self.qualifier,
            value: self.value,
            numerator: self.numerator,
            denominator: self.denominator,
            as_of: self.as_of,
            status: self.status,
            source: self.source,
            note_vi: self.note_vi,
            note_en: self.note_en,
        }
    }
}

fn figure(
    reader: &mut Reader<'_>,
    row: &FigureRow<'_>,
    territory: Option<Territory>,
    shapes: &Shapes,
) -> Option<FigureDraft> {
    let measure: Option<MeasureId> = reader.parse("measure", row.measure);
    let period = reader.parse("period", row.period);
    let breakdown = breakdown(reader, row.breakdown);
    let qualifier = reader.parse("qualifier", row.qualifier);
    let as_of = reader.parse_optional("as_of", Some(row.as_of));
    let status = reader.parse("status", row.status);
    let source = reader.parse("source", row.source);
    let note: Option<Option<Bilingual>> = reader.both_or_none("note", Some(row.note_vi), Some(row.note_en));
    let measure = measure?;
    let value = shapes.get(&measure).and_then(|shape| value(reader, row, *shape));
    Some(FigureDraft {
        measure,
        territory: territory?,
        period: period?,
        breakdown: breakdown?,
        qualifier: qualifier?,
        value,
        as_of: as_of?,
        status: status?,
        source: source?,
        note: note?,
    })
}

fn breakdown(reader: &mut Reader<'_>, text: &str) -> Option<BreakdownId> {
    if text.is_empty() { Some(BreakdownId::total()) } else { reader.parse("breakdown", text) }
}

/// The value in the shape of the measure: two whole numbers for a ratio, one text for every other shape.
fn value(reader: &mut Reader<'_>, row: &FigureRow<'_>, shape: Shape) -> Option<Value> {
    let parts_given = !row.numerator.is_empty() || !row.denominator.is_empty();
    match shape {
        Shape::Ratio if !row.value.is_empty() => {
            let what = "tỷ lệ ghi bằng tử số và mẫu số, ô value để trống";
            let mend = "Ghi numerator và denominator; nơi công bố chỉ in phần trăm thì dùng cách đo -printed";
            reader.problem("value", "figure-needs-parts", what, mend);
            None
        }
        Shape::Ratio => ratio(reader, row),
        _ if parts_given => {
            let what = "cách đo này không phải tỷ lệ nên không có tử số, mẫu số";
            reader.problem("numerator", "figure-has-parts", what, "Để trống numerator và denominator, ghi value");
            None
        }
        Shape::Count => whole(reader, "value", row.value).map(Value::Count),
        Shape::Decimal { scale } => decimal(reader, row.value, scale).map(Value::Decimal),
        Shape::Flag => match row.value {
            "yes" => Some(Value::Flag(true)),
            "no" => Some(Value::Flag(false)),
            other => {
                let what = format!("“{other}” không phải có hoặc không");
                reader.problem("value", "figure-not-a-flag", what, "Ghi yes hoặc no");
                None
            }
        },
    }
}

fn ratio(reader: &mut Reader<'_>, row: &FigureRow<'_>) -> Option<Value> {
    let numerator = whole(reader, "numerator", row.numerator);
    let denominator = whole(reader, "denominator", row.denominator);
    let place = reader.sources.place(&reader.spot, "denominator");
    reader.problems.keep_at(place, Value::ratio(numerator?, denominator?))
}

fn whole(reader: &mut Reader<'_>, field: &str, text: &str) -> Option<i64> {
    let number = text.parse().map_err(|_| match text.parse::<Decimal>() {
        Ok(_) => NumberError::NotWhole { text: text.to_owned() },
        Err(_) if text.is_empty() => NumberError::Empty,
        Err(_) => NumberError::NotANumber { text: text.to_owned() },
    });
    let place = reader.sources.place(&reader.spot, field);
    reader.problems.keep_at(place, number)
}

fn decimal(reader: &mut Reader<'_>, text: &str, scale: u8) -> Option<Decimal> {
    let number: Decimal = reader.parse("value", text)?;
    if number.scale() > scale {
        let what = format!("số {text} có nhiều chữ số thập phân hơn cách đo cho phép ({scale})");
        reader.problem("value", "figure-too-fine", what, "Kiểm tra lại số, hoặc tăng scale của cách đo");
        return None;
    }
    Some(number)
}
