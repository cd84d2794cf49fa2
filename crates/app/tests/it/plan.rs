//! What everybody may read: official and illustrative figures stay apart, duties follow time, and nothing unknown is
//! made up.

use ansinh_app::plan::{HITS_PER_KIND, MapAreas, MapAsk, Reports, TargetFilter};
use ansinh_app::{App, AppError, Instance};
use ansinh_domain::figure::CellKey;
use ansinh_domain::target::{Band, Evidence};
use ansinh_kernel::figure::{CellState, Origin, Value};
use ansinh_kernel::id::BreakdownId;
use ansinh_store::figure::{Cell, Made, Slice, Statement};

use crate::support::{ambient, on_both, packs};

fn key(measure: &str, origin: Origin, area: &str, period: &str) -> CellKey {
    let breakdown = BreakdownId::total();
    CellKey {
        measure: measure.parse().unwrap(),
        origin,
        area: area.parse().unwrap(),
        period: period.parse().unwrap(),
        breakdown,
    }
}

#[tokio::test]
async fn an_official_verdict_never_rests_on_illustrative_figures() {
    on_both(Instance::Demo, async |app, _| {
        app.illustrate(7).await.unwrap();
        let list = app.list_targets(None, &TargetFilter::default()).await.unwrap();
        let standings: Vec<_> = list.groups.iter().flat_map(|group| &group.targets).collect();
        assert_eq!(standings.len(), 28);
        for one in &standings {
            assert_ne!(one.official.origin(), Origin::Illustrative, "{}", one.target.id);
            assert!(one.illustrative.as_ref().is_none_or(|made| made.origin() == Origin::Illustrative));
        }
        assert!(standings.iter().any(|one| one.illustrative.is_some()));
    })
    .await;
}

#[tokio::test]
async fn a_filter_keeps_exactly_what_passes_it() {
    on_both(Instance::Live, async |app, _| {
        let all = app.list_targets(None, &TargetFilter::default()).await.unwrap();
        let agency = "so-y-te".parse().unwrap();
        let filter = TargetFilter { band: Some(Band::NoData), agency: Some(agency), ..TargetFilter::default() };
        let some = app.list_targets(None, &filter).await.unwrap();
        assert!(0 < some.count && some.count < all.count && some.total == all.count);
        for one in some.groups.iter().flat_map(|group| &group.targets) {
            assert!(one.target.agencies.iter().any(|duty| duty.agency == "so-y-te"));
            assert_eq!(one.official.band(), Band::NoData);
        }
    })
    .await;
}

#[tokio::test]
async fn no_figure_at_all_is_told_from_none_at_the_deadline() {
    on_both(Instance::Live, async |app, _| {
        let all = app.list_targets(None, &TargetFilter::default()).await.unwrap();
        let with = async |evidence| {
            let filter = TargetFilter { evidence: Some(evidence), ..TargetFilter::default() };
            let list = app.list_targets(None, &filter).await.unwrap();
            assert_eq!(list.count, all.with(evidence), "{evidence}");
            list.groups.into_iter().flat_map(|group| group.targets).collect::<Vec<_>>()
        };
        let (nothing, elsewhere) = (with(Evidence::Nothing).await, with(Evidence::NotAtDeadline).await);
        assert_eq!(nothing.len() + elsewhere.len(), all.total, "no figure of 2020 is published");
        assert!(nothing.iter().all(|one| one.official.nearest.is_none() && one.official.last_judged().is_none()));
        for one in &elsewhere {
            let nearest = one.official.nearest.unwrap();
            assert_eq!(one.official.band(), Band::NoData, "{} is not said to be met", one.target.id);
            assert!(nearest.source.is_some(), "{} names its source", one.target.id);
            let key = CellKey {
                area: nearest.area.clone(),
                ..key(one.official.measure.id.as_str(), one.official.origin(), "t44", &nearest.year.to_string())
            };
            assert!(app.trace_figure(&key, Reports::Page(1)).await.unwrap().shown.is_some(), "{}", one.target.id);
        }
        let jobs = elsewhere.iter().find(|one| one.target.id == "jobs-total").unwrap();
        let judged = jobs.official.last_judged().map(|year| (year.year.to_string(), year.band));
        assert_eq!(judged, Some(("2016".to_owned(), Band::OnTrack)));
        assert_eq!(jobs.official.nearest.unwrap().year.to_string(), "2018");
    })
    .await;
}

/// Every area of the communes' map of a year that shows a withheld cell.
async fn withheld_on_the_map(app: &App, year: &str) -> Vec<String> {
    let ask = MapAsk {
        areas: Some(MapAreas::Communes),
        year: Some(year.parse().unwrap()),
        origin: Some(Origin::Illustrative),
        until: None,
    };
    let page = app.read_target(&"health-insurance".parse().unwrap(), &ask).await.unwrap();
    let hidden = |cell: &ansinh_app::plan::MapCell<'_>| {
        cell.shown.as_ref().is_some_and(|shown| shown.state == CellState::Withheld)
    };
    page.map.unwrap().cells.iter().filter(|cell| hidden(cell)).map(|cell| cell.area.id.to_string()).collect()
}

