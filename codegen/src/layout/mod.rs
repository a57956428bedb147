//! From the tokens of items straight to their text. In: tokens; out: the text that prettyplease gives for them, by way of
//! prettyplease itself where a construct is not known here. It exists for time: reading tokens into a syntax tree, printing the
//! tree and dropping it took nearly half of a run. Invariant: the text is prettyplease's, sign by sign, but for empty lines between
//! methods; prettyplease stays the reference (the tests compare with it) and the way for every other construct.

mod attr;
mod expr;
mod generics;
mod items;
mod mac;
mod members;
mod node;
mod paper;
mod parse;
mod parse_block;
mod pat;
mod stmt;
mod types;

#[cfg(test)]
mod tests;

use crate::tokens::{Delimiter, Kind, TokenStream};
use node::Node;
use paper::Paper;

/// The text of one item.
pub(crate) fn item(tokens: TokenStream) -> String {
    file("", vec![tokens]).split_off(1)
}

/// The text of a file: what stands at its top, and its items, each as prettyplease prints it, but [`apart`].
/// Items that belong together stand together; before the others is an empty line.
pub(crate) fn file(top: &str, items: Vec<TokenStream>) -> String {
    let size: usize = items.iter().map(TokenStream::size).sum();
    let mut paper = Paper::new(top.len() + size);
    paper.replace(0, top);
    let mut layout = Layout::new(paper);
    let mut before = None;
    for item in &items {
        let kind = Group::of(item);
        if before != Some(kind) || kind == Group::Other {
            layout.paper.replace(layout.paper.written(), "\n");
        }
        before = Some(kind);
        let start = layout.paper.written();
        if layout.try_item(item).is_none() {
            let text = by_tree(item.tree(0, item.len()));
            layout.paper.replace(start, &text);
        }
        if let Some(text) = apart(layout.paper.since(start)) {
            layout.paper.replace(start, &text);
        }
    }
    layout.paper.into_text()
}

/// The text of an `impl` or a trait with an empty line after each body in it but the last, and between constants and what
/// follows them, as people write it; prettyplease sets none. Nothing where there is none to set.
fn apart(text: &str) -> Option<String> {
    const BETWEEN: &str = "\n    }\n    ";
    let mut lines = text.lines();
    let head = lines.find(|line| !line.starts_with(['#', '/']))?;
    let words = head.trim_start_matches("pub").trim_start_matches("(crate)");
    if !words.trim_start().starts_with("impl") && !words.trim_start().starts_with("trait") {
        return None;
    }
    let constants = text.contains(CONSTANT);
    if !constants && !text.contains(BETWEEN) {
        return None;
    }
    let text = text.replace(BETWEEN, "\n    }\n\n    ");
    Some(match constants {
        true => behind_constants(&text),
        false => text,
    })
}

/// How a constant begins.
const CONSTANT: &str = "\n    pub const ";

/// The text with an empty line where something else follows a constant.
fn behind_constants(text: &str) -> String {
    let is_constant = |line: &str| {
        let rest = line.strip_prefix(&CONSTANT[1..]);
        rest.is_some_and(|rest| !rest.starts_with("fn "))
    };
    let is_head = |line: &&str| line.starts_with("    ///") || line.starts_with("    #[");
    let (mut out, mut inside) = (String::with_capacity(text.len() + 1), false);
    let mut rest = text;
    while let Some(line) = rest.split_inclusive('\n').next() {
        rest = &rest[line.len()..];
        out.push_str(line);
        inside |= is_constant(line);
        if inside && line.ends_with(";\n") {
            inside = false;
            let next = rest.lines().find(|line| !is_head(line)).unwrap_or_default();
            if next.starts_with("    ") && !is_constant(next) {
                out.push('\n');
            }
        }
    }
    out
}

/// The text of any item, by way of a syntax tree.
fn by_tree(tokens: proc_macro2::TokenStream) -> String {
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

/// Items that stand together without an empty line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    PublicUse,
    Use,
    Module,
    Other,
}

impl Group {
    /// Told by the first words behind the attributes.
    fn of(flat: &TokenStream) -> Self {
        let (mut at, mut public) = (0, false);
        while at < flat.len() {
            match (flat.kind(at), flat.text(at)) {
                (Kind::Doc, _) => {}
                (Kind::Punct(b'#', _), _) => at = flat.closes(at + 1),
                (Kind::Ident, "pub") => public = true,
                (Kind::Ident, "use") if public => return Self::PublicUse,
                (Kind::Ident, "use") => return Self::Use,
                (Kind::Ident, "mod") if at <= 1 => return Self::Module,
                _ => return Self::Other,
            }
            at += 1;
        }
        Self::Other
    }
}

