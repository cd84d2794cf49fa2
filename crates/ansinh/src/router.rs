//! Every route on one screen, written once without the language, and the door before them all. The routes of the desk
//! stand in `desk`, those of files in `http::assets`, in the same shape.

use std::sync::{Arc, Mutex, PoisonError};

use ansinh_app::App;
use ansinh_kernel::date::Date;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{MethodRouter, get};

use crate::desk;
use crate::http::{Front, Generation, Scheme, assets, front};
use crate::portal::{
    about, agencies, aims, areas, data, documents, figures, glossary, home, indicators, plans, search, targets,
};

/// What the page cache may hold, in bytes.
const CACHE_BYTES: usize = 64 * 1024 * 1024;

/// Every route of the portal.
#[rustfmt::skip]
fn table() -> Vec<(&'static str, MethodRouter<App>)> {
    vec![
        ("/", get(home::page)),
        ("/plans", get(plans::page)),
        ("/plans/{plan}", get(plans::plan::page)),
        ("/plans/{plan}/targets", get(targets::of_plan)),
        ("/plans/{plan}/targets.csv", get(targets::csv)),
        ("/plans/{plan}/targets.json", get(targets::json)),
        ("/plans/{plan}/aims", get(plans::aims::page)),
        ("/plans/{plan}/aims.csv", get(plans::aims::csv)),
        ("/plans/{plan}/aims.json", get(plans::aims::json)),
        ("/plans/{plan}/assignments", get(plans::assignments::page)),
        ("/plans/{plan}/clauses/{clause}", get(plans::clause::page)),
        ("/targets", get(targets::page)),
        ("/targets/{id}", get(targets::target::page)),
        ("/targets/{id}/years.csv", get(targets::target::years_csv)),
        ("/targets/{id}/years.json", get(targets::target::years_json)),
        ("/targets/{id}/areas.csv", get(targets::target::areas_csv)),
        ("/targets/{id}/areas.json", get(targets::target::areas_json)),
        ("/aims/{id}", get(aims::page)),
        ("/aims/{id}/areas.csv", get(aims::areas_csv)),
        ("/aims/{id}/areas.json", get(aims::areas_json)),
        ("/figures/{measure}/{origin}/{area}/{period}", get(figures::page)),
        ("/agencies", get(agencies::page)),
        ("/agencies.csv", get(agencies::csv)),
        ("/agencies.json", get(agencies::json)),
        ("/agencies/{id}", get(agencies::agency::page)),
        ("/areas", get(areas::page)),
        ("/areas.csv", get(areas::csv)),
        ("/areas.json", get(areas::json)),
        ("/areas/{id}", get(areas::area::page)),
        ("/indicators", get(indicators::page)),
        ("/indicators/{id}", get(indicators::indicator::page)),
        ("/documents", get(documents::page)),
        ("/documents/{id}", get(documents::document::page)),
        ("/glossary", get(glossary::page)),
        ("/search", get(search::page)),
        ("/data", get(data::page)),
        ("/about", get(about::page)),
    ]
}

/// The whole server of an installation that is reached by plain http, as on loopback.
pub fn router(app: App) -> Router {
    router_over(app, Scheme::Http)
}

/// The whole server of an installation, reached by this scheme.
pub fn router_over(app: App, scheme: Scheme) -> Router {
    let generation = Generation::default();
    let portal = table().into_iter().fold(Router::new(), |router, (path, answer)| router.route(path, answer));
    let routes = portal.with_state(app.clone()).merge(desk::routes(app.clone(), scheme)).merge(assets::routes());
    let door = front(routes, Front::new(generation.clone(), CACHE_BYTES, scheme));
    let follower = Arc::new(Follower { app, generation, seen: Mutex::new(None) });
    door.layer(from_fn_with_state(follower, follow))
}

/// Method and path of every route of the server, for the test that walks them all.
pub fn addresses() -> Vec<(&'static str, &'static str)> {
    let portal = table().into_iter().map(|(path, _)| ("GET", path));
    portal.chain(desk::addresses()).chain(assets::addresses()).collect()
}

/// Makes the kept pages old when something was accepted, and when a new day has begun: judgements know the day.
struct Follower {
    app: App,
    generation: Generation,
    seen: Mutex<Option<(u64, Date)>>,
}

async fn follow(State(follower): State<Arc<Follower>>, request: Request, next: Next) -> Response {
    let now = Some((follower.app.generation(), follower.app.today()));
    {
        let mut seen = follower.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if *seen != now {
            *seen = now;
            follower.generation.bump();
        }
    }
    next.run(request).await
}
