//! Who asks for what: which agency asks for a measure on a day, and which measures a sheet holds.

use ansinh_domain::round;
use ansinh_kernel::area::AreaLevel;
use ansinh_kernel::date::Date;
use ansinh_kernel::id::{AgencyId, BreakdownId};
use ansinh_packs::Pack;
use ansinh_packs::indicator::{CollectedAt, Measure};

use super::{CellName, SheetKey};

/// The agency that asks for a measure on a day: its owner while that exists; then whoever leads a
/// target judged by the measure; then whoever took over from the owner.
pub(super) fn asking_agency(packs: &Pack, measure: &Measure, on: Date) -> Option<AgencyId> {
    let owner = measure.owner.as_ref()?;
    let acting = packs.agencies.acting_on(owner, on);
    if acting.iter().any(|agency| agency.id == *owner) {
        return Some(owner.clone());
    }
    let judged = packs.plans.iter().flat_map(|plan| &plan.targets).find(|target| target.measures.contains(&measure.id));
    let lead = judged.and_then(|target| packs.agencies.lead_on(target, on)).map(|lead| lead.agency.id.clone());
    lead.or_else(|| acting.first().map(|agency| agency.id.clone()))
}

/// Level of the areas that are asked for a measure; none when it is only ever published.
pub(super) fn level_asked(measure: &Measure) -> Option<AreaLevel> {
    match measure.collected_at {
        CollectedAt::Commune => Some(AreaLevel::Commune),
        CollectedAt::District => Some(AreaLevel::District),
        CollectedAt::Province => Some(AreaLevel::Province),
        CollectedAt::Nation | CollectedAt::Published => None,
    }
}

/// Measures that a sheet asks for, in the order of their files.
pub(super) fn measures_of<'a>(packs: &'a Pack, key: &SheetKey, today: Date) -> Vec<&'a Measure> {
    let asks = |measure: &&Measure| {
        level_asked(measure) == Some(key.area.level())
            && is_open(measure, key, today)
            && asking_agency(packs, measure, today).as_ref() == Some(&key.agency)
    };
    packs.indicators.measures().filter(asks).collect()
}

fn is_open(measure: &Measure, key: &SheetKey, today: Date) -> bool {
    round::rounds(measure, today).iter().any(|round| round.period == key.period && round.opens_on <= today)
}

/// Cells of a measure: its total, then its breakdowns.
pub(super) fn cells_of(measure: &Measure) -> impl Iterator<Item = CellName> {
    let totals = std::iter::once(BreakdownId::total());
    let breakdowns = measure.breakdowns.iter().map(|breakdown| breakdown.id.clone());
    totals.chain(breakdowns).map(|breakdown| CellName { measure: measure.id.clone(), breakdown })
}
