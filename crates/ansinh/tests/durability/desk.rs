//! Two officials at the desk of a server that is killed again and again: one types, saves and hands in, the other
//! accepts. What is not answered they send again as it was, as people do.

use super::browser;
use super::form::{SeenForm, form_in};
use super::killed::{Random, program};
use super::server::{Server, start_and_kill};

/// One in so many forms is sent to a server that is about to be killed.
const ONE_IN: i64 = 9;
/// The reach of moments after a form was sent, and while a server starts, in microseconds.
const SHORTEST: i64 = 1_000;
const LONGEST: i64 = 1_000_000;
const STARTING: i64 = 200_000;

/// What happened on the way.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Servers that were killed.
    pub(crate) kills: usize,
    /// Forms that got no answer.
    pub(crate) unanswered: usize,
    /// Of those, forms whose work had been done all the same.
    pub(crate) kept_in_silence: usize,
}

/// One of the two.
pub(crate) struct Official {
    username: &'static str,
    password: String,
    secret: Option<String>,
    cookie: String,
}

impl Official {
    /// Makes the account as an operator does.
    pub(crate) fn new(database: &str, username: &'static str, rights: &[&str]) -> Self {
        let mut command = program();
        command.args(["user", "add", "--database", database, "--username", username, "--name", username]);
        let output = command.args(["--area", "t44.2025"]).args(rights).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let after = |words: &str| said.lines().find_map(|line| line.strip_prefix(words)).map(str::to_owned);
        let password = after("Mật khẩu: ").unwrap_or_else(|| panic!("no account: {said}"));
        Self { username, password, secret: after("Mã bí mật xác thực hai bước: "), cookie: String::new() }
    }

    fn sign_in(&mut self, server: &Server) {
        let page = browser::get(server.address, "/desk/sign-in", "").unwrap();
        let code = self.secret.as_ref().map_or_else(String::new, |secret| {
            let output = program().args(["user", "code", secret]).output().unwrap();
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        });
        let form = form_in(&page.html, "/desk/sign-in").unwrap().with("username", self.username);
        let form = form.with("password", &self.password).with("code", &code);
        let page = browser::post(server.address, &form.action, "", &form.fields).unwrap();
        assert_eq!((page.status, page.place.as_str()), (303, "/desk"), "{} did not get in", self.username);
        self.cookie = page.cookie;
    }
}

/// The desk and the two who work at it.
pub(crate) struct Desk {
    database: String,
    server: Server,
    officer: Official,
    reviewer: Official,
    random: Random,
    /// How far the moments of kills reach after a form was sent, in microseconds.
    reach: i64,
    pub(crate) tally: Tally,
}

impl Desk {
    /// Opens it: both sign in, with password and one-time code.
    pub(crate) fn open(database: &str, seed: u64) -> Self {
        let mut officer = Official::new(database, "can-bo", &["--role", "officer"]);
        let mut reviewer = Official::new(database, "nguoi-duyet", &["--role", "reviewer", "--agency", "so-y-te"]);
        let server = Server::start(database);
        officer.sign_in(&server);
        reviewer.sign_in(&server);
        let (random, tally) = (Random::new(seed ^ 0x6465_736b), Tally::default());
        Self { database: database.to_owned(), server, officer, reviewer, random, reach: 10_000, tally }
    }

    /// One sheet, from the first number to its acceptance.
    pub(crate) fn carry_through(&mut self, sheet: &str, typed: &[(String, String)]) {
        let officer = self.officer.cookie.clone();
        let fill = |form: SeenForm| typed.iter().fold(form, |form, (name, value)| form.with(name, value));
        let form = fill(self.form(sheet, "/save", &officer));
        self.send(&form, &format!("{sheet}/save"), &officer);
        let form = self.form(sheet, "/submit", &officer);
        self.send(&form, &format!("{sheet}/submit"), &officer);
        let reviewer = self.reviewer.cookie.clone();
        let form = self.form(sheet, "/accept", &reviewer);
        self.send(&form, &format!("{sheet}/accept"), &reviewer);
    }

    fn form(&self, sheet: &str, end: &str, cookie: &str) -> SeenForm {
        let page = browser::get(self.server.address, sheet, cookie).expect("a reader is answered");
        form_in(&page.html, end).unwrap_or_else(|| panic!("no form leads to {end}: {} {}", page.status, page.html))
    }

    /// Sends a form until it is answered, the very same each time, now and then to a server that is killed meanwhile.
    fn send(&mut self, form: &SeenForm, action: &str, cookie: &str) {
        loop {
            let killer =
                (self.random.below(ONE_IN) == 0).then(|| self.server.kill_after(self.random.moment(self.reach)));
            let killed = killer.is_some();
            let page = browser::post(self.server.address, action, cookie, &form.fields);
            if let Some(killer) = killer {
                killer.join().unwrap();
                self.start_again();
            }
            match page {
                Some(page) => {
                    self.reach = if killed { (self.reach * 2 / 3).max(SHORTEST) } else { self.reach };
                    assert_eq!(page.status, 303, "{action}: {}", page.html);
                    assert!(page.place.contains("?done="), "{action} leads to {}", page.place);
                    return;
                }
                None => self.note_silence(action, cookie),
            }
        }
    }

    /// Notes what became of a form that was not answered. Moments reach farther after a kill that came too early to
    /// matter, and less far after one that came late.
    fn note_silence(&mut self, action: &str, cookie: &str) {
        let done = self.is_done(action, cookie);
        self.tally.unanswered += 1;
        self.tally.kept_in_silence += usize::from(done);
        self.reach = if done { self.reach } else { (self.reach * 3 / 2).min(LONGEST) };
    }

    /// Starts it again, now and then after a start that was killed too.
    fn start_again(&mut self) {
        self.tally.kills += 1;
        if self.random.below(4) == 0 {
            start_and_kill(&self.database, self.random.moment(STARTING));
            self.tally.kills += 1;
        }
        self.server = Server::start(&self.database);
    }

    /// Whether the form that was not answered has had its effect: its sheet no longer offers it, or shows what was saved.
    fn is_done(&self, action: &str, cookie: &str) -> bool {
        let (sheet, verb) = action.rsplit_once('/').unwrap();
        let page = browser::get(self.server.address, sheet, cookie).expect("a reader is answered");
        let offered = form_in(&page.html, &format!("/{verb}"));
        match (verb, offered) {
            ("save", Some(form)) => {
                form.fields.iter().any(|(name, value)| name.starts_with("made:") && !value.starts_with("0."))
            }
            (_, offered) => offered.is_none(),
        }
    }
}
