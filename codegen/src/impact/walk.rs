//! In: the files of a user's crate. Out: the places where they use an item that a change touches. Invariant: where it is
//! not known what a value is, a member of the name counts as used, so that nothing is missed for want of types.

use std::collections::HashMap;

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::known::{Core, Known};
use super::link::How;
use super::own::{Own, written};
use super::scope::{Scope, plain};
use super::surface::Key;

/// A place in a file where an item is used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    /// From 1.
    pub(super) line: usize,
    /// In characters, from 1.
    pub(super) column: usize,
    /// The item.
    pub(super) key: Key,
    /// Whether the type was not known, and only the name fits.
    pub(super) perhaps: bool,
}

/// A value: what it is, and which touched items it was made from.
#[derive(Clone, Debug, Default)]
pub(super) struct Val {
    pub(super) core: Core,
    pub(super) from: Vec<Key>,
    /// Touched functions that it is, and that take other arguments.
    pub(super) takes: Vec<Key>,
}

impl Val {
    /// A value of a type that comes from touched items.
    pub(super) fn new(core: Core, from: Vec<Key>) -> Self {
        Self {
            core,
            from,
            takes: Vec::new(),
        }
    }
}

/// The items among those used that give something of another type.
pub(super) fn given(used: Vec<(Key, How)>) -> impl Iterator<Item = Key> {
    let given = used
        .into_iter()
        .filter(|(_, how)| matches!(how, How::Gives | How::Unwraps));
    given.map(|(key, _)| key)
}

