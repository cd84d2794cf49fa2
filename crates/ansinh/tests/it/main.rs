//! Tests of the faces, through the router where there is a request and through the public structs where there is
//! none. One binary, so that it is linked once.
#![allow(clippy::unwrap_used, missing_docs)]

mod access;
mod chart;
mod commands;
mod components;
mod desk;
mod http;
mod import;
mod portal;
mod sample;
