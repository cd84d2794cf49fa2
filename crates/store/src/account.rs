//! Accounts of officials and what they are granted: role × agency × area, with dates. Passwords are
//! here only as Argon2id hashes; what a role may do is decided in `app`.

use ansinh_kernel::area::AreaId;
use ansinh_kernel::date::{Date, Instant};
use ansinh_kernel::id::AgencyId;

use crate::audit::Kind;
use crate::engine::{Linked, Read, Row, Write, binds, parse_text};
use crate::error::{StoreError, StoreResult};

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// UUIDv7.
    pub id: String,
    /// What is typed to sign in; folded, unique.
    pub username: String,
    /// Name shown in the desk.
    pub display_name: String,
    /// The name folded for search.
    pub folded_name: String,
    /// Argon2id hash in PHC form.
    pub password_hash: String,
    /// Base32 secret of the second factor, where the role asks for one.
    pub totp_secret: Option<String>,
    /// Whether it can sign in.
    pub state: AccountState,
    /// When it was made.
    pub created_at: Instant,
    /// Optimistic version.
    pub version: i64,
}

/// Whether an account can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// Can sign in.
    Active,
    /// Cannot sign in; kept because its acts are kept.
    Disabled,
}

impl AccountState {
    /// Both states, in the order pages list them.
    pub const ALL: [Self; 2] = [Self::Active, Self::Disabled];

    /// Stable word, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }
}

/// What a person is here for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Makes and disables accounts; sees no drafts and accepts nothing.
    Administrator,
    /// Sees everything of the province on one page; changes nothing.
    Leader,
    /// Accepts or returns what is submitted to the agency.
    Reviewer,
    /// Enters figures of the agency or area.
    Officer,
    /// Reads all and verifies the chain (Fatherland Front, inspectorate).
    Supervisor,
}

impl Role {
    /// All roles, in the order pages list them.
    pub const ALL: [Self; 5] = [Self::Administrator, Self::Leader, Self::Reviewer, Self::Officer, Self::Supervisor];

    /// Stable word, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Leader => "leader",
            Self::Reviewer => "reviewer",
            Self::Officer => "officer",
            Self::Supervisor => "supervisor",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(())
    }
}

/// One grant: a role, in an area, for an agency or for the area itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// UUIDv7.
    pub id: String,
    /// Whose.
    pub account_id: String,
    /// As what.
    pub role: Role,
    /// For which agency; none when the grant is the area's own authority.
    pub agency: Option<AgencyId>,
    /// Where: this area and everything in it.
    pub area: AreaId,
    /// From this day.
    pub valid_from: Date,
    /// Until before this day; none while it lasts.
    pub valid_to: Option<Date>,
}

const SELECT_BY_USERNAME: &str =
    "select id, username, display_name, folded_name, password_hash, totp_secret, state, created_at, version
  from account
  where username = $1";
const SELECT_BY_ID: &str =
    "select id, username, display_name, folded_name, password_hash, totp_secret, state, created_at, version
  from account
  where id = $1";
const SEARCH: &str =
    "select id, username, display_name, folded_name, password_hash, totp_secret, state, created_at, version
  from account
  where (username like $1 escape '!' or folded_name like $1 escape '!') and username > $2
  order by username
  limit $3";
const INSERT_ACCOUNT: &str = "insert into account (id, username, display_name, folded_name, password_hash, totp_secret, state, created_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const UPDATE_ACCOUNT: &str = "update account set
    display_name = $1, folded_name = $2, password_hash = $3, totp_secret = $4, state = $5, version = version + 1
  where id = $6 and version = $7";
const SELECT_GRANTS: &str = "select id, account_id, role, agency, area, valid_from, valid_to
  from account_grant
  where account_id = $1
  order by id";
const INSERT_GRANT: &str = "insert into account_grant (id, account_id, role, agency, area, valid_from, valid_to)
  values ($1, $2, $3, $4, $5, $6, $7)";
const END_GRANT: &str = "update account_grant set valid_to = $1 where id = $2 and valid_to is null";
const SELECT_ATTEMPT: &str = "select failures, last_at, totp_step from sign_in_attempt where username = $1";
const UPSERT_ATTEMPT: &str = "insert into sign_in_attempt (username, failures, last_at, totp_step) values ($1, $2, $3, $4)
  on conflict (username) do update set failures = excluded.failures, last_at = excluded.last_at, totp_step = excluded.totp_step";

pub(crate) const STATEMENTS: &[&str] = &[
    SELECT_BY_USERNAME,
    SELECT_BY_ID,
    SEARCH,
    INSERT_ACCOUNT,
    UPDATE_ACCOUNT,
    SELECT_GRANTS,
    INSERT_GRANT,
    END_GRANT,
    SELECT_ATTEMPT,
    UPSERT_ATTEMPT,
];

/// What is remembered about attempts to sign in under a name, known or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempts {
    /// Failures in a row.
    pub failures: i64,
    /// Last attempt.
    pub last_at: Instant,
    /// Newest time step of the second factor that was used: each counts once.
    pub totp_step: i64,
}

impl Read {
    /// Account of a folded username.
    ///
    /// # Errors
    /// `Corrupt` when the row cannot be read.
    pub async fn account_by_username(&mut self, username: &str) -> StoreResult<Option<Account>> {
        self.link().row(SELECT_BY_USERNAME, binds![username]).await?.as_ref().map(account).transpose()
    }

