//! The small things that lists in components are made of: a crumb, an error of a field, the pages of a list.
//! The components themselves are macros in `templates/components/`.

use crate::http::visit::Visit;
use crate::words::{Words, fill};

/// One step of the way from the home page to this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// The address, empty for the page itself, which comes last.
    pub href: String,
    /// The words.
    pub text: String,
}

impl Crumb {
    /// A page above this one, by its path without the language.
    pub fn to(visit: &Visit, path: &str, text: impl Into<String>) -> Crumb {
        Crumb { href: visit.href(path), text: text.into() }
    }

    /// The page itself.
    pub fn here(text: impl Into<String>) -> Crumb {
        Crumb { href: String::new(), text: text.into() }
    }
}

/// What is wrong with one field of a form, in the words of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The `id` of the field.
    pub field: String,
    /// What is wrong and how to mend it.
    pub what: String,
}

/// The errors of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(pub Vec<FieldError>);

impl FieldErrors {
    /// What is wrong with this field, empty when nothing is.
    pub fn of(&self, field: &str) -> &str {
        let found = self.0.iter().find(|error| error.field == field);
        found.map_or("", |error| error.what.as_str())
    }
}

/// Where a reader is in a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pager {
    /// This page, counted from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    before: String,
}

impl Pager {
    /// The pages of the list shown at this address; its query keeps everything but `page`.
    pub fn new(visit: &Visit, page: u32, pages: u32) -> Pager {
        let kept = visit.query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("page="));
        let mut before = format!("{}?", visit.href(&visit.path));
        for pair in kept {
            before.push_str(pair);
            before.push('&');
        }
        Pager { page, pages: pages.max(1), before }
    }

    /// The address of a page of the list.
    pub fn href(&self, page: &u32) -> String {
        format!("{}page={page}", self.before)
    }

    /// “Page 2 of 5”.
    pub fn position(&self, w: &Words) -> String {
        let (n, total) = (self.page.to_string(), self.pages.to_string());
        fill(w.page_of, &[("n", &n), ("total", &total)])
    }

    /// The page before, if there is one.
    pub fn previous(&self) -> Option<u32> {
        self.page.checked_sub(1).filter(|page| *page >= 1)
    }

    /// The page after, if there is one.
    pub fn next(&self) -> Option<u32> {
        self.page.checked_add(1).filter(|page| *page <= self.pages)
    }
}
