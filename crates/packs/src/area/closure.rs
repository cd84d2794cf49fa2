//! Timeless containment, computed once: an area lies in the parents of all its versions, in whatever received its
//! whole territory, and in the groups it is a member of, and in all that these lie in.

/// For each area (by dense number) the areas it lies in, itself excluded, in ascending order.
///
/// `outward[i]` are the areas that area `i` lies in directly. A cycle does not loop: every area on it lies in
/// every other.
pub(super) fn containers(outward: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut mark = vec![u32::MAX; outward.len()];
    let mut all = Vec::with_capacity(outward.len());
    for (start, direct) in (0..).zip(outward) {
        let mut found: Vec<u32> = Vec::new();
        let mut open = direct.clone();
        while let Some(next) = open.pop() {
            let Some((seen, further)) = slot(&mut mark, next).zip(slot_of(outward, next)) else { continue };
            if next == start || *seen == start {
                continue;
            }
            *seen = start;
            found.push(next);
            open.extend(further);
        }
        found.sort_unstable();
        all.push(found);
    }
    all
}

/// For each area the areas that lie in it: the same relation read the other way, in ascending order.
pub(super) fn members(containers: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut members = vec![Vec::new(); containers.len()];
    for (inner, outers) in (0..).zip(containers) {
        for outer in outers {
            if let Some(list) = slot(&mut members, *outer) {
                list.push(inner);
            }
        }
    }
    members
}

fn slot<T>(items: &mut [T], index: u32) -> Option<&mut T> {
    items.get_mut(usize::try_from(index).ok()?)
}

fn slot_of<T>(items: &[T], index: u32) -> Option<&T> {
    items.get(usize::try_from(index).ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::{containers, members};

    #[test]
    fn a_chain_lies_in_all_above_it() {
        let found = containers(&[vec![1], vec![2], vec![]]);
        assert_eq!(found, [vec![1, 2], vec![2], vec![]]);
        assert_eq!(members(&found), [vec![], vec![0], vec![0, 1]]);
    }

    #[test]
    fn a_cycle_ends_and_nobody_contains_himself() {
        assert_eq!(containers(&[vec![1], vec![0]]), [vec![1], vec![0]]);
    }

    proptest! {
        #[test]
        fn containment_is_transitive_and_never_of_oneself(
            outward in vec(vec(0_u32..12, 0..4), 12)
        ) {
            let found = containers(&outward);
            for (inner, outers) in (0..).zip(&found) {
                prop_assert!(!outers.contains(&inner));
                prop_assert!(outers.is_sorted());
                for outer in outers {
                    let further = &found[usize::try_from(*outer)?];
                    prop_assert!(further.iter().all(|far| *far == inner || outers.contains(far)));
                }
            }
        }

        #[test]
        fn members_are_containers_read_backwards(outward in vec(vec(0_u32..12, 0..4), 12)) {
            let found = containers(&outward);
            prop_assert_eq!(members(&members(&found)), found);
        }
    }

    #[test]
    fn two_ways_to_one_container_count_once() {
        assert_eq!(containers(&[vec![1, 2], vec![3], vec![3], vec![]]), [vec![1, 2, 3], vec![3], vec![3], vec![]]);
    }
}
