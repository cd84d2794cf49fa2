//! Whether the figures of one time can be shown for the areas of another. They can when whole units of that time
//! make up the area; where a border cuts through a unit the answer is no, and says which unit. People are never
//! counted again by a share of territory.

use std::fmt;

use ansinh_kernel::{
    area::{AreaId, AreaLevel},
    date::Date,
    period::Period,
};

use super::{Area, AreaTree};

/// Whether figures reported by the units of a period make up an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restatable {
    /// Whole units make it up exactly.
    Yes,
    /// They do not, and why.
    Partial(RestateObstacle),
}

/// Why the units of a period do not make up an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RestateObstacle {
    /// The area is unknown to the pack.
    UnknownArea,
    /// No unit of the level lies in it then.
    NoUnits,
    /// It is only a part of one unit of that time.
    PartOfUnit(AreaId),
    /// This unit of that time lies only partly in it.
    SplitUnit(AreaId),
    /// This part of it has no units of the level on record then.
    PartWithoutUnits(AreaId),
}

impl fmt::Display for RestateObstacle {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownArea => write!(out, "không có đơn vị này trong dữ liệu"),
            Self::NoUnits => write!(out, "vào kỳ này không có đơn vị nào thuộc phạm vi"),
            Self::PartOfUnit(unit) => write!(out, "vào kỳ này chỉ là một phần của {}", unit.as_str()),
            Self::SplitUnit(unit) => write!(out, "{} chỉ nằm một phần trong phạm vi", unit.as_str()),
            Self::PartWithoutUnits(part) => write!(out, "phần {} chưa có danh sách đơn vị của kỳ này", part.as_str()),
        }
    }
}

impl AreaTree {
    /// Whether the figures that the units of this level reported for the period can be shown for the container.
    #[must_use]
    pub fn restatable(&self, container: &AreaId, level: AreaLevel, period: &Period) -> Restatable {
        match self.restate_obstacle(container, level, period.last_day()) {
            Some(obstacle) => Restatable::Partial(obstacle),
            None => Restatable::Yes,
        }
    }

    fn restate_obstacle(&self, container: &AreaId, level: AreaLevel, date: Date) -> Option<RestateObstacle> {
        let Some(area) = self.get(container) else { return Some(RestateObstacle::UnknownArea) };
        let reports = |unit: &Area| unit.level == level && unit.exists_on(date);
        if reports(area) {
            return None;
        }
        let above = self.containers(container).iter().filter_map(|id| self.get(id));
        if let Some(larger) = above.into_iter().find(|unit| reports(unit)) {
            return Some(RestateObstacle::PartOfUnit(larger.id.clone()));
        }
        if let Some(unit) = self.unit_cut_by(container, &reports) {
            return Some(RestateObstacle::SplitUnit(unit.clone()));
        }
        if !self.members(container).iter().filter_map(|id| self.get(id)).any(&reports) {
            return Some(RestateObstacle::NoUnits);
        }
        self.part_without_units(container, level, date).map(|part| RestateObstacle::PartWithoutUnits(part.clone()))
    }

    /// A reporting unit of which only a part passed into the container or into something in it.
    fn unit_cut_by(&self, container: &AreaId, reports: &dyn Fn(&Area) -> bool) -> Option<&AreaId> {
        self.all_successions()
            .iter()
            .filter(|succession| !succession.is_whole())
            .filter(|succession| self.contains(container, &succession.to))
            .filter(|succession| !self.contains(container, &succession.from))
            .find_map(|succession| {
                let given = std::iter::once(&succession.from).chain(self.members(&succession.from));
                given.filter_map(|id| self.get(id)).find(|area| reports(area)).map(|area| &area.id)
            })
    }

    /// A larger area in the container that exists then and in which no unit of the level does.
    fn part_without_units(&self, container: &AreaId, level: AreaLevel, date: Date) -> Option<&AreaId> {
        let is_larger = |area: &&Area| area.level < level && area.exists_on(date);
        let parts = self.members(container).iter().filter_map(|id| self.get(id)).filter(is_larger);
        let has_units = |part: &Area| {
            let members = self.members(&part.id).iter().filter_map(|id| self.get(id));
            members.into_iter().any(|unit| unit.level == level && unit.exists_on(date))
        };
        parts.into_iter().find(|part| !has_units(part)).map(|part| &part.id)
    }
}
