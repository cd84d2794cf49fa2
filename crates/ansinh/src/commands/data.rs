//! `ansinh data check`: every problem of a data tree at once. `ansinh data schema`: the JSON Schemas.

use std::path::PathBuf;
use std::process::ExitCode;

use ansinh_packs::Pack;
use clap::Subcommand;

use super::open::listed;

/// Data files.
#[derive(Debug, Subcommand)]
pub(super) enum Data {
    /// Check a data tree; exit code 1 when it has problems.
    Check {
        /// Folder to check instead of the data the program carries.
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
        /// Print the problems as JSON.
        #[arg(long)]
        json: bool,
    },
}

impl Data {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let Self::Check { data, json } = self;
        let packs = match &data {
            Some(folder) => Pack::from_dir(folder),
            None => Pack::embedded(),
        };
        match packs {
            Ok(packs) => {
                print_clean(&packs, json);
                Ok(ExitCode::SUCCESS)
            }
            Err(problems) => {
                if json {
                    let list: Vec<_> = problems.iter().map(|problem| serde_json::json!({ "code": problem.code, "what": problem.what, "place": problem.place.to_string(), "mend": problem.mend })).collect();
                    println!("{}", serde_json::json!({ "problems": list }));
                } else {
                    println!("{}", listed(&problems));
                }
                Ok(ExitCode::FAILURE)
            }
        }
    }
}

fn print_clean(packs: &Pack, json: bool) {
    let targets: usize = packs.plans.iter().map(|plan| plan.targets.len()).sum();
    let (areas, figures) = (packs.areas.all().len(), packs.publications.figures.len());
    if json {
        println!(
            "{}",
            serde_json::json!({ "problems": [], "digest": packs.digest.to_string(), "areas": areas, "targets": targets, "figures": figures })
        );
        return;
    }
    println!(
        "Dữ liệu hợp lệ: {areas} địa bàn, {} kế hoạch, {targets} chỉ tiêu, {figures} số liệu công bố.",
        packs.plans.len()
    );
    println!("Mã băm: {}", packs.digest);
}
