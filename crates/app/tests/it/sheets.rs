//! The life of a sheet through the verbs: who may type, hand in, return and accept, and what happens when two people
//! are at it at once.

use std::pin::pin;
use std::time::Duration;

use ansinh_app::access::Actor;
use ansinh_app::sheet::{CellName, FormKey, Outcome, Reasons, Saved, SheetKey, SheetView, Typed, TypedCells};
use ansinh_app::{App, AppError, AppResult, Instance};
use ansinh_kernel::digest::Digest;
use ansinh_kernel::figure::Origin;
use ansinh_kernel::id::BreakdownId;
use ansinh_kernel::period::Period;
use ansinh_store::account::Role;
use ansinh_store::figure::{Made, Slice};
use ansinh_store::sheet::{SheetState, SheetVerb};
use tokio::time::timeout;

use crate::support::{actor, figure, on_both, parts};

const JOBS: &str = "jobs-total";
/// Long enough for a verb to have read what it looks at and to wait for its turn to write.
const A_WHILE: Duration = Duration::from_millis(300);

/// The commune's report of 2018 about jobs and merit families.
fn key() -> SheetKey {
    SheetKey { area: "x19207".parse().unwrap(), period: year(2018), agency: "so-noi-vu".parse().unwrap() }
}

fn year(year: i16) -> Period {
    year.to_string().parse().unwrap()
}

fn officer(name: &str) -> Actor {
    actor(name, &[(Role::Officer, None, "x19207.2025")])
}

fn reviewer(name: &str) -> Actor {
    actor(name, &[(Role::Reviewer, Some("so-noi-vu"), "t44.2025")])
}

/// Types for the commune and reviews for the agency.
fn both(name: &str) -> Actor {
    actor(name, &[(Role::Officer, None, "x19207.2025"), (Role::Reviewer, Some("so-noi-vu"), "t44.2025")])
}

fn name(text: &str) -> CellName {
    let (measure, breakdown) = text.split_once('/').unwrap_or((text, ""));
    CellName { measure: measure.parse().unwrap(), breakdown: BreakdownId::new(breakdown).unwrap() }
}

fn slice(measure: &str) -> Slice {
    Slice::total(measure.parse().unwrap(), Origin::Reported)
}

/// A form that is sent once.
fn form(key: &str) -> FormKey {
    FormKey { key: key.to_owned(), body: Digest::of(key.as_bytes()) }
}

fn typed(view: &SheetView, cell: &str, number: &str, note: &str) -> (CellName, Typed) {
    let name = name(cell);
    let now = view.cells.iter().find(|cell| cell.name == name).unwrap();
    let typed = Typed { numerator: number.to_owned(), note: note.to_owned(), ..now.typed.clone() };
    (name, typed)
}

/// Types a number and a note into a cell, from the sheet as it stands.
async fn types(app: &App, who: &Actor, once: &str, (cell, number, note): (&str, &str, &str)) {
    let view = app.sheet(who, &key()).await.unwrap();
    let cells = TypedCells::from([typed(&view, cell, number, note)]);
    let saved = app.save_sheet(who, &key(), &cells, &form(once)).await.unwrap();
    assert!(matches!(saved, Saved::Saved(_)), "{saved:?}");
}

fn reasons(cell: &str) -> Reasons {
    Reasons::from([(name(cell), "xem lại".to_owned())])
}

fn codes<T: std::fmt::Debug>(result: AppResult<T>) -> Vec<&'static str> {
    match result.unwrap_err() {
        AppError::Problems(problems) => problems.iter().map(|problem| problem.code).collect(),
        other => vec![other.code()],
    }
}

async fn state(app: &App) -> SheetState {
    app.sheet(&officer("an"), &key()).await.unwrap().state()
}

