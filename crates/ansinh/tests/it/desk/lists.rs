//! Every list of the desk is searched without diacritics, filtered, and downloaded with the rows that the page shows.

use super::journey::handed_in;
use super::{House, Person, Seen};

/// The rows of a file, after its mark and its heads.
fn rows(seen: &Seen) -> Vec<&str> {
    let text = seen.html.strip_prefix('\u{feff}').expect("a spreadsheet needs the mark of UTF-8");
    text.lines().skip(1).collect()
}

#[tokio::test]
async fn accounts_are_filtered_and_the_file_holds_what_the_page_finds() {
    let house = House::new().await;
    let mut administrator = house.at(Person::Administrator);
    let page = administrator.get("/desk/accounts").await;
    let form = page.form("/desk/accounts").with("role", "supervisor");
    let found = administrator.submit(&form).await;
    found.is(200).says("Người giam-sat").never_says("Người can-bo");
    let mut form = found.form("/desk/accounts");
    form.action.push_str(".csv");
    let file = administrator.submit(&form).await;
    assert_eq!(rows(&file).len(), found.html.matches("<tr><th scope=\"row\">").count());
    assert!(rows(&file)[0].starts_with("Người giam-sat,giam-sat,"), "{}", file.html);
    let form = page.form("/desk/accounts").with("state", "disabled");
    administrator.submit(&form).await.says("Không có tài khoản phù hợp");
}

#[tokio::test]
async fn a_local_administrator_downloads_only_the_own_accounts() {
    let house = House::new().await;
    let mut local = house.at(Person::LocalAdministrator);
    let mut form = local.get("/desk/accounts").await.form("/desk/accounts");
    form.action.push_str(".csv");
    let file = local.submit(&form).await;
    file.is(200);
    assert!(rows(&file).iter().any(|row| row.contains("can-bo")));
    assert!(!file.html.contains(",giam-sat,") && !file.html.contains("xa-ben"), "{}", file.html);
}

#[tokio::test]
async fn the_work_list_and_its_file_are_searched_alike() {
    let house = House::new().await;
    let mut leader = house.at(Person::Leader);
    let all = leader.get("/desk/work-list.csv").await;
    let some = leader.get("/desk/work-list.csv?q=so+y+te&year=2018").await;
    assert!(!rows(&some).is_empty() && rows(&some).len() < rows(&all).len());
    assert!(rows(&some).iter().all(|row| row.contains("Sở Y tế") && row.contains("2018")), "{}", some.html);
    let page = leader.get("/desk?q=so+y+te&year=2018").await;
    page.is(200).says("Sở Y tế");
    assert_eq!(page.html.matches("role=\"rowheader\"").count(), rows(&some).len());
    assert!(page.html.contains("/desk/work-list.csv?q=so+y+te&#38;year=2018"));
    leader.get("/desk?q=khong-co-noi-nao").await.says("Không có việc nào phù hợp");
}

#[tokio::test]
async fn areas_that_are_asked_are_filtered_by_the_state_of_their_sheet() {
    let house = House::new().await;
    handed_in(&house).await;
    let mut leader = house.at(Person::Leader);
    let asked = "/desk/asked/t44/2018/so-y-te";
    let all = leader.get(&format!("{asked}/areas.csv?level=commune")).await;
    let some = leader.get(&format!("{asked}/areas.csv?level=commune&state=submitted")).await;
    assert!(rows(&all).len() > 100, "{}", rows(&all).len());
    assert_eq!(rows(&some).len(), 1, "{}", some.html);
    leader.get(&format!("{asked}?level=commune&state=submitted")).await.is(200).says("1 nơi báo cáo");
    let named = leader.get(&format!("{asked}/areas.csv?level=commune&q=LUONG+NINH")).await;
    assert!(rows(&named).len() == 1 && named.html.contains("Lương Ninh"), "{}", named.html);
}

#[tokio::test]
async fn entries_of_the_chain_are_searched_by_person_and_day() {
    let house = House::new().await;
    handed_in(&house).await;
    let mut supervisor = house.at(Person::Supervisor);
    let page = supervisor.get("/desk/audit/entries").await;
    page.is(200).says("sheet.submit");
    let found = supervisor.submit(&page.form("/desk/audit/entries").with("q", "NGUOI CAN-BO")).await;
    found.is(200).says("Người can-bo").never_says("account.add");
    let mut form = found.form("/desk/audit/entries");
    form.action.push_str(".csv");
    let file = supervisor.submit(&form).await;
    assert!(!rows(&file).is_empty() && rows(&file).iter().all(|row| row.contains("Người can-bo")), "{}", file.html);
    let form = page.form("/desk/audit/entries").with("from", "01/01/2090");
    supervisor.submit(&form).await.says("Không có bút toán phù hợp");
    house.at(Person::Officer).get("/desk/audit/entries").await.is(403);
}

#[tokio::test]
async fn the_lists_of_the_overview_are_searched_and_downloaded() {
    let house = House::new().await;
    let mut leader = house.at(Person::Leader);
    let all = leader.get("/desk/overview/targets.csv").await;
    let some = leader.get("/desk/overview/targets.csv?q=bao+hiem+y+te").await;
    assert!(!rows(&some).is_empty() && rows(&some).len() < rows(&all).len(), "{}", all.html);
    let silent = leader.get("/desk/overview/silent.csv").await;
    assert!(rows(&silent).len() > 12, "the file holds what the page leaves out");
    leader.get("/desk/overview?q=bao+hiem+y+te").await.is(200).says("Bảo hiểm y tế").never_says("Giải quyết việc làm");
    house.at(Person::Officer).get("/desk/overview/silent.csv").await.is(403);
}
