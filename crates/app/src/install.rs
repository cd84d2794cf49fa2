//! Putting packs in force: the schema is brought up to date, the packs are kept by digest, and what
//! is published is imported as accepted versions by the author "publication".

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;

use ansinh_kernel::figure::{CellState, Origin};
use ansinh_kernel::lang::Lang;
use ansinh_packs::Pack;
use ansinh_packs::publication::PublishedFigure;
use ansinh_store::Database;
use ansinh_store::figure::{Acceptance, AcceptanceKind, Cell, Slice, Statement};
use ansinh_store::snapshot::Setting;
use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::context::{Ambient, App, Instance};
use crate::error::{AppError, AppResult};

impl App {
    /// Opens a database, migrates it, puts the packs in force and imports what they publish.
    ///
    /// # Errors
    /// `Broken` when the database belongs to the other kind of installation; `Store` when it fails.
    pub async fn install(
        database: Database,
        packs: Arc<Pack>,
        ambient: Ambient,
        instance: Instance,
    ) -> AppResult<Self> {
        database.migrate().await?;
        let app = Self::new(database, packs, ambient, instance);
        app.settle_instance().await?;
        app.publish().await?;
        Ok(app)
    }

    /// Opens a database as it is, for work that is not a change of packs: the packs in force stay in force even when
    /// the caller brought others. Only a database without any packs gets these.
    ///
    /// # Errors
    /// As [`App::install`].
    pub async fn attach(database: Database, packs: Arc<Pack>, ambient: Ambient, instance: Instance) -> AppResult<Self> {
        database.migrate().await?;
        let app = Self::new(database, packs, ambient, instance);
        app.settle_instance().await?;
        let published = app.database.read().await?.setting(Setting::PublishedPacks).await?;
        if published.is_none() {
            app.publish().await?;
        }
        Ok(app)
    }

    /// A demo never becomes live, nor a live installation a demo: figures would lose their label.
    async fn settle_instance(&self) -> AppResult<()> {
        let found = self.database.read().await?.setting(Setting::Instance).await?;
        match found.as_deref() {
            Some(known) if known == self.instance.as_str() => return Ok(()),
            Some(known) => return Err(AppError::Broken(format!("this database belongs to a {known} installation"))),
            None => {}
        }
        let mut write = self.database.write().await?;
        write.set(Setting::Instance, self.instance.as_str()).await?;
        write.commit(self.note("system", "install")).await?;
        Ok(())
    }

    /// Keeps the packs and imports their publications, once for each digest.
    async fn publish(&self) -> AppResult<()> {
        let digest = self.packs.digest;
        let mut read = self.database.read().await?;
        if read.setting(Setting::PublishedPacks).await?.as_deref() == Some(digest.to_string().as_str()) {
            return Ok(());
        }
        let mut statements = Vec::new();
        for (cell, printed) in printed(&self.packs) {
            let known: Vec<Statement> =
                read.history(&cell).await?.into_iter().map(|version| version.statement).collect();
            statements.extend(unknown(&known, printed).into_iter().map(|statement| (cell.clone(), statement)));
        }
        drop(read);
        let content = compressed(&self.packs).map_err(|error| AppError::Broken(error.to_string()))?;
        let acceptance = Acceptance {
            id: self.new_id(),
            kind: AcceptanceKind::Publication,
            author: "publication".to_owned(),
            at: self.ambient.now(),
            reason: "Nhập từ số liệu đã công bố".to_owned(),
            packs: digest,
        };
        let mut write = self.database.write().await?;
        write.keep_snapshot(&digest, self.ambient.now(), content).await?;
        self.accept_statements(&mut write, &acceptance, statements).await?;
        write.set(Setting::PublishedPacks, &digest.to_string()).await?;
        write.commit(self.note("system", "packs.publish")).await?;
        self.changed();
        Ok(())
    }
}

/// Published statements by cell, in the order of the file: a later row is a later version.
fn printed(packs: &Pack) -> BTreeMap<Cell, Vec<Statement>> {
    let mut cells: BTreeMap<Cell, Vec<Statement>> = BTreeMap::new();
    for figure in &packs.publications.figures {
        let slice =
            Slice { measure: figure.measure.clone(), origin: Origin::Published, breakdown: figure.breakdown.clone() };
        let cell = Cell { slice, period: figure.period, area: figure.area.clone() };
        cells.entry(cell).or_default().push(statement(figure));
    }
    cells
}

fn statement(figure: &PublishedFigure) -> Statement {
    Statement {
        state: CellState::Value(figure.value),
        qualifier: figure.qualifier,
        source: Some(figure.source.clone()),
        as_of: figure.as_of.as_ref().map(ToString::to_string),
        note: figure.note.as_ref().map(|note| note.get(Lang::Vi).to_owned()),
    }
}

/// What a cell does not say yet: all that follows the versions it has, or the newest when the file
/// tells another story than the versions.
fn unknown(known: &[Statement], printed: Vec<Statement>) -> Vec<Statement> {
    if printed.starts_with(known) {
        return printed.into_iter().skip(known.len()).collect();
    }
    let newest = printed.into_iter().next_back();
    newest.into_iter().filter(|newest| known.last() != Some(newest)).collect()
}

/// The files of the packs, each as path, length and bytes, deflated.
fn compressed(packs: &Pack) -> std::io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    for file in &packs.files {
        write!(encoder, "{}\n{}\n", file.path, file.bytes.len())?;
        encoder.write_all(&file.bytes)?;
    }
    encoder.finish()
}
