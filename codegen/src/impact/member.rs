//! In: paths, fields and struct literals of a user's crate. Out: what they are, and the touched items that they name.
//! Invariant: a member belongs to a type that has it; where no type is known, to any that has.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit;

use super::link::How;
use super::of::{Core, Of};
use super::scope::Named;
use super::surface::Key;
use super::tree::{Space, plain};
use super::walk::{Val, Walk, given};

/// What a member of a value is.
#[derive(Debug, Default)]
pub(super) struct Member {
    /// The touched items that were meant.
    pub(super) used: Vec<(Key, How)>,
    /// What it holds or gives, if a type that is known has it.
    pub(super) of: Option<Of>,
}

impl Member {
    fn add(&mut self, of: &Of) {
        self.of.get_or_insert_with(Of::foreign).add(of);
    }
}

/// Which kind of member is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Field,
    Method,
}

impl<'a> Walk<'a> {
    pub(super) fn path(&mut self, path: &syn::Path, at: Span) -> Val {
        let variable = path
            .get_ident()
            .and_then(|name| self.variable(&plain(name)));
        match variable.cloned() {
            Some(value) => {
                self.follow(&value, at);
                value
            }
            None => self.named(path, Space::Values),
        }
    }

    /// A path to an item: what it stands for.
    pub(super) fn named(&mut self, path: &syn::Path, space: Space) -> Val {
        for segment in &path.segments {
            if let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments {
                visit::visit_angle_bracketed_generic_arguments(self, arguments);
            }
        }
        match self.scope.named(self.world, path, space) {
            None => Val::default(),
            Some(Named::Value(of)) => Val::of(of),
            Some(Named::Own(number, rest)) => {
                let made = Of::one(Core::Own(number));
                let given = rest.first();
                let given = given.and_then(|name| self.world.own.method(Core::Own(number), name));
                Val::of(given.cloned().unwrap_or(made))
            }
            Some(Named::Api(number, rest)) => self.of_api(path, number, &rest),
        }
    }

    fn of_api(&mut self, path: &syn::Path, number: usize, rest: &[String]) -> Val {
        let owner = self.world.known.owner(number);
        let last = path.segments.iter().rev().nth(rest.len());
        if let Some(last) = last.filter(|last| last.ident != "Self") {
            self.note_name(owner, last.ident.span());
        }
        let mut value = Val::of(self.world.known.named(number));
        let Some(member) = rest.first() else {
            return value;
        };
        let key = Key::in_(owner, member);
        let at = path
            .segments
            .last()
            .map_or_else(|| path.span(), |one| one.ident.span());
        match self.note(key.clone(), at, false) {
            Some(How::Gives | How::Unwraps) => value.from.push(key),
            Some(How::Takes) => value.takes.push(key),
            Some(How::Gone | How::Same) | None => {}
        }
        if member == "from" {
            for key in self.world.known.made(owner) {
                self.note(key, at, true);
            }
        }
        // A variant is of its type, whatever it holds.
        if member.starts_with(char::is_lowercase) {
            let of = self.world.known.member(number, member);
            let of = of.or_else(|| self.world.own.method(Core::Api(number), member).cloned());
            value.of = of.unwrap_or(value.of);
        }
        value
    }

    /// The enum of the API whose variant a path names, and that variant.
    pub(super) fn variant(&self, path: &syn::Path) -> Option<(&'a str, String)> {
        match self.scope.named(self.world, path, Space::Values)? {
            Named::Api(number, rest) => {
                let variant = rest.into_iter().next()?;
                Some((self.world.known.owner(number), variant))
            }
            Named::Own(..) | Named::Value(_) => None,
        }
    }

    pub(super) fn field(&mut self, field: &syn::ExprField) -> Val {
        let base = self.value(&field.base);
        let (name, at) = match &field.member {
            syn::Member::Named(name) => (plain(name), name.span()),
            syn::Member::Unnamed(index) => (index.index.to_string(), index.span),
        };
        let member = self.member(&base.of, &name, at, Kind::Field);
        let of = match (&field.member, member.of) {
            (_, Some(of)) => of,
            // A part of a tuple.
            (syn::Member::Unnamed(_), None) => base.of,
            (syn::Member::Named(_), None) => Of::default(),
        };
        let mut from = base.from;
        from.extend(given(member.used));
        Val::new(of, from)
    }