#[tokio::test]
async fn a_typed_figure_is_handed_in_accepted_and_public() {
    on_both(Instance::Live, async |app, database| {
        let (an, chi) = (officer("an"), reviewer("chi"));
        types(&app, &an, "1", (JOBS, "1.234", "")).await;
        assert_eq!(figure(&database, &slice(JOBS), "2018", "x19207").await, None, "a draft is not public");
        assert_eq!(app.submit_sheet(&an, &key(), &form("2")).await.unwrap(), Outcome::Done);
        assert!(app.sheet(&chi, &key()).await.unwrap().may.review);
        assert_eq!(app.accept_sheet(&chi, &key(), "", &form("3")).await.unwrap(), Outcome::Done);
        let commune = figure(&database, &slice(JOBS), "2018", "x19207").await.unwrap();
        assert_eq!((parts(&commune), commune.made), ((1234, 0), Made::Stated { version: 1 }));
        assert_eq!(parts(&figure(&database, &slice(JOBS), "2018", "t44").await.unwrap()), (1234, 0));
        assert!(app.verify().await.unwrap().is_clean());
    })
    .await;
}

#[tokio::test]
async fn a_returned_cell_is_changed_or_answered_in_words_before_it_goes_in_again() {
    on_both(Instance::Live, async |app, _| {
        let (an, chi) = (officer("an"), reviewer("chi"));
        types(&app, &an, "1", (JOBS, "10", "theo sổ")).await;
        types(&app, &an, "2", ("jobs-new", "4", "")).await;
        app.submit_sheet(&an, &key(), &form("3")).await.unwrap();
        app.return_sheet(&chi, &key(), &reasons(JOBS), &form("4")).await.unwrap();
        let again = async |once: &str| app.submit_sheet(&an, &key(), &form(once)).await;
        assert_eq!(codes(again("5").await), ["sheet-return-unanswered"]);
        types(&app, &an, "6", (JOBS, " 10 ", "theo sổ")).await;
        assert_eq!(codes(again("7").await), ["sheet-return-unanswered"], "the same number in other signs");
        types(&app, &an, "8", (JOBS, "10", "")).await;
        assert_eq!(codes(again("9").await), ["sheet-return-unanswered"], "a note taken away");
        assert_eq!(state(&app).await, SheetState::Returned);
        types(&app, &an, "10", (JOBS, "10", "đã đối chiếu sổ")).await;
        assert_eq!(again("11").await.unwrap(), Outcome::Done, "an answer in words");
        app.return_sheet(&chi, &key(), &reasons(JOBS), &form("12")).await.unwrap();
        assert_eq!(codes(again("13").await), ["sheet-return-unanswered"], "the old answer is not a new one");
        types(&app, &an, "14", (JOBS, "11", "đã đối chiếu sổ")).await;
        assert_eq!(again("15").await.unwrap(), Outcome::Done, "another number");
    })
    .await;
}

#[tokio::test]
async fn a_cell_returned_because_it_is_blank_is_answered_too() {
    on_both(Instance::Live, async |app, _| {
        let (an, chi) = (officer("an"), reviewer("chi"));
        types(&app, &an, "1", (JOBS, "10", "")).await;
        app.submit_sheet(&an, &key(), &form("2")).await.unwrap();
        app.return_sheet(&chi, &key(), &reasons("jobs-new"), &form("3")).await.unwrap();
        let refused = app.submit_sheet(&an, &key(), &form("4")).await;
        let Err(AppError::Problems(problems)) = refused else { panic!("{refused:?}") };
        let place = problems.iter().map(|one| (one.code, one.place.field.as_deref(), one.place.cell.as_deref()));
        assert_eq!(place.collect::<Vec<_>>(), [("sheet-return-unanswered", Some("jobs-new"), Some("note"))]);
        types(&app, &an, "5", ("jobs-new", "", "không ai làm việc mới trong năm")).await;
        app.submit_sheet(&an, &key(), &form("6")).await.unwrap();
        assert!(app.sheet(&chi, &key()).await.unwrap().may.review, "whoever returns a blank cell did not type it");
    })
    .await;
}

