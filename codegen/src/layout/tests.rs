//! The text of every item is prettyplease's.

use super::{Layout, Paper, by_tree as slow};
use crate::emit::{self, CrateOptions, Prepared};
use crate::tokens;
use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use std::path::{Path, PathBuf};

/// Words of the language that a template may write; everything else is a name that may be longer.
const WORDS: [&str; 33] = [
    "as", "async", "await", "break", "const", "continue", "crate", "doc", "dyn", "else", "enum",
    "extern", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "Self", "static", "struct", "super", "type", "use",
];
/// More of them.
const MORE_WORDS: [&str; 8] = [
    "where", "while", "unsafe", "true", "false", "trait", "union", "_",
];

/// The text of an item whose every construct is known; else its tokens.
fn fast(tokens: TokenStream) -> Result<String, TokenStream> {
    let item = tokens::TokenStream::from(tokens);
    let mut layout = Layout::new(Paper::new(item.size()));
    match layout.try_item(&item) {
        Some(()) => Ok(layout.paper.into_text()),
        None => Err(item.tree(0, item.len())),
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files below a folder that end so.
fn collect(folder: &Path, ends: &[&str], out: &mut Vec<PathBuf>) {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry of a folder").path();
        if path.is_dir() {
            if path.file_name().is_none_or(|name| name != "target") {
                collect(&path, ends, out);
            }
        } else if ends.iter().any(|end| path.to_string_lossy().ends_with(end)) {
            out.push(path);
        }
    }
    out.sort();
}

/// Every item that is emitted for the documents of the golden cases and for `spec/`.
fn emitted() -> Vec<TokenStream> {
    let mut documents = Vec::new();
    collect(
        &root().join("codegen/tests/golden"),
        &["/spec.yaml", "/spec.json"],
        &mut documents,
    );
    collect(&root().join("spec"), &[".yaml"], &mut documents);
    let krate = CrateOptions {
        name: "a-crate".to_owned(),
        version: "0.1.0".to_owned(),
        standalone: true,
    };
    let mut out = Vec::new();
    for document in documents {
        let Some(api) = crate::generate::read(&document, &root(), &[]).api else {
            continue;
        };
        let apis = [api];
        let prepared = Prepared::new(&apis, &krate);
        for plan in emit::plans(&apis) {
            let items = emit::module(&prepared, &plan).items;
            out.extend(items.iter().map(|item| item.tree(0, item.len())));
        }
    }
    assert!(out.len() > 2000, "{}", out.len());
    out
}

/// A sequence that looks random and is the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// The same tokens with other lengths: some names and texts grow, others shrink.
fn stretched(tokens: TokenStream, dice: &mut Dice) -> TokenStream {
    let stretch = |token| match token {
        TokenTree::Group(group) => {
            let inner = stretched(group.stream(), dice);
            TokenTree::Group(Group::new(group.delimiter(), inner))
        }
        TokenTree::Ident(ident) => {
            let word = ident.to_string();
            let fixed = WORDS.contains(&word.as_str()) || MORE_WORDS.contains(&word.as_str());
            if fixed || word.starts_with("r#") || word.starts_with('_') || dice.roll(3) > 0 {
                return TokenTree::Ident(ident);
            }
            let word = match dice.roll(4) {
                0 => word.chars().take(1).collect(),
                1 => word + &"x".repeat(dice.roll(60) as usize),
                _ => word + &"y".repeat(dice.roll(12) as usize),
            };
            TokenTree::Ident(Ident::new(&word, ident.span()))
        }
        TokenTree::Literal(literal)
            if literal.to_string().starts_with('"') && dice.roll(3) == 0 =>
        {
            TokenTree::Literal(Literal::string(&"z".repeat(dice.roll(70) as usize)))
        }
        token => token,
    };
    tokens.into_iter().map(stretch).collect()
}

/// What takes the slow way.
fn unknown(items: impl Iterator<Item = TokenStream>) -> Vec<String> {
    let mut out = Vec::new();
    for tokens in items {
        match fast(tokens.clone()) {
            Ok(text) => assert_eq!(text, slow(tokens)),
            Err(tokens) => out.push(slow(tokens)),
        }
    }
    out
}

#[test]
fn every_emitted_item_is_known_and_as_prettyplease_prints_it() {
    let slow = unknown(emitted().into_iter());
    assert!(
        slow.is_empty(),
        "{} take the slow way:\n{}",
        slow.len(),
        slow.join("\n")
    );
}

#[test]
fn names_and_texts_of_every_length_break_as_in_prettyplease() {
    let mut dice = Dice(7);
    let mut items = emitted();
    items.retain(|tokens| dice.roll(4) == 0 && tokens.to_string().len() < 6000);
    let three = items.iter().flat_map(|tokens| [tokens, tokens, tokens]);
    let slow = unknown(three.map(|tokens| stretched(tokens.clone(), &mut dice)));
    assert!(
        slow.is_empty(),
        "{} take the slow way:\n{}",
        slow.len(),
        slow.join("\n")
    );
}

/// How many items were compared, and how many of them were not known.
fn compare(items: impl Iterator<Item = (PathBuf, TokenStream)>) -> (usize, usize) {
    let (mut same, mut unknown) = (0, 0);
    for (path, tokens) in items {
        match fast(tokens.clone()) {
            Ok(text) => {
                assert_eq!(text, slow(tokens), "{}", path.display());
                same += 1;
            }
            Err(back) => {
                assert_eq!(back.to_string(), tokens.to_string(), "{}", path.display());
                unknown += 1;
            }
        }
    }
    (same, unknown)
}

#[test]
fn code_that_no_template_wrote_is_as_prettyplease_prints_it_or_not_known() {
    let mut paths = Vec::new();
    for folder in ["codegen/src", "codegen/runtime", "src", "tests"] {
        collect(&root().join(folder), &[".rs"], &mut paths);
    }
    let items = paths.into_iter().flat_map(|path| {
        let text = std::fs::read_to_string(&path).expect("a file that was listed");
        // Expectations of `trybuild` are no Rust.
        let items = syn::parse_file(&text).map_or_else(|_| Vec::new(), |file| file.items);
        items
            .into_iter()
            .map(move |item| (path.clone(), quote::quote!(#item)))
    });
    let (same, unknown) = compare(items);
    assert!(same > 3000 && unknown < same / 20, "{same}, {unknown}");
}

#[test]
fn a_suffix_is_no_exponent_and_a_block_before_an_operator_is_left_to_prettyplease() {
    let items = [
        "static A: &[usize] = &[1usize, 2usize, 0x1f, 3];",
        "static B: &[f64] = &[1e3, 2f64];",
        "fn f() { let g = |x| match x { 0 => 1, _ => 2 } + 1; }",
        "fn f() { let g = |x| if x { 1 } else { 2 } as u8; }",
        "fn f(x: usize) -> usize { match x { 0 => 1, _ => 2 }.max(1) }",
    ];
    let parse = |text: &&str| (PathBuf::from(*text), text.parse().expect("tokens"));
    let (same, _) = compare(items.iter().map(parse));
    assert!(same >= 3, "{same}");
}

#[test]
fn an_item_that_is_not_known_stands_among_the_others_in_its_place() {
    let text = [
        "mod a;",
        "mod b;",
        "macro_rules! m { () => {}; }",
        "use c::d;",
        "pub use e::f;",
        "fn g() {}",
    ];
    let parse = |text: &str| text.parse::<TokenStream>().expect("tokens").into();
    let items = text.map(parse).to_vec();
    assert_eq!(
        super::file("// Top.\n", items),
        "// Top.\n\nmod a;\nmod b;\n\nmacro_rules! m {\n    () => {};\n}\n\nuse c::d;\n\npub use e::f;\n\nfn g() {}\n"
    );
}

#[test]
fn methods_stand_apart_and_blocks_of_a_function_do_not() {
    let text = super::item(tokens::quote! {
        /// A thing.
        impl Thing {
            fn one(&self) { if self.a { go(); } stop(); }
            /// Two.
            fn two() {}
            fn three() { go(); }
        }
    });
    let lines: Vec<&str> = text.lines().collect();
    let empty = lines.iter().enumerate().filter(|(_, line)| line.is_empty());
    let empty: Vec<usize> = empty.map(|(at, _)| at).collect();
    assert_eq!(empty, [8], "{text}");
    let constants = super::item(tokens::quote! {
        impl Thing {
            pub const A: u8 = 1;
            /// B.
            pub const B: &'static [&'static str] = &["a long text to break the line", "another long text to break it"];
            /// One.
            pub const fn one() {}
        }
    });
    let lines: Vec<&str> = constants.lines().collect();
    let empty = lines.iter().enumerate().filter(|(_, line)| line.is_empty());
    let behind: Vec<&str> = empty.map(|(at, _)| lines[at + 1].trim()).collect();
    assert_eq!(behind, ["/// One."], "{constants}");
    let free = super::item(tokens::quote! { fn f() { if a { go(); } stop(); } });
    assert!(!free.contains("\n\n"), "{free}");
}
