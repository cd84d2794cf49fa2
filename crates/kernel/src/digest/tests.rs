//! Behaviour of digests.

use super::*;
use proptest::prelude::*;

const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

#[test]
fn the_digest_of_nothing_is_the_published_one() {
    assert_eq!(Digest::of(b"").to_string(), EMPTY);
    assert_eq!(Digest::of(b"").short(), "e3b0c44298fc");
}

#[test]
fn fields_do_not_run_together() {
    let digest = |fields: &[&str]| {
        let mut writer = DigestWriter::new();
        fields.iter().for_each(|field| {
            writer.text(field);
        });
        writer.finish()
    };
    assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
    assert_ne!(digest(&["ab", ""]), digest(&["ab"]));
    assert_eq!(digest(&["ab", "c"]), digest(&["ab", "c"]));
    assert_eq!(digest(&[]).to_string(), EMPTY);
}

#[test]
fn what_is_no_digest_is_refused() {
    for text in ["", "e3", &EMPTY.to_uppercase(), &format!("{EMPTY}00"), &EMPTY.replace('e', "g")] {
        assert!(text.parse::<Digest>().is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn printed_and_read_again_it_is_the_same(bytes in any::<[u8; 32]>()) {
        let digest = Digest::from_bytes(bytes);
        prop_assert_eq!(digest.to_string().parse(), Ok(digest));
    }
}
