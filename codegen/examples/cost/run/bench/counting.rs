//! An allocator that counts. In: requests for memory; out: the same memory, and how much of it was asked for. Invariant:
//! the counts are of the whole process, so that nothing is measured while something else runs in it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

pub(crate) struct Counting;

static COUNT: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

fn more(size: usize) {
    COUNT.fetch_add(1, Relaxed);
    BYTES.fetch_add(size, Relaxed);
    let live = LIVE.fetch_add(size, Relaxed) + size;
    PEAK.fetch_max(live, Relaxed);
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        more(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        LIVE.fetch_sub(layout.size(), Relaxed);
        more(size);
        unsafe { System.realloc(memory, layout, size) }
    }
}

/// What a piece of work asked for.
#[derive(Clone, Copy, Default)]
pub(crate) struct Memory {
    /// Allocations, growing ones included.
    pub(crate) count: usize,
    /// Bytes beyond what was held before, at the highest.
    pub(crate) peak: usize,
}

/// Does the work once, and tells what it asked for.
pub(crate) fn count<T>(work: impl FnOnce() -> T) -> (T, Memory) {
    let (count, live) = (COUNT.load(Relaxed), LIVE.load(Relaxed));
    PEAK.store(live, Relaxed);
    let result = work();
    let memory = Memory {
        count: COUNT.load(Relaxed) - count,
        peak: PEAK.load(Relaxed).saturating_sub(live),
    };
    (result, memory)
}
