//! Several problems at once: nothing found hides what else there is, and one mistake is not told twice.

use std::path::Path;

use ansinh_packs::{Pack, PackFiles};
use expect_test::expect;

use super::{changed, problems_of, told};
use crate::small::{self, AGENCIES, FIGURES, GLOSSARY, INDICATORS, TARGETS, UNITS};

#[test]
fn the_small_tree_has_no_problem() {
    assert_eq!(told(&problems_of(small::files())), "");
}

#[test]
fn problems_of_two_files_are_told_at_once() {
    let files = changed(small::files(), GLOSSARY, "en = \"poor household\"\n", "");
    let files = changed(files, FIGURES, "jobs,x18859,2018,,exact,120", "jobs,x18860,2018,,exact,12.5");
    expect![[r#"
        [key-missing] glossary.toml:2: term[1].en: thiếu “en”. Thêm dòng en = ….
        [area-unknown] publications/figures.csv:2: area: không có địa bàn “x18860”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
        [number-not-whole] publications/figures.csv:2: value: “12.5” có phần thập phân, ở đây cần số nguyên. Nhập số nguyên, không có phần thập phân.
    "#]].assert_eq(&told(&problems_of(files)));
}

#[test]
fn two_items_of_one_file_are_told_each_with_all_its_fields() {
    let files = changed(small::files(), TARGETS, "deadline = 2020", "deadline = \"2020\"\nlead = \"so-a\"");
    let files = changed(files, TARGETS, "low = \"50\", high = \"60\"", "low = \"60\", high = \"50\"");
    expect![[r#"
        [type-wrong] plans/ke-hoach/targets.toml:10: target[1].deadline: giá trị "2020" phải là số nguyên không ngoặc kép. Viết lại giá trị đúng kiểu.
        [key-unknown] plans/ke-hoach/targets.toml:11: target[1].lead: khóa “lead” không có trong mẫu. Bỏ dòng này, hoặc dùng một trong: agency, baseline, clause, companions, deadline, id, indicator, kind, measures, reading_en, reading_vi, says_en, says_vi, title_en, title_vi.
        [target-range-reversed] plans/ke-hoach/targets.toml:27: target[2].kind.low: mức thấp 60 lớn hơn mức cao 50. Đổi lại low và high.
    "#]].assert_eq(&told(&problems_of(files)));
}

#[test]
fn who_refers_to_an_item_that_cannot_be_read_is_not_told_as_well() {
    let files =
        changed(small::files(), AGENCIES, "id = \"so-a\"\nkind = \"department\"", "id = \"so-a\"\nkind = \"office\"");
    let files = changed(files, INDICATORS, "shape = \"count\"", "shape = \"number\"");
    let files = changed(files, UNITS, "h450,district,450,Đồng Hới,thanh_pho", "h450,district,450,Đồng Hới,pho");
    expect![[r#"
        [word-not-listed] vn/agencies/agencies.toml:4: agency[1].kind: giá trị "office" không có trong danh sách. Chọn một trong: department, committee, police, insurance, statistics, front, mass_organisation, peoples_committee, party, steering_committee, ministry, media.
        [word-unknown] vn/areas/units.csv:3: kind: loại đơn vị hành chính không có giá trị “pho”. Chọn một trong: quoc_gia, thanh_pho_tw, tinh, thanh_pho, thi_xa, huyen, quan, phuong, thi_tran, xa, dac_khu, nhom.
        [word-not-listed] vn/indicators/jobs.toml:27: measure[1].shape: giá trị "number" không có trong danh sách. Chọn một trong: count, ratio, decimal, flag.
    "#]].assert_eq(&told(&problems_of(files)));
}

pub(super) fn not_utf8() -> PackFiles {
    let mut files = small::files();
    files.insert(GLOSSARY, vec![0xff, 0xfe, 0x41]);
    files
}

#[test]
fn a_file_in_another_encoding_is_told() {
    expect![[r#"
        [file-not-utf8] glossary.toml: tệp không phải mã UTF-8. Lưu lại tệp với mã UTF-8.
    "#]]
    .assert_eq(&told(&problems_of(not_utf8())));
}

#[test]
fn a_folder_that_cannot_be_read_is_told() {
    let problems = Pack::from_dir(Path::new("no/such/folder")).err().unwrap_or_default();
    assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["file-unreadable"]);
}
