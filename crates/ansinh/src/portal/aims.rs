//! `/aims/{id}`: one aim with everything known of it; its files as for a target.

use ansinh_app::plan::{AimPage as Model, Shown};
use ansinh_kernel::id::AimId;
use askama::Template;
use axum::response::IntoResponse;

use super::files::Form;
use super::map::map_sheet;
use super::say::Say;
use super::subject::{Asked, Below, Subject};
use super::{Answer, figure_sheet, frame, leaf, parse, say};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;

#[derive(Template)]
#[template(path = "portal/aims/aim.html")]
struct AimPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    b: Below<'a>,
    t: Model<'a>,
}

/// One aim, as a page or a file.
pub async fn page(Asked { app, visit, id, choice }: Asked) -> Answer {
    let (id, form): (AimId, Form) = leaf(&id)?;
    let model = app.read_aim(&id, &choice.read()).await?;
    let s = say(&app, &visit);
    if form != Form::Page {
        let beside = |shown: &Shown<'_>| !model.standing.aim.measures.contains(&shown.measure.id);
        let concept = |shown: &Shown<'_>| if beside(shown) { s.p.other_concept } else { "" };
        return Ok(figure_sheet(&s, id.as_str(), &model.figures, &model.missing, concept).answer(form, &s));
    }
    let f = frame(&app, &visit).await?.with_charts();
    Ok(Page::for_everyone(&build(&visit, f, s, model))?.into_response())
}

/// The figures of the map as CSV.
pub async fn areas_csv(asked: Asked) -> Answer {
    areas(asked, Form::Csv).await
}

/// The figures of the map as JSON.
pub async fn areas_json(asked: Asked) -> Answer {
    areas(asked, Form::Json).await
}

async fn areas(Asked { app, visit, id, choice }: Asked, form: Form) -> Answer {
    let model = app.read_aim(&parse(&id)?, &choice.read()).await?;
    map_sheet(&say(&app, &visit), &format!("{id}-areas"), model.map.as_ref(), form)
}

fn build<'a>(visit: &Visit, f: Frame, s: Say<'a>, t: Model<'a>) -> AimPage<'a> {
    let aim = t.standing.aim;
    let crumbs = vec![
        Crumb::to(visit, "/", f.w.home),
        Crumb::to(visit, &format!("/plans/{}/aims", t.standing.plan.id), s.p.aims),
        Crumb::here(s.text(&aim.title)),
    ];
    let subject = Subject {
        path: format!("/aims/{}", aim.id),
        title: &aim.title,
        unit: t.standing.unit,
        judged: &aim.measures,
        figures: &t.figures,
        map: t.map.as_ref(),
        asked: None,
        paths: Default::default(),
    };
    AimPage { b: subject.below(&s, visit), f, s, crumbs, t }
}
