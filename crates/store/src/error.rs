//! What can go wrong below the verbs. Constraint names become meaning here, once; nobody above
//! matches on a driver's error.

/// Result of every call into the store.
pub type StoreResult<T> = Result<T, StoreError>;

/// A failure of the store. `code()` is stable and goes to logs; texts never hold personal data.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another writer was first: the row's version is not the one that was read.
    #[error("{table} {id} was changed by somebody else")]
    Conflict {
        /// Table of the row.
        table: &'static str,
        /// Its id.
        id: String,
    },
    /// A named constraint refused the row.
    #[error("constraint {name} refused the row")]
    Constraint {
        /// Name of the constraint as the schema gives it.
        name: String,
    },
    /// A row that must exist does not.
    #[error("{table} {id} not found")]
    NotFound {
        /// Table looked in.
        table: &'static str,
        /// What was looked for.
        id: String,
    },
    /// A stored value does not have the shape the code relies on.
    #[error("stored value of {column} cannot be read: {why}")]
    Corrupt {
        /// Column name.
        column: String,
        /// What was found.
        why: String,
    },
    /// The database was made by a newer program.
    #[error("the database has schema version {found}, this program knows {known}")]
    NewerSchema {
        /// Version in the database.
        found: i64,
        /// Version known here.
        known: i64,
    },
    /// The address of the database cannot be understood.
    #[error("unknown database address {url}: use sqlite://FILE or postgres://…")]
    Address {
        /// The address without its password.
        url: String,
    },
    /// The database did not do what it was asked.
    #[error("database: {0}")]
    Driver(String),
}

impl StoreError {
    /// Stable code for logs and the error catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Conflict { .. } => "store-conflict",
            Self::Constraint { .. } => "store-constraint",
            Self::NotFound { .. } => "store-not-found",
            Self::Corrupt { .. } => "store-corrupt",
            Self::NewerSchema { .. } => "store-newer-schema",
            Self::Address { .. } => "store-address",
            Self::Driver(_) => "store-driver",
        }
    }

    /// True when a unique constraint of this name refused the row.
    #[must_use]
    pub fn is_constraint(&self, wanted: &str) -> bool {
        matches!(self, Self::Constraint { name } if name == wanted)
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let Some(database) = error.as_database_error() else {
            return Self::Driver(error.to_string());
        };
        if database.is_unique_violation() || database.is_check_violation() || database.is_foreign_key_violation() {
            let name = database.constraint().map_or_else(|| constraint_of(database.message()), str::to_owned);
            return Self::Constraint { name };
        }
        Self::Driver(database.message().to_owned())
    }
}

/// SQLite names the columns of a unique constraint, not the constraint: `UNIQUE constraint failed:
/// account.username` becomes `account.username`.
fn constraint_of(message: &str) -> String {
    message.rsplit("failed: ").next().unwrap_or(message).trim().to_owned()
}
