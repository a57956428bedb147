//! In: macros that a user's crate defines, and calls of them. Out: what of the API is used by them. Invariant: what a macro is given
//! is unknown, and so a member of the name counts.

use proc_macro2::{Delimiter, Group, Ident, LineColumn, TokenStream, TokenTree};

use super::link::How;
use super::own::Slot;
use super::tree::plain;
use super::walk::{Use, Val, Walk};

impl Walk<'_> {
    /// The bodies of a macro's rules.
    pub(super) fn templates(&mut self, defined: &syn::Macro) {
        let mut tokens = defined.tokens.clone().into_iter().peekable();
        while let Some(token) = tokens.next() {
            let is_arrow = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '>');
            if let (true, Some(TokenTree::Group(body))) = (is_arrow, tokens.peek()) {
                self.template(body.stream());
            }
        }
    }

    fn template(&mut self, body: TokenStream) {
        let body = without_marks(body);
        let parsed = syn::parse::Parser::parse2(syn::Block::parse_within, body.clone());
        self.within(|walk| {
            match parsed {
                Ok(statements) => statements.iter().for_each(|one| walk.statement(one)),
                Err(_) => walk.pieces(body),
            }
            Val::default()
        });
    }

    /// What a macro of the user's is given by name alone: `field!(order, note)`.
    pub(super) fn named_in(&mut self, called: &syn::Macro) {
        let name = called.path.segments.last().map(|one| plain(&one.ident));
        if let Some(slots) = name.and_then(|name| self.world.own.slots(&name)) {
            self.names(called.tokens.clone(), slots);
        }
    }

    fn names(&mut self, tokens: TokenStream, slots: &[Slot]) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.names(group.stream(), slots),
                TokenTree::Ident(name) => self.name(&name, slots),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    /// A name that a macro is given may be of any member; what that gives is seen where the macro puts it.
    fn name(&mut self, name: &Ident, slots: &[Slot]) {
        let text = plain(name);
        if self.variable(&text).is_some() {
            return;
        }
        for key in self.world.known.members(&text) {
            let how = self.note(key.clone(), name.span(), true);
            if matches!(how, Some(How::Gives | How::Unwraps)) {
                self.uses.extend(slots.iter().map(|slot| Use {
                    file: slot.file,
                    line: slot.line,
                    column: slot.column,
                    key: key.clone(),
                    perhaps: true,
                }));
            }
        }
    }
}

/// Where a macro makes what it is given a member: `.$field`.
pub(super) fn slots(tokens: TokenStream) -> Vec<LineColumn> {
    let mut found = Vec::new();
    let mut before = [' ', ' '];
    for token in tokens {
        let mark = match &token {
            TokenTree::Group(group) => {
                found.extend(slots(group.stream()));
                ' '
            }
            TokenTree::Punct(mark) => mark.as_char(),
            TokenTree::Ident(name) if before == ['.', '$'] => {
                found.push(name.span().start());
                ' '
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => ' ',
        };
        before = [before[1], mark];
    }
    found
}

/// The body of a rule as code: what stands for something given has a name that nothing else has, what is repeated stands once.
fn without_marks(tokens: TokenStream) -> TokenStream {
    let mut code = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_mark = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '$');
        match (token, tokens.peek()) {
            (TokenTree::Group(group), _) => {
                let inner = without_marks(group.stream());
                let mut group_of_code = Group::new(group.delimiter(), inner);
                group_of_code.set_span(group.span());
                code.extend([TokenTree::Group(group_of_code)]);
            }
            (_, Some(TokenTree::Ident(name))) if is_mark => {
                let name = match name == "crate" {
                    true => name.clone(),
                    false => Ident::new(&format!("given_{}", plain(name)), name.span()),
                };
                code.extend([TokenTree::Ident(name)]);
                tokens.next();
            }
            (_, Some(TokenTree::Group(group)))
                if is_mark && group.delimiter() == Delimiter::Parenthesis =>
            {
                code.extend(without_marks(group.stream()));
                tokens.next();
                // Up to a separator of several marks, and then how often.
                for _ in 0..4 {
                    let next = tokens.next();
                    let ends = |mark: char| matches!(mark, '*' | '+' | '?');
                    match next {
                        Some(TokenTree::Punct(mark)) if ends(mark.as_char()) => break,
                        Some(_) => {}
                        None => break,
                    }
                }
            }
            (token, _) => code.extend([token]),
        }
    }
    code
}
