//! Tables as files: the same rows as CSV and as JSON. Numbers are exact texts or whole numbers. A CSV cell that a
//! spreadsheet would run as a formula gets an apostrophe before it.

use ansinh_app::plan::Shown;
use ansinh_domain::target::{Coverage, plain_number};
use ansinh_kernel::decimal::Decimal;
use ansinh_kernel::figure::Value;
use ansinh_kernel::lang::Lang;
use ansinh_kernel::ratio::Ratio;
use axum::response::{IntoResponse, Response};

use super::say::Say;
use crate::http::{Audience, Download, csv};

/// In which form something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// The page.
    Page,
    /// Comma-separated values, for spreadsheets.
    Csv,
    /// JSON, for programs.
    Json,
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Datum {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// An exact number in machine form.
    Number(String),
    /// A whole number.
    Whole(i64),
}

impl Datum {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    pub(crate) fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// A number as the page prints it, in machine form: exact with up to two decimals, else rounded to two.
    pub(crate) fn number(number: Ratio) -> Self {
        Self::Number(machine(number))
    }
}

/// A table with a name.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) columns: &'static [&'static str],
    pub(crate) rows: Vec<Vec<Datum>>,
}

impl Sheet {
    /// The table as a file. Asked for as a page it comes as CSV.
    pub(crate) fn answer(&self, form: Form, say: &Say<'_>) -> Response {
        match form {
            Form::Page | Form::Csv => Download::new(csv::MIME, self.csv(), Audience::Everyone)
                .named(&format!("{}.csv", self.name))
                .into_response(),
            Form::Json => Download::new("application/json", self.json(say), Audience::Everyone).into_response(),
        }
    }

    /// With the mark that tells spreadsheets the text is UTF-8.
    fn csv(&self) -> String {
        let mut out = String::from(csv::MARK);
        csv::push_line(&mut out, self.columns.iter().map(|column| (*column).to_owned()));
        for row in &self.rows {
            csv::push_line(&mut out, row.iter().map(csv_text));
        }
        out
    }

    fn json(&self, say: &Say<'_>) -> String {
        let rows = self.rows.iter().map(|row| {
            let cells = self.columns.iter().zip(row).map(|(column, datum)| ((*column).to_owned(), json_value(datum)));
            serde_json::Value::Object(cells.collect())
        });
        let whole = serde_json::json!({
            "table": self.name,
            "language": say.lang.as_str(),
            "data_version": say.packs.digest.to_string(),
            "rows": rows.collect::<Vec<_>>(),
        });
        whole.to_string()
    }
}

fn csv_text(datum: &Datum) -> String {
    match datum {
        Datum::Empty => String::new(),
        Datum::Number(number) => number.clone(),
        Datum::Whole(whole) => whole.to_string(),
        Datum::Text(text) => csv::plain(text),
    }
}

fn json_value(datum: &Datum) -> serde_json::Value {
    match datum {
        Datum::Empty => serde_json::Value::Null,
        Datum::Text(text) | Datum::Number(text) => text.clone().into(),
        Datum::Whole(whole) => (*whole).into(),
    }
}

/// The number that the page prints, without marks between thousands and with a dot.
pub(crate) fn machine(number: Ratio) -> String {
    let printed = plain_number(number, Lang::En).replace(',', "");
    printed.parse::<Decimal>().map_or(printed, |decimal| decimal.to_string())
}

/// The columns of a table of figures.
pub(crate) const FIGURE_COLUMNS: &[&str] = &[
    "indicator",
    "measure",
    "measure_name",
    "concept",
    "origin",
    "origin_name",
    "label",
    "area",
    "area_name",
    "boundaries",
    "period",
    "part",
    "state",
    "qualifier",
    "value",
    "unit",
    "numerator",
    "denominator",
    "reported",
    "expected",
    "as_of",
    "status",
    "source",
    "source_title",
    "source_url",
    "note",
    "page",
];

/// One row of a table of figures; `concept` says that it is shown beside a target and never judged.
pub(crate) fn figure_row(say: &Say<'_>, shown: &Shown<'_>, concept: &str) -> Vec<Datum> {
    let (numerator, denominator) = match shown.value() {
        Some(Value::Ratio { numerator, denominator, .. }) => (Datum::Whole(numerator), Datum::Whole(denominator)),
        _ => (Datum::Empty, Datum::Empty),
    };
    let (reported, expected) = match shown.coverage {
        Coverage::Whole => (Datum::Empty, Datum::Empty),
        Coverage::Partial { answered, expected } => (Datum::Whole(answered), Datum::Whole(expected)),
    };
    let area = say.area_on(&shown.area, &shown.period.last_day());
    vec![
        Datum::text(shown.measure.indicator.as_str()),
        Datum::text(shown.measure.id.as_str()),
        Datum::text(say.text(&shown.measure.name)),
        Datum::text(concept),
        Datum::text(shown.origin.as_str()),
        Datum::text(shown.origin.name(say.lang)),
        label(say, shown.is_illustrative()),
        Datum::text(shown.area.as_str()),
        Datum::text(area),
        Datum::text(say.boundary(&shown.boundary)),
        Datum::text(shown.period.to_string()),
        Datum::text(shown.breakdown.as_str()),
        Datum::text(shown.state.as_str()),
        Datum::text(shown.qualifier.as_str()),
        shown.value().map_or(Datum::Empty, value),
        Datum::maybe(say.packs.units.get(&shown.measure.unit).map(|unit| say.text(&unit.name))),
        numerator,
        denominator,
        reported,
        expected,
        Datum::maybe(shown.as_of.map(|date| date.to_string())),
        Datum::maybe(shown.status.map(|status| status.name(say.lang))),
        Datum::maybe(shown.source.map(|source| source.publisher.clone())),
        Datum::maybe(shown.source.map(|source| source.title.clone())),
        Datum::maybe(shown.source.and_then(|source| source.url.clone())),
        Datum::text(say.maybe(&shown.note)),
        Datum::text(say.figure_href(shown)),
    ]
}

/// A value in machine form: a share as a percentage, a decimal as printed, a flag as yes or no.
pub(crate) fn value(value: Value) -> Datum {
    match value {
        Value::Count(count) => Datum::Whole(count),
        Value::Ratio { .. } => Datum::number(value.to_ratio()),
        Value::Decimal(decimal) => Datum::Number(decimal.to_string()),
        Value::Flag(yes) => Datum::text(if yes { "yes" } else { "no" }),
    }
}

/// The label that every illustrative figure carries.
pub(crate) fn label(say: &Say<'_>, illustrative: bool) -> Datum {
    if illustrative { Datum::text(crate::words::Words::of(say.lang).illustrative) } else { Datum::Empty }
}

#[cfg(test)]
mod tests {
    use super::{Datum, csv_text, machine};

    #[test]
    fn a_cell_cannot_become_a_formula_and_a_negative_number_stays_one() {
        assert_eq!(csv_text(&Datum::text("=1+1")), "'=1+1");
        assert_eq!(csv_text(&Datum::text("@x")), "'@x");
        assert_eq!(csv_text(&Datum::text("\tx")), "'\tx");
        assert_eq!(csv_text(&Datum::Number("-1.5".into())), "-1.5");
        assert_eq!(csv_text(&Datum::Whole(-3)), "-3");
    }

    #[test]
    fn numbers_are_printed_as_on_the_page_in_machine_form() {
        let number = |text: &str| machine(text.parse().unwrap());
        assert_eq!(number("160000"), "160000");
        assert_eq!(number("98.5"), "98.5");
        assert_eq!(number("1/3"), "0.33");
    }
}
