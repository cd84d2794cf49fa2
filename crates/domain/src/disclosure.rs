//! What the public is not shown: counts of one to four people, and as many other figures beside them as it takes
//! so that no sum or difference of shown totals gives one of them back. The same answer serves page, CSV and API.
//!
//! All totals of one measure and period are sums over the same reporters, whether the areas are those of the time
//! or of today. They form a tree of territories; the few that cross it are only shown when they are made of shown
//! figures. Which figure covers a small one is chosen by place, never by size, so that the choice tells nothing.
//!
//! Zero is shown: nobody can be recognised in it. Figures that publications printed are outside; they are public.

mod audit;
mod choice;
mod view;

use std::collections::BTreeSet;

use ansinh_kernel::area::AreaId;

pub use view::View;

/// From this count on, people are not recognisable.
pub const SMALLEST_SHOWN: i64 = 5;

/// The areas whose figure is withheld; all others are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld(BTreeSet<AreaId>);

impl Withheld {
    /// Whether the figure of this area is withheld.
    pub fn contains(&self, area: &AreaId) -> bool {
        self.0.contains(area)
    }

    /// The areas, ordered by id.
    pub fn iter(&self) -> impl Iterator<Item = &AreaId> {
        self.0.iter()
    }

    /// How many areas are withheld.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn join(&mut self, other: Withheld) {
        self.0.extend(other.0);
    }
}

impl FromIterator<AreaId> for Withheld {
    fn from_iter<I: IntoIterator<Item = AreaId>>(areas: I) -> Withheld {
        Withheld(areas.into_iter().collect())
    }
}

/// What is withheld of counts of people: the small ones, and those that cover them.
pub fn withhold(view: &View) -> Withheld {
    withhold_beside(view, &Withheld::default())
}

/// The same, where these areas are withheld in any case: because another figure that shares theirs is, or because
/// the measure is too sensitive for small places.
pub fn withhold_beside(view: &View, also: &Withheld) -> Withheld {
    choice::settle(view, also)
}

/// What is withheld of shares of people. A withheld numerator withholds the percentage; where a denominator is
/// withheld, so is the numerator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RatioWithheld {
    /// Where the numerator and the percentage are withheld.
    pub numerator: Withheld,
    /// Where the denominator is withheld.
    pub denominator: Withheld,
}

/// What is withheld of shares: both parts are counts of people with small cells of their own.
pub fn withhold_ratio(numerators: &View, denominators: &View) -> RatioWithheld {
    let denominator = withhold(denominators);
    let numerator = withhold_beside(numerators, &denominator);
    RatioWithheld { numerator, denominator }
}

/// One answer for views that share figures: the quarters of a year whose last quarter stands for the year, or the
/// parts of one breakdown that add up to a total. What is withheld in one is withheld in all, so that no two of
/// them can be played against each other. `also` is withheld in any case, such as where the total of the parts is.
pub fn withhold_together(views: &[View], also: &Withheld) -> Withheld {
    let mut all = also.clone();
    loop {
        let before = all.len();
        for view in views {
            all.join(withhold_beside(view, &all));
        }
        if all.len() == before {
            return all;
        }
    }
}

/// What is withheld of a sum over several periods: it is shown only where every one of them is, so that it tells
/// nothing that they do not tell. Only for sums; where the last period stands for the whole, the whole is a view of
/// its own that shares figures with the others, see [`withhold_together`].
pub fn over_time(periods: &[Withheld]) -> Withheld {
    let mut all = Withheld::default();
    for period in periods {
        all.join(period.clone());
    }
    all
}

#[cfg(test)]
mod tests;
