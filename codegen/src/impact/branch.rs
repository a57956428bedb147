//! In: `if` and `match` of a user's crate. Out: what they give, and the touched enums that they are about. Invariant: the first branch
//! that gives something says of what type all of them are.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::of::Of;
use super::surface::Key;
use super::walk::{Val, Walk};

impl Walk<'_> {
    /// What `if` gives.
    pub(super) fn choice(&mut self, one: &syn::ExprIf) -> Val {
        self.within(|walk| {
            walk.value(&one.cond);
            let mut then = walk.block(&one.then_branch);
            if let Some((_, other)) = &one.else_branch {
                let other = walk.value(other);
                then.of = Of::same([&then.of, &other.of]);
            }
            then
        })
    }

    /// What `match` gives.
    pub(super) fn matched(&mut self, one: &syn::ExprMatch) -> Val {
        let value = self.value(&one.expr);
        let mut named = Enums {
            walk: self,
            owners: Vec::new(),
        };
        one.arms.iter().for_each(|arm| named.visit_pat(&arm.pat));
        for owner in named.owners {
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
                    self.follow(&Val::new(Of::default(), others), arm.body.span());
                    first.of = Of::same([&first.of, &next.of]);
                }
                None => result = Some(next),
            }
        }
        result.unwrap_or_default()
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

/// Finds the enums of the API that patterns name variants of.
struct Enums<'w, 'a> {
    walk: &'w Walk<'a>,
    owners: Vec<&'a str>,
}

impl Enums<'_, '_> {
    fn add(&mut self, path: &syn::Path) {
        if let Some((owner, _)) = self.walk.variant(path)
            && !self.owners.contains(&owner)
        {
            self.owners.push(owner);
        }
    }
}

impl<'ast> Visit<'ast> for Enums<'_, '_> {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add(path);
    }

    fn visit_pat_ident(&mut self, one: &'ast syn::PatIdent) {
        self.add(&one.ident.clone().into());
        visit::visit_pat_ident(self, one);
    }
}
