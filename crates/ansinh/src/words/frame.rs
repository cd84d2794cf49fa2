//! Words of the frame around every page and of the components all pages use.

use super::{fill, words};

words! {
    /// The words of the frame and the components.
    Words {
        lang_code: "vi", "en";
        name: "An Sinh", "An Sinh";
        tagline: "Kế hoạch an sinh xã hội, từ điều khoản đến từng con số", "Social protection plans, from the clause to each figure";
        skip: "Đến nội dung chính", "Skip to main content";
        skip_map: "Bỏ qua bản đồ, đến bảng", "Skip the map, go to the table";
        other_lang_code: "en", "vi";
        other_lang: "English", "Tiếng Việt";
        search: "Tìm kiếm", "Search";
        search_for: "Tìm chỉ tiêu, địa bàn, cơ quan", "Find a target, an area, an agency";
        main_menu: "Trình đơn chính", "Main menu";
        you_are_here: "Vị trí trang", "You are here";
        home: "Trang chủ", "Home";
        plan: "Kế hoạch", "Plan";
        targets: "Chỉ tiêu", "Targets";
        areas: "Địa bàn", "Areas";
        agencies: "Cơ quan", "Agencies";
        reports: "Báo cáo", "Reports";
        open_data: "Dữ liệu mở", "Open data";
        desk: "Nơi làm việc", "Desk";
        tasks: "Việc của tôi", "My tasks";
        sign_in: "Đăng nhập", "Sign in";
        sign_out: "Đăng xuất", "Sign out";
        about_page: "Về trang này", "About this page";
        data_version: "Phiên bản dữ liệu", "Data version";
        audit_checkpoint: "Mốc kiểm toán", "Audit checkpoint";
        page_address: "Địa chỉ trang", "Page address";
        open_note: "Trang này không dùng cookie, không theo dõi người đọc.", "This page sets no cookies and does not track its readers.";

        band: "Mức đạt", "Status";

        illustrative: "Số liệu minh họa", "Illustrative figure";
        illustrative_note: "Số này được tạo ra để trình bày phần mềm, không phải số thật.", "This figure was made to show the software. It is not real.";
        verified: "Đã đối chiếu văn bản", "Checked against the text";
        secondary: "Theo nguồn thứ cấp", "From a secondary source";
        unverified: "Chưa kiểm chứng", "Not verified";

        missing: "Chưa có số liệu", "No figure";
        withheld: "Không công bố", "Withheld";
        not_applicable: "Không áp dụng", "Not applicable";
        not_yet_due: "Chưa đến kỳ", "Not yet due";

        download: "Tải về", "Download";
        download_table: "Tải bảng “{table}” dạng {format}", "Download the table “{table}” as {format}";
        scroll_table: "Bảng rộng, cuộn ngang để xem hết", "Wide table, scroll sideways to see all";

        error_in_title: "Lỗi", "Error";
        errors_title: "Có điều cần sửa", "There is a problem";
        error_before: "Lỗi:", "Error:";
        optional: "không bắt buộc", "optional";

        pages: "Các trang", "Pages";
        page_of: "Trang {n} trên {total}", "Page {n} of {total}";
        previous: "Trang trước", "Previous";
        next: "Trang sau", "Next";

        result: "Kết quả", "Result";
        target: "Mục tiêu", "Target";
        baseline: "Năm gốc", "Baseline";
        path: "Lộ trình", "Planned path";
        legend: "Chú giải", "Legend";
    }
}

impl Words {
    /// What the link to a table's file is called where the table is not in sight.
    pub fn download_as(&self, table: &str, format: &str) -> String {
        fill(self.download_table, &[("table", table), ("format", format)])
    }
}
