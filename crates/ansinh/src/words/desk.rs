//! Words of the desk that all its pages share: signing in, states, deadlines, forms that were stopped.

use super::words;

words! {
    /// The words of the desk.
    DeskWords {
        sign_in_title: "Đăng nhập nơi làm việc", "Sign in to the desk";
        sign_in_lede: "Dành cho cán bộ nhập, duyệt và theo dõi số liệu.", "For officials who enter, review and follow figures.";
        username: "Tên đăng nhập", "Username";
        password: "Mật khẩu", "Password";
        code: "Mã xác thực", "One-time code";
        code_hint: "6 chữ số trong ứng dụng xác thực. Để trống nếu tài khoản không dùng.", "6 digits from your authenticator app. Leave empty if your account has none.";
        too_many: "Đã thử sai nhiều lần. Đợi ít phút rồi thử lại.", "Too many failed attempts. Wait a few minutes and try again.";
        signed_out: "Đã đăng xuất.", "You have signed out.";
        signed_out_everywhere: "Đã kết thúc mọi phiên làm việc của bạn.", "All your sessions have ended.";
        password_changed: "Đã đổi mật khẩu. Đăng nhập lại bằng mật khẩu mới.", "Your password has changed. Sign in with the new one.";
        session_needed: "Phiên làm việc đã hết. Đăng nhập để quay lại đúng trang vừa mở.", "Your session has ended. Sign in to return to the page you were on.";

        menu_work: "Việc của tôi", "My tasks";
        menu_overview: "Toàn cảnh", "Overview";
        menu_accounts: "Tài khoản", "Accounts";
        menu_audit: "Kiểm toán", "Audit";
        menu_me: "Tài khoản của tôi", "My account";

        role_administrator: "Quản trị", "Administrator";
        role_leader: "Lãnh đạo", "Leader";
        role_reviewer: "Người duyệt", "Reviewer";
        role_officer: "Cán bộ nhập liệu", "Officer";
        role_supervisor: "Giám sát", "Supervisor";

        kept_session: "Phiên làm việc đã hết, những gì bạn nhập vẫn còn ở đây", "Your session has ended; what you typed is still here";
        kept_session_mend: "Đừng đóng trang này. Mở trang đăng nhập ở thẻ khác, đăng nhập, rồi quay lại đây bấm “Gửi lại”.", "Keep this page open. Sign in on another tab, then come back and press “Send again”.";
        kept_session_link: "Mở trang đăng nhập ở thẻ mới", "Open the sign-in page in a new tab";
        kept_foreign: "Biểu mẫu này không thuộc phiên làm việc hiện tại", "This form does not belong to your current session";
        kept_foreign_mend: "Có thể bạn vừa đăng nhập lại. Xem lại nội dung bên dưới; nếu đúng là của bạn thì bấm “Gửi lại”. Nếu bạn không gửi biểu mẫu này, hãy bỏ qua: chưa có gì được ghi.", "You may have just signed in again. Check the content below; if it is yours, press “Send again”. If you did not send this form, leave: nothing was saved.";
        kept_other: "Biểu mẫu này đã được gửi một lần với nội dung khác", "This form was already sent with other content";
        kept_other_mend: "Lần gửi trước đã được ghi; lần này chưa. Xem lại nội dung bên dưới, bấm “Gửi lại” nếu muốn ghi nội dung này.", "The earlier content was saved; this was not. Check the content below and press “Send again” if you want to save it.";
        kept_moved: "Trong lúc bạn nhập, phiếu đã đổi trạng thái", "While you were typing, the sheet changed its state";
        kept_moved_mend: "Chưa có gì được ghi. Mở lại trang để xem tình trạng hiện tại; nội dung bạn nhập còn ở bên dưới để chép lại.", "Nothing was saved. Open the page again to see how it stands now; what you typed is below so that you can copy it.";
        kept_refused: "Vai trò của bạn không được làm việc này", "Your role may not do this";
        kept_refused_mend: "Chưa có gì được ghi. Nếu bạn cần làm việc này, đề nghị người quản trị cấp quyền.", "Nothing was saved. If you need to do this, ask the administrator for the right.";
        kept_unsaved: "Máy chủ chưa ghi được", "The server could not save it";
        kept_unsaved_mend: "Những gì bạn nhập vẫn còn ở đây. Đợi ít phút rồi bấm “Gửi lại”; nếu lần trước đã được ghi thì lần này không ghi thêm gì.", "What you typed is still here. Wait a few minutes and press “Send again”; if it was saved before, nothing is saved twice.";
        kept_missing: "Không tìm thấy nơi nhận biểu mẫu này", "There is nothing here to receive this form";
        kept_missing_mend: "Chưa có gì được ghi. Kiểm tra lại địa chỉ; nội dung bạn nhập còn ở bên dưới để chép lại.", "Nothing was saved. Check the address; what you typed is below so that you can copy it.";
        kept_rules: "Chưa ghi được", "Not saved";
        kept_typed: "Những gì bạn đã nhập", "What you typed";
        kept_open_again: "Mở lại trang", "Open the page again";
        kept_send: "Gửi lại", "Send again";
        not_allowed: "Vai trò của bạn không xem được trang này", "Your role may not see this page";
        not_allowed_mend: "Quay lại việc của tôi, hoặc đề nghị người quản trị cấp quyền.", "Go back to your tasks, or ask the administrator for the right.";

        state_none: "Chưa nhập", "Not started";
        state_draft: "Đang nhập", "Draft";
        state_submitted: "Chờ duyệt", "Waiting for review";
        state_returned: "Bị trả lại", "Returned";
        state_accepted: "Đã duyệt", "Accepted";

        late: "Trễ {n} ngày", "{n} days late";
        due_today: "Hạn hôm nay", "Due today";
        due_in: "Còn {n} ngày", "{n} days left";
        opens: "Mở từ {date}", "Opens on {date}";
        complete: "Đã đủ", "Complete";
        progress: "{n} trên {total} số liệu", "{n} of {total} figures";

        work_title: "Việc của tôi", "My tasks";
        work_returned: "Phiếu bị trả lại cho bạn", "Sheets returned to you";
        work_review: "Phiếu chờ bạn duyệt", "Sheets waiting for your review";
        work_asked: "Số liệu được yêu cầu", "Figures asked for";
        work_since: "từ {date}", "since {date}";
        work_nothing: "Không có việc nào phù hợp.", "Nothing matches.";
        work_none: "Vai trò của bạn không có phiếu số liệu. Dùng trình đơn ở trên để đến phần việc của bạn.", "Your role has no sheets of figures. Use the menu above for your work.";
        filter: "Lọc danh sách", "Filter the list";
        filter_year: "Năm", "Year";
        filter_agency: "Cơ quan yêu cầu", "Asking agency";
        filter_all: "Tất cả", "All";
        filter_late: "Chỉ việc đã trễ", "Only what is late";
        filter_apply: "Lọc", "Filter";
        filter_search: "Tìm (có dấu hay không dấu)", "Search (diacritics optional)";
        filter_state: "Tình trạng phiếu", "Sheet";
        col_period: "Kỳ", "Period";
        col_agency: "Cơ quan yêu cầu", "Asking agency";
        col_asked_of: "Nơi báo cáo", "Reported by";
        col_due: "Hạn nộp", "Due";
        col_progress: "Tiến độ", "Progress";
        col_area: "Địa bàn", "Area";
        col_asked: "Số liệu được hỏi", "Figures asked";
        col_stated: "Số liệu đã có", "Figures there";
        standing: "Tình trạng hạn", "Standing";
        col_state: "Tình trạng phiếu", "Sheet";
        reporters: "{n} nơi ({level}) thuộc {area}", "{n} areas ({level}) in {area}";

        asked_title: "{agency}, {period}", "{agency}, {period}";
        asked_lede: "Nơi báo cáo thuộc {area}, nơi còn thiếu nhiều xếp trước.", "Reporting areas in {area}; those that lack most come first.";
        asked_search: "Tìm địa bàn (gõ có dấu hay không dấu đều được)", "Find an area (with or without diacritics)";
        asked_find: "Tìm", "Find";
        asked_found: "{n} nơi báo cáo", "{n} reporting areas";
        asked_table: "Tình hình báo cáo theo địa bàn", "Progress of each area";
    }
}

#[cfg(test)]
mod tests {
    use super::DeskWords;
    use ansinh_kernel::lang::Lang;

    #[test]
    fn what_stops_a_form_always_says_what_was_saved() {
        for lang in Lang::ALL {
            let w = DeskWords::of(*lang);
            let saved = lang.pick("được ghi", "saved");
            for mend in [
                w.kept_foreign_mend,
                w.kept_other_mend,
                w.kept_moved_mend,
                w.kept_refused_mend,
                w.kept_missing_mend,
                w.kept_unsaved_mend,
            ] {
                assert!(mend.contains(saved), "{mend}");
            }
        }
    }
}
