//! The audit chain: every transaction that changes something audited ends in one entry, hash-chained
//! to the one before, with a salted digest of every row it touched. Verification re-reads the rows
//! the chain speaks of and names the first entry that no longer fits.
//!
//! The salt stands beside the chain, not in it: deleting salt and row erases a person, and the
//! chain still proves everything else.

use std::collections::BTreeMap;

use ansinh_kernel::date::Instant;
use ansinh_kernel::digest::{Digest, DigestWriter};

use crate::engine::{Database, Linked, Read, Row, Write, binds};
use crate::error::{StoreError, StoreResult};
use crate::figure;

/// Who did what, when, under which packs. Written with every audited commit.
#[derive(Clone, Debug)]
pub struct AuditNote {
    /// Account id, or `system`.
    pub actor: String,
    /// What was done, a stable English verb such as `sheet.accept`.
    pub verb: &'static str,
    /// When, by the clock that was given.
    pub at: Instant,
    /// Digest of the packs the decision was made under.
    pub packs: Digest,
    /// Fresh randomness, given by the shell; salts of the subjects are drawn from it.
    pub seed: [u8; 16],
}

/// A row, or a batch of rows, that this transaction changed.
#[derive(Clone, Debug)]
pub(crate) enum Touched {
    /// One row of an audited table, digested at commit.
    Row { kind: Kind, id: String },
    /// The observations of one acceptance, digested while they were written.
    Batch { acceptance: String, rows: Digest },
}

/// Audited tables. The text of each query lists the columns that the chain proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Acceptance,
    Account,
    Grant,
    PackSnapshot,
    Setting,
    Sheet,
    SheetEvent,
}

const ROW_ACCEPTANCE: &str = "select id, kind, author, at, reason, packs, rows, key from acceptance";
const ROW_ACCOUNT: &str =
    "select id, username, display_name, folded_name, password_hash, totp_secret, state, created_at, version
  from account";
const ROW_GRANT: &str = "select id, account_id, role, agency, area, valid_from, valid_to from account_grant";
const ROW_PACK: &str = "select id, installed_at, content from pack_snapshot";
const ROW_SETTING: &str = "select id, value from setting";
const ROW_SHEET: &str = "select id, area, period, agency, round, state, submitted_by, changed_at, version from sheet";
const ROW_SHEET_EVENT: &str = "select id, sheet_id, position, verb, actor, at, reason, content from sheet_event";

impl Kind {
    pub(crate) const ALL: [Self; 7] = [
        Self::Acceptance,
        Self::Account,
        Self::Grant,
        Self::PackSnapshot,
        Self::Setting,
        Self::Sheet,
        Self::SheetEvent,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Acceptance => "acceptance",
            Self::Account => "account",
            Self::Grant => "account_grant",
            Self::PackSnapshot => "pack_snapshot",
            Self::Setting => "setting",
            Self::Sheet => "sheet",
            Self::SheetEvent => "sheet_event",
        }
    }

    /// All audited columns of the table; one row by id, or every row in id order, is made from it.
    pub(crate) fn select(self) -> &'static str {
        match self {
            Self::Acceptance => ROW_ACCEPTANCE,
            Self::Account => ROW_ACCOUNT,
            Self::Grant => ROW_GRANT,
            Self::PackSnapshot => ROW_PACK,
            Self::Setting => ROW_SETTING,
            Self::Sheet => ROW_SHEET,
            Self::SheetEvent => ROW_SHEET_EVENT,
        }
    }
}

/// Name under which a batch of observations stands in the chain.
const BATCH: &str = "observation";

const LOCK_HEAD: &str = "select seq, hash from audit_head where id = 1 /*postgres: for update */";
const MOVE_HEAD: &str = "update audit_head set seq = $1, hash = $2 where id = 1";
const INSERT_ENTRY: &str = "insert into audit_entry (seq, at, actor, verb, packs, previous, hash)
  values ($1, $2, $3, $4, $5, $6, $7)";
const INSERT_SUBJECT: &str = "insert into audit_subject (seq, position, kind, subject, salt, digest)
  values ($1, $2, $3, $4, $5, $6)";
const SELECT_HEAD: &str = "select seq, hash from audit_head where id = 1";
const SELECT_ENTRIES: &str = "select seq, at, actor, verb, packs, previous, hash from audit_entry order by seq";
const SELECT_SUBJECTS: &str =
    "select seq, position, kind, subject, salt, digest from audit_subject order by seq, position";
const SELECT_BEFORE: &str =
    "select seq, at, actor, verb, hash from audit_entry where seq < $1 order by seq desc limit $2";

