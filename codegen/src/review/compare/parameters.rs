//! In: an operation of each side. Out: findings about its parameters, and their schemas to compare next. Invariant: a
//! parameter of the path item and one of the operation are the same thing.

use std::collections::HashMap;

use super::super::facts::operations::Parameter;
use super::super::report::{Rust, Wire};
use super::super::rules::{Rule, Subject};
use super::operations::Twins;
use super::{Differ, Draft, Pair, at_spot, key_spot, lifecycle};

impl<'a> Differ<'a> {
    /// Compares the parameters of an operation.
    pub(super) fn parameters(&mut self, twins: &Twins<'_, 'a>) {
        let names = self.path_names(twins);
        let base = twins.base.parameters(self.base.loaded);
        let revision = twins.revision.parameters(self.revision.loaded);
        let key = |parameter: &Parameter<'a>| {
            let (location, name) = parameter.key();
            match names.get(&name) {
                Some(now) if location == "path" => (location, now.clone()),
                _ => (location, name),
            }
        };
        let now: HashMap<_, _> = revision.iter().map(|new| (new.key(), new)).collect();
        let known: HashMap<_, _> = base.iter().map(|old| (key(old), old)).collect();
        for old in &base {
            match now.get(&key(old)) {
                Some(new) => self.parameter(twins, old, new),
                None => self.parameter_removed(twins, old),
            }
        }
        for new in revision
            .iter()
            .filter(|new| !known.contains_key(&new.key()))
        {
            self.parameter_added(twins, new);
        }
        self.parameter_order(twins, &base, &revision, |old| key(old));
    }

    fn parameter_removed(&mut self, twins: &Twins<'_, 'a>, old: &Parameter<'a>) {
        let sunset = lifecycle::Sunset::read(old.at.value.get("x-sunset"));
        let id = match (old.at.flag("deprecated"), sunset) {
            (false, _) => "request-parameter-removed",
            (true, lifecycle::Sunset::Invalid) => "request-parameter-sunset-parse",
            (true, lifecycle::Sunset::Day(day)) if day > self.today => {
                "request-parameter-removed-before-sunset"
            }
            (true, _) => "request-parameter-removed-with-deprecation",
        };
        let mut rule = Rule::special(id);
        // What the server promised to send, clients may rely on.
        if twins.base.is_reversed() && rule.wire == Wire::Risky && old.required() {
            rule.wire = Wire::Breaking;
        }
        let revision = key_spot(&twins.revision.at, "parameters");
        let draft = Draft::new(rule, at_spot(&old.at), revision, words(old));
        self.direct(twins.part, draft.gone().key(words(old)));
    }

    fn parameter_added(&mut self, twins: &Twins<'_, 'a>, new: &Parameter<'a>) {
        let id = match (new.location, new.required()) {
            ("path", _) => "new-request-path-parameter",
            (_, true) => "new-required-request-parameter",
            (_, false) => "new-optional-request-parameter",
        };
        let base = key_spot(&twins.base.at, "parameters");
        let draft = Draft::new(Rule::special(id), base, at_spot(&new.at), words(new));
        self.direct(twins.part, draft.key(words(new)));
    }

    fn parameter(&mut self, twins: &Twins<'_, 'a>, old: &Parameter<'a>, new: &Parameter<'a>) {
        let part = self.named_part(twins, format!("{} parameter {}", new.location, new.name));
        self.life(part, &lifecycle::PARAMETER, &words(new), &old.at, &new.at);
        match (old.required(), new.required()) {
            (false, true) => {
                self.parameter_finding(
                    part,
                    "request-parameter-became-required",
                    "required",
                    old,
                    new,
                    "",
                );
            }
            (true, false) => {
                self.parameter_finding(
                    part,
                    "request-parameter-became-optional",
                    "required",
                    old,
                    new,
                    "",
                );
            }
            _ => {}
        }
        self.serialization(part, old, new);
        self.parameter_schema(part, old, new);
    }

    fn serialization(&mut self, part: u32, old: &Parameter<'a>, new: &Parameter<'a>) {
        if old.style() != new.style() {
            let detail = format!("{} became {}", old.style(), new.style());
            self.parameter_finding(
                part,
                "request-parameter-style-changed",
                "style",
                old,
                new,
                &detail,
            );
        } else if old.explode() != new.explode()
            && self.is_spread(old, true)
            && self.is_spread(new, false)
        {
            let detail = format!("{} became {}", old.explode(), new.explode());
            self.parameter_finding(
                part,
                "request-parameter-explode-changed",
                "explode",
                old,
                new,
                &detail,
            );
        }
        let key = "allowReserved";
        if old.at.flag(key) != new.at.flag(key) {
            let detail = format!("{} became {}", old.at.flag(key), new.at.flag(key));
            self.parameter_finding(
                part,
                "request-parameter-allow-reserved-changed",
                key,
                old,
                new,
                &detail,
            );
        }
        let key = "allowEmptyValue";
        match (old.at.flag(key), new.at.flag(key)) {
            (false, true) => {
                self.parameter_finding(
                    part,
                    "request-parameter-empty-value-allowed",
                    key,
                    old,
                    new,
                    "",
                );
            }
            (true, false) => {
                self.parameter_finding(
                    part,
                    "request-parameter-empty-value-denied",
                    key,
                    old,
                    new,
                    "",
                );
            }
            _ => {}
        }
    }

    /// Whether it makes a difference that arrays and objects are spread.
    fn is_spread(&mut self, parameter: &Parameter<'a>, base: bool) -> bool {
        let side = if base {
            &mut self.base
        } else {
            &mut self.revision
        };
        let Some((schema, None)) = parameter.schema(side.loaded) else {
            return false;
        };
        let place = side.root_place(&schema, &words(parameter));
        let node = side.node(place);
        !side.facts(node).types.is_scalar()
    }

    fn parameter_schema(&mut self, part: u32, old: &Parameter<'a>, new: &Parameter<'a>) {
        let before = old.schema(self.base.loaded);
        let after = new.schema(self.revision.loaded);
        let (Some((before, old_media)), Some((after, new_media))) = (before, after) else {
            return;
        };
        if old_media != new_media {
            let media = |media: Option<&str>| media.unwrap_or("plain").to_owned();
            let detail = format!("{} became {}", media(old_media), media(new_media));
            self.parameter_finding(
                part,
                "request-parameter-media-type-changed",
                "content",
                old,
                new,
                &detail,
            );
        }
        let base = self.base.root_place(&before, &words(old));
        let base = self.base.node(base);
        let revision = self.revision.root_place(&after, &words(new));
        let revision = self.revision.node(revision);
        let pair = Pair {
            base,
            revision,
            subject: match new.location {
                "header" => Subject::HeaderParameter,
                _ => Subject::Parameter,
            },
            textual: new_media.is_none(),
            spread: new.location == "query"
                && new.style() == "form"
                && new.explode()
                && old.style() == "form",
        };
        self.root_pair(part, pair);
    }

    fn parameter_finding(
        &mut self,
        part: u32,
        id: &str,
        key: &str,
        old: &Parameter<'a>,
        new: &Parameter<'a>,
        detail: &str,
    ) {
        let draft = Draft::new(
            Rule::special(id),
            key_spot(&old.at, key),
            key_spot(&new.at, key),
            words(new),
        );
        self.direct(part, draft.detail(detail));
    }

    /// Required parameters are arguments of the method, so that their order is part of the Rust API.
    fn parameter_order(
        &mut self,
        twins: &Twins<'_, 'a>,
        base: &[Parameter<'a>],
        revision: &[Parameter<'a>],
        key: impl Fn(&Parameter<'a>) -> (String, String),
    ) {
        let old: Vec<_> = base.iter().filter(|one| one.required()).map(key).collect();
        let new: Vec<_> = revision
            .iter()
            .filter(|one| one.required())
            .map(Parameter::key)
            .collect();
        let kept: Vec<_> = old.iter().filter(|one| new.contains(one)).collect();
        let now: Vec<_> = new.iter().filter(|one| old.contains(one)).collect();
        if kept != now {
            let id = "request-parameter-order-changed";
            self.operation_finding(twins, id, "parameters", "", Some(Rust::Major));
        }
    }
}

fn words(parameter: &Parameter<'_>) -> String {
    format!("{} parameter {}", parameter.location, parameter.name)
}
