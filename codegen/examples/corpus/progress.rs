//! One progress line on a terminal, silence elsewhere. In: steps; out: standard error only.

use std::io::{IsTerminal, Write};

/// A counter that shows itself.
pub(crate) struct Progress {
    label: &'static str,
    done: usize,
    total: usize,
    shown: bool,
}

impl Progress {
    /// A counter of `total` steps.
    pub(crate) fn new(label: &'static str, total: usize) -> Self {
        Self {
            label,
            done: 0,
            total,
            shown: std::io::stderr().is_terminal(),
        }
    }

    /// One more step, about `what`.
    pub(crate) fn step(&mut self, what: &str) {
        self.done += 1;
        if self.shown {
            let filled = 24 * self.done / self.total.max(1);
            let short: String = what
                .chars()
                .rev()
                .take(48)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            eprint!(
                "\r\x1b[2K{} [{:<24}] {}/{} {short}",
                self.label,
                "#".repeat(filled),
                self.done,
                self.total
            );
            let _ = std::io::stderr().flush();
        }
    }

    /// Clears the line.
    pub(crate) fn finish(self) {
        if self.shown {
            eprint!("\r\x1b[2K");
            let _ = std::io::stderr().flush();
        }
    }
}
