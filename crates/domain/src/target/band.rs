//! The bands a target is sorted into, and the two shares of the planned way that part them. The shares are data:
//! another plan may bring its own.

use ansinh_kernel::ratio::Ratio;

use super::JudgeError;

ansinh_kernel::words! {
    /// How a target stands, in one word.
    pub enum Band: "mức đạt" {
        /// Meets what the plan asks.
        Achieved = "achieved", "đạt", "achieved";
        /// On the planned way, or ahead of it.
        OnTrack = "on_track", "đúng tiến độ", "on track";
        /// Behind, but not far.
        Slow = "slow", "chậm", "slow";
        /// Far behind.
        OffTrack = "off_track", "chậm nhiều", "off track";
        /// Moving the wrong way.
        Worsening = "worsening", "đi ngược hướng", "worsening";
        /// The deadline has come and the figure does not meet it.
        Missed = "missed", "không đạt", "missed";
        /// A figure is due and not there, or says too little.
        NoData = "no_data", "chưa có số liệu", "no data";
        /// There is a figure, but nothing to measure the way from.
        NoBaseline = "no_baseline", "không có năm gốc", "no baseline";
        /// Its time has not come.
        NotDue = "not_due", "chưa đến hạn", "not due";
        /// Shown and not judged.
        NotJudged = "not_judged", "không đánh giá", "not judged";
    }
}

impl Band {
    /// Whether it says how a figure stands against what is asked: not that one is missing, not due or not judged.
    pub const fn is_verdict(self) -> bool {
        match self {
            Band::Achieved | Band::OnTrack | Band::Slow | Band::OffTrack | Band::Worsening | Band::Missed => true,
            Band::NoData | Band::NoBaseline | Band::NotDue | Band::NotJudged => false,
        }
    }
}

/// The shares of the planned way from which a target is on track, and slow; below the second it is off track,
/// below zero worsening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandThresholds {
    on_track: Ratio,
    slow: Ratio,
}

impl BandThresholds {
    /// The two shares, such as 95/100 and 60/100.
    ///
    /// # Errors
    /// [`JudgeError::BadThresholds`] unless `0 < slow <= on_track <= 1`.
    pub fn new(on_track: Ratio, slow: Ratio) -> Result<BandThresholds, JudgeError> {
        if slow.is_positive() && slow <= on_track && on_track <= Ratio::ONE {
            Ok(BandThresholds { on_track, slow })
        } else {
            Err(JudgeError::BadThresholds { on_track, slow })
        }
    }

    /// From this share of the planned way on, a target is on track.
    pub const fn on_track(&self) -> Ratio {
        self.on_track
    }

    /// From this share of the planned way on, a target is slow.
    pub const fn slow(&self) -> Ratio {
        self.slow
    }

    /// The band of a share of the planned way.
    pub fn band(&self, achievement: Ratio) -> Band {
        if achievement >= self.on_track {
            Band::OnTrack
        } else if achievement >= self.slow {
            Band::Slow
        } else if achievement.is_negative() {
            Band::Worsening
        } else {
            Band::OffTrack
        }
    }
}

impl Default for BandThresholds {
    /// 95 % and 60 %, as national statistics offices use them.
    fn default() -> BandThresholds {
        let percent = |number: i64| Ratio::new(number, 100).expect("100 is not zero");
        BandThresholds { on_track: percent(95), slow: percent(60) }
    }
}
