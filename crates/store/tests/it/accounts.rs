use ansinh_store::StoreError;
use ansinh_store::account::{Account, AccountState, Grant, Role};

use crate::on_both::{at, note, on_both};

fn account(id: &str, username: &str) -> Account {
    Account {
        id: id.into(),
        username: username.into(),
        display_name: "Trần Thị Ánh".into(),
        folded_name: "tran thi anh".into(),
        password_hash: "$argon2id$…".into(),
        totp_secret: None,
        state: AccountState::Active,
        created_at: at("2026-01-01T00:00:00Z"),
        version: 1,
    }
}

#[tokio::test]
async fn an_account_is_found_by_part_of_its_folded_name() {
    on_both(async |database| {
        let mut write = database.write().await.unwrap();
        write.insert_account(&account("1", "anh")).await.unwrap();
        write.commit(note("account.add")).await.unwrap();
        let mut read = database.read().await.unwrap();
        assert_eq!(read.search_accounts("thi a", "", 10).await.unwrap().len(), 1);
        assert_eq!(read.search_accounts("100%", "", 10).await.unwrap().len(), 0);
        assert_eq!(read.account_by_username("anh").await.unwrap(), Some(account("1", "anh")));
    })
    .await;
}

#[tokio::test]
async fn a_username_is_taken_once() {
    on_both(async |database| {
        let mut write = database.write().await.unwrap();
        write.insert_account(&account("1", "anh")).await.unwrap();
        let error = write.insert_account(&account("2", "anh")).await.unwrap_err();
        assert!(matches!(error, StoreError::Constraint { .. }), "{error}");
    })
    .await;
}

#[tokio::test]
async fn of_two_people_changing_one_account_the_second_is_told() {
    on_both(async |database| {
        let mut write = database.write().await.unwrap();
        write.insert_account(&account("1", "anh")).await.unwrap();
        write.update_account(&Account { display_name: "Ánh".into(), ..account("1", "anh") }).await.unwrap();
        let error = write.update_account(&account("1", "anh")).await.unwrap_err();
        assert!(matches!(error, StoreError::Conflict { table: "account", .. }), "{error}");
    })
    .await;
}

#[tokio::test]
async fn a_grant_ends_once() {
    on_both(async |database| {
        let grant = Grant {
            id: "g".into(),
            account_id: "1".into(),
            role: Role::Officer,
            agency: None,
            area: "x18904".parse().unwrap(),
            valid_from: "2026-01-01".parse().unwrap(),
            valid_to: None,
        };
        let mut write = database.write().await.unwrap();
        write.insert_account(&account("1", "anh")).await.unwrap();
        write.insert_grant(&grant).await.unwrap();
        write.end_grant("g", "2026-06-01".parse().unwrap()).await.unwrap();
        assert!(write.end_grant("g", "2026-07-01".parse().unwrap()).await.is_err());
        write.commit(note("account.grant")).await.unwrap();
        let grants = database.read().await.unwrap().grants("1").await.unwrap();
        assert_eq!(grants, [Grant { valid_to: Some("2026-06-01".parse().unwrap()), ..grant }]);
    })
    .await;
}
