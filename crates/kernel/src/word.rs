//! Words that stand for a value in data files, the database and JSON, each read back by its own `FromStr`, so
//! that the written form and the printed form can never differ. [`words!`](crate::words) declares a closed
//! list of them with their names for people; [`serde_as_text!`](crate::serde_as_text) lets any type travel so.

#[doc(hidden)]
pub use serde;

/// Implements `Serialize` and `Deserialize` through `Display` and `FromStr`.
#[macro_export]
macro_rules! serde_as_text {
    ($($name:ty),+ $(,)?) => {$(
        impl $crate::word::serde::Serialize for $name {
            fn serialize<S: $crate::word::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> $crate::word::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::word::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Text;
                impl $crate::word::serde::de::Visitor<'_> for Text {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("the text of a ", stringify!($name)))
                    }

                    fn visit_str<E: $crate::word::serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                from.deserialize_str(Text)
            }
        }
    )+};
}

/// Declares a closed list of words:
/// `pub enum Name: "what it is, in Vietnamese" { Variant = "word", "Vietnamese name", "English name"; }`.
///
/// The enum gets `ALL`, `as_str`, `name(lang)`, `Display`, `FromStr` and serde, and orders as declared.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident: $what:literal {
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

            /// The stable English word in data files, the database and JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The name shown to people.
            pub const fn name(self, lang: $crate::lang::Lang) -> &'static str {
                match self { $(Self::$variant => lang.pick($vi, $en),)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::id::IdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::id::IdError::UnknownWord {
                        what: $what,
                        text: text.to_owned(),
                        known: &[$($word,)+],
                    }),
                }
            }
        }

        $crate::serde_as_text!($name);
    };
}

#[cfg(test)]
mod tests;
