//! Who asks whom for what: which agency asks for a measure on a day, which areas are asked, and which measures a sheet
//! holds.

use ansinh_domain::round;
use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_kernel::date::Date;
use ansinh_kernel::id::{AgencyId, BreakdownId, MeasureId};
use ansinh_kernel::period::Period;
use ansinh_packs::Pack;
use ansinh_packs::indicator::{CollectedAt, Measure};
use ansinh_packs::target::AgencyDuty;

use super::{CellName, SheetKey};

/// The agency that asks for a measure on a day: its owner while that exists; then whoever leads what the measure
/// serves in a plan; then whoever took over from the owner.
pub(super) fn asking_agency(packs: &Pack, measure: &Measure, on: Date) -> Option<AgencyId> {
    let owner = measure.owner.as_ref()?;
    let acting = packs.agencies.acting_on(owner, on);
    if acting.iter().any(|agency| agency.id == *owner) {
        return Some(owner.clone());
    }
    let lead = serves(packs, &measure.id).and_then(|duties| packs.agencies.lead_of(duties, on));
    lead.map(|lead| lead.agency.id.clone()).or_else(|| acting.first().map(|agency| agency.id.clone()))
}

/// The duties of what a measure serves: a target or an aim that it judges, else one that it stands beside.
fn serves<'a>(packs: &'a Pack, measure: &MeasureId) -> Option<&'a [AgencyDuty]> {
    let targets = || packs.plans.iter().flat_map(|plan| &plan.targets);
    let aims = || packs.plans.iter().flat_map(|plan| &plan.aims);
    let judged = targets().find(|target| target.measures.contains(measure)).map(|target| &target.agencies);
    let followed = || aims().find(|aim| aim.measures.contains(measure)).map(|aim| &aim.agencies);
    let beside = || targets().find(|target| target.companions.contains(measure)).map(|target| &target.agencies);
    let beside_aim = || aims().find(|aim| aim.companions.contains(measure)).map(|aim| &aim.agencies);
    judged.or_else(followed).or_else(beside).or_else(beside_aim).map(Vec::as_slice)
}

/// Whether a plan's territory holds an area: the plan's own area, or the group that it lives on as. Who joined a
/// territory later is not asked for a plan made without them.
pub(super) fn is_asked(packs: &Pack, area: &AreaId) -> bool {
    packs.plans.iter().any(|plan| {
        let group = packs.areas.continued_as(&plan.area);
        std::iter::once(&plan.area).chain(group).any(|whole| packs.areas.contains(whole, area))
    })
}

/// The areas of a level that are asked in a container, ordered by id.
pub(super) fn asked_areas(packs: &Pack, container: &AreaId, level: AreaLevel, period: &Period) -> Vec<AreaId> {
    let reporters = packs.areas.reporters(container, level, period).into_iter();
    reporters.filter(|area| is_asked(packs, area)).cloned().collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn packs() -> Pack {
        Pack::embedded().unwrap_or_else(|problems| panic!("{problems}"))
    }

    fn asked(packs: &Pack, measure: &str, on: &str) -> String {
        let measure = packs.indicators.measure(&measure.parse().unwrap()).unwrap();
        asking_agency(packs, measure, on.parse().unwrap()).map_or_else(String::new, |agency| agency.to_string())
    }

    #[test]
    fn whoever_took_over_the_work_asks_for_its_figures() {
        let packs = packs();
        let poverty = [
            "poverty-rate-review-2016",
            "poverty-rate-review-2022",
            "poverty-rate-poor-communes",
            "near-poor-rate-review-2016",
            "near-poor-rate-review-2022",
        ];
        for measure in poverty {
            for (day, agency) in [
                ("2023-01-10", "so-ldtbxh"),
                ("2025-02-28", "so-ldtbxh"),
                ("2025-03-01", "so-nnmt"),
                ("2025-07-01", "so-nnmt"),
                ("2026-11-23", "so-nnmt"),
            ] {
                assert_eq!(asked(&packs, measure, day), agency, "{measure} on {day}");
            }
        }
        for (measure, agency) in [
            ("jobs-total", "so-noi-vu"),
            ("merit-living-standard", "so-noi-vu"),
            ("trained-labour-plan", "so-gddt"),
            ("voluntary-rehabilitation", "cong-an-tinh"),
            ("elderly-care-centres", "so-y-te"),
            ("social-assistance-beneficiaries", "so-y-te"),
            ("minimum-living-standard", "so-y-te"),
            ("broadcast-coverage", "so-vhttdl"),
            ("hygienic-water-rural", "so-nnmt"),
            ("semi-boarding-pupils", "so-gddt"),
            ("poverty-rate-survey", ""),
        ] {
            assert_eq!(asked(&packs, measure, "2026-11-23"), agency, "{measure}");
        }
    }

    /// Every agency that asks exists on the day, or nobody could answer to it.
    #[test]
    fn whoever_asks_exists_on_the_day() {
        let packs = packs();
        for day in ["2016-06-01", "2024-12-31", "2025-03-01", "2025-06-30", "2025-07-01", "2026-11-23"] {
            let day: Date = day.parse().unwrap();
            for measure in packs.indicators.measures().filter(|measure| measure.owner.is_some()) {
                let agency =
                    asking_agency(&packs, measure, day).unwrap_or_else(|| panic!("nobody asks {}", measure.id));
                assert!(packs.agencies.name_on(&agency, day).is_some(), "{agency} asks for {} on {day}", measure.id);
            }
        }
    }

    #[test]
    fn only_the_territory_of_the_plan_is_asked() {
        let packs = packs();
        let asked = |container: &str, level, period: &str| {
            asked_areas(&packs, &container.parse().unwrap(), level, &period.parse().unwrap())
        };
        let texts = |areas: &[AreaId]| areas.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(texts(&asked("t44.2025", AreaLevel::Province, "2020")), ["t44"], "old Quảng Trị had its own plan");
        assert_eq!(texts(&asked("vn", AreaLevel::Province, "2020")), ["t44"]);
        assert_eq!(texts(&asked("t45", AreaLevel::Province, "2020")), [""; 0]);
        assert_eq!(asked("t44.2025", AreaLevel::Commune, "2020").len(), 151);
        assert_eq!(asked("t44.2025", AreaLevel::Commune, "2025").len(), 41);
        assert!(is_asked(&packs, &"x19207.2025".parse().unwrap()));
    }
}
