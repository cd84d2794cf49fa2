//! What every answer of the server has in common: its language and address, its headers, its compression and
//! its place in the page cache, its error pages, and the guards of forms. Nothing here knows what a page says.

pub mod assets;
pub mod cache;
pub mod cookie;
pub(crate) mod csv;
pub mod encoding;
pub mod failure;
pub mod front;
pub mod guard;
pub mod headers;
pub mod page;
mod verb;
pub mod visit;

pub use cache::Generation;
pub use cookie::{Scheme, SessionCookie, SessionToken};
pub use failure::Failure;
pub use front::{Front, front};
pub use guard::{CsrfToken, FormKey};
pub use page::{Audience, Download, Page};
pub use visit::Visit;
