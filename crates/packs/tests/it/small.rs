//! The smallest tree that has every kind of file and no problem: a province with a district and two communes that
//! merged in 2020, an agency that was dissolved in 2025, one plan.

use ansinh_packs::PackFiles;

pub(crate) const UNITS: &str = "vn/areas/units.csv";
pub(crate) const SUCCESSIONS: &str = "vn/areas/successions.csv";
pub(crate) const GROUPS: &str = "vn/areas/groups.csv";
pub(crate) const GROUP_MEMBERS: &str = "vn/areas/group_members.csv";
pub(crate) const TILES: &str = "vn/areas/tiles/communes.csv";
pub(crate) const AGENCIES: &str = "vn/agencies/agencies.toml";
pub(crate) const DOCUMENT: &str = "vn/documents/nq-202-2025.toml";
pub(crate) const MEASUREMENT_UNITS: &str = "vn/units.toml";
pub(crate) const INDICATORS: &str = "vn/indicators/jobs.toml";
pub(crate) const PLAN: &str = "plans/ke-hoach/plan.toml";
pub(crate) const OBJECTIVES: &str = "plans/ke-hoach/objectives.toml";
pub(crate) const TASKS: &str = "plans/ke-hoach/tasks.toml";
pub(crate) const ASSIGNMENTS: &str = "plans/ke-hoach/assignments.toml";
pub(crate) const TARGETS: &str = "plans/ke-hoach/targets.toml";
pub(crate) const AIMS: &str = "plans/ke-hoach/aims.toml";
pub(crate) const SOURCES: &str = "publications/sources.toml";
pub(crate) const FIGURES: &str = "publications/figures.csv";
pub(crate) const OUTSIDE: &str = "publications/outside.csv";
pub(crate) const MISSING: &str = "publications/missing.toml";
pub(crate) const GLOSSARY: &str = "glossary.toml";

pub(crate) fn files() -> PackFiles {
    PackFiles::new()
        .with(UNITS, UNITS_TEXT)
        .with(SUCCESSIONS, SUCCESSIONS_TEXT)
        .with(GROUPS, GROUPS_TEXT)
        .with(GROUP_MEMBERS, "group,member\ng-cu,x18859.2025\n")
        .with(TILES, "area,col,row\nx18859,0,0\nx18862,1,0\n")
        .with(AGENCIES, AGENCIES_TEXT)
        .with(DOCUMENT, DOCUMENT_TEXT)
        .with(MEASUREMENT_UNITS, MEASUREMENT_UNITS_TEXT)
        .with(INDICATORS, INDICATORS_TEXT)
        .with(PLAN, PLAN_TEXT)
        .with(OBJECTIVES, OBJECTIVES_TEXT)
        .with(TASKS, TASKS_TEXT)
        .with(ASSIGNMENTS, ASSIGNMENTS_TEXT)
        .with(TARGETS, TARGETS_TEXT)
        .with(AIMS, AIMS_TEXT)
        .with(SOURCES, "[[source]]\nid = \"s1\"\npublisher = \"Cục Thống kê\"\ntitle = \"Niên giám 2018\"\nstatus = \"verified\"\n")
        .with(FIGURES, FIGURES_TEXT)
        .with(OUTSIDE, OUTSIDE_TEXT)
        .with(MISSING, MISSING_TEXT)
        .with(GLOSSARY, GLOSSARY_TEXT)
}

const UNITS_TEXT: &str = "\
id,level,code,name,kind,parent,valid_from,valid_to,instrument,status
g-cu,group,,Tỉnh Quảng Bình cũ,nhom,,2025-07-01,,,secondary
h450,district,450,Đồng Hới,thanh_pho,t44,,2025-07-01,,secondary
t44,province,44,Quảng Bình,tinh,vn,,2025-07-01,,secondary
t44.2025,province,44,Quảng Trị,tinh,vn,2025-07-01,,202/2025/QH15,verified
vn,nation,,Việt Nam,quoc_gia,,,,,verified
x18859,commune,18859,Bắc Lý,phuong,h450,,2020-02-01,,secondary
x18859.2020,commune,18859,Đồng Hải,phuong,h450,2020-02-01,2025-07-01,,secondary
x18859.2025,commune,18859,Đồng Thuận,phuong,t44.2025,2025-07-01,,,verified
x18862,commune,18862,Đồng Mỹ,phuong,h450,,2020-02-01,,secondary
";

const SUCCESSIONS_TEXT: &str = "\
date,from,to,kind,share,instrument,evidence,status
2020-02-01,x18859,x18859.2020,merge,1,,,secondary
2020-02-01,x18862,x18859.2020,merge,1,,,secondary
2025-07-01,t44,g-cu,continue_as_group,1,202/2025/QH15,,verified
2025-07-01,t44,t44.2025,merge,1,202/2025/QH15,,verified
2025-07-01,x18859.2020,x18859.2025,merge,1,,,verified
";

