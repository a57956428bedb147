//! Cycles of a graph: in, its edges; out, those that close a cycle when the nodes are visited in order. Invariant:
//! without them the graph has no cycle, and nothing here recurses.

/// The edges that lead back to a node that is still being visited.
pub(super) fn back_edges(edges: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut state = vec![State::New; edges.len()];
    let mut back = Vec::new();
    for start in 0..edges.len() {
        if state[start] != State::New {
            continue;
        }
        state[start] = State::Open;
        let mut stack = vec![(start, 0_usize)];
        while let Some((node, next)) = stack.last_mut() {
            let Some(target) = edges[*node].get(*next).copied() else {
                state[*node] = State::Done;
                stack.pop();
                continue;
            };
            *next += 1;
            match state[target] {
                State::New => {
                    state[target] = State::Open;
                    stack.push((target, 0));
                }
                State::Open => back.push((*node, target)),
                State::Done => {}
            }
        }
    }
    back
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

#[cfg(test)]
mod tests {
    use super::back_edges;

    #[test]
    fn only_the_edge_that_closes_a_cycle_is_found() {
        // 0 -> 1 -> 2 -> 0, and 0 -> 2.
        assert_eq!(back_edges(&[vec![1, 2], vec![2], vec![0]]), [(2, 0)]);
        assert_eq!(back_edges(&[vec![0]]), [(0, 0)]);
        assert!(back_edges(&[vec![1, 2], vec![2], vec![]]).is_empty());
    }
}
