//! Working on one sheet: two people, blocks that do not fit, what stays on the page.

use super::journey::handed_in;
use super::{House, Person, SHEET};

#[tokio::test]
async fn two_people_on_one_cell_see_both_texts_and_choose() {
    let house = House::new().await;
    let (mut first, mut second) = (house.at(Person::Officer), house.at(Person::Colleague));
    let start = first
        .get(SHEET)
        .await
        .form("/save")
        .with("numerator:full-vaccination", "40")
        .with("denominator:full-vaccination", "50");
    first.submit(&start).await.is(303);
    let page_of_first = first.get(SHEET).await.form("/save");
    let page_of_second = second.get(SHEET).await.form("/save");
    first.submit(&page_of_first.with("numerator:full-vaccination", "41")).await.is(303);

    let late =
        page_of_second.with("numerator:full-vaccination", "42").with("note:elderly-checkup", "đang hỏi trạm y tế");
    let page = second.submit(&late).await;
    page.is(409).says("Có ô vừa được ghi khác đi; chưa ghi gì thêm").says("41 / 50");
    let form = page.form("/save");
    assert_eq!(form.value("numerator:full-vaccination"), "42", "what was typed stays");
    assert_eq!(form.value("note:elderly-checkup"), "đang hỏi trạm y tế");
    assert_eq!(first.get(SHEET).await.form("/save").value("numerator:full-vaccination"), "41", "nothing was saved");

    // Theirs stays; the rest is saved.
    second.submit(&form.clone().with("keep:full-vaccination", "theirs")).await.is(303);
    let now = second.get(SHEET).await.form("/save");
    assert_eq!(
        (now.value("numerator:full-vaccination"), now.value("note:elderly-checkup")),
        ("41", "đang hỏi trạm y tế")
    );
    // Mine stays.
    let now = now.with("numerator:full-vaccination", "43");
    second.submit(&now).await.is(303);
    assert_eq!(first.get(SHEET).await.form("/save").value("numerator:full-vaccination"), "43");
}

#[tokio::test]
async fn mine_stays_when_i_choose_so() {
    let house = House::new().await;
    let (mut first, mut second) = (house.at(Person::Officer), house.at(Person::Colleague));
    let form = first.get(SHEET).await.form("/save");
    let page_of_second = second.get(SHEET).await.form("/save");
    first
        .submit(&form.with("numerator:full-vaccination", "41").with("denominator:full-vaccination", "50"))
        .await
        .is(303);
    let page = second
        .submit(&page_of_second.with("numerator:full-vaccination", "42").with("denominator:full-vaccination", "50"))
        .await;
    page.is(409);
    second.submit(&page.form("/save").with("keep:full-vaccination", "mine")).await.is(303);
    assert_eq!(first.get(SHEET).await.form("/save").value("numerator:full-vaccination"), "42");
}

#[tokio::test]
async fn two_people_on_different_cells_do_not_disturb_each_other() {
    let house = House::new().await;
    let (mut first, mut second) = (house.at(Person::Officer), house.at(Person::Colleague));
    let (a, b) = (first.get(SHEET).await.form("/save"), second.get(SHEET).await.form("/save"));
    first.submit(&a.with("numerator:full-vaccination", "41")).await.is(303);
    second.submit(&b.with("numerator:elderly-checkup", "300")).await.is(303);
    let now = first.get(SHEET).await.form("/save");
    assert_eq!((now.value("numerator:full-vaccination"), now.value("numerator:elderly-checkup")), ("41", "300"));
}

#[tokio::test]
async fn a_block_that_does_not_fit_changes_nothing_and_stays() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let block = "full-vaccination\t54\t60\nkhông có chỉ tiêu này\t1\t2\nelderly-checkup\t1\t2\t3\t4\t5\n";
    let form =
        officer.get(SHEET).await.form("/paste").with("numerator:under-5-malnutrition", "12").with("block", block);
    let page = officer.submit(&form).await;
    page.is(422).says("không phải chỉ tiêu của phiếu này").says("nhiều nhất là 3");
    let form = page.form("/paste");
    assert_eq!(form.value("block"), block);
    assert_eq!(form.value("numerator:under-5-malnutrition"), "12", "what was typed stays");
    assert_eq!(officer.get(SHEET).await.form("/save").value("numerator:full-vaccination"), "");
}

#[tokio::test]
async fn a_block_without_names_follows_the_order_of_the_sheet() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = officer.get(SHEET).await.form("/paste");
    let cells: Vec<String> =
        form.fields.iter().filter_map(|(name, _)| name.strip_prefix("made:").map(str::to_owned)).collect();
    let block: String = (1..=cells.len()).map(|line| format!("{line}\t{}\n", line * 10)).collect();
    officer.submit(&form.with("block", &block)).await.is(303);
    let now = officer.get(SHEET).await.form("/save");
    for (line, cell) in (1..).zip(&cells) {
        assert_eq!(now.value(&format!("numerator:{cell}")), line.to_string(), "{cell}");
    }
}

#[tokio::test]
async fn a_sheet_that_moved_on_keeps_what_was_typed_in_sight() {
    let house = House::new().await;
    let mut colleague = house.at(Person::Colleague);
    let form = colleague
        .get(SHEET)
        .await
        .form("/save")
        .with("numerator:full-vaccination", "47")
        .with("note:full-vaccination", "<số> & chữ");
    handed_in(&house).await;
    let page = colleague.submit(&form).await;
    page.is(409).says("phiếu đã đổi trạng thái").says("47").says("<số> & chữ").says("Chưa có gì được ghi");
    assert!(page.html.contains(&format!(r#"<a href="{SHEET}">"#)));
}

#[tokio::test]
async fn what_people_write_is_never_markup() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let evil = r#""><script>alert(1)</script><b x=""#;
    let form = officer
        .get(SHEET)
        .await
        .form("/save")
        .with("note:full-vaccination", evil)
        .with("numerator:full-vaccination", evil);
    officer.submit(&form).await.is(303);
    let page = officer.get(SHEET).await;
    assert!(!page.html.contains("<script>alert"));
    assert_eq!(page.form("/save").value("note:full-vaccination"), evil, "and is kept exactly");
}

#[tokio::test]
async fn the_page_speaks_english_too() {
    let house = House::new().await;
    let page = house.at(Person::Officer).get(&format!("/en{SHEET}")).await;
    page.is(200).says("Sheet of figures: Lương Ninh Commune, 2018").says("Save draft").says("Hand in");
    assert!(page.html.contains(&format!(r#"action="/en{SHEET}/save""#)));
}

#[tokio::test]
async fn the_work_list_finds_areas_without_diacritics_and_filters() {
    let house = House::new().await;
    handed_in(&house).await;
    let mut reviewer = house.at(Person::Reviewer);
    let list = reviewer.get("/desk?year=2018").await;
    list.is(200).says("159 nơi (cấp xã) thuộc").says("Trễ").never_says("năm 2019");
    let asked = "/desk/asked/t44.2025/2018/so-y-te?level=commune";
    reviewer.get(asked).await.is(200).says("159 nơi báo cáo").says("Trang 1 trên 4");
    let found = reviewer.get(&format!("{asked}&q=luong+ninh")).await;
    found.is(200).says("1 nơi báo cáo").says("Xã Lương Ninh").says("Chờ duyệt");
    reviewer.get("/desk?year=2018&late=1&agency=bhxh-tinh").await.says("Không có việc nào phù hợp");
}
