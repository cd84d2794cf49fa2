//! Every page answers for every id in the packs, in both languages, and says what it must.

use ansinh_domain::target::Band;
use ansinh_kernel::lang::Lang;
use axum::http::StatusCode;

use super::site::{Site, packs, words};

const PLAN: &str = "quang-binh-2016-2020";

async fn all_answer(site: &Site, paths: impl IntoIterator<Item = String>) {
    for path in paths {
        for address in [path.clone(), if path == "/" { "/en/".to_owned() } else { format!("/en{path}") }] {
            let seen = site.get(&address).await;
            assert_eq!(seen.status, StatusCode::OK, "{address}");
        }
    }
}

#[tokio::test]
async fn every_page_without_an_id_answers() {
    let site = Site::live().await;
    let fixed = [
        "/",
        "/plans",
        "/targets",
        "/agencies",
        "/areas",
        "/indicators",
        "/documents",
        "/glossary",
        "/search",
        "/search?q=ngheo",
        "/data",
        "/about",
    ];
    let files = ["/agencies.csv", "/agencies.json", "/areas.csv", "/areas.json"];
    all_answer(&site, fixed.into_iter().chain(files).map(str::to_owned)).await;
}

#[tokio::test]
async fn every_plan_clause_target_and_aim_answers() {
    let site = Site::demo().await;
    for plan in &packs().plans {
        let whole =
            ["", "/targets", "/targets.csv", "/targets.json", "/aims", "/aims.csv", "/aims.json", "/assignments"];
        all_answer(&site, whole.map(|end| format!("/plans/{}{end}", plan.id))).await;
        let clauses = plan.objectives.iter().map(|one| &one.clause).chain(plan.tasks.iter().map(|one| &one.clause));
        let clauses = clauses.chain(plan.assignments.iter().map(|one| &one.clause));
        all_answer(&site, clauses.map(|clause| format!("/plans/{}/clauses/{clause}", plan.id))).await;
        let files = ["", ".csv", ".json"];
        all_answer(&site, plan.targets.iter().flat_map(|one| files.map(|end| format!("/targets/{}{end}", one.id))))
            .await;
        all_answer(&site, plan.aims.iter().flat_map(|one| files.map(|end| format!("/aims/{}{end}", one.id)))).await;
    }
}

#[tokio::test]
async fn every_agency_document_and_indicator_answers() {
    let site = Site::live().await;
    all_answer(
        &site,
        packs().agencies.iter().flat_map(|one| ["", ".csv", ".json"].map(|end| format!("/agencies/{}{end}", one.id))),
    )
    .await;
    all_answer(&site, packs().documents.iter().map(|one| format!("/documents/{}", one.id))).await;
    all_answer(
        &site,
        packs()
            .indicators
            .iter()
            .flat_map(|one| ["", ".csv", ".json"].map(|end| format!("/indicators/{}{end}", one.id))),
    )
    .await;
}

#[tokio::test]
async fn every_area_answers() {
    let site = Site::live().await;
    all_answer(&site, packs().areas.all().iter().map(|one| format!("/areas/{}", one.id))).await;
}

#[tokio::test]
async fn every_published_figure_has_a_page_that_shows_it() {
    let site = Site::live().await;
    for figure in &packs().publications.figures {
        let part = if figure.breakdown.is_total() { String::new() } else { format!("?part={}", figure.breakdown) };
        let path = format!("/figures/{}/published/{}/{}{part}", figure.measure, figure.area, figure.period);
        let page = words(&site.page(&path).await);
        let source = packs().publications.source(&figure.source).unwrap();
        assert!(page.contains(&words(&source.publisher)), "{path} names its source");
    }
}

#[tokio::test]
async fn the_plan_shows_all_targets_aims_and_assignments() {
    let site = Site::live().await;
    let plan = packs().plan(&PLAN.parse().unwrap()).unwrap();
    assert_eq!((plan.targets.len(), plan.aims.len(), plan.assignments.len()), (28, 7, 14));
    for lang in [Lang::Vi, Lang::En] {
        let base = lang.pick("", "/en");
        let list = site.page(&format!("{base}/targets")).await;
        let tree = site.page(&format!("{base}/plans/{PLAN}")).await;
        for target in &plan.targets {
            let link = format!("href=\"{base}/targets/{}\"", target.id);
            assert!(list.contains(&link) && tree.contains(&link), "{}", target.id);
        }
        let aims = site.page(&format!("{base}/plans/{PLAN}/aims")).await;
        for aim in &plan.aims {
            let link = format!("href=\"{base}/aims/{}\"", aim.id);
            assert!(aims.contains(&link) && tree.contains(&link), "{}", aim.id);
        }
        let assignments = words(&site.page(&format!("{base}/plans/{PLAN}/assignments")).await);
        for assignment in &plan.assignments {
            assert!(assignments.contains(&words(assignment.title.get(lang))), "{}", assignment.number);
        }
    }
}

#[tokio::test]
async fn the_plan_says_that_its_copy_has_no_number_and_no_date() {
    let page = words(&Site::live().await.page(&format!("/plans/{PLAN}")).await);
    assert!(page.contains("Số hiệu Bản nguồn không ghi") && page.contains("Ngày ký Bản nguồn không ghi"), "{page}");
}

