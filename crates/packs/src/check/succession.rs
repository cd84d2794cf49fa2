//! Checks of successions: who gives and who receives exist on the day, and shares add up.

use std::collections::{HashMap, HashSet};

use ansinh_kernel::{
    area::{AreaId, AreaLevel},
    date::Date,
    ratio::Ratio,
};

use super::Report;
use crate::{
    area::{Succession, SuccessionKind},
    load::Kind,
    read::item::Placed,
};

pub(super) fn check(report: &mut Report<'_>) {
    let mut seen = HashSet::new();
    for succession in &report.draft.successions {
        let Succession { on, from, to, kind, .. } = &succession.value;
        if !seen.insert((on, from, to, kind)) {
            let what = format!("{from} đã chuyển sang {to} ở một dòng trước");
            report.note(&succession.spot, "to", "succession-twice", what, "Bỏ một trong hai dòng");
        }
        let from_is_known = report.resolve(Kind::Area, from.as_str(), &succession.spot, "from");
        let to_is_known = report.resolve(Kind::Area, to.as_str(), &succession.spot, "to");
        share_is_right(report, succession);
        if from_is_known {
            giver_ends_that_day(report, succession);
        }
        if from != to && to_is_known && report.tree.get(to).is_some() && report.tree.version_on(to, *on).is_none() {
            let what = format!("{to} không tồn tại vào {on}");
            let mend = "Sửa ngày, hoặc sửa valid_from của địa bàn nhận";
            report.note(&succession.spot, "to", "succession-receiver-absent", what, mend);
        }
    }
    shares_add_up(report);
}

fn share_is_right(report: &mut Report<'_>, succession: &Placed<Succession>) {
    let Succession { from, to, kind, share, .. } = &succession.value;
    if share_is_out_of_range(*share) {
        let what = format!("phần chuyển {} không nằm trong khoảng trên 0 đến 1", shown(*share));
        report.note(&succession.spot, "share", "succession-share-range", what, "Ghi số trên 0 và không quá 1");
    } else if is_partial_merger(&succession.value) {
        let what = format!("{from} sáp nhập mà chỉ chuyển {}", shown(*share));
        report.note(&succession.spot, "share", "succession-merge-partial", what, "Ghi 1, hoặc đổi kind thành split");
    }
    if *kind == SuccessionKind::ContinueAsGroup && to.level() != AreaLevel::Group {
        let what = format!("{to} không phải nhóm");
        report.note(&succession.spot, "to", "group-expected", what, "Ghi mã nhóm, bắt đầu bằng g-");
    }
    if from == to {
        let what = format!("{from} chuyển sang chính nó");
        report.note(&succession.spot, "to", "succession-to-itself", what, "Ghi địa bàn khác");
    }
}

fn share_is_out_of_range(share: Ratio) -> bool {
    !share.is_positive() || share > Ratio::ONE
}

/// A merger takes everything, and so does living on as a group.
fn is_partial_merger(succession: &Succession) -> bool {
    matches!(succession.kind, SuccessionKind::Merge | SuccessionKind::ContinueAsGroup) && !succession.is_whole()
}

/// A share as the table writes it, or as a fraction when it has no end.
fn shown(share: Ratio) -> String {
    share.to_exact_decimal().map_or_else(|| share.to_string(), |decimal| decimal.to_string())
}

/// The giver exists the day before, and no longer on the day, unless only a part passes.
fn giver_ends_that_day(report: &mut Report<'_>, succession: &Placed<Succession>) {
    let Succession { on, from, kind, .. } = &succession.value;
    if report.tree.get(from).is_none() {
        return;
    }
    let before = on.yesterday().ok();
    if before.is_some_and(|before| report.tree.version_on(from, before).is_none()) {
        let what = format!("{from} không tồn tại vào ngày trước {on}");
        let mend = "Sửa ngày, hoặc sửa valid_to của địa bàn giao";
        report.note(&succession.spot, "from", "succession-giver-absent", what, mend);
    } else if kind.ends_the_giver() && report.tree.version_on(from, *on).is_some() {
        let what = format!("{from} vẫn còn vào {on}");
        let mend = format!("Ghi valid_to = {on} cho {from}, hoặc đổi kind thành transfer");
        report.note(&succession.spot, "from", "succession-giver-lives-on", what, mend);
    }
}

/// What one area gives on one day is at most the whole of it, and exactly the whole when it ends. Living on as a
/// group stands beside that and is counted by itself. A row with a fault of its own takes its day out.
fn shares_add_up(report: &mut Report<'_>) {
    let mut days: HashMap<(&AreaId, Date, bool), Vec<&Placed<Succession>>> = HashMap::new();
    for succession in &report.draft.successions {
        let Succession { on, from, kind, .. } = &succession.value;
        let as_group = *kind == SuccessionKind::ContinueAsGroup;
        days.entry((from, *on, as_group)).or_default().push(succession);
    }
    for ((from, on, _), gifts) in days {
        let is_faulty =
            |gift: &&Placed<Succession>| share_is_out_of_range(gift.value.share) || is_partial_merger(&gift.value);
        let receivers: HashSet<&AreaId> = gifts.iter().map(|gift| &gift.value.to).collect();
        if gifts.iter().any(is_faulty) || receivers.len() < gifts.len() {
            continue;
        }
        let sum = gifts.iter().try_fold(Ratio::ZERO, |sum, gift| sum.checked_add(gift.value.share));
        let (Ok(sum), Some(last)) = (sum, gifts.last()) else { continue };
        let ends = gifts.iter().any(|gift| gift.value.kind.ends_the_giver());
        if sum > Ratio::ONE || (ends && sum != Ratio::ONE) {
            let wanted = if ends { "phải đúng bằng 1" } else { "không được quá 1" };
            let what = format!("các phần {from} chuyển đi vào {on} cộng lại là {}, {wanted}", shown(sum));
            report.note(&last.spot, "share", "succession-share-sum", what, "Sửa các phần chuyển của ngày ấy");
        }
    }
}
