//! The words of the interface in both languages. A table is written once, each word beside its translation, so
//! that a missing translation does not compile. Words of policies, plans and indicators are data, not here.

mod desk;
mod frame;
mod office;
mod portal;
mod refusal;
mod rules;
mod sheet;

pub use desk::DeskWords;
pub use frame::Words;
pub use office::OfficeWords;
pub use portal::PortalWords;
pub use refusal::RefusalWords;
pub use rules::RuleWords;
pub use sheet::SheetWords;

/// Writes a table of words: a struct with one field a word, its two values, and a test that both languages leave
/// the same blanks. In templates a word is `w.home`; a blank is written `{name}` and filled by [`fill`].
macro_rules! words {
    ($(#[$doc:meta])* $table:ident { $($key:ident: $vi:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $table {
            $(#[doc = concat!("“", $en, "”")] pub $key: &'static str,)+
        }

        impl $table {
            /// The table in this language.
            pub fn of(lang: ansinh_kernel::lang::Lang) -> &'static $table {
                static VI: $table = $table { $($key: $vi,)+ };
                static EN: $table = $table { $($key: $en,)+ };
                match lang {
                    ansinh_kernel::lang::Lang::Vi => &VI,
                    ansinh_kernel::lang::Lang::En => &EN,
                }
            }
        }

        #[cfg(test)]
        mod table {
            #[test]
            fn each_word_is_whole_in_both_languages() {
                $($crate::words::assert_whole(stringify!($key), $vi, $en);)+
            }
        }
    };
}
pub(crate) use words;

/// Fills the blanks of a word: `fill("Trang {n}", &[("n", "2")])` is `Trang 2`.
pub fn fill(word: &str, blanks: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(word.len() + 16);
    let mut rest = word;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        let value = blanks.iter().find(|(blank, _)| *blank == name).map(|(_, value)| *value);
        filled.push_str(before);
        filled.push_str(value.unwrap_or_default());
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
pub(crate) fn assert_whole(key: &str, vi: &str, en: &str) {
    let blanks = |word: &str| {
        let mut names: Vec<String> =
            word.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default().to_owned()).collect();
        names.sort();
        names
    };
    assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{key}: empty");
    assert_eq!(vi.trim(), vi, "{key}: spaces around");
    assert_eq!(en.trim(), en, "{key}: spaces around");
    assert_eq!(ansinh_kernel::text::nfc(vi), vi, "{key}: not NFC");
    assert_eq!(blanks(vi), blanks(en), "{key}: other blanks");
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn blanks_are_filled_by_name_and_an_unknown_one_is_left_empty() {
        assert_eq!(fill("Trang {n} trên {total}", &[("total", "5"), ("n", "2")]), "Trang 2 trên 5");
        assert_eq!(fill("{a}{b}", &[("a", "1")]), "1");
        assert_eq!(fill("không có chỗ trống", &[]), "không có chỗ trống");
    }

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        assert_eq!(fill("{a} {b}", &[("a", "{b}"), ("b", "2")]), "{b} 2");
    }
}
