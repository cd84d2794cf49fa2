//! The one binary. Everything it does lives in the library.

fn main() -> std::process::ExitCode {
    match ansinh::commands::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("ansinh: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
