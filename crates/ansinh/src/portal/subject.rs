//! What the pages of a target and of an aim share: how they are asked for, the charts of their figures, their map, and
//! the files of both.

use std::collections::BTreeMap;

use ansinh_app::App;
use ansinh_app::plan::{MapView, Shown};
use ansinh_kernel::date::Year;
use ansinh_kernel::id::MeasureId;
use ansinh_kernel::lang::Bilingual;
use ansinh_kernel::ratio::Ratio;
use ansinh_packs::indicator::Measure;
use ansinh_packs::measurement_unit::MeasurementUnit;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;

use super::draw::{self, Map, Years};
use super::map::{Choice, map_href, map_title};
use super::say::Say;
use crate::chart::Svg;
use crate::http::{Failure, Visit};

/// A request for a target or an aim, with what is chosen for its map.
#[derive(Debug)]
pub struct Asked {
    pub(crate) app: App,
    pub(crate) visit: Visit,
    /// The last part of the address: an id, for a file with its ending.
    pub(crate) id: String,
    pub(crate) choice: Choice,
}

impl FromRequestParts<App> for Asked {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Asked, Failure> {
        let visit = Visit::from_request_parts(parts, app).await.unwrap_or_default();
        let Path(id) = Path::from_request_parts(parts, app).await.map_err(|_| Failure::NotFound)?;
        let Query(choice) = Query::from_request_parts(parts, app).await.map_err(|_| Failure::BadRequest)?;
        Ok(Asked { app: app.clone(), visit, id, choice })
    }
}

/// A target or an aim, as far as its charts, its map and its files go.
pub(crate) struct Subject<'s, 'a> {
    /// Its address without a language.
    pub(crate) path: String,
    pub(crate) title: &'a Bilingual,
    pub(crate) unit: &'a MeasurementUnit,
    /// The measures that judge it; figures of others are shown beside.
    pub(crate) judged: &'a [MeasureId],
    pub(crate) figures: &'s [Shown<'a>],
    pub(crate) map: Option<&'s MapView<'a>>,
    /// The level asked, where it is one.
    pub(crate) asked: Option<Ratio>,
    /// The plan's own path by official figures, and by illustrative ones.
    pub(crate) paths: [BTreeMap<Year, Ratio>; 2],
}

/// What stands below the standing on both pages.
pub(crate) struct Below<'a> {
    pub(crate) chart: Option<Svg>,
    pub(crate) made_chart: Option<Svg>,
    pub(crate) map: Option<Svg>,
    pub(crate) map_title: String,
    pub(crate) map_csv: String,
    pub(crate) map_json: String,
    pub(crate) judged: Vec<&'a Measure>,
    /// Whether figures of other measures are shown beside.
    pub(crate) has_companions: bool,
    pub(crate) csv: String,
    pub(crate) json: String,
}

impl Below<'_> {
    pub(crate) fn is_beside(&self, measure: &Measure) -> bool {
        self.judged.iter().all(|one| one.id != measure.id)
    }
}

impl<'a> Subject<'_, 'a> {
    pub(crate) fn below(&self, s: &Say<'a>, visit: &Visit) -> Below<'a> {
        let [official, made] = &self.paths;
        let map_title = self.map.map_or_else(String::new, |view| map_title(s, view));
        let map_file = |ending: &str| {
            self.map.map_or_else(String::new, |view| map_href(visit, &format!("{}/areas.{ending}", self.path), view))
        };
        let about = Map { id: "tiles", title: &map_title, table: "by-area" };
        let file = |ending: &str| visit.href(&format!("{}.{ending}", self.path));
        Below {
            chart: self.chart(s, ("official-chart", s.p.series_official), official, |one| !one.is_illustrative()),
            made_chart: self.chart(s, ("made-chart", s.p.series_made), made, |one| one.is_illustrative()),
            map: self.map.and_then(|view| draw::map(s, &about, &view.cells)),
            map_csv: map_file("csv"),
            map_json: map_file("json"),
            map_title,
            judged: s.measures(self.judged),
            has_companions: self.figures.iter().any(|one| self.is_beside(one.measure)),
            csv: file("csv"),
            json: file("json"),
        }
    }

    fn is_beside(&self, measure: &Measure) -> bool {
        !self.judged.contains(&measure.id)
    }

    /// The chart of the figures of one kind, if there are any.
    fn chart(
        &self,
        s: &Say<'_>,
        (id, word): (&str, &str),
        path: &BTreeMap<Year, Ratio>,
        kind: impl Fn(&Shown<'_>) -> bool,
    ) -> Option<Svg> {
        let figures: Vec<&Shown<'_>> = self.figures.iter().filter(|one| kind(one) && one.value().is_some()).collect();
        if figures.is_empty() {
            return None;
        }
        let title = format!("{}: {word}", s.text(self.title));
        let unit = s.text(&self.unit.symbol);
        let about = Years { id, title: &title, unit, target: self.asked, path: path.clone() };
        draw::years(s, &about, figures, |measure| {
            let beside = if self.is_beside(measure) { format!(", {}", s.p.other_concept) } else { String::new() };
            format!("{}{beside}", s.text(&measure.name))
        })
    }
}
