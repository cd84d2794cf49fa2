//! Where a visitor goes: what stands for the blanks of an address.

use std::collections::BTreeMap;

use crate::desk::Person;

/// The id of an account that does not exist.
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

/// A place of the desk, as somebody of the commune sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Own,
    Part,
    Agency,
    Foreign,
    Missing,
}

/// What stands for a blank of a public address. By the beginning of the address and the blank.
const PUBLIC: [(&str, &str, &str); 12] = [
    ("/plans/", "{plan}", "quang-binh-2016-2020"),
    ("/plans/", "{clause}", "II.1.2.3.health"),
    ("/targets/", "{id}", "full-vaccination"),
    ("/aims/", "{id}", "voluntary-social-insurance"),
    ("/agencies/", "{id}", "so-y-te"),
    ("/areas/", "{id}", "x19207"),
    ("/indicators/", "{id}", "poverty-rate"),
    ("/documents/", "{id}", "nq-70-2012"),
    ("/figures/", "{measure}", "poverty-rate-survey"),
    ("/figures/", "{origin}", "published"),
    ("/figures/", "{area}", "t44"),
    ("/figures/", "{period}", "2016"),
];

impl Place {
    pub(super) const ALL: [Self; 5] = [Self::Own, Self::Part, Self::Agency, Self::Foreign, Self::Missing];

    /// The places that make a difference to an address.
    pub(super) fn of(path: &str) -> Vec<Self> {
        let matters = |place: &Self| match place {
            Self::Own => true,
            Self::Part | Self::Foreign | Self::Missing => path.contains('{'),
            Self::Agency => path.contains("{agency}"),
        };
        Self::ALL.into_iter().filter(matters).collect()
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Part => "part",
            Self::Agency => "agency",
            Self::Foreign => "foreign",
            Self::Missing => "missing",
        }
    }

    pub(super) const fn says(self) -> &'static str {
        match self {
            Self::Own => "the commune itself, or the account of its officer",
            Self::Part => "a former commune in it, or the account of somebody who works for that only",
            Self::Agency => "that former commune, asked by an agency other than the reviewers'",
            Self::Foreign => "a commune elsewhere in the province, or the account of its officer",
            Self::Missing => "no such area, or no such account",
        }
    }

    /// The address of a sheet here.
    pub(super) fn sheet(self) -> &'static str {
        match self {
            Self::Own => "/desk/sheets/x19207.2025/2025/bhxh-tinh",
            Self::Part => "/desk/sheets/x19207/2018/bhxh-tinh",
            Self::Agency => "/desk/sheets/x19207/2018/so-y-te",
            Self::Foreign => "/desk/sheets/x19261/2018/bhxh-tinh",
            Self::Missing => "/desk/sheets/x99999/2018/bhxh-tinh",
        }
    }

    /// What stands here for the blanks of an address: a sheet, and an account.
    pub(super) fn blanks(self, accounts: &'static BTreeMap<Person, String>) -> [&'static str; 2] {
        let person = match self {
            Self::Own => Some(Person::Officer),
            Self::Part => Some(Person::PartOfficer),
            Self::Foreign => Some(Person::Neighbour),
            Self::Agency | Self::Missing => None,
        };
        [self.sheet().trim_start_matches("/desk/sheets/"), person.map_or(NOBODY, |person| accounts[&person].as_str())]
    }
}

/// An address of the desk, its blanks filled with these.
pub(super) fn address(path: &str, [sheet, account]: [&str; 2]) -> String {
    let filled = path.replace("{area}/{period}/{agency}", sheet).replace("{id}", account);
    whole(if path.starts_with("/desk/asked/") { format!("{filled}?level=commune") } else { filled }, path)
}

/// A public address that exists, and one that does not where the address has blanks.
pub(super) fn public(path: &str) -> (String, Option<String>) {
    let fill = |with: fn(&'static str) -> &'static str| {
        PUBLIC.iter().fold(path.to_owned(), |filled, (beginning, blank, value)| {
            if path.starts_with(beginning) { filled.replace(blank, with(value)) } else { filled }
        })
    };
    let known = whole(fill(|value| value), path);
    (known, path.contains('{').then(|| fill(|_| "khong-co")))
}

fn whole(address: String, path: &str) -> String {
    assert!(!address.contains('{'), "write down what stands for the blanks of {path}");
    address
}
