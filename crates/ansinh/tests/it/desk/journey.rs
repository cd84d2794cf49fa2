//! The life of a sheet, from the first number typed to a correction that everybody can read.

use super::{Browser, House, Person, SHEET, Seen, SeenForm};

const VACCINATED: &str = "/figures/full-vaccination/illustrative/x19207/2018";
const PROVINCE: &str = "/figures/full-vaccination/illustrative/t44/2018";

async fn done(browser: &mut Browser, form: &SeenForm) -> Seen {
    let seen = browser.submit(form).await;
    seen.is(303);
    let seen = browser.follow(seen).await;
    seen.is(200);
    seen
}

/// A sheet with two good cells, handed in.
pub(crate) async fn handed_in(house: &House) {
    let mut officer = house.at(Person::Officer);
    let form = officer.get(SHEET).await.form("/submit");
    let form = form.with("numerator:full-vaccination", "45").with("denominator:full-vaccination", "50");
    let form = form.with("numerator:elderly-checkup", "300").with("denominator:elderly-checkup", "1.000");
    done(&mut officer, &form).await.says("Đã nộp");
}

#[tokio::test]
async fn wrong_values_are_kept_and_told_in_place_and_only_handing_in_is_refused() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let page = officer.get(SHEET).await;
    page.is(200).says("Phiếu số liệu: Xã Lương Ninh, năm 2018").says("Chưa nhập").never_says("Có điều cần sửa");
    let form = page.form("/save").with("numerator:full-vaccination", "60").with("denominator:full-vaccination", "5O");
    let page = done(&mut officer, &form).await;
    page.says("Đã ghi nháp").says("Đang nhập").says("Có điều cần sửa");
    assert!(page.html.contains(r##"<a href="#denominator:full-vaccination">"##), "the summary leads to the field");
    assert!(page.html.contains(r#"value="5O" autocomplete="off" inputmode="numeric" aria-describedby="row:full-vaccination s-row:full-vaccination" aria-invalid="true""#));
    assert!(page.html.contains("<title>Lỗi: "));

    let page = officer.submit(&page.form("/submit")).await;
    page.is(422).says("Đang nhập").says("Có điều cần sửa");
    let form = page.form("/submit");
    assert_eq!(
        (form.value("numerator:full-vaccination"), form.value("denominator:full-vaccination")),
        ("60", "5O"),
        "kept as typed"
    );
    let page = officer.submit(&form.with("denominator:full-vaccination", "50")).await;
    page.is(422).says("Tử số 60 lớn hơn mẫu số 50, tỷ lệ vượt 100%");
}

#[tokio::test]
async fn an_empty_sheet_is_not_handed_in() {
    let house = House::new().await;
    let mut officer = house.at(Person::Officer);
    let form = officer.get(SHEET).await.form("/submit");
    officer.submit(&form).await.is(422).says("Phiếu chưa có số liệu nào");
}

#[tokio::test]
async fn a_sheet_is_pasted_handed_in_returned_mended_accepted_and_corrected() {
    let house = House::new().await;
    let (mut officer, mut reviewer) = (house.at(Person::Officer), house.at(Person::Reviewer));
    let mut reader = house.stranger();
    reader.get(VACCINATED).await.never_says("90%");

    // Pasted by name, in another order than the sheet's, over what was typed.
    let form = officer
        .get(SHEET)
        .await
        .form("/paste")
        .with("numerator:under-5-malnutrition", "12")
        .with("denominator:under-5-malnutrition", "80");
    let block = "Tỷ lệ người từ 60 tuổi được khám sức khỏe định kỳ trong năm\t300\t1.000\nfull-vaccination\t54\t60\tđã rà soát\n";
    let page = done(&mut officer, &form.with("block", block)).await;
    page.says("Đã xếp khối dán vào phiếu");
    let form = page.form("/submit");
    for (field, value) in [
        ("numerator:elderly-checkup", "300"),
        ("denominator:elderly-checkup", "1.000"),
        ("numerator:full-vaccination", "54"),
        ("note:full-vaccination", "đã rà soát"),
        ("numerator:under-5-malnutrition", "12"),
    ] {
        assert_eq!(form.value(field), value, "{field}");
    }

    // Handed in, it is locked, and waits for the reviewer.
    let page = done(&mut officer, &form).await;
    page.says("Chờ duyệt");
    assert!(!page.html.contains(r#"name="numerator:full-vaccination""#), "locked");
    reviewer.get("/desk").await.says("Phiếu chờ bạn duyệt").says("Xã Lương Ninh");

    // One cell is returned; only that one opens.
    let form = reviewer.get(SHEET).await.form("/return").with("reason:full-vaccination", "Không khớp với sổ gốc");
    done(&mut reviewer, &form).await.says("Đã trả lại");
    officer.get("/desk").await.says("Phiếu bị trả lại cho bạn");
    let page = officer.get(SHEET).await;
    page.says("Trả lại vì: Không khớp với sổ gốc");
    let form = page.form("/submit");
    assert!(form.has("numerator:full-vaccination") && !form.has("numerator:elderly-checkup"));
    done(&mut officer, &form.with("denominator:full-vaccination", "72")).await.says("Chờ duyệt");

    // Accepted, it is public on the very next page, and so is the sum of the province.
    let form = reviewer.get(SHEET).await.form("/accept").with("reason", "Đã đối chiếu");
    done(&mut reviewer, &form).await.says("Đã duyệt. Số liệu đã công bố.");
    reader.get(VACCINATED).await.says("75%");
    reader.get(PROVINCE).await.says("75%");

    // A correction needs a note, and everybody can read both versions and the note.
    let form = officer.get(SHEET).await.form("/reopen");
    let page = done(&mut officer, &form).await;
    page.says("2 (đính chính)");
    let form = page.form("/submit").with("numerator:full-vaccination", "63");
    let page = officer.submit(&form).await;
    page.is(422).says("sửa phải kèm ghi chú lý do");
    assert!(page.html.contains(r##"<a href="#note:full-vaccination">"##));
    let form = page.form("/submit").with("note:full-vaccination", "Bổ sung chín em tiêm ở bệnh viện");
    done(&mut officer, &form).await;
    reader.get(VACCINATED).await.says("75%");
    let form = reviewer.get(SHEET).await.form("/accept");
    done(&mut reviewer, &form).await;
    let page = reader.get(VACCINATED).await;
    page.says("87,5%").says("75%").says("Bổ sung chín em tiêm ở bệnh viện");
    reader.get(PROVINCE).await.says("87,5%");
    officer.get(SHEET).await.says("Người can-bo đã mở lại để đính chính").says("Người duyet đã duyệt");
    assert!(house.app.verify().await.unwrap().is_clean());
}

#[tokio::test]
async fn a_sheet_is_returned_with_reasons_only_and_not_accepted_with_any() {
    let house = House::new().await;
    handed_in(&house).await;
    let mut reviewer = house.at(Person::Reviewer);
    let page = reviewer.get(SHEET).await;
    let refused = reviewer.submit(&page.form("/return").with("reason", "ghi chú đang viết")).await;
    refused.is(422).says("Trả lại phiếu phải nêu lý do ở ít nhất một ô");
    assert_eq!(refused.form("/return").value("reason"), "ghi chú đang viết");
    let refused = reviewer.submit(&page.form("/accept").with("reason:elderly-checkup", "Chưa rõ")).await;
    refused.is(422).says("Phiếu có lý do trả lại nên chưa duyệt");
    assert_eq!(refused.form("/accept").value("reason:elderly-checkup"), "Chưa rõ");
}

#[tokio::test]
async fn nobody_accepts_their_own_sheet() {
    let house = House::new().await;
    let mut both = house.at(Person::Both);
    let form = both
        .get(SHEET)
        .await
        .form("/submit")
        .with("numerator:full-vaccination", "45")
        .with("denominator:full-vaccination", "50");
    let page = done(&mut both, &form).await;
    page.says("Bạn đã nhập hoặc nộp phiếu này nên người khác phải duyệt");
    assert!(!page.html.contains("/accept\""));
    let mut form = page.form("/sign-out");
    form.action = format!("{SHEET}/accept");
    both.submit(&form).await.is(422).says("Người nhập hoặc nộp không được duyệt số liệu của chính mình");
}

#[tokio::test]
async fn a_cell_can_say_that_it_does_not_apply() {
    let house = House::new().await;
    let (mut officer, mut reviewer) = (house.at(Person::Officer), house.at(Person::Reviewer));
    let form = officer.get(SHEET).await.form("/submit").with("not-applicable:full-vaccination", "1");
    done(&mut officer, &form).await;
    let form = reviewer.get(SHEET).await.form("/accept");
    done(&mut reviewer, &form).await;
    house.stranger().get(VACCINATED).await.says("không áp dụng");
}
