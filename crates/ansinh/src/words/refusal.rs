//! What the error pages say: what happened, and what the reader can do now. Never what happened inside.

use super::words;

words! {
    /// The words of the error pages.
    RefusalWords {
        code: "Mã lỗi", "Error code";
        go_home: "Về trang chủ", "Go to the home page";
        bad_request: "Máy chủ không hiểu yêu cầu này", "The server does not understand this request";
        bad_request_mend: "Kiểm tra lại địa chỉ, hoặc quay lại trang trước và thử lại.", "Check the address, or go back and try again.";
        not_found: "Không tìm thấy trang", "Page not found";
        not_found_mend: "Kiểm tra lại địa chỉ, tìm bằng ô tìm kiếm ở đầu trang, hoặc bắt đầu từ trang chủ.", "Check the address, use the search box at the top of the page, or start from the home page.";
        conflict: "Đã có người sửa trước bạn", "Someone changed this before you";
        conflict_mend: "Mở lại trang để xem bản mới nhất, rồi nhập phần của bạn vào đó.", "Open the page again to see the latest version, then enter your part there.";
        too_large: "Tệp hoặc biểu mẫu quá lớn", "The file or form is too large";
        too_large_mend: "Chia nhỏ tệp rồi gửi lại từng phần.", "Split the file and send it in parts.";
        form_refused: "Biểu mẫu này không còn hiệu lực", "This form is no longer valid";
        form_refused_mend: "Quay lại trang trước, tải lại trang, kiểm tra những gì đã nhập rồi gửi lại.", "Go back, reload the page, check what you entered and send it again.";
        unprocessable: "Chưa ghi được vì có điều cần sửa", "Not saved, because something needs to be corrected";
        unprocessable_mend: "Quay lại trang trước, sửa những chỗ được chỉ ra rồi gửi lại.", "Go back, correct what is pointed out and send it again.";
        too_many: "Quá nhiều yêu cầu trong thời gian ngắn", "Too many requests in a short time";
        too_many_mend: "Đợi một phút rồi thử lại.", "Wait a minute and try again.";
        internal: "Máy chủ gặp lỗi", "The server met an error";
        internal_mend: "Điều bạn vừa gửi có thể chưa được ghi. Thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị kèm mã lỗi.", "What you just sent may not have been saved. Try again in a few minutes; if it fails again, tell the administrator the error code.";
        unavailable: "Hệ thống tạm dừng nhận yêu cầu", "The system is not taking requests for a moment";
        unavailable_mend: "Thử lại sau ít phút. Những gì đã ghi vẫn còn nguyên.", "Try again in a few minutes. What was saved before is safe.";
    }
}