#[tokio::test]
async fn what_is_withheld_follows_every_acceptance_of_this_process_and_of_others() {
    on_both(Instance::Demo, async |app, database| {
        app.illustrate(7).await.unwrap();
        let other = App::new(database.clone(), packs(), ambient(), Instance::Demo);
        let state = |numerator| CellState::Value(Value::ratio(numerator, 5_000).unwrap());
        let slice = || Slice::total("health-insurance".parse().unwrap(), Origin::Illustrative);
        let cell = |area: &str| Cell { slice: slice(), period: "2018".parse().unwrap(), area: area.parse().unwrap() };
        let communes = ["x19207", "x19210"];
        assert_eq!(withheld_on_the_map(&app, "2018").await, Vec::<String>::new());
        for (writer, area, numerator) in [(&app, communes[0], 3), (&other, communes[1], 2), (&app, communes[0], 4_000)]
        {
            let statement = Statement { note: Some("đính chính".to_owned()), ..Statement::plain(state(numerator)) };
            writer.import_figures("thử", vec![(cell(area), statement)]).await.unwrap();
            let fresh = App::new(database.clone(), packs(), ambient(), Instance::Demo);
            let expected = withheld_on_the_map(&fresh, "2018").await;
            assert_eq!(expected.contains(&area.to_owned()), numerator < 5, "{area} {numerator}");
            assert_eq!(withheld_on_the_map(&app, "2018").await, expected, "as one that kept nothing");
            assert_eq!(withheld_on_the_map(&other, "2018").await, expected, "as one that kept nothing");
            assert_eq!(withheld_on_the_map(&app, "2017").await, Vec::<String>::new(), "other years as before");
        }
    })
    .await;
}

#[tokio::test]
async fn a_sum_is_shown_only_where_the_reports_of_its_time_make_it_up() {
    on_both(Instance::Demo, async |app, _| {
        app.illustrate(7).await.unwrap();
        let trace = async |area: &str| {
            let key = key("health-insurance", Origin::Illustrative, area, "2018");
            app.trace_figure(&key, Reports::Page(1)).await.unwrap().shown.map(|shown| (shown.state, shown.made))
        };
        let (district, group) = (trace("h450").await, trace("g-dong-hoi").await);
        assert!(matches!(district, Some((CellState::Value(_), Made::RolledUp { .. }))));
        assert_eq!(district, group, "the group stands on the same land");
        assert_eq!(trace("t44.2025").await, None, "half of today's province has no reports of 2018");
        assert_eq!(trace("vn").await, None);
    })
    .await;
}

#[tokio::test]
async fn a_map_offers_what_there_is_and_shows_the_deadline_first() {
    on_both(Instance::Demo, async |app, _| {
        app.illustrate(7).await.unwrap();
        let id = "health-insurance".parse().unwrap();
        let page = app.read_target(&id, &MapAsk::default()).await.unwrap();
        let map = page.map.unwrap();
        assert_eq!((map.period.to_string().as_str(), map.areas, map.cells.len()), ("2020", MapAreas::Districts, 8));
        let ask =
            MapAsk { areas: Some(MapAreas::CommunesToday), year: Some("2016".parse().unwrap()), ..MapAsk::default() };
        let map = app.read_target(&id, &ask).await.unwrap().map.unwrap();
        assert_eq!(map.cells.len(), 41);
        assert!(map.cells.iter().all(|cell| cell.tile.is_some() && cell.shown.is_some()));
    })
    .await;
}

#[tokio::test]
async fn an_area_is_named_and_placed_as_on_its_last_day() {
    on_both(Instance::Live, async |app, _| {
        let page = app.read_area(&"x19207".parse().unwrap(), None).await.unwrap();
        assert!(!page.exists);
        assert_eq!(page.day.to_string(), "2024-11-30");
        let chain: Vec<&str> = page.chain.iter().map(|area| area.id.as_str()).collect();
        assert_eq!(chain, ["vn", "t44", "h456"]);
        assert_eq!(page.became.len(), 1);
        assert!(page.groups.iter().any(|area| area.id.as_str() == "g-quang-ninh"));
    })
    .await;
}

#[tokio::test]
async fn the_territory_went_from_159_communes_to_41() {
    on_both(Instance::Live, async |app, _| {
        let list = app.list_areas(None).unwrap();
        let counts: Vec<(String, usize, usize)> =
            list.counts.iter().map(|one| (one.from.to_string(), one.districts, one.communes)).collect();
        let from = |day: &str| {
            counts.iter().find(|(from, ..)| from == day).map(|(_, districts, communes)| (*districts, *communes))
        };
        assert_eq!(from("2013-12-20"), Some((8, 159)));
        assert_eq!(from("2020-02-01"), Some((8, 151)));
        assert_eq!(from("2024-12-01"), Some((8, 145)));
        assert_eq!(from("2025-07-01"), Some((0, 41)));
    })
    .await;
}

#[tokio::test]
async fn a_search_is_bounded_and_an_empty_one_finds_nothing() {
    on_both(Instance::Live, async |app, _| {
        let hits = app.search("a");
        for kind in
            [&hits.targets, &hits.clauses, &hits.agencies, &hits.areas, &hits.indicators, &hits.documents, &hits.terms]
        {
            assert!(kind.len() <= HITS_PER_KIND);
        }
        assert!(app.search("  ").is_empty());
        assert!(app.search("zzzzzz").is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_not_in_the_packs_is_not_found() {
    on_both(Instance::Live, async |app, _| {
        let missing = |result: Result<(), AppError>| assert!(matches!(result, Err(AppError::NotFound)));
        missing(app.read_target(&"x".parse().unwrap(), &MapAsk::default()).await.map(|_| ()));
        missing(app.read_area(&"x99999".parse().unwrap(), None).await.map(|_| ()));
        missing(app.trace_figure(&key("x", Origin::Reported, "t44", "2018"), Reports::Page(1)).await.map(|_| ()));
        missing(
            app.trace_figure(&key("health-insurance", Origin::Reported, "t44", "2018"), Reports::Page(2))
                .await
                .map(|_| ()),
        );
    })
    .await;
}
