//! Unions. In: one of several types; out: the enum, its variants, and what it is made from. Invariant: as of the face.

use super::super::union::convertible;
use super::Page;
use super::model::{head, member, tail, validate};
use super::types::At;
use crate::ir::{Branch, Type, TypeDef, Union};

/// The lines of a union.
pub(super) fn lines(page: &mut Page<'_>, def: &TypeDef, union: &Union) {
    head(page, def, "enum Clone Debug PartialEq");
    match &union.discriminator {
        None => tail(page, def, true),
        Some(key) => {
            super::model::marks(page, def, true);
            page.wire();
            page.put("told by ");
            page.quoted(key);
            page.constraints(&def.constraints);
            page.end();
        }
    }
    for branch in &union.branches {
        variant(page, def, branch);
    }
    member(page, def, "::", &union.unknown.0);
    page.line(&[" variant(runtime::Value)"]);
    let api = page.api;
    for branch in convertible(api, union) {
        head(page, def, "impl From<");
        match &branch.ty {
            Type::Boxed(inner) => page.ty(At::Model, inner),
            plain => page.ty(At::Model, plain),
        }
        page.line(&[">"]);
    }
    validate(page, def);
}

fn variant(page: &mut Page<'_>, def: &TypeDef, branch: &Branch) {
    member(page, def, "::", &branch.name.0);
    page.put(" variant");
    if branch.constant.is_none() {
        page.put("(");
        page.ty(At::Model, &branch.ty);
        page.put(")");
    }
    let texts = branch.constant.iter().chain(&branch.tags);
    for (index, text) in texts.enumerate() {
        page.put(if index == 0 { " // " } else { ", " });
        page.quoted(text);
    }
    page.end();
}
