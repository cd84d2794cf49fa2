//! The pack as a whole: the binary's copy and the folder are the same pack, and its digest moves with every byte.

use std::path::Path;

use ansinh_kernel::digest::{Digest, DigestWriter};
use ansinh_packs::{Pack, PackFiles};

use crate::{errors::changed, real, small};

#[test]
fn the_folder_and_the_binary_are_the_same_pack() {
    let folder = Pack::from_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap();
    assert_eq!(folder.digest, real().digest);
    assert_eq!(folder.files.len(), real().files.len());
    assert!(folder.areas == real().areas);
}

#[test]
fn the_digest_is_that_of_every_path_and_its_bytes_in_order() {
    let files = PackFiles::new().with("b", "two").with("a", "one");
    let mut writer = DigestWriter::new();
    writer.text("a").field(b"one").text("b").field(b"two");
    let expected: Digest = writer.finish();
    assert_eq!(files.digest(), expected);
    assert_ne!(PackFiles::new().with("ab", "one").digest(), PackFiles::new().with("a", "bone").digest());
}

#[test]
fn a_remark_changed_in_one_file_is_another_pack() {
    let one = Pack::from_files(small::files()).unwrap();
    let other = Pack::from_files(changed(small::files(), small::GLOSSARY, "công nhận", "xác nhận")).unwrap();
    assert_ne!(one.digest, other.digest);
}

#[test]
fn schemas_and_readmes_are_no_part_of_a_pack() {
    let paths: Vec<&str> = real().files.iter().map(|file| file.path.as_str()).collect();
    assert!(paths.iter().all(|path| !path.starts_with("schema/") && !path.ends_with("README.md")));
    assert!(paths.is_sorted());
}
