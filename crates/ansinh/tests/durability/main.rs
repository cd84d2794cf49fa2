//! What the program has said is written stays written, whatever ends it. The real program imports a hundred batches
//! and is killed without warning at random moments, again and again, until it is done: inside a transaction, between
//! commit and answer, while it starts, while it checks. Then nothing may be lost, torn or written twice.
//!
//! The moments follow a seed, which is printed; `ANSINH_SEED` chooses another. `ANSINH_TEST_EMPTY_DATABASE` is the
//! address of an empty database to do it on, instead of a new file of SQLite.
#![cfg(unix)]
#![allow(clippy::unwrap_used, missing_docs)]

mod check;
mod figures;
mod killed;

use figures::Figures;
use killed::Moments;

/// Rows of a batch.
const ROWS: usize = 50;
/// Batches of the file: accepting transactions.
const BATCHES: usize = 100;
/// Fewer kills than this would prove little.
const FEWEST_KILLS: usize = 5;

#[test]
fn an_import_killed_again_and_again_loses_nothing_and_writes_nothing_twice() {
    let seed = std::env::var("ANSINH_SEED").map_or(20_261_123, |seed| seed.parse().unwrap());
    println!("seed {seed}");
    let folder = tempfile::tempdir().unwrap();
    let fresh = || format!("sqlite://{}", folder.path().join("killed.sqlite").display());
    let database = std::env::var("ANSINH_TEST_EMPTY_DATABASE").unwrap_or_else(|_| fresh());
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
