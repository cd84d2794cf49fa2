//! Legal documents, and what rests on one of them.

use ansinh_kernel::id::DocumentId;
use ansinh_packs::area::Succession;
use ansinh_packs::document::LegalDocument;
use ansinh_packs::plan::{Plan, Task};

use crate::context::App;
use crate::error::{AppError, AppResult};

/// One document with what rests on it.
#[derive(Clone, Debug)]
pub struct DocumentPage<'a> {
    /// The document.
    pub document: &'a LegalDocument,
    /// What replaced it.
    pub replaced_by: Option<&'a LegalDocument>,
    /// What it replaced.
    pub replaces: Vec<&'a LegalDocument>,
    /// Plans that carry it out.
    pub plans: Vec<&'a Plan>,
    /// Tasks that serve it, each with its plan.
    pub tasks: Vec<(&'a Plan, &'a Task)>,
    /// Changes of areas it ordered, by date.
    pub successions: Vec<&'a Succession>,
}

impl App {
    /// Every document, the newest first; those without a date last.
    pub fn list_documents(&self) -> Vec<&LegalDocument> {
        let mut documents: Vec<&LegalDocument> = self.packs.documents.iter().collect();
        documents.sort_by_key(|document| (std::cmp::Reverse(document.signed), &document.id));
        documents
    }

    /// One document.
    ///
    /// # Errors
    /// `NotFound` when there is no such document.
    pub fn read_document(&self, id: &DocumentId) -> AppResult<DocumentPage<'_>> {
        let packs = &self.packs;
        let document = packs.documents.get(id).ok_or(AppError::NotFound)?;
        let tasks = packs.plans.iter().flat_map(|plan| plan.tasks.iter().map(move |task| (plan, task)));
        let ordered = |one: &&Succession| one.instrument.is_some() && one.instrument == document.number;
        Ok(DocumentPage {
            document,
            replaced_by: document.replaced_by.as_ref().and_then(|id| packs.documents.get(id)),
            replaces: packs.documents.iter().filter(|one| one.replaced_by.as_ref() == Some(id)).collect(),
            plans: packs.plans.iter().filter(|plan| plan.parents.iter().any(|parent| &parent.document == id)).collect(),
            tasks: tasks.filter(|(_, task)| task.parents.contains(id)).collect(),
            successions: packs.areas.all_successions().iter().filter(ordered).collect(),
        })
    }
}
