//! `ansinh serve`: a real installation. Figures typed here are reported figures.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use ansinh_app::{App, Instance};
use anyhow::Context;
use clap::Args;
use tokio::net::TcpListener;

use super::open;
use crate::http::Scheme;
use crate::router;

/// Serve a real installation.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Address of the database: sqlite://FILE or postgres://user@host/database.
    #[arg(long, env = "ANSINH_DATABASE")]
    database: String,
    /// Address to listen on. Put a TLS proxy in front of anything but loopback.
    #[arg(long, env = "ANSINH_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// A TLS proxy stands in front: cookies are given for https only.
    #[arg(long)]
    https: bool,
    /// Folder that replaces the data files the program carries.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Serve {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        log_to_standard_error();
        let packs = open::packs(self.data.as_deref())?;
        let app = open::open(&self.database, packs, Instance::Live).await?;
        let listener = listen(self.listen).await?;
        println!("An Sinh: http://{}", listener.local_addr()?);
        serve(app, listener, if self.https { Scheme::Https } else { Scheme::Http }).await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// How often another process's acceptance is looked for.
const FOLLOWED_EVERY: std::time::Duration = std::time::Duration::from_secs(1);

/// Logs go to standard error, one line an event; `RUST_LOG` chooses how much.
pub(super) fn log_to_standard_error() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

/// Takes the address, or says who else may have it.
pub(super) async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!("không mở được địa chỉ {address}: có thể chương trình khác đang dùng; chọn địa chỉ khác bằng --listen (cannot listen there)")
    })
}

/// Serves until the process is told to stop, then folds the database up.
pub(super) async fn serve(app: App, listener: TcpListener, scheme: Scheme) -> anyhow::Result<()> {
    tokio::spawn(follow_others(app.clone()));
    axum::serve(listener, router::router_over(app.clone(), scheme)).with_graceful_shutdown(told_to_stop()).await?;
    app.close().await;
    Ok(())
}

/// Other processes write to the same database too, an import or another node: the chain's head is looked
/// at every second, and the pages kept here become old when it has moved.
async fn follow_others(app: App) {
    let mut seen = None;
    loop {
        tokio::time::sleep(FOLLOWED_EVERY).await;
        match app.checkpoint().await {
            Ok(checkpoint) if seen.as_ref() != Some(&checkpoint) => {
                seen = Some(checkpoint);
                app.changed();
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(code = error.code(), "the chain's head cannot be read"),
        }
    }
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    let _ = interrupted.await;
}
