//! The faces of An Sinh: the portal for everybody, the desk for officials, the JSON API and the commands. A page
//! takes a request apart, calls one verb of `app`, and renders one template; it decides nothing itself. What is
//! here for all pages: `http` (headers, languages, cache, errors, guards), `layout` and `words` (the frame around
//! every page), `chart` (pictures made by the server).
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod chart;
pub mod commands;
pub mod components;
pub mod desk;
pub mod http;
pub mod layout;
pub mod portal;
pub mod router;
pub mod style;
pub mod words;
