//! Arrays: in, schemas that must all hold; out, a list, or a tuple where places have schemas of their own. Invariant: a tuple is
//! open unless the document closes it.

use super::super::Lowering;
use super::super::compose::Part;
use super::super::draft::{Kind, NodeId};
use super::super::read::At;

impl<'a> Lowering<'a> {
    pub(super) fn array(&mut self, parts: &[Part<'a>]) -> Kind {
        let mut places: Vec<Vec<At<'a>>> = Vec::new();
        for part in parts {
            let mut listed = part.at.list("prefixItems");
            if listed.is_empty() {
                listed = part.at.list("items");
            }
            for (index, at) in listed.into_iter().enumerate() {
                match places.get_mut(index) {
                    Some(place) => place.push(at),
                    None => places.push(vec![at]),
                }
            }
        }
        let rest = self.rest(parts);
        if places.is_empty() {
            let place = parts.last().map(|part| part.at.clone());
            let item = rest.unwrap_or_else(|| self.new_node(place.as_ref()));
            return Kind::List(item);
        }
        let nodes = places.into_iter().map(|roots| self.all(roots)).collect();
        let open = rest.is_some() || !closes_tuple(parts);
        let place = parts.last().map(|part| part.at.clone());
        let rest = rest.or_else(|| open.then(|| self.new_node(place.as_ref())));
        Kind::Tuple(nodes, rest)
    }

    /// The schema of the items that have no place of their own.
    fn rest(&mut self, parts: &[Part<'a>]) -> Option<NodeId> {
        let schemas: Vec<_> = parts
            .iter()
            .filter_map(|part| {
                let items = part.at.get("items").filter(|at| !at.value.is_array());
                items.or_else(|| part.at.get("additionalItems"))
            })
            .filter(|at| at.value.as_bool() != Some(false))
            .collect();
        (!schemas.is_empty()).then(|| self.all(schemas))
    }
}

fn closes_tuple(parts: &[Part<'_>]) -> bool {
    parts.iter().any(|part| {
        ["items", "additionalItems", "unevaluatedItems"]
            .iter()
            .any(|key| part.at.bool(key) == Some(false))
            || is_exact(&part.at)
    })
}

/// Whether `maxItems` leaves no room beyond the listed places.
fn is_exact(at: &At<'_>) -> bool {
    let places = ["prefixItems", "items"]
        .iter()
        .find_map(|key| at.map()?.get(*key)?.as_array())
        .map_or(0, Vec::len);
    let most = at.map().and_then(|map| map.get("maxItems")?.as_u64());
    most.is_some_and(|most| most <= places as u64)
}
