//! In: a name nobody knows and the names there are. Out: the one that was probably meant. Invariant: no guess is
//! better than a wild one: at most a third of the name may differ.

/// The candidate nearest to a name by edit distance, if it is near; letter case counts for less than letters.
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(1) * 2;
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let bound = best.map_or(limit, |(cost, _)| cost.saturating_sub(1));
        if let Some(cost) = distance(name, candidate, bound)
            && best.is_none_or(|(other, _)| cost < other)
        {
            best = Some((cost, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Insertions, deletions, exchanges and swaps of neighbours cost 2, a change of case 1; `None` beyond `limit`.
fn distance(left: &str, right: &str, limit: usize) -> Option<usize> {
    let left: Vec<char> = left.chars().take(200).collect();
    let right: Vec<char> = right.chars().take(200).collect();
    if left.len().abs_diff(right.len()) * 2 > limit {
        return None;
    }
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).map(|n| n * 2).collect();
    for (at, &a) in left.iter().enumerate() {
        let mut next = vec![(at + 1) * 2];
        for (to, &b) in right.iter().enumerate() {
            let mut cost = (row[to] + exchange(a, b)).min(row[to + 1] + 2);
            cost = cost.min(next[to] + 2);
            if at > 0 && to > 0 && a == right[to - 1] && b == left[at - 1] {
                cost = cost.min(above[to - 1] + 2);
            }
            next.push(cost);
        }
        if next.iter().min().is_some_and(|least| *least > limit + 2) {
            return None;
        }
        above = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|cost| *cost <= limit)
}

fn exchange(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.to_lowercase().eq(b.to_lowercase()) {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        assert_eq!(suggest("Pte", ["Pet", "Pets", "Owner"]), Some("Pet"));
        assert_eq!(suggest("pet", ["Owner", "Pet"]), Some("Pet"));
        assert_eq!(suggest("Invoice", ["Pet", "Owner"]), None);
        assert_eq!(suggest("", ["Pet"]), None);
        assert_eq!(suggest("same", ["sane", "same"]), Some("same"));
    }
}
