//! `ansinh import` as a person at a terminal meets it: the real program, a file, an empty database.

use std::path::Path;
use std::process::Command;

use expect_test::expect;

fn import(folder: &Path, file: &str, arguments: &[&str]) -> (bool, String) {
    let database = format!("sqlite://{}", folder.join("import.sqlite").display());
    std::fs::write(folder.join("figures.csv"), file).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ansinh"));
    command.current_dir(folder).args(["import", "figures.csv", "--database", &database]).args(arguments);
    let output = command.output().unwrap();
    (output.status.success(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_file_is_imported_in_batches_and_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = "measure,area,period,numerator,denominator\r
poverty-rate-review-2016,x19207,2018,12,1.000\r
poverty-rate-review-2016,x19201,2018,30,500\r
poverty-rate-review-2016,x19207,2019,9,1000\r
";
    let (done, said) = import(folder.path(), file, &["--batch", "2"]);
    expect![[r#"
        Lô 1, dòng 2–3: ghi 2, không đổi 0
        Lô 2, dòng 4–4: ghi 1, không đổi 0
        Xong 2 lô: ghi 3, không đổi 0
    "#]]
    .assert_eq(&said);
    assert!(done);
    let (done, said) = import(folder.path(), file, &["--json"]);
    expect![[r#"
        {"batch":1,"first_line":2,"last_line":4,"unchanged":3,"written":0}
        {"batches":1,"unchanged":3,"written":0}
    "#]]
    .assert_eq(&said);
    assert!(done);
}

#[test]
fn every_problem_of_a_file_is_told_and_nothing_of_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = "measure,area,period,numerator,denominator,value,note
poverty-rate-review-2016,x19207,2018,12,1000,,
poverty-rate-review-2016,x19207,2019,12,0,,
no-littering,x19207,2019,,,có thể,
no-littering,x19207
";
    let (done, said) = import(folder.path(), wrong, &["--batch", "1"]);
    expect![[r#"
        figures.csv:3: denominator: Mẫu số bằng 0 nên không tính được tỷ lệ. Nhập mẫu số lớn hơn 0; nếu không có đối tượng nào, chọn “không áp dụng”. [entry-zero-denominator]
        figures.csv:4: value: “có thể” không phải là “có” hay “không”. Chọn “có” hoặc “không”. [entry-not-a-flag]
        figures.csv:5: Dòng có 2 ô, bảng có 7 cột. Kiểm tra dấu phẩy; ô có dấu phẩy phải đặt trong ngoặc kép. [import-row-length]
    "#]]
    .assert_eq(&said);
    assert!(!done);
    let (done, said) = import(folder.path(), "measure;area;period\n", &["--json"]);
    expect![[r#"
        {"problems":[{"code":"import-column-unknown","mend":"Ngăn cách bằng dấu phẩy, dùng các cột: measure, area, period, breakdown, value, numerator, denominator, state, note","place":{"cell":null,"field":"measure;area;period","file":"figures.csv","line":1,"sheet":null},"what":"Không có cột nào tên “measure;area;period”"},{"code":"import-column-missing","mend":"Thêm cột vào dòng đầu và ghi cho từng dòng","place":{"cell":null,"field":"measure","file":"figures.csv","line":1,"sheet":null},"what":"Thiếu cột “measure”"},{"code":"import-column-missing","mend":"Thêm cột vào dòng đầu và ghi cho từng dòng","place":{"cell":null,"field":"area","file":"figures.csv","line":1,"sheet":null},"what":"Thiếu cột “area”"},{"code":"import-column-missing","mend":"Thêm cột vào dòng đầu và ghi cho từng dòng","place":{"cell":null,"field":"period","file":"figures.csv","line":1,"sheet":null},"what":"Thiếu cột “period”"}]}
    "#]]
    .assert_eq(&said);
    assert!(!done);
    let (done, said) = import(
        folder.path(),
        "measure,area,period,numerator,denominator\npoverty-rate-review-2016,x19207,2018,12,1000\n",
        &[],
    );
    assert!(done && said.ends_with("Xong 1 lô: ghi 1, không đổi 0\n"), "{said}");
}

#[test]
fn a_figure_that_cannot_exist_is_told_in_words_and_the_help_says_how() {
    let folder = tempfile::tempdir().unwrap();
    let file = "measure,area,period,numerator,denominator,state,note
poverty-rate-review-2016,x19207,2018,,,không áp dụng,
poverty-rate-review-2016,x19201,2018,,,CHUA CO SO LIEU,mất sổ sau bão
";
    let (done, said) = import(folder.path(), file, &[]);
    assert!(done && said.ends_with("Xong 1 lô: ghi 2, không đổi 0\n"), "{said}");
    let (done, said) = import(folder.path(), &file.replace("không áp dụng", "không biết"), &[]);
    assert!(!done && said.contains("[import-state-unknown]"), "{said}");
    let output = Command::new(env!("CARGO_BIN_EXE_ansinh")).args(["import", "--help"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    for word in ansinh_app::import::STATE_WORDS {
        assert!(help.contains(word), "{word}");
    }
}
