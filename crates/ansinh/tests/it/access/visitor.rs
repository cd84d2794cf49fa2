//! Who comes: nobody, those who were signed in once, every role in the commune and in the province.

use std::time::Duration;

use ansinh_app::sheet::FormKey;
use ansinh_kernel::digest::Digest;
use ansinh_store::account::AccountState;

use crate::desk::{Browser, House, Person};

/// A column of the table.
pub(super) struct Visitor {
    pub(super) code: &'static str,
    pub(super) says: &'static str,
    who: Who,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Nobody,
    Ended(Person),
    SwitchedOff(Person),
    SignedIn(Person),
}

const fn is(code: &'static str, says: &'static str, who: Who) -> Visitor {
    Visitor { code, says, who }
}

pub(super) const VISITORS: [Visitor; 14] = [
    is("none", "nobody", Who::Nobody),
    is("ended", "the commune's officer, whose session has ended", Who::Ended(Person::Officer)),
    is("off", "the commune's officer, whose account was switched off", Who::SwitchedOff(Person::Officer)),
    is("c.adm", "administrator of the commune", Who::SignedIn(Person::LocalAdministrator)),
    is("c.lea", "leader of the commune", Who::SignedIn(Person::LocalLeader)),
    is("c.sup", "supervisor of the commune", Who::SignedIn(Person::LocalSupervisor)),
    is("c.rev", "reviewer of the agency in the commune", Who::SignedIn(Person::LocalReviewer)),
    is("c.off", "officer of the commune", Who::SignedIn(Person::Officer)),
    is("p.adm", "administrator of the province", Who::SignedIn(Person::Administrator)),
    is("p.lea", "leader of the province", Who::SignedIn(Person::Leader)),
    is("p.sup", "supervisor of the province", Who::SignedIn(Person::Supervisor)),
    is("p.rev", "reviewer of the agency in the province", Who::SignedIn(Person::OtherReviewer)),
    is("other", "reviewer of another agency in the province", Who::SignedIn(Person::Reviewer)),
    is("both", "officer of the commune who reviews for that other agency too", Who::SignedIn(Person::Both)),
];

impl Visitor {
    /// Whether the visitor is known no more.
    pub(super) fn is_signed_out(&self) -> bool {
        !matches!(self.who, Who::SignedIn(_))
    }

    /// Makes an installation what it is when this visitor comes.
    pub(super) async fn prepare(&self, house: &House) {
        match self.who {
            Who::Nobody | Who::SignedIn(_) => {}
            Who::Ended(_) => house.wait(Duration::from_secs(3 * 60 * 60)),
            Who::SwitchedOff(person) => {
                let administrator = house.actor(Person::Administrator).await;
                let id = house.accounts()[&person].clone();
                let form = FormKey { key: "switched-off".to_owned(), body: Digest::of(b"off") };
                let state = AccountState::Disabled;
                house.app.set_account_state(&administrator, &id, state, &form).await.unwrap();
            }
        }
    }

    /// The browser this visitor comes with.
    pub(super) fn browser(&self, house: &House) -> Browser {
        match self.who {
            Who::Nobody => house.stranger(),
            Who::Ended(person) | Who::SwitchedOff(person) | Who::SignedIn(person) => house.at(person),
        }
    }
}
