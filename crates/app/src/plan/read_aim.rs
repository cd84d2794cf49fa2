//! Aims: what the plan asks without a figure, judged by direction only against a named base year.

use ansinh_domain::target::{AimGoal, AimJudgement, Course, judge_aim};
use ansinh_kernel::figure::Origin;
use ansinh_kernel::id::{AimId, PlanId};
use ansinh_packs::indicator::{Indicator, Measure};
use ansinh_packs::measurement_unit::MeasurementUnit;
use ansinh_packs::plan::Plan;
use ansinh_packs::publication::MissingFigure;
use ansinh_packs::target::Aim;
use ansinh_store::Read;

use crate::context::App;
use crate::error::{AppError, AppResult};

use super::corrections::Correction;
use super::duties::DutyView;
use super::gather::{Ask, Shown};
use super::map::{MapAsk, MapView};
use super::standing::SeriesBook;

/// How one aim stands.
#[derive(Clone, Debug)]
pub struct AimStanding<'a> {
    /// Its plan.
    pub plan: &'a Plan,
    /// The aim.
    pub aim: &'a Aim,
    /// The indicator it is about.
    pub indicator: &'a Indicator,
    /// The unit of its numbers.
    pub unit: &'a MeasurementUnit,
    /// By reported figures, else published ones.
    pub official: JudgedAim<'a>,
    /// By illustrative figures, where there are any; always labelled.
    pub illustrative: Option<JudgedAim<'a>>,
}

/// One judgement of an aim with the measure it rests on.
#[derive(Clone, Debug)]
pub struct JudgedAim<'a> {
    /// What was counted.
    pub measure: &'a Measure,
    /// Where the figures come from.
    pub origin: Origin,
    /// The judgement.
    pub judgement: AimJudgement,
}

/// The aims of a plan.
#[derive(Clone, Debug)]
pub struct AimList<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its aims in reading order.
    pub aims: Vec<AimStanding<'a>>,
}

/// One aim with everything known of it.
#[derive(Clone, Debug)]
pub struct AimPage<'a> {
    /// How it stands.
    pub standing: AimStanding<'a>,
    /// Who leads, joins and watches.
    pub duties: Vec<DutyView<'a>>,
    /// All figures of its measures for the plan's area.
    pub figures: Vec<Shown<'a>>,
    /// What was searched for and not found.
    pub missing: Vec<&'a MissingFigure>,
    /// The areas of the plan, where they have figures.
    pub map: Option<MapView<'a>>,
    /// Figures that were corrected.
    pub corrections: Vec<Correction<'a>>,
}

impl App {
    /// The aims of a plan.
    ///
    /// # Errors
    /// `NotFound` when there is no such plan; `Store` when the database does not answer.
    pub async fn list_aims(&self, plan: &PlanId) -> AppResult<AimList<'_>> {
        let plan = self.plan_of(plan)?;
        let mut read = self.database.read().await?;
        let aims = self.aim_standings(&mut read, plan, &plan.aims.iter().collect::<Vec<_>>()).await?;
        Ok(AimList { plan, aims })
    }

    /// One aim.
    ///
    /// # Errors
    /// `NotFound` when there is no such aim; `Store` when the database does not answer.
    pub async fn read_aim(&self, id: &AimId, ask: &MapAsk) -> AppResult<AimPage<'_>> {
        let (plan, aim) = self.aim_of(id)?;
        let mut read = self.database.read().await?;
        let mut standings = self.aim_standings(&mut read, plan, &[aim]).await?;
        let standing = standings.pop().ok_or(AppError::NotFound)?;
        let judged = self.measures_of(&aim.measures);
        let measures = self.measures_of(aim.measures.iter().chain(&aim.companions));
        let figures = self.own_figures(&mut read, &plan.area, &measures).await?;
        let corrections = self.corrections(&mut read, &figures).await?;
        let missing = self.searched_in_vain(&plan.area, &measures);
        let map = self.map(&mut read, &plan.area, &judged, &ask.until(plan.period.last_year())).await?;
        Ok(AimPage { standing, duties: self.duties(&aim.agencies), figures, missing, map, corrections })
    }

    pub(crate) async fn aim_standings<'a>(
        &'a self,
        read: &mut Read,
        plan: &'a Plan,
        aims: &[&'a Aim],
    ) -> AppResult<Vec<AimStanding<'a>>> {
        let measures = self.measures_of(aims.iter().flat_map(|aim| &aim.measures));
        let ask = Ask { periods: self.periods_of(&measures), measures, areas: self.with_group(&plan.area) };
        let gathered = self.gather(read, &ask).await?;
        let book = SeriesBook::of(&gathered.shown, |one| self.speaks_for(&plan.area, one))?;
        aims.iter().map(|aim| self.aim_standing(plan, aim, &book)).collect()
    }

    fn aim_standing<'a>(&'a self, plan: &'a Plan, aim: &'a Aim, book: &SeriesBook) -> AppResult<AimStanding<'a>> {
        let indicator = self.indicator_of(&aim.indicator)?;
        let official = self.judged_aim(plan, aim, book, &[Origin::Reported, Origin::Published])?;
        let illustrative = self.judged_aim(plan, aim, book, &[Origin::Illustrative])?;
        Ok(AimStanding {
            plan,
            aim,
            indicator,
            unit: self.unit_of(indicator)?,
            official: official.ok_or_else(|| AppError::Broken(format!("{} has no measure", aim.id)))?.0,
            illustrative: illustrative.filter(|(_, has_figures)| *has_figures).map(|(judged, _)| judged),
        })
    }

    /// The judgement that knows most, in the order of measures and origins, and whether it has any figure.
    fn judged_aim<'a>(
        &'a self,
        plan: &Plan,
        aim: &Aim,
        book: &SeriesBook,
        origins: &[Origin],
    ) -> AppResult<Option<(JudgedAim<'a>, bool)>> {
        let goal = AimGoal::of(aim);
        let mut best: Option<(u8, JudgedAim<'a>, bool)> = None;
        for id in &aim.measures {
            let Some(measure) = self.packs.indicators.measure(id) else { continue };
            for origin in origins {
                let series = book.get(measure, *origin, &plan.area);
                let judgement =
                    judge_aim(&goal, &series).map_err(|error| AppError::Broken(format!("{}: {error}", aim.id)))?;
                let known = match judgement.course {
                    Course::Forward | Course::Backward | Course::Unchanged => 2,
                    Course::Nothing | Course::NoBase | Course::NoData => u8::from(!series.points.is_empty()),
                };
                if best.as_ref().is_none_or(|(so_far, ..)| known > *so_far) {
                    best = Some((known, JudgedAim { measure, origin: *origin, judgement }, !series.points.is_empty()));
                }
            }
        }
        Ok(best.map(|(_, judged, has_figures)| (judged, has_figures)))
    }
}
