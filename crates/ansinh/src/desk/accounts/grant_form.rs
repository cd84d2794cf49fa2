//! The fields of a right: role, agency, area. An area is typed by name or code, so that nobody has to choose among
//! thousands in a list.

use crate::components::{FieldError, FieldErrors};
use crate::desk::Official;
use crate::desk::fields::Fields;
use crate::desk::names;
use crate::desk::work_list::Choice;
use crate::words::{DeskWords, OfficeWords, fill};
use ansinh_app::App;
use ansinh_app::access::Verb;
use ansinh_app::account::NewGrant;
use ansinh_kernel::area::AreaId;
use ansinh_kernel::text::fold;
use ansinh_packs::area::Area;
use ansinh_store::account::Role;
use std::collections::BTreeSet;

/// Areas offered while typing.
const SUGGESTED: usize = 200;
/// Codes named where a name means several areas.
const NAMED: usize = 8;

/// What the fields show.
pub(super) struct GrantForm {
    pub(super) roles: Vec<Choice>,
    pub(super) agencies: Vec<Choice>,
    pub(super) area: String,
    /// Areas of the administrator's own: code and name.
    pub(super) areas: Vec<(String, String)>,
}

/// The fields with what was typed.
pub(super) fn form(official: &Official, fields: &Fields) -> GrantForm {
    let (app, lang) = (&official.app, official.visit.lang);
    let role = |role: Role| Choice {
        value: role.as_str().to_owned(),
        text: names::role(DeskWords::of(lang), role).to_owned(),
        chosen: role.as_str() == fields.get("role"),
    };
    let (packs, today) = (app.packs(), app.today());
    let acting = packs.agencies.iter().filter(|agency| agency.version_on(today).is_some());
    let agency = |id: &ansinh_kernel::id::AgencyId| Choice {
        value: id.to_string(),
        text: names::agency(app, id, lang),
        chosen: id.as_str() == fields.get("agency"),
    };
    GrantForm {
        roles: Role::ALL.into_iter().map(role).collect(),
        agencies: acting.map(|one| agency(&one.id)).collect(),
        area: fields.get("area").to_owned(),
        areas: own_areas(official).into_iter().map(|id| (id.to_string(), names::area(app, &id, today, lang))).collect(),
    }
}

/// Areas of today in the administrator's own, the large ones first.
fn own_areas(official: &Official) -> Vec<AreaId> {
    let (areas, today) = (&official.app.packs().areas, official.app.today());
    let exists = |id: &AreaId| areas.version_on(id, today).is_some();
    let roots: BTreeSet<AreaId> =
        official.actor.grants_for(Verb::ManageAccounts).map(|grant| grant.area.clone()).collect();
    let below = roots.iter().flat_map(|root| areas.children_on(root, today)).cloned();
    let all: Vec<AreaId> = roots.iter().cloned().chain(below).filter(exists).collect();
    all.into_iter().take(SUGGESTED).collect()
}

/// Reads the fields.
pub(super) fn read(official: &Official, fields: &Fields) -> Result<NewGrant, FieldErrors> {
    let o = OfficeWords::of(official.visit.lang);
    let mut errors = FieldErrors::default();
    let role = fields.get("role").parse::<Role>();
    if role.is_err() {
        errors.0.push(FieldError { field: "role".to_owned(), what: o.role_unknown.to_owned() });
    }
    let area = area_of(&official.app, fields.get("area"), o);
    if let Err(what) = &area {
        errors.0.push(FieldError { field: "area".to_owned(), what: what.clone() });
    }
    match (role, area) {
        (Ok(role), Ok(area)) => Ok(NewGrant { role, agency: fields.get("agency").parse().ok(), area }),
        _ => Err(errors),
    }
}

/// The area that a code or a name means today.
fn area_of(app: &App, text: &str, o: &'static OfficeWords) -> Result<AreaId, String> {
    let (areas, today) = (&app.packs().areas, app.today());
    if let Some(area) = text.trim().parse().ok().and_then(|id: AreaId| areas.get(&id)) {
        return Ok(area.id.clone());
    }
    let found = areas.search(text, Some(today), NAMED);
    let wanted = fold(text);
    let named = |area: &&&Area| {
        ansinh_kernel::lang::Lang::ALL.iter().any(|lang| fold(&area.full_name_on(today, *lang)) == wanted)
    };
    let exact: Vec<_> = found.iter().filter(named).collect();
    match (found.as_slice(), exact.as_slice()) {
        ([], _) => Err(o.area_unknown.to_owned()),
        ([one], _) => Ok(one.id.clone()),
        (_, [one]) => Ok(one.id.clone()),
        _ => {
            let codes: Vec<&str> = found.iter().map(|area| area.id.as_str()).collect();
            Err(fill(o.area_several, &[("codes", &codes.join(", "))]))
        }
    }
}
