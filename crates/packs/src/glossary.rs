//! The glossary: every legal notion the software names, with its definition in both languages.

use ansinh_kernel::{id::TermId, lang::Bilingual};

/// One term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Slug: the spelling used in code, e.g. `ho-ngheo`.
    pub id: TermId,
    /// The term itself.
    pub name: Bilingual,
    /// What it means, in our words.
    pub definition: Bilingual,
}

/// Every term, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary(Vec<Term>);

impl Glossary {
    /// The term with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Term> {
        self.0.iter().find(|term| term.id == *id)
    }

    /// Every term, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Term> {
        self.0.iter()
    }
}

impl FromIterator<Term> for Glossary {
    fn from_iter<I: IntoIterator<Item = Term>>(terms: I) -> Self {
        Self(terms.into_iter().collect())
    }
}
