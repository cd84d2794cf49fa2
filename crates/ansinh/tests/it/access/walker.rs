//! One visitor on the way through the desk, with an installation that is made anew after every change.

use std::collections::BTreeMap;

use super::Answers;
use super::place::{Place, address};
use super::visitor::Visitor;
use crate::desk::{Browser, House, Person, Seen};

/// What came back.
pub(super) struct Said {
    /// The status, or `in` for the way to the page where one signs in.
    pub(super) word: String,
    /// The page without the blanks of its own address, without the keys of its forms, which are new each time, and without the head
    /// of the audit chain, which is of the installation.
    html: String,
}

impl Said {
    /// Both are the same to the letter.
    pub(super) fn is_the_same_as(&self, other: &Self, at: &str) {
        assert_eq!(self.word, other.word, "{at}");
        let mut lines = self.html.lines().zip(other.html.lines());
        assert_eq!(lines.find(|(one, two)| one != two), None, "{at}");
        assert_eq!(self.html.len(), other.html.len(), "{at}");
    }
}

/// What is typed into the sheets that ask for it.
const TYPED: [(&str, &str); 5] = [
    ("numerator:health-insurance", "450"),
    ("denominator:health-insurance", "500"),
    ("numerator:voluntary-social-insurance", "60"),
    ("numerator:full-vaccination", "45"),
    ("denominator:full-vaccination", "50"),
];

/// How far the sheets are when the visitor comes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Untouched,
    HandedIn,
    Accepted,
}

impl Stage {
    fn of(path: &str) -> Self {
        match path.rsplit('/').next() {
            Some("return" | "accept") => Self::HandedIn,
            Some("reopen") => Self::Accepted,
            _ => Self::Untouched,
        }
    }
}

/// One visitor on the way.
pub(super) struct Walker {
    visitor: &'static Visitor,
    house: Option<(Stage, House)>,
}

impl Walker {
    pub(super) fn new(visitor: &'static Visitor) -> Self {
        Self { visitor, house: None }
    }

    /// The answers to a route, at every place that makes a difference.
    pub(super) async fn answers(&mut self, method: &str, path: &str) -> Answers {
        let mut answers = BTreeMap::new();
        for place in Place::of(path) {
            answers.insert(place, self.answer(method, path, place).await);
        }
        answers
    }

    async fn answer(&mut self, method: &str, path: &str, place: Place) -> Said {
        let stage = Stage::of(path);
        let house = match self.house.take() {
            Some((at, house)) if at == stage => house,
            _ => self.house_at(stage).await,
        };
        let blanks = place.blanks(house.accounts());
        let address = address(path, blanks);
        let mut browser = self.visitor.browser(&house);
        let guards = if method == "GET" { Vec::new() } else { guards(&mut browser).await };
        let before = house.app.checkpoint().await.unwrap();
        let seen = match method {
            "GET" => browser.get(&address).await,
            _ => browser.post(&address, &any_form(guards)).await,
        };
        // What is only looked at, and what is not allowed, leaves no trace.
        if method == "GET" || matches!(seen.status.as_u16(), 403 | 404) {
            assert_eq!(house.app.checkpoint().await.unwrap(), before, "{method} {path} changed something");
            self.house = Some((stage, house));
        }
        let head = format!("{} · {}", before.seq, &before.hash[..12]);
        let query = "?level=commune";
        let html =
            [query, blanks[0], blanks[1], &head].iter().fold(seen.html.clone(), |html, own| html.replace(own, ""));
        Said { word: word(&seen), html: without_keys(&html) }
    }

    async fn house_at(&self, stage: Stage) -> House {
        let house = house_at(stage).await;
        self.visitor.prepare(&house).await;
        house
    }
}

/// An installation in which the sheets of the commune are so far.
pub(super) async fn house_at(stage: Stage) -> House {
    let house = House::new().await;
    let reviewers =
        [(Place::Own, Person::OtherReviewer), (Place::Part, Person::OtherReviewer), (Place::Agency, Person::Reviewer)];
    for (place, reviewer) in reviewers {
        if stage != Stage::Untouched {
            hand_in(&mut house.at(Person::Officer), place.sheet()).await;
        }
        if stage == Stage::Accepted {
            let mut reviewer = house.at(reviewer);
            let form = reviewer.get(place.sheet()).await.form("/accept");
            reviewer.submit(&form).await.is(303);
        }
    }
    house
}

/// Types what is asked of it and hands the sheet in.
async fn hand_in(officer: &mut Browser, sheet: &str) {
    let mut form = officer.get(sheet).await.form("/submit");
    for (field, value) in TYPED {
        form = if form.has(field) { form.with(field, value) } else { form };
    }
    officer.submit(&form).await.is(303);
}

fn word(seen: &Seen) -> String {
    let to_sign_in = seen.place().starts_with("/desk/sign-in");
    if to_sign_in { "in".to_owned() } else { seen.status.as_u16().to_string() }
}

/// Token and key of a form of this browser's session, if it has one.
async fn guards(browser: &mut Browser) -> Vec<(String, String)> {
    let page = browser.get("/desk/me").await;
    if page.status.is_success() { page.form("/desk/sign-out").fields } else { Vec::new() }
}

/// What a form of any route may hold.
fn any_form(mut fields: Vec<(String, String)>) -> Vec<(String, String)> {
    fields.extend([("numerator:x".into(), "1".into()), ("state".into(), "disabled".into())]);
    fields
}

fn without_keys(html: &str) -> String {
    let mut pieces = html.split("name=\"_key\" value=\"");
    let first = pieces.next().unwrap().to_owned();
    pieces.fold(first, |page, piece| page + piece.split_once('"').unwrap().1)
}
