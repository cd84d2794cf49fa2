//! An application on a fresh database of each engine, with a fixed clock and counted randomness.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use ansinh_app::access::Actor;
use ansinh_app::{Ambient, App, Instance};
use ansinh_kernel::digest::Digest;
use ansinh_kernel::figure::{CellState, Value};
use ansinh_packs::Pack;
use ansinh_store::account::{Account, AccountState, Grant, Role};
use ansinh_store::figure::{Current, Request, Slice};
use ansinh_store::{AuditNote, Database};

static NEXT: AtomicU64 = AtomicU64::new(0);

pub(crate) fn packs() -> Arc<Pack> {
    static PACKS: OnceLock<Arc<Pack>> = OnceLock::new();
    Arc::clone(PACKS.get_or_init(|| Arc::new(Pack::embedded().unwrap())))
}

/// 23 November 2026, a quarter past two in the afternoon in Vietnam.
pub(crate) fn ambient() -> Ambient {
    let drawn = AtomicU64::new(1);
    Ambient::new(
        || "2026-11-23T07:15:00Z".parse().unwrap(),
        move |bytes| {
            for chunk in bytes.chunks_mut(8) {
                let number = drawn.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
                chunk.copy_from_slice(&number[..chunk.len()]);
            }
        },
    )
}

/// Runs a body on each engine, in an installation of this kind.
pub(crate) async fn on_both<F: AsyncFn(App, Database)>(instance: Instance, body: F) {
    on_both_with(packs(), instance, body).await;
}

/// The same, under other packs.
pub(crate) async fn on_both_with<F: AsyncFn(App, Database)>(packs: Arc<Pack>, instance: Instance, body: F) {
    let folder = tempfile::tempdir().unwrap();
    run(&format!("sqlite://{}", folder.path().join("test.sqlite").display()), &packs, instance, &body).await;
    if let Ok(server) = std::env::var("ANSINH_TEST_POSTGRES") {
        run(&fresh_postgres(&server).await, &packs, instance, &body).await;
    }
}

async fn run<F: AsyncFn(App, Database)>(url: &str, packs: &Arc<Pack>, instance: Instance, body: &F) {
    let database = Database::open(url).await.unwrap();
    let app = App::install(database.clone(), Arc::clone(packs), ambient(), instance).await.unwrap();
    body(app, database.clone()).await;
    database.close().await;
}

async fn fresh_postgres(server: &str) -> String {
    let name = format!("ansinh_app_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let admin = Database::open(&format!("{server}/postgres")).await.unwrap();
    admin.create_for_test(&name).await.unwrap();
    admin.close().await;
    format!("{server}/{name}")
}

/// What one cell says now.
pub(crate) async fn figure(database: &Database, slice: &Slice, period: &str, area: &str) -> Option<Current> {
    let request = Request {
        slices: vec![slice.clone()],
        periods: vec![period.parse().unwrap()],
        areas: vec![area.parse().unwrap()],
    };
    database.read().await.unwrap().figures(&request).await.unwrap().pop()
}

/// Numerator and denominator of a share, or a count over nothing.
pub(crate) fn parts(current: &Current) -> (i64, i64) {
    match current.statement.state {
        CellState::Value(Value::Ratio { numerator, denominator, .. }) => (numerator, denominator),
        CellState::Value(Value::Count(count)) => (count, 0),
        other => panic!("no sum: {other:?}"),
    }
}

/// Somebody signed in under a name, with grants of role, agency and area.
pub(crate) fn actor(name: &str, grants: &[(Role, Option<&str>, &str)]) -> Actor {
    let grant = |(position, (role, agency, area)): (usize, &(Role, Option<&str>, &str))| Grant {
        id: format!("{name}-{position}"),
        account_id: name.to_owned(),
        role: *role,
        agency: agency.map(|id| id.parse().unwrap()),
        area: area.parse().unwrap(),
        valid_from: "2026-01-01".parse().unwrap(),
        valid_to: None,
    };
    let account = Account {
        id: name.to_owned(),
        username: name.to_owned(),
        display_name: name.to_owned(),
        folded_name: name.to_owned(),
        password_hash: String::new(),
        totp_secret: None,
        state: AccountState::Active,
        created_at: "2026-01-01T00:00:00Z".parse().unwrap(),
        version: 1,
    };
    let grants = grants.iter().enumerate().map(grant).collect();
    Actor { account, grants, session: String::new() }
}

/// An audit note of a test that writes by itself.
pub(crate) fn note(verb: &'static str) -> AuditNote {
    let at = "2026-11-23T07:15:00Z".parse().unwrap();
    AuditNote { actor: "system".into(), verb, at, packs: Digest::of(b"packs"), seed: [7; 16] }
}