#[tokio::test]
async fn whoever_typed_or_handed_in_does_not_accept() {
    on_both(Instance::Live, async |app, _| {
        let (an, binh, chi) = (officer("an"), both("binh"), reviewer("chi"));
        types(&app, &binh, "1", (JOBS, "10", "")).await;
        // Another hand types over everything of theirs, and a third hands it in.
        types(&app, &an, "2", (JOBS, "11", "")).await;
        app.submit_sheet(&officer("dung"), &key(), &form("3")).await.unwrap();
        assert!(!app.sheet(&binh, &key()).await.unwrap().may.review);
        assert_eq!(codes(app.accept_sheet(&binh, &key(), "", &form("4")).await), ["sheet-own"]);
        app.return_sheet(&chi, &key(), &reasons(JOBS), &form("5")).await.unwrap();
        types(&app, &an, "6", (JOBS, "12", "")).await;
        app.submit_sheet(&an, &key(), &form("7")).await.unwrap();
        assert_eq!(codes(app.accept_sheet(&binh, &key(), "", &form("8")).await), ["sheet-own"], "nor after a return");
        app.accept_sheet(&chi, &key(), "", &form("9")).await.unwrap();
        // A correction is a new round: of that one they typed nothing.
        app.reopen_sheet(&an, &key(), &form("10")).await.unwrap();
        types(&app, &an, "11", (JOBS, "13", "đếm sót một người")).await;
        app.submit_sheet(&an, &key(), &form("12")).await.unwrap();
        assert_eq!(app.accept_sheet(&binh, &key(), "", &form("13")).await.unwrap(), Outcome::Done);
    })
    .await;
}

#[tokio::test]
async fn an_account_that_manages_accounts_accepts_no_figures_there() {
    on_both(Instance::Live, async |app, _| {
        let grants = [(Role::Reviewer, Some("so-noi-vu"), "t44.2025"), (Role::Administrator, None, "x19207.2025")];
        let (an, chief) = (officer("an"), actor("chief", &grants));
        types(&app, &an, "1", (JOBS, "10", "")).await;
        app.submit_sheet(&an, &key(), &form("2")).await.unwrap();
        assert!(!app.sheet(&chief, &key()).await.unwrap().may.review);
        assert_eq!(codes(app.accept_sheet(&chief, &key(), "", &form("3")).await), ["review-by-administrator"]);
        let returned = app.return_sheet(&chief, &key(), &reasons(JOBS), &form("4")).await;
        assert_eq!(codes(returned), ["review-by-administrator"]);
        assert_eq!(state(&app).await, SheetState::Submitted);
    })
    .await;
}

#[tokio::test]
async fn of_two_people_on_one_cell_the_second_sees_both_texts_and_nothing_is_lost() {
    on_both(Instance::Live, async |app, _| {
        let (an, binh) = (officer("an"), officer("binh"));
        types(&app, &an, "1", (JOBS, "10", "")).await;
        let seen = app.sheet(&binh, &key()).await.unwrap();
        types(&app, &an, "2", (JOBS, "11", "")).await;
        let theirs = TypedCells::from([typed(&seen, JOBS, "12", ""), typed(&seen, "jobs-new", "5", "")]);
        let saved = app.save_sheet(&binh, &key(), &theirs, &form("3")).await.unwrap();
        let Saved::Conflict(view) = saved else { panic!("{saved:?}") };
        let cell = view.cells.iter().find(|cell| cell.name == name(JOBS)).unwrap();
        assert_eq!((cell.typed.numerator.as_str(), cell.typed.version), ("12", 2));
        assert_eq!(cell.theirs.as_ref().unwrap().numerator, "11");
        let stored = app.sheet(&an, &key()).await.unwrap();
        let texts = |view: &SheetView, cell: &str| typed(view, cell, "", "").1.version;
        assert_eq!((texts(&stored, JOBS), texts(&stored, "jobs-new")), (2, 0), "all of the form or nothing");
        // Sending it again with both texts in view is a decision.
        let decided = TypedCells::from([typed(&view, JOBS, "12", ""), typed(&view, "jobs-new", "5", "")]);
        let saved = app.save_sheet(&binh, &key(), &decided, &form("4")).await.unwrap();
        assert!(matches!(saved, Saved::Saved(_)), "{saved:?}");
    })
    .await;
}

