//! Figures measured several times. In: a figure a round; out: the median with the least and the greatest. Invariant: a
//! ratio is taken of two figures of the same round, so that a machine that slows down for a while slows both.

use crate::process::Usage;
use std::fmt;

/// The middle of some figures, and how far they lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) greatest: f64,
}

impl Spread {
    /// The spread of some figures; `None` of none.
    pub(crate) fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut figures: Vec<f64> = figures.into_iter().collect();
        figures.sort_by(f64::total_cmp);
        let (least, greatest) = (*figures.first()?, *figures.last()?);
        let middle = figures.len() / 2;
        let median = if figures.len() % 2 == 1 {
            figures[middle]
        } else {
            f64::midpoint(figures[middle - 1], figures[middle])
        };
        Some(Self {
            median,
            least,
            greatest,
        })
    }

    /// The spread of the ratios of one side to another, round by round.
    pub(crate) fn of_ratios(ours: &[Usage], theirs: &[Usage], figure: Figure) -> Option<Self> {
        let pairs = ours.iter().zip(theirs);
        Self::of(pairs.map(|(our, their)| figure.of(our) / figure.of(their).max(f64::EPSILON)))
    }
}

/// `0.51 (0.48–0.55)`
impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:.2} ({:.2}–{:.2})",
            self.median, self.least, self.greatest
        )
    }
}

/// Which figure of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figure {
    Wall,
    User,
    Peak,
}

impl Figure {
    /// All of them, in the order of the columns.
    pub(crate) const ALL: [Self; 3] = [Self::Wall, Self::User, Self::Peak];

    /// The figure of one run.
    pub(crate) fn of(self, usage: &Usage) -> f64 {
        match self {
            Self::Wall => usage.wall,
            Self::User => usage.user,
            Self::Peak => usage.peak,
        }
    }

    /// The median of it over several runs.
    pub(crate) fn median(self, runs: &[Usage]) -> f64 {
        Spread::of(runs.iter().map(|run| self.of(run))).map_or(f64::NAN, |spread| spread.median)
    }

    /// The median as it is shown, with its unit.
    pub(crate) fn shown(self, runs: &[Usage]) -> String {
        let median = self.median(runs);
        match self {
            Self::Wall | Self::User => seconds(median),
            Self::Peak => bytes(median),
        }
    }
}

/// Seconds with the digits that mean something.
pub(crate) fn seconds(value: f64) -> String {
    if value < 0.1 {
        format!("{:.1} ms", value * 1e3)
    } else if value < 10.0 {
        format!("{value:.2} s")
    } else {
        format!("{value:.1} s")
    }
}

/// Bytes in the unit that suits them.
pub(crate) fn bytes(value: f64) -> String {
    if value < 1e3 {
        format!("{value:.0} B")
    } else if value < 1e6 {
        format!("{:.1} KB", value / 1e3)
    } else {
        format!("{:.1} MB", value / 1e6)
    }
}

#[cfg(test)]
mod tests {
    use super::{Figure, Spread};
    use crate::process::Usage;

    fn walls(figures: &[f64]) -> Vec<Usage> {
        let run = |&wall| Usage {
            wall,
            ..Usage::default()
        };
        figures.iter().map(run).collect()
    }

    #[test]
    fn the_median_lies_in_the_middle() {
        let odd = Spread::of([3.0, 1.0, 2.0]).expect("figures");
        assert_eq!((odd.least, odd.median, odd.greatest), (1.0, 2.0, 3.0));
        assert_eq!(Spread::of([4.0, 1.0]).expect("figures").median, 2.5);
        assert_eq!(Spread::of([]), None);
    }

    #[test]
    fn ratios_are_of_one_round() {
        // The machine was three times as slow in the second round; the ratio does not see it.
        let (ours, theirs) = (walls(&[1.0, 3.0]), walls(&[2.0, 6.0]));
        let ratio = Spread::of_ratios(&ours, &theirs, Figure::Wall).expect("rounds");
        assert_eq!(ratio.to_string(), "0.50 (0.50–0.50)");
    }
}