/// Walks one file.
pub(super) struct Walk<'a> {
    pub(super) known: &'a Known<'a>,
    pub(super) own: &'a Own,
    pub(super) scope: Scope,
    pub(super) uses: Vec<Use>,
    pub(super) variables: Vec<HashMap<String, Val>>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(known: &'a Known<'a>, own: &'a Own, file: &syn::File) -> Self {
        Self {
            known,
            own,
            scope: Scope::new(file),
            uses: Vec::new(),
            variables: vec![HashMap::new()],
        }
    }

    /// Notes a use of an item, if it is touched. Says how it is.
    pub(super) fn note(&mut self, key: Key, at: Span, perhaps: bool) -> Option<How> {
        let how = self.known.touched(&key)?;
        let start = at.start();
        self.uses.push(Use {
            line: start.line,
            column: start.column + 1,
            key,
            perhaps,
        });
        Some(how)
    }

    /// Notes that a type is named: nothing to a type that looks the same.
    pub(super) fn note_name(&mut self, owner: &str, at: Span) {
        let key = Key::of(owner);
        if self.known.touched(&key).is_some_and(|how| how != How::Same) {
            self.note(key, at, false);
        }
    }

    pub(super) fn follow(&mut self, value: &Val, at: Span) {
        for key in &value.from {
            self.note(key.clone(), at, false);
        }
    }

    pub(super) fn bind_name(&mut self, name: &syn::Ident, value: Val) {
        if let Some(variables) = self.variables.last_mut() {
            variables.insert(plain(name), value);
        }
    }

    pub(super) fn within(&mut self, inner: impl FnOnce(&mut Self) -> Val) -> Val {
        self.variables.push(HashMap::new());
        let value = inner(self);
        self.variables.pop();
        value
    }

    /// What a written type is, containers aside.
    pub(super) fn core_of(&self, ty: &syn::Type) -> Core {
        written(self.known, &self.scope, ty)
    }

    pub(super) fn value(&mut self, expression: &syn::Expr) -> Val {
        match expression {
            syn::Expr::Path(path) => self.path(&path.path, expression.span()),
            syn::Expr::Field(field) => self.field(field),
            syn::Expr::MethodCall(call) => self.method(call),
            syn::Expr::Call(call) => self.call(call),
            syn::Expr::Struct(literal) => self.literal(literal),
            syn::Expr::Match(one) => self.matched(one),
            syn::Expr::Macro(called) => self.called_macro(&called.mac),
            syn::Expr::Let(one) => {
                let value = self.value(&one.expr);
                self.bind(&one.pat, &value);
                Val::default()
            }
            syn::Expr::Closure(closure) => self.closure(closure, &Val::default()),
            syn::Expr::Await(one) => self.value(&one.base),
            syn::Expr::Try(one) => self.value(&one.expr),
            syn::Expr::Paren(one) => self.value(&one.expr),
            syn::Expr::Group(one) => self.value(&one.expr),
            syn::Expr::Reference(one) => self.value(&one.expr),
            syn::Expr::Unary(one) => self.value(&one.expr),
            syn::Expr::Cast(one) => self.value(&one.expr),
            syn::Expr::Index(one) => {
                self.value(&one.index);
                self.value(&one.expr)
            }
            syn::Expr::Binary(one) => self.binary(one),
            syn::Expr::Assign(one) => {
                let right = self.value(&one.right);
                let left = self.value(&one.left);
                self.follow(&left, one.right.span());
                self.follow(&right, one.left.span());
                Val::default()
            }
            syn::Expr::Block(one) => self.block(&one.block),
            syn::Expr::Async(one) => self.block(&one.block),
            syn::Expr::Unsafe(one) => self.block(&one.block),
            syn::Expr::If(one) => self.within(|walk| {
                walk.value(&one.cond);
                let then = walk.block(&one.then_branch);
                if let Some((_, other)) = &one.else_branch {
                    walk.value(other);
                }
                then
            }),
            syn::Expr::While(one) => self.within(|walk| {
                walk.value(&one.cond);
                walk.block(&one.body)
            }),
            syn::Expr::ForLoop(one) => {
                let items = self.value(&one.expr);
                self.within(|walk| {
                    walk.bind(&one.pat, &items);
                    walk.block(&one.body)
                })
            }
            other => {
                visit::visit_expr(self, other);
                Val::default()
            }
        }
    }

    fn binary(&mut self, one: &syn::ExprBinary) -> Val {
        let left = self.value(&one.left);
        let right = self.value(&one.right);
        self.follow(&left, one.right.span());
        self.follow(&right, one.left.span());
        let from = left.from.into_iter().chain(right.from).collect();
        Val::new(Core::Foreign, from)
    }

    fn path(&mut self, path: &syn::Path, at: Span) -> Val {
        if let Some(name) = path.get_ident() {
            let name = plain(name);
            let known = self
                .variables
                .iter()
                .rev()
                .find_map(|scope| scope.get(&name));
            if let Some(value) = known.cloned() {
                self.follow(&value, at);
                return value;
            }
        }
        self.named(path)
    }

    /// A path to an item: what it stands for.
    pub(super) fn named(&mut self, path: &syn::Path) -> Val {
        for segment in &path.segments {
            if let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments {
                visit::visit_angle_bracketed_generic_arguments(self, arguments);
            }
        }
        let Some((owner, rest)) = self.known.item(&self.scope, path) else {
            return Val::default();
        };
        let last = path.segments.len().saturating_sub(rest.len() + 1);
        let at = path
            .segments
            .get(last)
            .map_or_else(|| path.span(), |one| one.ident.span());
        self.note_name(&owner, at);
        let mut value = Val::new(self.known.named(&owner), Vec::new());
        if let Some(member) = rest.first() {
            let key = Key::in_(&owner, member);
            let at = path.segments.last().map_or(at, |one| one.ident.span());
            match self.note(key.clone(), at, false) {
                Some(How::Gives | How::Unwraps) => value.from.push(key),
                Some(How::Takes) => value.takes.push(key),
                Some(How::Gone | How::Same) | None => {}
            }
            value.core = match (owner.as_str(), member.as_str()) {
                ("Client", "builder") => Core::Builder,
                _ => value.core,
            };
        }
        value
    }

    fn field(&mut self, field: &syn::ExprField) -> Val {
        let base = self.value(&field.base);
        let syn::Member::Named(name) = &field.member else {
            return base;
        };
        let text = plain(name);
        if matches!(base.core, Core::Unknown | Core::Foreign)
            && let Some(own) = self.own.field(&text)
        {
            return Val::new(own, Vec::new());
        }
        let mut from = base.from.clone();
        from.extend(given(self.member(base.core, &text, name.span())));
        Val::new(self.known.field(base.core, &text), from)
    }

    /// Notes a use of a member, and gives the items that were meant.
    pub(super) fn member(&mut self, core: Core, name: &str, at: Span) -> Vec<(Key, How)> {
        let keys: Vec<Key> = match self.known.owner(core) {
            Some(owner) => vec![Key::in_(owner, name)],
            None if core == Core::Unknown => self
                .known
                .members(name)
                .iter()
                .map(|key| (*key).clone())
                .collect(),
            None => Vec::new(),
        };
        let perhaps = core == Core::Unknown;
        keys.into_iter()
            .filter_map(|key| Some((key.clone(), self.note(key, at, perhaps)?)))
            .collect()
    }

    fn literal(&mut self, literal: &syn::ExprStruct) -> Val {
        let mut value = self.named(&literal.path);
        let item = self.known.item(&self.scope, &literal.path);
        if item.is_none() {
            // What the API describes is made with its constructor.
            value.core = Core::Foreign;
        }
        if let Some((owner, _)) = &item {
            self.note(Key::in_(owner, "new"), literal.path.span(), false);
        }
        for field in &literal.fields {
            if let (Some((owner, _)), syn::Member::Named(name)) = (&item, &field.member) {
                self.note(Key::in_(owner, &plain(name)), name.span(), false);
            }
            self.value(&field.expr);
        }
        if let Some(rest) = &literal.rest {
            self.value(rest);
        }
        value
    }

    fn matched(&mut self, one: &syn::ExprMatch) -> Val {
        let value = self.value(&one.expr);
        if let Some(owner) = self.known.owner(value.core) {
            self.note(Key::of(owner), one.span(), false);
        }
        let mut result: Option<Val> = None;
        for arm in &one.arms {
            let next = self.within(|walk| {
                walk.bind(&arm.pat, &value);
                walk.value(&arm.body)
            });
            if ends(&arm.body) {
                continue;
            }
            // The first arm says of what type all of them are.
            match &mut result {
                Some(first) => {
                    let others = first.from.iter().filter(|key| !next.from.contains(key));
                    let others: Vec<Key> = others.cloned().collect();
                    self.follow(&Val::new(Core::Unknown, others), arm.body.span());
                    if first.core == Core::Unknown {
                        first.core = next.core;
                    }
                }
                None => result = Some(next),
            }
        }
        result.unwrap_or_default()
    }

    pub(super) fn closure(&mut self, closure: &syn::ExprClosure, items: &Val) -> Val {
        self.within(|walk| {
            for input in &closure.inputs {
                walk.bind(input, items);
            }
            walk.value(&closure.body)
        })
    }
}