/// What is read before the first item.
static NONE: TokenStream = TokenStream::new();

/// A reader that writes what it reads. Expressions alone are read before they are written: how an expression begins
/// depends on how it goes on.
struct Layout<'a> {
    flat: &'a TokenStream,
    at: usize,
    /// Where the item ends.
    end: usize,
    nodes: Vec<Node<'a>>,
    paper: Paper<'a>,
}

impl<'a> Layout<'a> {
    fn new(paper: Paper<'a>) -> Self {
        Self {
            flat: &NONE,
            at: 0,
            end: 0,
            nodes: Vec::with_capacity(128),
            paper,
        }
    }

    /// Writes one item; nothing where it holds a construct that is not known here.
    fn try_item(&mut self, item: &'a TokenStream) -> Option<()> {
        self.flat = item;
        self.at = 0;
        self.end = item.len();
        self.nodes.clear();
        self.paper.cbox(0);
        self.item()?;
        if self.at != self.end {
            return None;
        }
        self.paper.end();
        self.paper.finish();
        Some(())
    }

    fn kind(&self) -> Kind {
        self.flat.kind(self.at)
    }

    fn text(&self) -> &'a str {
        self.flat.text(self.at)
    }

    fn word(&mut self, word: &'a str) {
        self.paper.word(word);
    }

    /// Whether this word stands here.
    fn is(&self, word: &str) -> bool {
        self.is_at(self.at, word)
    }

    fn is_at(&self, at: usize, word: &str) -> bool {
        self.flat.kind(at) == Kind::Ident && self.flat.text(at) == word
    }

    /// Whether this sign, of one or more characters, stands here and does not go on.
    fn sign(&self, sign: &str) -> bool {
        self.sign_at(self.at, sign)
    }

    fn sign_at(&self, mut at: usize, sign: &str) -> bool {
        for (index, byte) in sign.bytes().enumerate() {
            match self.flat.kind(at) {
                Kind::Punct(found, joint)
                    if found == byte && (joint || index + 1 == sign.len()) => {}
                _ => return false,
            }
            at += 1;
        }
        true
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.is(word);
        self.at += usize::from(found);
        found
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let found = self.sign(sign);
        if found {
            self.at += sign.len();
        }
        found
    }

    fn expect_sign(&mut self, sign: &str) -> Option<()> {
        self.take_sign(sign).then_some(())
    }

    fn opens(&self, delimiter: Delimiter) -> bool {
        self.kind() == Kind::Open(delimiter)
    }

    /// Enters a group; gives where it closes.
    fn enter(&mut self, delimiter: Delimiter) -> Option<usize> {
        if !self.opens(delimiter) {
            return None;
        }
        let close = self.flat.closes(self.at);
        self.at += 1;
        Some(close)
    }

    /// Leaves a group that must be read up.
    fn leave(&mut self, close: usize) -> Option<()> {
        if self.at != close {
            return None;
        }
        self.at += 1;
        Some(())
    }

    /// Reads an identifier.
    fn ident(&mut self) -> Option<&'a str> {
        let text = self.text();
        if self.kind() != Kind::Ident {
            return None;
        }
        self.at += 1;
        Some(text)
    }

    /// Reads and writes an identifier.
    fn name(&mut self) -> Option<()> {
        let name = self.ident()?;
        self.word(name);
        Some(())
    }

    /// Reads and writes a lifetime.
    fn lifetime(&mut self) -> Option<()> {
        self.expect_sign("'")?;
        self.word("'");
        self.name()
    }

    /// Reads and writes a comma between the parts of a list that closes here.
    fn comma(&mut self, close: usize) -> Option<bool> {
        let found = self.take_sign(",");
        if !found && self.at != close {
            return None;
        }
        Some(self.at == close)
    }

    /// Writes tokens that were passed by, with the reader for them.
    fn part(
        &mut self,
        (from, to): (usize, usize),
        read: impl FnOnce(&mut Self) -> Option<()>,
    ) -> Option<()> {
        let back = std::mem::replace(&mut self.at, from);
        read(self)?;
        let all = self.at == to;
        self.at = back;
        all.then_some(())
    }
}
