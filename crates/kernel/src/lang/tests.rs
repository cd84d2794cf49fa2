//! Behaviour of the two languages.

use super::*;

#[test]
fn each_language_is_the_other_of_the_other() {
    for lang in Lang::ALL {
        assert_eq!(lang.other().other(), *lang);
        assert_eq!(lang.as_str().parse(), Ok(*lang));
    }
    assert_eq!(Lang::default(), Lang::Vi);
    assert!("fr".parse::<Lang>().is_err());
}

#[test]
fn a_text_is_given_in_the_language_asked_for() {
    let text = Bilingual::new("hộ nghèo", "poor households");
    assert_eq!(text.get(Lang::Vi), "hộ nghèo");
    assert_eq!(text.get(Lang::En), "poor households");
}
