//! Signing in, staying signed in, signing out.

use super::{Browser, House, Person, Seen};
use axum::http::header::SET_COOKIE;
use std::time::Duration;

async fn try_in(browser: &mut Browser, person: Person, password: &str, code: &str) -> Seen {
    let page = browser.get("/desk/sign-in").await;
    let form =
        page.form("/desk/sign-in").with("username", person.username()).with("password", password).with("code", code);
    browser.submit(&form).await
}

#[tokio::test]
async fn whoever_decides_signs_in_with_password_and_code() {
    let house = House::new().await;
    let mut browser = house.stranger();
    house.wait(Duration::from_secs(60));
    let password = house.secrets(Person::Reviewer).password.clone();
    let seen = try_in(&mut browser, Person::Reviewer, &password, &house.code(Person::Reviewer)).await;
    seen.is(303);
    assert_eq!(seen.place(), "/desk");
    let cookie = seen.headers.get(SET_COOKIE).unwrap().to_str().unwrap();
    assert!(cookie.contains("; HttpOnly; SameSite=Strict"), "{cookie}");
    browser.get("/desk").await.is(200).says("Việc của tôi");
}

#[tokio::test]
async fn every_refusal_says_the_same_and_keeps_what_was_typed_but_the_password() {
    let house = House::new().await;
    house.wait(Duration::from_secs(60));
    let right = house.secrets(Person::Reviewer).password.clone();
    let code = house.code(Person::Reviewer);
    let mut said = Vec::new();
    for (username, password, code) in [
        ("duyet", "sai-mat-khau-nay", &*code),
        ("duyet", &*right, "000000"),
        ("khong-co-ai", &*right, &*code),
        ("duyet", &*right, ""),
    ] {
        let mut browser = house.stranger();
        let page = browser.get("/desk/sign-in").await;
        let form = page.form("/desk/sign-in").with("username", username).with("password", password).with("code", code);
        let seen = browser.submit(&form).await;
        seen.is(422);
        let again = seen.form("/desk/sign-in");
        assert_eq!(again.value("username"), username);
        assert_eq!(again.value("password"), "");
        assert!(!seen.html.contains(password));
        assert_eq!(browser.session, None);
        said.push(seen.words());
    }
    said.dedup();
    assert_eq!(said.len(), 1, "{said:#?}");
}

#[tokio::test]
async fn a_code_counts_once() {
    let house = House::new().await;
    house.wait(Duration::from_secs(60));
    let (password, code) = (house.secrets(Person::Leader).password.clone(), house.code(Person::Leader));
    try_in(&mut house.stranger(), Person::Leader, &password, &code).await.is(303);
    try_in(&mut house.stranger(), Person::Leader, &password, &code).await.is(422);
    house.wait(Duration::from_secs(30));
    try_in(&mut house.stranger(), Person::Leader, &password, &house.code(Person::Leader)).await.is(303);
}

#[tokio::test]
async fn after_five_failures_one_waits_and_then_goes_on() {
    let house = House::new().await;
    let right = house.secrets(Person::Officer).password.clone();
    for _ in 0..5 {
        try_in(&mut house.stranger(), Person::Officer, "sai-mat-khau-nay", "").await.is(422);
    }
    let seen = try_in(&mut house.stranger(), Person::Officer, &right, "").await;
    seen.is(429).says("Đợi ít phút");
    assert_eq!(seen.form("/desk/sign-in").value("username"), "can-bo");
    house.wait(Duration::from_secs(61));
    try_in(&mut house.stranger(), Person::Officer, &right, "").await.is(303);
}

