//! The leader's page.

use super::names;
use super::official::{Official, Who};
use super::refused::Answer;
use super::work_list::asked_path;
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
use ansinh_packs::publication::Source;
use askama::Template;
use axum::response::IntoResponse;

/// Lines of what was not reported, so that the page is read in a minute; the rest is on the work list.
const MOST_SILENT: usize = 12;

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
struct OverviewPage {
    f: Frame,
    who: Who,
    o: &'static OfficeWords,
    lede: String,
    official: Vec<Count>,
    illustrative: Vec<Count>,
    behind: Vec<Line>,
    heading_for_miss: Vec<Line>,
    without_figures: Vec<(String, String)>,
    without_deadline_figure: Vec<Line>,
    silent: Vec<SilentLine>,
    more: String,
}

/// The page.
pub(super) async fn page(official: Official) -> Answer {
    let leader = match official.app.leader_page(&official.actor).await {
        Ok(leader) => leader,
        Err(error) => return Err(official.refuse(error).await),
    };
    let (app, visit) = (&official.app, &official.visit);
    let o = OfficeWords::of(visit.lang);
    let (f, who) = official.frame().await?;
    let page = OverviewPage {
        f,
        who,
        o,
        lede: lede(&leader, o, visit.lang),
        official: counts(&leader.overview.official(), visit.lang),
        illustrative: counts(&leader.overview.illustrative(), visit.lang),
        behind: leader.behind.iter().map(|concern| line(app, visit, concern)).collect(),
        heading_for_miss: leader.heading_for_miss.iter().map(|concern| line(app, visit, concern)).collect(),
        without_figures: leader.without_figures.iter().map(|one| (href(visit, one), title(one, visit.lang))).collect(),
        without_deadline_figure: leader.without_deadline_figure.iter().map(|one| known(app, visit, one)).collect(),
        more: more(leader.silent.len(), o, visit.lang),
        silent: leader.silent.iter().take(MOST_SILENT).map(|silence| silent_line(app, visit, silence)).collect(),
    };
    Ok(Page::for_desk(&page)?.into_response())
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
