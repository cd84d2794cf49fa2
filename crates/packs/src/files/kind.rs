//! Which file is what: a path inside the pack tells the kind of file, and so its schema and its reader.

/// The kinds of files a pack is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FileKind {
    AreaUnits,
    AreaSuccessions,
    AreaGroups,
    AreaGroupMembers,
    AreaTiles,
    Agencies,
    Document,
    MeasurementUnits,
    Indicators,
    Plan,
    Objectives,
    Tasks,
    Assignments,
    Targets,
    Aims,
    Sources,
    Figures,
    OutsideFigures,
    Missing,
    Glossary,
}

impl FileKind {
    /// Every kind, in the order they are read.
    pub(crate) const ALL: [Self; 20] = [
        Self::AreaUnits,
        Self::AreaSuccessions,
        Self::AreaGroups,
        Self::AreaGroupMembers,
        Self::AreaTiles,
        Self::Agencies,
        Self::Document,
        Self::MeasurementUnits,
        Self::Indicators,
        Self::Plan,
        Self::Objectives,
        Self::Tasks,
        Self::Assignments,
        Self::Targets,
        Self::Aims,
        Self::Sources,
        Self::Figures,
        Self::OutsideFigures,
        Self::Missing,
        Self::Glossary,
    ];

    /// The kind of the file at this path; `None` when no file of a pack stands there.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["vn", "areas", "units.csv"] => Some(Self::AreaUnits),
            ["vn", "areas", "successions.csv"] => Some(Self::AreaSuccessions),
            ["vn", "areas", "groups.csv"] => Some(Self::AreaGroups),
            ["vn", "areas", "group_members.csv"] => Some(Self::AreaGroupMembers),
            ["vn", "areas", "tiles", name] if name.ends_with(".csv") => Some(Self::AreaTiles),
            ["vn", "agencies", "agencies.toml"] => Some(Self::Agencies),
            ["vn", "documents", name] if name.ends_with(".toml") => Some(Self::Document),
            ["vn", "indicators", name] if name.ends_with(".toml") => Some(Self::Indicators),
            ["vn", "units.toml"] => Some(Self::MeasurementUnits),
            ["plans", _, "plan.toml"] => Some(Self::Plan),
            ["plans", _, "objectives.toml"] => Some(Self::Objectives),
            ["plans", _, "tasks.toml"] => Some(Self::Tasks),
            ["plans", _, "assignments.toml"] => Some(Self::Assignments),
            ["plans", _, "targets.toml"] => Some(Self::Targets),
            ["plans", _, "aims.toml"] => Some(Self::Aims),
            ["publications", "sources.toml"] => Some(Self::Sources),
            ["publications", "figures.csv"] => Some(Self::Figures),
            ["publications", "outside.csv"] => Some(Self::OutsideFigures),
            ["publications", "missing.toml"] => Some(Self::Missing),
            ["glossary.toml"] => Some(Self::Glossary),
            _ => None,
        }
    }

    /// The name of its schema file, without `.schema.json`.
    pub(crate) const fn schema_name(self) -> &'static str {
        match self {
            Self::AreaUnits => "area-units",
            Self::AreaSuccessions => "area-successions",
            Self::AreaGroups => "area-groups",
            Self::AreaGroupMembers => "area-group-members",
            Self::AreaTiles => "area-tiles",
            Self::Agencies => "agencies",
            Self::Document => "document",
            Self::MeasurementUnits => "units",
            Self::Indicators => "indicators",
            Self::Plan => "plan",
            Self::Objectives => "plan-objectives",
            Self::Tasks => "plan-tasks",
            Self::Assignments => "plan-assignments",
            Self::Targets => "plan-targets",
            Self::Aims => "plan-aims",
            Self::Sources => "publication-sources",
            Self::Figures => "publication-figures",
            Self::OutsideFigures => "publication-outside",
            Self::Missing => "publication-missing",
            Self::Glossary => "glossary",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FileKind;

    #[test]
    fn a_path_tells_the_kind_of_file() {
        assert_eq!(FileKind::of("vn/areas/units.csv"), Some(FileKind::AreaUnits));
        assert_eq!(FileKind::of("plans/any/aims.toml"), Some(FileKind::Aims));
        assert_eq!(FileKind::of("vn/indicators/notes.txt"), None);
        assert_eq!(FileKind::of("aims.toml"), None);
    }
}
