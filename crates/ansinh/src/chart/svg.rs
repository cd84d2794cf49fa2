//! The pen of all charts: escaped text, places in per cent, and the frame that names a picture for people who
//! do not see it. Places across are in tenths of a per cent, so a chart is as wide as its page and its letters
//! keep their size; places down are in pixels.

use askama::filters::HtmlSafe;
use std::fmt::{self, Write};

/// A finished picture, with what belongs to it (its legend). Goes into a template as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Svg(String);

impl Svg {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Svg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Everything a chart writes goes through [`Escaped`] or is our own.
impl HtmlSafe for Svg {}

/// Text inside markup.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A place across, in tenths of a per cent of the width.
#[derive(Clone, Copy)]
pub(crate) struct Across(pub(crate) i32);

impl fmt::Display for Across {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, tenth) = (self.0 / 10, self.0 % 10);
        if tenth == 0 { write!(f, "{whole}%") } else { write!(f, "{whole}.{tenth}%") }
    }
}

/// How a picture is named for people who do not see it.
pub(crate) struct Name<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
}

impl fmt::Display for Name<'_> {
    /// Title and description, which the `aria-labelledby` of the picture points to.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, title, description) = (self.id, Escaped(self.title), Escaped(self.description));
        write!(f, r#"<title id="{id}-t">{title}</title><desc id="{id}-d">{description}</desc>"#)
    }
}

/// Markup being written.
#[derive(Default)]
pub(crate) struct Drawing(String);

impl Drawing {
    pub(crate) fn new() -> Drawing {
        Drawing(String::with_capacity(2048))
    }

    /// Writes markup of ours; text of others goes in as [`Escaped`].
    pub(crate) fn put(&mut self, markup: fmt::Arguments<'_>) {
        self.0.write_fmt(markup).expect("writing to memory does not fail");
    }

    pub(crate) fn finish(self) -> Svg {
        Svg(self.0)
    }
}

/// `put!(drawing, "<g class=\"{class}\">")`.
macro_rules! put {
    ($drawing:expr, $($markup:tt)+) => { $drawing.put(format_args!($($markup)+)) };
}
pub(crate) use put;

#[cfg(test)]
mod tests {
    use super::{Across, Escaped};

    #[test]
    fn text_cannot_leave_its_place() {
        let hostile = "</title><script>\"&'";
        assert_eq!(Escaped(hostile).to_string(), "&lt;/title&gt;&lt;script&gt;&quot;&amp;'");
    }

    #[test]
    fn places_across_have_at_most_one_decimal() {
        let places = [0, 5, 350, 352, 1000].map(|place| Across(place).to_string());
        assert_eq!(places, ["0%", "0.5%", "35%", "35.2%", "100%"]);
    }
}
