//! What everybody may read without signing in: plans, targets, agencies, areas and every figure behind them. One file
//! a verb; each loads what it needs in one snapshot, withholds small numbers, judges, and hands back typed models
//! that borrow names and definitions from the packs. No page decides anything after this.

mod corrections;
mod disclosed;
mod duties;
mod find;
mod gather;
mod gauge;
mod kept;
mod list_agencies;
mod list_areas;
mod list_documents;
mod list_indicators;
mod list_targets;
mod map;
mod overview;
mod read_agency;
mod read_aim;
mod read_area;
mod read_clause;
mod read_plan;
mod read_target;
mod search;
mod standing;
mod trace;

pub use corrections::{Author, Correction, StatedVersion};
pub use duties::DutyView;
pub use find::Found;
pub use gather::{Boundary, ORIGINS, Refused, Shown};
pub use gauge::Gauge;
pub(crate) use kept::Kept;
pub use list_agencies::AgencyLine;
pub use list_areas::{AreaCount, AreaList};
pub use list_documents::DocumentPage;
pub use list_indicators::{IndicatorPage, MeasureFigures};
pub use list_targets::{TargetFilter, TargetList};
pub use map::{MapAreas, MapAsk, MapCell, MapView};
pub use overview::{BandCounts, EvidenceCounts, GroupStanding, Overview};
pub use read_agency::{AgencyPage, Charge, Duties};
pub use read_aim::{AimList, AimPage, AimStanding, JudgedAim};
pub use read_area::{AreaPage, PartsMap};
pub use read_clause::{ClauseContent, ClauseLine, ClausePage};
pub use read_plan::{PlanNode, PlanPage};
pub use read_target::TargetPage;
pub use search::{HITS_PER_KIND, Hits};
pub use standing::{Judged, Nearest, Standing};
pub use trace::{FigureTrace, REPORTERS_PER_PAGE, ReporterLine, Reports};
