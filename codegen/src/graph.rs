//! Graphs of numbered nodes. In: how many nodes there are, and the edges between them; out: what leads where, and what leads
//! back to itself. Invariant: time and memory grow with nodes and edges, and nothing recurses.

/// The edges by their beginning.
pub(crate) fn adjacency(nodes: usize, edges: &[(u32, u32)]) -> (Vec<u32>, Vec<u32>) {
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
pub(crate) fn strong(nodes: usize, starts: &[u32], targets: &[u32]) -> (Vec<u32>, usize) {
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
