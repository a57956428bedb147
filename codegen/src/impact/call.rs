//! In: calls in a user's crate. Out: what they give, and the touched items that are used by them. Invariant: what goes through
//! a call or into a container keeps where it comes from, unless the compiler cannot get that far.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::Visit;

use super::link::How;
use super::member::Kind;
use super::of::{Core, Of};
use super::tree::plain;
use super::walk::{Val, Walk, given};

/// Methods whose result is what their closure gives.
const MAPPING: &[&str] = &[
    "map",
    "and_then",
    "flat_map",
    "filter_map",
    "map_or",
    "map_or_else",
    "then",
    "fold",
];

/// Methods that an `Option` has and what is in it has not: where they are no more, the compiler goes no further.
const OF_OPTIONS: &[&str] = &[
    "as_deref",
    "cloned",
    "copied",
    "expect",
    "is_none",
    "is_none_or",
    "is_some",
    "is_some_and",
    "map_or",
    "map_or_else",
    "ok_or",
    "ok_or_else",
    "unwrap",
    "unwrap_or",
    "unwrap_or_default",
    "unwrap_or_else",
];

/// Methods that put what they are given into a container.
const FILLING: &[&str] = &["insert", "push", "push_back", "push_front"];

/// Methods whose result is of a type that only what is around them tells.
const INFERRED: &[&str] = &["into", "parse", "try_into"];

impl Walk<'_> {
    /// A call of a method.
    pub(super) fn method(&mut self, call: &syn::ExprMethodCall) -> Val {
        let receiver = self.value(&call.receiver);
        let name = plain(&call.method);
        let at = call.method.span();
        let mut from = receiver.from.clone();
        self.follow(&receiver, at);
        let member = self.member(&receiver.of, &name, at, Kind::Method);
        if OF_OPTIONS.contains(&name.as_str()) && matches!(*call.receiver, syn::Expr::Field(_)) {
            from.retain(|key| self.world.known.touched(key) != Some(How::Unwraps));
        }
        for (key, _) in member.used.iter().filter(|(_, how)| *how == How::Takes) {
            for argument in &call.args {
                self.note(key.clone(), argument.span(), receiver.of.is_unknown());
            }
        }
        if INFERRED.contains(&name.as_str()) {
            self.made_from(&receiver.of, at);
        }
        // What a method of nobody's here gives to a closure is what it is called on.
        let mut items = receiver.clone();
        items.of.open |= member.of.is_some();
        let values = self.arguments(&call.args, items);
        let last = values.last().cloned();
        if FILLING.contains(&name.as_str()) {
            self.fill(&call.receiver, values);
        }
        from.extend(given(member.used));
        let is = |names: &[&str]| names.contains(&name.as_str());
        let result = match (member.of, last) {
            (Some(of), _) => Val::new(of, from),
            (None, Some(value)) if is(MAPPING) => {
                from.extend(value.from);
                Val::new(value.of, from)
            }
            (None, _) if is(INFERRED) => Val::new(Of::default(), from),
            (None, _) => Val::new(receiver.of, from),
        };
        match &call.turbofish {
            Some(said) => {
                self.visit_angle_bracketed_generic_arguments(said);
                let said = self.scope.arguments(self.world, said);
                Val::new(narrowed(&said, &result.of), result.from)
            }
            None => result,
        }
    }

    /// What is made of a value without its type being named may be any that can be made of it.
    fn made_from(&mut self, of: &Of, at: Span) {
        for core in &of.cores {
            if let Core::Api(number) = core {
                let other = self.world.known.owner(*number);
                for key in self.world.known.members(&format!("from({other})")) {
                    self.note(key, at, true);
                }
            }
        }
    }

    /// The values of arguments; closures are given `items`, and what else there is.
    fn arguments<'e>(
        &mut self,
        arguments: impl IntoIterator<Item = &'e syn::Expr> + Clone,
        items: Val,
    ) -> Vec<Val> {
        let is_closure = |one: &&syn::Expr| matches!(one, syn::Expr::Closure(_));
        let others = arguments.clone().into_iter().filter(|one| !is_closure(one));
        let mut others: Vec<Val> = others.map(|one| self.value(one)).collect();
        let mut given = items;
        if given.of.open {
            others.iter().for_each(|one| given.of.add(&one.of));
        }
        others.reverse();
        let arguments = arguments.into_iter().map(|argument| match argument {
            syn::Expr::Closure(closure) => self.closure(closure, &given),
            _ => others.pop().unwrap_or_default(),
        });
        arguments.collect()
    }

    /// A container holds what is put into it: that is what it is where nobody knew, and where it comes from.
    fn fill(&mut self, container: &syn::Expr, given: Vec<Val>) {
        let syn::Expr::Path(path) = container else {
            return;
        };
        let name = path.path.get_ident().map(plain).unwrap_or_default();
        let mut scopes = self.variables.iter_mut().rev();
        if let Some(value) = scopes.find_map(|scope| scope.get_mut(&name)) {
            if value.of.is_unknown() {
                value.of = Of::all(given.iter().map(|one| &one.of));
            }
            value
                .from
                .extend(given.into_iter().flat_map(|one| one.from));
        }
    }

    /// A call of a function.
    pub(super) fn call(&mut self, call: &syn::ExprCall) -> Val {
        let called = self.value(&call.func);
        for key in called.from.iter().chain(&called.takes) {
            for argument in &call.args {
                self.note(key.clone(), argument.span(), false);
            }
        }
        let values = self.arguments(&call.args, Val::default());
        let syn::Expr::Path(path) = &*call.func else {
            return called;
        };
        let all = Of::all(values.iter().map(|one| &one.of));
        if !called.of.is_unknown() {
            return Val {
                of: called.of.with(&all),
                ..called
            };
        }
        if is_conversion(&path.path) {
            return Val::of(Of::foreign());
        }
        // `Some(…)`, `Ok(…)`, `Box::new(…)`, `Arc::clone(…)`: what is in it, if it is not `Vec::with_capacity(…)`.
        let of = match all.cores.is_empty() && path.path.segments.len() > 1 {
            true => Of::default(),
            false => all,
        };
        let said = self.scope.path(self.world, &path.path);
        let of = match said.cores.is_empty() {
            true => of,
            false => narrowed(&said, &of),
        };
        let first = values.into_iter().next();
        first.map_or_else(
            || Val::of(of.clone()),
            |first| Val::new(of.clone(), first.from),
        )
    }
}

/// What is written holds, as far as it is all that there is to write.
pub(super) fn narrowed(written: &Of, otherwise: &Of) -> Of {
    match written.may_be_more() {
        true => Of::same([written, otherwise]),
        false => written.clone(),
    }
}

/// Whether a function makes a number or a text of what it is given: `f64::from`, `u8::try_from`, `String::from`.
fn is_conversion(path: &syn::Path) -> bool {
    let mut segments = path.segments.iter().rev().map(|one| plain(&one.ident));
    let (Some(function), Some(owner)) = (segments.next(), segments.next()) else {
        return false;
    };
    let is_plain = owner == "String" || owner.starts_with(['f', 'i', 'u']) && owner.len() < 6;
    is_plain && matches!(function.as_str(), "from" | "try_from")
}
