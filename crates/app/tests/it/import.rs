use ansinh_app::import::{Imported, Row};
use ansinh_app::{App, AppError, Instance};
use ansinh_kernel::figure::{CellState, Origin};
use ansinh_kernel::problem::Problems;
use ansinh_store::figure::{Made, Slice};
use expect_test::expect;

use crate::support::{figure, on_both, parts};

fn review() -> Slice {
    Slice::total("poverty-rate-review-2016".parse().unwrap(), Origin::Reported)
}

/// A row of the poverty review: `line area year poor all`.
fn row(text: &str) -> Row {
    let mut words = text.split(' ').map(str::to_owned);
    let mut next = || words.next().unwrap_or_default();
    let line = next().parse().unwrap();
    Row {
        line,
        measure: "poverty-rate-review-2016".to_owned(),
        area: next(),
        period: next(),
        numerator: next(),
        denominator: next(),
        ..Row::default()
    }
}

fn noted(text: &str, note: &str) -> Row {
    Row { note: note.to_owned(), ..row(text) }
}

async fn refused(app: &App, rows: &[Row]) -> String {
    let Err(AppError::Problems(Problems(problems))) = app.import_rows("thử", rows).await else {
        panic!("nothing refused")
    };
    problems.iter().map(|problem| format!("[{}] {problem}\n", problem.code)).collect()
}

#[tokio::test]
async fn rows_become_versions_and_their_sums_and_again_they_change_nothing() {
    on_both(Instance::Live, async |app, database| {
        let rows =
            [row("2 x19207 2018 12 1.000"), row("3 x19201 2018 30 500"), noted("4 x19207 2019 9 1000", "rà soát lại")];
        assert_eq!(app.import_rows("nhập thử", &rows).await.unwrap(), Imported { written: 3, unchanged: 0 });
        let before = app.checkpoint().await.unwrap();
        assert_eq!(app.import_rows("nhập thử", &rows).await.unwrap(), Imported { written: 0, unchanged: 3 });
        assert_eq!(app.checkpoint().await.unwrap(), before);
        let whole = figure(&database, &review(), "2018", "t44").await.unwrap();
        assert_eq!((parts(&whole), whole.made), ((42, 1500), Made::RolledUp { reporters: 2 }));
        assert!(app.verify().await.unwrap().is_clean());
    })
    .await;
}

#[tokio::test]
async fn an_accepted_figure_changes_only_with_a_note_and_nothing_else_of_the_batch_is_written() {
    on_both(Instance::Live, async |app, database| {
        app.import_rows("nhập thử", &[row("2 x19207 2018 12 1000")]).await.unwrap();
        let told = refused(&app, &[row("2 x19201 2018 30 500"), row("3 x19207 2018 13 1000")]).await;
        expect!["[correction-needs-note] dòng 3: note: Số liệu này đã công bố; sửa phải kèm ghi chú lý do. Ghi vì sao sửa vào cột ghi chú.\n"].assert_eq(&told);
        assert_eq!(figure(&database, &review(), "2018", "x19201").await, None);
        let corrected = app.import_rows("đính chính", &[noted("3 x19207 2018 13 1000", "đếm sót một hộ")]).await.unwrap();
        assert_eq!(corrected, Imported { written: 1, unchanged: 0 });
        let now = figure(&database, &review(), "2018", "x19207").await.unwrap();
        assert_eq!((parts(&now), now.made), ((13, 1000), Made::Stated { version: 2 }));
    })
    .await;
}

