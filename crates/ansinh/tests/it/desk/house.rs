//! An installation for one test: database, application, router, clock, and the people who work here.

use super::Browser;
use ansinh::router::router;
use ansinh_app::access::Actor;
use ansinh_app::account::{Credentials, NewAccount, NewGrant, code_now};
use ansinh_app::{Ambient, App, Instance};
use ansinh_kernel::date::Instant;
use ansinh_kernel::digest::Digest;
use ansinh_packs::Pack;
use ansinh_store::Database;
use ansinh_store::account::Role;
use axum::Router;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// The province of today.
pub(crate) const PROVINCE: &str = "t44.2025";
/// A commune of it.
pub(crate) const COMMUNE: &str = "x19207.2025";
/// A former commune that is a part of it.
const PART: &str = "x19207";
/// Another commune of it.
pub(crate) const OTHER_COMMUNE: &str = "x19249.2025";
/// An agency that asks for figures.
pub(crate) const AGENCY: &str = "so-y-te";
/// Another agency that does.
const OTHER_AGENCY: &str = "bhxh-tinh";
/// The sheet that most tests are about.
pub(crate) const SHEET: &str = "/desk/sheets/x19207/2018/so-y-te";

/// Who works here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Person {
    Administrator,
    Leader,
    Supervisor,
    /// Reviews for the agency in the whole province.
    Reviewer,
    /// Reviews for another agency.
    OtherReviewer,
    /// Types for the commune.
    Officer,
    /// Types for the same commune.
    Colleague,
    /// Types for another commune.
    Neighbour,
    /// Types for the commune and reviews for the agency.
    Both,
    /// Administers the commune only.
    LocalAdministrator,
    /// Leads the commune.
    LocalLeader,
    /// Watches over the commune.
    LocalSupervisor,
    /// Reviews for the other agency in the commune only.
    LocalReviewer,
    /// Types for a part of the commune only.
    PartOfficer,
}

impl Person {
    pub(crate) const ALL: [Person; 14] = [
        Person::Administrator,
        Person::Leader,
        Person::Supervisor,
        Person::Reviewer,
        Person::OtherReviewer,
        Person::Officer,
        Person::Colleague,
        Person::Neighbour,
        Person::Both,
        Person::LocalAdministrator,
        Person::LocalLeader,
        Person::LocalSupervisor,
        Person::LocalReviewer,
        Person::PartOfficer,
    ];

    pub(crate) fn username(self) -> &'static str {
        match self {
            Person::Administrator => "quan-tri",
            Person::Leader => "lanh-dao",
            Person::Supervisor => "giam-sat",
            Person::Reviewer => "duyet",
            Person::OtherReviewer => "duyet.khac",
            Person::Officer => "can-bo",
            Person::Colleague => "dong-nghiep",
            Person::Neighbour => "xa-ben",
            Person::Both => "kiem-nhiem",
            Person::LocalAdministrator => "quan-tri-xa",
            Person::LocalLeader => "xa-lanh-dao",
            Person::LocalSupervisor => "xa-giam-sat",
            Person::LocalReviewer => "xa-duyet",
            Person::PartOfficer => "xa-cu",
        }
    }

    fn grants(self) -> Vec<(Role, Option<&'static str>, &'static str)> {
        match self {
            Person::Administrator => vec![(Role::Administrator, None, PROVINCE)],
            Person::Leader => vec![(Role::Leader, None, PROVINCE)],
            Person::Supervisor => vec![(Role::Supervisor, None, PROVINCE)],
            Person::Reviewer => vec![(Role::Reviewer, Some(AGENCY), PROVINCE)],
            Person::OtherReviewer => vec![(Role::Reviewer, Some(OTHER_AGENCY), PROVINCE)],
            Person::Officer | Person::Colleague => vec![(Role::Officer, None, COMMUNE)],
            Person::Neighbour => vec![(Role::Officer, None, OTHER_COMMUNE)],
            Person::Both => vec![(Role::Reviewer, Some(AGENCY), PROVINCE), (Role::Officer, None, COMMUNE)],
            Person::LocalAdministrator => vec![(Role::Administrator, None, COMMUNE)],
            Person::LocalLeader => vec![(Role::Leader, None, COMMUNE)],
            Person::LocalSupervisor => vec![(Role::Supervisor, None, COMMUNE)],
            Person::LocalReviewer => vec![(Role::Reviewer, Some(OTHER_AGENCY), COMMUNE)],
            Person::PartOfficer => vec![(Role::Officer, None, PART)],
        }
    }
}

static PACKS: LazyLock<Arc<Pack>> = LazyLock::new(|| Arc::new(Pack::embedded().unwrap()));

/// What is made once: a folder with the database, the secrets and a session of each person.
struct Template {
    folder: TempDir,
    secrets: BTreeMap<Person, Credentials>,
    tokens: BTreeMap<Person, String>,
    accounts: BTreeMap<Person, String>,
}

