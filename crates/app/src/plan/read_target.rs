//! One target with everything known of it: how it stands, by which figures, who has to do it, where it stands on the
//! map, and what was corrected.

use ansinh_kernel::area::AreaId;
use ansinh_kernel::id::TargetId;
use ansinh_packs::indicator::Measure;
use ansinh_packs::publication::{MissingFigure, Source};
use ansinh_store::Read;

use crate::context::App;
use crate::error::{AppError, AppResult};

use super::corrections::Correction;
use super::duties::DutyView;
use super::gather::{Ask, Shown, origin_rank};
use super::map::{MapAsk, MapView};
use super::standing::Standing;

/// One target.
#[derive(Clone, Debug)]
pub struct TargetPage<'a> {
    /// How it stands.
    pub standing: Standing<'a>,
    /// Who leads, joins and watches.
    pub duties: Vec<DutyView<'a>>,
    /// All figures of its measures and companions for the plan's area.
    pub figures: Vec<Shown<'a>>,
    /// What was searched for and not found.
    pub missing: Vec<&'a MissingFigure>,
    /// Where the plan's baseline was printed.
    pub baseline_source: Option<&'a Source>,
    /// The areas of the plan, where they have figures.
    pub map: Option<MapView<'a>>,
    /// Figures that were corrected.
    pub corrections: Vec<Correction<'a>>,
}

impl TargetPage<'_> {
    /// Whether a measure is shown beside the target and never judged.
    #[must_use]
    pub fn is_companion(&self, measure: &Measure) -> bool {
        !self.standing.target.measures.contains(&measure.id)
    }
}

impl App {
    /// One target.
    ///
    /// # Errors
    /// `NotFound` when there is no such target; `Store` when the database does not answer.
    pub async fn read_target(&self, id: &TargetId, ask: &MapAsk) -> AppResult<TargetPage<'_>> {
        let (plan, target) = self.target_of(id)?;
        let mut read = self.database.read().await?;
        let mut standings = self.standings(&mut read, plan, &[target]).await?;
        let standing = standings.pop().ok_or(AppError::NotFound)?;
        let judged = self.measures_of(&target.measures);
        let measures = self.measures_of(target.measures.iter().chain(&target.companions));
        let figures = self.own_figures(&mut read, &plan.area, &measures).await?;
        let corrections = self.corrections(&mut read, &figures).await?;
        let map = self.map(&mut read, &plan.area, &judged, &ask.until(target.deadline)).await?;
        let baseline = target.baseline.as_ref();
        Ok(TargetPage {
            standing,
            duties: self.duties(&target.agencies),
            missing: self.searched_in_vain(&plan.area, &measures),
            baseline_source: baseline.and_then(|baseline| self.packs.publications.source(&baseline.source)),
            figures,
            map,
            corrections,
        })
    }

    /// Every figure of these measures for an area, in its own time, and for the group it lives on as after that.
    pub(crate) async fn own_figures<'a>(
        &'a self,
        read: &mut Read,
        area: &AreaId,
        measures: &[&'a Measure],
    ) -> AppResult<Vec<Shown<'a>>> {
        let ask = Ask { measures: measures.to_vec(), periods: self.periods_of(measures), areas: self.with_group(area) };
        let mut shown = self.gather(read, &ask).await?.shown;
        shown.retain(|one| self.standing_for(area, &one.period) == &one.area);
        let rank = |one: &Shown<'_>| measures.iter().position(|measure| measure.id == one.measure.id);
        shown.sort_by_cached_key(|one| (rank(one), origin_rank(one.origin), one.breakdown.clone(), one.period));
        Ok(shown)
    }

    /// What was searched for an area and these measures and not found.
    pub(crate) fn searched_in_vain<'a>(&'a self, area: &AreaId, measures: &[&Measure]) -> Vec<&'a MissingFigure> {
        let concerns =
            |gap: &&MissingFigure| &gap.area == area && measures.iter().any(|measure| measure.id == gap.measure);
        self.packs.publications.missing.iter().filter(concerns).collect()
    }
}
