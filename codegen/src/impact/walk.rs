//! In: the files of a user's crate. Out: the places where they use an item that a change touches. Invariant: where it is
//! not known what a value is, a member of the name counts as used, so that nothing is missed for want of types.

use std::collections::HashMap;

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::link::How;
use super::of::Of;
use super::scope::{Scope, World};
use super::surface::Key;
use super::tree::{At, Space, plain};

/// A place in a file where an item is used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    /// By number.
    pub(super) file: usize,
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
    pub(super) of: Of,
    pub(super) from: Vec<Key>,
    /// Touched functions that it is, and that take other arguments.
    pub(super) takes: Vec<Key>,
    /// What it is put together from, if it is a tuple that is written down.
    pub(super) parts: Vec<Val>,
}

impl Val {
    /// A value of a type that comes from touched items.
    pub(super) fn new(of: Of, from: Vec<Key>) -> Self {
        Self {
            of,
            from,
            ..Self::default()
        }
    }

    /// A value that comes from no touched item.
    pub(super) fn of(of: Of) -> Self {
        Self::new(of, Vec::new())
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
    pub(super) world: World<'a>,
    /// The number of the file.
    file: usize,
    pub(super) scope: Scope,
    pub(super) uses: Vec<Use>,
    pub(super) variables: Vec<HashMap<String, Val>>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(world: World<'a>, file: usize, at: At) -> Self {
        Self {
            world,
            file,
            scope: Scope::new(at),
            uses: Vec::new(),
            variables: vec![HashMap::new()],
        }
    }

    /// Notes a use of an item, if it is touched. Says how it is.
    pub(super) fn note(&mut self, key: Key, at: Span, perhaps: bool) -> Option<How> {
        let how = self.world.known.touched(&key)?;
        let start = at.start();
        self.uses.push(Use {
            file: self.file,
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
        let touched = self.world.known.touched(&key);
        if touched.is_some_and(|how| how != How::Same) {
            self.note(key, at, false);
        }
    }

    pub(super) fn follow(&mut self, value: &Val, at: Span) {
        for key in &value.from {
            self.note(key.clone(), at, false);
        }
    }

    pub(super) fn bind_name(&mut self, name: String, value: Val) {
        if let Some(variables) = self.variables.last_mut() {
            variables.insert(name, value);
        }
    }

    /// The variable of a name.
    pub(super) fn variable(&self, name: &str) -> Option<&Val> {
        let mut scopes = self.variables.iter().rev();
        scopes.find_map(|scope| scope.get(name))
    }

    pub(super) fn within(&mut self, inner: impl FnOnce(&mut Self) -> Val) -> Val {
        self.variables.push(HashMap::new());
        let value = inner(self);
        self.variables.pop();
        value
    }

    /// Goes on in another scope.
    fn inside(&mut self, scope: Scope, inner: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.scope, scope);
        inner(self);
        self.scope = outer;
    }

    pub(super) fn value(&mut self, expression: &syn::Expr) -> Val {
        match expression {
            syn::Expr::Path(path) => self.path(&path.path, expression.span()),
            syn::Expr::Field(field) => self.field(field),
            syn::Expr::MethodCall(call) => self.method(call),
            syn::Expr::Call(call) => self.call(call),
            syn::Expr::Struct(literal) => self.literal(literal),
            syn::Expr::Lit(_) => Val::of(Of::foreign()),
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
            syn::Expr::Tuple(one) => self.several(&one.elems),
            syn::Expr::Array(one) => Val {
                parts: Vec::new(),
                ..self.several(&one.elems)
            },
            syn::Expr::Repeat(one) => {
                self.value(&one.len);
                self.value(&one.expr)
            }
            syn::Expr::Index(one) => {
                self.value(&one.index);
                self.value(&one.expr)
            }
            syn::Expr::Binary(one) => self.binary(one),
            syn::Expr::Assign(one) => self.assign(one),
            syn::Expr::Block(one) => self.block(&one.block),
            syn::Expr::Async(one) => self.block(&one.block),
            syn::Expr::Unsafe(one) => self.block(&one.block),
            syn::Expr::If(one) => self.choice(one),
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

    /// A tuple or an array: what is in it. What a closure gives is not there yet.
    fn several<'e>(&mut self, expressions: impl IntoIterator<Item = &'e syn::Expr>) -> Val {
        let mut all = Val::of(Of::foreign());
        for expression in expressions {
            let value = self.value(expression);
            all.of.add(&value.of);
            if !matches!(expression, syn::Expr::Closure(_)) {
                all.from.extend(value.from.iter().cloned());
            }
            all.parts.push(value);
        }
        all
    }

    fn binary(&mut self, one: &syn::ExprBinary) -> Val {
        let left = self.value(&one.left);
        let right = self.value(&one.right);
        self.follow(&left, one.right.span());
        self.follow(&right, one.left.span());
        match is_comparison(&one.op) {
            true => Val::of(Of::foreign()),
            false => {
                let from = left.from.into_iter().chain(right.from);
                Val::new(Of::foreign(), from.collect())
            }
        }
    }

    fn assign(&mut self, one: &syn::ExprAssign) -> Val {
        let right = self.value(&one.right);
        let left = self.value(&one.left);
        self.follow(&left, one.right.span());
        self.follow(&right, one.left.span());
        Val::default()
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

/// Whether an operator gives a `bool`, whatever stands around it.
fn is_comparison(operator: &syn::BinOp) -> bool {
    use syn::BinOp::{And, Eq, Ge, Gt, Le, Lt, Ne, Or};
    matches!(
        operator,
        And(_) | Eq(_) | Ge(_) | Gt(_) | Le(_) | Lt(_) | Ne(_) | Or(_)
    )
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_expr(&mut self, expression: &'ast syn::Expr) {
        self.value(expression);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.block(block);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let child = self.world.tree.child(self.scope.at, &plain(&item.ident));
        if let (Some(child), Some((_, items))) = (child, &item.content) {
            self.inside(Scope::new(child), |walk| {
                items.iter().for_each(|item| walk.visit_item(item));
            });
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let scope = self.scope.of_impl(self.world, item);
        self.inside(scope, |walk| visit::visit_item_impl(walk, item));
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        let scope = self.scope.of_type(self.world, &item.ident, &item.generics);
        self.inside(scope, |walk| visit::visit_item_trait(walk, item));
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        let scope = self.scope.with(self.world, &item.sig.generics);
        self.inside(scope, |walk| walk.function(&item.sig, &item.block));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        let scope = self.scope.with(self.world, &item.sig.generics);
        self.inside(scope, |walk| walk.function(&item.sig, &item.block));
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        let scope = self.scope.with(self.world, &item.sig.generics);
        self.inside(scope, |walk| match &item.default {
            Some(block) => walk.function(&item.sig, block),
            None => visit::visit_signature(walk, &item.sig),
        });
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.ident.is_some() {
            return self.templates(&item.mac);
        }
        match item.mac.parse_body::<syn::File>() {
            Ok(inner) => inner.items.iter().for_each(|item| self.visit_item(item)),
            Err(_) => drop(self.called_macro(&item.mac)),
        }
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.called_macro(called);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.named(path, Space::Types);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.imports(&item.tree, &mut Vec::new());
    }
}
