//! `ansinh import`: figures of a CSV file into the database. The whole file is checked first and its problems told;
//! then it is written in batches, one transaction each, with one line printed once a batch is safe on disk. Broken
//! off, it is simply started again: rows that are written already change nothing.

use std::fs::File;
use std::path::PathBuf;
use std::process::ExitCode;

use ansinh_app::import::{Imported, Row};
use ansinh_app::{App, AppError};
use ansinh_kernel::problem::{Problem, Problems};
use anyhow::Context;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::import_table::Table;
use super::open::DatabaseArguments;

/// What the help says of rows without a figure; the words are those of [`ansinh_app::import::STATE_WORDS`].
const ABOUT_STATES: &str = "\
A row with a figure leaves the column state blank. A row without one says why, with or without diacritics:
  không áp dụng, not applicable
      no figure can exist there
  chưa có số liệu, không có số liệu, no data, missing
      there should be one; the column note says why there is none";

/// Import figures from a CSV file.
#[derive(Debug, Args)]
#[command(after_help = ABOUT_STATES)]
pub(super) struct Import {
    /// CSV file in UTF-8 with the columns measure, area, period, breakdown, value, numerator, denominator, state, note.
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseArguments,
    /// Rows that are written together: all of them or none.
    #[arg(long, value_name = "ROWS", default_value = "1000", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    batch: u32,
    /// Why the figures are accepted, in words that people may read; names the file when left out.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Print one JSON object a line.
    #[arg(long)]
    json: bool,
}

/// After so many problems the rest of the file is not checked: a wrong column gives one for each row.
const MOST_PROBLEMS: usize = 200;

impl Import {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let app = self.database.open().await?;
        let outcome = self.check_and_write(&app).await;
        app.close().await;
        match outcome? {
            Ok(()) => Ok(ExitCode::SUCCESS),
            Err(problems) => {
                self.print_problems(problems);
                Ok(ExitCode::FAILURE)
            }
        }
    }

    async fn check_and_write(&self, app: &App) -> anyhow::Result<Result<(), Problems>> {
        match self.check(app)? {
            Ok(()) => self.write(app).await,
            problems => Ok(problems),
        }
    }

    /// Reads the whole file once and writes nothing.
    fn check(&self, app: &App) -> anyhow::Result<Result<(), Problems>> {
        let (file, bar) = self.file("Đang kiểm tra")?;
        let mut table = match Table::new(file) {
            Ok(table) => table,
            Err(problems) => return Ok(Err(problems)),
        };
        let mut problems = Problems::new();
        while let Some(rows) = table.next_rows(self.rows_in_batch()?, &mut problems) {
            problems.extend(app.check_rows(&rows).err().unwrap_or_default());
            bar.set_position(table.bytes_read());
            if problems.len() >= MOST_PROBLEMS {
                break;
            }
        }
        bar.finish_and_clear();
        problems.sort_by_place();
        Ok(problems.into_result(()))
    }

    /// Writes batch after batch, and stops at the first that is refused.
    async fn write(&self, app: &App) -> anyhow::Result<Result<(), Problems>> {
        let (file, bar) = self.file("Đang ghi")?;
        let mut table = match Table::new(file) {
            Ok(table) => table,
            Err(problems) => return Ok(Err(problems)),
        };
        let (mut problems, mut batches, mut total) = (Problems::new(), 0, Imported::default());
        while let Some(rows) = table.next_rows(self.rows_in_batch()?, &mut problems) {
            if !problems.is_empty() {
                return Ok(Err(problems));
            }
            let imported = match app.import_rows(&self.reason(), &rows).await {
                Err(AppError::Problems(found)) => return Ok(Err(found)),
                other => other?,
            };
            batches += 1;
            total =
                Imported { written: total.written + imported.written, unchanged: total.unchanged + imported.unchanged };
            bar.suspend(|| self.print_batch(batches, &rows, imported));
            bar.set_position(table.bytes_read());
        }
        bar.finish_and_clear();
        self.print_total(batches, total);
        Ok(Ok(()))
    }

    fn file(&self, doing: &'static str) -> anyhow::Result<(File, ProgressBar)> {
        let refused = || format!("không đọc được {}", self.file.display());
        let file = File::open(&self.file).with_context(refused)?;
        let length = file.metadata().with_context(refused)?.len();
        let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} %, còn {eta}")?;
        Ok((file, ProgressBar::new(length).with_style(style).with_message(doing)))
    }

    fn rows_in_batch(&self) -> anyhow::Result<usize> {
        Ok(usize::try_from(self.batch)?)
    }

    fn file_name(&self) -> String {
        self.file.file_name().unwrap_or(self.file.as_os_str()).to_string_lossy().into_owned()
    }

    fn reason(&self) -> String {
        self.reason.clone().unwrap_or_else(|| format!("Nhập từ tệp {}", self.file_name()))
    }

    fn print_batch(&self, number: usize, rows: &[Row], Imported { written, unchanged }: Imported) {
        let (first, last) = (rows.first().map_or(0, |row| row.line), rows.last().map_or(0, |row| row.line));
        if self.json {
            println!(
                "{}",
                serde_json::json!({ "batch": number, "first_line": first, "last_line": last, "written": written, "unchanged": unchanged })
            );
        } else {
            println!("Lô {number}, dòng {first}–{last}: ghi {written}, không đổi {unchanged}");
        }
    }

    fn print_total(&self, batches: usize, Imported { written, unchanged }: Imported) {
        if self.json {
            println!("{}", serde_json::json!({ "batches": batches, "written": written, "unchanged": unchanged }));
        } else {
            println!("Xong {batches} lô: ghi {written}, không đổi {unchanged}");
        }
    }

    fn print_problems(&self, problems: Problems) {
        let in_file = |mut problem: Problem| {
            problem.place.file = Some(self.file_name());
            problem
        };
        let problems: Problems = problems.into_iter().map(in_file).collect();
        if self.json {
            println!("{}", serde_json::json!({ "problems": problems }));
            return;
        }
        for problem in problems.iter() {
            println!("{problem} [{}]", problem.code);
        }
        if problems.len() >= MOST_PROBLEMS {
            println!("Dừng kiểm tra sau {MOST_PROBLEMS} lỗi (stopped checking here)");
        }
    }
}
