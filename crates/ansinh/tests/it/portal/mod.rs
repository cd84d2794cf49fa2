//! The portal, through the router: every page of every id, its links, its weight, its files, its labels, and what it
//! must not show.

mod figures;
mod files;
mod links;
mod pages;
mod site;
mod weight;
