//! Closed lists of words of this crate: one macro gives an enum its stable English word for the database and JSON
//! and its name in both languages, so that the list that is stored and the list that is shown cannot drift apart.

/// Declares a fieldless enum: `Variant = "word", "Vietnamese name", "English name"`.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $word:literal, $vi:literal, $en:literal;)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable English word used in the database and JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Its name for people.
            pub const fn name(self, lang: ansinh_kernel::lang::Lang) -> &'static str {
                match self { $(Self::$variant => lang.pick($vi, $en),)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = ansinh_kernel::id::IdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let known = &[$($word),+];
                let found = Self::ALL.iter().find(|one| one.as_str() == text).copied();
                found.ok_or_else(|| ansinh_kernel::id::IdError::UnknownWord {
                    what: stringify!($name),
                    text: text.to_owned(),
                    known,
                })
            }
        }
    };
}

pub(crate) use named;
