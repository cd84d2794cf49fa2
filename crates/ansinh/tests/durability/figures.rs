//! The figures that are imported: shares that communes of the former province report each year, area by area, so
//! that every batch moves many sums.

use std::fmt::Write as _;

use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_kernel::figure::Origin;
use ansinh_kernel::id::MeasureId;
use ansinh_kernel::period::{Frequency, Period};
use ansinh_packs::Pack;
use ansinh_packs::indicator::{CollectedAt, Measure, Shape};
use ansinh_store::figure::{Cell, Slice};

use super::killed::Random;

/// The former province, which holds all the communes.
pub(crate) const PROVINCE: &str = "t44";
const YEARS: [&str; 5] = ["2016", "2017", "2018", "2019", "2020"];

/// One share of one commune in one year.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) measure: MeasureId,
    pub(crate) area: AreaId,
    pub(crate) period: Period,
    pub(crate) numerator: i64,
    pub(crate) denominator: i64,
}

impl Figure {
    /// Its place in the database.
    pub(crate) fn cell(&self) -> Cell {
        self.cell_of(self.area.clone())
    }

    /// The same figure of another area.
    pub(crate) fn cell_of(&self, area: AreaId) -> Cell {
        Cell { slice: Slice::total(self.measure.clone(), Origin::Reported), period: self.period, area }
    }
}

/// All of them, in the order of the file.
pub(crate) struct Figures(pub(crate) Vec<Figure>);

impl Figures {
    /// So many figures, drawn from a seed.
    pub(crate) fn new(seed: u64, count: usize) -> Self {
        let packs = Pack::embedded().unwrap_or_else(|problems| panic!("{problems}"));
        let mut random = Random::new(seed);
        let mut figures = Vec::new();
        let years: Vec<Period> = YEARS.iter().map(|year| year.parse().unwrap()).collect();
        let measures: Vec<&Measure> =
            packs.indicators.measures().filter(|measure| is_wanted(measure, &years)).collect();
        for area in packs.areas.reporters(&PROVINCE.parse().unwrap(), AreaLevel::Commune, &years[0]) {
            let lived_on = years.iter().filter(|year| packs.areas.version_on(area, year.last_day()).is_some());
            for (period, measure) in lived_on.flat_map(|year| measures.iter().map(move |measure| (*year, measure))) {
                let denominator = 800 + random.below(2_400);
                let (area, measure) = (area.clone(), measure.id.clone());
                figures.push(Figure { measure, area, period, numerator: random.below(denominator), denominator });
            }
        }
        assert!(figures.len() >= count, "only {} figures", figures.len());
        figures.truncate(count);
        Self(figures)
    }

    /// The file.
    pub(crate) fn as_csv(&self) -> String {
        let mut text = String::from("measure,area,period,breakdown,value,numerator,denominator,note\n");
        for Figure { measure, area, period, numerator, denominator } in &self.0 {
            writeln!(text, "{measure},{area},{period},,,{numerator},{denominator},").unwrap();
        }
        text
    }
}

fn is_wanted(measure: &Measure, years: &[Period]) -> bool {
    let asked = measure.collected_at == CollectedAt::Commune && measure.frequency == Frequency::Year;
    asked && measure.shape == Shape::Ratio && years.iter().all(|year| measure.is_collected_in(year.first_year()))
}
