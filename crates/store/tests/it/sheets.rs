use ansinh_kernel::id::BreakdownId;
use ansinh_store::StoreError;
use ansinh_store::sheet::{Sheet, SheetCell, SheetEvent, SheetState, SheetVerb};

use crate::on_both::{at, note, on_both};

fn sheet() -> Sheet {
    Sheet {
        id: "s".into(),
        area: "x18904".parse().unwrap(),
        period: "2018".parse().unwrap(),
        agency: "so-ldtbxh".parse().unwrap(),
        round: 1,
        state: SheetState::Draft,
        submitted_by: None,
        changed_at: at("2019-01-01T00:00:00Z"),
        version: 1,
    }
}

fn cell(id: &str, typed: &str, version: i64) -> SheetCell {
    SheetCell {
        id: id.into(),
        sheet_id: "s".into(),
        measure: "poverty-rate-review-2016".parse().unwrap(),
        breakdown: BreakdownId::total(),
        typed_numerator: typed.into(),
        typed_denominator: "1.0oo".into(),
        not_applicable: false,
        note: String::new(),
        return_reason: None,
        saved_by: "1".into(),
        saved_at: at("2019-01-01T00:00:00Z"),
        version,
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_as_typed() {
    on_both(async |database| {
        let mut write = database.write().await.unwrap();
        write.insert_sheet(&sheet()).await.unwrap();
        write.save_cell(&cell("c", " 12O ", 0)).await.unwrap();
        write.commit(note("sheet.open")).await.unwrap();
        let cells = database.read().await.unwrap().sheet_cells("s").await.unwrap();
        assert_eq!(cells, [cell("c", " 12O ", 1)]);
    })
    .await;
}

#[tokio::test]
async fn of_two_people_saving_one_cell_the_second_is_told() {
    on_both(async |database| {
        let mut write = database.write().await.unwrap();
        write.insert_sheet(&sheet()).await.unwrap();
        write.save_cell(&cell("c", "1", 0)).await.unwrap();
        write.save_cell(&cell("c", "2", 1)).await.unwrap();
        let error = write.save_cell(&cell("c", "3", 1)).await.unwrap_err();
        assert!(matches!(error, StoreError::Conflict { table: "sheet_cell", .. }), "{error}");
    })
    .await;
}

#[tokio::test]
async fn every_hand_in_a_sheet_is_remembered_and_its_earlier_rounds_are_read_at_once() {
    on_both(async |database| {
        let event = |sheet: &str, position, verb, actor: &str| SheetEvent {
            id: format!("{sheet}-{position}"),
            sheet_id: sheet.into(),
            position,
            verb,
            actor: actor.into(),
            at: at("2019-01-02T00:00:00Z"),
            reason: String::new(),
            content: "{}".into(),
        };
        let later = Sheet { id: "t".into(), round: 2, ..sheet() };
        let elsewhere = Sheet { id: "u".into(), area: "x18901".parse().unwrap(), ..sheet() };
        let mut write = database.write().await.unwrap();
        for sheet in [&sheet(), &later, &elsewhere] {
            write.insert_sheet(sheet).await.unwrap();
        }
        write.lock_sheet(&sheet().area, &sheet().period, &sheet().agency).await.unwrap();
        for maker in ["typist", "typist"] {
            write.remember_maker("s", maker).await.unwrap();
        }
        write.save_cell(&SheetCell { saved_by: "last".into(), ..cell("c", "1", 0) }).await.unwrap();
        write.insert_sheet_event(&event("s", 1, SheetVerb::Submitted, "clerk")).await.unwrap();
        write.insert_sheet_event(&event("s", 2, SheetVerb::Accepted, "reviewer")).await.unwrap();
        write.insert_sheet_event(&event("t", 1, SheetVerb::Submitted, "clerk")).await.unwrap();
        write.insert_sheet_event(&event("u", 1, SheetVerb::Submitted, "clerk")).await.unwrap();
        write.commit(note("sheet.submit")).await.unwrap();
        let mut read = database.read().await.unwrap();
        assert_eq!(read.sheet_makers("s").await.unwrap(), ["clerk", "last", "typist"], "and not who accepted it");
        let earlier = read.earlier_events(&later).await.unwrap();
        let told: Vec<_> = earlier.iter().map(|(round, event)| (*round, event.verb, event.position)).collect();
        assert_eq!(told, [(1, SheetVerb::Submitted, 1), (1, SheetVerb::Accepted, 2)]);
        assert!(read.earlier_events(&sheet()).await.unwrap().is_empty());
    })
    .await;
}
