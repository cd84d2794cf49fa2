//! The rules by which a year is judged, each with a stable id that is printed beside the status, and the sentence
//! that shows the rule with its numbers.

use super::words::Pattern;

ansinh_kernel::words! {
    /// The rule that decided a year.
    pub enum Rule: "quy tắc đánh giá" {
        /// The year is not over.
        NotYetDue = "not-yet-due", "năm chưa kết thúc", "the year is not over";
        /// The year is over and has no figure.
        NoFigure = "no-figure", "chưa có số liệu của năm", "no figure for the year";
        /// Before the way begins: the base year or earlier.
        BeforeStart = "before-start", "chưa vào giai đoạn đánh giá", "before the period judged";
        /// After the deadline figures are shown and not judged.
        AfterDeadline = "after-deadline", "sau hạn của kế hoạch", "after the deadline of the plan";
        /// The figure is only a bound and the answer lies beyond it.
        CannotTell = "cannot-tell", "số liệu chỉ nêu cận", "the figure is only a bound";
        /// Not met, and no figure to measure the way from.
        NoBaseline = "no-baseline", "không có số liệu năm gốc", "no figure for the base year";
        /// What is asked is met.
        Met = "met", "đạt mức kế hoạch", "meets what is asked";
        /// The deadline has come and it is not met.
        Missed = "missed", "đến hạn không đạt mức kế hoạch", "not met at the deadline";
        /// The way gone from the base, over the way that should be gone by now, on a straight line.
        Path = "path", "so với đường thẳng từ năm gốc đến năm hạn", "against the straight line from base to deadline";
        /// On the wrong side of the base.
        PathBackward = "path-backward", "đi ngược hướng so với năm gốc", "moved away from the target since the base";
        /// The base stands at the number of a strict bound, and so does the figure.
        HeldAtBase = "held-at-base", "giữ nguyên mức năm gốc", "held at the level of the base";
        /// The base met what is asked and the figure no longer does.
        LostGround = "lost-ground", "năm gốc đã đạt, nay không còn đạt", "met at the base, no longer met";
        /// Inside a ceiling or floor that holds each year.
        WithinLimit = "within-limit", "trong giới hạn", "within the limit";
        /// Outside a ceiling or floor that holds each year.
        OutsideLimit = "outside-limit", "ngoài giới hạn", "outside the limit";
        /// Outside the limit, and farther out than the figure before.
        AwayFromLimit = "away-from-limit", "ngoài giới hạn và xa thêm", "outside the limit and farther away";
        /// The sum so far, over the sum planned so far.
        SumPath = "sum-path", "cộng dồn so với kế hoạch cộng dồn", "sum so far against the planned sum";
        /// The sum meets the total.
        SumMet = "sum-met", "cộng dồn đạt tổng kế hoạch", "the sum meets the total";
        /// The years known already meet the total.
        SumMetKnown = "sum-met-known", "riêng các năm có số liệu đã đạt tổng", "the known years meet the total";
        /// All years are known and the sum does not meet the total.
        SumMissed = "sum-missed", "cộng dồn không đạt tổng kế hoạch", "the sum does not meet the total";
        /// A year is missing, so that the pace is not known; a missing year is never taken as zero.
        SumGap = "sum-gap", "thiếu năm nên chưa tính được tiến độ", "a year is missing, pace unknown";
        /// The fall on the year before, against the fall asked each year.
        YearlyFall = "yearly-fall", "mức giảm so với năm trước", "fall on the year before";
        /// A rise on the year before where a fall is asked.
        YearlyRise = "yearly-rise", "tăng so với năm trước", "rise on the year before";
        /// It is at zero and can fall no further.
        NothingLeft = "nothing-left", "đã về 0", "at zero already";
        /// No figure of the same measure for the year before.
        NoPreviousYear = "no-previous-year", "thiếu số liệu năm trước cùng cách tính", "no comparable figure for the year before";
        /// The mean yearly fall over the plan is enough.
        MeanFallMet = "mean-fall-met", "mức giảm bình quân đạt", "the mean yearly fall is enough";
        /// The mean yearly fall over the plan is not enough.
        MeanFallMissed = "mean-fall-missed", "mức giảm bình quân không đạt", "the mean yearly fall is not enough";
        /// On the mean it rose over the plan.
        MeanRise = "mean-rise", "bình quân tăng thay vì giảm", "a mean rise where a fall is asked";
        /// Not worse than the area compared with.
        WithinOther = "within-other", "đạt so với nơi so sánh", "holds against the area compared with";
        /// Worse than the area compared with.
        OutsideOther = "outside-other", "kém nơi so sánh", "worse than the area compared with";
        /// Worse than the area compared with, and the gap grew.
        AwayFromOther = "away-from-other", "kém nơi so sánh và cách xa thêm", "worse than the area compared with, gap growing";
        /// The area compared with has no figure for the year.
        NoOther = "no-other", "nơi so sánh chưa có số liệu", "no figure to compare with";
        /// A thing to be built is not there yet and the deadline has not come.
        Waiting = "waiting", "chưa có, chưa đến hạn", "not there yet, not due yet";
        /// Too few areas answered to tell.
        AnswersMissing = "answers-missing", "chưa đủ nơi trả lời", "too few areas answered";
        /// The plan names no figure: the direction is shown, nothing is judged.
        DirectionOnly = "direction-only", "chỉ xem hướng thay đổi", "direction only";
    }
}

