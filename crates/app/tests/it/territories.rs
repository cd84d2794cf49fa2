//! The same totals as then and as of today, over the former province and its eight former districts,
//! across the three successions (159 → 151 → 145 → 41 communes).

use ansinh_app::Instance;
use ansinh_kernel::figure::Origin;
use ansinh_store::figure::{Made, Slice};

use crate::support::{figure, on_both, parts};

const DISTRICTS: [(&str, &str); 8] = [
    ("h450", "g-dong-hoi"),
    ("h452", "g-minh-hoa"),
    ("h453", "g-tuyen-hoa"),
    ("h454", "g-quang-trach"),
    ("h455", "g-bo-trach"),
    ("h456", "g-quang-ninh"),
    ("h457", "g-le-thuy"),
    ("h458", "g-ba-don"),
];

fn review() -> Slice {
    Slice::total("poverty-rate-review-2016".parse().unwrap(), Origin::Illustrative)
}

fn later_review() -> Slice {
    Slice::total("poverty-rate-review-2022".parse().unwrap(), Origin::Illustrative)
}

#[tokio::test]
async fn district_then_and_former_district_now_say_the_same() {
    on_both(Instance::Demo, async |app, database| {
        app.illustrate(2016).await.unwrap();
        for (slice, years) in [(review(), 2015..=2021), (later_review(), 2022..=2024)] {
            for year in years {
                for (then, now) in DISTRICTS {
                    let (then, now) = (
                        figure(&database, &slice, &year.to_string(), then).await.unwrap(),
                        figure(&database, &slice, &year.to_string(), now).await.unwrap(),
                    );
                    assert_eq!(parts(&then), parts(&now), "{year} {}", now.cell.area);
                    assert_eq!(then.made, now.made);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_former_province_is_the_sum_of_its_districts_in_every_year() {
    on_both(Instance::Demo, async |app, database| {
        app.illustrate(2016).await.unwrap();
        for (slice, year, reporters) in [
            (review(), "2019", 159),
            (review(), "2020", 151),
            (later_review(), "2023", 151),
            (later_review(), "2024", 145),
        ] {
            let whole = figure(&database, &slice, year, "g-quang-binh").await.unwrap();
            assert_eq!(parts(&whole), parts(&figure(&database, &slice, year, "t44").await.unwrap()), "{year}");
            let mut sum = (0, 0);
            for (_, group) in DISTRICTS {
                let part = parts(&figure(&database, &slice, year, group).await.unwrap());
                sum = (sum.0 + part.0, sum.1 + part.1);
            }
            assert_eq!(parts(&whole), sum, "{year}");
            assert_eq!(whole.made, Made::RolledUp { reporters }, "{year}");
        }
    })
    .await;
}

#[tokio::test]
async fn after_the_districts_ended_their_groups_go_on() {
    on_both(Instance::Demo, async |app, database| {
        app.illustrate(2016).await.unwrap();
        let whole = figure(&database, &later_review(), "2025", "g-quang-binh").await.unwrap();
        let Made::RolledUp { reporters } = whole.made else { panic!("{:?}", whole.made) };
        assert!((30..=41).contains(&reporters), "{reporters}");
        assert_eq!(figure(&database, &later_review(), "2025", "h457").await, None);
        assert!(figure(&database, &later_review(), "2025", "g-le-thuy").await.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_commune_of_today_shows_what_its_predecessors_said() {
    on_both(Instance::Demo, async |app, database| {
        app.illustrate(2016).await.unwrap();
        // Quảng Ninh (2025) was made of four communes; one of them, Quán Hàu, of two in 2024.
        let today: ansinh_kernel::area::AreaId = "x19207.2025".parse().unwrap();
        let then =
            app.packs().areas.reporters(&today, ansinh_kernel::area::AreaLevel::Commune, &"2018".parse().unwrap());
        let mut sum = (0, 0);
        for area in &then {
            let part = parts(&figure(&database, &review(), "2018", area.as_str()).await.unwrap());
            sum = (sum.0 + part.0, sum.1 + part.1);
        }
        assert!(then.len() > 2, "{then:?}");
        assert_eq!(parts(&figure(&database, &review(), "2018", today.as_str()).await.unwrap()), sum);
    })
    .await;
}
