//! Illustrative figures for a demo: a seeded generator that gives every commune of every year a
//! plausible figure, so that pages, maps and roll-ups can be tried before real figures exist. They
//! are accepted with the origin "illustrative" and carry that label wherever they go.
//!
//! Figures are made for the communes of 2016 and added up for those that came after, so that they
//! stay comparable across every merger. The same seed gives the same figures.

mod territory;

use ansinh_kernel::digest::{Digest, DigestWriter};
use ansinh_kernel::figure::{CellState, Origin, Value};
use ansinh_kernel::id::MeasureId;
use ansinh_kernel::period::Period;
use ansinh_packs::indicator::{Measure, Shape};
use ansinh_store::figure::{Acceptance, AcceptanceKind, Cell, Slice, Statement};
use ansinh_store::snapshot::Setting;

use crate::context::{App, Instance};
use crate::error::{AppError, AppResult};
use crate::figure::measure_of;
use territory::{Territories, Territory};

/// One line of `series.csv`: how a measure is made up.
struct Recipe {
    measure: MeasureId,
    base: Base,
    years: std::ops::RangeInclusive<i16>,
    start: i64,
    end: i64,
    spread: i64,
}

/// Of whom the share is taken, in thousandths of the people of a commune.
#[derive(Clone, Copy)]
enum Base {
    Households,
    People(i64),
}

/// Share of communes, in thousandths, that have not reported the last year yet: a demo with nothing
/// late would show nobody what lateness looks like.
const SILENT_PERMILLE: i64 = 60;

impl App {
    /// Fills a demo with illustrative figures, once for each seed.
    ///
    /// # Errors
    /// `Forbidden` in a live installation; `Store` when the database refuses.
    pub async fn illustrate(&self, seed: u64) -> AppResult<usize> {
        if self.instance != Instance::Demo {
            return Err(AppError::Forbidden);
        }
        let known = self.database.read().await?.setting(Setting::IllustrativeSeed).await?;
        if known.is_some() {
            return Ok(0);
        }
        let statements = self.illustrative_statements(seed)?;
        let acceptance = Acceptance {
            id: self.new_id(),
            kind: AcceptanceKind::Generated,
            author: "generator".to_owned(),
            at: self.ambient.now(),
            reason: "Số liệu minh họa do máy sinh, không phải số liệu thật".to_owned(),
            packs: self.packs.digest,
        };
        let mut write = self.database.write().await?;
        let written = self.accept_statements(&mut write, &acceptance, statements).await?;
        write.set(Setting::IllustrativeSeed, &seed.to_string()).await?;
        write.commit(self.note("system", "demo.illustrate")).await?;
        self.changed();
        Ok(written)
    }

    fn illustrative_statements(&self, seed: u64) -> AppResult<Vec<(Cell, Statement)>> {
        let territories = Territories::of(&self.packs, seed);
        let mut statements = Vec::new();
        for recipe in recipes()? {
            let measure = measure_of(&self.packs, &recipe.measure)?;
            for year in recipe.years.clone() {
                let period: Period = year.to_string().parse().map_err(|_| broken("year"))?;
                for territory in territories.reporting(period) {
                    if let Some(state) = recipe.state(measure, territory, year, seed) {
                        statements.push((cell(&recipe.measure, period, territory), Statement::plain(state)));
                    }
                }
            }
        }
        statements.extend(self.flags(&territories, seed)?);
        Ok(statements)
    }

    /// Yes/no figures: communes still littered, communes reached by radio and television.
    fn flags(&self, territories: &Territories<'_>, seed: u64) -> AppResult<Vec<(Cell, Statement)>> {
        let mut statements = Vec::new();
        for (measure, first, last) in [("no-littering", 420, 110), ("broadcast-coverage", 930, 995)] {
            let measure: MeasureId = measure.parse().map_err(|_| broken(measure))?;
            for year in 2016..=2020_i16 {
                let period: Period = year.to_string().parse().map_err(|_| broken("year"))?;
                let share = between(first, last, i64::from(year - 2016), 4);
                for territory in territories.reporting(period) {
                    let yes = dice(seed, &[measure.as_str(), territory.id.as_str()]) % 1000 < share;
                    let state = CellState::Value(Value::Flag(yes));
                    statements.push((cell(&measure, period, territory), Statement::plain(state)));
                }
            }
        }
        Ok(statements)
    }
}