const fn pattern(vi: &'static str, en: &'static str) -> Pattern {
    Pattern { vi, en }
}

impl Rule {
    /// The sentence of a year judged by this rule.
    pub(super) const fn pattern(self) -> Pattern {
        match self {
            Rule::NotYetDue | Rule::NoFigure | Rule::BeforeStart | Rule::AfterDeadline => self.unjudged(),
            Rule::CannotTell | Rule::NoBaseline | Rule::Met | Rule::Missed | Rule::Waiting => self.plain(),
            Rule::Path | Rule::PathBackward | Rule::HeldAtBase | Rule::LostGround => self.on_path(),
            Rule::WithinLimit | Rule::OutsideLimit | Rule::AwayFromLimit => self.of_limit(),
            Rule::WithinOther | Rule::OutsideOther | Rule::AwayFromOther | Rule::NoOther => self.of_other(),
            Rule::SumPath | Rule::SumMet | Rule::SumMetKnown | Rule::SumMissed | Rule::SumGap => self.of_sum(),
            Rule::YearlyFall | Rule::YearlyRise | Rule::NothingLeft | Rule::NoPreviousYear => self.of_fall(),
            Rule::MeanFallMet | Rule::MeanFallMissed | Rule::MeanRise => self.of_mean(),
            Rule::AnswersMissing => pattern(
                "Mới có {answered}/{expected} nơi trả lời, chưa đủ để kết luận.",
                "Only {answered} of {expected} areas answered, too few to tell.",
            ),
            Rule::DirectionOnly => pattern(
                "Thực tế {figure}; kế hoạch không nêu con số nên chỉ xem hướng thay đổi.",
                "{figure}; the plan names no figure, so only the direction is shown.",
            ),
        }
    }

    const fn unjudged(self) -> Pattern {
        match self {
            Rule::NotYetDue => pattern(
                "Năm {year} chưa kết thúc nên chưa có số liệu.",
                "{year} is not over, so there is no figure yet.",
            ),
            Rule::NoFigure => pattern("Chưa có số liệu năm {year}.", "There is no figure for {year}."),
            Rule::BeforeStart => pattern(
                "Năm {year} chưa vào giai đoạn đánh giá; chỉ nêu số liệu.",
                "{year} comes before the period judged; the figure is only shown.",
            ),
            _ => pattern(
                "Sau hạn {deadline}, số liệu chỉ để theo dõi, không đánh giá.",
                "After the deadline {deadline} figures are shown and not judged.",
            ),
        }
    }

    const fn plain(self) -> Pattern {
        match self {
            Rule::CannotTell => pattern(
                "Số liệu chỉ ghi “{figure}”, chưa đủ để kết luận so với mức {bound} {target}.",
                "The figure only says “{figure}”, which does not settle {bound} {target}.",
            ),
            Rule::NoBaseline => pattern(
                "Thực tế {figure}, chưa đạt mức {bound} {target}; không có số liệu năm gốc nên không đánh giá được tiến độ.",
                "{figure}, not yet {bound} {target}; without a figure for the base year the pace is not judged.",
            ),
            Rule::Met => {
                pattern("Thực tế {figure}, đạt mức {bound} {target}.", "{figure}, which meets {bound} {target}.")
            }
            Rule::Missed => pattern(
                "Đến hạn {deadline}: thực tế {figure}, không đạt mức {bound} {target}.",
                "At the deadline {deadline}: {figure}, which does not meet {bound} {target}.",
            ),
            _ => pattern(
                "Thực tế {figure}, chưa đạt mức {bound} {target}; hạn là năm {deadline}.",
                "{figure}, not yet {bound} {target}; due in {deadline}.",
            ),
        }
    }

    const fn on_path(self) -> Pattern {
        match self {
            Rule::Path => pattern(
                "Từ {base} năm {base_year}, theo đường thẳng đến năm {year} là {path}; thực tế {figure}, bằng {achievement} quãng đường phải đi.",
                "From {base} in {base_year} the straight line stands at {path} in {year}; the figure is {figure}, {achievement} of the way to go by then.",
            ),
            Rule::PathBackward => pattern(
                "Từ {base} năm {base_year}, theo đường thẳng đến năm {year} là {path}; thực tế {figure}, đi ngược hướng.",
                "From {base} in {base_year} the straight line stands at {path} in {year}; the figure is {figure}, the wrong way.",
            ),
            Rule::HeldAtBase => pattern(
                "Giữ nguyên {figure} như năm {base_year}; đến năm {deadline} phải {bound} {target}.",
                "Held at {figure} since {base_year}; asked {bound} {target} in {deadline}.",
            ),
            _ => pattern(
                "Năm {base_year} đã đạt ({base}); nay {figure}, không còn {bound} {target}.",
                "Met in {base_year} ({base}); now {figure}, no longer {bound} {target}.",
            ),
        }
    }

