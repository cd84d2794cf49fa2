//! The binary carries a copy of `data/`: a file added or removed there makes this crate build again.

fn main() {
    println!("cargo::rerun-if-changed=../../data");
}