#[tokio::test]
async fn the_list_of_targets_without_data_holds_exactly_those() {
    let site = Site::live().await;
    let list = site.app.list_targets(None, &ansinh_app::plan::TargetFilter::default()).await.unwrap();
    let page = site.page("/targets?band=no_data").await;
    for standing in list.groups.iter().flat_map(|group| &group.targets) {
        let listed = page.contains(&format!("href=\"/targets/{}\"", standing.target.id));
        assert_eq!(listed, standing.official.band() == Band::NoData, "{}", standing.target.id);
    }
}

#[tokio::test]
async fn a_figure_of_an_earlier_year_is_shown_with_its_year_and_never_as_met() {
    let site = Site::live().await;
    let nothing = site.page("/targets?data=nothing").await;
    let elsewhere = site.page("/targets?data=not-at-deadline").await;
    let link = |id: &str| format!("href=\"/targets/{id}\"");
    assert!(nothing.contains(&link("health-insurance")) && !nothing.contains(&link("jobs-total")));
    assert!(elsewhere.contains(&link("jobs-total")) && !elsewhere.contains(&link("health-insurance")));
    assert!(elsewhere.contains("href=\"/figures/jobs-total/published/t44/2018\""), "down to the figure");
    let told = words(&elsewhere);
    assert!(told.contains("gần nhất 2018: 36.800 người ; đánh giá được gần nhất năm 2016: đúng tiến độ"), "{told}");
    assert!(told.contains("gần nhất 2016: 100% ; khi đó đã ở mức đòi hỏi"), "{told}");
    let page = words(&site.page("/targets/full-vaccination").await);
    assert!(page.contains("Số gần nhất là của năm 2016; khi đó đã ở mức kế hoạch đòi hỏi, còn đến hạn thì chưa biết."));
    assert!(page.contains("Nguồn của số gần nhất (2016):"), "{page}");
    let home = words(&site.page("/en/").await);
    assert!(home.contains("At the level asked 1") && !home.contains("Achieved"), "{home}");
}

#[tokio::test]
async fn unknown_things_are_not_found() {
    let site = Site::live().await;
    let paths = [
        "/targets/khong-co",
        "/targets/KHONG",
        "/aims/x",
        "/plans/x",
        "/agencies/x",
        "/areas/x99999",
        "/areas/zzz",
        "/documents/x",
        "/indicators/x",
        "/figures/health-insurance/published/t44/2018x",
        "/figures/x/published/t44/2018",
        "/figures/health-insurance/invented/t44/2018",
        "/figures/health-insurance/published/t44/2018?page=99",
        "/figures/health-insurance/published/t44/2018?part=x",
        "/plans/quang-binh-2016-2020/clauses/IX",
    ];
    for path in paths {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn searching_needs_no_diacritics_and_finds_every_kind() {
    let site = Site::live().await;
    for (typed, link) in [
        ("so y te", "/agencies/so-y-te"),
        ("sở y tế", "/agencies/so-y-te"),
        ("bao hiem y te", "/targets/health-insurance"),
        ("luong ninh", "/areas/x19207"),
        ("ty le ho ngheo", "/indicators/poverty-rate"),
        ("70/NQ-CP", "/documents/nq-70-2012"),
        ("hộ nghèo", "/glossary#"),
    ] {
        let query: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let seen = site.get(&format!("/search?q={query}")).await;
        assert!(seen.text.contains(&format!("href=\"{link}")), "{typed} finds {link}");
        assert_eq!(seen.headers["cache-control"], "no-store", "what people type is not kept");
    }
    let hostile = site.page("/search?q=%3Cscript%3E").await;
    assert!(!hostile.contains("<script>"));
}

#[tokio::test]
async fn an_area_is_shown_in_its_time_or_as_the_sum_of_what_came_before() {
    let site = Site::demo().await;
    let then = site.json("/areas/h450.json").await;
    let today = site.json("/areas/g-dong-hoi.json").await;
    let of_2018 = |rows: &[serde_json::Map<String, serde_json::Value>]| {
        let row = rows.iter().find(|row| row["measure"] == "health-insurance" && row["period"] == "2018").unwrap();
        (row["boundaries"].clone(), row["numerator"].clone(), row["denominator"].clone())
    };
    let (then, today) = (of_2018(&then), of_2018(&today));
    assert_eq!((&then.1, &then.2), (&today.1, &today.2), "the former district is the same land");
    assert_eq!((then.0, today.0), ("địa giới khi đó".into(), "theo địa giới hôm nay".into()));
    let whole = words(&site.page("/areas/t44.2025").await);
    assert!(whole.contains("Không tính lại được theo địa giới này"), "half of today's province has no reports of 2018");
}

#[tokio::test]
async fn a_map_shows_districts_communes_groups_and_todays_communes() {
    let site = Site::demo().await;
    for (areas, count) in [("districts", 8), ("communes", 159), ("groups", 8), ("communes-today", 41)] {
        let rows = site
            .json(&format!("/targets/health-insurance/areas.json?areas={areas}&year=2018&origin=illustrative"))
            .await;
        assert_eq!(rows.len(), count, "{areas}");
        let page = site.page(&format!("/targets/health-insurance?areas={areas}&year=2018&origin=illustrative")).await;
        let tiles = page.matches("<use href=\"#tiles-h\"").count();
        assert!(tiles >= count, "{areas}: {tiles} tiles");
    }
}