pub(crate) const STATEMENTS: &[&str] = &[
    LOCK_HEAD,
    MOVE_HEAD,
    INSERT_ENTRY,
    INSERT_SUBJECT,
    SELECT_HEAD,
    SELECT_ENTRIES,
    SELECT_SUBJECTS,
    SELECT_BEFORE,
    ROW_ACCEPTANCE,
    ROW_ACCOUNT,
    ROW_GRANT,
    ROW_PACK,
    ROW_SETTING,
    ROW_SHEET,
    ROW_SHEET_EVENT,
];

/// The newest entry of the chain: what a checkpoint prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Number of the newest entry; 0 when there is none.
    pub seq: i64,
    /// Its hash as hex; empty when there is none.
    pub hash: String,
}

/// One line of the chain for people to read.
#[derive(Clone, Debug)]
pub struct EntryLine {
    /// Number of the entry.
    pub seq: i64,
    /// When it was written.
    pub at: Instant,
    /// Account id, or `system`.
    pub actor: String,
    /// What was done.
    pub verb: String,
    /// Hash of the entry.
    pub hash: String,
}

impl Write {
    /// Remembers that a row was changed; the commit digests it.
    pub(crate) fn touch(&mut self, kind: Kind, id: &str) {
        let known = |touched: &Touched| matches!(touched, Touched::Row { kind: k, id: i } if *k == kind && i == id);
        if !self.subjects.iter().any(known) {
            self.subjects.push(Touched::Row { kind, id: id.to_owned() });
        }
    }

    /// Writes the audit entry and ends the transaction. The chain's lock is taken here, last and
    /// for a few statements only.
    ///
    /// # Errors
    /// `NotFound` when a touched row is gone; `Driver` when the database refuses. Nothing is then written.
    pub async fn commit(mut self, note: AuditNote) -> StoreResult<Checkpoint> {
        assert!(!self.subjects.is_empty(), "an audited commit speaks of at least one row");
        let lines = subject_lines(&mut self, &note).await?;
        let head = self.link.row(LOCK_HEAD, &[]).await?.ok_or_else(missing_head)?;
        let (seq, previous) = (head.int("seq")? + 1, head.text("hash")?);
        let entry = Entry {
            seq,
            at: note.at.to_string(),
            actor: note.actor,
            verb: note.verb.to_owned(),
            packs: note.packs.to_string(),
            previous,
        };
        let hash = entry.hash(&lines);
        let Entry { at, actor, verb, packs, previous, .. } = entry;
        self.link.execute(INSERT_ENTRY, binds![seq, at, actor, verb, packs, previous, &hash]).await?;
        for (position, line) in (1_i64..).zip(&lines) {
            let binds = binds![seq, position, &line.kind, &line.subject, &line.salt, &line.digest];
            self.link.execute(INSERT_SUBJECT, binds).await?;
        }
        self.link.execute(MOVE_HEAD, binds![seq, &hash]).await?;
        self.link.commit().await?;
        Ok(Checkpoint { seq, hash })
    }
}

fn missing_head() -> StoreError {
    StoreError::NotFound { table: "audit_head", id: "1".to_owned() }
}

async fn subject_lines(write: &mut Write, note: &AuditNote) -> StoreResult<Vec<SubjectLine>> {
    let mut lines = Vec::with_capacity(write.subjects.len());
    for (position, touched) in (1_u64..).zip(std::mem::take(&mut write.subjects)) {
        let salt = salt_of(&note.seed, position);
        let line = match touched {
            Touched::Row { kind, id } => {
                let sql = format!("{} where id = $1", kind.select());
                let row = write.link.row(&sql, binds![&id]).await?;
                let row = row.ok_or_else(|| StoreError::NotFound { table: kind.name(), id: id.clone() })?;
                let digest = salted(&salt, &row_digest(&row)?);
                SubjectLine { kind: kind.name().to_owned(), subject: id, salt, digest }
            }
            Touched::Batch { acceptance, rows } => {
                let digest = salted(&salt, &rows);
                SubjectLine { kind: BATCH.to_owned(), subject: acceptance, salt, digest }
            }
        };
        lines.push(line);
    }
    Ok(lines)
}

fn salt_of(seed: &[u8; 16], position: u64) -> String {
    let mut writer = DigestWriter::new();
    writer.field(seed);
    writer.field(&position.to_be_bytes());
    writer.finish().to_string()
}

fn salted(salt: &str, content: &Digest) -> String {
    let mut writer = DigestWriter::new();
    writer.field(salt.as_bytes());
    writer.field(content.to_string().as_bytes());
    writer.finish().to_string()
}

