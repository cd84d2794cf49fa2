//! The commands as somebody types them: what they refuse makes nothing.

use std::process::{Command, Output};

fn ansinh(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ansinh"));
    command.args(arguments).env_remove("ANSINH_DATABASE").env("ANSINH_LANG", "vi").output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_database_that_is_not_there_is_not_made_by_verifying_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("typo.sqlite");
    let output = ansinh(&["audit", "verify", "--database", &format!("sqlite://{}", file.display())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("kiểm tra đường dẫn"), "{}", told(&output));
    assert!(!file.exists());
}

#[test]
fn without_a_demo_the_commands_say_how_to_make_one() {
    let folder = tempfile::tempdir().unwrap();
    let output = ansinh(&["audit", "verify", "--home", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("ansinh demo"), "{}", told(&output));
}

#[test]
fn wrong_arguments_end_with_2_and_help_with_0() {
    assert_eq!(ansinh(&["demo", "--frsh"]).status.code(), Some(2));
    let help = ansinh(&["serve", "--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8(help.stdout).unwrap().contains("Phục vụ một hệ thống thật"));
}
