//! Tokens → text. In: the tokens of one item; out: its text, laid out. Invariant: every item that a template makes has a
//! text; a template whose tokens are no item is our bug.

use proc_macro2::TokenStream;

/// The text of one item.
pub(crate) fn item(tokens: &TokenStream) -> String {
    match syn::parse2(tokens.clone()) {
        Ok(item) => prettyplease::unparse(&syn::File {
            shebang: None,
            frontmatter: None,
            attrs: Vec::new(),
            items: vec![item],
        }),
        Err(error) => panic!("a template of specsmith is not an item: {error}\n{tokens}"),
    }
}