fn row_digest(row: &Row) -> StoreResult<Digest> {
    let mut writer = DigestWriter::new();
    for (column, value) in row.canonical()? {
        writer.field(column.as_bytes());
        match value {
            Some(text) => writer.field(text.as_bytes()),
            None => writer.field(&[0xff]),
        };
    }
    Ok(writer.finish())
}

#[derive(Clone, Debug)]
struct SubjectLine {
    kind: String,
    subject: String,
    salt: String,
    digest: String,
}

#[derive(Clone, Debug)]
struct Entry {
    seq: i64,
    at: String,
    actor: String,
    verb: String,
    packs: String,
    previous: String,
}

impl Entry {
    fn hash(&self, lines: &[SubjectLine]) -> String {
        let mut writer = DigestWriter::new();
        writer.field(&self.seq.to_be_bytes());
        for text in [&self.at, &self.actor, &self.verb, &self.packs, &self.previous] {
            writer.field(text.as_bytes());
        }
        for line in lines {
            writer.field(line.kind.as_bytes());
            writer.field(line.subject.as_bytes());
            writer.field(line.digest.as_bytes());
        }
        writer.finish().to_string()
    }
}

/// What does not fit, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Entry of the chain that speaks of it; none when no entry does.
    pub seq: Option<i64>,
    /// Table, or `audit_entry` for the chain itself.
    pub kind: String,
    /// Id of the row.
    pub subject: String,
    /// What is wrong.
    pub fault: Fault,
}

/// The ways in which rows and chain can disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An entry's own columns or subjects were changed.
    EntryChanged,
    /// An entry does not follow the one before: removed, inserted or moved.
    ChainBroken,
    /// The head does not point at the newest entry.
    HeadMoved,
    /// A row differs from what its newest entry says.
    RowChanged,
    /// A row that the chain speaks of is gone.
    RowMissing,
    /// A row that no entry speaks of.
    RowUnknown,
}

/// Result of a verification.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// Entries read.
    pub entries: i64,
    /// Rows and batches re-hashed.
    pub subjects: i64,
    /// Observations re-hashed.
    pub observations: i64,
    /// What does not fit; empty when all is well.
    pub findings: Vec<Finding>,
}

/// Newest line of the chain about a subject.
struct Latest {
    seq: i64,
    salt: String,
    digest: String,
}

type Subjects = BTreeMap<(String, String), Latest>;

impl Database {
    /// Newest entry of the chain.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn checkpoint(&self) -> StoreResult<Checkpoint> {
        self.read().await?.checkpoint().await
    }

    /// Re-hashes the chain and every row it speaks of, in one snapshot.
    ///
    /// # Errors
    /// `Driver` when the database does not answer. What does not fit is in the result, not an error.
    pub async fn verify(&self) -> StoreResult<Verification> {
        let mut read = self.read().await?;
        let mut verification = Verification::default();
        let subjects = verify_chain(&mut read, &mut verification).await?;
        for kind in Kind::ALL {
            verify_table(&mut read, kind, &subjects, &mut verification).await?;
        }
        verify_observations(&mut read, &subjects, &mut verification).await?;
        verification.findings.sort_by(|a, b| (a.seq, &a.kind, &a.subject).cmp(&(b.seq, &b.kind, &b.subject)));
        Ok(verification)
    }
}

impl Read {
    /// Newest entry of the chain as this snapshot sees it.
    ///
    /// # Errors
    /// `NotFound` when the head row is gone.
    pub async fn checkpoint(&mut self) -> StoreResult<Checkpoint> {
        let row = self.link().row(SELECT_HEAD, &[]).await?.ok_or_else(missing_head)?;
        Ok(Checkpoint { seq: row.int("seq")?, hash: row.text("hash")? })
    }

    /// The newest entries, newest first.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn recent_entries(&mut self, limit: i64) -> StoreResult<Vec<EntryLine>> {
        self.entries_before(i64::MAX, limit).await
    }

    /// The newest entries below a number, newest first.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn entries_before(&mut self, seq: i64, limit: i64) -> StoreResult<Vec<EntryLine>> {
        let rows = self.link().rows(SELECT_BEFORE, binds![seq, limit]).await?;
        rows.iter()
            .map(|row| {
                Ok(EntryLine {
                    seq: row.int("seq")?,
                    at: row.parse("at")?,
                    actor: row.text("actor")?,
                    verb: row.text("verb")?,
                    hash: row.text("hash")?,
                })
            })
            .collect()
    }
}

