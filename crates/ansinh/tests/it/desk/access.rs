//! Who may do what: every route of the desk, walked by every role, in the own area and in a foreign one. The table is
//! read by people before it is accepted.

use super::journey::handed_in;
use super::{Browser, House, Person};
use ansinh::desk;
use expect_test::expect_file;
use std::fmt::Write;

/// What stands for the blanks of an address: an area of one's own, a foreign one, one that does not exist.
struct Place {
    name: &'static str,
    area: &'static str,
    account: Account,
}

#[derive(Clone, Copy)]
enum Account {
    Own,
    Foreign,
    Missing,
}

const PLACES: [Place; 3] = [
    Place { name: "own", area: "x19207", account: Account::Own },
    Place { name: "foreign", area: "x19261", account: Account::Foreign },
    Place { name: "missing", area: "x99999", account: Account::Missing },
];

struct Ids {
    own: String,
    foreign: String,
}

fn address(path: &str, place: &Place, ids: &Ids) -> String {
    let account = match place.account {
        Account::Own => ids.own.as_str(),
        Account::Foreign => ids.foreign.as_str(),
        Account::Missing => "01900000-0000-7000-8000-000000000000",
    };
    let filled = path
        .replace("{area}", place.area)
        .replace("{period}", "2018")
        .replace("{agency}", "so-y-te")
        .replace("{id}", account);
    if path.starts_with("/desk/asked/") { format!("{filled}?level=commune") } else { filled }
}

/// What a form of any route may hold.
fn any_form(mut fields: Vec<(String, String)>) -> Vec<(String, String)> {
    fields.extend([("numerator:x".into(), "1".into()), ("state".into(), "disabled".into())]);
    fields
}

/// A status as the table shows it; `in` is the way to the sign-in page.
async fn answer(browser: &mut Browser, method: &str, address: &str) -> String {
    let seen = match method {
        "GET" => browser.get(address).await,
        _ => {
            let page = browser.get("/desk/me").await;
            let guards = if page.status.is_success() { page.form("/desk/sign-out").fields } else { Vec::new() };
            browser.post(address, &any_form(guards)).await
        }
    };
    let to_sign_in = seen.place().starts_with("/desk/sign-in");
    if to_sign_in { "in".to_owned() } else { seen.status.as_u16().to_string() }
}

async fn ids(house: &House) -> Ids {
    let id = |person: Person| {
        let token = house.at(person).session.unwrap();
        async move { house.app.actor(&token).await.unwrap().account.id }
    };
    Ids { own: id(Person::Officer).await, foreign: id(Person::Neighbour).await }
}

fn name_of(person: Option<Person>) -> &'static str {
    person.map_or("nobody", Person::username)
}

#[tokio::test]
async fn every_route_answers_every_role_as_the_table_says() {
    let people: Vec<Option<Person>> = [None].into_iter().chain(Person::ALL.map(Some)).collect();
    let mut table = format!("{:<10}", "");
    for person in &people {
        write!(table, " {}", name_of(*person)).unwrap();
    }
    table.push('\n');
    for (method, path) in desk::addresses() {
        writeln!(table, "{method} {path}").unwrap();
        for place in &PLACES {
            if place.name != "own" && !path.contains('{') {
                continue;
            }
            let mut line = format!("  {:<8}", place.name);
            for person in people.iter().copied() {
                let house = House::new().await;
                if path.contains("/sheets/") && !path.ends_with("/save") && !path.ends_with("/submit") {
                    handed_in(&house).await;
                }
                let mut browser = person.map_or_else(|| house.stranger(), |person| house.at(person));
                let said = answer(&mut browser, method, &address(path, place, &ids(&house).await)).await;
                write!(line, " {said:<width$}", width = name_of(person).len()).unwrap();
            }
            writeln!(table, "{}", line.trim_end()).unwrap();
        }
    }
    expect_file!["../snapshots/desk-access.txt"].assert_eq(&table);
}

#[tokio::test]
async fn a_foreign_page_is_the_same_bytes_as_a_missing_one() {
    let house = House::new().await;
    handed_in(&house).await;
    let ids = ids(&house).await;
    for (method, path) in desk::addresses().into_iter().filter(|(_, path)| path.contains('{')) {
        for person in [Person::Neighbour, Person::LocalAdministrator, Person::OtherReviewer] {
            let mut browser = house.at(person);
            let mut pages = Vec::new();
            for place in PLACES.iter().filter(|place| place.name != "own") {
                let address = address(path, place, &ids);
                let seen = if method == "GET" {
                    browser.get(&address).await
                } else {
                    let form = browser.get("/desk/me").await.form("/desk/sign-out").fields;
                    browser.post(&address, &any_form(form)).await
                };
                pages.push((seen.status, without_address(&seen.html, &address)));
            }
            let foreign_is_own = path.contains("{area}") && person == Person::Neighbour;
            if foreign_is_own || (path.contains("/accounts/") && person != Person::LocalAdministrator) {
                continue;
            }
            assert_eq!(pages[0], pages[1], "{method} {path} for {person:?}");
        }
    }
}

/// A page without its own address and without the keys of its forms, which are new each time.
fn without_address(html: &str, address: &str) -> String {
    let path = address.split('?').next().unwrap();
    let html = html.replace(&address.replace('&', "&#38;"), "").replace(path, "");
    let mut pieces = html.split("name=\"_key\" value=\"");
    let first = pieces.next().unwrap().to_owned();
    pieces.fold(first, |page, piece| page + piece.split_once('"').unwrap().1)
}
