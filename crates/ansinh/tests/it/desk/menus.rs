//! Whatever page of the desk somebody has before them, every part its menu offers opens for them.

use std::collections::BTreeSet;

use ansinh::desk;

use super::{House, Person, Seen};

/// Addresses the menu of a page leads to.
fn menu(page: &Seen) -> BTreeSet<String> {
    let menu = page.html.split("<nav class=\"menu\"").nth(1).and_then(|rest| rest.split("</nav>").next());
    let links = menu.unwrap_or_default().split("href=\"").skip(1);
    links.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// Pages of the desk at this person's place and elsewhere, forms that are stopped, and pages that do not exist.
async fn pages(house: &House, person: Person, base: &str) -> Vec<Seen> {
    let mut browser = house.at(person);
    let mut pages = Vec::new();
    for (method, path) in desk::addresses() {
        for cell in ["x19207/2018/bhxh-tinh", "x99999/2018/bhxh-tinh"] {
            let path = path.replace("{area}/{period}/{agency}", cell).replace("{id}", &house.accounts()[&person]);
            let address = format!("{base}{path}?level=commune");
            pages.push(match method {
                "GET" => browser.get(&address).await,
                _ => browser.post(&address, &[("reason".into(), "x".into())]).await,
            });
        }
    }
    pages.push(browser.get(&format!("{base}/desk/no-such-page")).await);
    pages
}

#[tokio::test]
async fn every_part_in_a_menu_opens_for_whoever_sees_it() {
    let house = House::new().await;
    for person in Person::ALL {
        for base in ["", "/en"] {
            let offered: BTreeSet<String> = pages(&house, person, base).await.iter().flat_map(menu).collect();
            assert!(offered.contains(&format!("{base}/desk")), "{person:?}");
            for address in offered {
                let seen = house.at(person).get(&address).await;
                assert_eq!(seen.status.as_u16(), 200, "{address} for {person:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_menu_offers_a_stranger_nothing_but_the_way_in() {
    let house = House::new().await;
    let mut stranger = house.stranger();
    for path in ["/desk/sign-in", "/desk/no-such-page"] {
        for address in menu(&stranger.get(path).await) {
            let seen = stranger.get(&address).await;
            assert_eq!(seen.place(), "/desk/sign-in", "{address}");
        }
    }
}
