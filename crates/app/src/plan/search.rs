//! Finding anything by what people type, without diacritics: exact names first, then names that begin so, then words
//! that begin so, then names that hold every word typed.

use ansinh_kernel::lang::{Bilingual, Lang};
use ansinh_kernel::text::fold;

use crate::context::App;

use super::find::Found;
use super::read_clause::lines;

/// Most results of one kind.
pub const HITS_PER_KIND: usize = 12;

/// Longest text that is searched for, in letters; more is cut off.
const LONGEST_QUERY: usize = 80;

/// What was found, best first within its kind.
#[derive(Clone, Debug, Default)]
pub struct Hits<'a> {
    /// Targets and aims.
    pub targets: Vec<Found<'a>>,
    /// Clauses: objectives, tasks, assignments.
    pub clauses: Vec<Found<'a>>,
    /// Agencies, by any name they ever bore.
    pub agencies: Vec<Found<'a>>,
    /// Areas, by any name they ever bore.
    pub areas: Vec<Found<'a>>,
    /// Indicators and their measures.
    pub indicators: Vec<Found<'a>>,
    /// Documents, by number or title.
    pub documents: Vec<Found<'a>>,
    /// Terms.
    pub terms: Vec<Found<'a>>,
}

impl Hits<'_> {
    /// How many results there are in all.
    #[must_use]
    pub fn len(&self) -> usize {
        let kinds =
            [&self.targets, &self.clauses, &self.agencies, &self.areas, &self.indicators, &self.documents, &self.terms];
        kinds.into_iter().map(Vec::len).sum()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl App {
    /// Everything that fits a text, at most [`HITS_PER_KIND`] of each kind.
    pub fn search(&self, text: &str) -> Hits<'_> {
        let short: String = text.chars().take(LONGEST_QUERY).collect();
        let wanted = Wanted::of(&short);
        if wanted.words.is_empty() {
            return Hits::default();
        }
        let packs = &self.packs;
        let plans = self.plans_in_order();
        let targets =
            plans.iter().flat_map(|plan| plan.targets.iter().map(|one| (Found::Target(one), vec![&one.title])));
        let aims = plans.iter().flat_map(|plan| plan.aims.iter().map(|one| (Found::Aim(one), vec![&one.title])));
        let clauses = plans.iter().flat_map(|plan| {
            lines(plan).into_iter().map(|one| (Found::Clause(plan, one.clause, one.title), vec![one.title]))
        });
        let indicators = packs.indicators.iter().map(|one| {
            let names =
                std::iter::once(&one.name).chain(packs.indicators.measures_of(&one.id).map(|measure| &measure.name));
            (Found::Indicator(one), names.collect())
        });
        Hits {
            targets: wanted.best(targets.chain(aims).map(both)),
            clauses: wanted.best(clauses.map(both)),
            agencies: wanted.best(packs.agencies.iter().map(|one| {
                let names = one
                    .versions
                    .iter()
                    .flat_map(|version| [version.name.vi.as_str(), &version.name.en, &version.short_vi]);
                (Found::Agency(one), names.collect())
            })),
            areas: packs.areas.search(&short, None, HITS_PER_KIND).into_iter().map(Found::Area).collect(),
            indicators: wanted.best(indicators.map(both)),
            documents: wanted.best(packs.documents.iter().map(|one| {
                let number = one.number.as_deref();
                (
                    Found::Document(one),
                    number.into_iter().chain([one.title.get(Lang::Vi), one.title.get(Lang::En)]).collect(),
                )
            })),
            terms: wanted.best(packs.glossary.iter().map(|one| both((Found::Term(one), vec![&one.name])))),
        }
    }
}

/// Both languages of some names.
fn both<'a>((found, names): (Found<'a>, Vec<&'a Bilingual>)) -> (Found<'a>, Vec<&'a str>) {
    let texts = names.into_iter().flat_map(|name| [name.get(Lang::Vi), name.get(Lang::En)]);
    (found, texts.collect())
}

/// A text as it is compared: folded, with its words.
struct Wanted {
    folded: String,
    words: Vec<String>,
}

impl Wanted {
    fn of(text: &str) -> Self {
        let folded = fold(text).trim().to_owned();
        let words = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { folded, words }
    }

    /// The best of these, by how well their best name fits.
    fn best<'a>(&self, candidates: impl Iterator<Item = (Found<'a>, Vec<&'a str>)>) -> Vec<Found<'a>> {
        let ranked = candidates.filter_map(|(found, names)| {
            let rank = names.iter().filter_map(|name| self.rank(name)).min()?;
            Some((rank, found))
        });
        let mut ranked: Vec<(u8, Found<'a>)> = ranked.collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().take(HITS_PER_KIND).map(|(_, found)| found).collect()
    }

    /// How well a name fits; smaller is better.
    fn rank(&self, name: &str) -> Option<u8> {
        let name = fold(name);
        let begins = |word: &String| name.split(' ').any(|part| part.starts_with(word.as_str()));
        if name == self.folded {
            Some(0)
        } else if name.starts_with(&self.folded) {
            Some(1)
        } else if name.contains(&format!(" {}", self.folded)) {
            Some(2)
        } else if self.words.iter().all(begins) {
            Some(3)
        } else if self.words.iter().all(|word| name.contains(word.as_str())) {
            Some(4)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    #[test]
    fn exact_names_go_before_beginnings_before_scattered_words() {
        let rank = |text: &str, name: &str| Wanted::of(text).rank(name);
        assert_eq!(rank("so y te", "Sở Y tế"), Some(0));
        assert_eq!(rank("sở y", "Sở Y tế"), Some(1));
        assert_eq!(rank("y te", "Sở Y tế"), Some(2));
        assert_eq!(rank("te so", "Sở Y tế"), Some(3));
        assert_eq!(rank("giáo dục", "Sở Y tế"), None);
    }
}
