//! The pages of those who see all: the leader's page and the audit.

use super::journey::handed_in;
use super::{House, Person, SHEET};

#[tokio::test]
async fn the_leader_sees_in_one_page_what_is_behind_without_figures_and_silent() {
    let house = House::new().await;
    let page = house.at(Person::Leader).get("/desk/overview").await;
    page.is(200)
        .says("28 chỉ tiêu")
        .says("Chỉ tiêu không đạt hoặc đang chậm")
        .says("Chỉ tiêu chưa có số liệu")
        .says("Nơi chưa báo cáo đủ");
    page.says("41 nơi (cấp xã) thuộc Tỉnh Quảng Trị").says("việc đã trễ");
    assert!(page.html.contains(r#"href="/targets/"#) && page.html.contains(r#"href="/desk/asked/t44.2025/"#));
    house
        .at(Person::Leader)
        .get("/en/desk/overview")
        .await
        .is(200)
        .says("28 targets")
        .says("Who has not reported in full");
}

#[tokio::test]
async fn who_may_not_see_a_page_is_told_and_not_shown_the_way() {
    let house = House::new().await;
    let page = house.at(Person::Officer).get("/desk/overview").await;
    page.is(403).says("Vai trò của bạn không xem được trang này");
    assert!(!page.html.contains(r#"href="/desk/overview""#) && page.html.contains(r#"href="/desk/me""#));
}

#[tokio::test]
async fn the_supervisor_verifies_the_chain_and_reads_who_did_what() {
    let house = House::new().await;
    handed_in(&house).await;
    let page = house.at(Person::Supervisor).get("/desk/audit").await;
    page.is(200)
        .says("Nguyên vẹn")
        .says("sheet.submit")
        .says("Người can-bo")
        .says("người vận hành máy chủ")
        .says("hệ thống");
    house.at(Person::Leader).get("/desk/audit").await.is(403);
}

#[tokio::test]
async fn those_who_only_read_see_a_sheet_and_no_button() {
    let house = House::new().await;
    handed_in(&house).await;
    for person in [Person::Leader, Person::Supervisor, Person::Officer] {
        let page = house.at(person).get(SHEET).await;
        page.is(200).says("45").says("Phiếu đang khóa");
        assert_eq!(page.html.matches("<form").count(), 1, "only the way out");
    }
}
