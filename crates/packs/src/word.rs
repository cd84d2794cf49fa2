//! Closed lists of words in data files: the kernel's enum of words, and a JSON Schema made from the same list, so
//! that what an editor offers, what a file is checked against and what the code matches on cannot drift apart.

/// Declares a closed list of words as [`ansinh_kernel::words!`] does, and gives it a JSON Schema.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident: $what:literal {
        $($(#[$variant_meta:meta])* $variant:ident = $word:literal, $vi:literal, $en:literal;)+
    }) => {
        ansinh_kernel::words! {
            $(#[$meta])* pub enum $name: $what {
                $($(#[$variant_meta])* $variant = $word, $vi, $en;)+
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let meanings = [$(concat!($word, " = ", $en),)+].join("; ");
                schemars::json_schema!({ "type": "string", "enum": [$($word,)+], "description": meanings })
            }
        }
    };
}

pub(crate) use words;
