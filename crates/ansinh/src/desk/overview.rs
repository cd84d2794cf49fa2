//! The leader's page.

use super::names;
use super::official::{Official, Who};
use super::refused::Answer;
use super::work_list::asked_path;
use crate::http::csv::CsvFile;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::words::{DeskWords, OfficeWords, fill};
use ansinh_app::App;
use ansinh_app::overview::{Concern, LeaderPage, Silence};
use ansinh_app::plan::{BandCounts, Standing};
use ansinh_app::sheet::SheetKey;
use ansinh_kernel::figure::Origin;
use ansinh_kernel::lang::Lang;
use ansinh_kernel::number::format_count;
use ansinh_kernel::text::fold;
use ansinh_packs::publication::Source;
use askama::Template;
use axum::extract::Query;
use axum::response::IntoResponse;
use serde::Deserialize;

/// Lines of what was not reported, so that the page is read in a minute; the rest is on the work list.
const MOST_SILENT: usize = 12;

/// What the address of the page asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
}

struct Count {
    band: &'static str,
    name: &'static str,
    number: usize,
}

struct Line {
    href: String,
    title: String,
    band: &'static str,
    name: &'static str,
    illustrative: bool,
    why: String,
    forecast: String,
    lead: String,
}

struct SilentLine {
    href: String,
    asked_of: String,
    period: String,
    agency: String,
    missing: String,
    late: String,
}

#[derive(Template)]
#[template(path = "desk/overview.html")]
struct OverviewPage<'a> {
    f: Frame,
    who: Who,
    o: &'static OfficeWords,
    q: &'a str,
    targets_csv: String,
    silent_csv: String,
    lede: String,
    official: Vec<Count>,
    illustrative: Vec<Count>,
    behind: Vec<Line>,
    heading_for_miss: Vec<Line>,
    without_figures: Vec<Line>,
    without_deadline_figure: Vec<Line>,
    silent: Vec<SilentLine>,
    more: String,
}

/// The lists of the page, as far as they are asked for.
struct Lists {
    behind: Vec<Line>,
    heading_for_miss: Vec<Line>,
    without_figures: Vec<Line>,
    without_deadline_figure: Vec<Line>,
    silent: Vec<SilentLine>,
}

impl Lists {
    fn new(official: &Official, leader: &LeaderPage<'_>, asked: &Asked) -> Self {
        let (app, visit, wanted) = (&official.app, &official.visit, fold(&asked.q));
        let said = |texts: [&str; 2]| fold(&texts.join(" ")).contains(&wanted);
        let lines = |concerns: &[Concern<'_>]| {
            let lines = concerns.iter().map(|concern| line(app, visit, concern));
            lines.filter(|line| said([&line.title, &line.lead])).collect()
        };
        let late = leader.without_deadline_figure.iter().map(|one| known(app, visit, one));
        let bare = leader.without_figures.iter().map(|one| bare_line(app, visit, one));
        let silent = leader.silent.iter().map(|silence| silent_line(app, visit, silence));
        Self {
            behind: lines(&leader.behind),
            heading_for_miss: lines(&leader.heading_for_miss),
            without_figures: bare.filter(|line| said([&line.title, &line.lead])).collect(),
            without_deadline_figure: late.filter(|line| said([&line.title, &line.lead])).collect(),
            silent: silent.filter(|line| said([&line.asked_of, &line.agency])).collect(),
        }
    }
}

/// The page.
pub(super) async fn page(official: Official, Query(asked): Query<Asked>) -> Answer {
    let leader = match official.app.leader_page(&official.actor).await {
        Ok(leader) => leader,
        Err(error) => return Err(official.refuse(error).await),
    };
    let visit = &official.visit;
    let o = OfficeWords::of(visit.lang);
    let mut lists = Lists::new(&official, &leader, &asked);
    let more = more(lists.silent.len(), o, visit.lang);
    lists.silent.truncate(MOST_SILENT);
    let (f, who) = official.frame().await?;
    let page = OverviewPage {
        f,
        who,
        o,
        q: &asked.q,
        targets_csv: visit.href(&format!("/desk/overview/targets.csv?{}", visit.query)),
        silent_csv: visit.href(&format!("/desk/overview/silent.csv?{}", visit.query)),
        lede: lede(&leader, o, visit.lang),
        official: counts(&leader.overview.official(), visit.lang),
        illustrative: counts(&leader.overview.illustrative(), visit.lang),
        behind: lists.behind,
        heading_for_miss: lists.heading_for_miss,
        without_figures: lists.without_figures,
        without_deadline_figure: lists.without_deadline_figure,
        more,
        silent: lists.silent,
    };
    Ok(Page::for_desk(&page)?.into_response())
}

/// The targets of all lists, in one file.
pub(super) async fn targets_csv(official: Official, Query(asked): Query<Asked>) -> Answer {
    let leader = match official.app.leader_page(&official.actor).await {
        Ok(leader) => leader,
        Err(error) => return Err(official.refuse(error).await),
    };
    let (o, lists) = (OfficeWords::of(official.visit.lang), Lists::new(&official, &leader, &asked));
    let columns = [o.col_list, o.col_target, o.col_band, o.col_words, o.overview_forecast, o.col_lead];
    let mut file = CsvFile::new("chi-tieu-can-xem", &columns);
    let all = [
        (o.overview_missed, &lists.behind),
        (o.overview_missing, &lists.heading_for_miss),
        (o.overview_no_data, &lists.without_figures),
        (o.overview_no_deadline, &lists.without_deadline_figure),
    ];
    for (list, line) in all.into_iter().flat_map(|(list, lines)| lines.iter().map(move |line| (list, line))) {
        let label = crate::words::Words::of(official.visit.lang).illustrative;
        let band = if line.illustrative { format!("{} ({label})", line.name) } else { line.name.to_owned() };
        file.push(&[list, &line.title, &band, &line.why, &line.forecast, &line.lead]);
    }
    Ok(file.answer())
}

