//! Units of measurement and their names (percent, person, million đồng …). Administrative units are areas.

use std::collections::BTreeMap;

use ansinh_kernel::{id::UnitId, lang::Bilingual};

/// One unit of measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasurementUnit {
    /// Slug used by measures.
    pub id: UnitId,
    /// Name written out, e.g. `phần trăm`.
    pub name: Bilingual,
    /// What stands after a number, e.g. `%` or `người`.
    pub symbol: Bilingual,
}

/// Every unit of measurement of a pack, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasurementUnits(BTreeMap<UnitId, MeasurementUnit>);

impl MeasurementUnits {
    /// The unit with this id.
    #[must_use]
    pub fn get(&self, id: &UnitId) -> Option<&MeasurementUnit> {
        self.0.get(id)
    }

    /// Every unit, ordered by id.
    pub fn iter(&self) -> impl Iterator<Item = &MeasurementUnit> {
        self.0.values()
    }
}

impl FromIterator<MeasurementUnit> for MeasurementUnits {
    fn from_iter<I: IntoIterator<Item = MeasurementUnit>>(units: I) -> Self {
        Self(units.into_iter().map(|unit| (unit.id.clone(), unit)).collect())
    }
}