#[tokio::test]
async fn every_problem_of_every_row_is_told_with_its_line_and_column() {
    on_both(Instance::Live, async |app, _| {
        let flag = Row { measure: "no-littering".to_owned(), value: "có thể".to_owned(), ..row("8 x19207 2018") };
        let unknown = Row { measure: "poverty".to_owned(), breakdown: "Nữ".to_owned(), ..row("9 x19207 nay 1 2") };
        let rows = [row("2 x19207 2018 13 12"), row("3 x19207.2025 2018 1 2"), row("4 x1 2018 1 0"), row("5 x19207 2018"), row("6 x19201 2018 1 2"), row("7 x19201 2018 1 2"), flag, unknown];
        expect![[r#"
            [entry-over-hundred] dòng 2: numerator: Tử số 13 lớn hơn mẫu số 12, tỷ lệ vượt 100%. Kiểm tra lại hai số; có thể đã nhập ngược.
            [entry-area-not-valid] dòng 3: area: Xã Quảng Ninh chưa được thành lập vào ngày cuối kỳ (31/12/2018). Nhập cho Thị trấn Quán Hàu, Xã Vĩnh Ninh, Xã Võ Ninh, Xã Hàm Ninh, là địa bàn của thời kỳ đó.
            [id-bad-form] dòng 4: area: “x1” không đúng dạng mã địa bàn. Viết lại: vn, t + 2 số, h + 3 số, x + 5 số (thêm “.năm” nếu mã đã dùng cho địa bàn trước), hoặc g-tên.
            [import-row-blank] dòng 5: Dòng này không có số liệu. Ghi số vào value, hoặc numerator và denominator; không có số thì ghi vì sao vào state, hoặc bỏ dòng.
            [import-cell-twice] dòng 7: Ô số liệu này đã có ở dòng 6. Giữ lại một trong hai dòng.
            [entry-not-a-flag] dòng 8: value: “có thể” không phải là “có” hay “không”. Chọn “có” hoặc “không”.
            [import-measure-unknown] dòng 9: measure: Không có cách đo “poverty”. Ghi mã cách đo như trong danh mục chỉ số.
            [period-not-a-period] dòng 9: period: “nay” không phải kỳ số liệu. Viết như 2018, 2018-Q3, 2018-07 hoặc 2016..2020.
            [id-bad-form] dòng 9: breakdown: “Nữ” không đúng dạng mã phân tổ. Viết lại: chữ thường không dấu a-z, chữ số, dấu “-”, “.”, “_”, bắt đầu bằng chữ hoặc số.
        "#]]
        .assert_eq(&refused(&app, &rows).await);
    })
    .await;
}

fn without(text: &str, state: &str, note: &str) -> Row {
    Row { state: state.to_owned(), ..noted(text, note) }
}

#[tokio::test]
async fn a_row_without_a_figure_says_why_in_words() {
    on_both(Instance::Live, async |app, database| {
        let rows = [
            without("2 x19207 2018", "Không áp dụng", ""),
            without("3 x19201 2018", "KHONG AP DUNG", ""),
            without("4 x19207 2019", "not_applicable", "sáp nhập"),
            without("5 x19201 2019", "chưa có số liệu", "mất sổ sau bão"),
            without("6 x19207 2020", "khong co so lieu", "chưa rà soát"),
            without("7 x19201 2020", " Missing ", "chưa rà soát"),
        ];
        assert_eq!(app.import_rows("nhập thử", &rows).await.unwrap(), Imported { written: 6, unchanged: 0 });
        assert_eq!(app.import_rows("nhập thử", &rows).await.unwrap(), Imported { written: 0, unchanged: 6 });
        let state = async |area: &str, year: &str| {
            let said = figure(&database, &review(), year, area).await.unwrap().statement;
            (said.state, said.note)
        };
        assert_eq!(state("x19207", "2018").await, (CellState::NotApplicable, None));
        assert_eq!(state("x19207", "2019").await, (CellState::NotApplicable, Some("sáp nhập".to_owned())));
        assert_eq!(state("x19201", "2019").await, (CellState::Missing, Some("mất sổ sau bão".to_owned())));
        assert_eq!(figure(&database, &review(), "2019", "t44").await, None, "nothing of it is a zero");
        let filled = app.import_rows("bổ sung", &[noted("2 x19201 2019 30 500", "đã lập lại sổ")]).await.unwrap();
        assert_eq!(filled.written, 1);
        assert_eq!(parts(&figure(&database, &review(), "2019", "t44").await.unwrap()), (30, 500));
        assert!(app.verify().await.unwrap().is_clean());
    })
    .await;
}

#[tokio::test]
async fn bad_words_about_a_missing_figure_are_told() {
    on_both(Instance::Live, async |app, _| {
        let rows = [
            without("2 x19207 2018", "khong", ""),
            without("3 x19207 2019", "chưa đến hạn", "x"),
            without("4 x19207 2020 1 2", "không áp dụng", ""),
            without("5 x19207 2021 1 2", "missing", "mất sổ"),
            without("6 x19201 2018", "chua co so lieu", "  "),
        ];
        expect![[r#"
            [import-state-unknown] dòng 2: state: “khong” không phải là một trạng thái của số liệu. Để trống nếu có số, hoặc ghi một trong: không áp dụng, not applicable, chưa có số liệu, không có số liệu, no data, missing.
            [import-state-unknown] dòng 3: state: “chưa đến hạn” không phải là một trạng thái của số liệu. Để trống nếu có số, hoặc ghi một trong: không áp dụng, not applicable, chưa có số liệu, không có số liệu, no data, missing.
            [entry-figure-and-not-applicable] dòng 4: numerator: Đã chọn “không áp dụng” nhưng vẫn có số “1”. Xóa số, hoặc bỏ chọn “không áp dụng”.
            [import-figure-and-missing] dòng 5: state: Dòng ghi chưa có số liệu nhưng vẫn có số. Xóa số, hoặc để trống state.
            [import-missing-without-reason] dòng 6: note: Dòng ghi chưa có số liệu nhưng không nói vì sao. Ghi lý do vào note.
        "#]]
        .assert_eq(&refused(&app, &rows).await);
    })
    .await;
}
