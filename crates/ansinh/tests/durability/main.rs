//! What the program has said is written stays written, whatever ends it. The real program imports a hundred batches
//! and is killed without warning at random moments, again and again, until it is done: inside a transaction, between
//! commit and answer, while it starts, while it checks. The real server is killed in the same way under two officials
//! who carry a hundred sheets through its forms. Then nothing may be lost, torn or written twice.
//!
//! The moments follow a seed, which is printed; `ANSINH_SEED` chooses another. `ANSINH_TEST_EMPTY_DATABASE` is the
//! address of an empty database of PostgreSQL to do it on, instead of new files of SQLite; the sheets go into one that
//! is made beside it.
#![cfg(unix)]
#![allow(clippy::unwrap_used, missing_docs)]

mod browser;
mod check;
mod desk;
mod figures;
#[path = "../it/desk/form.rs"]
mod form;
mod killed;
mod server;
mod statements;

use desk::Desk;
use figures::Figures;
use killed::Moments;
use statements::Statement;

/// Rows of a batch.
const ROWS: usize = 50;
/// Batches of the file: accepting transactions.
const BATCHES: usize = 100;
/// Fewer kills than this would prove little.
const FEWEST_KILLS: usize = 5;

/// Sheets that are accepted.
const SHEETS: usize = 100;

fn seed() -> u64 {
    let seed = std::env::var("ANSINH_SEED").map_or(20_261_123, |seed| seed.parse().unwrap());
    println!("seed {seed}");
    seed
}

fn named_database() -> Option<String> {
    std::env::var("ANSINH_TEST_EMPTY_DATABASE").ok()
}

fn new_file(folder: &tempfile::TempDir) -> String {
    format!("sqlite://{}", folder.path().join("killed.sqlite").display())
}

#[test]
fn an_import_killed_again_and_again_loses_nothing_and_writes_nothing_twice() {
    let seed = seed();
    let folder = tempfile::tempdir().unwrap();
    let database = named_database().unwrap_or_else(|| new_file(&folder));
    let figures = Figures::new(seed, BATCHES * ROWS);
    let file = folder.path().join("figures.csv");
    std::fs::write(&file, figures.as_csv()).unwrap();

    let story = killed::import(&file, &database, ROWS, &mut Moments::new(seed));
    println!(
        "{} runs were killed; {} batches were kept and not acknowledged before the kill",
        story.kills,
        story.kept_in_silence()
    );
    assert!(story.kills >= FEWEST_KILLS, "only {} kills", story.kills);
    check::answers(&story, BATCHES, ROWS);
    check::audit(&database);
    check::database(&database, &figures, BATCHES, ROWS);
}

#[test]
fn a_desk_killed_again_and_again_loses_nothing_it_answered_and_does_nothing_twice() {
    let seed = seed();
    let folder = tempfile::tempdir().unwrap();
    let database = named_database().map_or_else(|| new_file(&folder), |named| beside(&named));
    let statements = Statement::draw(seed, SHEETS);

    let mut desk = Desk::open(&database, seed);
    for statement in &statements {
        desk.carry_through(&statement.sheet(), &statement.fields());
    }
    println!("{:?}", desk.tally);
    assert!(desk.tally.kills >= FEWEST_KILLS, "only {} kills", desk.tally.kills);
    check::audit(&database);
    statements::are_kept_once(&database, &statements);
}

/// Makes an empty database beside a named one.
fn beside(named: &str) -> String {
    let (server, name) = named.rsplit_once('/').unwrap();
    let name = format!("{}_desk", name.split('?').next().unwrap());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let database = ansinh_store::Database::open(named).await.unwrap();
        database.create_for_test(&name).await.unwrap();
        database.close().await;
    });
    format!("{server}/{name}")
}
