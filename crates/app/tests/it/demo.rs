use ansinh_app::Instance;
use ansinh_kernel::figure::Origin;

use crate::support::on_both;

#[tokio::test]
async fn a_demo_is_filled_once_verifies_and_is_all_illustrative() {
    on_both(Instance::Demo, async |app, database| {
        let written = app.illustrate(2016).await.unwrap();
        assert!(written > 15_000, "{written}");
        assert_eq!(app.illustrate(2016).await.unwrap(), 0);
        let report = app.verify().await.unwrap();
        assert!(report.is_clean(), "{:?}", report.wrong_sums.first());
        assert!(report.sums > 3_000, "{}", report.sums);
        let slices = database.read().await.unwrap().slices().await.unwrap();
        assert!(slices.iter().all(|slice| slice.origin != Origin::Reported));
    })
    .await;
}
