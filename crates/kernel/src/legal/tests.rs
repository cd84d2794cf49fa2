//! Behaviour of clauses, document numbers and legal references.

use super::*;
use proptest::prelude::*;

fn clause(text: &str) -> ClauseId {
    ClauseId::new(text).unwrap()
}

#[test]
fn a_clause_stands_in_its_parents() {
    let leaf = clause("II.1.2.3.housing-water.b");
    assert_eq!(leaf.parent(), Some(clause("II.1.2.3.housing-water")));
    assert_eq!(clause("II").parent(), None);
    assert!(leaf.is_within(&clause("II.1")) && leaf.is_within(&leaf));
    assert!(!clause("II.10").is_within(&clause("II.1")));
    assert_eq!(leaf.depth(), 6);
    for bad in ["", ".", "II.", ".1", "II..1", "II 1", "II/1"] {
        assert!(ClauseId::new(bad).is_err(), "{bad}");
    }
}

#[test]
fn clauses_sort_in_the_order_of_reading() {
    let order = [
        "I.1",
        "I.2",
        "I.10",
        "II",
        "II.1",
        "II.1.2",
        "II.1.2.a",
        "II.1.2.b",
        "II.1.2.d",
        "II.1.2.đ",
        "II.1.2.e",
        "III.1",
        "IV",
        "V",
        "IX",
        "X",
        "A.1",
        "B",
        "C",
        "D",
    ];
    let mut sorted = order.map(clause);
    sorted.reverse();
    sorted.sort();
    assert_eq!(sorted.map(|clause| clause.to_string()), order);
}

#[test]
fn a_document_number_is_read_as_printed() {
    for good in ["20/2021/NĐ-CP", "1611/QĐ-UBND", "15-NQ/TW", "41/2024/QH15"] {
        assert_eq!(DocumentNumber::new(good).unwrap().as_str(), good);
    }
    for bad in ["", "NĐ-CP", "/KH-UBND", "20", "20/", "20 /2021", "20/2021/NĐ-CP Điều 5"] {
        assert!(DocumentNumber::new(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_reference_is_read_from_the_widest_part_down() {
    let text = "20/2021/NĐ-CP Điều 5 khoản 6 điểm a";
    let reference: LegalRef = text.parse().unwrap();
    assert_eq!(reference.document(), &DocumentNumber::new("20/2021/NĐ-CP").unwrap());
    assert_eq!(reference.part(LegalPart::Clause), Some("6"));
    assert_eq!(reference.part(LegalPart::Annex), None);
    assert_eq!(reference.to_string(), text);
    assert_eq!(reference.format(Lang::Vi), "điểm a khoản 6 Điều 5, 20/2021/NĐ-CP");
    assert_eq!(reference.format(Lang::En), "Article 5, clause 6, point a of 20/2021/NĐ-CP");
    let whole: LegalRef = "1611/QĐ-UBND".parse().unwrap();
    assert_eq!(whole.format(Lang::Vi), "1611/QĐ-UBND");
    for bad in [
        "Điều 5",
        "20/2021/NĐ-CP khoản 6 Điều 5",
        "20/2021/NĐ-CP Điều",
        "20/2021/NĐ-CP Điều 5 khoản",
        "20/2021/NĐ-CP điều 5",
        "20/2021/NĐ-CP  Điều 5",
    ] {
        assert!(bad.parse::<LegalRef>().is_err(), "{bad}");
    }
}

#[test]
fn references_sort_in_the_order_of_reading() {
    let mut references = ["Điều 10", "Điều 5 khoản 10", "Điều 5 khoản 6 điểm đ", "Điều 5 khoản 6 điểm e", "Điều 5"]
        .map(|part| LegalRef::new(&format!("20/2021/NĐ-CP {part}")).unwrap());
    references.sort();
    let order: Vec<String> = references.iter().map(|reference| reference.format(Lang::Vi)).collect();
    let expected = ["Điều 5", "điểm đ khoản 6 Điều 5", "điểm e khoản 6 Điều 5", "khoản 10 Điều 5", "Điều 10"];
    assert_eq!(order, expected.map(|part| format!("{part}, 20/2021/NĐ-CP")));
}

proptest! {
    #[test]
    fn order_agrees_with_equality(a in "[IVX1-3a-cđ.]{1,4}", b in "[IVX1-3a-cđ.]{1,4}") {
        if let (Ok(a), Ok(b)) = (ClauseId::new(&a), ClauseId::new(&b)) {
            prop_assert_eq!(a == b, a.cmp(&b) == Ordering::Equal);
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        }
    }

    #[test]
    fn a_reference_printed_and_read_again_is_the_same(article in 1..200_u8, clause in 1..30_u8, point in "[a-eđ]") {
        let text = format!("20/2021/NĐ-CP Điều {article} khoản {clause} điểm {point}");
        prop_assert_eq!(LegalRef::new(&text).unwrap().to_string(), text);
    }
}
