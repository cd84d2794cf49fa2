//! The desk, through its router, as browsers of several officials use it. A database with the published figures and
//! one account for each role is made once and copied for each test; the clock stands still until a test moves it.

mod accounts;
mod browser;
mod form;
mod forms;
mod house;
mod journey;
mod leader;
mod lists;
mod menus;
mod sheet;
mod sign_in;

pub(crate) use browser::{Browser, Seen};
pub(crate) use form::SeenForm;
pub(crate) use house::{House, Person, SHEET};
