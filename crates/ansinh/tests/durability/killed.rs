//! Starting the real program and killing it, until an import is done.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// What the program said over all its runs.
pub(crate) struct Story {
    /// Runs that were ended by the kill.
    pub(crate) kills: usize,
    /// Each line that acknowledged a batch, in order.
    pub(crate) acknowledged: Vec<Acknowledged>,
}

impl Story {
    /// Batches that were safe on disk when the kill came, before anybody was told.
    pub(crate) fn kept_in_silence(&self) -> usize {
        let batches: BTreeMap<usize, usize> =
            self.acknowledged.iter().rev().map(|one| (one.batch, one.written)).collect();
        batches.into_values().filter(|written| *written == 0).count()
    }
}

/// One line that acknowledged a batch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Acknowledged {
    pub(crate) batch: usize,
    pub(crate) written: usize,
    pub(crate) unchanged: usize,
}

/// The signal nobody can catch.
const SIGKILL: i32 = 9;
/// A program that is still not done after so many runs makes no headway.
const MOST_RUNS: usize = 400;

/// Imports a file, killed at the given moments and started again until it has said that all is done.
pub(crate) fn import(file: &Path, database: &str, rows: usize, moments: &mut Moments) -> Story {
    let mut story = Story { kills: 0, acknowledged: Vec::new() };
    for _ in 0..MOST_RUNS {
        let mut command = program();
        command.arg("import").arg(file).args(["--database", database, "--json", "--batch", &rows.to_string()]);
        let moment = moments.next_moment();
        let Run { done, fresh } = run(command, &mut story, moment);
        if done {
            return story;
        }
        moments.learn(moment, fresh);
    }
    panic!("not done after {MOST_RUNS} runs, {} of them killed", story.kills);
}

/// The program as it was built.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ansinh"));
    command.env_remove("ANSINH_DATABASE");
    command
}

/// How a run ended.
struct Run {
    /// It was done before its moment came.
    done: bool,
    /// Batches it said it had written now.
    fresh: usize,
}

/// One run, killed at its moment.
fn run(mut command: Command, story: &mut Story, moment: Moment) -> Run {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut fresh = 0;
    while fresh < moment.fresh_batches {
        match next_line(&mut output) {
            Some(line) => fresh += usize::from(told(&line, story)),
            None => break,
        }
    }
    std::thread::sleep(moment.delay);
    child.kill().unwrap();
    while let Some(line) = next_line(&mut output) {
        fresh += usize::from(told(&line, story));
    }
    let status = child.wait().unwrap();
    let killed = status.signal() == Some(SIGKILL);
    assert!(killed || status.success(), "the program ended by itself: {status}");
    story.kills += usize::from(killed);
    Run { done: !killed, fresh }
}

/// A whole line; one that broke off says nothing.
fn next_line(output: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    line.ends_with('\n').then_some(line)
}

/// Notes what a line acknowledges; true when it is a batch that was written now.
fn told(line: &str, story: &mut Story) -> bool {
    let said: Value = serde_json::from_str(line).unwrap();
    assert!(said.get("problems").is_none(), "{line}");
    let number = |key: &str| said.get(key).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
    let Some(batch) = number("batch") else { return false };
    let acknowledged =
        Acknowledged { batch, written: number("written").unwrap(), unchanged: number("unchanged").unwrap() };
    story.acknowledged.push(acknowledged);
    acknowledged.written > 0
}

/// When to kill: so long after so many batches were newly written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    fresh_batches: usize,
    delay: Duration,
}

/// Random moments: one in five while the program starts or checks, the others inside the writing. How far they
/// reach follows what earlier runs managed, so that a fast machine is killed as often as a slow one.
pub(crate) struct Moments {
    random: Random,
    starting_micros: i64,
    writing_micros: i64,
}

/// The reach of moments, in microseconds.
const SHORTEST: i64 = 100;
const LONGEST: i64 = 1_000_000;

impl Moments {
    /// Moments of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self { random: Random::new(seed ^ 0x6b69_6c6c), starting_micros: 50_000, writing_micros: 1_000 }
    }

    fn next_moment(&mut self) -> Moment {
        let starting = self.random.below(5) == 0;
        let fresh_batches = if starting { 0 } else { usize::try_from(1 + self.random.below(3)).unwrap() };
        let reach = if starting { self.starting_micros } else { self.writing_micros };
        Moment { fresh_batches, delay: self.random.moment(reach) }
    }

    /// Reaches farther after a kill that came before anything more was written, less far after one that came late.
    fn learn(&mut self, moment: Moment, fresh: usize) {
        let reach = if moment.fresh_batches == 0 { &mut self.starting_micros } else { &mut self.writing_micros };
        *reach = match fresh.saturating_sub(moment.fresh_batches) {
            0 => (*reach * 2).min(LONGEST),
            1 => *reach,
            _ => (*reach / 2).max(SHORTEST),
        };
    }
}

/// Numbers that look random and follow from a seed (SplitMix64).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 up to, and without, this one.
    pub(crate) fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = mixed ^ (mixed >> 31);
        i64::try_from(mixed % u64::try_from(end).unwrap()).unwrap()
    }

    /// A while that reaches up to so many microseconds.
    pub(crate) fn moment(&mut self, reach_micros: i64) -> Duration {
        Duration::from_micros(u64::try_from(self.below(reach_micros)).unwrap())
    }
}
