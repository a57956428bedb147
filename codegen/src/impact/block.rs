//! In: statements and macro calls of a user's crate. Out: the variables they make, and what is used on the way. Invariant:
//! a variable is known from its `let` to the end of its block.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::visit::Visit;

use super::walk::{Val, Walk};

impl Walk<'_> {
    pub(super) fn called_macro(&mut self, called: &syn::Macro) -> Val {
        let parser = Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        if let Some((value, pattern, guard)) = matched(called) {
            return self.within(|walk| {
                let value = walk.value(&value);
                walk.bind(&pattern, &value);
                if let Some(guard) = &guard {
                    walk.value(guard);
                }
                Val::default()
            });
        }
        if let Ok(arguments) = called.parse_body_with(parser) {
            for argument in &arguments {
                self.value(argument);
                self.captured(argument);
            }
        } else if let Ok(statements) = called.parse_body_with(syn::Block::parse_within) {
            statements
                .iter()
                .for_each(|statement| self.statement(statement));
        } else {
            self.pieces(called.tokens.clone());
        }
        self.named_in(called);
        Val::default()
    }

    /// What a macro with a grammar of its own is given: every piece between punctuation that is an expression.
    pub(super) fn pieces(&mut self, tokens: TokenStream) {
        let mut piece: Vec<TokenTree> = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let ends = match &token {
                TokenTree::Punct(mark) => match mark.as_char() {
                    ',' | ';' => true,
                    '=' => mark.spacing() == Spacing::Alone || is_arrow(tokens.peek()),
                    // Not of a path.
                    ':' => mark.spacing() == Spacing::Alone && !ends_with_colon(&piece),
                    _ => false,
                },
                TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => false,
            };
            if !ends {
                piece.push(token);
                continue;
            }
            self.piece(std::mem::take(&mut piece));
            if let TokenTree::Punct(mark) = &token
                && mark.as_char() == '='
                && is_arrow(tokens.peek())
            {
                tokens.next();
            }
        }
        self.piece(piece);
    }

    fn piece(&mut self, piece: Vec<TokenTree>) {
        if let [TokenTree::Group(group)] = &piece[..] {
            return self.pieces(group.stream());
        }
        let tokens: TokenStream = piece.iter().cloned().collect();
        if let Ok(expression) = syn::parse2::<syn::Expr>(tokens) {
            self.value(&expression);
            self.captured(&expression);
            return;
        }
        for token in piece {
            if let TokenTree::Group(group) = token {
                self.pieces(group.stream());
            }
        }
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
            if let Some(value) = self.variable(&name).cloned() {
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

    pub(super) fn statement(&mut self, statement: &syn::Stmt) {
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
        let value = self.value(&init.expr);
        self.bind(&local.pat, &value);
        if let Some((_, other)) = &init.diverge {
            self.value(other);
        }
    }
}

/// What `matches!` and its like are given: a value, a pattern, and perhaps a condition.
fn matched(called: &syn::Macro) -> Option<(syn::Expr, syn::Pat, Option<syn::Expr>)> {
    const MATCHING: [&str; 3] = ["matches", "assert_matches", "debug_assert_matches"];
    let name = called.path.segments.last()?.ident.to_string();
    if !MATCHING.contains(&name.as_str()) {
        return None;
    }
    let parser = |input: ParseStream<'_>| {
        let value: syn::Expr = input.parse()?;
        input.parse::<syn::Token![,]>()?;
        let pattern = syn::Pat::parse_multi_with_leading_vert(input)?;
        let guard = match input.parse::<Option<syn::Token![if]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        // A message may follow.
        let _: TokenStream = input.parse()?;
        Ok((value, pattern, guard))
    };
    called.parse_body_with(parser).ok()
}

/// Whether what follows makes an arrow of an equals sign.
fn is_arrow(next: Option<&TokenTree>) -> bool {
    matches!(next, Some(TokenTree::Punct(mark)) if mark.as_char() == '>')
}

fn ends_with_colon(piece: &[TokenTree]) -> bool {
    matches!(piece.last(), Some(TokenTree::Punct(mark)) if mark.as_char() == ':')
}
