//! Pictures made by the server: a bullet graph, a chart over years, a map of tiles. Each takes what to draw as a
//! small struct with its words already written, and gives SVG that needs no script, no style attribute and no
//! second request. Every picture has a name and a description, and the page shows a table with the same figures.

pub mod bullet;
pub mod level;
pub mod series;
mod svg;
pub mod tilemap;

pub use level::{Level, Scale};
pub use svg::Svg;
