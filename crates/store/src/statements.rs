//! Every fixed statement of the store in one list, so that a test can prepare each of them on both
//! engines.

use crate::{account, audit, figure, keys, request, session, sheet, snapshot};

/// All fixed statements.
#[must_use]
pub fn every_statement() -> Vec<&'static str> {
    let single = [
        keys::STATEMENTS,
        audit::STATEMENTS,
        account::STATEMENTS,
        session::STATEMENTS,
        request::STATEMENTS,
        sheet::STATEMENTS,
        snapshot::STATEMENTS,
    ];
    single.iter().chain(figure::STATEMENTS).flat_map(|list| list.iter().copied()).collect()
}
