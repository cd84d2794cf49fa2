//! The dictionary of compact keys: an area id and a slice (measure, origin, breakdown) each have one
//! small number inside the figures tables. Numbers never leave the store.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use ansinh_kernel::area::AreaId;
use ansinh_kernel::figure::Origin;
use ansinh_kernel::id::{BreakdownId, MeasureId};

use crate::engine::{Linked, Read, Write, binds};
use crate::error::StoreResult;

/// One slice of the cube of figures: what is counted, where it comes from, which breakdown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slice {
    /// What is counted.
    pub measure: MeasureId,
    /// Published, reported or illustrative: never mixed.
    pub origin: Origin,
    /// Breakdown; empty for the total.
    pub breakdown: BreakdownId,
}

impl Slice {
    /// The total of a measure from one origin.
    #[must_use]
    pub fn total(measure: MeasureId, origin: Origin) -> Self {
        Self { measure, origin, breakdown: BreakdownId::total() }
    }
}

/// Both dictionaries as one snapshot or transaction sees them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    areas: HashMap<AreaId, i64>,
    slices: BTreeMap<Slice, i64>,
    area_names: HashMap<i64, AreaId>,
    slice_names: BTreeMap<i64, Slice>,
}

/// The dictionaries as the newest committed snapshot showed them, shared by all readers. Keys are
/// only ever added, so the two highest keys tell whether it is still all there is. A transaction
/// never puts its own additions here: they might be undone.
#[derive(Clone, Debug, Default)]
pub(crate) struct SharedKeys(Arc<RwLock<Arc<Keys>>>);

impl SharedKeys {
    fn get(&self) -> Arc<Keys> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn put(&self, keys: &Arc<Keys>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(keys);
    }
}

impl Read {
    /// Both dictionaries, from memory where they have not grown.
    pub(crate) async fn keys(&mut self) -> StoreResult<Arc<Keys>> {
        let shared = self.shared_keys.get();
        if shared.highest() == highest(self).await? {
            return Ok(shared);
        }
        let keys = Arc::new(Keys::load(self).await?);
        self.shared_keys.put(&keys);
        Ok(keys)
    }
}

impl Write {
    /// Both dictionaries as this transaction sees them.
    pub(crate) async fn keys(&mut self) -> StoreResult<Arc<Keys>> {
        let shared = self.shared_keys.get();
        if shared.highest() == highest(self).await? {
            return Ok(shared);
        }
        let keys = Arc::new(Keys::load(self).await?);
        if !self.added_keys {
            self.shared_keys.put(&keys);
        }
        Ok(keys)
    }
}

async fn highest(linked: &mut impl Linked) -> StoreResult<(i64, i64)> {
    let row = linked.link().row(SELECT_HIGHEST, &[]).await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.int("area")?, row.int("slice")?)))
}

const SELECT_HIGHEST: &str = "select
  (select coalesce(max(key), 0) from area_key) as area,
  (select coalesce(max(key), 0) from slice) as slice";
const SELECT_AREAS: &str = "select key, id from area_key order by key";
const SELECT_SLICES: &str = "select key, measure, origin, breakdown from slice order by key";
const INSERT_AREA: &str = "insert into area_key (key, id)
  values ((select coalesce(max(key), 0) + 1 from area_key), $1)
  on conflict (id) do nothing";
const INSERT_SLICE: &str = "insert into slice (key, measure, origin, breakdown)
  values ((select coalesce(max(key), 0) + 1 from slice), $1, $2, $3)
  on conflict (measure, origin, breakdown) do nothing";
const LOCK_DICTIONARY: &str = "/*postgres: lock table area_key, slice in share row exclusive mode; */";

pub(crate) const STATEMENTS: &[&str] = &[SELECT_HIGHEST, SELECT_AREAS, SELECT_SLICES, INSERT_AREA, INSERT_SLICE];

impl Keys {
    fn highest(&self) -> (i64, i64) {
        let highest = |keys: Option<&i64>| keys.copied().unwrap_or(0);
        (highest(self.area_names.keys().max()), highest(self.slice_names.keys().max()))
    }

    /// Reads both dictionaries.
    pub(crate) async fn load(linked: &mut impl Linked) -> StoreResult<Self> {
        let mut keys = Self::default();
        for row in linked.link().rows(SELECT_AREAS, &[]).await? {
            keys.add_area(row.int("key")?, row.parse("id")?);
        }
        for row in linked.link().rows(SELECT_SLICES, &[]).await? {
            let slice = Slice {
                measure: row.parse("measure")?,
                origin: row.parse("origin")?,
                breakdown: row.parse("breakdown")?,
            };
            keys.add_slice(row.int("key")?, slice);
        }
        Ok(keys)
    }

    fn add_area(&mut self, key: i64, id: AreaId) {
        self.area_names.insert(key, id.clone());
        self.areas.insert(id, key);
    }

    fn add_slice(&mut self, key: i64, slice: Slice) {
        self.slice_names.insert(key, slice.clone());
        self.slices.insert(slice, key);
    }

    /// Key of an area, if it ever had a figure.
    pub(crate) fn area(&self, id: &AreaId) -> Option<i64> {
        self.areas.get(id).copied()
    }

    /// Key of a slice, if it ever had a figure.
    pub(crate) fn slice(&self, slice: &Slice) -> Option<i64> {
        self.slices.get(slice).copied()
    }

    /// Area of a key.
    pub(crate) fn area_name(&self, key: i64) -> Option<&AreaId> {
        self.area_names.get(&key)
    }

    /// Slice of a key.
    pub(crate) fn slice_name(&self, key: i64) -> Option<&Slice> {
        self.slice_names.get(&key)
    }

    /// Every slice that exists.
    pub(crate) fn slices(&self) -> impl Iterator<Item = (&Slice, i64)> {
        self.slices.iter().map(|(slice, key)| (slice, *key))
    }
}

/// Makes sure that all areas and slices have keys, and returns the dictionaries with them.
pub(crate) async fn ensure(write: &mut Write, areas: &[AreaId], slices: &[Slice]) -> StoreResult<Arc<Keys>> {
    let keys = write.keys().await?;
    let new_areas: Vec<_> = areas.iter().filter(|id| keys.area(id).is_none()).collect();
    let new_slices: Vec<_> = slices.iter().filter(|slice| keys.slice(slice).is_none()).collect();
    if new_areas.is_empty() && new_slices.is_empty() {
        return Ok(keys);
    }
    if write.link.is_postgres() {
        write.link.script(LOCK_DICTIONARY).await?;
    }
    write.added_keys = true;
    for id in new_areas {
        write.link.execute(INSERT_AREA, binds![id.as_str()]).await?;
    }
    for slice in new_slices {
        let binds = binds![slice.measure.as_str(), slice.origin.as_str(), slice.breakdown.as_str()];
        write.link.execute(INSERT_SLICE, binds).await?;
    }
    Ok(Arc::new(Keys::load(write).await?))
}