async fn verify_chain(read: &mut Read, verification: &mut Verification) -> StoreResult<Subjects> {
    let mut lines: BTreeMap<i64, Vec<SubjectLine>> = BTreeMap::new();
    read.link
        .stream(SELECT_SUBJECTS, &[], |row| {
            let line = SubjectLine {
                kind: row.text("kind")?,
                subject: row.text("subject")?,
                salt: row.text("salt")?,
                digest: row.text("digest")?,
            };
            lines.entry(row.int("seq")?).or_default().push(line);
            Ok(())
        })
        .await?;
    let mut previous = Checkpoint { seq: 0, hash: String::new() };
    let mut findings = Vec::new();
    read.link
        .stream(SELECT_ENTRIES, &[], |row| {
            let (entry, stored) = entry_of(row)?;
            let mut finding = |fault| {
                findings.push(Finding {
                    seq: Some(entry.seq),
                    kind: "audit_entry".into(),
                    subject: entry.seq.to_string(),
                    fault,
                })
            };
            if entry.seq != previous.seq + 1 || entry.previous != previous.hash {
                finding(Fault::ChainBroken);
            }
            if entry.hash(lines.get(&entry.seq).map_or(&[], Vec::as_slice)) != stored {
                finding(Fault::EntryChanged);
            }
            verification.entries += 1;
            previous = Checkpoint { seq: entry.seq, hash: stored };
            Ok(())
        })
        .await?;
    if read.checkpoint().await? != previous {
        findings.push(Finding {
            seq: Some(previous.seq),
            kind: "audit_head".into(),
            subject: "1".into(),
            fault: Fault::HeadMoved,
        });
    }
    verification.findings.append(&mut findings);
    Ok(latest(lines))
}

fn entry_of(row: &Row) -> StoreResult<(Entry, String)> {
    let entry = Entry {
        seq: row.int("seq")?,
        at: row.text("at")?,
        actor: row.text("actor")?,
        verb: row.text("verb")?,
        packs: row.text("packs")?,
        previous: row.text("previous")?,
    };
    Ok((entry, row.text("hash")?))
}

fn latest(lines: BTreeMap<i64, Vec<SubjectLine>>) -> Subjects {
    let mut subjects = Subjects::new();
    for (seq, lines) in lines {
        for line in lines {
            subjects.insert((line.kind, line.subject), Latest { seq, salt: line.salt, digest: line.digest });
        }
    }
    subjects
}

async fn verify_table(
    read: &mut Read,
    kind: Kind,
    subjects: &Subjects,
    verification: &mut Verification,
) -> StoreResult<()> {
    let mut found = std::collections::BTreeSet::new();
    let sql = format!("{} order by id", kind.select());
    let mut findings = Vec::new();
    read.link
        .stream(&sql, &[], |row| {
            let id = row.text("id")?;
            let known = subjects.get(&(kind.name().to_owned(), id.clone()));
            let fault = match known {
                None => Some(Fault::RowUnknown),
                Some(latest) if salted(&latest.salt, &row_digest(row)?) != latest.digest => Some(Fault::RowChanged),
                Some(_) => None,
            };
            if let Some(fault) = fault {
                findings.push(Finding {
                    seq: known.map(|latest| latest.seq),
                    kind: kind.name().into(),
                    subject: id.clone(),
                    fault,
                });
            }
            found.insert(id);
            Ok(())
        })
        .await?;
    verification.findings.append(&mut findings);
    verification.subjects += i64::try_from(found.len()).unwrap_or(i64::MAX);
    note_missing(kind.name(), &found, subjects, verification);
    Ok(())
}

fn note_missing(
    kind: &str,
    found: &std::collections::BTreeSet<String>,
    subjects: &Subjects,
    verification: &mut Verification,
) {
    for ((subject_kind, subject), latest) in subjects {
        if subject_kind == kind && !found.contains(subject) {
            let finding = Finding {
                seq: Some(latest.seq),
                kind: kind.into(),
                subject: subject.clone(),
                fault: Fault::RowMissing,
            };
            verification.findings.push(finding);
        }
    }
}

async fn verify_observations(read: &mut Read, subjects: &Subjects, verification: &mut Verification) -> StoreResult<()> {
    let batches = figure::batch_digests(read).await?;
    let mut found = std::collections::BTreeSet::new();
    for (acceptance, (digest, rows)) in batches {
        verification.observations += rows;
        verification.subjects += 1;
        let known = subjects.get(&(BATCH.to_owned(), acceptance.clone()));
        let fault = match known {
            None => Some(Fault::RowUnknown),
            Some(latest) if salted(&latest.salt, &digest) != latest.digest => Some(Fault::RowChanged),
            Some(_) => None,
        };
        if let Some(fault) = fault {
            verification.findings.push(Finding {
                seq: known.map(|latest| latest.seq),
                kind: BATCH.into(),
                subject: acceptance.clone(),
                fault,
            });
        }
        found.insert(acceptance);
    }
    note_missing(BATCH, &found, subjects, verification);
    Ok(())
}