const GROUPS_TEXT: &str = "\
id,name_vi,name_en,note_vi,note_en,founded
g-cu,Tỉnh Quảng Bình cũ,Former Quảng Bình,Địa bàn của tỉnh cho đến 30/6/2025.,The land of the province until 30 June 2025.,2025-07-01
";

const AGENCIES_TEXT: &str = r#"
[[agency]]
id = "so-a"
kind = "department"
level = "province"

[[agency.version]]
name_vi = "Sở A"
name_en = "Department A"
short_vi = "Sở A"
valid_to = "2025-03-01"
source = "nq-202-2025"
status = "verified"

[[agency]]
id = "so-b"
kind = "department"
level = "province"

[[agency.version]]
name_vi = "Sở B"
name_en = "Department B"
short_vi = "Sở B"
valid_to = "2025-07-01"
status = "verified"

[[agency.version]]
name_vi = "Sở B mới"
name_en = "New Department B"
short_vi = "Sở B"
valid_from = "2025-07-01"
status = "verified"

[[succession]]
from = "so-a"
to = "so-b"
on = "2025-03-01"
what_vi = "mọi việc"
what_en = "everything"
status = "verified"
"#;

const DOCUMENT_TEXT: &str = r#"
number = "202/2025/QH15"
kind = "resolution"
title_vi = "Sắp xếp đơn vị hành chính cấp tỉnh"
title_en = "Rearranging provinces"
issuer = "Quốc hội"
signed = "2025-06-12"
status = "verified"
note_vi = "Ghi chú."
note_en = "A note."
"#;

const MEASUREMENT_UNITS_TEXT: &str = r#"
[[unit]]
id = "person"
name_vi = "người"
name_en = "people"
symbol_vi = "người"
symbol_en = "people"

[[unit]]
id = "percent"
name_vi = "phần trăm"
name_en = "per cent"
symbol_vi = "%"
symbol_en = "%"
"#;

const INDICATORS_TEXT: &str = r#"
[[indicator]]
id = "jobs"
name_vi = "Việc làm"
name_en = "Jobs"
definition_vi = "Số người có việc."
definition_en = "People given work."
better = "up"
unit = "person"

[[indicator]]
id = "trained"
name_vi = "Qua đào tạo"
name_en = "Trained"
definition_vi = "Tỷ lệ lao động qua đào tạo."
definition_en = "Share of trained workers."
better = "up"
unit = "percent"

[[measure]]
id = "jobs"
indicator = "jobs"
name_vi = "Việc làm"
name_en = "Jobs"
concept_vi = "Đếm người."
concept_en = "People are counted."
shape = "count"
unit = "person"
per_place = "sum"
per_time = "sum"
collected_at = "commune"
frequency = "year"
from = 2016
to = 2020
due_days = 45
owner = "so-a"
people = true
bounded = false
sensitive = false
status = "verified"
breakdowns = [
  { id = "women", name_vi = "Nữ", name_en = "Women" },
]

[[measure]]
id = "trained"
indicator = "trained"
name_vi = "Qua đào tạo"
name_en = "Trained"
concept_vi = "Có chứng chỉ."
concept_en = "With a certificate."
shape = "ratio"
unit = "percent"
numerator_vi = "Lao động qua đào tạo"
numerator_en = "Trained workers"
denominator_vi = "Lao động"
denominator_en = "Workers"
per_place = "sum"
per_time = "last"
collected_at = "commune"
frequency = "year"
from = 2016
due_days = 45
owner = "so-a"
people = true
bounded = true
sensitive = false
status = "verified"

[[measure]]
id = "trained-printed"
indicator = "trained"
name_vi = "Qua đào tạo (đã in)"
name_en = "Trained (printed)"
concept_vi = "Nơi công bố chỉ in phần trăm."
concept_en = "The publisher prints the percentage only."
shape = "decimal"
scale = 1
unit = "percent"
per_place = "none"
per_time = "last"
collected_at = "published"
frequency = "year"
people = false
bounded = true
sensitive = false
status = "verified"

[[measure]]
id = "trained-everywhere"
indicator = "trained"
name_vi = "Xã có lớp"
name_en = "Communes with a class"
concept_vi = "Có lớp hay không."
concept_en = "Whether there is a class."
shape = "flag"
unit = "percent"
per_place = "sum"
per_time = "last"
collected_at = "commune"
frequency = "year"
from = 2016
due_days = 45
owner = "so-a"
people = false
bounded = true
sensitive = false
status = "verified"
"#;

const PLAN_TEXT: &str = r#"
id = "ke-hoach"
title_vi = "Kế hoạch 2016–2020"
title_en = "Plan 2016–2020"
area = "t44"
period = "2016..2020"
parents = [
  { document = "nq-202-2025", title_vi = "Nghị quyết", title_en = "Resolution", role = "carries_out" },
]
"#;

