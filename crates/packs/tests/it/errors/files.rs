//! Files as such: syntax, keys, columns, encodings.

use expect_test::expect;

use super::{Case, case, check};
use crate::small::{AGENCIES, DOCUMENT, FIGURES, GLOSSARY, INDICATORS, TARGETS, TILES, UNITS};

#[test]
fn broken_files_are_told() {
    check(CASES);
}

pub(super) const CASES: &[&[Case]] = &[BROKEN];

const BROKEN: &[Case] = &[
    case(
        GLOSSARY,
        "vi = \"hộ nghèo\"",
        "vi = \"hộ nghèo",
        expect![[r#"
            [toml-syntax] glossary.toml:4: không đúng cú pháp TOML (invalid basic string, expected `"`). Xem lại dấu ngoặc, dấu nháy và dấu bằng ở dòng này và dòng trước.
        "#]],
    ),
    case(
        GLOSSARY,
        "en = ",
        "vi = ",
        expect![[r#"
            [toml-duplicate-key] glossary.toml:5: khóa viết hai lần. Giữ lại một dòng.
        "#]],
    ),
    case(
        TARGETS,
        "total = \"160000\"",
        "total = 160000.0",
        expect![[r#"
            [toml-float] plans/ke-hoach/targets.toml:12: target[1].kind.total: số 160000.0 viết không có ngoặc kép nên không giữ được chính xác. Viết "160000.0".
        "#]],
    ),
    case(
        GLOSSARY,
        "definition_en =",
        "defintion_en =",
        expect![[r#"
                [key-missing] glossary.toml:2: term[1].definition_en: thiếu “definition_en”. Thêm dòng definition_en = ….
                [key-unknown] glossary.toml:7: term[1].defintion_en: khóa “defintion_en” không có trong mẫu. Có thể là “definition_en”.
            "#]],
    ),
    case(
        GLOSSARY,
        "[[term]]",
        "[[terms]]",
        expect![[r#"
                [key-unknown] glossary.toml:2: terms: khóa “terms” không có trong mẫu. Có thể là “term”.
            "#]],
    ),
    case(
        AGENCIES,
        "kind = \"department\"",
        "kind = \"departement\"",
        expect![[r#"
            [word-not-listed] vn/agencies/agencies.toml:4: agency[1].kind: giá trị "departement" không có trong danh sách. Chọn một trong: department, committee, police, insurance, statistics, front, mass_organisation, peoples_committee, party, steering_committee, ministry, media.
        "#]],
    ),
    case(
        INDICATORS,
        "people = true",
        "people = \"true\"",
        expect![[r#"
                [type-wrong] vn/indicators/jobs.toml:37: measure[1].people: giá trị "true" phải là true hoặc false. Viết lại giá trị đúng kiểu.
            "#]],
    ),
    case(
        INDICATORS,
        "due_days = 45",
        "due_days = -1",
        expect![[r#"
            [number-below-limit] vn/indicators/jobs.toml:35: measure[1].due_days: số -1 nhỏ quá. Ghi số từ 0 trở lên.
        "#]],
    ),
    case(
        INDICATORS,
        "scale = 1",
        "scale = 9",
        expect![[r#"
            [number-above-limit] vn/indicators/jobs.toml:78: measure[3].scale: số 9 lớn quá. Ghi số nhiều nhất là 6.
        "#]],
    ),
    case(
        DOCUMENT,
        "signed = \"2025-06-12\"",
        "signed = \"12/06/2025\"",
        expect![[r#"
            [text-bad-form] vn/documents/nq-202-2025.toml:7: signed: giá trị "12/06/2025" không đúng dạng. Sửa lại: viết năm-tháng-ngày, như 2018-12-31.
        "#]],
    ),
    case(
        DOCUMENT,
        "signed = \"2025-06-12\"",
        "signed = \"2025-06-31\"",
        expect![[r#"
            [date-no-such-day] vn/documents/nq-202-2025.toml:7: signed: không có ngày 31/6/2025. Kiểm tra lại: ngày trước, tháng sau, như 23/11/2026.
        "#]],
    ),
    case(DOCUMENT, "signed = \"2025-06-12\"", "signed = 2025-06-12", expect![[""]]),
    case(
        DOCUMENT,
        "note_en = \"A note.\"",
        "",
        expect![[r#"
            [translation-missing] vn/documents/nq-202-2025.toml:9: note_vi: có note_vi mà không có note_en. Viết đủ cả hai thứ tiếng.
        "#]],
    ),
    case(
        DOCUMENT,
        "issuer = \"Quốc hội\"",
        "issuer = \"Quo\u{302}\u{301}c hội\"",
        expect![[r#"
            [text-not-nfc] vn/documents/nq-202-2025.toml:6: dòng có chữ Việt chưa ở dạng dựng sẵn (NFC). Chuyển tệp sang Unicode dựng sẵn (NFC).
        "#]],
    ),
    case(
        TARGETS,
        "measures = [\"jobs\"]",
        "measures = []",
        expect![[r#"
            [list-empty] plans/ke-hoach/targets.toml:11: target[1].measures: danh sách trống. Ghi ít nhất một mục.
        "#]],
    ),
    case(
        TARGETS,
        "type = \"cumulative\", ",
        "",
        expect![[r#"
            [key-missing] plans/ke-hoach/targets.toml:12: target[1].kind.type: thiếu “type”. Thêm type = … để nói đây là loại nào.
        "#]],
    ),
    case(
        TARGETS,
        "type = \"cumulative\"",
        "type = \"sum\"",
        expect![[r#"
            [word-not-listed] plans/ke-hoach/targets.toml:12: target[1].kind.type: giá trị "sum" không có trong danh sách. Chọn một trong: level, limit, cumulative, range, yearly_fall, relative, count, approximate, every_area, share_no_figure.
        "#]],
    ),
    case(
        TARGETS,
        "yearly = \"32000\", ",
        "",
        expect![[r#"
            [key-missing] plans/ke-hoach/targets.toml:12: target[1].kind.yearly: thiếu “yearly”. Thêm dòng yearly = ….
        "#]],
    ),
    case(
        TARGETS,
        "yearly = \"32000\"",
        "yearli = \"32000\"",
        expect![[r#"
                [key-unknown] plans/ke-hoach/targets.toml:12: target[1].kind.yearli: khóa “yearli” không có trong mẫu. Có thể là “yearly”.
                [key-missing] plans/ke-hoach/targets.toml:12: target[1].kind.yearly: thiếu “yearly”. Thêm dòng yearly = ….
            "#]],
    ),
    case(
        TILES,
        "area,col,row",
        "area,col,line",
        expect![[r#"
            [column-unknown] vn/areas/tiles/communes.csv:1: line: cột “line” không có trong mẫu. Bỏ cột; các cột của tệp này: area, col, row.
            [column-missing] vn/areas/tiles/communes.csv:1: row: thiếu cột “row”. Thêm cột vào dòng đầu, ô để trống nếu không có gì.
        "#]],
    ),
    case(
        TILES,
        "area,col,row",
        "area,col,col",
        expect![[r#"
            [column-twice] vn/areas/tiles/communes.csv:1: col: cột “col” có hai lần. Giữ lại một cột.
            [column-missing] vn/areas/tiles/communes.csv:1: row: thiếu cột “row”. Thêm cột vào dòng đầu, ô để trống nếu không có gì.
        "#]],
    ),
    case(
        TILES,
        "x18862,1,0",
        "x18862,1",
        expect![[r#"
            [row-length] vn/areas/tiles/communes.csv:3: dòng có 2 ô, bảng có 3 cột. Kiểm tra dấu phẩy; ô có dấu phẩy phải đặt trong ngoặc kép.
        "#]],
    ),
    case(
        TILES,
        "x18862,1,0",
        "x18862,one,0",
        expect![[r#"
            [number-not-a-number] vn/areas/tiles/communes.csv:3: col: “one” không phải là số. Chỉ dùng chữ số, dấu chấm, dấu phẩy và dấu trừ ở đầu.
        "#]],
    ),
    case(
        UNITS,
        "Việt Nam",
        "",
        expect![[r#"
            [name-empty] vn/areas/units.csv:6: name: thiếu tên. Ghi tên, không kèm chữ xã, phường, huyện, tỉnh.
        "#]],
    ),
    case(
        UNITS,
        "Việt Nam",
        "Việt  Nam",
        expect![[r#"
            [name-untidy] vn/areas/units.csv:6: name: tên “Việt  Nam” có khoảng trắng thừa. Viết “Việt Nam”.
        "#]],
    ),
    case(
        UNITS,
        "quoc_gia",
        "quoc gia",
        expect![[r#"
                [word-unknown] vn/areas/units.csv:6: kind: loại đơn vị hành chính không có giá trị “quoc gia”. Chọn một trong: quoc_gia, thanh_pho_tw, tinh, thanh_pho, thi_xa, huyen, quan, phuong, thi_tran, xa, dac_khu, nhom.
            "#]],
    ),
    case(
        UNITS,
        "t44.2025,province",
        "t4.2025,province",
        expect![[r#"
            [area-unknown] vn/areas/successions.csv:5: to: không có địa bàn “t44.2025”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
            [id-bad-form] vn/areas/units.csv:5: id: “t4.2025” không đúng dạng mã địa bàn. Viết lại: vn, t + 2 số, h + 3 số, x + 5 số (thêm “.năm” nếu mã đã dùng cho địa bàn trước), hoặc g-tên.
            [area-unknown] vn/areas/units.csv:9: parent: không có địa bàn “t44.2025”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
        "#]],
    ),
    case(
        FIGURES,
        "2018,women",
        "2018-Q5,women",
        expect![[r#"
            [period-not-a-period] publications/figures.csv:3: period: “2018-Q5” không phải kỳ số liệu. Viết như 2018, 2018-Q3, 2018-07 hoặc 2016..2020.
        "#]],
    ),
    case(
        "vn/areas/notes.txt",
        "",
        "Ghi chú",
        expect![[r#"
            [file-unexpected] vn/areas/notes.txt: bộ dữ liệu không có tệp này. Bỏ tệp, hoặc sửa tên và thư mục cho đúng.
        "#]],
    ),
];