#[tokio::test]
async fn two_people_open_one_sheet_at_once_and_one_sheet_is_made() {
    on_both(Instance::Live, async |app, _| {
        let (an, binh) = (officer("an"), officer("binh"));
        let view = app.sheet(&an, &key()).await.unwrap();
        let (ten, five) = ([typed(&view, JOBS, "10", "")].into(), [typed(&view, "jobs-new", "5", "")].into());
        let (keyed, one, other) = (key(), form("1"), form("2"));
        let saved = tokio::join!(app.save_sheet(&an, &keyed, &ten, &one), app.save_sheet(&binh, &keyed, &five, &other));
        // Whoever came second may be told to look again, and is never answered with a failure.
        for result in [saved.0, saved.1] {
            assert!(matches!(result, Ok(Saved::Saved(_)) | Err(AppError::Conflict)), "{result:?}");
        }
        assert_eq!(app.sheet(&an, &key()).await.unwrap().sheet.unwrap().round, 1);
    })
    .await;
}

#[tokio::test]
async fn a_form_is_carried_out_once_whoever_sends_it_again() {
    on_both(Instance::Live, async |app, _| {
        let (an, binh) = (officer("an"), officer("binh"));
        types(&app, &an, "1", (JOBS, "10", "")).await;
        assert_eq!(app.submit_sheet(&an, &key(), &form("2")).await.unwrap(), Outcome::Done);
        assert_eq!(app.submit_sheet(&an, &key(), &form("2")).await.unwrap(), Outcome::Repeated, "sent twice");
        assert_eq!(codes(app.submit_sheet(&binh, &key(), &form("2")).await), ["repeated-form"], "sent by another");
        let changed = FormKey { body: Digest::of(b"other"), ..form("2") };
        assert_eq!(codes(app.submit_sheet(&an, &key(), &changed).await), ["repeated-form"], "with other content");
        assert_eq!(codes(app.submit_sheet(&an, &key(), &form("3")).await), ["conflict"], "handed in already");
        let view = app.sheet(&an, &key()).await.unwrap();
        assert_eq!(view.events.len(), 1);
        let late = TypedCells::from([typed(&view, JOBS, "99", "")]);
        assert_eq!(codes(app.save_sheet(&an, &key(), &late, &form("4")).await), ["conflict"], "and locked");
        let chi = reviewer("chi");
        assert_eq!(app.accept_sheet(&chi, &key(), "", &form("5")).await.unwrap(), Outcome::Done);
        assert_eq!(app.accept_sheet(&chi, &key(), "", &form("5")).await.unwrap(), Outcome::Repeated);
        assert_eq!(codes(app.accept_sheet(&reviewer("dao"), &key(), "", &form("6")).await), ["conflict"]);
        assert_eq!(codes(app.return_sheet(&chi, &key(), &reasons(JOBS), &form("7")).await), ["conflict"]);
    })
    .await;
}

#[tokio::test]
async fn two_reviewers_at_once_accept_once() {
    on_both(Instance::Live, async |app, database| {
        let an = officer("an");
        types(&app, &an, "1", (JOBS, "10", "")).await;
        app.submit_sheet(&an, &key(), &form("2")).await.unwrap();
        let (chi, dao, keyed) = (reviewer("chi"), reviewer("dao"), key());
        let (one, other) = (form("3"), form("4"));
        let accepted =
            tokio::join!(app.accept_sheet(&chi, &keyed, "", &one), app.accept_sheet(&dao, &keyed, "", &other));
        let mut told = [accepted.0, accepted.1].map(|result| result.map_err(|error| error.code()));
        told.sort_by_key(|one| one.is_err());
        assert_eq!(told, [Ok(Outcome::Done), Err("conflict")]);
        assert_eq!(parts(&figure(&database, &slice(JOBS), "2018", "t44").await.unwrap()), (10, 0));
        assert!(app.verify().await.unwrap().is_clean());
    })
    .await;
}

