//! Words of the page of a collection sheet: typing, pasting, handing in, reviewing, its history.

use super::words;

words! {
    /// The words of a sheet's page.
    SheetWords {
        title: "Phiếu số liệu: {area}, {period}", "Sheet of figures: {area}, {period}";
        asked_by: "Cơ quan yêu cầu", "Asking agency";
        due: "Hạn nộp", "Due";
        state: "Tình trạng", "State";
        round: "Lần", "Round";
        round_correction: "{n} (đính chính)", "{n} (correction)";
        help: "Để trống nơi chưa có số. Viết số kiểu 12.345 hoặc 12345; số lẻ dùng dấu phẩy, ví dụ 12,5. Ghi nháp bất cứ lúc nào, kể cả khi số còn sai; chỉ khi nộp mới cần đúng hết.", "Leave empty what you do not have yet. Write 12345, or 12.345 with dots between thousands; use a comma for decimals, such as 12,5. Save a draft at any time, even with mistakes; only handing in needs everything right.";
        help_locked: "Phiếu đang khóa.", "The sheet is locked.";
        help_returned: "Chỉ những ô có lý do trả lại đang mở để sửa.", "Only the cells with a reason are open.";
        help_review: "Ghi lý do vào ô cần sửa rồi trả lại; hoặc duyệt cả phiếu. Số đã duyệt được công bố ngay.", "Write a reason at each cell that needs correction and return the sheet; or accept all of it. Accepted figures are public at once.";
        table: "Số liệu của phiếu", "Figures of the sheet";
        col_measure: "Số liệu", "Figure";
        col_value: "Số liệu hoặc tử số", "Figure or numerator";
        col_denominator: "Mẫu số", "Denominator";
        col_not_applicable: "Không áp dụng", "Not applicable";
        col_note: "Ghi chú", "Note";
        col_before: "Năm trước", "Year before";
        col_public: "Đang công bố", "Public now";
        col_reason: "Lý do trả lại", "Reason to return";
        value: "Số liệu", "Figure";
        numerator: "Tử số", "Numerator";
        denominator: "Mẫu số", "Denominator";
        answer: "Trả lời", "Answer";
        yes: "có", "yes";
        no: "không", "no";
        not_answered: "chưa trả lời", "not answered";
        not_applicable: "Không áp dụng", "Not applicable";
        note: "Ghi chú", "Note";
        none: "chưa có", "none";
        blank: "để trống", "blank";
        problem: "Cần sửa:", "To correct:";
        warning: "Xem lại:", "Look again:";
        returned_because: "Trả lại vì:", "Returned because:";
        theirs: "Trong lúc bạn nhập, ô này đã được ghi:", "While you were typing, this cell was saved as:";
        mine_or_theirs: "Giữ bản nào?", "Which one stays?";
        keep_mine: "Bản của tôi", "Mine";
        keep_theirs: "Bản đã ghi", "The saved one";
        conflict_title: "Có ô vừa được ghi khác đi; chưa ghi gì thêm", "Some cells were saved differently meanwhile; nothing more was saved";
        conflict_lede: "Ở mỗi ô như vậy, chọn bản muốn giữ rồi bấm ghi hoặc nộp lại.", "At each such cell choose which one stays, then save or hand in again.";
        save: "Ghi nháp", "Save draft";
        submit: "Nộp", "Hand in";
        paste: "Dán từ bảng tính", "Paste from a spreadsheet";
        paste_block: "Khối ô chép từ bảng tính", "Block of cells copied from a spreadsheet";
        paste_hint: "Mỗi dòng một số liệu; các cột lần lượt là số liệu (hoặc tử số), mẫu số, ghi chú. Cột đầu có thể là tên số liệu; nếu không có, các dòng theo đúng thứ tự của phiếu.", "One figure a line; the columns are the figure (or numerator), the denominator and the note. The first column may be the figure's name; otherwise the lines follow the order of the sheet.";
        paste_button: "Xếp vào phiếu và ghi nháp", "Lay into the sheet and save as draft";
        accept: "Duyệt và công bố", "Accept and publish";
        accept_note: "Ghi chú khi duyệt (lưu trong lịch sử số liệu)", "Note on acceptance (kept in the figures' history)";
        send_back: "Trả lại các ô có lý do", "Return the cells with a reason";
        reopen: "Mở lại để đính chính", "Open again for a correction";
        reopen_hint: "Số đang công bố giữ nguyên đến khi bản đính chính được duyệt. Mỗi số sửa phải kèm ghi chú.", "The public figures stay until the correction is accepted. Every changed figure needs a note.";
        own: "Bạn đã nhập hoặc nộp phiếu này nên người khác phải duyệt.", "You typed into this sheet or handed it in, so somebody else has to review it.";
        done_saved: "Đã ghi nháp.", "Draft saved.";
        done_pasted: "Đã xếp khối dán vào phiếu và ghi nháp. Xem lại từng ô rồi nộp.", "The block is laid into the sheet and saved as draft. Check each cell, then hand in.";
        done_submitted: "Đã nộp. Phiếu khóa đến khi được duyệt hoặc trả lại.", "Handed in. The sheet is locked until it is accepted or returned.";
        done_returned: "Đã trả lại. Chỉ các ô có lý do được mở.", "Returned. Only the cells with a reason are open.";
        done_accepted: "Đã duyệt. Số liệu đã công bố.", "Accepted. The figures are public.";
        done_reopened: "Đã mở lại. Sửa số, ghi chú lý do rồi nộp.", "Open again. Correct the figures, note why, then hand in.";
        history: "Lịch sử phiếu", "History of the sheet";
        history_none: "Chưa nộp lần nào.", "Not handed in yet.";
        event_submitted: "đã nộp", "handed in";
        event_returned: "đã trả lại", "returned";
        event_accepted: "đã duyệt", "accepted";
        event_reopened: "đã mở lại để đính chính", "opened again for a correction";
        reason_missing: "Chưa có số liệu", "The figure is missing";
        reason_swapped: "Có thể nhập ngược tử số và mẫu số", "Numerator and denominator may be swapped";
        reason_jump: "Khác xa năm trước mà không giải trình", "Far from the year before, without an explanation";
        reason_sum: "Không khớp với tổng các phần", "Does not match the sum of its parts";
        reason_source: "Không khớp với sổ gốc", "Does not match the original records";
        reason_place: "Có thể là số của địa bàn khác", "May be the figure of another area";

        auto_saved: "Đã tự ghi nháp lúc {time}.", "Draft saved by itself at {time}.";
        auto_failed: "Chưa tự ghi được. Bấm “Ghi nháp” để xem vì sao.", "Could not save by itself. Press “Save draft” to see why.";
        auto_pasted: "Đã dán {n} ô, {skipped} ô không nhận được.", "{n} cells pasted, {skipped} could not be.";
    }
}
