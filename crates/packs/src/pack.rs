//! A pack: everything one tree of files fixes, loaded and found without a problem. It keeps its files and their
//! digest, so that a decision made under it can be explained for ever.

use std::{borrow::Cow, path::Path};

use ansinh_kernel::{digest::Digest, id::PlanId, problem::Problems};

use crate::{
    agency::Agencies,
    area::AreaTree,
    check,
    document::Documents,
    glossary::Glossary,
    indicator::Indicators,
    load::{self, Draft, FigureDraft, PlanDraft, Territory},
    measurement_unit::MeasurementUnits,
    plan::Plan,
    publication::{OutsideFigure, Publications, PublishedFigure},
    read::{item::Placed, tree::PackFiles},
    tile::Tiles,
};

/// Everything that signed documents fix.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Fingerprint of all its files.
    pub digest: Digest,
    /// Administrative areas through time.
    pub areas: AreaTree,
    /// Tile maps.
    pub tiles: Tiles,
    /// Agencies and their successions.
    pub agencies: Agencies,
    /// Legal documents.
    pub documents: Documents,
    /// Units of measurement.
    pub units: MeasurementUnits,
    /// Indicators and measures.
    pub indicators: Indicators,
    /// Plans, ordered by id.
    pub plans: Vec<Plan>,
    /// Published figures and their sources.
    pub publications: Publications,
    /// Terms.
    pub glossary: Glossary,
    /// The files it was read from, ordered by path.
    pub files: Vec<PackFile>,
}

/// One file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFile {
    /// Path inside the pack, with `/` between parts.
    pub path: String,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
}

impl Pack {
    /// The pack that the binary carries.
    ///
    /// # Errors
    /// Every problem of the whole tree, ordered by place.
    pub fn embedded() -> Result<Self, Problems> {
        Self::from_files(PackFiles::embedded())
    }

    /// The pack in a folder.
    ///
    /// # Errors
    /// Every problem of the whole tree, ordered by place.
    pub fn from_dir(root: &Path) -> Result<Self, Problems> {
        Self::from_files(PackFiles::read_dir(root)?)
    }

    /// The pack made of these files.
    ///
    /// # Errors
    /// Every problem of the whole tree, ordered by place.
    pub fn from_files(files: PackFiles) -> Result<Self, Problems> {
        let loaded = load::load(&files);
        let (draft, mut problems) = (loaded.draft, loaded.problems);
        let areas = draft.area_tree();
        check::check(&draft, &areas, &mut problems);
        problems.sort_by_place();
        problems.into_result(Self::assemble(draft, areas, files))
    }

    /// The plan with this id.
    #[must_use]
    pub fn plan(&self, id: &PlanId) -> Option<&Plan> {
        self.plans.iter().find(|plan| &plan.id == id)
    }

    fn assemble(draft: Draft, areas: AreaTree, files: PackFiles) -> Self {
        let tiles = draft.tile_sets.into_iter().map(|set| (set.name, values(set.tiles))).collect();
        Self {
            digest: files.digest(),
            areas,
            tiles,
            agencies: Agencies::new(values(draft.agencies), values(draft.agency_successions)),
            documents: values(draft.documents).into_iter().collect(),
            units: values(draft.measurement_units).into_iter().collect(),
            indicators: Indicators::new(values(draft.indicators), values(draft.measures)),
            plans: draft.plans.into_values().filter_map(whole_plan).collect(),
            publications: Publications {
                sources: values(draft.publication_sources)
                    .into_iter()
                    .map(|source| (source.id.clone(), source))
                    .collect(),
                figures: values(draft.figures).into_iter().filter_map(published).collect(),
                missing: values(draft.missing),
                outside: values(draft.outside_figures).into_iter().filter_map(outside).collect(),
            },
            glossary: values(draft.terms).into_iter().collect(),
            files: files.into_iter().map(|(path, bytes)| PackFile { path, bytes }).collect(),
        }
    }
}

fn values<T>(placed: Vec<Placed<T>>) -> Vec<T> {
    placed.into_iter().map(|one| one.value).collect()
}

/// The plan with the lists of its other files.
fn whole_plan(draft: PlanDraft) -> Option<Plan> {
    Some(Plan {
        objectives: values(draft.objectives),
        tasks: values(draft.tasks),
        assignments: values(draft.assignments),
        targets: values(draft.targets),
        aims: values(draft.aims),
        ..draft.plan?.value
    })
}

fn published(draft: FigureDraft) -> Option<PublishedFigure> {
    let Territory::Area(area) = draft.territory else { return None };
    Some(PublishedFigure {
        measure: draft.measure,
        area,
        period: draft.period,
        breakdown: draft.breakdown,
        qualifier: draft.qualifier,
        value: draft.value?,
        as_of: draft.as_of,
        status: draft.status,
        source: draft.source,
        note: draft.note,
    })
}

fn outside(draft: FigureDraft) -> Option<OutsideFigure> {
    let Territory::Outside(territory_vi) = draft.territory else { return None };
    Some(OutsideFigure {
        territory_vi,
        measure: draft.measure,
        period: draft.period,
        breakdown: draft.breakdown,
        qualifier: draft.qualifier,
        value: draft.value?,
        as_of: draft.as_of,
        status: draft.status,
        source: draft.source,
        note: draft.note,
    })
}
