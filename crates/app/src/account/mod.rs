//! Accounts of officials: signing in and out, one's own password, and their administration.

mod administer;
mod own;
mod secret;
mod sign_in;

use ansinh_kernel::area::AreaId;
use ansinh_kernel::id::AgencyId;
use ansinh_store::account::{Account, AccountState, Grant, Role};

pub use secret::{code_now, otpauth_address};
pub use sign_in::SignedIn;

/// An account that is to be made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// What is typed to sign in.
    pub username: String,
    /// Name shown in the desk.
    pub display_name: String,
    /// First grant.
    pub grant: NewGrant,
}

/// A grant that is to be made.
#[derive(Clone, Debug)]
pub struct NewGrant {
    /// As what.
    pub role: Role,
    /// For which agency; none for the area's own authority.
    pub agency: Option<AgencyId>,
    /// Where.
    pub area: AreaId,
}

/// Secrets of an account, shown once to whoever made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// What is typed to sign in.
    pub username: String,
    /// The first password.
    pub password: String,
    /// Base32 secret of the second factor, where the role asks for one.
    pub totp_secret: Option<String>,
}

/// An account with its grants, for the administrator's pages.
#[derive(Clone, Debug)]
pub struct AccountView {
    /// The account.
    pub account: Account,
    /// Its grants, past ones too.
    pub grants: Vec<Grant>,
}

/// Which accounts are looked for.
#[derive(Clone, Debug, Default)]
pub struct AccountQuery {
    /// Part of the username or name, with or without diacritics; empty finds all.
    pub text: String,
    /// Only those who hold this role today.
    pub role: Option<Role>,
    /// Only those that can, or cannot, sign in.
    pub state: Option<AccountState>,
    /// Username after which the page begins; empty for the first.
    pub after: String,
}

/// One page of accounts, by username.
#[derive(Clone, Debug, Default)]
pub struct AccountList {
    /// The accounts.
    pub accounts: Vec<AccountView>,
    /// The username after which the next page begins; none on the last page.
    pub next_after: Option<String>,
}
