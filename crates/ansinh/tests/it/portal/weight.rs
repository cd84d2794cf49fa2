//! How much a page weighs on a poor network, compressed as it is sent.

use brotli::enc::BrotliEncoderParams;

use super::site::{Site, packs};

const MOST_BYTES: usize = 14 * 1024;
const MOST_BYTES_WITH_CHART: usize = 30 * 1024;

fn packed(text: &str) -> usize {
    let parameters = BrotliEncoderParams { quality: 10, ..BrotliEncoderParams::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &parameters).unwrap();
    out.len()
}

#[tokio::test]
async fn every_kind_of_page_is_light() {
    let site = Site::demo().await;
    let plan = &packs().plans[0];
    let fixed = [
        "/",
        "/plans",
        "/targets",
        "/targets?band=no_data",
        "/agencies",
        "/areas",
        "/areas?on=2018-12-31",
        "/indicators",
        "/documents",
        "/glossary",
        "/data",
        "/about",
        "/search?q=a",
        "/agencies/so-ldtbxh",
        "/agencies/so-noi-vu",
        "/agencies/ubnd-huyen",
        "/documents/nq-1680-2025",
        "/areas/t44",
        "/areas/t44.2025",
        "/areas/vn",
        "/areas/h450",
        "/areas/h457",
        "/areas/g-quang-binh",
        "/areas/x19207",
        "/areas/x19207.2025",
        "/areas/t01",
        "/indicators/poverty-rate",
        "/indicators/relief-rice",
        "/figures/health-insurance/illustrative/t44/2018",
        "/figures/jobs-total/illustrative/t44/2016..2020",
        "/targets/health-insurance?areas=communes&year=2018",
        "/targets/no-littering?areas=communes-today&year=2018",
    ];
    let mut paths: Vec<String> = fixed.map(str::to_owned).to_vec();
    paths.extend(["", "/targets", "/aims", "/assignments"].map(|end| format!("/plans/{}{end}", plan.id)));
    paths.extend(["I", "II", "II.1.2.1", "III", "III.2"].map(|clause| format!("/plans/{}/clauses/{clause}", plan.id)));
    paths.extend(plan.targets.iter().map(|target| format!("/targets/{}", target.id)));
    paths.extend(plan.aims.iter().map(|aim| format!("/aims/{}", aim.id)));
    let mut heavy = Vec::new();
    for path in paths {
        let seen = site.get(&path).await;
        let limit = if seen.text.contains("class=\"has-chart\"") { MOST_BYTES_WITH_CHART } else { MOST_BYTES };
        let weight = packed(&seen.text);
        if weight > limit {
            heavy.push(format!("{path}: {weight} bytes"));
        }
        assert!(!seen.text.contains("<script"), "{path} runs no script");
    }
    assert_eq!(heavy, Vec::<String>::new());
}
