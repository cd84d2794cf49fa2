//! Agencies, their names through time, and who took over from whom. A duty given to an agency that was later
//! dissolved follows its successors.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_kernel::{
    date::{Date, Validity},
    figure::LegalStatus,
    id::{AgencyId, DocumentId},
    lang::{Bilingual, Lang},
};

use crate::{
    target::{AgencyDuty, AssignedBy, Target},
    word::words,
};

/// One agency; it keeps its id through changes of name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Slug.
    pub id: AgencyId,
    /// What sort of body it is.
    pub kind: AgencyKind,
    /// The level it works at.
    pub level: AgencyLevel,
    /// Its names through time, in order, without overlap; never empty.
    pub versions: Vec<AgencyVersion>,
}

impl Agency {
    /// The name it bears on this day; `None` when it does not exist then.
    #[must_use]
    pub fn version_on(&self, date: Date) -> Option<&AgencyVersion> {
        self.versions.iter().find(|version| version.valid.contains(date))
    }

    /// The last name it bore or bears.
    ///
    /// # Panics
    /// Never: an agency without a version is refused when the pack is loaded.
    #[must_use]
    pub fn latest(&self) -> &AgencyVersion {
        self.versions.last().expect("a loaded agency has at least one version")
    }
}

/// One name of an agency and the days it bore it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyVersion {
    /// Full name.
    pub name: Bilingual,
    /// Short Vietnamese name for tables.
    pub short_vi: String,
    /// The days it bore the name.
    pub valid: Validity,
    /// The document that says so.
    pub source: Option<DocumentId>,
    /// How surely it is known.
    pub status: LegalStatus,
}

/// Work handed from one agency to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencySuccession {
    /// Who handed over.
    pub from: AgencyId,
    /// Who took over.
    pub to: AgencyId,
    /// The first day of the new one.
    pub on: Date,
    /// What was handed over.
    pub what: Bilingual,
    /// The document that says so.
    pub source: Option<DocumentId>,
    /// How surely it is known.
    pub status: LegalStatus,
}

/// Who leads something on a day, and how we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead<'a> {
    /// The agency that leads on that day: the assigned one or its successor.
    pub agency: &'a Agency,
    /// The duty as the plan gives it; its agency differs from `agency` after a succession.
    pub duty: &'a AgencyDuty,
}

impl Lead<'_> {
    /// Whether the plan says so or it was concluded.
    #[must_use]
    pub fn assigned_by(&self) -> AssignedBy {
        self.duty.assigned_by
    }

    /// Whether the leading agency took over from the one the plan names.
    #[must_use]
    pub fn is_successor(&self) -> bool {
        self.agency.id != self.duty.agency
    }
}

/// Every agency of a pack and their successions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agencies {
    agencies: BTreeMap<AgencyId, Agency>,
    successions: Vec<AgencySuccession>,
}

impl Agencies {
    /// Joins agencies with their successions, the latter kept in order of date.
    #[must_use]
    pub fn new(agencies: Vec<Agency>, mut successions: Vec<AgencySuccession>) -> Self {
        successions.sort_by_key(|succession| succession.on);
        Self { agencies: agencies.into_iter().map(|agency| (agency.id.clone(), agency)).collect(), successions }
    }

    /// The agency with this id.
    #[must_use]
    pub fn get(&self, id: &AgencyId) -> Option<&Agency> {
        self.agencies.get(id)
    }

    /// Every agency, ordered by id.
    pub fn iter(&self) -> impl Iterator<Item = &Agency> {
        self.agencies.values()
    }

    /// Every succession, ordered by date.
    #[must_use]
    pub fn successions(&self) -> &[AgencySuccession] {
        &self.successions
    }

    /// The name an agency bears on this day; `None` when it does not exist then.
    #[must_use]
    pub fn name_on(&self, id: &AgencyId, date: Date) -> Option<&Bilingual> {
        self.get(id)?.version_on(date).map(|version| &version.name)
    }