    /// Notes a use of a member of a value.
    pub(super) fn member(&mut self, of: &Of, name: &str, at: Span, kind: Kind) -> Member {
        let mut member = Member::default();
        let mut looked_at = Vec::new();
        for core in &of.cores {
            self.member_of(*core, of, (name, at, kind), &mut member, &mut looked_at);
        }
        if member.of.is_none() && of.may_be_more() {
            self.member_of_any(name, at, kind, &mut member);
        }
        if member.of.is_none()
            && kind == Kind::Method
            && let Some(given) = self.world.own.foreign_method(name)
        {
            member.add(&given.with(of));
        }
        member
    }

    /// The member of one of the types that are in a value, or of what is behind that type.
    fn member_of(
        &mut self,
        core: Core,
        whole: &Of,
        wanted: (&str, Span, Kind),
        member: &mut Member,
        looked_at: &mut Vec<Core>,
    ) {
        let (name, at, kind) = wanted;
        if looked_at.contains(&core) {
            return;
        }
        looked_at.push(core);
        let world = self.world;
        if let Core::Api(number) = core
            && let Some(of) = world.known.member(number, name)
        {
            let key = Key::in_(world.known.owner(number), name);
            let how = self.note(key.clone(), at, false);
            member.used.extend(how.map(|how| (key, how)));
            return member.add(&of);
        }
        let own = match (kind, core) {
            (Kind::Method, _) => world.own.method(core, name),
            (Kind::Field, Core::Own(number)) => world.own.field(number, name),
            (Kind::Field, Core::Api(_) | Core::Given) => None,
        };
        match own {
            Some(of) => member.add(&of.with(&whole.without(core))),
            None => {
                for behind in world.own.behind(core) {
                    self.member_of(*behind, whole, wanted, member, looked_at);
                }
            }
        }
    }

    /// The members of a name of any type.
    fn member_of_any(&mut self, name: &str, at: Span, kind: Kind, member: &mut Member) {
        for key in self.world.known.members(name) {
            let how = self.note(key.clone(), at, true);
            member.used.extend(how.map(|how| (key, how)));
        }
        let world = self.world;
        match kind {
            Kind::Field => {
                let of = [world.known.field(name), world.own.any_field(name)];
                of.into_iter().flatten().for_each(|of| member.add(of));
            }
            Kind::Method => {
                if let Some(of) = world.known.operation(name) {
                    member.add(&of);
                }
                if let Some(of) = world.own.any_method(name) {
                    member.add(&of.with(&Of::default()));
                }
            }
        }
    }

    pub(super) fn literal(&mut self, literal: &syn::ExprStruct) -> Val {
        let mut value = self.named(&literal.path, Space::Types);
        let named = self.scope.named(self.world, &literal.path, Space::Types);
        let owner = match named {
            Some(Named::Api(number, _)) => Some(self.world.known.owner(number)),
            Some(Named::Own(number, _)) => {
                value.of = Of::one(Core::Own(number));
                None
            }
            Some(Named::Value(_)) | None => {
                // What the API describes is made with its constructor.
                value.of = Of::foreign();
                None
            }
        };
        if let Some(owner) = owner {
            self.note(Key::in_(owner, "new"), literal.path.span(), false);
        }
        for field in &literal.fields {
            if let (Some(owner), syn::Member::Named(name)) = (owner, &field.member) {
                self.note(Key::in_(owner, &plain(name)), name.span(), false);
            }
            let held = self.value(&field.expr);
            if let Some(Named::Own(number, _)) = named
                && self.world.own.has_parameters(number)
            {
                value.of.add(&held.of);
            }
        }
        if let Some(rest) = &literal.rest {
            self.value(rest);
        }
        value
    }
}
