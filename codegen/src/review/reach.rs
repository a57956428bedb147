//! In: which pairs of schemas lead to which, and where the parts of operations begin. Out: for every finding the parts
//! that reach it. Invariant: the work is linear in the graph for every 64 parts, cycles or not.

use super::compare::Findings;

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
        let (starts, targets) = adjacency(findings.pairs, &findings.edges);
        let (of, count) = strong(findings.pairs, &starts, &targets);
        let mut edges: Vec<(u32, u32)> = findings
            .edges
            .iter()
            .map(|(from, to)| (of[*from as usize], of[*to as usize]))
            .filter(|(from, to)| from != to)
            .collect();
        edges.sort_unstable();
        edges.dedup();
        let (starts, targets) = adjacency(count, &edges);
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

/// The edges by their beginning.
fn adjacency(nodes: usize, edges: &[(u32, u32)]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; nodes + 1];
    for (from, _) in edges {
        starts[*from as usize + 1] += 1;
    }
    for at in 0..nodes {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut targets = vec![0_u32; edges.len()];
    for (from, to) in edges {
        let slot = &mut next[*from as usize];
        targets[*slot as usize] = *to;
        *slot += 1;
    }
    (starts, targets)
}

/// Strongly connected components (Tarjan, without recursion). A component gets its number after those it leads to.
fn strong(nodes: usize, starts: &[u32], targets: &[u32]) -> (Vec<u32>, usize) {
    const NONE: u32 = u32::MAX;
    let mut of = vec![NONE; nodes];
    let mut index = vec![NONE; nodes];
    let mut low = vec![0_u32; nodes];
    let mut stack: Vec<u32> = Vec::new();
    let mut work: Vec<(u32, u32)> = Vec::new();
    let (mut next, mut count) = (0_u32, 0_u32);
    for root in 0..nodes as u32 {
        if index[root as usize] != NONE {
            continue;
        }
        work.push((root, starts[root as usize]));
        while let Some((node, at)) = work.pop() {
            let here = node as usize;
            if index[here] == NONE {
                index[here] = next;
                low[here] = next;
                next += 1;
                stack.push(node);
            }
            if at < starts[here + 1] {
                work.push((node, at + 1));
                let below = targets[at as usize] as usize;
                if index[below] == NONE {
                    work.push((below as u32, starts[below]));
                } else if of[below] == NONE {
                    low[here] = low[here].min(index[below]);
                }
                continue;
            }
            if low[here] == index[here] {
                while let Some(member) = stack.pop() {
                    of[member as usize] = count;
                    if member == node {
                        break;
                    }
                }
                count += 1;
            }
            if let Some((parent, _)) = work.last() {
                let parent = *parent as usize;
                low[parent] = low[parent].min(low[here]);
            }
        }
    }
    (of, count as usize)
}

#[cfg(test)]
mod tests {
    use super::{adjacency, strong};

    #[test]
    fn cycles_are_one_component_and_come_before_what_leads_to_them() {
        let edges = [(0, 1), (1, 2), (2, 1), (2, 3), (4, 0)];
        let (starts, targets) = adjacency(5, &edges);
        let (of, count) = strong(5, &starts, &targets);
        assert_eq!(count, 4);
        assert_eq!(of[1], of[2]);
        assert!(of[3] < of[1] && of[1] < of[0] && of[0] < of[4]);
    }
}
