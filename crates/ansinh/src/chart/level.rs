//! From figures to places on a picture, in whole numbers only: a level is a figure in thousandths of its unit,
//! a scale has round ends, and a place is a count of steps along a side.

use ansinh_kernel::decimal::Decimal;
use ansinh_kernel::lang::Lang;
use ansinh_kernel::ratio::{Ratio, RatioError};

/// A figure as drawn: thousandths of its unit. Only for drawing; the words beside it carry the exact figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(i64);

/// A hundred trillion units, drawn for anything larger; so no step of a scale can overflow.
const LARGEST: i64 = 100_000_000_000_000_000;

impl Level {
    /// Zero.
    pub const ZERO: Level = Level(0);

    /// The level of a figure in its unit (12.5 for 12.5 %), rounded to a thousandth.
    ///
    /// # Errors
    /// [`RatioError`] when the figure has more than fifteen digits before the mark.
    pub fn of(figure: Ratio) -> Result<Level, RatioError> {
        figure.to_decimal(3).map(|decimal| Level::from_thousandths(decimal.units()))
    }

    /// The level of so many thousandths.
    pub fn from_thousandths(thousandths: i64) -> Level {
        Level(thousandths.clamp(-LARGEST, LARGEST))
    }

    /// The figure written for people, without idle zeros: `12,5`.
    pub fn format(self, lang: Lang) -> String {
        let mut scale = 3;
        let mut units = self.0;
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        let decimal = Decimal::new(units, scale).expect("three decimals are few");
        decimal.format(lang)
    }
}

/// A linear scale with round ends and a few round steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    low: i64,
    high: i64,
    step: i64,
}

/// Where a scale begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// At zero: for bars, whose length is the figure.
    Zero,
    /// Just below the lowest figure: for lines, whose slope is the message.
    Lowest,
}

impl Scale {
    /// The scale that holds all these levels, with at most `steps` steps.
    pub fn around(levels: impl IntoIterator<Item = Level>, from: From, steps: i64) -> Scale {
        let mut low = i64::MAX;
        let mut high = i64::MIN;
        for Level(level) in levels {
            low = low.min(level);
            high = high.max(level);
        }
        if low > high {
            (low, high) = (0, 1000);
        }
        if from == From::Zero {
            low = low.min(0);
            high = high.max(0);
        }
        if low == high {
            high += 1000;
        }
        Scale::rounded(low, high, steps.max(1))
    }

    /// Takes the smallest round step (1, 2 or 5 with zeros) that needs few enough of them.
    fn rounded(low: i64, high: i64, steps: i64) -> Scale {
        let mut power: i64 = 1;
        loop {
            for step in [power, power * 2, power * 5] {
                let low = low.div_euclid(step) * step;
                let high = (high + step - 1).div_euclid(step) * step;
                if (high - low) / step <= steps {
                    return Scale { low, high, step };
                }
            }
            power *= 10;
        }
    }

    /// The lower end.
    pub fn low(&self) -> Level {
        Level(self.low)
    }

    /// The upper end.
    pub fn high(&self) -> Level {
        Level(self.high)
    }

    /// The levels of all steps, both ends among them.
    pub fn ticks(&self) -> Vec<Level> {
        let mut ticks = vec![Level(self.low)];
        let mut level = self.low;
        while level < self.high {
            level += self.step;
            ticks.push(Level(level));
        }
        ticks
    }

    /// How far along a side of this length a level lies; what is off the scale lies at its end.
    pub(crate) fn place(&self, level: Level, length: i32) -> i32 {
        let part = i128::from(level.0.clamp(self.low, self.high)) - i128::from(self.low);
        let whole = (i128::from(self.high) - i128::from(self.low)).max(1);
        let place = (part * i128::from(length) * 2 + whole) / (whole * 2);
        i32::try_from(place).unwrap_or(length)
    }
}

#[cfg(test)]
mod tests {
    use super::{From, Level, Scale};
    use ansinh_kernel::lang::Lang;
    use proptest::prelude::*;

    fn labels(levels: &[i64], from: From) -> String {
        let scale = Scale::around(levels.iter().map(|&l| Level::from_thousandths(l)), from, 5);
        let labels: Vec<String> = scale.ticks().iter().map(|tick| tick.format(Lang::Vi)).collect();
        labels.join(" ")
    }

    #[test]
    fn scales_have_round_ends_and_few_steps() {
        assert_eq!(labels(&[2_400, 1_700], From::Zero), "0 0,5 1 1,5 2 2,5");
        assert_eq!(labels(&[95_000, 99_300], From::Lowest), "95 96 97 98 99 100");
        assert_eq!(labels(&[160_000_000], From::Zero), "0 50.000 100.000 150.000 200.000");
        assert_eq!(labels(&[-700, 300], From::Lowest), "-1 -0,5 0 0,5");
        assert_eq!(labels(&[], From::Zero), "0 0,2 0,4 0,6 0,8 1");
        assert_eq!(labels(&[5_000], From::Lowest), "5 5,2 5,4 5,6 5,8 6");
    }

    #[test]
    fn a_level_off_the_scale_is_drawn_at_its_end() {
        let scale = Scale::around([Level::ZERO, Level::from_thousandths(100_000)], From::Zero, 5);
        assert_eq!(scale.place(Level::from_thousandths(-5), 1000), 0);
        assert_eq!(scale.place(Level::from_thousandths(50_000), 1000), 500);
        assert_eq!(scale.place(Level::from_thousandths(i64::MAX), 1000), 1000);
    }

    proptest! {
        #[test]
        fn every_scale_holds_its_levels_in_order(mut levels in prop::collection::vec(any::<i64>(), 1..6)) {
            levels.sort_unstable();
            let all: Vec<Level> = levels.iter().map(|&l| Level::from_thousandths(l)).collect();
            for from in [From::Zero, From::Lowest] {
                let scale = Scale::around(all.iter().copied(), from, 5);
                let places: Vec<i32> = all.iter().map(|&l| scale.place(l, 1000)).collect();
                prop_assert!(places.is_sorted());
                prop_assert!(places.iter().all(|place| (0..=1000).contains(place)));
                prop_assert!(scale.ticks().len() <= 6);
            }
        }
    }
}
