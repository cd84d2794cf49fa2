//! What an attacker can work out: for each withheld total the narrowest range that the shown totals leave, computed
//! exactly up and down the tree. He is given more than the page gives him: that a withheld count is not zero, and
//! which reporters' counts are small by themselves.

use super::{
    SMALLEST_SHOWN,
    view::{NodeIndex, View},
};

/// Why a total is or is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Shown,
    /// One to four people.
    Small,
    /// Covers a small one.
    Covering,
    /// Withheld in any case; may be of any size.
    Forced,
}

impl Mark {
    pub(super) const fn is_withheld(self) -> bool {
        !matches!(self, Mark::Shown)
    }
}

/// The values a total may have; no upper end when none is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    low: i128,
    high: Option<i128>,
}

impl Span {
    const ZERO: Span = Span { low: 0, high: Some(0) };

    fn plus(self, other: Span) -> Span {
        let high = self.high.zip(other.high).map(|(own, other)| own + other);
        Span { low: self.low + other.low, high }
    }

    fn and(self, other: Span) -> Span {
        let high = [self.high, other.high].into_iter().flatten().min();
        Span { low: self.low.max(other.low), high }
    }

    /// What is left for one part when the whole is in this span and the other parts are in theirs.
    fn rest(self, others: Span) -> Span {
        let high = self.high.map(|high| high - others.low);
        Span { low: others.high.map_or(i128::MIN, |most| self.low - most), high }
    }

    fn is_one_value(self) -> bool {
        self.high == Some(self.low)
    }
}

/// The withheld totals that the shown ones give back.
pub(super) fn given_back(view: &View, marks: &[Mark]) -> Vec<bool> {
    let from_below = spans_from_below(view, marks);
    let mut spans = from_below.clone();
    for (parent, node) in view.nodes.iter().enumerate().rev() {
        for (child, others) in with_others(&node.children, &from_below) {
            spans[child] = from_below[child].and(spans[parent].rest(others));
        }
    }
    let given = |(span, mark): (&Span, &Mark)| mark.is_withheld() && span.is_one_value();
    spans.iter().zip(marks).map(given).collect()
}

/// What a total may be, from its own mark and from the totals below it.
fn spans_from_below(view: &View, marks: &[Mark]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::with_capacity(view.nodes.len());
    for (node, mark) in view.nodes.iter().zip(marks) {
        let own = known_by_mark(*mark, node.value, node.children.is_empty());
        let below = node.children.iter().fold(Span::ZERO, |sum, child| sum.plus(spans[*child]));
        spans.push(if node.children.is_empty() { own } else { own.and(below) });
    }
    spans
}

fn known_by_mark(mark: Mark, value: i64, is_reporter: bool) -> Span {
    let from = |low: i64| Span { low: i128::from(low), high: None };
    match (mark, is_reporter) {
        (Mark::Shown, _) => Span { high: Some(i128::from(value)), ..from(value) },
        (Mark::Small, true) => Span { high: Some(i128::from(SMALLEST_SHOWN - 1)), ..from(1) },
        (Mark::Covering, true) => from(SMALLEST_SHOWN),
        (Mark::Small | Mark::Covering, false) => from(1),
        (Mark::Forced, _) => from(0),
    }
}

/// Each child with the sum of its siblings' spans.
fn with_others(children: &[NodeIndex], spans: &[Span]) -> Vec<(NodeIndex, Span)> {
    let mut before = Vec::with_capacity(children.len());
    let mut sum = Span::ZERO;
    for child in children {
        before.push(sum);
        sum = sum.plus(spans[*child]);
    }
    let mut after = Span::ZERO;
    let mut found = Vec::with_capacity(children.len());
    for (child, before) in children.iter().zip(before).rev() {
        found.push((*child, before.plus(after)));
        after = after.plus(spans[*child]);
    }
    found
}
