//! How much is known of a target, apart from how it stands: nothing at all, something of other years, or the figure
//! that decides. Lists are filtered by it, so that a figure nobody has ever published is not mistaken for one that only
//! the last year lacks.

use super::{Judgement, headline::HeadlineState};

ansinh_kernel::words! {
    /// Which figures there are of a target, by one kind of figures.
    pub enum Evidence: "tình trạng số liệu" {
        /// None of any year.
        Nothing = "nothing", "chưa có số liệu năm nào", "no figure for any year";
        /// Of other years; the deadline has passed and its year has none.
        NotAtDeadline = "not-at-deadline", "chưa có số năm hạn, có số năm khác", "no figure for the deadline, but for other years";
        /// Of some year, and the deadline has not come.
        Running = "running", "có số liệu, chưa đến hạn", "figures, deadline not come";
        /// The figure of the deadline, or a sum that is enough without it.
        AtDeadline = "at-deadline", "có số liệu năm hạn", "a figure for the deadline";
    }
}

impl Evidence {
    pub(super) const fn of(judgement: &Judgement) -> Evidence {
        match (judgement.headline.state, judgement.nearest) {
            (HeadlineState::AtDeadline, _) => Evidence::AtDeadline,
            (_, None) => Evidence::Nothing,
            (HeadlineState::NoFigureAtDeadline { .. }, Some(_)) => Evidence::NotAtDeadline,
            (HeadlineState::Latest { .. } | HeadlineState::NothingYet, Some(_)) => Evidence::Running,
        }
    }
}
