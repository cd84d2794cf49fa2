//! Who may do what, decided here and nowhere else: role × area subtree × agency × verb. Reads are
//! verbs too. Foreign records look exactly like missing ones.

use ansinh_kernel::area::AreaId;
use ansinh_kernel::date::Date;
use ansinh_kernel::id::AgencyId;
use ansinh_packs::Pack;
use ansinh_store::account::{Account, Grant, Role};

use crate::error::{AppError, AppResult};

/// Somebody signed in, with the grants that hold today.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The account.
    pub account: Account,
    /// Grants in force.
    pub grants: Vec<Grant>,
    /// Digest of the session's token.
    pub session: String,
}

/// What can be done in the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// Open the desk and one's own account.
    UseDesk,
    /// See what is asked, of whom, and what is late.
    SeeWorkList,
    /// Read a sheet as it stands, drafts included.
    SeeSheet,
    /// Type, hand in and correct figures.
    EnterFigures,
    /// Accept or return what was handed in.
    ReviewFigures,
    /// See the leader's page.
    SeeOverview,
    /// Verify the audit chain and read it. The chain speaks of every area at once, so only a grant over the whole
    /// territory of every plan, and for no single agency, opens it.
    VerifyChain,
    /// Make, change and disable accounts.
    ManageAccounts,
}

impl Verb {
    /// Whether the verb is done to everything at once, and so only under a grant over the whole territory.
    #[must_use]
    pub fn needs_whole_territory(self) -> bool {
        self == Self::VerifyChain
    }

    /// All verbs, in the order the table prints them.
    pub const ALL: [Self; 8] = [
        Self::UseDesk,
        Self::SeeWorkList,
        Self::SeeSheet,
        Self::EnterFigures,
        Self::ReviewFigures,
        Self::SeeOverview,
        Self::VerifyChain,
        Self::ManageAccounts,
    ];
}

/// The one table of roles and verbs.
#[must_use]
pub fn role_may(role: Role, verb: Verb) -> bool {
    use Verb::{EnterFigures, ManageAccounts, ReviewFigures, SeeOverview, SeeSheet, SeeWorkList, UseDesk, VerifyChain};
    match role {
        Role::Administrator => matches!(verb, UseDesk | ManageAccounts | VerifyChain),
        Role::Leader => matches!(verb, UseDesk | SeeWorkList | SeeSheet | SeeOverview),
        Role::Reviewer => matches!(verb, UseDesk | SeeWorkList | SeeSheet | ReviewFigures | SeeOverview),
        Role::Officer => matches!(verb, UseDesk | SeeWorkList | SeeSheet | EnterFigures),
        Role::Supervisor => matches!(verb, UseDesk | SeeWorkList | SeeSheet | SeeOverview | VerifyChain),
    }
}

/// Roles that decide or see all sign in with a second factor.
#[must_use]
pub fn needs_second_factor(role: Role) -> bool {
    match role {
        Role::Administrator | Role::Leader | Role::Reviewer | Role::Supervisor => true,
        Role::Officer => false,
    }
}

/// What a verb is done to.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// Area it concerns.
    pub area: &'a AreaId,
    /// Agency that asks for the figures, when it concerns a sheet.
    pub agency: Option<&'a AgencyId>,
}

impl Actor {
    /// Grants that hold on a day.
    #[must_use]
    pub fn grants_on(grants: Vec<Grant>, day: Date) -> Vec<Grant> {
        let holds = |grant: &Grant| grant.valid_from <= day && grant.valid_to.is_none_or(|end| day < end);
        grants.into_iter().filter(holds).collect()
    }

    /// True when a grant's role may do the verb to everything: the grant reaches the territory of every plan.
    #[must_use]
    pub fn may_everywhere(&self, packs: &Pack, verb: Verb) -> bool {
        let whole = |grant: &Grant| {
            grant.agency.is_none() && packs.plans.iter().all(|plan| packs.areas.contains(&grant.area, &plan.area))
        };
        self.grants.iter().any(|grant| role_may(grant.role, verb) && whole(grant))
    }

    /// True when the account manages the accounts of an area: it then accepts no figures there.
    #[must_use]
    pub fn administers(&self, packs: &Pack, area: &AreaId) -> bool {
        self.may(packs, Verb::ManageAccounts, Scope { area, agency: None })
    }

    /// True when any grant's role may do the verb somewhere.
    #[must_use]
    pub fn may_somewhere(&self, verb: Verb) -> bool {
        self.grants.iter().any(|grant| role_may(grant.role, verb))
    }

    /// True when a grant's role may do the verb to this area and agency.
    #[must_use]
    pub fn may(&self, packs: &Pack, verb: Verb, scope: Scope<'_>) -> bool {
        self.grants.iter().any(|grant| role_may(grant.role, verb) && reaches(packs, grant, scope))
    }

    /// Grants under which a verb can be done somewhere.
    pub fn grants_for(&self, verb: Verb) -> impl Iterator<Item = &Grant> {
        self.grants.iter().filter(move |grant| role_may(grant.role, verb))
    }

    /// Passes when the verb may be done somewhere.
    ///
    /// # Errors
    /// `Forbidden` otherwise.
    pub fn authorise_somewhere(&self, verb: Verb) -> AppResult<()> {
        if self.may_somewhere(verb) { Ok(()) } else { Err(AppError::Forbidden) }
    }

    /// Passes when the verb may be done to everything.
    ///
    /// # Errors
    /// `Forbidden` otherwise.
    pub fn authorise_everywhere(&self, packs: &Pack, verb: Verb) -> AppResult<()> {
        if self.may_everywhere(packs, verb) { Ok(()) } else { Err(AppError::Forbidden) }
    }

    /// Passes when the verb may be done to this area and agency.
    ///
    /// # Errors
    /// `NotFound` when the person may not even see it; `Forbidden` when they may see it, but their
    /// role may not do this.
    pub fn authorise(&self, packs: &Pack, verb: Verb, scope: Scope<'_>) -> AppResult<()> {
        if self.may(packs, verb, scope) {
            return Ok(());
        }
        if self.may(packs, Verb::SeeSheet, scope) { Err(AppError::Forbidden) } else { Err(AppError::NotFound) }
    }
}

/// Whether one account may hold both grants: nobody who manages the accounts of an area also accepts its figures.
#[must_use]
pub fn may_be_joined(packs: &Pack, one: (Role, &AreaId), other: (Role, &AreaId)) -> bool {
    let overlap = packs.areas.contains(one.1, other.1) || packs.areas.contains(other.1, one.1);
    let checks = |role: Role| role_may(role, Verb::ReviewFigures);
    let manages = |role: Role| role_may(role, Verb::ManageAccounts);
    let both = (manages(one.0) && checks(other.0)) || (checks(one.0) && manages(other.0));
    !(overlap && both)
}

/// A grant reaches an area when its territory holds it, whatever the tree was called on any day. A
/// grant for an agency reaches only what that agency, or one it took over from, asks for.
fn reaches(packs: &Pack, grant: &Grant, scope: Scope<'_>) -> bool {
    if !packs.areas.contains(&grant.area, scope.area) {
        return false;
    }
    match (&grant.agency, scope.agency) {
        (None, _) | (_, None) => true,
        (Some(own), Some(asking)) => took_over(packs, own, asking),
    }
}

/// True when `own` is `asking`, or took over work from it.
fn took_over(packs: &Pack, own: &AgencyId, asking: &AgencyId) -> bool {
    own == asking || packs.agencies.predecessors(own).any(|succession| took_over(packs, &succession.from, asking))
}
