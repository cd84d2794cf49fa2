//! No link of the portal leads nowhere, and what people come for is near the home page.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::http::StatusCode;

use super::site::Site;

/// Pages visited of one kind of address; the kinds are many, the figures of a kind alike.
const MOST_OF_A_KIND: usize = 16;

/// Addresses of ours in a page.
fn links(html: &str) -> BTreeSet<String> {
    let targets = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let ours = targets.filter(|target| target.starts_with('/') && !target.starts_with("//"));
    ours.map(|target| target.split('#').next().unwrap_or_default().replace("&#38;", "&").replace("&amp;", "&"))
        .filter(|target| !target.is_empty())
        .collect()
}

/// The address without its ids: `/areas/*`.
fn kind(path: &str) -> String {
    let bare = path.split('?').next().unwrap_or_default();
    let rest = bare.strip_prefix("/en").unwrap_or(bare);
    let ending = rest.rsplit('.').next().filter(|ending| matches!(*ending, "csv" | "json")).unwrap_or_default();
    let language = if rest.len() == bare.len() { "vi" } else { "en" };
    let first = rest.split('/').nth(1).unwrap_or_default();
    format!("{language} {first} {} {ending} {}", rest.matches('/').count(), path.contains('?'))
}

#[tokio::test]
async fn no_link_leads_nowhere() {
    let site = Site::demo().await;
    let mut known = BTreeSet::from(["/".to_owned()]);
    let mut open = VecDeque::from(["/".to_owned()]);
    let mut visited: BTreeMap<String, usize> = BTreeMap::new();
    let mut broken = Vec::new();
    while let Some(path) = open.pop_front() {
        let count = visited.entry(kind(&path)).or_default();
        *count += 1;
        if *count > MOST_OF_A_KIND {
            continue;
        }
        let seen = site.get(&path).await;
        if seen.status != StatusCode::OK {
            broken.push(format!("{} {path}", seen.status));
        }
        let is_page =
            seen.headers.get("content-type").is_some_and(|mime| mime.to_str().unwrap().starts_with("text/html"));
        for link in links(&seen.text).into_iter().filter(|_| is_page) {
            if known.insert(link.clone()) {
                open.push_back(link);
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
    assert!(visited.len() > 40, "the crawl met {} kinds of addresses", visited.len());
}

#[tokio::test]
async fn what_people_come_for_is_within_three_clicks() {
    let site = Site::live().await;
    let mut near: BTreeMap<String, usize> = BTreeMap::from([("/".to_owned(), 0)]);
    let mut open = VecDeque::from(["/".to_owned()]);
    while let Some(path) = open.pop_front() {
        let clicks = near[&path];
        if clicks == 2 {
            continue;
        }
        for link in links(&site.page(&path).await) {
            if !link.starts_with("/en") && !near.contains_key(&link) {
                near.insert(link.clone(), clicks + 1);
                open.push_back(link);
            }
        }
    }
    for wanted in
        ["/targets/poverty-reduction", "/agencies/so-y-te", "/targets?data=nothing", "/targets?data=not-at-deadline"]
    {
        assert!(near.get(wanted).is_some_and(|clicks| *clicks <= 2), "{wanted}");
    }
}