/// Everybody who has not reported in full, in one file.
pub(super) async fn silent_csv(official: Official, Query(asked): Query<Asked>) -> Answer {
    let leader = match official.app.leader_page(&official.actor).await {
        Ok(leader) => leader,
        Err(error) => return Err(official.refuse(error).await),
    };
    let (o, lists) = (OfficeWords::of(official.visit.lang), Lists::new(&official, &leader, &asked));
    let columns = [o.col_agency, o.col_period, o.col_area, o.col_missing, o.col_late];
    let mut file = CsvFile::new("chua-bao-cao", &columns);
    for line in &lists.silent {
        file.push(&[&line.agency, &line.period, &line.asked_of, &line.missing, &line.late]);
    }
    Ok(file.answer())
}

fn lede(leader: &LeaderPage<'_>, o: &'static OfficeWords, lang: Lang) -> String {
    let number = leader.overview.len().to_string();
    fill(o.overview_lede, &[("plan", leader.overview.plan.title.get(lang)), ("n", &number)])
}

fn more(silent: usize, o: &'static OfficeWords, lang: Lang) -> String {
    let number = format_count(i64::try_from(silent).unwrap_or(i64::MAX), lang);
    if silent > MOST_SILENT { fill(o.overview_silent_more, &[("n", &number)]) } else { String::new() }
}

fn counts(bands: &BandCounts, lang: Lang) -> Vec<Count> {
    let count = |(band, number): &(ansinh_domain::target::Band, usize)| Count {
        band: band.as_str(),
        name: band.name(lang),
        number: *number,
    };
    bands.iter().map(count).collect()
}

fn href(visit: &Visit, standing: &Standing<'_>) -> String {
    visit.href(&format!("/targets/{}", standing.target.id))
}

fn title(standing: &Standing<'_>, lang: Lang) -> String {
    standing.target.title.get(lang).to_owned()
}

fn line(app: &App, visit: &Visit, concern: &Concern<'_>) -> Line {
    let (lang, judgement) = (visit.lang, &concern.judged.judgement);
    let suffix = match concern.standing.unit.symbol.get(lang) {
        "" => String::new(),
        "%" => "%".to_owned(),
        symbol => format!(" {symbol}"),
    };
    let forecast = judgement.forecast.as_ref();
    let lead = concern.standing.lead.as_ref();
    Line {
        href: href(visit, &concern.standing),
        title: title(&concern.standing, lang),
        band: concern.judged.band().as_str(),
        name: concern.judged.band().name(lang),
        illustrative: concern.judged.origin() == Origin::Illustrative,
        why: judgement.headline.words.text(lang, &suffix),
        forecast: forecast.map_or_else(String::new, |forecast| forecast.words.text(lang, &suffix)),
        lead: lead.map_or_else(String::new, |lead| names::agency(app, &lead.agency.id, lang)),
    }
}

/// A target with figures of other years only: the latest of them, where it was printed, and how it stood then.
fn known(app: &App, visit: &Visit, standing: &Standing<'_>) -> Line {
    let concern = Concern { standing: standing.clone(), judged: standing.official.clone() };
    let source = standing.official.nearest.and_then(|nearest| nearest.source);
    let cite = |source: &Source| fill(OfficeWords::of(visit.lang).overview_source, &[("source", &source.publisher)]);
    Line { forecast: source.map_or_else(String::new, cite), ..line(app, visit, &concern) }
}

/// A target without official figures: there is nothing to say but who leads it.
fn bare_line(app: &App, visit: &Visit, standing: &Standing<'_>) -> Line {
    let band = standing.official.band();
    let lead = standing.lead.as_ref();
    Line {
        href: href(visit, standing),
        title: title(standing, visit.lang),
        band: band.as_str(),
        name: band.name(visit.lang),
        illustrative: false,
        why: String::new(),
        forecast: String::new(),
        lead: lead.map_or_else(String::new, |lead| names::agency(app, &lead.agency.id, visit.lang)),
    }
}

fn silent_line(app: &App, visit: &Visit, silence: &Silence) -> SilentLine {
    let (w, o, lang, item) = (DeskWords::of(visit.lang), OfficeWords::of(visit.lang), visit.lang, &silence.item);
    let number = |n: i64| format_count(n, lang);
    let key = SheetKey { area: item.area.clone(), period: item.period, agency: item.agency.clone() };
    let area = names::area(app, &item.area, item.period.last_day(), lang);
    let reporters = number(i64::try_from(item.reporters).unwrap_or(i64::MAX));
    SilentLine {
        href: visit.href(&format!("{}?level={}", asked_path(&key), item.level)),
        asked_of: fill(w.reporters, &[("n", &reporters), ("level", item.level.name(lang)), ("area", &area)]),
        period: item.period.format(lang),
        agency: names::agency(app, &item.agency, lang),
        missing: fill(o.missing_of, &[("n", &number(silence.missing)), ("total", &number(item.asked))]),
        late: fill(o.days, &[("n", &number(silence.days_late))]),
    }
}
