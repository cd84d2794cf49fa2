//! Units, documents, agencies, indicators and measures.

use expect_test::expect;

use super::{Case, case, check};
use crate::small::{AGENCIES, DOCUMENT, INDICATORS, MEASUREMENT_UNITS};

#[test]
fn broken_indicators_agencies_and_documents_are_told() {
    check(CASES);
}

pub(super) const CASES: &[&[Case]] = &[BROKEN_INDICATORS, BROKEN_AGENCIES_AND_DOCUMENTS];

const BROKEN_INDICATORS: &[Case] = &[
    case(
        MEASUREMENT_UNITS,
        "id = \"percent\"",
        "id = \"person\"",
        expect![[r#"
            [unit-unknown] vn/indicators/jobs.toml:18: indicator[2].unit: không có đơn vị đo “percent”. Sửa lại mã, hoặc thêm vào vn/units.toml.
            [unit-unknown] vn/indicators/jobs.toml:53: measure[2].unit: không có đơn vị đo “percent”. Sửa lại mã, hoặc thêm vào vn/units.toml.
            [unit-unknown] vn/indicators/jobs.toml:79: measure[3].unit: không có đơn vị đo “percent”. Sửa lại mã, hoặc thêm vào vn/units.toml.
            [unit-unknown] vn/indicators/jobs.toml:97: measure[4].unit: không có đơn vị đo “percent”. Sửa lại mã, hoặc thêm vào vn/units.toml.
            [id-twice] vn/units.toml:10: unit[2].id: “person” đã có ở một mục trước. Đổi mã, hoặc bỏ một trong hai mục.
        "#]],
    ),
    case(
        INDICATORS,
        "indicator = \"jobs\"",
        "indicator = \"job\"",
        expect![[r#"
                [indicator-without-measure] vn/indicators/jobs.toml:3: indicator[1].id: chỉ số jobs chưa có cách đo nào. Thêm ít nhất một [[measure]].
                [indicator-unknown] vn/indicators/jobs.toml:22: measure[1].indicator: không có chỉ số “job”. Sửa lại mã, hoặc thêm vào vn/indicators/.
            "#]],
    ),
    case(
        INDICATORS,
        "unit = \"person\"\nper_place",
        "unit = \"people\"\nper_place",
        expect![[r#"
            [unit-unknown] vn/indicators/jobs.toml:28: measure[1].unit: không có đơn vị đo “people”. Sửa lại mã, hoặc thêm vào vn/units.toml.
        "#]],
    ),
    case(
        INDICATORS,
        "owner = \"so-a\"",
        "owner = \"so-c\"",
        expect![[r#"
            [agency-unknown] vn/indicators/jobs.toml:36: measure[1].owner: không có cơ quan “so-c”. Sửa lại mã, hoặc thêm vào vn/agencies/agencies.toml.
        "#]],
    ),
    case(
        INDICATORS,
        "owner = \"so-a\"",
        "",
        expect![[r#"
            [measure-collection-missing] vn/indicators/jobs.toml:20: measure[1].owner: cách đo do cơ quan báo cáo phải có owner. Thêm dòng owner = ….
        "#]],
    ),
    case(
        INDICATORS,
        "owner = \"so-a\"",
        "owner = \"so-a\"\nsource = \"s9\"",
        expect![[r#"
            [source-unknown] vn/indicators/jobs.toml:37: measure[1].source: không có nguồn “s9”. Sửa lại mã, hoặc thêm vào publications/sources.toml.
        "#]],
    ),
    case(
        INDICATORS,
        "collected_at = \"published\"",
        "collected_at = \"published\"\ndue_days = 5",
        expect![[r#"
            [measure-collection-unasked] vn/indicators/jobs.toml:83: measure[3].due_days: cách đo chỉ có trong ấn phẩm không có due_days. Bỏ dòng này, hoặc đổi collected_at.
        "#]],
    ),
    case(
        INDICATORS,
        "from = 2016\nto = 2020",
        "from = 2020\nto = 2016",
        expect![[r#"
            [years-reversed] vn/indicators/jobs.toml:34: measure[1].to: năm cuối đứng trước năm đầu. Đổi lại from và to.
        "#]],
    ),
    case(
        INDICATORS,
        "shape = \"decimal\"",
        "shape = \"flag\"",
        expect![[r#"
            [target-shape] plans/ke-hoach/targets.toml:24: target[2].measures[2]: cách đo trained-printed không hợp với loại chỉ tiêu này. Đổi type của kind, hoặc chọn cách đo có shape phù hợp.
            [figure-not-a-flag] publications/figures.csv:5: value: “37.5” không phải có hoặc không. Ghi yes hoặc no.
            [figure-not-a-flag] publications/outside.csv:2: value: “40.1” không phải có hoặc không. Ghi yes hoặc no.
            [measure-shape-fields] vn/indicators/jobs.toml:78: measure[3].scale: chỉ số thập phân mới có scale. Bỏ dòng scale, hoặc đổi shape.
        "#]],
    ),
    case(
        INDICATORS,
        "scale = 1\n",
        "",
        expect![[r#"
            [measure-shape-fields] vn/indicators/jobs.toml:77: measure[3].shape: số thập phân phải có scale. Ghi scale = số chữ số thập phân.
        "#]],
    ),
    case(
        INDICATORS,
        "denominator_vi = \"Lao động\"\ndenominator_en = \"Workers\"\n",
        "",
        expect![[r#"
            [measure-shape-fields] vn/indicators/jobs.toml:52: measure[2].shape: tỷ lệ phải nói rõ tử số và mẫu số đếm gì. Ghi numerator_* và denominator_*.
        "#]],
    ),
    case(
        INDICATORS,
        "denominator_en = \"Workers\"\n",
        "",
        expect![[r#"
            [translation-missing] vn/indicators/jobs.toml:56: measure[2].denominator_vi: có denominator_vi mà không có denominator_en. Viết đủ cả hai thứ tiếng.
        "#]],
    ),
    case(
        INDICATORS,
        "shape = \"ratio\"",
        "shape = \"count\"",
        expect![[r#"
            [target-shape] plans/ke-hoach/targets.toml:39: target[3].measures[1]: cách đo trained không hợp với loại chỉ tiêu này. Đổi type của kind, hoặc chọn cách đo có shape phù hợp.
            [figure-has-parts] publications/figures.csv:4: numerator: cách đo này không phải tỷ lệ nên không có tử số, mẫu số. Để trống numerator và denominator, ghi value.
            [measure-shape-fields] vn/indicators/jobs.toml:52: measure[2].shape: chỉ tỷ lệ mới có tử số và mẫu số. Bỏ numerator_* và denominator_*, hoặc đổi shape.
        "#]],
    ),
    case(
        INDICATORS,
        "frequency = \"year\"\npeople = false",
        "frequency = \"year\"\npeople = true",
        expect![[r#"
            [measure-shape-fields] vn/indicators/jobs.toml:84: measure[3].people: people = true chỉ dùng cho số đếm và tỷ lệ. Ghi people = false, hoặc đổi shape.
        "#]],
    ),
    case(
        INDICATORS,
        "  { id = \"women\", name_vi = \"Nữ\", name_en = \"Women\" },\n",
        "  { id = \"women\", name_vi = \"Nữ\", name_en = \"Women\" },\n  { id = \"women\", name_vi = \"Nữ\", name_en = \"Women\" },\n",
        expect![[r#"
                [id-twice] vn/indicators/jobs.toml:43: measure[1].breakdowns[2].id: “women” đã có ở một mục trước. Đổi mã, hoặc bỏ một trong hai mục.
            "#]],
    ),
    case(
        INDICATORS,
        "[[indicator]]\nid = \"jobs\"",
        "[[indicator]]\nid = \"spare\"\nname_vi = \"Thừa\"\nname_en = \"Spare\"\ndefinition_vi = \"Thừa.\"\ndefinition_en = \"Spare.\"\nunit = \"person\"\n\n[[indicator]]\nid = \"jobs\"",
        expect![[r#"
            [indicator-without-measure] vn/indicators/jobs.toml:3: indicator[1].id: chỉ số spare chưa có cách đo nào. Thêm ít nhất một [[measure]].
        "#]],
    ),
];

const BROKEN_AGENCIES_AND_DOCUMENTS: &[Case] = &[
    case(
        AGENCIES,
        "id = \"so-b\"",
        "id = \"so-a\"",
        expect![[r#"
            [agency-unknown] plans/ke-hoach/assignments.toml:10: assignment[1].to: không có cơ quan “so-b”. Sửa lại mã, hoặc thêm vào vn/agencies/agencies.toml.
            [agency-unknown] plans/ke-hoach/tasks.toml:11: task[1].agency[2].agency: không có cơ quan “so-b”. Sửa lại mã, hoặc thêm vào vn/agencies/agencies.toml.
            [id-twice] vn/agencies/agencies.toml:16: agency[2].id: “so-a” đã có ở một mục trước. Đổi mã, hoặc bỏ một trong hai mục.
            [agency-unknown] vn/agencies/agencies.toml:36: succession[1].to: không có cơ quan “so-b”. Sửa lại mã, hoặc thêm vào vn/agencies/agencies.toml.
        "#]],
    ),
    case(
        AGENCIES,
        "source = \"nq-202-2025\"",
        "source = \"nq-203-2025\"",
        expect![[r#"
            [document-unknown] vn/agencies/agencies.toml:12: agency[1].version[1].source: không có văn bản “nq-203-2025”. Sửa lại mã, hoặc thêm vào vn/documents/.
        "#]],
    ),
    case(
        AGENCIES,
        "valid_from = \"2025-07-01\"",
        "valid_from = \"2025-06-01\"",
        expect![[r#"
            [agency-version-overlap] vn/agencies/agencies.toml:31: agency[2].version[2].valid_from: tên “Sở B mới” trùng ngày với tên trước hoặc đứng sai thứ tự. Sửa valid_from, valid_to và xếp các tên theo thời gian.
        "#]],
    ),
    case(
        AGENCIES,
        "valid_to = \"2025-03-01\"",
        "valid_from = \"2025-03-01\"\nvalid_to = \"2025-03-01\"",
        expect![[r#"
            [date-empty-range] vn/agencies/agencies.toml:12: agency[1].version[1].valid_to: khoảng thời gian từ 2025-03-01 đến trước 2025-03-01 không có ngày nào. Ngày kết thúc không tính trong khoảng, nên phải sau ngày bắt đầu.
        "#]],
    ),
    case(
        AGENCIES,
        "to = \"so-b\"",
        "to = \"so-c\"",
        expect![[r#"
            [agency-unknown] vn/agencies/agencies.toml:36: succession[1].to: không có cơ quan “so-c”. Sửa lại mã, hoặc thêm vào vn/agencies/agencies.toml.
        "#]],
    ),
    case(
        AGENCIES,
        "on = \"2025-03-01\"",
        "on = \"2025-04-01\"",
        expect![[r#"
            [agency-giver-absent] vn/agencies/agencies.toml:35: succession[1].from: so-a không có tên nào vào ngày trước 2025-04-01. Sửa ngày, hoặc sửa valid_to của cơ quan giao.
        "#]],
    ),
    case(
        AGENCIES,
        "from = \"so-a\"\nto = \"so-b\"",
        "from = \"so-b\"\nto = \"so-a\"",
        expect![[r#"
            [agency-receiver-absent] vn/agencies/agencies.toml:36: succession[1].to: so-a không có tên nào vào 2025-03-01. Sửa ngày, hoặc sửa valid_from của cơ quan nhận.
        "#]],
    ),
    case(
        DOCUMENT,
        "status = ",
        "replaced_by = \"nq-202-2025\"\nstatus = ",
        expect![[r#"
            [document-replaces-itself] vn/documents/nq-202-2025.toml:8: replaced_by: văn bản tự thay thế mình. Ghi văn bản thay thế nó.
        "#]],
    ),
    case(
        DOCUMENT,
        "status = ",
        "replaced_by = \"nq-1\"\nstatus = ",
        expect![[r#"
            [document-unknown] vn/documents/nq-202-2025.toml:8: replaced_by: không có văn bản “nq-1”. Sửa lại mã, hoặc thêm vào vn/documents/.
        "#]],
    ),
    case(
        "vn/documents/nq-khac.toml",
        "",
        "number = \"202/2025/QH15\"\nkind = \"resolution\"\ntitle_vi = \"Khác\"\ntitle_en = \"Other\"\nissuer = \"Quốc hội\"\nstatus = \"verified\"\n",
        expect![[r#"
                [document-number-twice] vn/documents/nq-khac.toml:1: number: số 202/2025/QH15 của Quốc hội đã có ở tệp khác. Bỏ một trong hai tệp.
            "#]],
    ),
    case(
        DOCUMENT,
        "status = ",
        "url = \"congbao.vn\"\nstatus = ",
        expect![[r#"
            [text-bad-form] vn/documents/nq-202-2025.toml:8: url: giá trị "congbao.vn" không đúng dạng. Sửa lại: viết địa chỉ đầy đủ, bắt đầu bằng https://.
        "#]],
    ),
];
