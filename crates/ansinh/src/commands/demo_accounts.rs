//! Accounts of the demo: one for each role, with random secrets, written once into the home folder
//! in a file that only its owner can read.

use std::fmt::Write as _;
use std::path::Path;

use ansinh_app::App;
use ansinh_app::account::{Credentials, NewAccount, NewGrant, otpauth_address};
use ansinh_store::account::Role;
use anyhow::Context;

/// File in the home that lists the accounts.
pub(super) const FILE: &str = "accounts.txt";

/// The province of today, which holds the former one.
const PROVINCE: &str = "t44.2025";
/// The commune whose officer the demo has: it was made of three communes of 2016.
const COMMUNE: &str = "x19207.2025";

/// Makes the accounts and writes the file.
pub(super) async fn make(app: &App, home: &Path) -> anyhow::Result<()> {
    let mut text = String::from("Tài khoản của bản thử (demo accounts):\n");
    for (username, name, role, agency, area) in accounts(app) {
        let grant = NewGrant { role, agency: agency.map(|id| id.parse()).transpose()?, area: area.parse()? };
        let new = NewAccount { username, display_name: name, grant };
        let made = app.add_account_as_operator(&new).await?;
        line(&mut text, &new.display_name, &made);
    }
    text.push_str("Mã xác thực hai bước hiện tại của một mã bí mật: ansinh user code MÃ_BÍ_MẬT\n");
    write_private(&home.join(FILE), &text).with_context(|| format!("không ghi được {FILE}"))
}

type Account = (String, String, Role, Option<String>, &'static str);

/// One account for each role; a reviewer and an officer for each agency that asks for figures.
fn accounts(app: &App) -> Vec<Account> {
    let plain = |username: &str, name: &str, role, area| (username.to_owned(), name.to_owned(), role, None, area);
    let mut accounts = vec![
        plain("quan-tri", "Quản trị hệ thống", Role::Administrator, PROVINCE),
        plain("lanh-dao", "Lãnh đạo tỉnh", Role::Leader, PROVINCE),
        plain("giam-sat", "Giám sát của Mặt trận", Role::Supervisor, PROVINCE),
        plain("can-bo-xa", "Cán bộ xã Quảng Ninh", Role::Officer, COMMUNE),
    ];
    for agency in app.agencies_that_ask() {
        let name = app.packs().agencies.label_on(&agency, app.today(), ansinh_kernel::lang::Lang::Vi).to_owned();
        accounts.push((
            format!("duyet.{agency}"),
            format!("Người duyệt, {name}"),
            Role::Reviewer,
            Some(agency.to_string()),
            PROVINCE,
        ));
        accounts.push((
            format!("nhap.{agency}"),
            format!("Cán bộ nhập liệu, {name}"),
            Role::Officer,
            Some(agency.to_string()),
            PROVINCE,
        ));
    }
    accounts
}

fn line(text: &mut String, name: &str, made: &Credentials) {
    // Writing into a String cannot fail.
    let _ = writeln!(text, "  {:<24} {}  {name}", made.username, made.password);
    if let Some(secret) = &made.totp_secret {
        let _ =
            writeln!(text, "  {:<24} mã bí mật {secret}\n  {:<24} {}", "", "", otpauth_address(&made.username, secret));
    }
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)?.write_all(text.as_bytes())
}
