//! In: a name nobody knows and the names there are. Out: the one that was probably meant. Invariant: no guess is
//! better than a wild one: at most a third of the name may differ, or of each of its words.

use heck::ToSnakeCase;

/// The candidate nearest to a name, if it is near: by its words, which may stand in another order and in another number, or by
/// its letters where there are more or fewer words. Letter case counts for less than letters.
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = limit(name);
    let own = Words::of(name);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let bound = best.map_or(limit, |(cost, _)| cost.saturating_sub(1));
        let other = Words::of(candidate);
        let by_words = (name != candidate).then(|| own.distance(&other)).flatten();
        let by_letters = match own.list.len() > 1 && own.list.len() == other.list.len() {
            true => None,
            false => distance(name, candidate, bound),
        };
        let exact = (name == candidate).then_some(0);
        let costs = [exact, by_words, by_letters].into_iter().flatten();
        if let Some(cost) = costs.min().filter(|cost| *cost <= bound)
            && best.is_none_or(|(other, _)| cost < other)
        {
            best = Some((cost, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether names of as many words have near words: `admin_limit` and `team_limit` are two things.
pub(crate) fn words_alike(name: &str, other: &str) -> bool {
    let (own, other) = (Words::of(name), Words::of(other));
    own.list.len() != other.list.len() || own.distance(&other).is_some()
}

/// How far a name may be from what was meant.
fn limit(name: &str) -> usize {
    (name.chars().count() / 3).max(1) * 2
}

/// The words of a name in small letters, whatever stands between them.
struct Words {
    list: Vec<String>,
    is_capital: bool,
}

impl Words {
    fn of(name: &str) -> Self {
        let snake = name.to_snake_case();
        let words = snake.split('_').filter(|word| !word.is_empty());
        Self {
            list: words.map(str::to_owned).collect(),
            is_capital: name.starts_with(char::is_uppercase),
        }
    }

    /// The distance to a name of as many words, if each of them is near one of the others. Another order, another number of a
    /// word, another case and other signs between words cost 1.
    fn distance(&self, other: &Self) -> Option<usize> {
        if self.list.is_empty() || self.list.len() != other.list.len() {
            return None;
        }
        let mut left: Vec<usize> = (0..other.list.len()).collect();
        let mut twins: Vec<Option<usize>> = vec![None; self.list.len()];
        // What is the same comes first, so that nothing else takes it.
        for (twin, word) in twins.iter_mut().zip(&self.list) {
            if let Some(at) = left.iter().position(|at| other.list[*at] == *word) {
                *twin = Some(left.remove(at));
            }
        }
        let mut cost = 0;
        for (twin, word) in twins.iter_mut().zip(&self.list) {
            if twin.is_some() {
                continue;
            }
            let near = left.iter().enumerate().filter_map(|(at, index)| {
                let cost = of_words(word, &other.list[*index])?;
                Some((cost, at))
            });
            let (own, at) = near.min()?;
            cost += own;
            *twin = Some(left.remove(at));
        }
        let in_order = twins.is_sorted();
        let is_like = self.is_capital == other.is_capital;
        Some((cost + usize::from(!in_order) + usize::from(!is_like)).max(1))
    }
}

/// The distance of two words, if they are near: one of another number costs 1.
fn of_words(word: &str, other: &str) -> Option<usize> {
    match is_plural(word, other) || is_plural(other, word) {
        true => Some(1),
        false => distance(word, other, limit(word)),
    }
}

/// Whether a word is the plural of another one.
fn is_plural(word: &str, of: &str) -> bool {
    let stem = |end: &str| word.strip_suffix(end);
    stem("s") == Some(of)
        || stem("es") == Some(of)
        || stem("ies").is_some_and(|stem| of.strip_suffix('y') == Some(stem))
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

    #[test]
    fn words_count_before_letters() {
        for meant in ["users_list", "list_user", "listUsers", "list-users"] {
            for near in [["list_uses", meant], [meant, "list_uses"]] {
                assert_eq!(suggest("list_users", near), Some(meant), "{near:?}");
            }
        }
        assert_eq!(
            suggest("get_category", ["categories_get"]),
            Some("categories_get")
        );
        assert_eq!(suggest("pet_owner", ["ownr_pet"]), Some("ownr_pet"));
        // Each word has to be near one of the others.
        assert_eq!(
            suggest("list_users", ["list_pets", "users", "users_users"]),
            None
        );
        assert_eq!(suggest("admin_limit", ["team_limit"]), None);
    }
}
