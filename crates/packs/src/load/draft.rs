//! A pack while it is being read: typed values with their places, not yet checked against each other.

use std::collections::BTreeMap;

use ansinh_kernel::{
    area::{AreaId, AreaLevel},
    figure::{LegalStatus, Qualifier, Value},
    id::{BreakdownId, MeasureId, SourceId},
    lang::Bilingual,
    period::Period,
};

use super::Declared;
use crate::{
    agency::{Agency, AgencySuccession},
    area::{Area, AreaTree, AreaVersion, Group, Succession},
    document::LegalDocument,
    glossary::Term,
    indicator::{Indicator, Measure},
    measurement_unit::MeasurementUnit,
    plan::{Assignment, Objective, Plan, Task},
    publication::{MissingFigure, PrintedDate, Source},
    read::item::{Placed, Sources},
    target::{Aim, Target},
    tile::Tile,
};

/// All that was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) sources: Sources,
    pub(crate) declared: Declared,
    pub(crate) units: Vec<Placed<UnitVersion>>,
    pub(crate) successions: Vec<Placed<Succession>>,
    pub(crate) groups: Vec<Placed<(AreaId, Group)>>,
    pub(crate) group_members: Vec<Placed<(AreaId, AreaId)>>,
    pub(crate) tile_sets: Vec<TileSet>,
    pub(crate) agencies: Vec<Placed<Agency>>,
    pub(crate) agency_successions: Vec<Placed<AgencySuccession>>,
    pub(crate) documents: Vec<Placed<LegalDocument>>,
    pub(crate) measurement_units: Vec<Placed<MeasurementUnit>>,
    pub(crate) indicators: Vec<Placed<Indicator>>,
    pub(crate) measures: Vec<Placed<Measure>>,
    /// By folder.
    pub(crate) plans: BTreeMap<String, PlanDraft>,
    pub(crate) publication_sources: Vec<Placed<Source>>,
    pub(crate) figures: Vec<Placed<FigureDraft>>,
    pub(crate) outside_figures: Vec<Placed<FigureDraft>>,
    pub(crate) missing: Vec<Placed<MissingFigure>>,
    pub(crate) terms: Vec<Placed<Term>>,
}

/// One row of the table of units: a version and the area it is of.
#[derive(Clone, Debug)]
pub(crate) struct UnitVersion {
    pub(crate) id: AreaId,
    pub(crate) level: AreaLevel,
    pub(crate) version: AreaVersion,
}

/// The tiles of one file.
#[derive(Clone, Debug)]
pub(crate) struct TileSet {
    pub(crate) name: String,
    pub(crate) tiles: Vec<Placed<Tile>>,
}

/// What was read of one plan's folder.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlanDraft {
    /// The plan itself, its lists still empty; `None` when `plan.toml` is missing or broken.
    pub(crate) plan: Option<Placed<Plan>>,
    pub(crate) objectives: Vec<Placed<Objective>>,
    pub(crate) tasks: Vec<Placed<Task>>,
    pub(crate) assignments: Vec<Placed<Assignment>>,
    pub(crate) targets: Vec<Placed<Target>>,
    pub(crate) aims: Vec<Placed<Aim>>,
}

/// One row of figures. The value is `None` when it could not be read; the other fields are checked all the same.
#[derive(Clone, Debug)]
pub(crate) struct FigureDraft {
    pub(crate) measure: MeasureId,
    pub(crate) territory: Territory,
    pub(crate) period: Period,
    pub(crate) breakdown: BreakdownId,
    pub(crate) qualifier: Qualifier,
    pub(crate) value: Option<Value>,
    pub(crate) as_of: Option<PrintedDate>,
    pub(crate) status: LegalStatus,
    pub(crate) source: SourceId,
    pub(crate) note: Option<Bilingual>,
}

/// Where a figure was counted.
#[derive(Clone, Debug)]
pub(crate) enum Territory {
    /// An area of the pack.
    Area(AreaId),
    /// Somewhere else, named in Vietnamese.
    Outside(String),
}

impl Draft {
    /// The measure with this id, if it was read.
    pub(crate) fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        self.measures.iter().map(|measure| &measure.value).find(|measure| &measure.id == id)
    }

    /// The tree of the areas as read.
    pub(crate) fn area_tree(&self) -> AreaTree {
        let mut areas: BTreeMap<&AreaId, Area> = BTreeMap::new();
        for unit in self.units.iter().map(|unit| &unit.value) {
            let area = areas.entry(&unit.id).or_insert_with(|| Area {
                id: unit.id.clone(),
                level: unit.level,
                versions: Vec::new(),
                group: None,
            });
            area.versions.push(unit.version.clone());
        }
        for (id, group) in self.groups.iter().map(|group| &group.value) {
            if let Some(area) = areas.get_mut(id) {
                area.group = Some(group.clone());
            }
        }
        for area in areas.values_mut() {
            area.versions.sort_by_key(|version| version.valid.from());
        }
        let successions = self.successions.iter().map(|one| one.value.clone()).collect();
        let members: Vec<(AreaId, AreaId)> = self.group_members.iter().map(|one| one.value.clone()).collect();
        AreaTree::new(areas.into_values().collect(), successions, &members)
    }
}