#[tokio::test]
async fn what_is_handed_in_is_what_was_checked() {
    on_both(Instance::Live, async |app, database| {
        let an = officer("an");
        types(&app, &an, "1", (JOBS, "10", "")).await;
        let sheet = app.sheet(&an, &key()).await.unwrap().sheet.unwrap();
        // Somebody saves a text that is no number while the sheet is being handed in.
        let mut write = database.write().await.unwrap();
        write.lock_sheet(&sheet.area, &sheet.period, &sheet.agency).await.unwrap();
        let mut cell = write.sheet_cells(&sheet.id).await.unwrap().remove(0);
        cell.typed_numerator = "mười".to_owned();
        write.save_cell(&cell).await.unwrap();
        let (keyed, once) = (key(), form("2"));
        let mut handing_in = pin!(app.submit_sheet(&an, &keyed, &once));
        assert!(timeout(A_WHILE, &mut handing_in).await.is_err(), "it waits for its turn");
        write.commit_ephemeral().await.unwrap();
        assert_eq!(codes(handing_in.await), ["conflict"]);
        assert_eq!(state(&app).await, SheetState::Draft);
        assert_eq!(codes(app.submit_sheet(&an, &key(), &form("3")).await).len(), 1, "and then its problem is told");
    })
    .await;
}

#[tokio::test]
async fn nobody_types_into_what_is_being_handed_in() {
    on_both(Instance::Live, async |app, database| {
        let (an, binh) = (officer("an"), officer("binh"));
        types(&app, &an, "1", (JOBS, "10", "")).await;
        let view = app.sheet(&binh, &key()).await.unwrap();
        let sheet = view.sheet.clone().unwrap();
        let mut write = database.write().await.unwrap();
        write.lock_sheet(&sheet.area, &sheet.period, &sheet.agency).await.unwrap();
        let (keyed, once, cells) = (key(), form("2"), TypedCells::from([typed(&view, JOBS, "99", "")]));
        let mut saving = pin!(app.save_sheet(&binh, &keyed, &cells, &once));
        assert!(timeout(A_WHILE, &mut saving).await.is_err(), "it waits for its turn");
        let submitted = ansinh_store::sheet::Sheet { state: SheetState::Submitted, ..sheet };
        write.update_sheet(&submitted).await.unwrap();
        write.commit(crate::support::note("sheet.submit")).await.unwrap();
        assert_eq!(codes(saving.await), ["conflict"]);
        let now = app.sheet(&an, &key()).await.unwrap();
        assert_eq!(typed(&now, JOBS, "", "").1.version, 1);
    })
    .await;
}

#[tokio::test]
async fn a_figure_that_came_meanwhile_is_not_overwritten_unseen() {
    on_both(Instance::Live, async |app, database| {
        let an = officer("an");
        types(&app, &an, "1", (JOBS, "10", "")).await;
        app.submit_sheet(&an, &key(), &form("2")).await.unwrap();
        let row = ansinh_app::import::Row {
            measure: JOBS.to_owned(),
            area: "x19207".to_owned(),
            period: "2018".to_owned(),
            value: "11".to_owned(),
            ..ansinh_app::import::Row::default()
        };
        let rows = [row];
        let held = database.write().await.unwrap();
        let mut importing = pin!(app.import_rows("nhập thử", &rows));
        let imported = timeout(A_WHILE, &mut importing).await;
        let (chi, keyed, once) = (reviewer("chi"), key(), form("3"));
        let mut accepting = pin!(app.accept_sheet(&chi, &keyed, "", &once));
        let accepted = timeout(A_WHILE, &mut accepting).await;
        drop(held);
        if imported.is_err() {
            importing.await.unwrap();
        }
        let accepted = match accepted {
            Ok(accepted) => accepted,
            Err(_) => accepting.await,
        };
        let told = codes(accepted);
        assert!(told == ["conflict"] || told == ["correction-needs-note"], "{told:?}");
        assert_eq!(parts(&figure(&database, &slice(JOBS), "2018", "x19207").await.unwrap()), (11, 0));
    })
    .await;
}

