//! `ansinh user add`: makes the first accounts of an installation. `ansinh user code`: a one-time
//! code of a secret, for a demo or for somebody without an authenticator at hand.

use std::process::ExitCode;

use ansinh_app::account::{NewAccount, NewGrant, otpauth_address};
use ansinh_kernel::area::AreaId;
use ansinh_kernel::id::AgencyId;
use ansinh_store::account::Role;
use anyhow::{Context, anyhow};
use clap::Subcommand;

use super::open::DatabaseArguments;

/// Accounts of officials.
#[derive(Debug, Subcommand)]
pub(super) enum User {
    /// Make an account; its password (and second factor, where the role decides) is printed once.
    Add {
        #[command(flatten)]
        database: DatabaseArguments,
        /// Name to sign in with: lower-case letters without diacritics, digits, dots.
        #[arg(long)]
        username: String,
        /// Name shown in the desk.
        #[arg(long)]
        name: String,
        /// administrator, leader, reviewer, officer or supervisor.
        #[arg(long)]
        role: String,
        /// Area: this one and everything in it, e.g. t44.2025 or x19207.2025.
        #[arg(long)]
        area: String,
        /// Agency, when the account works for one, e.g. so-y-te.
        #[arg(long)]
        agency: Option<String>,
    },
    /// Print the one-time code of a secret for this half minute.
    Code {
        /// The base32 secret that was printed when the account was made.
        secret: String,
    },
}

impl User {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        match self {
            Self::Add { database, username, name, role, area, agency } => {
                let role: Role = role.parse().map_err(|()| {
                    anyhow!("vai trò không có: dùng administrator, leader, reviewer, officer hoặc supervisor")
                })?;
                let agency: Option<AgencyId> =
                    agency.map(|id| id.parse()).transpose().context("--agency, ví dụ so-y-te")?;
                let area: AreaId = area.parse().context("--area, ví dụ t44.2025 hoặc x19207.2025")?;
                let app = database.open().await?;
                let new = NewAccount { username, display_name: name, grant: NewGrant { role, agency, area } };
                let made = app.add_account_as_operator(&new).await?;
                app.close().await;
                println!("Tên đăng nhập: {}\nMật khẩu: {}", made.username, made.password);
                if let Some(secret) = made.totp_secret {
                    println!("Mã bí mật xác thực hai bước: {secret}\n{}", otpauth_address(&made.username, &secret));
                }
            }
            Self::Code { secret } => println!("{}", ansinh_app::account::code_now(&secret, super::open::now())?),
        }
        Ok(ExitCode::SUCCESS)
    }
}
