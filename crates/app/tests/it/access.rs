//! Who may do what, as one table.

use ansinh_app::access::{Verb, may_be_joined, role_may};
use ansinh_app::{AppError, Instance};
use ansinh_store::account::Role;
use expect_test::expect;

use crate::support::{actor, on_both, packs};

/// `in area`: under a grant for the area, and everything in it. `everywhere`: only under a grant over the whole
/// territory of every plan, for no single agency.
#[test]
fn the_table_of_roles_and_verbs() {
    let mut table = String::new();
    for role in Role::ALL {
        let verbs = Verb::ALL.into_iter().filter(|verb| role_may(role, *verb));
        for verb in verbs {
            let reach = if verb.needs_whole_territory() { "everywhere" } else { "in area" };
            table.push_str(&format!("{} | {verb:?} | {reach}\n", role.as_str()));
        }
    }
    expect![[r#"
        administrator | UseDesk | in area
        administrator | VerifyChain | everywhere
        administrator | ManageAccounts | in area
        leader | UseDesk | in area
        leader | SeeWorkList | in area
        leader | SeeSheet | in area
        leader | SeeOverview | in area
        reviewer | UseDesk | in area
        reviewer | SeeWorkList | in area
        reviewer | SeeSheet | in area
        reviewer | ReviewFigures | in area
        reviewer | SeeOverview | in area
        officer | UseDesk | in area
        officer | SeeWorkList | in area
        officer | SeeSheet | in area
        officer | EnterFigures | in area
        supervisor | UseDesk | in area
        supervisor | SeeWorkList | in area
        supervisor | SeeSheet | in area
        supervisor | SeeOverview | in area
        supervisor | VerifyChain | everywhere
    "#]]
    .assert_eq(&table);
}

#[tokio::test]
async fn the_chain_is_verified_by_whoever_watches_over_everything() {
    on_both(Instance::Live, async |app, _| {
        let may = async |role, agency, area| {
            let result = app.verify_as(&actor("hoa", &[(role, agency, area)])).await;
            assert!(matches!(result, Ok(_) | Err(AppError::Forbidden)), "{result:?}");
            result.is_ok()
        };
        for role in [Role::Supervisor, Role::Administrator] {
            for (area, expected) in [
                ("vn", true),
                ("t44.2025", true),
                ("t44", true),
                ("x19207.2025", false),
                ("h450", false),
                ("t45", false),
            ] {
                assert_eq!(may(role, None, area).await, expected, "{role:?} {area}");
            }
            assert!(!may(role, Some("so-y-te"), "t44.2025").await, "for one agency only");
        }
        assert!(!may(Role::Leader, None, "t44.2025").await);
    })
    .await;
}

#[test]
fn nobody_both_manages_accounts_and_accepts_figures_of_one_area() {
    let packs = packs();
    let area = |text: &str| text.parse().unwrap();
    let (province, commune, other) = (area("t44.2025"), area("x19207.2025"), area("x19249.2025"));
    for (one, at, other_role, other_at, fits) in [
        (Role::Administrator, &province, Role::Reviewer, &commune, false),
        (Role::Administrator, &commune, Role::Reviewer, &province, false),
        (Role::Administrator, &commune, Role::Reviewer, &other, true),
        (Role::Administrator, &province, Role::Officer, &commune, true),
        (Role::Officer, &commune, Role::Reviewer, &province, true),
        (Role::Administrator, &province, Role::Administrator, &commune, true),
    ] {
        assert_eq!(may_be_joined(&packs, (one, at), (other_role, other_at)), fits, "{one:?} {at} {other_role:?}");
        assert_eq!(may_be_joined(&packs, (other_role, other_at), (one, at)), fits, "{other_role:?} {other_at} {one:?}");
    }
}