/// Whether an expression gives nothing, as it leaves where it stands.
fn ends(expression: &syn::Expr) -> bool {
    const MACROS: [&str; 4] = ["panic", "todo", "unimplemented", "unreachable"];
    match expression {
        syn::Expr::Return(_) | syn::Expr::Break(_) | syn::Expr::Continue(_) => true,
        syn::Expr::Macro(one) => MACROS.iter().any(|name| one.mac.path.is_ident(name)),
        syn::Expr::Block(one) => match one.block.stmts.last() {
            Some(syn::Stmt::Expr(last, _)) => ends(last),
            Some(syn::Stmt::Macro(one)) => MACROS.iter().any(|name| one.mac.path.is_ident(name)),
            Some(syn::Stmt::Local(_) | syn::Stmt::Item(_)) | None => false,
        },
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_expr(&mut self, expression: &'ast syn::Expr) {
        self.value(expression);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.block(block);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        // What defines a macro is not code yet.
        if item.ident.is_some() {
            return;
        }
        match item.mac.parse_body::<syn::File>() {
            Ok(inner) => inner.items.iter().for_each(|item| self.visit_item(item)),
            Err(_) => drop(self.called_macro(&item.mac)),
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.named(path);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.imports(&item.tree, &mut Vec::new());
    }
}
