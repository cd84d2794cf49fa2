//! Targets and aims of a plan as rows of data: what is asked, by when, of which measure, and who leads. Judging
//! them against figures is the work of the domain, not of this module.

use ansinh_kernel::{
    area::AreaId,
    date::{Date, Validity, Year},
    decimal::Decimal,
    figure::LegalStatus,
    id::{AgencyId, AimId, IndicatorId, MeasureId, SourceId, TargetId},
    lang::Bilingual,
    legal::ClauseId,
};

use crate::{indicator::Direction, word::words};

/// One figure the plan promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Slug.
    pub id: TargetId,
    /// The clause that states it.
    pub clause: ClauseId,
    /// The indicator it is about.
    pub indicator: IndicatorId,
    /// Short title.
    pub title: Bilingual,
    /// What the plan asks, in our words.
    pub says: Bilingual,
    /// The reading chosen where the plan's wording is ambiguous.
    pub reading: Option<Bilingual>,
    /// The year by whose end it must be met.
    pub deadline: Year,
    /// The measures it is judged by, the primary one first; never empty.
    pub measures: Vec<MeasureId>,
    /// Measures shown beside it and never judged.
    pub companions: Vec<MeasureId>,
    /// What kind of promise it is, with its numbers in the unit of the indicator.
    pub kind: TargetKind,
    /// The value the path starts from.
    pub baseline: Option<Baseline>,
    /// Who leads, joins and watches.
    pub agencies: Vec<AgencyDuty>,
}

impl Target {
    /// The measure it is judged by first.
    #[must_use]
    pub fn primary_measure(&self) -> Option<&MeasureId> {
        self.measures.first()
    }
}

/// A direction the plan asks for without a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// Slug.
    pub id: AimId,
    /// The clause that states it.
    pub clause: ClauseId,
    /// The indicator it is about.
    pub indicator: IndicatorId,
    /// Short title.
    pub title: Bilingual,
    /// What the plan asks, in our words.
    pub says: Bilingual,
    /// The reading chosen where the plan's wording is ambiguous.
    pub reading: Option<Bilingual>,
    /// The direction asked.
    pub direction: Direction,
    /// The year later values are compared with.
    pub base_year: Year,
    /// The measures it is judged by, the primary one first; never empty.
    pub measures: Vec<MeasureId>,
    /// Measures shown beside it and never judged.
    pub companions: Vec<MeasureId>,
    /// Who leads, joins and watches.
    pub agencies: Vec<AgencyDuty>,
}

/// The value a path starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The year whose end it describes.
    pub year: Year,
    /// The value in the unit of the measure.
    pub value: Decimal,
    /// The measure it was counted by.
    pub measure: MeasureId,
    /// How surely it is known.
    pub status: LegalStatus,
    /// Where it was printed.
    pub source: SourceId,
}

/// The kinds of promises; the numbers are in the unit of the indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// A level to reach by the deadline, on a straight path from the baseline when there is one.
    Level {
        /// Which side of the value is met.
        bound: Bound,
        /// The level.
        value: Decimal,
    },
    /// A ceiling or floor that holds in every period; no path.
    Limit {
        /// Which side of the value is met.
        bound: Bound,
        /// The limit.
        value: Decimal,
    },
    /// A sum of yearly flows.
    Cumulative {
        /// Which side of the total is met.
        bound: Bound,
        /// The sum asked over all years.
        total: Decimal,
        /// The yearly share the plan names.
        yearly: Decimal,
        /// First year counted.
        first: Year,
        /// Last year counted.
        last: Year,
    },
    /// Met at the low end, stretched to the high end.
    Range {
        /// Where it is met.
        low: Decimal,
        /// Where the stretch is reached.
        high: Decimal,
        /// Which way the value should move.
        direction: Direction,
    },
    /// A fall in points each year and as a yearly mean.
    YearlyFall {
        /// The smallest fall that meets it, in points a year.
        low: Decimal,
        /// The fall of the stretch, in points a year.
        high: Decimal,
    },
    /// Its own value against the same measure of another area.
    Relative {
        /// Which side of the other's value is met.
        bound: Bound,
        /// The area compared with.
        to: AreaId,
    },
    /// A number of things that exist.
    Count {
        /// Which side of the value is met.
        bound: Bound,
        /// How many.
        value: Decimal,
    },
    /// A number met when it is near enough.
    Approximate {
        /// The number.
        value: Decimal,
        /// How far off is still met, in percent of the number.
        tolerance_percent: Decimal,
    },
    /// A yes or no that every area has to answer alike.
    EveryArea {
        /// The answer wanted of every area.
        wanted: bool,
    },
    /// A share the plan names without a figure: shown by direction, not judged.
    ShareNoFigure {
        /// Which side would meet it.
        bound: Bound,
    },
}

words! {
    /// Which side of a number meets a target.
    pub enum Bound: "phía của ngưỡng" {
        /// The number or more.
        AtLeast = "at_least", "ít nhất", "at least";
        /// More than the number; the number itself does not meet it.
        MoreThan = "more_than", "trên", "more than";
        /// The number or less.
        AtMost = "at_most", "nhiều nhất", "at most";
        /// Less than the number; the number itself does not meet it.
        LessThan = "less_than", "dưới", "less than";
    }
}

impl Bound {
    /// Which way a value moves to meet it.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::AtLeast | Self::MoreThan => Direction::Up,
            Self::AtMost | Self::LessThan => Direction::Down,
        }
    }

    /// Whether a value that stands so to the number (`value.cmp(&number)`) meets it.
    #[must_use]
    pub const fn is_met_by(self, value_to_number: std::cmp::Ordering) -> bool {
        match self {
            Self::AtLeast => value_to_number.is_ge(),
            Self::MoreThan => value_to_number.is_gt(),
            Self::AtMost => value_to_number.is_le(),
            Self::LessThan => value_to_number.is_lt(),
        }
    }
}

/// What one agency has to do with a task, an assignment, a target or an aim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyDuty {
    /// Who.
    pub agency: AgencyId,
    /// In which role.
    pub role: DutyRole,
    /// Whether the plan says so or we concluded it.
    pub assigned_by: AssignedBy,
    /// The clause that says so.
    pub clause: Option<ClauseId>,
    /// The days it holds; both ends open when nothing is said.
    pub valid: Validity,
}

impl AgencyDuty {
    /// Whether this duty leads on that day.
    #[must_use]
    pub fn leads_on(&self, date: Date) -> bool {
        self.role == DutyRole::Lead && self.valid.contains(date)
    }
}

words! {
    /// The role of an agency.
    pub enum DutyRole: "vai trò" {
        /// Chủ trì
        Lead = "lead", "chủ trì", "leads";
        /// Phối hợp
        Join = "join", "phối hợp", "joins";
        /// Theo dõi
        Watch = "watch", "theo dõi", "watches";
    }
}

words! {
    /// How we know who has a duty.
    pub enum AssignedBy: "căn cứ giao việc" {
        /// A clause of the plan says so.
        Clause = "clause", "theo điều khoản", "stated by a clause";
        /// Concluded from the agency's function; the plan does not say.
        Inferred = "inferred", "suy ra từ chức năng", "inferred from function";
    }
}
