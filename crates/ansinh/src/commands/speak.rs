//! The commands in the user's language: help, and what is wrong with what was typed. English is written where the
//! arguments are declared; Vietnamese stands here, by the place of each command and option.

use ansinh_kernel::lang::Lang;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

use super::vietnamese::TEXTS;

/// Variables that tell the language, the strongest first.
const VARIABLES: [&str; 4] = ["ANSINH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
const TEMPLATE: &str = "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// The user's language: English where the first variable that is set says so, Vietnamese otherwise.
pub(super) fn lang() -> Lang {
    of(VARIABLES.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty())))
}

fn of(locale: Option<String>) -> Lang {
    if locale.is_some_and(|locale| locale.starts_with("en")) { Lang::En } else { Lang::Vi }
}

/// The commands with their help in a language.
pub(super) fn in_lang(command: Command, lang: Lang) -> Command {
    match lang {
        Lang::En => command,
        Lang::Vi => translated(command, ""),
    }
}

fn translated(command: Command, place: &str) -> Command {
    let place = format!("{place}/{}", command.get_name());
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    let is_root = place == "/ansinh";
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("In phần hướng dẫn này");
    let mut command = command.about(text(&place)).help_template(TEMPLATE).disable_help_flag(true);
    if command.get_after_help().is_some() {
        command = command.after_help(text(&format!("{place}+after")));
    }
    command = command.disable_help_subcommand(true).subcommand_help_heading("Lệnh").arg(help);
    if is_root {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help("In phiên bản");
        command = command.disable_version_flag(true).arg(version);
    }
    command = command.mut_args(|arg| {
        let own = text(&format!("{place}?{}", arg.get_id()));
        let heading = if arg.is_positional() { "Tham số" } else { "Tùy chọn" };
        let arg = arg.help_heading(heading);
        if own.is_empty() { arg } else { arg.help(own) }
    });
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, |below| translated(below, &place)))
}

fn text(place: &str) -> &'static str {
    TEXTS.iter().find(|(own, _)| *own == place).map_or("", |(_, text)| text)
}

/// What is wrong with what was typed, and how to mend it; none where the library's own words are the answer (help).
pub(super) fn wrong(error: &Error, lang: Lang) -> Option<String> {
    if lang == Lang::En {
        return None;
    }
    let told = |kind: ContextKind| error.get(kind).map(shown).unwrap_or_default();
    let (arg, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("thiếu {arg}"),
        ErrorKind::UnknownArgument => format!("không có tùy chọn {arg}"),
        ErrorKind::InvalidSubcommand => format!("không có lệnh “{}”", told(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() => format!("{arg} cần một giá trị"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("giá trị “{value}” của {arg} không dùng được"),
        ErrorKind::ArgumentConflict => {
            format!("{arg} không đi cùng {}", told(ContextKind::PriorArg))
        }
        _ => return None,
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(told).concat();
    let valid = told(ContextKind::ValidValue);
    let mend = match (near.is_empty(), valid.is_empty()) {
        (false, _) => format!(" Có phải bạn muốn: {near}?"),
        (true, false) => format!(" Dùng một trong: {valid}."),
        (true, true) => String::new(),
    };
    Some(format!("ansinh: {what}.{mend}\nXem cách dùng: thêm --help vào lệnh."))
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        ContextValue::String(one) => one.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_lang, of, text, wrong};
    use crate::commands::command;
    use ansinh_kernel::lang::Lang;

    fn places(command: &clap::Command, place: &str) -> Vec<String> {
        let place = format!("{place}/{}", command.get_name());
        let arguments = command.get_arguments().map(|arg| format!("{place}?{}", arg.get_id()));
        let after = command.get_after_help().map(|_| format!("{place}+after"));
        let below = command.get_subcommands().flat_map(|below| places(below, &place));
        [place.clone()].into_iter().chain(after).chain(arguments).chain(below).collect()
    }

    #[test]
    fn every_command_and_option_is_told_in_vietnamese_and_nothing_else_is() {
        let places = places(&command(), "");
        let missing: Vec<&String> = places.iter().filter(|place| text(place).is_empty()).collect();
        assert!(missing.is_empty(), "{missing:?}");
        let idle = super::TEXTS.iter().filter(|(place, _)| !places.iter().any(|own| own == place));
        assert_eq!(idle.count(), 0);
    }

    #[test]
    fn the_language_is_that_of_the_user() {
        assert_eq!(of(Some("en_GB.UTF-8".into())), Lang::En);
        assert_eq!(of(Some("vi_VN.UTF-8".into())), Lang::Vi);
        assert_eq!(of(Some("C.UTF-8".into())), Lang::Vi);
        assert_eq!(of(None), Lang::Vi);
    }

    #[test]
    fn what_is_wrong_is_said_in_vietnamese() {
        let said = |typed: &[&str]| {
            let error = in_lang(command(), Lang::Vi).try_get_matches_from([&["ansinh"], typed].concat()).unwrap_err();
            wrong(&error, Lang::Vi).unwrap()
        };
        assert!(said(&["serve"]).starts_with("ansinh: thiếu --database <"));
        assert!(said(&["demo", "--frsh"]).contains("không có tùy chọn --frsh. Có phải bạn muốn: --fresh"));
        assert!(said(&["sreve"]).contains("không có lệnh “sreve”. Có phải bạn muốn: serve"));
        assert!(said(&["demo", "--listen", "x"]).contains("giá trị “x” của --listen <"));
        assert!(said(&["demo", "--home"]).contains("cần một giá trị"));
    }

    #[test]
    fn help_is_whole_in_vietnamese() {
        let help = in_lang(command(), Lang::Vi).render_help().to_string();
        for said in ["Cách dùng: ansinh", "Lệnh:", "Tùy chọn:", "In phiên bản"] {
            assert!(help.contains(said), "{help}");
        }
        assert!(!help.contains("Usage") && !help.contains("Options") && !help.contains("Print"), "{help}");
    }
}