const OBJECTIVES_TEXT: &str = r#"
[[objective]]
clause = "I"
title_vi = "Nhiệm vụ"
title_en = "Tasks"

[[objective]]
clause = "II"
title_vi = "Tổ chức"
title_en = "Organisation"
text_vi = "Ai làm gì."
text_en = "Who does what."
"#;

const TASKS_TEXT: &str = r#"
[[task]]
clause = "I.1"
title_vi = "Tạo việc làm"
title_en = "Create jobs"
text_vi = "Tạo việc làm cho người dân."
text_en = "Create jobs for people."
parents = ["nq-202-2025"]
agency = [
  { agency = "so-a", role = "lead", assigned_by = "clause", clause = "II.1", to = "2025-03-01" },
  { agency = "so-b", role = "lead", assigned_by = "inferred", from = "2025-03-01" },
]
"#;

const ASSIGNMENTS_TEXT: &str = r#"
[[assignment]]
number = 1
clause = "II.1"
title_vi = "Sở A thực hiện"
title_en = "Department A carries out"
text_vi = "Sở A thực hiện kế hoạch."
text_en = "Department A carries out the plan."
verb = "carry_out"
to = "so-b"

[[assignment.agency]]
agency = "so-a"
role = "lead"

[[assignment.agency]]
scope = "all_communes"
role = "join"
from = "2025-07-01"
"#;

const TARGETS_TEXT: &str = r#"
[[target]]
id = "jobs"
clause = "I.1"
indicator = "jobs"
title_vi = "Việc làm"
title_en = "Jobs"
says_vi = "Năm năm có 160.000 việc làm."
says_en = "160,000 jobs in five years."
deadline = 2020
measures = ["jobs"]
kind = { type = "cumulative", bound = "at_least", total = "160000", yearly = "32000", first = 2016, last = 2020 }
agency = [{ agency = "so-a", role = "lead", assigned_by = "clause", clause = "II.1" }]

[[target]]
id = "trained"
clause = "I.1"
indicator = "trained"
title_vi = "Qua đào tạo"
title_en = "Trained"
says_vi = "Đến năm 2020 đạt 50–60 %."
says_en = "50 to 60 % by 2020."
deadline = 2020
measures = ["trained", "trained-printed"]
companions = ["jobs"]
kind = { type = "range", low = "50", high = "60", direction = "up" }
baseline = { year = 2015, value = "36.0", measure = "trained-printed", status = "verified", source = "s1" }
agency = [{ agency = "so-a", role = "lead", assigned_by = "clause", clause = "II.1" }]

[[target]]
id = "against-nation"
clause = "I.1"
indicator = "trained"
title_vi = "So với cả nước"
title_en = "Against the nation"
says_vi = "Không thấp hơn cả nước."
says_en = "Not below the nation."
deadline = 2020
measures = ["trained"]
kind = { type = "relative", bound = "at_least", to = "vn" }
"#;

const AIMS_TEXT: &str = r#"
[[aim]]
id = "more-trained"
clause = "I.1"
indicator = "trained"
title_vi = "Nhiều người qua đào tạo hơn"
title_en = "More trained workers"
says_vi = "Tỷ lệ tăng dần."
says_en = "The share rises."
direction = "up"
base_year = 2015
measures = ["trained"]
agency = [{ agency = "so-a", role = "lead", assigned_by = "inferred" }]
"#;

const FIGURES_TEXT: &str = "\
measure,area,period,breakdown,qualifier,value,numerator,denominator,as_of,status,source,note_vi,note_en
jobs,x18859,2018,,exact,120,,,2018-12,verified,s1,,
jobs,x18859,2018,women,exact,60,,,,verified,s1,Ghi chú.,A note.
trained,t44,2018,,exact,,300,800,,verified,s1,,
trained-printed,t44,2018,,approximately,37.5,,,,verified,s1,,
trained-everywhere,x18862,2018,,exact,yes,,,,verified,s1,,
";

const OUTSIDE_TEXT: &str = "\
measure,area,period,breakdown,qualifier,value,numerator,denominator,as_of,status,source,note_vi,note_en,area_text
trained-printed,,2018,,exact,40.1,,,,verified,s1,,,Bắc Trung Bộ
";

const MISSING_TEXT: &str = r#"
[[missing]]
measure = "trained"
area = "t44"
periods = ["2016", "2017"]
note_vi = "Không tìm được."
note_en = "Not found."
"#;

const GLOSSARY_TEXT: &str = r#"
[[term]]
id = "ho-ngheo"
vi = "hộ nghèo"
en = "poor household"
definition_vi = "Hộ được công nhận là nghèo."
definition_en = "A household recognised as poor."
"#;
