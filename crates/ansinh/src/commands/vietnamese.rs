//! Vietnamese help of every command and option: `/ansinh/serve` is the command, `/ansinh/serve?listen` its option.

const DATABASE: &str = "Địa chỉ cơ sở dữ liệu: sqlite://TỆP hoặc postgres://…; bỏ trống là của bản thử";
const DATA: &str = "Thư mục thay cho dữ liệu mà chương trình mang sẵn";
const HOME: &str = "Thư mục của bản thử";

/// What the help of an import says of rows without a figure.
const ABOUT_STATES: &str = "\
Dòng có số liệu thì để trống cột state. Dòng không có thì nói vì sao, có dấu hay không dấu đều được:
  không áp dụng, not applicable
      ở đó không thể có số liệu
  chưa có số liệu, không có số liệu, no data, missing
      lẽ ra phải có; cột note nói vì sao chưa có";

/// Place and text; `/ansinh/import+after` is what stands below the options.
pub(super) const TEXTS: &[(&str, &str)] = &[
    ("/ansinh", "Chính sách xã hội của một tỉnh, từ văn bản luật đến từng hộ dân rồi trở lại báo cáo"),
    ("/ansinh/demo", "Mở bản thử có sẵn kế hoạch, số liệu đã công bố và số liệu minh họa ghi rõ nhãn"),
    ("/ansinh/demo?listen", "Địa chỉ phục vụ; mặc định chỉ máy này vào được"),
    ("/ansinh/demo?home", "Thư mục của bản thử; bỏ trống là trong thư mục dữ liệu của người dùng"),
    ("/ansinh/demo?fresh", "Làm lại từ đầu: xóa bản thử cũ trong thư mục đó trước"),
    ("/ansinh/demo?seed", "Mầm của số liệu minh họa: cùng mầm thì cùng số liệu"),
    ("/ansinh/demo?prepare", "Chuẩn bị thư mục rồi dừng"),
    ("/ansinh/serve", "Phục vụ một hệ thống thật"),
    ("/ansinh/serve?database", "Địa chỉ cơ sở dữ liệu: sqlite://TỆP hoặc postgres://người@máy/tên"),
    ("/ansinh/serve?listen", "Địa chỉ phục vụ; ra ngoài máy thì đặt sau một máy chủ TLS"),
    ("/ansinh/serve?https", "Phía trước có máy chủ TLS: cookie chỉ dùng cho https"),
    ("/ansinh/serve?data", DATA),
    ("/ansinh/data", "Tệp dữ liệu"),
    ("/ansinh/data/check", "Kiểm tra thư mục dữ liệu; mã thoát 1 khi có lỗi"),
    ("/ansinh/data/check?data", "Thư mục cần kiểm tra, thay cho dữ liệu mang sẵn"),
    ("/ansinh/data/check?json", "In các lỗi dạng JSON"),
    ("/ansinh/import", "Nhập số liệu từ tệp CSV"),
    (
        "/ansinh/import?file",
        "Tệp CSV (UTF-8) có các cột measure, area, period, breakdown, value, numerator, denominator, state, note",
    ),
    ("/ansinh/import+after", ABOUT_STATES),
    ("/ansinh/import?database", DATABASE),
    ("/ansinh/import?data", DATA),
    ("/ansinh/import?home", HOME),
    ("/ansinh/import?batch", "Số dòng ghi cùng một lần: ghi cả hoặc không ghi dòng nào"),
    ("/ansinh/import?reason", "Vì sao số liệu được duyệt, bằng lời ai cũng đọc được; bỏ trống là tên tệp"),
    ("/ansinh/import?json", "In mỗi dòng một đối tượng JSON"),
    ("/ansinh/user", "Tài khoản của cán bộ"),
    ("/ansinh/user/add", "Tạo tài khoản; mật khẩu (và mã bí mật, nếu vai trò cần) chỉ in ra một lần"),
    ("/ansinh/user/add?database", DATABASE),
    ("/ansinh/user/add?data", DATA),
    ("/ansinh/user/add?home", HOME),
    ("/ansinh/user/add?username", "Tên đăng nhập: chữ thường không dấu, chữ số, dấu chấm"),
    ("/ansinh/user/add?name", "Họ tên hiện ở nơi làm việc"),
    (
        "/ansinh/user/add?role",
        "administrator (quản trị), leader (lãnh đạo), reviewer (duyệt), officer (nhập liệu) hoặc supervisor (giám sát)",
    ),
    ("/ansinh/user/add?area", "Địa bàn: nơi này và mọi nơi trong đó, ví dụ t44.2025 hoặc x19207.2025"),
    ("/ansinh/user/add?agency", "Cơ quan, khi tài khoản làm việc cho một cơ quan, ví dụ so-y-te"),
    ("/ansinh/user/code", "In mã xác thực của một mã bí mật cho nửa phút này"),
    ("/ansinh/user/code?secret", "Mã bí mật base32 đã in khi tạo tài khoản"),
    ("/ansinh/audit", "Chuỗi kiểm toán"),
    ("/ansinh/audit/verify", "Kiểm tra chuỗi, các dòng và các tổng; mã thoát 1 khi có gì không khớp"),
    ("/ansinh/audit/verify?database", DATABASE),
    ("/ansinh/audit/verify?data", DATA),
    ("/ansinh/audit/verify?home", HOME),
    ("/ansinh/audit/verify?json", "In kết quả dạng JSON"),
];
