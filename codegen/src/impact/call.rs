//! In: calls in a user's crate. Out: what they give, and the touched items that are used by them. Invariant: what goes through
//! a call or into a container keeps where it comes from, unless the compiler cannot get that far.

use syn::spanned::Spanned;

use super::known::Core;
use super::link::How;
use super::scope::plain;
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

impl Walk<'_> {
    /// A call of a method.
    pub(super) fn method(&mut self, call: &syn::ExprMethodCall) -> Val {
        let receiver = self.value(&call.receiver);
        let name = plain(&call.method);
        let at = call.method.span();
        let mut from = receiver.from.clone();
        self.follow(&receiver, at);
        let is_operation = receiver.core == Core::Unknown && self.known.operation(&name).is_some();
        let owner = if is_operation {
            Core::Client
        } else {
            receiver.core
        };
        let touched = self.member(owner, &name, at);
        if OF_OPTIONS.contains(&name.as_str()) && matches!(*call.receiver, syn::Expr::Field(_)) {
            from.retain(|key| self.known.touched(key) != Some(How::Unwraps));
        }
        let mut mapped = None;
        let mut given_to_it = Vec::new();
        for argument in &call.args {
            for (key, _) in touched.iter().filter(|(_, how)| *how == How::Takes) {
                self.note(key.clone(), argument.span(), receiver.core == Core::Unknown);
            }
            let value = match argument {
                syn::Expr::Closure(closure) => self.closure(closure, &receiver),
                other => self.value(other),
            };
            if matches!(argument, syn::Expr::Closure(_)) {
                mapped = Some(value.clone());
            }
            given_to_it.push(value);
        }
        if FILLING.contains(&name.as_str()) {
            self.fill(&call.receiver, given_to_it);
        }
        from.extend(given(touched));
        let result = self.known.result(owner, &name);
        match (mapped, result) {
            (Some(value), None) if MAPPING.contains(&name.as_str()) => {
                from.extend(value.from);
                Val::new(value.core, from)
            }
            (_, Some(core)) => Val::new(core, from),
            (_, None) => match (receiver.core, self.own.result(&name)) {
                (Core::Unknown, Some(core)) => Val::new(core, from),
                (core, _) => Val::new(core, from),
            },
        }
    }

    /// A container holds what is put into it: that is what it is where nobody knew, and where it comes from.
    fn fill(&mut self, container: &syn::Expr, given: Vec<Val>) {
        let core = match &given[..] {
            [one] => one.core,
            several => {
                let mut cores = several.iter().map(|value| value.core);
                let known = cores.find(|core| self.known.owner(*core).is_some());
                known.unwrap_or_default()
            }
        };
        let syn::Expr::Path(path) = container else {
            return;
        };
        let name = path.path.get_ident().map(plain).unwrap_or_default();
        let mut scopes = self.variables.iter_mut().rev();
        if let Some(value) = scopes.find_map(|scope| scope.get_mut(&name)) {
            if value.core == Core::Unknown {
                value.core = core;
            }
            value
                .from
                .extend(given.into_iter().flat_map(|one| one.from));
        }
    }

    /// A call of a function.
    pub(super) fn call(&mut self, call: &syn::ExprCall) -> Val {
        let called = self.value(&call.func);
        let mut first = None;
        for argument in &call.args {
            for key in called.from.iter().chain(&called.takes) {
                self.note(key.clone(), argument.span(), false);
            }
            let value = self.value(argument);
            first.get_or_insert(value);
        }
        let syn::Expr::Path(path) = &*call.func else {
            return called;
        };
        if called.core != Core::Unknown {
            return called;
        }
        let last = path
            .path
            .segments
            .last()
            .map(|one| plain(&one.ident))
            .unwrap_or_default();
        if let Some(core) = self.own.result(&last) {
            return Val::new(core, Vec::new());
        }
        // `Some(…)`, `Ok(…)`, `Box::new(…)`, `Arc::clone(…)`: what is in it.
        first.unwrap_or_default()
    }
}
