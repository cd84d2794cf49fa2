//! The page cache of the portal. Pages are kept as bytes, ready to send, under the address they were asked at
//! (which holds the language). All belong to one generation of the accepted figures: as soon as something is
//! accepted the generation moves on and not one kept page is served again.

use crate::http::encoding::{Encoding, pack};
use crate::http::page::Rendered;
use ansinh_kernel::digest::Digest;
use axum::body::Bytes;
use axum::http::HeaderValue;
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

/// An address longer than this is answered but not kept.
const LONGEST_KEY: usize = 512;

/// The number of times that something readers can see has changed. Shared by all who accept and all who serve.
#[derive(Clone, Debug, Default)]
pub struct Generation(Arc<AtomicU64>);

impl Generation {
    /// Marks all pages made so far as old. Called after the commit and before the answer to whoever accepted.
    pub fn bump(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }

    /// The generation that a page made from now on may claim.
    pub fn current(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }
}

/// An answer with its compressed forms, each made when first asked for.
#[derive(Debug)]
pub(crate) struct Stored {
    pub(crate) rendered: Rendered,
    pub(crate) etag: HeaderValue,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

impl Stored {
    pub(crate) fn new(rendered: Rendered) -> Stored {
        let digest = Digest::of(&rendered.body).to_string();
        let etag = HeaderValue::try_from(format!("W/\"{}\"", &digest[..32]));
        Stored {
            etag: etag.expect("hexadecimal digits make a header value"),
            rendered,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    /// The bytes in this coding, if they have been made.
    pub(crate) fn ready(&self, encoding: Encoding) -> Option<Bytes> {
        match encoding {
            Encoding::Plain => Some(self.rendered.body.clone()),
            Encoding::Gzip => self.gzip.get().cloned(),
            Encoding::Brotli => self.brotli.get().cloned(),
        }
    }

    /// The bytes in this coding, made now if they have to be.
    pub(crate) fn packed(&self, encoding: Encoding) -> Bytes {
        let body = &self.rendered.body;
        let make = || Bytes::from(pack(body, encoding));
        match encoding {
            Encoding::Plain => body.clone(),
            Encoding::Gzip => self.gzip.get_or_init(make).clone(),
            Encoding::Brotli => self.brotli.get_or_init(make).clone(),
        }
    }

    /// What it may cost to keep: the page, and both compressed forms, which are smaller.
    fn weight(&self) -> usize {
        self.rendered.body.len().saturating_mul(2)
    }
}

/// Kept pages of the current generation, up to a weight in bytes; the oldest leave first.
#[derive(Debug)]
pub(crate) struct PageCache {
    generation: Generation,
    limit_bytes: usize,
    shelf: RwLock<Shelf>,
}

#[derive(Debug, Default)]
struct Shelf {
    generation: u64,
    weight: usize,
    pages: HashMap<Arc<str>, Arc<Stored>>,
    oldest_first: VecDeque<Arc<str>>,
}

impl PageCache {
    pub(crate) fn new(generation: Generation, limit_bytes: usize) -> PageCache {
        PageCache { generation, limit_bytes, shelf: RwLock::default() }
    }

    pub(crate) fn current(&self) -> u64 {
        self.generation.current()
    }

    /// The page kept under this address, unless something was accepted since it was made.
    pub(crate) fn get(&self, key: &str) -> Option<Arc<Stored>> {
        let shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
        if shelf.generation != self.generation.current() {
            return None;
        }
        shelf.pages.get(key).cloned()
    }

    /// Keeps a page whose making began in `generation`, and hands back the one to send: if the same page was
    /// kept meanwhile, that one, so that it is compressed once.
    pub(crate) fn keep(&self, key: &str, generation: u64, page: Stored) -> Arc<Stored> {
        let page = Arc::new(page);
        let weight = page.weight();
        if key.len() > LONGEST_KEY || weight > self.limit_bytes {
            return page;
        }
        let mut shelf = self.shelf.write().unwrap_or_else(PoisonError::into_inner);
        if generation < shelf.generation {
            return page;
        }
        if generation > shelf.generation {
            *shelf = Shelf { generation, ..Shelf::default() };
        }
        if let Some(kept) = shelf.pages.get(key) {
            return Arc::clone(kept);
        }
        shelf.make_room(self.limit_bytes - weight);
        shelf.put(Arc::from(key), Arc::clone(&page));
        page
    }
}

impl Shelf {
    fn make_room(&mut self, limit: usize) {
        while self.weight > limit {
            let Some(key) = self.oldest_first.pop_front() else { return };
            if let Some(page) = self.pages.remove(&key) {
                self.weight -= page.weight();
            }
        }
    }

    fn put(&mut self, key: Arc<str>, page: Arc<Stored>) {
        self.weight += page.weight();
        self.oldest_first.push_back(Arc::clone(&key));
        self.pages.insert(key, page);
    }
}