#[tokio::test]
async fn one_is_led_back_to_where_one_was_and_nowhere_else() {
    let house = House::new().await;
    let password = house.secrets(Person::Officer).password.clone();
    let mut browser = house.stranger();
    let seen = browser.get("/en/desk/asked/t44.2025/2025/bhxh-tinh?level=commune&q=ninh").await;
    seen.is(303);
    assert_eq!(seen.place(), "/en/desk/sign-in?to=/en/desk/asked/t44.2025/2025/bhxh-tinh%3Flevel%3Dcommune%26q%3Dninh");
    let place = seen.place().to_owned();
    let form =
        browser.get(&place).await.form("/en/desk/sign-in").with("username", "can-bo").with("password", &password);
    let seen = browser.submit(&form).await;
    assert_eq!(seen.place(), "/en/desk/asked/t44.2025/2025/bhxh-tinh?level=commune&q=ninh");

    for foreign in ["//evil.example/desk", "https://evil.example/desk", "/\\evil.example/desk", "/areas"] {
        let mut browser = house.stranger();
        let form = browser.get("/desk/sign-in").await.form("/desk/sign-in");
        let form = form.with("username", "can-bo").with("password", &password).with("to", foreign);
        assert_eq!(browser.submit(&form).await.place(), "/desk", "{foreign}");
    }
}

#[tokio::test]
async fn a_session_ends_when_one_signs_out() {
    let house = House::new().await;
    let mut browser = house.at(Person::Officer);
    let token = browser.session.clone();
    let form = browser.get("/desk").await.form("/desk/sign-out");
    let seen = browser.submit(&form).await;
    seen.is(303);
    assert_eq!(browser.session, None);
    browser.follow(seen).await.says("Đã đăng xuất");
    browser.session = token;
    browser.get("/desk").await.is(303);
}

#[tokio::test]
async fn a_session_ends_after_two_hours_without_use_and_after_twelve_whatever_happens() {
    let house = House::new().await;
    let mut idle = house.at(Person::Officer);
    house.wait(Duration::from_secs(2 * 3600 + 1));
    idle.get("/desk").await.is(303);

    let house = House::new().await;
    let mut busy = house.at(Person::Officer);
    for _ in 0..11 {
        house.wait(Duration::from_secs(3600));
        busy.get("/desk").await.is(200);
    }
    house.wait(Duration::from_secs(3600));
    busy.get("/desk").await.is(303);
}

#[tokio::test]
async fn who_is_signed_in_is_not_asked_again() {
    let house = House::new().await;
    let seen = house.at(Person::Officer).get("/desk/sign-in").await;
    seen.is(303);
    assert_eq!(seen.place(), "/desk");
}

#[tokio::test]
async fn a_changed_password_ends_all_sessions_and_is_the_only_one_that_works() {
    let house = House::new().await;
    let old = house.secrets(Person::Officer).password.clone();
    let (mut browser, mut other) = (house.at(Person::Officer), house.at(Person::Officer));
    let form = browser.get("/desk/me").await.form("/desk/me/password");
    let wrong = browser.submit(&form.clone().with("old", "khong-phai").with("new", "một câu dài dễ nhớ")).await;
    wrong.is(422).says("Mật khẩu hiện tại không đúng");
    let short = browser.submit(&wrong.form("/desk/me/password").with("old", &old).with("new", "ngắn")).await;
    short.is(422).says("Mật khẩu mới quá ngắn");
    assert!(!short.html.contains(&old));
    let seen =
        browser.submit(&short.form("/desk/me/password").with("old", &old).with("new", "một câu dài dễ nhớ")).await;
    browser.follow(seen).await.says("Đã đổi mật khẩu");
    other.get("/desk").await.is(303);
    try_in(&mut house.stranger(), Person::Officer, &old, "").await.is(422);
    try_in(&mut house.stranger(), Person::Officer, "một câu dài dễ nhớ", "").await.is(303);
}

#[tokio::test]
async fn one_can_sign_out_everywhere() {
    let house = House::new().await;
    let (mut browser, mut other) = (house.at(Person::Leader), house.at(Person::Leader));
    let page = browser.get("/desk/me").await;
    page.says("Đang mở 1 phiên");
    let seen = browser.submit(&page.form("/desk/me/sign-out-everywhere")).await;
    browser.follow(seen).await.says("Đã kết thúc mọi phiên làm việc");
    other.get("/desk").await.is(303);
}
