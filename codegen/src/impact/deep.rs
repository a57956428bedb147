//! In: the text of a file of code. Out: where it is too deep for a walk down its tree. Invariant: what is let through fits on
//! the stack that code is looked at with.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Brackets inside of each other.
const MOST_BRACKETS: usize = 500;
/// Tokens of which each may go on with what stands before it, those around them counted.
const MOST_TOKENS: usize = 20_000;

/// How deep some tokens are.
#[derive(Clone, Copy)]
struct Depth {
    brackets: usize,
    tokens: usize,
}

/// The first line where code is too deep, and how it is. What is no Rust at all is not judged here.
pub(super) fn too_deep(text: &str) -> Option<(usize, String)> {
    // A shebang is no Rust.
    let code = match text
        .strip_prefix("#!")
        .is_some_and(|rest| !rest.trim_start().starts_with('['))
    {
        true => &text[text.find('\n').unwrap_or(text.len())..],
        false => text,
    };
    let tokens: TokenStream = code.parse().ok()?;
    let mut open = vec![(
        tokens.into_iter().peekable(),
        Depth {
            brackets: 0,
            tokens: 0,
        },
        0,
    )];
    while let Some((tokens, outer, run)) = open.last_mut() {
        let Some(token) = tokens.next() else {
            open.pop();
            continue;
        };
        *run += 1;
        let depth = Depth {
            brackets: outer.brackets,
            tokens: outer.tokens + *run,
        };
        let line = token.span().start().line;
        if depth.tokens > MOST_TOKENS {
            let reason = format!("more than {MOST_TOKENS} tokens go on with each other");
            return Some((line, reason));
        }
        match token {
            TokenTree::Group(group) => {
                if depth.brackets == MOST_BRACKETS {
                    let reason = format!("more than {MOST_BRACKETS} brackets inside of each other");
                    return Some((line, reason));
                }
                if group.delimiter() == Delimiter::Brace && !goes_on(tokens.peek()) {
                    *run = 0;
                }
                let inner = Depth {
                    brackets: depth.brackets + 1,
                    tokens: depth.tokens,
                };
                open.push((group.stream().into_iter().peekable(), inner, 0));
            }
            TokenTree::Punct(mark) if matches!(mark.as_char(), ';' | ',') => *run = 0,
            TokenTree::Punct(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => {}
        }
    }
    None
}

/// Whether what stands behind a block can be of one expression with it.
fn goes_on(next: Option<&TokenTree>) -> bool {
    match next {
        Some(TokenTree::Punct(mark)) => !matches!(mark.as_char(), '#' | '\''),
        Some(TokenTree::Ident(name)) => name == "else" || name == "as",
        Some(TokenTree::Group(_) | TokenTree::Literal(_)) | None => false,
    }
}
