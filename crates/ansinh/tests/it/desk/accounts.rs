//! The administrator's pages.

use super::{House, Person, Seen};
use ansinh_app::account::{NewAccount, NewGrant};
use ansinh_store::account::Role;
use std::time::Duration;
use tokio::task::JoinSet;

async fn account_of(house: &House, person: Person) -> String {
    let mut administrator = house.at(Person::Administrator);
    let form = administrator.get("/desk/accounts").await.form("/desk/accounts").with("q", person.username());
    let page = administrator.submit(&form).await;
    let line = page.html.split("<tr>").find(|line| line.contains(&format!("<td>{}</td>", person.username()))).unwrap();
    line.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_account_is_made_and_its_password_shown_once() {
    let house = House::new().await;
    let mut administrator = house.at(Person::Administrator);
    let form = administrator.get("/desk/accounts/new").await.form("/desk/accounts/new");
    let form = form
        .with("display_name", "Trần Thị Á")
        .with("username", "tran.thi.a")
        .with("role", "officer")
        .with("area", "lệ thủy");
    let page = administrator.submit(&form).await;
    page.is(422).says("Có nhiều địa bàn như vậy");
    assert_eq!(page.form("/desk/accounts/new").value("display_name"), "Trần Thị Á");
    let form = page.form("/desk/accounts/new").with("area", "xã lệ thủy");
    let page = administrator.submit(&form).await;
    page.is(200).says("chỉ hiện một lần").says("tran.thi.a");
    let password = page.html.split("<code>").nth(2).unwrap().split('<').next().unwrap().to_owned();
    administrator.submit(&form).await.is(200).says("không hiện lại");
    administrator.submit(&form.clone().with("username", "tran.thi.b")).await.is(409);

    let mut stranger = house.stranger();
    let page = stranger.get("/desk/sign-in").await;
    let form = page.form("/desk/sign-in").with("username", "tran.thi.a").with("password", &password);
    stranger.submit(&form).await.is(303);
    stranger.get("/desk").await.is(200).says("Xã Lệ Thủy");
}

#[tokio::test]
async fn a_bad_name_a_taken_name_and_a_missing_role_are_told_beside_their_fields() {
    let house = House::new().await;
    let mut administrator = house.at(Person::Administrator);
    let form = administrator.get("/desk/accounts/new").await.form("/desk/accounts/new");
    let page = administrator.submit(&form.with("username", "Ă Ê").with("area", "không đâu cả")).await;
    page.is(422).says("Chọn một vai trò").says("Không tìm thấy địa bàn này");
    let page =
        administrator.submit(&page.form("/desk/accounts/new").with("role", "officer").with("area", "t44.2025")).await;
    page.is(422).says("Tên đăng nhập “Ă Ê” không dùng được").says("Chưa có họ tên");
    let form = page.form("/desk/accounts/new").with("username", "can-bo").with("display_name", "Ai đó");
    administrator.submit(&form).await.is(422).says("Tên đăng nhập đã có người dùng");
}

#[tokio::test]
async fn the_list_is_searched_without_diacritics_and_without_names_in_addresses() {
    let house = House::new().await;
    let mut administrator = house.at(Person::Administrator);
    let page = administrator.get("/desk/accounts").await;
    page.is(200).says("Người giam-sat").says("Người quan-tri-xa");
    let page = administrator.submit(&page.form("/desk/accounts").with("q", "NGUOI XA-BEN")).await;
    page.is(200).says("Người xa-ben").never_says("Người giam-sat");
    let addresses = page.html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    assert!(addresses.into_iter().all(|address| !address.contains("xa-ben")));
    administrator.submit(&page.form("/desk/accounts").with("q", "%")).await.says("Không có tài khoản phù hợp");
}

#[tokio::test]
async fn an_administrator_reaches_only_accounts_of_the_own_area() {
    let house = House::new().await;
    let mut local = house.at(Person::LocalAdministrator);
    local
        .get("/desk/accounts")
        .await
        .is(200)
        .says("Người can-bo")
        .never_says("Người giam-sat")
        .never_says("Người xa-ben");
    let foreign = account_of(&house, Person::Supervisor).await;
    local.get(&foreign).await.is(404);
    let form = local.get("/desk/accounts/new").await.form("/desk/accounts/new");
    let form =
        form.with("username", "moi").with("display_name", "Mới").with("role", "officer").with("area", "t44.2025");
    local.submit(&form).await.is(404);
}

#[tokio::test]
async fn disabling_ends_sessions_and_nobody_disables_themselves() {
    let house = House::new().await;
    let (mut administrator, mut officer) = (house.at(Person::Administrator), house.at(Person::Officer));
    let address = account_of(&house, Person::Officer).await;
    let form = administrator.get(&address).await.form("/state");
    let seen = administrator.submit(&form).await;
    administrator.follow(seen).await.says("Đã khóa tài khoản");
    officer.get("/desk").await.is(303);
    let form = administrator.get(&address).await.form("/state");
    let seen = administrator.submit(&form).await;
    administrator.follow(seen).await.says("Đã mở khóa tài khoản");

    let own = account_of(&house, Person::Administrator).await;
    let page = administrator.get(&own).await;
    page.says("người khác phải khóa hoặc mở");
    let mut form = page.form("/reset").with("state", "disabled");
    form.action = form.action.replace("/reset", "/state");
    administrator.submit(&form).await.is(403);
}

#[tokio::test]
async fn rights_are_granted_once_and_ended() {
    let house = House::new().await;
    let mut administrator = house.at(Person::Administrator);
    let address = account_of(&house, Person::Neighbour).await;
    let form = administrator
        .get(&address)
        .await
        .form("/grants")
        .with("role", "leader")
        .with("area", "t44.2025")
        .with("agency", "so-y-te");
    for _ in 0..2 {
        let seen = administrator.submit(&form).await;
        administrator.follow(seen).await.says("Đã cấp quyền");
    }
    let page = administrator.get(&address).await;
    assert_eq!(
        page.words().matches("Sở Y tế Tỉnh Quảng Trị đang").count()
            + page.words().matches("Chấm dứt quyền này").count(),
        2,
        "{}",
        page.words()
    );
    let form = page.form("/grants/end");
    for _ in 0..2 {
        let seen = administrator.submit(&form).await;
        administrator.follow(seen).await.says("Đã chấm dứt quyền");
    }
    assert_eq!(administrator.get(&address).await.words().matches("Chấm dứt quyền này").count(), 1);
}

#[tokio::test]
async fn reset_secrets_work_and_the_old_ones_do_not() {
    let house = House::new().await;
    let mut administrator = house.at(Person::Administrator);
    let address = account_of(&house, Person::Reviewer).await;
    let form = administrator.get(&address).await.form("/reset");
    let page = administrator.submit(&form).await;
    page.is(200).says("Khóa bí mật của mã xác thực").says("otpauth://totp/");
    let codes: Vec<&str> = page.html.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    house.at(Person::Reviewer).get("/desk").await.is(303);
    house.wait(Duration::from_secs(60));
    let code = ansinh_app::account::code_now(codes[2], house.app.ambient().now()).unwrap();
    let mut stranger = house.stranger();
    let form = stranger.get("/desk/sign-in").await.form("/desk/sign-in").with("username", "duyet").with("code", &code);
    stranger.submit(&form.clone().with("password", &house.secrets(Person::Reviewer).password)).await.is(422);
    stranger.submit(&form.with("password", codes[1])).await.is(303);
}

#[tokio::test]
async fn a_long_list_is_read_page_by_page_without_gaps() {
    let house = House::new().await;
    let mut making = JoinSet::new();
    for number in 0..45 {
        let grant = NewGrant { role: Role::Officer, agency: None, area: "x19207.2025".parse().unwrap() };
        let new =
            NewAccount {
                username: format!("nguoi.{number:02}"), display_name: format!("Người thứ {number}"), grant
            };
        let app = house.app.clone();
        making.spawn(async move { app.add_account_as_operator(&new).await.unwrap() });
    }
    making.join_all().await;
    let mut administrator = house.at(Person::Administrator);
    let first = administrator.get("/desk/accounts").await;
    let next = administrator.submit(&first.form("/desk/accounts").with("after", &last_of(&first))).await;
    let names = |page: &Seen| page.html.matches("<tr><th scope=\"row\">").count();
    assert_eq!((names(&first), names(&next)), (50, 45 + Person::ALL.len() - 50));
    next.says("Người thứ 44").never_says("Người thứ 0 ").never_says("Các tài khoản tiếp theo");
    first.says("Các tài khoản tiếp theo");
}

/// What the button to the next page sends.
fn last_of(page: &Seen) -> String {
    page.html.split("name=\"after\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}