impl Recipe {
    /// What one territory says of one year; none when it has not reported.
    fn state(&self, measure: &Measure, territory: &Territory<'_>, year: i16, seed: u64) -> Option<CellState> {
        let name = self.measure.as_str();
        let last = *self.years.end();
        if year == last && dice(seed, &["silent", name, territory.id.as_str()]) % 1000 < SILENT_PERMILLE {
            return None;
        }
        let poor_only = name == "poverty-rate-poor-communes";
        if poor_only && !territory.is_poor {
            return Some(CellState::NotApplicable);
        }
        let (mut numerator, mut denominator) = (0, 0);
        for leaf in &territory.leaves {
            let of = match self.base {
                Base::Households => leaf.households,
                Base::People(permille) => leaf.people * permille / 1000,
            };
            let steps = i64::from(last - self.years.start());
            let level = between(self.start, self.end, i64::from(year - self.years.start()), steps);
            let own = dice(seed, &[name, leaf.id.as_str()]) % (2 * self.spread + 1) - self.spread;
            let noise = dice(seed, &[name, leaf.id.as_str(), &year.to_string()]) % 9 - 4;
            let share = (level + own * level.min(1000 - level).max(50) / 500 + noise).clamp(0, 1000);
            numerator += of * share / 1000;
            denominator += of;
        }
        let value = match measure.shape {
            Shape::Ratio => Value::ratio(numerator, denominator).ok()?,
            _ => Value::Count(numerator),
        };
        Some(CellState::Value(value))
    }
}

fn cell(measure: &MeasureId, period: Period, territory: &Territory<'_>) -> Cell {
    Cell { slice: Slice::total(measure.clone(), Origin::Illustrative), period, area: territory.id.clone() }
}

/// The straight line from one number to another, at a step of so many.
fn between(start: i64, end: i64, step: i64, steps: i64) -> i64 {
    if steps == 0 { start } else { start + (end - start) * step / steps }
}

/// A number that depends on nothing but the seed and the names.
fn dice(seed: u64, names: &[&str]) -> i64 {
    let mut writer = DigestWriter::new();
    writer.field(&seed.to_be_bytes());
    for name in names {
        writer.field(name.as_bytes());
    }
    let digest: Digest = writer.finish();
    let bytes: [u8; 4] = std::array::from_fn(|index| digest.as_bytes()[index]);
    i64::from(u32::from_be_bytes(bytes))
}

fn recipes() -> AppResult<Vec<Recipe>> {
    include_str!("series.csv").lines().skip(1).map(recipe).collect()
}

fn recipe(line: &str) -> AppResult<Recipe> {
    let [measure, base, first, last, start, end, spread]: [&str; 7] =
        line.split(',').collect::<Vec<_>>().try_into().map_err(|_| broken(line))?;
    let number = |text: &str| text.parse::<i64>().map_err(|_| broken(line));
    let year = |text: &str| text.parse::<i16>().map_err(|_| broken(line));
    Ok(Recipe {
        measure: measure.parse().map_err(|_| broken(line))?,
        base: base_of(base).ok_or_else(|| broken(line))?,
        years: year(first)?..=year(last)?,
        start: number(start)?,
        end: number(end)?,
        spread: number(spread)?,
    })
}

fn base_of(name: &str) -> Option<Base> {
    Some(match name {
        "households" => Base::Households,
        "people" => Base::People(1000),
        "merit" => Base::People(28),
        "labour" => Base::People(600),
        "age-under-1" => Base::People(17),
        "age-under-5" => Base::People(86),
        "age-3-5" => Base::People(52),
        "age-6-10" => Base::People(84),
        "age-11-14" => Base::People(66),
        "age-15-plus" => Base::People(745),
        "age-60-plus" => Base::People(118),
        _ => return None,
    })
}

fn broken(what: &str) -> AppError {
    AppError::Broken(format!("illustrative series: {what}"))
}
