//! In: which pairs of schemas lead to which, and where the parts of operations begin. Out: for every finding the parts
//! that reach it. Invariant: the work is linear in the graph for every 64 parts, cycles or not.

use super::compare::Findings;
use crate::graph;

/// For every finding, in order, the numbers of the parts that reach it, sorted.
pub(super) fn reach(findings: &Findings) -> Vec<Vec<u32>> {
    let mut reached: Vec<Vec<u32>> = vec![Vec::new(); findings.list.len()];
    for (part, finding) in &findings.direct {
        reached[*finding as usize].push(*part);
    }
    let components = Components::new(findings);
    if !findings.found.is_empty() {
        for first in (0..findings.parts.len()).step_by(64) {
            block(findings, &components, first as u32, &mut reached);
        }
    }
    for parts in &mut reached {
        parts.sort_unstable();
        parts.dedup();
    }
    reached
}

/// Spreads 64 parts, a bit each, from where they begin to everything below.
fn block(findings: &Findings, components: &Components, first: u32, reached: &mut [Vec<u32>]) {
    let mut bits = vec![0_u64; components.count];
    let mut any = false;
    for (part, pair) in &findings.roots {
        if (first..first + 64).contains(part) {
            bits[components.of[*pair as usize] as usize] |= 1 << (part - first);
            any = true;
        }
    }
    if !any {
        return;
    }
    // A component has a higher number than those it leads to.
    for component in (0..components.count).rev() {
        let own = bits[component];
        if own != 0 {
            for below in components.below(component) {
                bits[*below as usize] |= own;
            }
        }
    }
    for (pair, finding) in &findings.found {
        let mut left = bits[components.of[*pair as usize] as usize];
        while left != 0 {
            let bit = left.trailing_zeros();
            reached[*finding as usize].push(first + bit);
            left &= left - 1;
        }
    }
}

/// The graph with its cycles drawn together.
struct Components {
    /// The component of a pair.
    of: Vec<u32>,
    /// How many there are.
    count: usize,
    starts: Vec<u32>,
    targets: Vec<u32>,
}

impl Components {
    fn new(findings: &Findings) -> Self {
        let (starts, targets) = graph::adjacency(findings.pairs, &findings.edges);
        let (of, count) = graph::strong(findings.pairs, &starts, &targets);
        let mut edges: Vec<(u32, u32)> = findings
            .edges
            .iter()
            .map(|(from, to)| (of[*from as usize], of[*to as usize]))
            .filter(|(from, to)| from != to)
            .collect();
        edges.sort_unstable();
        edges.dedup();
        let (starts, targets) = graph::adjacency(count, &edges);
        Self {
            of,
            count,
            starts,
            targets,
        }
    }

    fn below(&self, component: usize) -> &[u32] {
        &self.targets[self.starts[component] as usize..self.starts[component + 1] as usize]
    }
}
