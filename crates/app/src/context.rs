//! What every verb is given: the database, the packs in force, the clock and randomness of the
//! outside, and whether this installation is live or a demo.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ansinh_kernel::date::{Date, Instant};
use ansinh_kernel::digest::Digest;
use ansinh_kernel::figure::Origin;
use ansinh_packs::Pack;
use ansinh_store::{AuditNote, Database};

use crate::plan::Kept;

type Clock = dyn Fn() -> Instant + Send + Sync;
type Randomness = dyn Fn(&mut [u8]) + Send + Sync;

/// Clock and randomness, given by the shell. Tests give fixed ones.
#[derive(Clone)]
pub struct Ambient {
    now: Arc<Clock>,
    random: Arc<Randomness>,
}

impl Ambient {
    /// Takes the clock and the source of randomness.
    pub fn new(
        now: impl Fn() -> Instant + Send + Sync + 'static,
        random: impl Fn(&mut [u8]) + Send + Sync + 'static,
    ) -> Self {
        Self { now: Arc::new(now), random: Arc::new(random) }
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Instant {
        (self.now)()
    }

    /// Fresh random bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }
}

impl std::fmt::Debug for Ambient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ambient")
    }
}

/// Whether figures typed here are real.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instance {
    /// A real installation: typed figures are reported figures.
    Live,
    /// A demo: everything typed or generated is illustrative and labelled so.
    Demo,
}

impl Instance {
    /// Stable word, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Demo => "demo",
        }
    }

    /// Origin of the figures that are typed in this installation.
    #[must_use]
    pub fn origin(self) -> Origin {
        match self {
            Self::Live => Origin::Reported,
            Self::Demo => Origin::Illustrative,
        }
    }
}

/// The application. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    pub(crate) database: Database,
    pub(crate) packs: Arc<Pack>,
    pub(crate) ambient: Ambient,
    pub(crate) instance: Instance,
    pub(crate) kept: Arc<Kept>,
    generation: Arc<AtomicU64>,
}

impl App {
    /// Puts an application together. The database must be migrated; see [`crate::install`].
    #[must_use]
    pub fn new(database: Database, packs: Arc<Pack>, ambient: Ambient, instance: Instance) -> Self {
        Self { database, packs, ambient, instance, kept: Arc::default(), generation: Arc::new(AtomicU64::new(1)) }
    }

    /// The packs in force.
    #[must_use]
    pub fn packs(&self) -> &Pack {
        &self.packs
    }

    /// Live or demo.
    #[must_use]
    pub fn instance(&self) -> Instance {
        self.instance
    }

    /// Clock and randomness.
    #[must_use]
    pub fn ambient(&self) -> &Ambient {
        &self.ambient
    }

    /// Today in Vietnam.
    #[must_use]
    pub fn today(&self) -> Date {
        Date::in_vietnam(self.ambient.now())
    }

    /// Grows whenever something that the portal shows has changed; a page made under an older number
    /// is never served again.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Says that something public has changed. Called after the commit, before the verb answers.
    pub fn changed(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
    }

    /// Ends all connections.
    pub async fn close(&self) {
        self.database.close().await;
    }

    /// A note for the audit chain about what is done now.
    pub(crate) fn note(&self, actor: &str, verb: &'static str) -> AuditNote {
        AuditNote {
            actor: actor.to_owned(),
            verb,
            at: self.ambient.now(),
            packs: self.packs.digest,
            seed: self.ambient.random(),
        }
    }

    /// A new id: UUIDv7 of the given time and randomness.
    pub(crate) fn new_id(&self) -> String {
        let millis = u64::try_from(self.ambient.now().unix_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.ambient.random()).into_uuid().to_string()
    }

    /// Digest of the packs in force.
    #[must_use]
    pub fn packs_digest(&self) -> Digest {
        self.packs.digest
    }
}
