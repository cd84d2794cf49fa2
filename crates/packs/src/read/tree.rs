//! The files of a pack before they are read: paths and bytes, from the binary, from a folder or made in memory.

use std::{borrow::Cow, collections::BTreeMap, fs, path::Path};

use ansinh_kernel::{
    digest::{Digest, DigestWriter},
    problem::{Place, Problem, Problems},
};
use include_dir::{Dir, include_dir};

/// The copy of `data/` that the binary carries.
static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data");

/// Paths relative to the root of a pack, with `/` between parts, and the bytes of each file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackFiles(BTreeMap<String, Cow<'static, [u8]>>);

impl PackFiles {
    /// No files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The files the binary carries.
    #[must_use]
    pub fn embedded() -> Self {
        let mut files = Self::new();
        files.add_embedded(&EMBEDDED);
        files
    }

    fn add_embedded(&mut self, dir: &'static Dir<'static>) {
        for file in dir.files() {
            self.add_if_part(&file.path().to_string_lossy(), Cow::Borrowed(file.contents()));
        }
        for inner in dir.dirs() {
            self.add_embedded(inner);
        }
    }

    /// The files under a folder.
    ///
    /// # Errors
    /// Every folder or file that cannot be read.
    pub fn read_dir(root: &Path) -> Result<Self, Problems> {
        let mut files = Self::new();
        let mut problems = Problems::new();
        files.add_dir(root, "", &mut problems);
        problems.into_result(files)
    }

    fn add_dir(&mut self, dir: &Path, prefix: &str, problems: &mut Problems) {
        let entries = fs::read_dir(dir).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let Some(entries) = problems.keep(entries.map_err(|error| unreadable(prefix, &error))) else { return };
        for entry in entries {
            let path = entry.path();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if path.is_dir() {
                self.add_dir(&path, &format!("{name}/"), problems);
            } else if is_part(&name) {
                let bytes = fs::read(&path).map_err(|error| unreadable(&name, &error));
                if let Some(bytes) = problems.keep(bytes) {
                    self.0.insert(name, Cow::Owned(bytes));
                }
            }
        }
    }

    fn add_if_part(&mut self, path: &str, bytes: Cow<'static, [u8]>) {
        let path = path.replace('\\', "/");
        if is_part(&path) {
            self.0.insert(path, bytes);
        }
    }

    /// The same files and one more, or one instead of the one at its path.
    #[must_use]
    pub fn with(mut self, path: &str, text: impl Into<String>) -> Self {
        self.0.insert(path.to_owned(), Cow::Owned(text.into().into_bytes()));
        self
    }

    /// Adds a file, or puts it in the place of the one at its path.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Cow<'static, [u8]>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// The bytes of the file at this path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(AsRef::as_ref)
    }

    /// Every file, ordered by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    /// The fingerprint of these files: of each path and its bytes, with their lengths, in the order of paths.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let mut writer = DigestWriter::new();
        for (path, bytes) in self.iter() {
            writer.text(path).field(bytes);
        }
        writer.finish()
    }
}

impl IntoIterator for PackFiles {
    type Item = (String, Cow<'static, [u8]>);
    type IntoIter = std::collections::btree_map::IntoIter<String, Cow<'static, [u8]>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Whether a file belongs to the pack: schemas are made from code, `README.md` is for people, dot files are
/// the system's.
fn is_part(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !path.starts_with("schema/") && name != "README.md" && !name.starts_with('.')
}

fn unreadable(path: &str, error: &std::io::Error) -> Problem {
    let what = format!("không đọc được ({error})");
    Problem::new("file-unreadable", what, "Kiểm tra đường dẫn và quyền đọc").at(Place::file(path))
}
