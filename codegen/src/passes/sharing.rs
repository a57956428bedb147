//! Sharing: in, the named types of an API as the document spells them; out, those that are another name for an equal one,
//! and the file of what several files share. Invariant: every type keeps its name and its prose; two are one only where
//! nothing but these tells them apart, so that a schema added elsewhere renames nothing.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::ident;
use super::scope::Scope;
use crate::ir::{self, Type, TypeDef, TypeId, TypeKind};

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
) -> (Vec<TypeDef>, Vec<TypeId>) {
    let sharing = find(&types, &positions, modules);
    for (from, to) in sharing.same {
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
fn find(types: &[TypeDef], positions: &[usize], mut modules: Scope) -> Sharing {
    let (classes, mentions) = classes(types);
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

/// Finds the enums of outcomes and the views of headers that are equal within a group: the first of several stays what
/// it is. Groups share nothing, since each can be compiled without the others.
pub(super) fn operations(types: &[TypeDef], operations: &mut [ir::Operation]) {
    let mut known = Known::default();
    for operation in operations {
        let group = operation.group;
        let sides = [
            (true, &mut operation.success),
            (false, &mut operation.failure),
        ];
        for (success, outcome) in sides {
            // One way to succeed needs no enum, and no way to fail is the runtime's.
            let ways = outcome.cases.iter().map(|case| case.contents.len().max(1));
            if ways.sum::<usize>() > usize::from(success) {
                let text = known.text(&(group, success));
                cases(types, &outcome.cases, text);
                outcome.same = known.first(&outcome.type_name);
            }
        }
        if let Some(name) = &operation.headers {
            let text = known.text(&(group, "headers"));
            headers(types, operation, text);
            operation.headers_same = known.first(name);
        }
    }
}

/// What was met, by all that it is made of.
#[derive(Debug, Default)]
struct Known {
    names: HashMap<String, ir::Name>,
    text: String,
}

impl Known {
    /// The text that tells the next one from others; it begins with this.
    fn text(&mut self, start: &impl std::fmt::Debug) -> &mut String {
        self.text.clear();
        put(&mut self.text, start);
        &mut self.text
    }

    /// The first one with that text; nothing if it is this one.
    fn first(&mut self, name: &ir::Name) -> Option<ir::Name> {
        if let Some(first) = self.names.get(&self.text) {
            return Some(first.clone());
        }
        self.names.insert(self.text.clone(), name.clone());
        None
    }
}

/// What a view of headers has.
fn headers(types: &[TypeDef], operation: &ir::Operation, out: &mut String) {
    for case in operation.cases().filter(|case| !case.headers.is_empty()) {
        put(out, &(&case.name, case.status));
        for header in &case.headers {
            let ir::Header {
                name,
                wire_name,
                ty,
                required,
                explode,
                content,
                docs,
                origin: _,
            } = header;
            put(out, &(name, wire_name, required, explode, content));
            prose(docs, out);
            put(out, &resolved(types, ty));
        }
    }
}

/// What an enum of outcomes has.
fn cases(types: &[TypeDef], cases: &[ir::OutcomeCase], out: &mut String) {
    for case in cases {
        let ir::OutcomeCase {
            name,
            status,
            contents,
            headers: _,
            docs,
            origin: _,
        } = case;
        put(out, &(name, status));
        prose(docs, out);
        for content in contents {
            let ir::Content {
                media_type,
                kind,
                ty,
                encodings: _,
                examples: _,
                name,
                bounds: _,
                origin: _,
            } = content;
            put(out, &(media_type, kind, name, resolved(types, ty)));
        }
    }
}

/// A type with what stands behind other names.
fn resolved(types: &[TypeDef], ty: &Type) -> Type {
    let mut ty = ty.clone();
    ir::walk::each_id_in(&mut ty, &mut |id| {
        let named = Type::Named(*id);
        let names = named.names(types).filter_map(Type::named);
        *id = names.last().unwrap_or(*id);
    });
    ty
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
fn classes(types: &[TypeDef]) -> (Vec<u32>, Vec<Vec<u32>>) {
    let mut mentions = Vec::with_capacity(types.len());
    let mut known = HashMap::new();
    let mut text = String::new();
    let mut classes = Vec::with_capacity(types.len());
    for (index, def) in types.iter().enumerate() {
        let mut own = Vec::new();
        text.clear();
        if def.root {
            put(&mut text, &index);
            ir::walk::each_in_kind(&def.kind, &mut |ty| own.extend(mentioned(ty)));
        } else {
            shape(def, &mut text, &mut own);
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

/// What a type is, without its name, its place, its prose and its examples; what it mentions goes into `mentions`.
fn shape(def: &TypeDef, out: &mut String, mentions: &mut Vec<u32>) {
    let TypeDef {
        name: _,
        module: _,
        root: _,
        wire_name: _,
        docs: _,
        deprecated,
        direction,
        constraints,
        bounds,
        examples: _,
        origin: _,
        kind,
    } = def;
    put(out, &(deprecated, direction, constraints, bounds));
    match kind {
        TypeKind::Struct(object) => {
            let ir::Struct { fields, extra } = object;
            put(out, &("struct", fields.len()));
            for one in fields {
                field(one, out, mentions);
            }
            match extra {
                ir::Extra::Typed(ty) => {
                    put(out, &"typed");
                    mention(ty, out, mentions);
                }
                ir::Extra::Denied | ir::Extra::Any => put(out, extra),
            }
        }
        TypeKind::Enum(list) => put(out, list),
        TypeKind::Union(union) => {
            let ir::Union {
                discriminator,
                branches,
                unknown,
            } = union;
            put(out, &(discriminator, unknown, branches.len()));
            for one in branches {
                branch(one, out, mentions);
            }
        }
        TypeKind::Alias(ty) => {
            put(out, &"alias");
            mention(ty, out, mentions);
        }
        TypeKind::Newtype(ty) => {
            put(out, &"newtype");
            mention(ty, out, mentions);
        }
    }
}

fn field(field: &ir::Field, out: &mut String, mentions: &mut Vec<u32>) {
    let ir::Field {
        name,
        wire_name,
        ty,
        required,
        docs,
        deprecated,
        read_only,
        write_only,
        default,
        example: _,
        constraints,
        bounds,
        origin: _,
    } = field;
    put(out, &(name, wire_name));
    prose(docs, out);
    put(out, &(required, deprecated, read_only, write_only));
    put(out, &(default, constraints, bounds));
    mention(ty, out, mentions);
}

fn branch(branch: &ir::Branch, out: &mut String, mentions: &mut Vec<u32>) {
    let ir::Branch {
        name,
        ty,
        constant,
        docs,
        tags,
        rule,
        bounds,
    } = branch;
    put(out, &(name, constant, tags, rule, bounds));
    prose(docs, out);
    mention(ty, out, mentions);
}

fn mention(ty: &Type, out: &mut String, mentions: &mut Vec<u32>) {
    ir::walk::each_in(ty, &mut |inner| {
        mentions.extend(mentioned(inner));
        match inner {
            Type::Named(_) => out.push('@'),
            Type::Map(key, _) => put(out, &("map", key.is_some())),
            Type::Tuple(items, rest) => put(out, &("tuple", items.len(), rest.is_some())),
            Type::List(_) => out.push('['),
            Type::Nullable(_) => out.push('?'),
            Type::Boxed(_) => out.push('#'),
            Type::Any
            | Type::Null
            | Type::Bool
            | Type::Integer(_)
            | Type::Number(_)
            | Type::String
            | Type::Formatted(_)
            | Type::Binary => put(out, inner),
        }
    });
}

/// The type that is named by a mention itself.
fn mentioned(ty: &Type) -> Option<u32> {
    match ty {
        Type::Named(id) | Type::Map(Some(id), _) => Some(id.0),
        _ => None,
    }
}

/// Prose as it is: it is the longest part, and what `Debug` would make of it says no more.
fn prose(docs: &ir::Docs, out: &mut String) {
    let ir::Docs { title, text, link } = docs;
    for part in [title, text, link] {
        put(out, &part.as_ref().map(String::len));
        out.push_str(part.as_deref().unwrap_or_default());
    }
}

fn put(out: &mut String, value: &impl std::fmt::Debug) {
    // Writing into a string does not fail.
    let _ = write!(out, "{value:?};");
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
