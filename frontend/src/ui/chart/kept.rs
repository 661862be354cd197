//! Which figures a drawing keeps where there is no room for all of them.

/// A figure is as wide as this many bars, with the air around it, on the narrowest screen.
const WIDE: usize = 2;

/// For each amount, in order, whether its figure is kept: the last of the highest, the last of the lowest if that is below
/// nought, and the latest month's. None of them is kept beside a bar that would stand behind it, nor close to
/// another figure on its own side: the table beside the drawing holds them all.
pub(super) fn kept(amounts: &[i64]) -> Vec<bool> {
    let last_of =
        |wanted: Option<&i64>| wanted.and_then(|one| amounts.iter().rposition(|other| other == one));
    let highest = last_of(amounts.iter().max().filter(|highest| **highest > 0));
    let lowest = last_of(amounts.iter().min().filter(|lowest| **lowest < 0));
    let latest = amounts.len().checked_sub(1);
    let mut kept: Vec<usize> = Vec::new();
    for place in [highest, lowest, latest].into_iter().flatten() {
        let meets = kept
            .iter()
            .any(|other| other.abs_diff(place) <= WIDE && (amounts[*other] < 0) == (amounts[place] < 0));
        if !meets && stands_free(amounts, place) {
            kept.push(place);
        }
    }
    (0..amounts.len()).map(|place| kept.contains(&place)).collect()
}

/// Whether no neighbour reaches beyond the end of a bar, where its figure stands.
fn stands_free(amounts: &[i64], place: usize) -> bool {
    let amount = amounts[place];
    let neighbours = [place.checked_sub(1), place.checked_add(1)].into_iter().flatten();
    neighbours
        .filter_map(|other| amounts.get(other))
        .all(|other| if amount < 0 { *other >= amount } else { *other <= amount })
}

#[cfg(test)]
mod tests {
    use super::kept;

    fn places(amounts: &[i64]) -> Vec<usize> {
        kept(amounts)
            .into_iter()
            .enumerate()
            .filter_map(|(place, is_kept)| is_kept.then_some(place))
            .collect()
    }

    #[test]
    fn the_highest_the_lowest_and_the_latest_are_kept() {
        assert_eq!(places(&[1, 9, 2, -4, 2, 3, 5]), [1, 3, 6]);
        assert_eq!(places(&[1, 2, 3]), [2]);
        assert_eq!(places(&[7]), [0]);
        assert!(places(&[]).is_empty());
    }

    #[test]
    fn the_latest_is_left_out_beside_a_bar_that_stands_behind_its_figure() {
        assert_eq!(places(&[9, 1, 1, 1, 6, 2]), [0]);
        assert_eq!(places(&[-9, 1, 1, 1, -6, -2]), [0, 3]);
    }

    #[test]
    fn figures_of_one_side_do_not_meet() {
        assert_eq!(places(&[1, 1, 1, 9, 3, 5]), [3]);
        assert_eq!(places(&[1, 1, 9, 3, 4, 5]), [2, 5]);
        assert_eq!(places(&[1, 1, 1, 9, -2, 1]), [3, 4], "one above its bar and one below do not");
    }

    #[test]
    fn of_equal_ones_the_last_is_kept() {
        assert_eq!(places(&[9, 1, 9, 1, 1, 1]), [2, 5]);
        assert_eq!(places(&[0, 0, 0]), [2], "nothing is written there");
    }
}
