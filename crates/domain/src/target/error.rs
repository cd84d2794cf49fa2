//! Why a target cannot be judged at all. A figure that is missing or vague is no error: it has its own band.

use ansinh_kernel::{
    date::{DateError, Year},
    id::MeasureId,
    problem::Fault,
    ratio::{Ratio, RatioError},
};

/// Why a target cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JudgeError {
    /// A number does not fit.
    #[error(transparent)]
    Ratio(#[from] RatioError),
    /// A year outside the calendar.
    #[error(transparent)]
    Date(#[from] DateError),
    /// The deadline lies before the plan.
    #[error("hạn {deadline} đứng trước năm đầu {first} của kế hoạch")]
    DeadlineBeforePlan {
        /// The deadline.
        deadline: Year,
        /// First year of the plan.
        first: Year,
    },
    /// There is no way between base and deadline.
    #[error("năm gốc {base} không đứng trước hạn {deadline}")]
    BaseNotBeforeDeadline {
        /// The base year.
        base: Year,
        /// The deadline.
        deadline: Year,
    },
    /// The area compared with is counted by another concept.
    #[error("số liệu so sánh theo cách tính {other}, khác với {own}")]
    OtherConcept {
        /// What the judged series counts.
        own: MeasureId,
        /// What the other series counts.
        other: MeasureId,
    },
    /// The shares that part the bands are not in order.
    #[error("ngưỡng xếp loại {on_track} và {slow} không hợp lệ")]
    BadThresholds {
        /// From here on track.
        on_track: Ratio,
        /// From here slow.
        slow: Ratio,
    },
}

impl Fault for JudgeError {
    fn code(&self) -> &'static str {
        match self {
            JudgeError::Ratio(error) => error.code(),
            JudgeError::Date(error) => error.code(),
            JudgeError::DeadlineBeforePlan { .. } => "judge-deadline-before-plan",
            JudgeError::BaseNotBeforeDeadline { .. } => "judge-base-not-before-deadline",
            JudgeError::OtherConcept { .. } => "judge-other-concept",
            JudgeError::BadThresholds { .. } => "judge-bad-thresholds",
        }
    }

    fn mend(&self) -> String {
        match self {
            JudgeError::Ratio(error) => error.mend(),
            JudgeError::Date(error) => error.mend(),
            JudgeError::DeadlineBeforePlan { .. } => "Sửa hạn của chỉ tiêu hoặc giai đoạn của kế hoạch".into(),
            JudgeError::BaseNotBeforeDeadline { .. } => "Sửa năm gốc hoặc hạn của chỉ tiêu".into(),
            JudgeError::OtherConcept { .. } => "Chọn số liệu so sánh cùng cách tính".into(),
            JudgeError::BadThresholds { .. } => "Đặt 0 < ngưỡng chậm ≤ ngưỡng đúng tiến độ ≤ 1".into(),
        }
    }
}
