//! `ansinh audit verify`: re-hashes the chain and every row it speaks of, and recomputes the sums.

use std::process::ExitCode;
use std::time::Duration;

use ansinh_app::audit::Report;
use ansinh_store::audit::{Fault, Finding};
use clap::Subcommand;
use indicatif::ProgressBar;

use super::open::DatabaseArguments;

/// The audit chain.
#[derive(Debug, Subcommand)]
pub(super) enum Audit {
    /// Verify chain, rows and sums; exit code 1 when anything does not fit.
    Verify {
        #[command(flatten)]
        database: DatabaseArguments,
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
    },
}

impl Audit {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let Self::Verify { database, json } = self;
        let app = database.open_existing().await?;
        let spinner = ProgressBar::new_spinner().with_message("Đang kiểm tra chuỗi kiểm toán…");
        spinner.enable_steady_tick(Duration::from_millis(120));
        let report = app.verify().await;
        spinner.finish_and_clear();
        let (report, checkpoint) = (report?, app.checkpoint().await?);
        if json {
            print_json(&report, &checkpoint.hash)
        } else {
            print_text(&report, &checkpoint.hash)
        }
        app.close().await;
        Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn print_text(report: &Report, checkpoint: &str) {
    let chain = &report.chain;
    println!(
        "Bút toán kiểm toán: {}; dòng và lô đã đối chiếu: {}; số liệu: {}; tổng đã tính lại: {}",
        chain.entries, chain.subjects, chain.observations, report.sums
    );
    for Finding { seq, kind, subject, fault } in &chain.findings {
        let entry = seq.map_or("không có bút toán".to_owned(), |seq| format!("bút toán {seq}"));
        println!("SAI {entry}: {kind} {subject}: {}", words(*fault));
    }
    for wrong in &report.wrong_sums {
        println!("SAI tổng: {} {} {} {}", wrong.slice.measure, wrong.slice.origin, wrong.period, wrong.area);
    }
    if report.is_clean() {
        println!("Nguyên vẹn. Điểm chốt: {checkpoint}");
    }
}

fn words(fault: Fault) -> &'static str {
    match fault {
        Fault::EntryChanged => "bút toán đã bị sửa (entry changed)",
        Fault::ChainBroken => "chuỗi bị đứt tại đây (chain broken)",
        Fault::HeadMoved => "đầu chuỗi không khớp (head moved)",
        Fault::RowChanged => "dữ liệu đã bị sửa ngoài chương trình (row changed)",
        Fault::RowMissing => "dữ liệu đã bị xóa (row missing)",
        Fault::RowUnknown => "dữ liệu không qua chương trình (row unknown)",
    }
}

fn print_json(report: &Report, checkpoint: &str) {
    let findings: Vec<_> = report
        .chain
        .findings
        .iter()
        .map(|finding| serde_json::json!({ "seq": finding.seq, "kind": finding.kind, "subject": finding.subject, "fault": format!("{:?}", finding.fault) }))
        .collect();
    let value = serde_json::json!({
        "clean": report.is_clean(),
        "entries": report.chain.entries,
        "subjects": report.chain.subjects,
        "observations": report.chain.observations,
        "sums": report.sums,
        "wrong_sums": report.wrong_sums.len(),
        "findings": findings,
        "checkpoint": checkpoint,
    });
    println!("{value}");
}
