//! Words of targets and their rules: what each kind of promise asks, and how it is judged.

use super::words;

words! {
    /// Words of targets and their rules.
    RuleWords {
        each_year: "{asked}, mỗi năm", "{asked}, each year";
        in_all: "{asked} trong {first}–{last}, bình quân {yearly} mỗi năm", "{asked} in {first}–{last}, {yearly} a year";
        from_to: "từ {low} đến {high}", "from {low} to {high}";
        fall: "mỗi năm giảm {low}–{high} điểm %", "a fall each year of {low}–{high} points";
        points: "điểm %", "points";
        not_above: "không cao hơn mức của {area}", "not above the level of {area}";
        below: "thấp hơn mức của {area}", "below the level of {area}";
        not_below: "không thấp hơn mức của {area}", "not below the level of {area}";
        above: "cao hơn mức của {area}", "above the level of {area}";
        nation: "cả nước", "the nation";
        about: "khoảng {value} (±{tolerance}%)", "about {value} (±{tolerance}%)";
        every_yes: "mọi xã, phường, thị trấn đều có", "every commune: yes";
        every_no: "không còn ở xã, phường, thị trấn nào", "in no commune any more";
        no_figure: "không nêu con số", "no figure named";

        level: "Một mức phải đạt vào năm hạn; trước đó so với đường thẳng từ năm gốc đến năm hạn.", "A level to reach by the deadline; before it, against the straight line from base to deadline.";
        limit: "Một giới hạn phải giữ mỗi năm; không có lộ trình.", "A limit to keep every year; there is no path.";
        cumulative: "Cộng số của từng năm; so với tổng kế hoạch đến năm đó.", "Years are added up and compared with the planned sum so far.";
        range: "Đạt từ mức thấp; mức cao là phấn đấu thêm.", "Met from the low end; the high end is the stretch.";
        yearly_fall: "Xét mức giảm từng năm và mức giảm bình quân cả kỳ, tính bằng điểm phần trăm.", "The fall of each year and the mean fall of the period, in percentage points.";
        relative: "So với nơi khác theo cùng cách đo và cùng năm.", "Compared with another area by the same measure in the same year.";
        count: "Đếm những gì đã có vào năm hạn.", "Counts what exists at the deadline.";
        approximate: "Đạt khi đủ gần con số, theo mức lệch cho phép.", "Met when near enough to the number, by the tolerance.";
        every_area: "Mỗi xã trả lời có hoặc không; đạt khi mọi xã trả lời như kế hoạch muốn. Cột “thực tế” là tỷ lệ xã trả lời như vậy.", "Each commune answers yes or no; met when all answer as the plan wants. The column “actual” is the share that answers so.";
        share_no_figure: "Kế hoạch không nêu con số nên chỉ xem hướng thay đổi, không chấm.", "The plan names no figure, so only the direction is shown and nothing is judged.";

        unknown_area: "không có đơn vị này trong dữ liệu", "the area is not in the data";
        no_units: "khi đó không có đơn vị nào trên đất này", "no unit of that time lies in it";
        part_of_unit: "khi đó chỉ là một phần của {area}", "it was only a part of {area} then";
        split_unit: "{area} chỉ nằm một phần trong đó", "{area} lies only partly in it";
        part_without_units: "chưa có danh sách đơn vị khi đó của {area}", "the units of {area} at that time are not on record";
    }
}
