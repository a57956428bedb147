//! Sharing: in, the named types of an API as the document spells them; out, those that are another name for an equal one,
//! and the file of what several files share. Invariant: every type keeps its name and its prose; two are one only where
//! nothing but these tells them apart, so that a schema added elsewhere renames nothing.

mod bounds;
mod operations;
mod shape;

pub(super) use operations::operations;

use std::collections::HashMap;

use super::ident;
use super::scope::Scope;
use crate::ir::{self, Type, TypeDef, TypeId, TypeKind};
use shape::{put, shape};

/// What becomes of the types, each by its index.
#[derive(Debug, Default)]
struct Sharing {
    /// The equal type that it is another name for.
    same: HashMap<TypeId, TypeId>,
    /// The file that it moves to, because several files share it.
    moved: HashMap<TypeId, String>,
}

/// The same types, of which those that are equal to another are other names for it, in the order of their files; and
/// where each has gone. `positions` are their places in the document: the first of several equal ones stays what it is.
/// `modules` are the names of files that are taken.
pub(super) fn run(
    mut types: Vec<TypeDef>,
    positions: Vec<usize>,
    modules: Scope,
    checks: bool,
) -> (Vec<TypeDef>, Vec<TypeId>) {
    let sharing = find(&types, &positions, modules, checks);
    for (from, to) in sharing.same {
        if !checks && bounds::of(&types[from.0 as usize]) != bounds::of(&types[to.0 as usize]) {
            bounds::clear(&mut types[to.0 as usize]);
        }
        let def = &mut types[from.0 as usize];
        def.kind = TypeKind::Alias(Type::Named(to));
        def.bounds = ir::Bounds::default();
    }
    for (moved, module) in sharing.moved {
        types[moved.0 as usize].module = ir::Name(module);
    }
    let mut order: Vec<_> = types.into_iter().zip(positions).enumerate().collect();
    order.sort_by(|(_, (a, first)), (_, (b, second))| {
        (&a.module, !a.root, first).cmp(&(&b.module, !b.root, second))
    });
    let mut places = vec![TypeId(0); order.len()];
    for (place, (index, _)) in order.iter().enumerate() {
        places[*index] = id(place);
    }
    let types = order.into_iter().map(|(_, (mut def, _))| {
        ir::walk::each_id_in_kind(&mut def.kind, &mut |id| *id = places[id.0 as usize]);
        def
    });
    (types.collect(), places)
}

/// Finds the inline types that are equal, and the files of those that several files share.
fn find(types: &[TypeDef], positions: &[usize], mut modules: Scope, checks: bool) -> Sharing {
    let (classes, mentions) = classes(types, checks);
    let mut members: HashMap<u32, Vec<usize>> = HashMap::new();
    for (index, class) in classes.iter().enumerate() {
        members.entry(*class).or_default().push(index);
    }
    let mut groups: Vec<Vec<usize>> = members
        .into_values()
        .filter(|group| group.len() > 1 && is_item(&types[group[0]].kind))
        .collect();
    for group in &mut groups {
        group.sort_by_key(|index| positions[*index]);
    }
    groups.sort_by_key(|group| positions[group[0]]);
    let owners = owners(&mentions);
    let mut sharing = Sharing::default();
    for group in &groups {
        let first = id(group[0]);
        let others = group[1..].iter().map(|index| (id(*index), first));
        sharing.same.extend(others);
        let def = &types[group[0]];
        if group.iter().all(|index| types[*index].module == def.module) {
            continue;
        }
        let file = parent(group, &owners, &sharing)
            .and_then(|parent| sharing.moved.get(&parent).cloned())
            .unwrap_or_else(|| modules.claim(&[ident::module_name(&def.name.0)]).0);
        sharing.moved.insert(first, file);
    }
    sharing
}

/// The one type that all members of a group are parts of.
fn parent(group: &[usize], owners: &[Vec<usize>], sharing: &Sharing) -> Option<TypeId> {
    let meant = |owner: &usize| {
        let owner = id(*owner);
        sharing.same.get(&owner).copied().unwrap_or(owner)
    };
    let mut parents = group.iter().map(|index| match owners[*index].as_slice() {
        [] => None,
        [first, rest @ ..] => {
            let first = meant(first);
            rest.iter().all(|one| meant(one) == first).then_some(first)
        }
    });
    let first = parents.next()??;
    parents.all(|one| one == Some(first)).then_some(first)
}

/// The types that mention each type.
fn owners(mentions: &[Vec<u32>]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); mentions.len()];
    for (owner, mentioned) in mentions.iter().enumerate() {
        for index in mentioned {
            out[*index as usize].push(owner);
        }
    }
    out
}

/// How deep inline types may be found to differ: each level takes a look at all types. Real documents have a dozen.
const ROUNDS: usize = 100;

/// A number for each type, the same for those that are equal in all that they are made of, and the types that each
/// mentions. Schemas that the document names are equal to nothing but themselves.
fn classes(types: &[TypeDef], checks: bool) -> (Vec<u32>, Vec<Vec<u32>>) {
    let mut mentions = Vec::with_capacity(types.len());
    let mut known = HashMap::new();
    let mut text = String::new();
    let mut classes = Vec::with_capacity(types.len());
    for (index, def) in types.iter().enumerate() {
        let mut own = Vec::new();
        text.clear();
        if def.root {
            put(&mut text, &index);
            ir::walk::each_in_kind(&def.kind, &mut |ty| {
                own.extend(ty.mentioned().map(|id| id.0))
            });
        } else {
            shape(def, &mut text, &mut own);
            if checks {
                put(&mut text, &bounds::of(def));
            }
        }
        mentions.push(own);
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        let class = match known.get(text.as_str()) {
            Some(class) => *class,
            None => *known.entry(text.clone()).or_insert(next),
        };
        classes.push(class);
    }
    let mut count = known.len();
    drop(known);
    // Types that look alike part as long as what they mention is known to differ.
    for _ in 0..ROUNDS {
        let mut known: HashMap<Vec<u32>, u32> = HashMap::with_capacity(count);
        let mut finer = Vec::with_capacity(types.len());
        for (index, class) in classes.iter().enumerate() {
            let key = if types[index].root {
                vec![*class]
            } else {
                let parts = mentions[index].iter().map(|one| classes[*one as usize]);
                std::iter::once(*class).chain(parts).collect()
            };
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            finer.push(*known.entry(key).or_insert(next));
        }
        classes = finer;
        if known.len() == count {
            return (classes, mentions);
        }
        count = known.len();
    }
    // Nothing is known for certain: nothing is shared.
    let own = 0..u32::try_from(types.len()).unwrap_or(u32::MAX);
    (own.collect(), mentions)
}

/// Whether a definition is an item of its own, and not just another name.
fn is_item(kind: &TypeKind) -> bool {
    match kind {
        TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_) | TypeKind::Newtype(_) => true,
        TypeKind::Alias(_) => false,
    }
}

fn id(index: usize) -> TypeId {
    TypeId(u32::try_from(index).unwrap_or(u32::MAX))
}
