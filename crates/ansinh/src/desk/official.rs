//! Who is at the desk. A page asks for an `Official`, a form for what was `Posted`: session, token and key are checked
//! before any page sees the request, and a form that fails the check keeps what was typed.

use super::fields::Fields;
use super::kept::{self, Why};
use super::names;
use super::{Desk, Refused};
use crate::http::cookie::SessionToken;
use crate::http::guard::{CSRF_FIELD, KEY_FIELD};
use crate::http::{CsrfToken, Failure, FormKey, Visit};
use crate::layout::{Footer, Frame, MenuLink};
use crate::words::DeskWords;
use ansinh_app::access::{Actor, Verb};
use ansinh_app::{Ambient, App, AppError, sheet};
use ansinh_packs::Pack;
use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect};

/// Somebody signed in, at a page.
#[derive(Clone, Debug)]
pub(super) struct Official {
    pub(super) app: App,
    pub(super) visit: Visit,
    pub(super) actor: Actor,
    csrf: CsrfToken,
}

/// The line about who works here, and what the forms of the page carry.
#[derive(Clone, Debug)]
pub(super) struct Who {
    pub(super) name: String,
    pub(super) office: String,
    pub(super) csrf: String,
    ambient: Ambient,
}

impl Who {
    /// A new key, for one form of the page.
    pub(super) fn key(&self) -> String {
        new_key(&self.ambient)
    }
}

/// A form that somebody signed in sent from one of our pages.
#[derive(Clone, Debug)]
pub(super) struct Posted {
    pub(super) official: Official,
    pub(super) fields: Fields,
    key: FormKey,
}

impl Official {
    pub(super) fn words(&self) -> &'static DeskWords {
        DeskWords::of(self.visit.lang)
    }

    /// The same person at another page, for an answer to a form that has no page of its own.
    pub(super) fn at(mut self, path: String) -> Self {
        self.visit = Visit { lang: self.visit.lang, path, query: String::new() };
        self
    }

    /// The frame of this page, with the parts of the desk this person has.
    pub(super) async fn frame(&self) -> Result<(Frame, Who), Refused> {
        let footer = footer(&self.app).await?;
        let mut frame = Frame::new(&self.visit, footer);
        frame.menu = menu(&self.visit.path, self.words(), self.app.packs(), &self.actor);
        Ok((frame, self.who()))
    }

    /// The frame where the database does not even tell what the footer says.
    fn plain_frame(&self) -> (Frame, Who) {
        (Frame::new(&self.visit, Footer::default()), self.who())
    }

    fn who(&self) -> Who {
        Who {
            name: self.actor.account.display_name.clone(),
            office: names::office(&self.app, &self.actor, self.visit.lang),
            csrf: self.csrf.as_str().to_owned(),
            ambient: self.app.ambient().clone(),
        }
    }
}

impl Posted {
    /// Key and content of the form, as the verbs want it.
    pub(super) fn form(&self) -> sheet::FormKey {
        let body = self.fields.digest(&self.official.visit.path);
        sheet::FormKey { key: self.key.as_str().to_owned(), body }
    }

    /// The same for the first of two verbs that one press of a button asks for.
    pub(super) fn first_form(&self) -> sheet::FormKey {
        let form = self.form();
        sheet::FormKey { key: format!("{}-1", form.key), ..form }
    }

    /// What to answer when a verb refuses: where something was typed it is shown again.
    pub(super) async fn refuse(&self, error: AppError) -> Refused {
        let official = &self.official;
        if self.fields.kept().next().is_none() && !matches!(error, AppError::Problems(_)) {
            return official.refuse(error).await;
        }
        let why = why(error, &official.visit);
        let frame = official.frame().await.unwrap_or_else(|_| official.plain_frame());
        kept::page(&official.app, &official.visit, &self.fields, why, Some(frame))
    }
}

/// Why a verb's refusal stops a form. What is ours to mend is logged here, once.
fn why(error: AppError, visit: &Visit) -> Why {
    match error {
        AppError::SignedOut => Why::SessionEnded,
        AppError::RepeatedForm => Why::OtherContent,
        AppError::Conflict => Why::MovedOn,
        AppError::Forbidden => Why::NotAllowed,
        AppError::NotFound => Why::Missing,
        AppError::Problems(problems) => Why::Rules(problems),
        error @ (AppError::TooManyAttempts | AppError::Store(_) | AppError::Broken(_)) => {
            let failure = Failure::from(error);
            failure.log(&visit.path);
            Why::Unsaved(failure.status())
        }
    }
}