#[tokio::test]
async fn a_correction_says_why_in_its_own_cell() {
    on_both(Instance::Live, async |app, _| {
        let (an, chi) = (officer("an"), reviewer("chi"));
        types(&app, &an, "1", (JOBS, "100", "")).await;
        types(&app, &an, "2", ("jobs-total/poor-household", "40", "")).await;
        app.submit_sheet(&an, &key(), &form("3")).await.unwrap();
        app.accept_sheet(&chi, &key(), "", &form("4")).await.unwrap();
        app.reopen_sheet(&an, &key(), &form("5")).await.unwrap();
        // A part that is no number is wrong by itself; what its total says has nothing to do with it.
        types(&app, &an, "6", ("jobs-total/poor-household", "bốn mươi", "")).await;
        let told = codes(app.submit_sheet(&an, &key(), &form("7")).await);
        assert_eq!(told.len(), 1, "{told:?}");
        assert_ne!(told, ["correction-needs-note"]);
        types(&app, &an, "8", ("jobs-total/poor-household", "41", "")).await;
        assert_eq!(codes(app.submit_sheet(&an, &key(), &form("9")).await), ["correction-needs-note"]);
        types(&app, &an, "10", (JOBS, "100", "ghi chú ở ô khác")).await;
        assert_eq!(codes(app.submit_sheet(&an, &key(), &form("11")).await), ["correction-needs-note"]);
        types(&app, &an, "12", ("jobs-total/poor-household", "41", "đếm sót một người")).await;
        assert_eq!(app.submit_sheet(&an, &key(), &form("13")).await.unwrap(), Outcome::Done);
    })
    .await;
}

#[tokio::test]
async fn the_history_of_a_sheet_goes_through_all_its_rounds() {
    on_both(Instance::Live, async |app, _| {
        let (an, chi) = (officer("an"), reviewer("chi"));
        types(&app, &an, "1", (JOBS, "10", "")).await;
        app.submit_sheet(&an, &key(), &form("2")).await.unwrap();
        app.return_sheet(&chi, &key(), &reasons(JOBS), &form("3")).await.unwrap();
        types(&app, &an, "4", (JOBS, "11", "")).await;
        app.submit_sheet(&an, &key(), &form("5")).await.unwrap();
        app.accept_sheet(&chi, &key(), "đúng sổ", &form("6")).await.unwrap();
        app.reopen_sheet(&an, &key(), &form("7")).await.unwrap();
        types(&app, &an, "8", (JOBS, "12", "đếm sót")).await;
        app.submit_sheet(&an, &key(), &form("9")).await.unwrap();
        let view = app.sheet(&chi, &key()).await.unwrap();
        let past = app.sheet_history(&chi, &view).await.unwrap();
        let told: Vec<_> = past.iter().map(|past| (past.round, past.event.verb, past.event.actor.as_str())).collect();
        let expected = [
            (1, SheetVerb::Submitted, "an"),
            (1, SheetVerb::Returned, "chi"),
            (1, SheetVerb::Submitted, "an"),
            (1, SheetVerb::Accepted, "chi"),
            (1, SheetVerb::Reopened, "an"),
            (2, SheetVerb::Submitted, "an"),
        ];
        assert_eq!(told, expected);
    })
    .await;
}

#[tokio::test]
async fn who_joined_the_territory_later_is_not_asked_for_the_plan() {
    on_both(Instance::Live, async |app, _| {
        let leader = actor("lan", &[(Role::Leader, None, "t44.2025")]);
        let list = app.work_list(&leader).await.unwrap();
        let province = ansinh_kernel::area::AreaLevel::Province;
        let provincial: Vec<_> = list.items.iter().filter(|item| item.level == province).collect();
        assert!(!provincial.is_empty() && provincial.iter().all(|item| item.reporters == 1), "{provincial:?}");
        let of = |area: &str| SheetKey {
            area: area.parse().unwrap(),
            period: year(2020),
            agency: "so-y-te".parse().unwrap(),
        };
        assert!(app.sheet(&leader, &of("t44")).await.is_ok());
        assert_eq!(codes(app.sheet(&leader, &of("t45")).await), ["not-found"]);
        let asked = app.reporters(&leader, &of("t44.2025"), province).await.unwrap();
        assert_eq!(asked.iter().map(|line| line.key.area.as_str()).collect::<Vec<_>>(), ["t44"]);
        let communes = list.items.iter().find(|item| item.period == year(2025)).unwrap();
        assert_eq!((communes.agency.as_str(), communes.reporters), ("bhxh-tinh", 41));
    })
    .await;
}
