//! Rounds of collection: which periods of a measure are asked, from when, until when, how that stands on a day, and
//! who has to answer. A figure is asked once its period is over; late and due soon are said by days.

use ansinh_kernel::{
    area::AreaId,
    date::{Date, Year},
    period::Period,
};
use ansinh_packs::{
    area::AreaTree,
    indicator::{CollectedAt, Measure},
};

use crate::figure::level_of;

/// Days before the due date on which those who have to answer are reminded.
pub const REMIND_AT: [i64; 3] = [7, 3, 1];

/// Days to answer where the measure names none.
pub const USUAL_DUE_DAYS: u16 = 30;

/// One period of a measure that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// The period.
    pub period: Period,
    /// The first day on which it can be answered: the day after its last.
    pub opens_on: Date,
    /// The last day on which an answer is in time.
    pub due_on: Date,
    /// How it stands on the day that was asked about.
    pub timeliness: Timeliness,
}

/// How a round stands on a day, as long as it is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timeliness {
    /// The due date has passed.
    Late {
        /// Days since, from 1.
        days_late: i64,
    },
    /// The due date is near.
    DueSoon {
        /// Days left; 0 on the due date itself.
        days_left: i64,
    },
    /// There is time.
    Open {
        /// Days left.
        days_left: i64,
    },
    /// The period is not over.
    NotOpen {
        /// The first day on which it can be answered.
        opens_on: Date,
    },
}

impl Timeliness {
    /// How a round stands on a day.
    pub fn on(today: Date, opens_on: Date, due_on: Date) -> Timeliness {
        let days_left = today.days_until(due_on);
        let soon = REMIND_AT.into_iter().max().unwrap_or_default();
        if today < opens_on {
            Timeliness::NotOpen { opens_on }
        } else if days_left < 0 {
            Timeliness::Late { days_late: -days_left }
        } else if days_left <= soon {
            Timeliness::DueSoon { days_left }
        } else {
            Timeliness::Open { days_left }
        }
    }

    /// Whether this is one of the days on which those who have to answer are reminded: some days before the due
    /// date, and every day after it.
    pub fn is_reminder_day(self) -> bool {
        match self {
            Timeliness::Late { .. } => true,
            Timeliness::DueSoon { days_left } => REMIND_AT.contains(&days_left),
            Timeliness::Open { .. } | Timeliness::NotOpen { .. } => false,
        }
    }
}

/// Every round of a measure up to a day, the one of the running period included, from the first year it is
/// collected; in order of time. A measure that names no first year begins in the year before. Nothing is asked for
/// measures that only publications have.
pub fn rounds(measure: &Measure, today: Date) -> Vec<Round> {
    if measure.collected_at == CollectedAt::Published {
        return Vec::new();
    }
    let running = today.year();
    let year_before = running.plus(-1).unwrap_or(running);
    let first = measure.first_year.unwrap_or(year_before);
    let last = measure.last_year.map_or(running, |last| last.min(running));
    let periods = first.through(last).flat_map(|year: Year| Period::Year(year).parts(measure.frequency));
    let begun = periods.take_while(|period| period.first_day() <= today);
    begun.filter_map(|period| round_of(measure, period, today)).collect()
}

/// The round of one period; none when the measure is not collected for it, or at the end of the calendar.
pub fn round_of(measure: &Measure, period: Period, today: Date) -> Option<Round> {
    let collected = measure.is_collected_in(period.first_year()) && measure.is_collected_in(period.last_year());
    if !collected || period.frequency() != Some(measure.frequency) {
        return None;
    }
    let opens_on = period.last_day().tomorrow().ok()?;
    let due_on = due_on(measure, period)?;
    Some(Round { period, opens_on, due_on, timeliness: Timeliness::on(today, opens_on, due_on) })
}

/// The last day on which an answer for a period is in time; none at the end of the calendar.
pub fn due_on(measure: &Measure, period: Period) -> Option<Date> {
    let days = measure.due_days.unwrap_or(USUAL_DUE_DAYS);
    period.last_day().plus_days(i32::from(days)).ok()
}

/// Who has to answer for a period in a container: the areas of the measure's level that exist on its last day,
/// ordered by id. Nobody for measures that only publications have.
pub fn obliged(measure: &Measure, areas: &AreaTree, container: &AreaId, period: Period) -> Vec<AreaId> {
    let Some(level) = level_of(measure.collected_at) else { return Vec::new() };
    areas.reporters(container, level, &period).into_iter().cloned().collect()
}

#[cfg(test)]
mod tests;