impl FromRequestParts<Desk> for Official {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Refused> {
        let visit = visit(parts, desk).await;
        match recognise(desk, &parts.headers).await {
            Ok((actor, csrf)) => Ok(Self { app: desk.app.clone(), visit, actor, csrf }),
            Err(AppError::SignedOut) => Err(to_sign_in(&visit)),
            Err(other) => Err(Refused::from(Failure::from(other))),
        }
    }
}

impl FromRequest<Desk> for Posted {
    type Rejection = Refused;

    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Refused> {
        let (mut parts, body) = request.into_parts();
        let visit = visit(&mut parts, desk).await;
        let known = recognise(desk, &parts.headers).await;
        let form = Form::<Vec<(String, String)>>::from_request(Request::from_parts(parts, body), desk).await;
        let Form(pairs) = form.map_err(|rejection| Refused::from(rejection.into_response()))?;
        let fields = Fields::new(pairs);
        let (actor, csrf) = match known {
            Ok(known) => known,
            Err(AppError::SignedOut) if fields.kept().next().is_none() => return Err(to_sign_in(&at_desk(&visit))),
            Err(error) => return Err(kept::page(&desk.app, &visit, &fields, why(error, &visit), None)),
        };
        let official = Official { app: desk.app.clone(), visit, actor, csrf };
        let key = FormKey::parse(fields.get(KEY_FIELD));
        match key.filter(|_| official.csrf.matches(fields.get(CSRF_FIELD))) {
            Some(key) => Ok(Self { official, fields, key }),
            None => {
                let frame = official.frame().await.unwrap_or_else(|_| official.plain_frame());
                Err(kept::page(&desk.app, &official.visit, &fields, Why::ForeignForm, Some(frame)))
            }
        }
    }
}

/// Whose session the request carries.
pub(super) async fn recognise(desk: &Desk, headers: &HeaderMap) -> Result<(Actor, CsrfToken), AppError> {
    let token: SessionToken = desk.cookie.read(headers).ok_or(AppError::SignedOut)?;
    let actor = desk.app.actor(token.as_str()).await?;
    Ok((actor, CsrfToken::of(&token)))
}

/// A new key of a form.
pub(super) fn new_key(ambient: &Ambient) -> String {
    FormKey::new(ambient.random()).as_str().to_owned()
}

/// The footer of the desk's pages: data and chain they were made from.
pub(super) async fn footer(app: &App) -> Result<Footer, Refused> {
    let checkpoint = app.checkpoint().await.map_err(Failure::from)?;
    let audit_checkpoint = format!("{} · {}", checkpoint.seq, checkpoint.hash.get(..12).unwrap_or_default());
    Ok(Footer { site: String::new(), data_version: app.packs_digest().short(), audit_checkpoint })
}

/// To the sign-in page, which leads back here.
pub(super) fn to_sign_in(visit: &Visit) -> Refused {
    let place = visit.href("/desk/sign-in");
    let here = visit.here();
    let place = if here == visit.href("/desk") { place } else { format!("{place}?to={}", encoded(&here)) };
    Refused::from(Redirect::to(&place).into_response())
}

async fn visit(parts: &mut Parts, desk: &Desk) -> Visit {
    let Ok(visit) = Visit::from_request_parts(parts, desk).await;
    visit
}

fn at_desk(visit: &Visit) -> Visit {
    Visit { lang: visit.lang, path: "/desk".to_owned(), query: String::new() }
}

/// The parts of the desk that this person's roles open.
fn menu(path: &str, w: &'static DeskWords, packs: &Pack, actor: &Actor) -> Vec<MenuLink> {
    let parts = [
        ("/desk", w.menu_work, Verb::UseDesk),
        ("/desk/overview", w.menu_overview, Verb::SeeOverview),
        ("/desk/accounts", w.menu_accounts, Verb::ManageAccounts),
        ("/desk/audit", w.menu_audit, Verb::VerifyChain),
        ("/desk/me", w.menu_me, Verb::UseDesk),
    ];
    let may = |verb: Verb| {
        if verb.needs_whole_territory() { actor.may_everywhere(packs, verb) } else { actor.may_somewhere(verb) }
    };
    let open = parts.into_iter().filter(|(_, _, verb)| may(*verb));
    open.map(|(part, word, _)| MenuLink { path: part, word, current: is_current(path, part) }).collect()
}

fn is_current(path: &str, part: &str) -> bool {
    let below = path.strip_prefix(part).is_some_and(|rest| rest.starts_with('/'));
    let work = part == "/desk" && (path.starts_with("/desk/asked/") || path.starts_with("/desk/sheets/"));
    path == part || work || (below && part != "/desk")
}

/// A text as the value of a query: everything but letters, digits and `-._~/` by its bytes.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
