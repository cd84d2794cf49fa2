//! Published figures and gaps.

use expect_test::expect;

use super::{Case, case, check};
use crate::small::{FIGURES, MISSING, OUTSIDE, SOURCES};

#[test]
fn broken_figures_are_told() {
    check(CASES);
}

pub(super) const CASES: &[&[Case]] = &[BROKEN];

const BROKEN: &[Case] = &[
    case(
        FIGURES,
        "jobs,x18859,2018,,exact,120",
        "jobs,x18859,2021,,exact,120",
        expect![[r#"
            [area-not-valid] publications/figures.csv:2: area: x18859 không tồn tại vào 31/12/2021, ngày cuối của kỳ 2021. Khi ấy là: x18859.2020 (Phường Đồng Hải).
        "#]],
    ),
    case(
        FIGURES,
        "jobs,x18859,2018,,exact,120",
        "jobs,x18859.2025,2018,,exact,120",
        expect![[r#"
            [area-not-valid] publications/figures.csv:2: area: x18859.2025 không tồn tại vào 31/12/2018, ngày cuối của kỳ 2018. Khi ấy là: x18859 (Phường Bắc Lý); x18862 (Phường Đồng Mỹ).
        "#]],
    ),
    case(
        FIGURES,
        "jobs,x18859,2018,,exact,120",
        "jobs,x18860,2018,,exact,120",
        expect![[r#"
            [area-unknown] publications/figures.csv:2: area: không có địa bàn “x18860”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
        "#]],
    ),
    case(
        FIGURES,
        "jobs,x18859,2018,,exact,120",
        "jobz,x18859,2018,,exact,120",
        expect![[r#"
            [measure-unknown] publications/figures.csv:2: measure: không có cách đo “jobz”. Sửa lại mã, hoặc thêm vào vn/indicators/.
        "#]],
    ),
    case(
        FIGURES,
        "jobs,x18859,2018,,exact,120",
        "jobs,x18859,2018,,exact,12.5",
        expect![[r#"
            [number-not-whole] publications/figures.csv:2: value: “12.5” có phần thập phân, ở đây cần số nguyên. Nhập số nguyên, không có phần thập phân.
        "#]],
    ),
    case(
        FIGURES,
        "jobs,x18859,2018,,exact,120",
        "jobs,x18859,2018,,exact,",
        expect![[r#"
            [number-empty] publications/figures.csv:2: value: chưa nhập số. Nhập một số; nếu không có số liệu, chọn lý do.
        "#]],
    ),
    case(
        FIGURES,
        "jobs,x18859,2018,,exact,120",
        "jobs,x18859,2018,,exact,nhiều",
        expect![[r#"
            [number-not-a-number] publications/figures.csv:2: value: “nhiều” không phải là số. Chỉ dùng chữ số, dấu chấm, dấu phẩy và dấu trừ ở đầu.
        "#]],
    ),
    case(
        FIGURES,
        "jobs,x18859,2018,,exact,120",
        "jobs,x18859,2018,,exact,-1",
        expect![[r#"
            [count-negative] publications/figures.csv:2: value: số đếm âm. Ghi số từ 0 trở lên.
        "#]],
    ),
    case(
        FIGURES,
        "jobs,x18859,2018,,exact,120,,",
        "jobs,x18859,2018,,exact,120,1,2",
        expect![[r#"
            [figure-has-parts] publications/figures.csv:2: numerator: cách đo này không phải tỷ lệ nên không có tử số, mẫu số. Để trống numerator và denominator, ghi value.
        "#]],
    ),
    case(
        FIGURES,
        "2018,women",
        "2018,men",
        expect![[r#"
            [breakdown-unknown] publications/figures.csv:3: breakdown: cách đo jobs không có phần “men”. Sửa breakdown, hoặc thêm vào breakdowns của cách đo.
        "#]],
    ),
    case(
        FIGURES,
        "2018,women",
        "2018,",
        expect![[r#"
            [figure-twice] publications/figures.csv:3: source: nguồn s1 đã có số cho ô này ở một dòng trước. Bỏ một dòng, hoặc ghi breakdown khác.
        "#]],
    ),
    case(
        FIGURES,
        ",,300,800",
        ",37.5,300,800",
        expect![[r#"
            [figure-needs-parts] publications/figures.csv:4: value: tỷ lệ ghi bằng tử số và mẫu số, ô value để trống. Ghi numerator và denominator; nơi công bố chỉ in phần trăm thì dùng cách đo -printed.
        "#]],
    ),
    case(
        FIGURES,
        ",,300,800",
        ",,300,0",
        expect![[r#"
            [figure-no-denominator] publications/figures.csv:4: denominator: mẫu số là 0, phải lớn hơn 0. Nhập mẫu số lớn hơn 0, hoặc ghi là không áp dụng.
        "#]],
    ),
    case(
        FIGURES,
        ",,300,800",
        ",,900,800",
        expect![[r#"
            [percent-over-100] publications/figures.csv:4: value: 112,50 % vượt quá 100 %. Kiểm tra lại số; nếu đúng là có thể vượt, ghi bounded = false ở cách đo.
        "#]],
    ),
    case(
        FIGURES,
        "approximately,37.5",
        "approximately,37.55",
        expect![[r#"
            [figure-too-fine] publications/figures.csv:5: value: số 37.55 có nhiều chữ số thập phân hơn cách đo cho phép (1). Kiểm tra lại số, hoặc tăng scale của cách đo.
        "#]],
    ),
    case(
        FIGURES,
        "approximately,37.5",
        "approximately,\"37,5\"",
        expect![[r#"
            [decimal-not-a-decimal] publications/figures.csv:5: value: “37,5” không phải số thập phân viết với dấu chấm (như 1234.5). Viết số với dấu chấm thập phân, không có dấu ngăn nhóm và số 0 thừa ở đầu.
        "#]],
    ),
    case(
        FIGURES,
        "approximately,37.5",
        "around,137.5",
        expect![[r#"
            [word-unknown] publications/figures.csv:5: qualifier: mức chính xác không có giá trị “around”. Chọn một trong: exact, more, less, at_least, approximately, range_low.
        "#]],
    ),
    case(
        FIGURES,
        "exact,yes",
        "exact,có",
        expect![[r#"
            [figure-not-a-flag] publications/figures.csv:6: value: “có” không phải có hoặc không. Ghi yes hoặc no.
        "#]],
    ),
    case(
        FIGURES,
        "verified,s1",
        "verified,s2",
        expect![[r#"
            [source-unknown] publications/figures.csv:2: source: không có nguồn “s2”. Sửa lại mã, hoặc thêm vào publications/sources.toml.
        "#]],
    ),
    case(
        FIGURES,
        "A note.",
        "",
        expect![[r#"
            [translation-missing] publications/figures.csv:3: note_vi: có note_vi mà không có note_en. Viết đủ cả hai thứ tiếng.
        "#]],
    ),
    case(
        OUTSIDE,
        "trained-printed,,",
        "trained-printed,t44,",
        expect![[r#"
            [outside-has-area] publications/outside.csv:2: area: địa bàn có mã thì không phải địa bàn ngoài. Chuyển dòng này sang figures.csv.
        "#]],
    ),
    case(
        OUTSIDE,
        "Bắc Trung Bộ",
        "",
        expect![[r#"
            [text-empty] publications/outside.csv:2: area_text: ô để trống. Ghi tên địa bàn bằng tiếng Việt.
        "#]],
    ),
    case(
        MISSING,
        "[\"2016\", \"2017\"]",
        "[\"2016\", \"2025\"]",
        expect![[r#"
            [area-not-valid] publications/missing.toml:5: missing[1].periods[2]: t44 không tồn tại vào 31/12/2025, ngày cuối của kỳ 2025. Khi ấy là: t44.2025 (Tỉnh Quảng Trị).
        "#]],
    ),
    case(
        MISSING,
        "measure = \"trained\"",
        "measure = \"trane\"",
        expect![[r#"
            [measure-unknown] publications/missing.toml:3: missing[1].measure: không có cách đo “trane”. Sửa lại mã, hoặc thêm vào vn/indicators/.
        "#]],
    ),
    case(
        SOURCES,
        "title = \"Niên giám 2018\"\n",
        "title = \"Niên giám 2018\"\npublished = \"2018-13\"\n",
        expect![[r#"
            [date-not-calendar] publications/sources.toml:5: source[1].published: “13” không phải tháng. Viết như 2018, 2018-Q3 hoặc 2018-07.
        "#]],
    ),
];
