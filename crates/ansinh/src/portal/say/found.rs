//! What is found by a search: its name, its address, and what tells it from others of the same name.

use ansinh_app::plan::Found;
use ansinh_packs::area::Area;

use super::Say;
use crate::words::fill;

impl Say<'_> {
    /// What is found, by name.
    pub(crate) fn found(&self, found: &Found<'_>) -> String {
        match found {
            Found::Target(one) => self.text(&one.title).to_owned(),
            Found::Aim(one) => self.text(&one.title).to_owned(),
            Found::Clause(_, clause, title) => format!("{clause} · {}", self.text(title)),
            Found::Agency(one) => self.agency_now(&one.id),
            Found::Area(one) => one.full_name_on(self.today, self.lang),
            Found::Indicator(one) => self.text(&one.name).to_owned(),
            Found::Document(one) => match &one.number {
                Some(number) => format!("{number} · {}", self.text(&one.title)),
                None => self.text(&one.title).to_owned(),
            },
            Found::Term(one) => self.text(&one.name).to_owned(),
        }
    }

    /// What is found, by address.
    pub(crate) fn found_href(&self, found: &Found<'_>) -> String {
        let base = self.base;
        match found {
            Found::Target(one) => format!("{base}/targets/{}", one.id),
            Found::Aim(one) => format!("{base}/aims/{}", one.id),
            Found::Clause(plan, clause, _) => self.clause_href(&plan.id, clause),
            Found::Agency(one) => format!("{base}/agencies/{}", one.id),
            Found::Area(one) => format!("{base}/areas/{}", one.id),
            Found::Indicator(one) => format!("{base}/indicators/{}", one.id),
            Found::Document(one) => format!("{base}/documents/{}", one.id),
            Found::Term(one) => format!("{base}/glossary#{}", one.id),
        }
    }

    /// A few words that tell what is found from others of the same name.
    pub(crate) fn found_note(&self, found: &Found<'_>) -> String {
        match found {
            Found::Target(one) => fill(self.p.clause_short, &[("clause", one.clause.as_str())]),
            Found::Aim(one) => fill(self.p.clause_short, &[("clause", one.clause.as_str())]),
            Found::Area(one) => self.area_note(one),
            Found::Agency(one) if one.version_on(self.today).is_none() => self.p.gone.to_owned(),
            Found::Indicator(one) => self.text(&one.definition).to_owned(),
            Found::Term(one) => self.text(&one.definition).to_owned(),
            Found::Clause(..) | Found::Agency(_) | Found::Document(_) => String::new(),
        }
    }

    fn area_note(&self, area: &Area) -> String {
        let last = area.latest();
        let above = last.parent.as_ref().map(|parent| self.area(parent));
        let ended = last.valid.to().map(|end| fill(self.p.ended, &[("date", &self.date(&end))]));
        let parts: Vec<String> = above.into_iter().chain(ended).collect();
        parts.join(", ")
    }
}
