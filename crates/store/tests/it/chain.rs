use ansinh_store::Database;
use ansinh_store::audit::{Fault, Finding};

use crate::figures::accept;
use crate::on_both::{by_hand, note, on_both};

async fn filled(database: &Database) {
    accept(database, "a1", ("x18904", 1), (120, 1000), (120, 1000, 1)).await;
    accept(database, "a2", ("x18907", 1), (30, 500), (30, 500, 1)).await;
    accept(database, "a3", ("x18904", 2), (110, 1000), (-10, 0, 0)).await;
}

async fn findings(database: &Database) -> Vec<(Option<i64>, String, Fault)> {
    let found = database.verify().await.unwrap().findings;
    found.into_iter().map(|Finding { seq, kind, subject, fault }| (seq, format!("{kind} {subject}"), fault)).collect()
}

#[tokio::test]
async fn an_untouched_chain_verifies_and_counts_what_it_read() {
    on_both(async |database| {
        filled(&database).await;
        let verification = database.verify().await.unwrap();
        assert_eq!(verification.findings, []);
        assert_eq!((verification.entries, verification.observations), (3, 3));
    })
    .await;
}

/// Every column of every table the chain speaks of, changed by hand, and what verification names.
const TAMPERINGS: &[(&str, &str)] = &[
    ("update observation set numerator = 119 where version = 1 and acceptance_key = 1", "observation a1"),
    ("update observation set denominator = 1001 where acceptance_key = 1", "observation a1"),
    ("update observation set state = 1, denominator = null where acceptance_key = 2", "observation a2"),
    ("update observation set qualifier = 1 where acceptance_key = 2", "observation a2"),
    ("update observation set note = 'x' where acceptance_key = 3", "observation a3"),
    ("update observation set source = 's44' where acceptance_key = 3", "observation a3"),
    ("update observation set as_of = '2018-09' where acceptance_key = 3", "observation a3"),
    ("update observation set period = 201900 where acceptance_key = 2", "observation a2"),
    ("update observation set version = 7 where acceptance_key = 2", "observation a2"),
    ("update observation set acceptance_key = 2 where acceptance_key = 3", "observation a2"),
    ("delete from observation where acceptance_key = 2", "observation a2"),
    (
        "insert into observation select slice_key, period, area_key, 9, state, qualifier, numerator, denominator, acceptance_key, source, as_of, note from observation where acceptance_key = 2",
        "observation a2",
    ),
    ("update acceptance set author = 'somebody' where id = 'a1'", "acceptance a1"),
    ("update acceptance set reason = 'khác' where id = 'a1'", "acceptance a1"),
    ("update acceptance set at = '2020-01-01T00:00:00Z' where id = 'a1'", "acceptance a1"),
    ("update acceptance set rows = 2 where id = 'a1'", "acceptance a1"),
    ("update acceptance set kind = 'import' where id = 'a1'", "acceptance a1"),
    ("update acceptance set packs = 'x' where id = 'a1'", "acceptance a1"),
    ("delete from acceptance where id = 'a1'", "acceptance a1"),
    ("update area_key set id = 'x18910' where id = 'x18904'", "observation a1"),
    ("update slice set origin = 'illustrative'", "observation a1"),
    ("update audit_entry set actor = 'nobody' where seq = 2", "audit_entry 2"),
    ("update audit_entry set at = '2020-01-01T00:00:00Z' where seq = 2", "audit_entry 2"),
    ("update audit_entry set verb = 'x' where seq = 2", "audit_entry 2"),
    ("update audit_entry set packs = 'x' where seq = 2", "audit_entry 2"),
    ("update audit_entry set previous = 'x' where seq = 2", "audit_entry 2"),
    ("update audit_entry set hash = 'x' where seq = 2", "audit_entry 2"),
    ("update audit_subject set digest = 'x' where seq = 2 and position = 1", "audit_entry 2"),
    ("update audit_subject set subject = 'a9' where seq = 2 and position = 1", "audit_entry 2"),
    ("delete from audit_subject where seq = 3 and position = 1", "audit_entry 3"),
    ("delete from audit_subject where seq = 2; delete from audit_entry where seq = 2", "audit_entry 3"),
    ("update audit_head set seq = 2", "audit_head 1"),
];

#[tokio::test]
async fn any_column_changed_by_hand_is_named() {
    for (sql, expected) in TAMPERINGS {
        on_both(async |database| {
            filled(&database).await;
            by_hand(&database, sql).await;
            let found = findings(&database).await;
            assert!(found.iter().any(|(_, name, _)| name == expected), "{sql}\n{found:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_row_that_no_entry_speaks_of_is_named() {
    on_both(async |database| {
        by_hand(&database, "insert into setting (id, value) values ('instance', 'live')").await;
        assert_eq!(findings(&database).await, [(None, "setting instance".to_owned(), Fault::RowUnknown)]);
    })
    .await;
}

#[tokio::test]
async fn two_writers_at_once_make_one_chain() {
    on_both(async |database| {
        let writers: Vec<_> = (0..12)
            .map(|number| {
                let database = database.clone();
                tokio::spawn(async move {
                    accept(
                        &database,
                        &format!("a{number}"),
                        (&format!("x{}", 18_000 + number), 1),
                        (1, 10),
                        (1, 10, 1),
                    )
                    .await;
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let verification = database.verify().await.unwrap();
        assert_eq!((verification.entries, verification.findings), (12, vec![]));
    })
    .await;
}

#[tokio::test]
async fn a_setting_is_audited_each_time_it_changes() {
    on_both(async |database| {
        for value in ["demo", "live"] {
            let mut write = database.write().await.unwrap();
            write.set(ansinh_store::snapshot::Setting::Instance, value).await.unwrap();
            write.commit(note("setting.set")).await.unwrap();
        }
        assert_eq!(findings(&database).await, []);
    })
    .await;
}