    /// Account of an id.
    ///
    /// # Errors
    /// `Corrupt` when the row cannot be read.
    pub async fn account(&mut self, id: &str) -> StoreResult<Option<Account>> {
        self.link().row(SELECT_BY_ID, binds![id]).await?.as_ref().map(account).transpose()
    }

    /// Accounts whose username or folded name contains a folded text, after a username, in order.
    ///
    /// # Errors
    /// `Corrupt` when a row cannot be read.
    pub async fn search_accounts(&mut self, folded: &str, after: &str, limit: i64) -> StoreResult<Vec<Account>> {
        let escaped = folded.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        let rows = self.link().rows(SEARCH, binds![format!("%{escaped}%"), after, limit]).await?;
        rows.iter().map(account).collect()
    }

    /// Grants of an account, past ones too.
    ///
    /// # Errors
    /// `Corrupt` when a row cannot be read.
    pub async fn grants(&mut self, account_id: &str) -> StoreResult<Vec<Grant>> {
        self.link().rows(SELECT_GRANTS, binds![account_id]).await?.iter().map(grant).collect()
    }

    /// Attempts remembered for a folded username.
    ///
    /// # Errors
    /// `Corrupt` when the row cannot be read.
    pub async fn attempts(&mut self, username: &str) -> StoreResult<Option<Attempts>> {
        let row = self.link().row(SELECT_ATTEMPT, binds![username]).await?;
        row.map(|row| {
            Ok(Attempts {
                failures: row.int("failures")?,
                last_at: row.parse("last_at")?,
                totp_step: row.int("totp_step")?,
            })
        })
        .transpose()
    }
}

impl Write {
    /// Adds an account.
    ///
    /// # Errors
    /// `Constraint` when the username is taken.
    pub async fn insert_account(&mut self, account: &Account) -> StoreResult<()> {
        let Account { id, username, display_name, folded_name, password_hash, totp_secret, state, created_at, version } =
            account;
        let binds = binds![
            id,
            username,
            display_name,
            folded_name,
            password_hash,
            totp_secret.clone(),
            state.as_str(),
            created_at.to_string(),
            *version
        ];
        self.link.execute(INSERT_ACCOUNT, binds).await?;
        self.touch(Kind::Account, id);
        Ok(())
    }

    /// Changes an account that still has the version that was read.
    ///
    /// # Errors
    /// `Conflict` when somebody else changed it meanwhile.
    pub async fn update_account(&mut self, account: &Account) -> StoreResult<()> {
        let Account { id, display_name, folded_name, password_hash, totp_secret, state, version, .. } = account;
        let binds = binds![display_name, folded_name, password_hash, totp_secret.clone(), state.as_str(), id, *version];
        if self.link.execute(UPDATE_ACCOUNT, binds).await? == 0 {
            return Err(StoreError::Conflict { table: "account", id: id.clone() });
        }
        self.touch(Kind::Account, id);
        Ok(())
    }

    /// Adds a grant.
    ///
    /// # Errors
    /// `Constraint` when the account does not exist.
    pub async fn insert_grant(&mut self, grant: &Grant) -> StoreResult<()> {
        let Grant { id, account_id, role, agency, area, valid_from, valid_to } = grant;
        let agency = agency.as_ref().map(AgencyId::as_str);
        let until = valid_to.map(|date| date.to_string());
        let binds = binds![id, account_id, role.as_str(), agency, area.as_str(), valid_from.to_string(), until];
        self.link.execute(INSERT_GRANT, binds).await?;
        self.touch(Kind::Grant, id);
        Ok(())
    }

    /// Ends a grant that still lasts.
    ///
    /// # Errors
    /// `NotFound` when there is no such grant, or it has ended already.
    pub async fn end_grant(&mut self, id: &str, on: Date) -> StoreResult<()> {
        if self.link.execute(END_GRANT, binds![on.to_string(), id]).await? == 0 {
            return Err(StoreError::NotFound { table: "account_grant", id: id.to_owned() });
        }
        self.touch(Kind::Grant, id);
        Ok(())
    }

    /// Remembers attempts to sign in.
    ///
    /// # Errors
    /// `Driver` when the database refuses.
    pub async fn remember_attempts(&mut self, username: &str, attempts: &Attempts) -> StoreResult<()> {
        let binds = binds![username, attempts.failures, attempts.last_at.to_string(), attempts.totp_step];
        self.link.execute(UPSERT_ATTEMPT, binds).await?;
        Ok(())
    }
}

fn account(row: &Row) -> StoreResult<Account> {
    let state = match row.text("state")?.as_str() {
        "active" => AccountState::Active,
        _ => AccountState::Disabled,
    };
    Ok(Account {
        id: row.text("id")?,
        username: row.text("username")?,
        display_name: row.text("display_name")?,
        folded_name: row.text("folded_name")?,
        password_hash: row.text("password_hash")?,
        totp_secret: row.text_or_null("totp_secret")?,
        state,
        created_at: row.parse("created_at")?,
        version: row.int("version")?,
    })
}

fn grant(row: &Row) -> StoreResult<Grant> {
    let agency = row.text_or_null("agency")?.map(|text| parse_text("agency", &text)).transpose()?;
    let valid_to = row.text_or_null("valid_to")?.map(|text| parse_text("valid_to", &text)).transpose()?;
    Ok(Grant {
        id: row.text("id")?,
        account_id: row.text("account_id")?,
        role: row.parse("role")?,
        agency,
        area: row.parse("area")?,
        valid_from: row.parse("valid_from")?,
        valid_to,
    })
}
