//! What several commands share: where packs and database are, and the clock and randomness of the
//! real world.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use ansinh_app::{Ambient, App, Instance};
use ansinh_kernel::date::Instant;
use ansinh_kernel::problem::Problems;
use ansinh_packs::Pack;
use ansinh_store::Database;
use anyhow::{Context, anyhow, bail};
use clap::Args;

/// Which database a command works on.
#[derive(Clone, Debug, Args)]
pub(super) struct DatabaseArguments {
    /// Address of the database: sqlite://FILE or postgres://…; the demo's own when left out.
    #[arg(long, env = "ANSINH_DATABASE")]
    database: Option<String>,
    /// Folder that replaces the data files the program carries.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Home folder of the demo.
    #[arg(long, value_name = "DIR", conflicts_with = "database")]
    home: Option<PathBuf>,
}

impl DatabaseArguments {
    /// Opens the installation these arguments mean, which must exist: what reads it makes none.
    pub(super) async fn open_existing(&self) -> anyhow::Result<App> {
        if let Some(url) = self.database.as_deref().filter(|url| !is_there(url)) {
            bail!("không có cơ sở dữ liệu {url}: kiểm tra đường dẫn (no such database)");
        }
        self.open().await
    }

    /// Opens the installation these arguments mean, with the packs that are in force there.
    pub(super) async fn open(&self) -> anyhow::Result<App> {
        let packs = packs(self.data.as_deref())?;
        let (url, instance) = match &self.database {
            Some(url) => (url.clone(), Instance::Live),
            None => {
                let home = demo_home(self.home.clone())?;
                if !is_there(&demo_database(&home)) {
                    bail!(
                        "chưa có bản thử trong {}: chạy “ansinh demo” trước, hoặc chỉ cơ sở dữ liệu bằng --database (no demo here)",
                        home.display()
                    );
                }
                (demo_database(&home), Instance::Demo)
            }
        };
        Ok(App::attach(database(&url).await?, packs, ambient(), instance).await?)
    }
}

/// Whether the file of a SQLite address exists; of other addresses their server tells.
fn is_there(url: &str) -> bool {
    url.strip_prefix("sqlite://").is_none_or(|file| std::path::Path::new(file).exists())
}

/// Opens a database and puts the packs in force.
pub(super) async fn open(url: &str, packs: Arc<Pack>, instance: Instance) -> anyhow::Result<App> {
    Ok(App::install(database(url).await?, packs, ambient(), instance).await?)
}

async fn database(url: &str) -> anyhow::Result<Database> {
    Database::open(url).await.with_context(|| "không mở được cơ sở dữ liệu / cannot open the database")
}

/// The packs of a folder, or those the program carries.
pub(super) fn packs(folder: Option<&std::path::Path>) -> anyhow::Result<Arc<Pack>> {
    let packs = match folder {
        Some(folder) => Pack::from_dir(folder),
        None => Pack::embedded(),
    };
    packs.map(Arc::new).map_err(|problems| anyhow!(listed(&problems)))
}

/// Problems, one a line, with how many there are.
pub(super) fn listed(problems: &Problems) -> String {
    format!("{problems}\n{} lỗi dữ liệu / data problems", problems.len())
}

/// Home folder of the demo: the one named, or one in the user's data folder.
pub(super) fn demo_home(named: Option<PathBuf>) -> anyhow::Result<PathBuf> {
    let default = || dirs::data_dir().map(|folder| folder.join("ansinh").join("demo"));
    named.or_else(default).ok_or_else(|| anyhow!("không tìm thấy thư mục dữ liệu của người dùng: dùng --home DIR"))
}

/// Address of the demo's database in its home.
pub(super) fn demo_database(home: &std::path::Path) -> String {
    format!("sqlite://{}", home.join("ansinh.sqlite").display())
}

/// The real clock and the operating system's randomness.
fn ambient() -> Ambient {
    Ambient::new(now, |bytes| getrandom::fill(bytes).expect("the operating system gives random bytes"))
}

pub(super) fn now() -> Instant {
    let millis = SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is after 1970").as_millis();
    let millis = i64::try_from(millis).expect("milliseconds fit for millions of years");
    Instant::from_unix_millis(millis).expect("the clock is before the year 3000")
}
