//! What a form sent: its fields in their order, the digest that tells two contents apart, and what of it can be shown
//! again. Secrets are never shown again.

use crate::http::guard::{CSRF_FIELD, KEY_FIELD};
use ansinh_kernel::digest::{Digest, DigestWriter};

/// Fields that hold secrets.
const SECRETS: [&str; 4] = ["password", "old", "new", "code"];

/// The fields of a form, in the order they were sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    pub(super) fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The value of a field, empty when it was not sent.
    pub(super) fn get(&self, name: &str) -> &str {
        self.found(name).unwrap_or_default()
    }

    /// True when the field was sent at all, as a ticked box is.
    pub(super) fn has(&self, name: &str) -> bool {
        self.found(name).is_some()
    }

    /// Fields whose name begins so, without that beginning.
    pub(super) fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }

    /// What can be put into the form again: everything but guards and secrets.
    pub(super) fn kept(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        pairs.filter(|(name, _)| !is_guard(name) && !SECRETS.contains(name))
    }

    /// Digest of what was sent to this path, whatever the order of the fields and the guards.
    pub(super) fn digest(&self, path: &str) -> Digest {
        let mut pairs: Vec<&(String, String)> = self.0.iter().filter(|(name, _)| !is_guard(name)).collect();
        pairs.sort();
        let mut writer = DigestWriter::new();
        writer.text(path);
        for (name, value) in pairs {
            writer.text(name).text(value);
        }
        writer.finish()
    }

    fn found(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

fn is_guard(name: &str) -> bool {
    name == CSRF_FIELD || name == KEY_FIELD
}

#[cfg(test)]
mod tests {
    use super::Fields;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn the_digest_follows_the_content_and_not_the_guards() {
        let sent = fields(&[("_csrf", "a"), ("_key", "k"), ("n", "1"), ("d", "2")]);
        assert_eq!(sent.digest("/a"), fields(&[("d", "2"), ("n", "1"), ("_csrf", "b")]).digest("/a"));
        assert_ne!(sent.digest("/a"), sent.digest("/b"));
        assert_ne!(sent.digest("/a"), fields(&[("n", "2"), ("d", "1")]).digest("/a"));
        assert_ne!(fields(&[("ab", "c")]).digest("/a"), fields(&[("a", "bc")]).digest("/a"));
    }

    #[test]
    fn secrets_and_guards_are_not_kept() {
        let sent =
            fields(&[("_csrf", "a"), ("username", "an"), ("password", "p"), ("old", "o"), ("new", "n"), ("code", "1")]);
        assert_eq!(sent.kept().collect::<Vec<_>>(), [("username", "an")]);
    }
}
