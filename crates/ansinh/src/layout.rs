//! The frame around every page: the words, the two languages, the menu, the footer. A page's template extends
//! `layout.html` and carries a `Frame` as its field `f`; everything else on the page is its own.

use crate::http::assets;
use crate::http::visit::Visit;
use crate::style;
use crate::words::Words;
use ansinh_kernel::lang::Lang;

/// What the frame of a page shows.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// The words of the frame and the components.
    pub w: &'static Words,
    /// What stands before every path of ours on this page: nothing, or `/en`.
    pub base: &'static str,
    /// The address of this page.
    pub here: String,
    /// The address of this page in the other language.
    pub there: String,
    /// The menu.
    pub menu: Vec<MenuLink>,
    /// Whether this is the officials' side.
    pub desk: bool,
    /// Whether the page shows a chart or a map.
    pub charts: bool,
    /// Whether the page shows a form again with its errors; its title then says so first.
    pub errors: bool,
    /// The footer.
    pub footer: Footer,
}

/// A link of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuLink {
    /// The path without the language.
    pub path: &'static str,
    /// The word.
    pub word: &'static str,
    /// Whether the page shown is in this part.
    pub current: bool,
}

/// What a reader can hold against the page: which data it was made from, and the state of the audit chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footer {
    /// Scheme and host that readers use, such as `https://ansinh.example.vn`, for the address on printed pages;
    /// empty when not known.
    pub site: String,
    /// The short digest of the packs, empty when not known.
    pub data_version: String,
    /// The last checkpoint of the audit chain as printed, empty when there is none yet.
    pub audit_checkpoint: String,
}

impl Frame {
    /// The frame of a page at this address.
    pub fn new(visit: &Visit, footer: Footer) -> Frame {
        let w = Words::of(visit.lang);
        let desk = visit.is_desk();
        Frame {
            lang: visit.lang,
            w,
            base: visit.base(),
            here: visit.here(),
            there: visit.there(),
            menu: menu(&visit.path, w, desk),
            desk,
            charts: false,
            errors: false,
            footer,
        }
    }

    /// The same frame for a page with charts or maps.
    pub fn with_charts(mut self) -> Frame {
        self.charts = true;
        self
    }

    /// The same frame for a form shown again with its errors.
    pub fn with_errors(mut self) -> Frame {
        self.errors = true;
        self
    }

    /// The style every page has.
    pub fn style(&self) -> &'static str {
        style::base()
    }

    /// The style of charts.
    pub fn chart_style(&self) -> &'static str {
        style::chart()
    }

    /// The style of the desk.
    pub fn desk_style(&self) -> &'static str {
        style::desk()
    }

    /// The address of the desk's script.
    pub fn desk_script(&self) -> &'static str {
        assets::desk_script()
    }
}

/// The menus. A part is current on its own page and on every page below it. At the desk this is the part everybody
/// has; a page that knows who works there gives the others.
fn menu(path: &str, w: &'static Words, desk: bool) -> Vec<MenuLink> {
    let portal = [
        ("/targets", w.targets),
        ("/areas", w.areas),
        ("/plans", w.plan),
        ("/agencies", w.agencies),
        ("/data", w.open_data),
    ];
    let office = [("/desk", w.tasks)];
    let links = if desk { &office[..] } else { &portal[..] };
    let is_here = |part: &str| path == part || (part != "/desk" && is_below(path, part));
    let link = |&(part, word): &(&'static str, &'static str)| MenuLink { path: part, word, current: is_here(part) };
    links.iter().map(link).collect()
}

fn is_below(path: &str, part: &str) -> bool {
    path.strip_prefix(part).is_some_and(|rest| rest.starts_with('/'))
}
