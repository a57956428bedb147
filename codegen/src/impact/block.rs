//! In: statements and macro calls of a user's crate. Out: the variables they make, and what is used on the way. Invariant:
//! a variable is known from its `let` to the end of its block.

use syn::punctuated::Punctuated;
use syn::visit::Visit;

use super::walk::{Val, Walk};

impl Walk<'_> {
    pub(super) fn called_macro(&mut self, called: &syn::Macro) -> Val {
        let parser = Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        if let Ok(arguments) = called.parse_body_with(parser) {
            for argument in &arguments {
                self.value(argument);
                self.captured(argument);
            }
        } else if let Ok(statements) = called.parse_body_with(syn::Block::parse_within) {
            statements
                .iter()
                .for_each(|statement| self.statement(statement));
        }
        Val::default()
    }

    /// Variables in the braces of a format string.
    fn captured(&mut self, argument: &syn::Expr) {
        let syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) = argument
        else {
            return;
        };
        for piece in text.value().split('{').skip(1) {
            let name: String = piece
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            let known = self
                .variables
                .iter()
                .rev()
                .find_map(|scope| scope.get(&name));
            if let Some(value) = known.cloned() {
                self.follow(&value, text.span());
            }
        }
    }

    pub(super) fn block(&mut self, block: &syn::Block) -> Val {
        self.within(|walk| {
            let mut last = Val::default();
            for statement in &block.stmts {
                last = match statement {
                    syn::Stmt::Expr(expression, _) => walk.value(expression),
                    other => {
                        walk.statement(other);
                        Val::default()
                    }
                };
            }
            last
        })
    }

    fn statement(&mut self, statement: &syn::Stmt) {
        match statement {
            syn::Stmt::Local(local) => self.local(local),
            syn::Stmt::Expr(expression, _) => drop(self.value(expression)),
            syn::Stmt::Macro(one) => drop(self.called_macro(&one.mac)),
            syn::Stmt::Item(item) => self.visit_item(item),
        }
    }

    fn local(&mut self, local: &syn::Local) {
        let Some(init) = &local.init else {
            return self.bind(&local.pat, &Val::default());
        };
        if let (syn::Pat::Tuple(names), syn::Expr::Tuple(values)) = (&local.pat, &*init.expr)
            && names.elems.len() == values.elems.len()
        {
            for (name, value) in names.elems.iter().zip(&values.elems) {
                let value = self.value(value);
                self.bind(name, &value);
            }
            return;
        }
        let value = self.value(&init.expr);
        self.bind(&local.pat, &value);
        if let Some((_, other)) = &init.diverge {
            self.value(other);
        }
    }
}
