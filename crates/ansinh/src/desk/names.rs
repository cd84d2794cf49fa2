//! Names and words that several pages of the desk need: areas, agencies, roles, states, deadlines, fields of forms.

use super::sheets::typed::Slot;
use crate::words::{DeskWords, OfficeWords, SheetWords, fill};
use ansinh_app::App;
use ansinh_app::access::Actor;
use ansinh_app::sheet::CellName;
use ansinh_domain::round::Timeliness;
use ansinh_kernel::area::AreaId;
use ansinh_kernel::date::Date;
use ansinh_kernel::id::{AgencyId, BreakdownId};
use ansinh_kernel::lang::Lang;
use ansinh_kernel::number::format_count;
use ansinh_kernel::problem::{Problem, Problems};
use ansinh_store::account::{Grant, Role};
use ansinh_store::sheet::SheetState;

/// The name of an area on a day, its last one when it did not exist then.
pub(super) fn area(app: &App, id: &AreaId, day: Date, lang: Lang) -> String {
    app.packs().areas.get(id).map_or_else(|| id.to_string(), |area| area.full_name_on(day, lang))
}

/// The name of an agency today.
pub(super) fn agency(app: &App, id: &AgencyId, lang: Lang) -> String {
    app.packs().agencies.label_on(id, app.today(), lang).to_owned()
}

/// The word for a role.
pub(super) const fn role(w: &'static DeskWords, role: Role) -> &'static str {
    match role {
        Role::Administrator => w.role_administrator,
        Role::Leader => w.role_leader,
        Role::Reviewer => w.role_reviewer,
        Role::Officer => w.role_officer,
        Role::Supervisor => w.role_supervisor,
    }
}

/// The word for where a sheet is in its life.
pub(super) const fn state(w: &'static DeskWords, state: Option<SheetState>) -> &'static str {
    match state {
        None => w.state_none,
        Some(SheetState::Draft) => w.state_draft,
        Some(SheetState::Submitted) => w.state_submitted,
        Some(SheetState::Returned) => w.state_returned,
        Some(SheetState::Accepted) => w.state_accepted,
    }
}

/// How a deadline stands, in words.
pub(super) fn timeliness(w: &'static DeskWords, timeliness: Timeliness, lang: Lang) -> String {
    let days = |word: &str, n: i64| fill(word, &[("n", &format_count(n, lang))]);
    match timeliness {
        Timeliness::Late { days_late } => days(w.late, days_late),
        Timeliness::DueSoon { days_left: 0 } | Timeliness::Open { days_left: 0 } => w.due_today.to_owned(),
        Timeliness::DueSoon { days_left } | Timeliness::Open { days_left } => days(w.due_in, days_left),
        Timeliness::NotOpen { opens_on } => fill(w.opens, &[("date", &opens_on.format(lang))]),
    }
}

/// The look of a deadline: the slug of a band whose shape and colour say the same.
pub(super) const fn urgency(timeliness: Timeliness, complete: bool) -> &'static str {
    match timeliness {
        _ if complete => "achieved",
        Timeliness::Late { .. } => "missed",
        Timeliness::DueSoon { .. } => "slow",
        Timeliness::Open { .. } => "on_track",
        Timeliness::NotOpen { .. } => "not_due",
    }
}

/// A right in one line: role, agency, area.
pub(super) fn grant(app: &App, grant: &Grant, lang: Lang) -> String {
    let role = role(DeskWords::of(lang), grant.role);
    let agency = grant.agency.as_ref().map(|id| agency(app, id, lang));
    let area = area(app, &grant.area, app.today(), lang);
    let parts = [Some(role.to_owned()), agency, Some(area)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What somebody is here for, in one line.
pub(super) fn office(app: &App, actor: &Actor, lang: Lang) -> String {
    match actor.grants.first() {
        None => OfficeWords::of(lang).no_rights.to_owned(),
        Some(first) if actor.grants.len() == 1 => grant(app, first, lang),
        Some(first) => format!("{} (+{})", grant(app, first, lang), actor.grants.len() - 1),
    }
}

/// A cell by its measure and part, as people know it.
pub(super) fn cell(app: &App, name: &CellName, lang: Lang) -> String {
    let Some(measure) = app.packs().indicators.measure(&name.measure) else { return name.measure.to_string() };
    let whole = measure.name.get(lang);
    let part = measure.breakdown(&name.breakdown).map(|part| part.name.get(lang));
    part.map_or_else(|| whole.to_owned(), |part| format!("{whole}: {part}"))
}

/// Problems as one line: what is wrong and how to mend it.
pub(super) fn sentence(problems: &Problems) -> String {
    problems.iter().map(said).collect::<Vec<_>>().join(" ")
}

/// A problem as a sentence: what is wrong and how to mend it.
pub(super) fn said(problem: &Problem) -> String {
    format!("{}. {}.", problem.what, problem.mend)
}

/// The path of the page that a form's path belongs to.
pub(super) fn page_of(path: &str) -> &str {
    let depth = match path.split('/').nth(2) {
        Some("sheets") => 5,
        Some("accounts") => 3,
        Some("me") => 2,
        _ => 0,
    };
    let end = path.match_indices('/').nth(depth).map_or(path.len(), |(position, _)| position);
    if depth == 0 { "/desk" } else { path.get(..end).unwrap_or(path) }
}

/// What a field of a form holds, in words; none for what only the form itself needs.
pub(super) fn field(app: &App, lang: Lang, name: &str) -> Option<String> {
    let (w, o) = (SheetWords::of(lang), OfficeWords::of(lang));
    if let Some((kind, rest)) = name.split_once(':') {
        let cell = cell(app, &cell_name(rest)?, lang);
        let shown = [
            (Slot::Numerator, w.col_value),
            (Slot::Denominator, w.denominator),
            (Slot::NotApplicable, w.not_applicable),
            (Slot::Note, w.note),
            (Slot::Reason, w.col_reason),
        ];
        let (_, part) = shown.into_iter().find(|(slot, _)| slot.word() == kind)?;
        return Some(format!("{cell} – {part}"));
    }
    let word = match name {
        "block" => w.paste_block,
        "reason" => w.accept_note,
        "username" => o.col_username,
        "display_name" => o.display_name,
        "q" => o.accounts_search,
        "role" => o.role,
        "agency" => o.agency,
        "area" => o.area,
        _ => return None,
    };
    Some(word.to_owned())
}

/// A cell by the letters its fields carry: `measure` or `measure:part`.
pub(super) fn cell_name(text: &str) -> Option<CellName> {
    let (measure, breakdown) = text.split_once(':').unwrap_or((text, ""));
    Some(CellName { measure: measure.parse().ok()?, breakdown: BreakdownId::new(breakdown).ok()? })
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn every_form_knows_the_page_it_is_on() {
        let pages = [
            ("/desk/sheets/x1/2018/so-y-te/save", "/desk/sheets/x1/2018/so-y-te"),
            ("/desk/accounts/0190/grants/end", "/desk/accounts/0190"),
            ("/desk/accounts/new", "/desk/accounts/new"),
            ("/desk/accounts", "/desk/accounts"),
            ("/desk/me/password", "/desk/me"),
            ("/desk/sign-out", "/desk"),
        ];
        for (form, page) in pages {
            assert_eq!(page_of(form), page);
        }
    }
}
