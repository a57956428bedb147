//! Work on all processors. In: items that do not depend on each other, and what to do with one; out: the results in the
//! order of the items. Invariant: the result is that of one thread, and a panic of one is a panic of all.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does `work` with each item, on as many threads as there are processors, but at least `worth` items for each thread.
pub(crate) fn map<T: Sync, R: Send>(
    items: &[T],
    worth: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let threads = std::thread::available_parallelism()
        .map_or(1, NonZero::get)
        .min(items.len() / worth.max(1))
        .max(1);
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else {
                return done;
            };
            done.push((index, work(item)));
        }
    };
    let mut results = std::thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(share)).collect();
        let mut results = share();
        for helper in helpers {
            match helper.join() {
                Ok(more) => results.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_unstable_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Takes a large value apart on another thread. Nobody waits for it: the end of the process may come before.
pub(crate) fn drop<T: Send + 'static>(value: T) {
    let aside = std::thread::Builder::new();
    // Without a thread, the closure and the value in it are dropped here.
    let _ = aside.spawn(move || std::mem::drop(value));
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled: Vec<usize> = items.iter().map(|item| item * 2).collect();
        for worth in [0, 1, 16, 5000] {
            assert_eq!(map(&items, worth, |item| item * 2), doubled);
        }
        assert!(map(&[], 1, |item: &usize| *item).is_empty());
    }
}
