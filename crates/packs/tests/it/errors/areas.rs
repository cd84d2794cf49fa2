//! Areas, successions, groups and tiles.

use expect_test::expect;

use super::{Case, case, check};
use crate::small::{GROUP_MEMBERS, GROUPS, SUCCESSIONS, TILES, UNITS};

#[test]
fn broken_areas_are_told() {
    check(CASES);
}

pub(super) const CASES: &[&[Case]] = &[BROKEN_UNITS, BROKEN_SUCCESSIONS, BROKEN_GROUPS_AND_TILES];

const BROKEN_UNITS: &[Case] = &[
    case(
        UNITS,
        "x18862,commune,18862,Đồng Mỹ",
        "x18862,commune,18859,Đồng Mỹ",
        expect![[r#"
            [area-code-overlap] vn/areas/units.csv:10: code: mã số 18859 cùng lúc là của x18859 và x18862. Sửa mã số hoặc ngày của một trong hai.
        "#]],
    ),
    case(
        UNITS,
        "x18859.2020,commune,18859,Đồng Hải,phuong,h450,2020-02-01,2025-07-01",
        "x18859,commune,18859,Đồng Hải,phuong,h450,2020-01-01,2025-07-01",
        expect![[r#"
                [succession-giver-lives-on] vn/areas/successions.csv:2: from: x18859 vẫn còn vào 2020-02-01. Ghi valid_to = 2020-02-01 cho x18859, hoặc đổi kind thành transfer.
                [area-unknown] vn/areas/successions.csv:2: to: không có địa bàn “x18859.2020”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
                [area-unknown] vn/areas/successions.csv:3: to: không có địa bàn “x18859.2020”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
                [area-unknown] vn/areas/successions.csv:6: from: không có địa bàn “x18859.2020”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
                [area-version-overlap] vn/areas/units.csv:8: valid_from: hai dòng của x18859 trùng ngày nhau. Sửa valid_from và valid_to cho nối tiếp nhau.
            "#]],
    ),
    case(
        UNITS,
        "x18859,commune,18859,Bắc Lý,phuong,h450,,2020-02-01,,secondary",
        "x18859,commune,18859,Bắc Lý,xa,h450,,2010-01-01,,secondary\nx18859,commune,18859,Bắc Lý,phuong,h450,2011-01-01,2020-02-01,,secondary",
        expect![[r#"
                [area-version-gap] vn/areas/units.csv:8: valid_from: giữa hai dòng của x18859 có khoảng trống. Sửa valid_from và valid_to cho nối tiếp nhau.
            "#]],
    ),
    case(
        UNITS,
        "h450,district,450",
        "h450,district,45",
        expect![[r#"
            [area-code-mismatch] vn/areas/units.csv:3: code: mã số 45 không phải mã của cấp district. Sửa cho mã địa bàn, level, code và kind cùng nói một cấp.
        "#]],
    ),
    case(
        UNITS,
        "h450,district,450,Đồng Hới,thanh_pho",
        "h450,commune,450,Đồng Hới,huyen",
        expect![[r#"
            [area-code-mismatch] vn/areas/units.csv:3: code: mã số 450 không phải mã của cấp commune. Sửa cho mã địa bàn, level, code và kind cùng nói một cấp.
            [area-kind-mismatch] vn/areas/units.csv:3: kind: loại huyen không thuộc cấp commune. Sửa cho mã địa bàn, level, code và kind cùng nói một cấp.
            [area-level-mismatch] vn/areas/units.csv:3: level: mã h450 không phải mã của cấp commune. Sửa cho mã địa bàn, level, code và kind cùng nói một cấp.
        "#]],
    ),
    case(
        UNITS,
        "x18862,commune,18862",
        "x18862,commune,",
        expect![[r#"
            [area-code-missing] vn/areas/units.csv:10: code: thiếu mã số. Ghi mã số của cơ quan thống kê.
        "#]],
    ),
    case(
        UNITS,
        "Đồng Mỹ,phuong,h450",
        "Đồng Mỹ,phuong,",
        expect![[r#"
            [area-parent-missing] vn/areas/units.csv:10: parent: thiếu địa bàn cấp trên. Ghi mã địa bàn cấp trên.
        "#]],
    ),
    case(
        UNITS,
        "Đồng Mỹ,phuong,h450",
        "Đồng Mỹ,phuong,h459",
        expect![[r#"
            [area-unknown] vn/areas/units.csv:10: parent: không có địa bàn “h459”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
        "#]],
    ),
    case(
        UNITS,
        "Đồng Mỹ,phuong,h450",
        "Đồng Mỹ,phuong,x18859",
        expect![[r#"
            [area-parent-level] vn/areas/units.csv:10: parent: x18859 không ở cấp trên của x18862. Ghi địa bàn cấp trên.
        "#]],
    ),
    case(
        UNITS,
        "Đồng Thuận,phuong,t44.2025",
        "Đồng Thuận,phuong,t44",
        expect![[r#"
            [area-parent-not-valid] vn/areas/units.csv:9: parent: t44 không tồn tại suốt thời gian của dòng này. Sửa valid_from, valid_to, hoặc tách thành hai dòng với hai địa bàn cấp trên.
        "#]],
    ),
    case(
        UNITS,
        "h450,,2020-02-01,,secondary\nx18859.2020",
        "h450,2021-01-01,2020-02-01,,secondary\nx18859.2020",
        expect![[r#"
            [date-empty-range] vn/areas/units.csv:7: valid_to: khoảng thời gian từ 2021-01-01 đến trước 2020-02-01 không có ngày nào. Ngày kết thúc không tính trong khoảng, nên phải sau ngày bắt đầu.
        "#]],
    ),
    case(
        UNITS,
        "202/2025/QH15",
        "203/2025/QH15",
        expect![[r#"
            [document-unknown] vn/areas/units.csv:5: instrument: không có văn bản số “203/2025/QH15”. Sửa lại mã, hoặc thêm vào vn/documents/.
        "#]],
    ),
    case(
        UNITS,
        "h450,district,450,Đồng Hới,thanh_pho,t44,,2025-07-01,,secondary\nt44,province,44,Quảng Bình,tinh,vn,,2025-07-01,,secondary",
        "t44,province,44,Quảng Bình,tinh,vn,,2025-07-01,,secondary\nh450,district,450,Đồng Hới,thanh_pho,t44,,2025-07-01,,secondary",
        expect![[r#"
                [rows-unsorted] vn/areas/units.csv:4: id: h450 đứng sau t44. Xếp các dòng theo id rồi valid_from.
            "#]],
    ),
];

const BROKEN_SUCCESSIONS: &[Case] = &[
    case(
        SUCCESSIONS,
        "x18862,x18859.2020,merge,1",
        "x18862,x18859.2020,merge,0.5",
        expect![[r#"
                [succession-merge-partial] vn/areas/successions.csv:3: share: x18862 sáp nhập mà chỉ chuyển 0.5. Ghi 1, hoặc đổi kind thành split.
            "#]],
    ),
    case(
        SUCCESSIONS,
        "x18862,x18859.2020,merge,1",
        "x18862,x18859.2020,split,0.5",
        expect![[r#"
                [succession-share-sum] vn/areas/successions.csv:3: share: các phần x18862 chuyển đi vào 2020-02-01 cộng lại là 0.5, phải đúng bằng 1. Sửa các phần chuyển của ngày ấy.
            "#]],
    ),
    case(
        SUCCESSIONS,
        "x18862,x18859.2020,merge,1",
        "x18862,x18859.2020,transfer,1.5",
        expect![[r#"
                [succession-share-range] vn/areas/successions.csv:3: share: phần chuyển 1.5 không nằm trong khoảng trên 0 đến 1. Ghi số trên 0 và không quá 1.
            "#]],
    ),
    case(
        SUCCESSIONS,
        "x18862,x18859.2020,merge,1",
        "x18862,x18859.2020,merge,một",
        expect![[r#"
            [decimal-not-a-decimal] vn/areas/successions.csv:3: share: “một” không phải số thập phân viết với dấu chấm (như 1234.5). Viết số với dấu chấm thập phân, không có dấu ngăn nhóm và số 0 thừa ở đầu.
        "#]],
    ),
    case(
        SUCCESSIONS,
        "2020-02-01,x18862,",
        "2019-02-01,x18862,",
        expect![[r#"
            [succession-giver-lives-on] vn/areas/successions.csv:3: from: x18862 vẫn còn vào 2019-02-01. Ghi valid_to = 2019-02-01 cho x18862, hoặc đổi kind thành transfer.
            [succession-receiver-absent] vn/areas/successions.csv:3: to: x18859.2020 không tồn tại vào 2019-02-01. Sửa ngày, hoặc sửa valid_from của địa bàn nhận.
        "#]],
    ),
    case(
        SUCCESSIONS,
        "2020-02-01,x18862,",
        "2020-03-01,x18862,",
        expect![[r#"
            [succession-giver-absent] vn/areas/successions.csv:3: from: x18862 không tồn tại vào ngày trước 2020-03-01. Sửa ngày, hoặc sửa valid_to của địa bàn giao.
        "#]],
    ),
    case(
        SUCCESSIONS,
        "2020-02-01,x18862,",
        "2020-02-01,x18859,",
        expect![[r#"
            [succession-twice] vn/areas/successions.csv:3: to: x18859 đã chuyển sang x18859.2020 ở một dòng trước. Bỏ một trong hai dòng.
        "#]],
    ),
    case(
        SUCCESSIONS,
        "x18862,x18859.2020",
        "x18862,x18862",
        expect![[r#"
                [succession-to-itself] vn/areas/successions.csv:3: to: x18862 chuyển sang chính nó. Ghi địa bàn khác.
            "#]],
    ),
    case(
        SUCCESSIONS,
        "x18862,x18859.2020",
        "x18862,x18860",
        expect![[r#"
            [area-unknown] vn/areas/successions.csv:3: to: không có địa bàn “x18860”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
        "#]],
    ),
    case(
        SUCCESSIONS,
        "t44,g-cu",
        "t44,t44.2025",
        expect![[r#"
            [group-expected] vn/areas/successions.csv:4: to: t44.2025 không phải nhóm. Ghi mã nhóm, bắt đầu bằng g-.
        "#]],
    ),
    case(
        SUCCESSIONS,
        "2025-07-01,x18859.2020,x18859.2025,merge,1,,,verified",
        "2025-07-01,x18859.2020,x18859.2025,merge,1,,,verified\n2025-07-01,x18859.2020,g-cu,split,0.2,,,verified",
        expect![[r#"
                [succession-share-sum] vn/areas/successions.csv:7: share: các phần x18859.2020 chuyển đi vào 2025-07-01 cộng lại là 1.2, phải đúng bằng 1. Sửa các phần chuyển của ngày ấy.
            "#]],
    ),
];

const BROKEN_GROUPS_AND_TILES: &[Case] = &[
    case(
        UNITS,
        "Tỉnh Quảng Bình cũ,nhom,",
        "Tỉnh Quảng Bình cũ,nhom,x18859.2025",
        expect![[r#"
            [area-containment-cycle] vn/areas/units.csv:2: id: g-cu nằm trong một vòng: nó chứa địa bàn đang chứa nó. Xem lại địa bàn cấp trên, dòng kế thừa và thành viên nhóm của nó.
        "#]],
    ),
    case(
        GROUPS,
        "g-cu,Tỉnh",
        "g-moi,Tỉnh",
        expect![[r#"
                [area-unknown] vn/areas/groups.csv:2: id: không có địa bàn “g-moi”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
                [group-unknown] vn/areas/units.csv:2: id: không có tên của nhóm “g-cu”. Sửa lại mã, hoặc thêm vào vn/areas/groups.csv.
            "#]],
    ),
    case(
        GROUPS,
        "Former Quảng Bình",
        "",
        expect![[r#"
                [translation-missing] vn/areas/groups.csv:2: name_vi: có name_vi mà không có name_en. Viết đủ cả hai thứ tiếng.
            "#]],
    ),
    case(
        GROUPS,
        "Tỉnh Quảng Bình cũ,Former Quảng Bình",
        ",",
        expect![[r#"
                [text-empty] vn/areas/groups.csv:2: name_vi: ô để trống. Ghi bằng cả hai thứ tiếng.
            "#]],
    ),
    case(
        GROUP_MEMBERS,
        "g-cu,x18859.2025",
        "t44,x18859.2025",
        expect![[r#"
            [group-expected] vn/areas/group_members.csv:2: group: t44 không phải nhóm. Ghi mã nhóm, bắt đầu bằng g-.
        "#]],
    ),
    case(
        GROUP_MEMBERS,
        "g-cu,x18859.2025",
        "g-cu,x18859.2025\ng-cu,x18859.2025",
        expect![[r#"
            [group-member-twice] vn/areas/group_members.csv:3: member: x18859.2025 đã là thành viên của g-cu. Bỏ một trong hai dòng.
        "#]],
    ),
    case(GROUP_MEMBERS, "g-cu,x18859.2025", "g-cu,t44.2025\ng-cu,vn", expect![[""]]),
    case(
        GROUP_MEMBERS,
        "g-cu,x18859.2025",
        "g-cu,g-cu2",
        expect![[r#"
            [area-unknown] vn/areas/group_members.csv:2: member: không có địa bàn “g-cu2”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
        "#]],
    ),
    case(
        TILES,
        "x18862,1,0",
        "x18862,0,0",
        expect![[r#"
            [tile-taken] vn/areas/tiles/communes.csv:3: col: ô cột 0 hàng 0 đã có địa bàn khác. Chọn ô khác.
        "#]],
    ),
    case(
        TILES,
        "x18862,1,0",
        "x18859,1,0",
        expect![[r#"
            [id-twice] vn/areas/tiles/communes.csv:3: area: “x18859” đã có ở một mục trước. Đổi mã, hoặc bỏ một trong hai mục.
        "#]],
    ),
    case(
        TILES,
        "x18862,1,0",
        "x18863,1,0",
        expect![[r#"
            [area-unknown] vn/areas/tiles/communes.csv:3: area: không có địa bàn “x18863”. Sửa lại mã, hoặc thêm vào vn/areas/units.csv.
        "#]],
    ),
];