static TEMPLATE: OnceCell<Template> = OnceCell::const_new();

/// A clock that a test moves, and randomness that is the same each time.
#[derive(Clone)]
struct World {
    now_ms: Arc<AtomicI64>,
    drawn: Arc<AtomicU64>,
}

impl World {
    fn new(seed: u64) -> World {
        let morning: Instant = "2026-11-23T08:00:00+07:00".parse().unwrap();
        World { now_ms: Arc::new(AtomicI64::new(morning.unix_millis())), drawn: Arc::new(AtomicU64::new(seed << 32)) }
    }

    fn ambient(&self) -> Ambient {
        let (clock, drawn) = (self.clone(), Arc::clone(&self.drawn));
        let random = move |bytes: &mut [u8]| {
            for chunk in bytes.chunks_mut(32) {
                let digest = Digest::of(&drawn.fetch_add(1, Ordering::SeqCst).to_be_bytes());
                chunk.copy_from_slice(&digest.as_bytes()[..chunk.len()]);
            }
        };
        Ambient::new(move || clock.now(), random)
    }

    fn now(&self) -> Instant {
        Instant::from_unix_millis(self.now_ms.load(Ordering::SeqCst)).unwrap()
    }
}

async fn open(file: &Path, world: &World) -> App {
    let database = Database::open(&format!("sqlite://{}", file.display())).await.unwrap();
    App::install(database, Arc::clone(&PACKS), world.ambient(), Instance::Demo).await.unwrap()
}

async fn template() -> Template {
    let folder = TempDir::new().unwrap();
    let world = World::new(0);
    let app = open(&folder.path().join("a.sqlite"), &world).await;
    let (mut secrets, mut accounts) = (BTreeMap::new(), BTreeMap::new());
    let mut tokens = BTreeMap::<Person, String>::new();
    for person in Person::ALL {
        let mut grants = person.grants().into_iter().map(|(role, agency, area)| NewGrant {
            role,
            agency: agency.map(|id| id.parse().unwrap()),
            area: area.parse().unwrap(),
        });
        let new = NewAccount {
            username: person.username().into(),
            display_name: format!("Người {}", person.username()),
            grant: grants.next().unwrap(),
        };
        let made = app.add_account_as_operator(&new).await.unwrap();
        let code = made.totp_secret.as_ref().map_or_else(String::new, |secret| code_now(secret, world.now()).unwrap());
        let token = app.sign_in(&made.username, &made.password, &code).await.unwrap().token;
        let id = app.actor(&token).await.unwrap().account.id;
        for (number, grant) in grants.enumerate() {
            let administrator = app.actor(&tokens[&Person::Administrator]).await.unwrap();
            let body = Digest::of(b"grant");
            let form = ansinh_app::sheet::FormKey { key: format!("{}-{number}", person.username()), body };
            app.add_grant(&administrator, &id, &grant, &form).await.unwrap();
        }
        secrets.insert(person, made);
        accounts.insert(person, id);
        tokens.insert(person, token);
    }
    app.close().await;
    Template { folder, secrets, tokens, accounts }
}

/// An installation.
pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) router: Router,
    world: World,
    template: &'static Template,
    _folder: TempDir,
}

impl House {
    pub(crate) async fn new() -> House {
        let template = TEMPLATE.get_or_init(template).await;
        let folder = TempDir::new().unwrap();
        for entry in std::fs::read_dir(template.folder.path()).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        let world = World::new(1);
        let app = open(&folder.path().join("a.sqlite"), &world).await;
        let router = router(app.clone());
        House { app, router, world, template, _folder: folder }
    }

    /// A browser in which somebody has signed in.
    pub(crate) fn at(&self, person: Person) -> Browser {
        Browser::new(self.router.clone(), Some(self.template.tokens[&person].clone()))
    }

    /// A browser in which nobody has.
    pub(crate) fn stranger(&self) -> Browser {
        Browser::new(self.router.clone(), None)
    }

    pub(crate) fn secrets(&self, person: Person) -> &Credentials {
        &self.template.secrets[&person]
    }

    /// The id of everybody's account.
    pub(crate) fn accounts(&self) -> &'static BTreeMap<Person, String> {
        &self.template.accounts
    }

    /// Somebody, as the verbs know them.
    pub(crate) async fn actor(&self, person: Person) -> Actor {
        self.app.actor(&self.template.tokens[&person]).await.unwrap()
    }

    /// The one-time code of somebody now.
    pub(crate) fn code(&self, person: Person) -> String {
        code_now(self.secrets(person).totp_secret.as_ref().unwrap(), self.world.now()).unwrap()
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, duration: Duration) {
        self.world.now_ms.fetch_add(i64::try_from(duration.as_millis()).unwrap(), Ordering::SeqCst);
    }
}
