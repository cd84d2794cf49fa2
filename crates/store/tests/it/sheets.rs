use ansinh_kernel::id::BreakdownId;
use ansinh_store::StoreError;
use ansinh_store::sheet::{Sheet, SheetCell, SheetState};

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
