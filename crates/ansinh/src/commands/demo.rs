//! `ansinh demo`: everything one needs to try the program: a home folder with a database, the plan,
//! the published figures, labelled illustrative figures, one account for each role, and the address.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use ansinh_app::Instance;
use anyhow::{Context, bail};
use clap::Args;
use indicatif::ProgressBar;

use super::{demo_accounts, open, serve};

/// Start a demo with the plan, published figures and labelled illustrative figures.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Address to listen on; only this machine unless told otherwise.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Folder of the demo; in the user's data folder when left out.
    #[arg(long, value_name = "DIR")]
    home: Option<PathBuf>,
    /// Begin anew: the old demo in the home folder is removed first.
    #[arg(long)]
    fresh: bool,
    /// Seed of the illustrative figures: the same seed gives the same figures.
    #[arg(long, default_value_t = 2016)]
    seed: u64,
    /// Prepare the home folder and stop.
    #[arg(long)]
    prepare: bool,
}

/// Files a demo makes in its home; nothing else there is ever touched.
const FILES: [&str; 4] = ["ansinh.sqlite", "ansinh.sqlite-wal", "ansinh.sqlite-shm", demo_accounts::FILE];

impl Demo {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        serve::log_to_standard_error();
        let home = open::demo_home(self.home)?;
        std::fs::create_dir_all(&home).with_context(|| format!("không tạo được thư mục {}", home.display()))?;
        if self.fresh {
            remove(&home)?;
        }
        // The address is taken first: a demo that runs already keeps its files to itself.
        let listener = if self.prepare { None } else { Some(serve::listen(self.listen).await?) };
        let app = prepare(&home, self.seed).await?;
        let accounts = std::fs::read_to_string(home.join(demo_accounts::FILE)).unwrap_or_default();
        let Some(listener) = listener else {
            app.close().await;
            return Ok(ExitCode::SUCCESS);
        };
        println!(
            "{accounts}\nThư mục của bản thử: {}\nAn Sinh: http://{}\n(Ctrl+C để dừng)",
            home.display(),
            listener.local_addr()?
        );
        if !self.listen.ip().is_loopback() {
            println!("Chú ý: địa chỉ này mở ra ngoài máy, và chỉ dùng http. (This address is open to other machines.)");
        }
        serve::serve(app, listener, crate::http::Scheme::Http).await?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn prepare(home: &Path, seed: u64) -> anyhow::Result<ansinh_app::App> {
    let known = home.join(demo_accounts::FILE).exists();
    let spinner = if known { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
    spinner.enable_steady_tick(Duration::from_millis(120));
    spinner.set_message("Đang nạp kế hoạch và số liệu đã công bố…");
    let app = open::open(&open::demo_database(home), open::packs(None)?, Instance::Demo).await?;
    spinner.set_message("Đang sinh số liệu minh họa…");
    app.illustrate(seed).await?;
    if !known {
        spinner.set_message("Đang tạo tài khoản…");
        demo_accounts::make(&app, home).await?;
    }
    spinner.finish_and_clear();
    Ok(app)
}

fn remove(home: &Path) -> anyhow::Result<()> {
    for file in FILES {
        let path = home.join(file);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                bail!("không xóa được {}: {error}", path.display())
            }
            _ => {}
        }
    }
    Ok(())
}
