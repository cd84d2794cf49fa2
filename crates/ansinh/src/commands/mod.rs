//! The commands. Each parses its arguments, calls verbs of `app` and prints in the user's language;
//! `anyhow` lives here and nowhere else.

mod audit;
mod data;
mod demo;
mod demo_accounts;
mod import;
mod import_table;
mod open;
mod serve;
mod speak;
mod user;
mod vietnamese;

use ansinh_kernel::lang::Lang;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

/// Social policy of a province, from the law to the household and back to the report.
#[derive(Debug, Parser)]
#[command(name = "ansinh", version, about, long_about = None)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a demo with the plan, published figures and labelled illustrative figures.
    Demo(demo::Demo),
    /// Serve a real installation.
    Serve(serve::Serve),
    /// Check data files.
    #[command(subcommand)]
    Data(data::Data),
    /// Import figures from a CSV file.
    Import(import::Import),
    /// Accounts of officials.
    #[command(subcommand)]
    User(user::User),
    /// The audit chain.
    #[command(subcommand)]
    Audit(audit::Audit),
}

/// The commands with their options, for documents and tests.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Runs the command that the process was started with.
///
/// # Errors
/// What went wrong, for the last line on standard error.
pub fn run() -> anyhow::Result<std::process::ExitCode> {
    let lang = speak::lang();
    let parsed = speak::in_lang(command(), lang).try_get_matches();
    let arguments = match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => return Ok(refused(&error, lang)),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match arguments.command {
            Command::Demo(demo) => demo.run().await,
            Command::Serve(serve) => serve.run().await,
            Command::Data(data) => data.run(),
            Command::Import(import) => import.run().await,
            Command::User(user) => user.run().await,
            Command::Audit(audit) => audit.run().await,
        }
    })
}

/// Exit code of arguments that cannot be understood, as everywhere on this system.
const MISUSED: u8 = 2;

/// Says what is wrong with the arguments, or prints the help that was asked for.
fn refused(error: &clap::Error, lang: Lang) -> std::process::ExitCode {
    match speak::wrong(error, lang) {
        Some(said) => eprintln!("{said}"),
        // A reader that has gone, as `| head` does, misses nothing it wanted.
        None => drop(error.print()),
    }
    if error.use_stderr() { MISUSED.into() } else { std::process::ExitCode::SUCCESS }
}
