use ansinh_app::{App, AppError, Instance};
use ansinh_kernel::figure::Origin;
use ansinh_store::figure::{Made, Slice};

use crate::support::{ambient, figure, on_both, packs};

#[tokio::test]
async fn published_figures_are_versions_with_their_source() {
    on_both(Instance::Live, async |app, database| {
        let survey = Slice::total("poverty-rate-survey".parse().unwrap(), Origin::Published);
        let current = figure(&database, &survey, "2016", "t44").await.unwrap();
        assert_eq!(current.made, Made::Stated { version: 1 });
        assert_eq!(current.statement.state.value().unwrap().to_ratio(), "10.6".parse().unwrap());
        assert_eq!(current.statement.source.unwrap().as_str(), "s44");
        assert!(app.verify().await.unwrap().is_clean());
    })
    .await;
}

#[tokio::test]
async fn every_published_figure_of_the_packs_is_in_the_database() {
    on_both(Instance::Live, async |app, database| {
        let mut read = database.read().await.unwrap();
        for printed in &app.packs().publications.figures {
            let slice = Slice {
                measure: printed.measure.clone(),
                origin: Origin::Published,
                breakdown: printed.breakdown.clone(),
            };
            let cell = ansinh_store::figure::Cell { slice, period: printed.period, area: printed.area.clone() };
            let versions = read.history(&cell).await.unwrap();
            assert!(
                versions.iter().any(|version| version.statement.state.value() == Some(printed.value)),
                "{printed:?}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn installing_again_writes_nothing() {
    on_both(Instance::Live, async |app, database| {
        let before = app.checkpoint().await.unwrap();
        let again = App::install(database.clone(), packs(), ambient(), Instance::Live).await.unwrap();
        assert_eq!(again.checkpoint().await.unwrap(), before);
    })
    .await;
}

#[tokio::test]
async fn a_live_database_never_becomes_a_demo() {
    on_both(Instance::Live, async |_, database| {
        let error = App::install(database.clone(), packs(), ambient(), Instance::Demo).await.unwrap_err();
        assert!(matches!(error, AppError::Broken(_)), "{error}");
    })
    .await;
}

#[tokio::test]
async fn a_live_installation_has_no_illustrative_figures() {
    on_both(Instance::Live, async |app, _| {
        assert!(matches!(app.illustrate(1).await, Err(AppError::Forbidden)));
    })
    .await;
}

#[tokio::test]
async fn a_command_that_brings_other_packs_leaves_those_in_force() {
    on_both(Instance::Live, async |app, database| {
        let before = app.checkpoint().await.unwrap();
        let mut others = (*packs()).clone();
        others.digest = ansinh_kernel::digest::Digest::of(b"other packs");
        others.publications.figures.truncate(1);
        let others = std::sync::Arc::new(others);
        let attached = App::attach(database.clone(), others.clone(), ambient(), Instance::Live).await.unwrap();
        assert_eq!(attached.checkpoint().await.unwrap(), before);
        let installed = App::install(database.clone(), others, ambient(), Instance::Live).await.unwrap();
        assert_ne!(installed.checkpoint().await.unwrap(), before);
    })
    .await;
}