    /// A name that can always be shown: the one of this day, else the last one, else the id.
    #[must_use]
    pub fn label_on<'a>(&'a self, id: &'a AgencyId, date: Date, lang: Lang) -> &'a str {
        self.name_on(id, date)
            .or_else(|| self.get(id).map(|agency| &agency.latest().name))
            .map_or(id.as_str(), |name| name.get(lang))
    }

    /// Who took over from this agency, by date.
    pub fn successors(&self, id: &AgencyId) -> impl Iterator<Item = &AgencySuccession> {
        self.successions.iter().filter(move |succession| &succession.from == id)
    }

    /// Whom this agency took over from, by date.
    pub fn predecessors(&self, id: &AgencyId) -> impl Iterator<Item = &AgencySuccession> {
        self.successions.iter().filter(move |succession| &succession.to == id)
    }

    /// Who does this agency's work on this day: itself while it exists, else all that took over and exist then,
    /// in order of succession. Empty when nobody does.
    #[must_use]
    pub fn acting_on(&self, id: &AgencyId, date: Date) -> Vec<&Agency> {
        let mut acting = Vec::new();
        let mut seen = BTreeSet::from([id]);
        let mut open = vec![id];
        while let Some(next) = open.pop() {
            match self.get(next) {
                Some(agency) if agency.version_on(date).is_some() => acting.push(agency),
                _ => {
                    let later: Vec<&AgencySuccession> = self.successors(next).filter(|one| one.on <= date).collect();
                    open.extend(later.iter().rev().map(|one| &one.to).filter(|to| seen.insert(*to)));
                }
            }
        }
        acting
    }

    /// Who leads a target on this day, following successions of the agency the plan names.
    #[must_use]
    pub fn lead_on<'a>(&'a self, target: &'a Target, date: Date) -> Option<Lead<'a>> {
        self.lead_of(&target.agencies, date)
    }

    /// Who leads among these duties on this day, following successions.
    #[must_use]
    pub fn lead_of<'a>(&'a self, duties: &'a [AgencyDuty], date: Date) -> Option<Lead<'a>> {
        duties.iter().filter(|duty| duty.leads_on(date)).find_map(|duty| {
            let agency = self.acting_on(&duty.agency, date).into_iter().next()?;
            Some(Lead { agency, duty })
        })
    }
}

words! {
    /// Sorts of bodies.
    pub enum AgencyKind: "loại cơ quan" {
        /// Sở, ban, ngành
        Department = "department", "sở, ngành", "department";
        /// Ban
        Committee = "committee", "ban", "committee";
        /// Công an
        Police = "police", "công an", "police";
        /// Bảo hiểm xã hội
        Insurance = "insurance", "bảo hiểm xã hội", "social insurance";
        /// Thống kê
        Statistics = "statistics", "thống kê", "statistics";
        /// Mặt trận Tổ quốc
        Front = "front", "mặt trận tổ quốc", "fatherland front";
        /// Đoàn thể
        MassOrganisation = "mass_organisation", "tổ chức chính trị - xã hội", "mass organisation";
        /// Ủy ban nhân dân
        PeoplesCommittee = "peoples_committee", "ủy ban nhân dân", "people's committee";
        /// Tổ chức Đảng
        Party = "party", "cơ quan Đảng", "party body";
        /// Ban chỉ đạo
        SteeringCommittee = "steering_committee", "ban chỉ đạo", "steering committee";
        /// Bộ
        Ministry = "ministry", "bộ, ngành trung ương", "ministry";
        /// Cơ quan báo chí
        Media = "media", "cơ quan báo chí", "press";
    }
}

words! {
    /// The level an agency works at.
    pub enum AgencyLevel: "cấp của cơ quan" {
        /// Trung ương
        Nation = "nation", "trung ương", "national";
        /// Cấp tỉnh
        Province = "province", "cấp tỉnh", "provincial";
        /// Cấp huyện
        District = "district", "cấp huyện", "district";
        /// Cấp xã
        Commune = "commune", "cấp xã", "commune";
    }
}
