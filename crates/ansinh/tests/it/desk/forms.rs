//! The guards of forms: sent twice, from elsewhere, without a session, too large. Whatever stops a form keeps what was
//! typed.

use super::{House, Person, SHEET, SeenForm};
use std::time::Duration;

async fn filled(house: &House) -> SeenForm {
    let form = house.at(Person::Officer).get(SHEET).await.form("/submit");
    form.with("numerator:full-vaccination", "45").with("denominator:full-vaccination", "50")
}

#[tokio::test]
async fn a_form_sent_twice_has_one_effect() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = filled(&house).await;
    for _ in 0..3 {
        let seen = officer.submit(&form).await;
        seen.is(303);
        assert_eq!(seen.place(), format!("{SHEET}?done=submitted"));
    }
    let page = officer.get(SHEET).await;
    assert_eq!(page.words().matches("Người can-bo đã nộp").count(), 1, "{}", page.words());

    let mut reviewer = house.at(Person::Reviewer);
    let accept = reviewer.get(SHEET).await.form("/accept");
    reviewer.submit(&accept).await.is(303);
    reviewer.submit(&accept).await.is(303);
    assert_eq!(officer.get(SHEET).await.words().matches("Người duyet đã duyệt").count(), 1);
}

#[tokio::test]
async fn two_presses_at_the_same_moment_have_one_effect() {
    let house = House::new().await;
    let form = filled(&house).await;
    let (mut one, mut other) = (house.at(Person::Officer), house.at(Person::Officer));
    let (first, second) = tokio::join!(one.submit(&form), other.submit(&form));
    first.is(303);
    second.is(303);
    assert_eq!(one.get(SHEET).await.words().matches("Người can-bo đã nộp").count(), 1);
}

#[tokio::test]
async fn the_same_key_with_other_content_is_told_and_can_be_sent_as_new() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = officer.get(SHEET).await.form("/save").with("numerator:full-vaccination", "45");
    officer.submit(&form).await.is(303);
    let page = officer.submit(&form.with("numerator:full-vaccination", "46")).await;
    page.is(409).says("đã được gửi một lần với nội dung khác").says("46");
    let page = officer.submit(&page.form("/save")).await;
    page.is(409).says("ô này đã được ghi: 45");
    officer.submit(&page.form("/save")).await.is(303);
    assert_eq!(officer.get(SHEET).await.form("/save").value("numerator:full-vaccination"), "46");
}

#[tokio::test]
async fn a_form_without_the_right_token_or_key_is_stopped_and_kept() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = filled(&house).await;
    let foreign = house.at(Person::Colleague).get(SHEET).await.form("/submit").value("_csrf").to_owned();
    let stopped = [
        form.clone().without("_csrf"),
        form.clone().with("_csrf", &foreign),
        form.clone().with("_csrf", ""),
        form.clone().without("_key"),
        form.clone().with("_key", "../../etc"),
    ];
    for form in stopped {
        let page = officer.submit(&form).await;
        page.is(403).says("không thuộc phiên làm việc hiện tại").says("45");
        assert!(officer.get(SHEET).await.words().contains("Chưa nhập"), "nothing was saved");
        // Whoever looked at it sends it with one press.
        let again = page.form("/submit");
        assert_eq!(again.value("numerator:full-vaccination"), "45");
    }
    let page = officer.submit(&form.with("_csrf", &foreign)).await;
    officer.submit(&page.form("/submit")).await.is(303);
    officer.get(SHEET).await.says("Chờ duyệt");
}

#[tokio::test]
async fn a_form_of_another_site_never_reaches_the_desk() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = filled(&house).await;
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example"), ("host", "ansinh.example")],
        &[("origin", "null"), ("host", "ansinh.example")],
    ] {
        let seen = officer.post_from(&form.action, &form.fields, headers).await;
        assert!(seen.status.is_client_error(), "{headers:?}: {}", seen.status);
        let login = [
            ("username".to_owned(), "can-bo".to_owned()),
            ("password".to_owned(), house.secrets(Person::Officer).password.clone()),
        ];
        let seen = house.stranger().post_from("/desk/sign-in", &login, headers).await;
        assert!(seen.status.is_client_error(), "nobody is signed in by another site: {}", seen.status);
    }
    officer.get(SHEET).await.says("Chưa nhập");
}

#[tokio::test]
async fn what_was_typed_survives_the_end_of_the_session() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = filled(&house).await.with("note:full-vaccination", "ghi chú dài \"trong ngoặc\"");
    house.wait(Duration::from_secs(13 * 3600));
    let kept = officer.submit(&form).await;
    kept.is(403).says("Phiên làm việc đã hết").says("ghi chú dài \"trong ngoặc\"");

    // Signed in on another tab, the cookie is new; the kept form goes on with one look and one press.
    let page = officer.get("/desk/sign-in").await;
    let password = house.secrets(Person::Officer).password.clone();
    officer.submit(&page.form("/desk/sign-in").with("username", "can-bo").with("password", &password)).await.is(303);
    let look = officer.submit(&kept.form("/submit")).await;
    look.is(403).says("Có thể bạn vừa đăng nhập lại");
    officer.submit(&look.form("/submit")).await.is(303);
    officer.get(SHEET).await.says("Chờ duyệt").says("ghi chú dài");
}

#[tokio::test]
async fn what_was_typed_survives_a_database_that_does_not_answer() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = filled(&house).await;
    house.app.close().await;
    let kept = officer.submit(&form).await;
    kept.is(503).says("Máy chủ chưa ghi được").says("45");
    let again = kept.form("/submit");
    assert_eq!((again.value("_csrf"), again.value("_key")), (form.value("_csrf"), form.value("_key")), "as it was");
    officer.get(SHEET).await.is(503);
}

#[tokio::test]
async fn what_was_typed_survives_the_end_of_a_right() {
    let house = House::new().await;
    let mut neighbour = house.at(Person::Neighbour);
    let form = filled(&house).await;
    let guards = neighbour.get("/desk/me").await.form("/desk/sign-out");
    let form = form.with("_csrf", guards.value("_csrf")).with("_key", guards.value("_key"));
    neighbour.submit(&form).await.is(404).says("Chưa có gì được ghi").says("45");
}

#[tokio::test]
async fn a_form_without_anything_typed_leads_to_the_sign_in_page() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = officer.get("/desk/me").await.form("/desk/me/sign-out-everywhere");
    house.wait(Duration::from_secs(13 * 3600));
    let seen = officer.submit(&form).await;
    seen.is(303);
    assert_eq!(seen.place(), "/desk/sign-in");
}

#[tokio::test]
async fn a_body_of_more_than_a_megabyte_is_refused() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = filled(&house).await.with("block", &"x".repeat(1024 * 1024));
    officer.submit(&form).await.is(413).says("quá lớn");
    let form = filled(&house).await.with("block", &"x".repeat(1000 * 1000));
    officer.submit(&form).await.is(303);
}

#[tokio::test]
async fn pages_of_the_desk_are_kept_nowhere() {
    let house = House::new().await;
    let seen = house.at(Person::Officer).get(SHEET).await;
    assert_eq!(seen.headers.get("cache-control").unwrap(), "no-store");
    let policy = seen.headers.get("content-security-policy").unwrap().to_str().unwrap();
    assert!(
        policy.contains("default-src 'none'") && policy.contains("script-src 'self'") && !policy.contains("unsafe")
    );
}
