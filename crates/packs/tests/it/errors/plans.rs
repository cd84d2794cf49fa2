//! Plans: clauses, duties, targets, aims.

use expect_test::expect;

use super::{Case, case, check};
use crate::small::{AIMS, ASSIGNMENTS, OBJECTIVES, PLAN, TARGETS, TASKS};

#[test]
fn broken_plans_are_told() {
    check(CASES);
}

pub(super) const CASES: &[&[Case]] = &[BROKEN_PLAN, BROKEN_CLAUSES_AND_DUTIES, BROKEN_TARGETS];

const BROKEN_PLAN: &[Case] = &[
    case(
        PLAN,
        "id = \"ke-hoach\"",
        "id = \"ke-hoach-khac\"",
        expect![[r#"
            [plan-folder-mismatch] plans/ke-hoach/plan.toml:2: id: mã ke-hoach-khac khác tên thư mục ke-hoach. Ghi mã đúng như tên thư mục.
        "#]],
    ),
    case(
        PLAN,
        "area = \"t44\"",
        "area = \"t99\"",
        expect![[r#"
            [area-unknown] plans/ke-hoach/plan.toml:5: area: không có địa bàn “t99”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
        "#]],
    ),
    case(
        PLAN,
        "area = \"t44\"",
        "area = \"t44.2025\"",
        expect![[r#"
            [plan-area-absent] plans/ke-hoach/plan.toml:5: area: t44.2025 không tồn tại vào cuối giai đoạn 2016..2020. Ghi địa bàn tồn tại khi kế hoạch kết thúc.
        "#]],
    ),
    case(
        PLAN,
        "period = \"2016..2020\"",
        "period = \"2020..2016\"",
        expect![[r#"
            [period-reversed] plans/ke-hoach/plan.toml:6: period: giai đoạn 2020..2016 phải có năm cuối sau năm đầu. Đổi lại hai năm; một năm thì viết như 2018.
        "#]],
    ),
    case(
        PLAN,
        "document = \"nq-202-2025\"",
        "document = \"nq-70\"",
        expect![[r#"
            [document-unknown] plans/ke-hoach/plan.toml:8: parents[1].document: không có văn bản “nq-70”. Sửa lại mã, hoặc thêm vào vn/documents/.
            [task-parent-foreign] plans/ke-hoach/tasks.toml:8: task[1].parents[1]: nq-202-2025 không phải văn bản mà kế hoạch triển khai. Ghi một trong các parents của plan.toml.
        "#]],
    ),
    case(
        PLAN,
        "period = ",
        "successor = \"ke-hoach-sau\"\nperiod = ",
        expect![[r#"
            [plan-unknown] plans/ke-hoach/plan.toml:6: successor: không có kế hoạch “ke-hoach-sau”. Sửa lại mã, hoặc thêm vào plans/.
        "#]],
    ),
    case(
        "plans/khac/aims.toml",
        "",
        "[[aim]]\nid = \"x\"\nclause = \"I\"\nindicator = \"jobs\"\ntitle_vi = \"Một\"\ntitle_en = \"One\"\nsays_vi = \"Một\"\nsays_en = \"One\"\ndirection = \"up\"\nbase_year = 2015\nmeasures = [\"jobs\"]\n",
        expect![[r#"
            [plan-missing] plans/khac/aims.toml:1: aim[1]: thư mục kế hoạch khac không có plan.toml. Thêm tệp plan.toml.
            [clause-unknown] plans/khac/aims.toml:3: aim[1].clause: kế hoạch không có điều mục I. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
        "#]],
    ),
];

const BROKEN_CLAUSES_AND_DUTIES: &[Case] = &[
    case(
        OBJECTIVES,
        "clause = \"II\"",
        "clause = \"I\"",
        expect![[r#"
            [clause-unknown] plans/ke-hoach/assignments.toml:4: assignment[1].clause: kế hoạch không có điều mục II. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
            [clause-twice] plans/ke-hoach/objectives.toml:8: objective[2].clause: điều mục I đã có ở một mục trước. Sửa điều mục, hoặc bỏ một trong hai mục.
        "#]],
    ),
    case(
        TASKS,
        "clause = \"I.1\"",
        "clause = \"I.2.a\"",
        expect![[r#"
            [clause-unknown] plans/ke-hoach/aims.toml:4: aim[1].clause: kế hoạch không có điều mục I.1. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
            [clause-unknown] plans/ke-hoach/targets.toml:4: target[1].clause: kế hoạch không có điều mục I.1. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
            [clause-unknown] plans/ke-hoach/targets.toml:17: target[2].clause: kế hoạch không có điều mục I.1. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
            [clause-unknown] plans/ke-hoach/targets.toml:32: target[3].clause: kế hoạch không có điều mục I.1. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
            [clause-unknown] plans/ke-hoach/tasks.toml:3: task[1].clause: kế hoạch không có điều mục I.2. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
        "#]],
    ),
    case(
        TASKS,
        "clause = \"I.1\"",
        "clause = \"I..1\"",
        expect![[r#"
            [clause-unknown] plans/ke-hoach/aims.toml:4: aim[1].clause: kế hoạch không có điều mục I.1. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
            [clause-unknown] plans/ke-hoach/targets.toml:4: target[1].clause: kế hoạch không có điều mục I.1. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
            [clause-unknown] plans/ke-hoach/targets.toml:17: target[2].clause: kế hoạch không có điều mục I.1. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
            [clause-unknown] plans/ke-hoach/targets.toml:32: target[3].clause: kế hoạch không có điều mục I.1. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
            [text-bad-form] plans/ke-hoach/tasks.toml:3: task[1].clause: giá trị "I..1" không đúng dạng. Sửa lại: viết như II.1.2.1.a.
        "#]],
    ),
    case(
        TASKS,
        "parents = [\"nq-202-2025\"]",
        "parents = [\"nq-70\"]",
        expect![[r#"
            [document-unknown] plans/ke-hoach/tasks.toml:8: task[1].parents[1]: không có văn bản “nq-70”. Sửa lại mã, hoặc thêm vào vn/documents/.
        "#]],
    ),
    case(
        TASKS,
        "agency = \"so-b\"",
        "agency = \"so-c\"",
        expect![[r#"
            [agency-unknown] plans/ke-hoach/tasks.toml:11: task[1].agency[2].agency: không có cơ quan “so-c”. Sửa lại mã, hoặc thêm vào vn/agencies/agencies.toml.
        "#]],
    ),
    case(
        TASKS,
        "to = \"2025-03-01\"",
        "to = \"2025-04-01\"",
        expect![[r#"
            [agency-not-valid] plans/ke-hoach/tasks.toml:10: task[1].agency[1].agency: so-a không có tên nào đến hết 31/03/2025. Sửa from, to, hoặc ghi cơ quan kế thừa.
        "#]],
    ),
    case(
        TASKS,
        "from = \"2025-03-01\"",
        "from = \"2025-03-01\", to = \"2025-02-01\"",
        expect![[r#"
            [date-empty-range] plans/ke-hoach/tasks.toml:11: task[1].agency[2].to: khoảng thời gian từ 2025-03-01 đến trước 2025-02-01 không có ngày nào. Ngày kết thúc không tính trong khoảng, nên phải sau ngày bắt đầu.
        "#]],
    ),
    case(
        ASSIGNMENTS,
        "agency = \"so-a\"\n",
        "",
        expect![[r#"
            [assignee-unclear] plans/ke-hoach/assignments.toml:12: assignment[1].agency[1]: phải ghi đúng một trong hai: agency hoặc scope. Ghi agency cho một cơ quan, scope cho cả nhóm.
        "#]],
    ),
    case(
        ASSIGNMENTS,
        "to = \"so-b\"",
        "to = \"so-c\"",
        expect![[r#"
            [agency-unknown] plans/ke-hoach/assignments.toml:10: assignment[1].to: không có cơ quan “so-c”. Sửa lại mã, hoặc thêm vào vn/agencies/agencies.toml.
        "#]],
    ),
    case(
        ASSIGNMENTS,
        "agency = \"so-a\"\nrole",
        "agency = \"so-a\"\nscope = \"all_communes\"\nrole",
        expect![[r#"
            [assignee-unclear] plans/ke-hoach/assignments.toml:12: assignment[1].agency[1]: phải ghi đúng một trong hai: agency hoặc scope. Ghi agency cho một cơ quan, scope cho cả nhóm.
        "#]],
    ),
    case(
        ASSIGNMENTS,
        "number = 1",
        "number = 0",
        expect![[r#"
            [number-below-limit] plans/ke-hoach/assignments.toml:3: assignment[1].number: số 0 nhỏ quá. Ghi số từ 1 trở lên.
        "#]],
    ),
];

const BROKEN_TARGETS: &[Case] = &[
    case(
        TARGETS,
        "id = \"trained\"",
        "id = \"jobs\"",
        expect![[r#"
            [id-twice] plans/ke-hoach/targets.toml:16: target[2].id: “jobs” đã có ở một mục trước. Đổi mã, hoặc bỏ một trong hai mục.
        "#]],
    ),
    case(
        TARGETS,
        "measures = [\"jobs\"]",
        "measures = [\"jobz\"]",
        expect![[r#"
            [measure-unknown] plans/ke-hoach/targets.toml:11: target[1].measures[1]: không có cách đo “jobz”. Sửa lại mã, hoặc thêm vào vn/indicators/.
        "#]],
    ),
    case(
        TARGETS,
        "measures = [\"jobs\"]",
        "measures = [\"trained\"]",
        expect![[r#"
                [measure-foreign] plans/ke-hoach/targets.toml:11: target[1].measures[1]: cách đo trained thuộc chỉ số trained, không phải jobs. Chọn cách đo của chính chỉ số này, hoặc chuyển sang companions.
                [target-shape] plans/ke-hoach/targets.toml:11: target[1].measures[1]: cách đo trained không hợp với loại chỉ tiêu này. Đổi type của kind, hoặc chọn cách đo có shape phù hợp.
            "#]],
    ),
    case(
        TARGETS,
        "indicator = \"jobs\"",
        "indicator = \"jobz\"",
        expect![[r#"
                [indicator-unknown] plans/ke-hoach/targets.toml:5: target[1].indicator: không có chỉ số “jobz”. Sửa lại mã, hoặc thêm vào vn/indicators/.
            "#]],
    ),
    case(
        TARGETS,
        "deadline = 2020",
        "deadline = 2021",
        expect![[r#"
            [year-outside-plan] plans/ke-hoach/targets.toml:10: target[1].deadline: năm 2021 nằm ngoài giai đoạn 2016..2020 của kế hoạch. Ghi năm trong giai đoạn của kế hoạch.
        "#]],
    ),
    case(
        TARGETS,
        "first = 2016, last = 2020",
        "first = 2020, last = 2016",
        expect![[r#"
            [years-reversed] plans/ke-hoach/targets.toml:12: target[1].kind.last: năm cuối đứng trước năm đầu. Đổi lại first và last.
        "#]],
    ),
    case(
        TARGETS,
        "low = \"50\", high = \"60\"",
        "low = \"60\", high = \"50\"",
        expect![[r#"
            [target-range-reversed] plans/ke-hoach/targets.toml:26: target[2].kind.low: mức thấp 60 lớn hơn mức cao 50. Đổi lại low và high.
        "#]],
    ),
    case(
        TARGETS,
        "high = \"60\"",
        "high = \"160\"",
        expect![[r#"
            [target-over-100] plans/ke-hoach/targets.toml:26: target[2].kind.high: ngưỡng 160 vượt quá 100 %. Ghi số không quá 100.
        "#]],
    ),
    case(
        TARGETS,
        "to = \"vn\"",
        "to = \"t99\"",
        expect![[r#"
            [area-unknown] plans/ke-hoach/targets.toml:40: target[3].kind.to: không có địa bàn “t99”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
        "#]],
    ),
    case(
        TARGETS,
        "measure = \"trained-printed\"",
        "measure = \"jobs\"",
        expect![[r#"
            [baseline-measure] plans/ke-hoach/targets.toml:27: target[2].baseline.measure: jobs không nằm trong measures của chỉ tiêu. Ghi số gốc theo một trong các cách đo dùng để đánh giá.
        "#]],
    ),
    case(
        TARGETS,
        "year = 2015",
        "year = 2020",
        expect![[r#"
            [baseline-year] plans/ke-hoach/targets.toml:27: target[2].baseline.year: năm gốc 2020 không trước hạn 2020. Ghi năm trước hạn.
        "#]],
    ),
    case(
        TARGETS,
        "source = \"s1\"",
        "source = \"s2\"",
        expect![[r#"
            [source-unknown] plans/ke-hoach/targets.toml:27: target[2].baseline.source: không có nguồn “s2”. Sửa lại mã, hoặc thêm vào publications/sources.toml.
        "#]],
    ),
    case(
        AIMS,
        "base_year = 2015",
        "base_year = 2025",
        expect![[r#"
            [base-year-after-plan] plans/ke-hoach/aims.toml:11: aim[1].base_year: năm gốc 2025 sau khi kế hoạch kết thúc. Ghi năm trước hoặc trong giai đoạn kế hoạch.
        "#]],
    ),
    case(
        AIMS,
        "clause = \"I.1\"",
        "clause = \"I.9\"",
        expect![[r#"
            [clause-unknown] plans/ke-hoach/aims.toml:4: aim[1].clause: kế hoạch không có điều mục I.9. Sửa điều mục, hoặc thêm vào objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch.
        "#]],
    ),
];