    const fn of_limit(self) -> Pattern {
        match self {
            Rule::WithinLimit => {
                pattern("Thực tế {figure}, trong giới hạn {bound} {target}.", "{figure}, within {bound} {target}.")
            }
            Rule::OutsideLimit => {
                pattern("Thực tế {figure}, ngoài giới hạn {bound} {target}.", "{figure}, outside {bound} {target}.")
            }
            _ => pattern(
                "Thực tế {figure}, ngoài giới hạn {bound} {target} và xa thêm so với {previous} năm {previous_year}.",
                "{figure}, outside {bound} {target} and farther than {previous} in {previous_year}.",
            ),
        }
    }

    const fn of_other(self) -> Pattern {
        match self {
            Rule::WithinOther => pattern(
                "Thực tế {figure}; nơi so sánh {target} cùng năm, yêu cầu {bound} mức đó: đạt.",
                "{figure}; the area compared with has {target} in the same year, asked {bound} that: it holds.",
            ),
            Rule::OutsideOther => pattern(
                "Thực tế {figure}; nơi so sánh {target} cùng năm, yêu cầu {bound} mức đó: chưa đạt.",
                "{figure}; the area compared with has {target} in the same year, asked {bound} that: it does not hold.",
            ),
            Rule::AwayFromOther => pattern(
                "Thực tế {figure}; nơi so sánh {target} cùng năm, khoảng cách rộng hơn năm {previous_year}.",
                "{figure}; the area compared with has {target} in the same year, a wider gap than in {previous_year}.",
            ),
            _ => pattern(
                "Thực tế {figure}; nơi so sánh chưa có số liệu cùng cách tính của năm {year}.",
                "{figure}; the area compared with has no comparable figure for {year}.",
            ),
        }
    }

    const fn of_sum(self) -> Pattern {
        match self {
            Rule::SumPath => pattern(
                "Cộng từ {first} đến {year} được {sum}; theo kế hoạch là {path}, bằng {achievement}.",
                "From {first} to {year} the sum is {sum}; planned {path}, so {achievement}.",
            ),
            Rule::SumMet => pattern(
                "Cộng từ {first} đến {year} được {sum}, đạt mức {bound} {target}.",
                "From {first} to {year} the sum is {sum}, which meets {bound} {target}.",
            ),
            Rule::SumMetKnown => pattern(
                "Còn thiếu số liệu năm {missing}, nhưng riêng các năm đã biết được {sum}, đạt mức {bound} {target}.",
                "Without {missing} the known years already make {sum}, which meets {bound} {target}.",
            ),
            Rule::SumMissed => pattern(
                "Cộng từ {first} đến {year} được {sum}, không đạt mức {bound} {target}.",
                "From {first} to {year} the sum is {sum}, which does not meet {bound} {target}.",
            ),
            _ => pattern(
                "Thiếu số liệu đầy đủ năm {missing}; các năm đã biết cộng được {sum}. Năm thiếu không bị coi là 0 nên chưa đánh giá tiến độ.",
                "No complete figure for {missing}; the known years make {sum}. A missing year is not taken as zero, so the pace is not judged.",
            ),
        }
    }

    const fn of_fall(self) -> Pattern {
        match self {
            Rule::YearlyFall => pattern(
                "Từ {base} năm {base_year} còn {figure}: giảm {fall}; yêu cầu mỗi năm giảm ít nhất {low}.",
                "From {base} in {base_year} to {figure}: a fall of {fall}; asked at least {low} each year.",
            ),
            Rule::YearlyRise => pattern(
                "Từ {base} năm {base_year} lên {figure}: tăng {rise} trong khi yêu cầu giảm.",
                "From {base} in {base_year} to {figure}: a rise of {rise} where a fall is asked.",
            ),
            Rule::NothingLeft => pattern("Đã về 0, không còn gì để giảm.", "At zero, nothing is left to fall."),
            _ => pattern(
                "Thực tế {figure}; thiếu số liệu trước đó cùng cách tính nên chưa tính được mức giảm.",
                "{figure}; without an earlier comparable figure the fall is not known.",
            ),
        }
    }

    const fn of_mean(self) -> Pattern {
        match self {
            Rule::MeanFallMet => pattern(
                "Từ {base} năm {base_year} còn {figure} năm {year}: mỗi năm bình quân giảm {mean}, đạt yêu cầu ít nhất {low}.",
                "From {base} in {base_year} to {figure} in {year}: a mean fall of {mean} a year, which meets at least {low}.",
            ),
            Rule::MeanRise => pattern(
                "Từ {base} năm {base_year} lên {figure} năm {year}: mỗi năm bình quân tăng {rise} trong khi yêu cầu giảm.",
                "From {base} in {base_year} to {figure} in {year}: a mean rise of {rise} a year where a fall is asked.",
            ),
            _ => pattern(
                "Từ {base} năm {base_year} đến {figure} năm {year}: mỗi năm bình quân giảm {mean}, không đạt yêu cầu ít nhất {low}.",
                "From {base} in {base_year} to {figure} in {year}: a mean fall of {mean} a year, which does not meet at least {low}.",
            ),
        }
    }
}
