//! Checks of agencies: names in time, successions, sources.

use super::Report;
use crate::{
    agency::{Agency, AgencySuccession},
    load::Kind,
    read::item::Placed,
};

pub(super) fn check(report: &mut Report<'_>) {
    let draft = report.draft;
    report.unique(&draft.agencies, "id", |agency| agency.id.as_str());
    for agency in &draft.agencies {
        versions_follow_each_other(report, agency);
    }
    for succession in &draft.agency_successions {
        succession_is_right(report, succession);
    }
}

fn versions_follow_each_other(report: &mut Report<'_>, agency: &Placed<Agency>) {
    let mut before: Option<&crate::agency::AgencyVersion> = None;
    for (index, version) in agency.value.versions.iter().enumerate() {
        let spot = agency.spot.part(&format!("version/{index}"));
        report.resolve_some(Kind::Document, version.source.as_ref(), &spot, "source");
        if before
            .is_some_and(|before| before.valid.overlaps(&version.valid) || before.valid.from() >= version.valid.from())
        {
            let what = format!("tên “{}” trùng ngày với tên trước hoặc đứng sai thứ tự", version.name.vi);
            let mend = "Sửa valid_from, valid_to và xếp các tên theo thời gian";
            report.note(&spot, "valid_from", "agency-version-overlap", what, mend);
        }
        before = Some(version);
    }
}

fn succession_is_right(report: &mut Report<'_>, succession: &Placed<AgencySuccession>) {
    let AgencySuccession { from, to, on, source, .. } = &succession.value;
    let spot = &succession.spot;
    let from_is_known = report.resolve(Kind::Agency, from.as_str(), spot, "from");
    let to_is_known = report.resolve(Kind::Agency, to.as_str(), spot, "to");
    report.resolve_some(Kind::Document, source.as_ref(), spot, "source");
    let find = |id| report.draft.agencies.iter().map(|agency| &agency.value).find(|agency| &agency.id == id);
    let (giver, receiver) = (find(from), find(to));
    let before = on.yesterday().ok();
    let giver_absent =
        from_is_known && giver.zip(before).is_some_and(|(agency, before)| agency.version_on(before).is_none());
    let receiver_absent = to_is_known && receiver.is_some_and(|agency| agency.version_on(*on).is_none());
    if giver_absent {
        let what = format!("{from} không có tên nào vào ngày trước {on}");
        report.note(spot, "from", "agency-giver-absent", what, "Sửa ngày, hoặc sửa valid_to của cơ quan giao");
    }
    if receiver_absent {
        let what = format!("{to} không có tên nào vào {on}");
        report.note(spot, "to", "agency-receiver-absent", what, "Sửa ngày, hoặc sửa valid_from của cơ quan nhận");
    }
}
