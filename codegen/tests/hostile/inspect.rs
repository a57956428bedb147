//! What a file of the output may hold. In: its path and its text; out, nothing, or a failed assertion.

use std::path::{Component, Path};
use syn::visit::{self, Visit};

/// Names that are devices on Windows, whatever follows the first dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Attributes that templates write.
const ATTRIBUTES: [&str; 9] = [
    "allow",
    "cfg",
    "deprecated",
    "derive",
    "doc",
    "inline",
    "must_use",
    "non_exhaustive",
    "rustfmt::skip",
];

/// Looks at one file.
pub(crate) fn file(path: &str, text: &str) {
    inside(path);
    assert!(
        !text.contains(hides),
        "{path} has characters that hide or turn text"
    );
    if path.ends_with(".rs") && !path.starts_with("src/runtime/") {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        Inspector { path }.visit_file(&file);
    } else if path.ends_with(".toml") {
        text.parse::<toml::Table>()
            .unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

/// A path leads down, by names that every disk takes.
fn inside(path: &str) {
    for part in Path::new(path).components() {
        let Component::Normal(name) = part else {
            panic!("{path:?} leads elsewhere");
        };
        let name = name.to_str().expect("UTF-8");
        let stem = name.split('.').next().unwrap_or_default().to_lowercase();
        let numbered = stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
        assert!(
            !DEVICES.contains(&stem.as_str()) && !numbered,
            "{path:?} is a device"
        );
        assert!(
            !name.contains(['\\', ':', '*', '?', '"', '<', '>', '|']),
            "{path:?}"
        );
        assert!(
            !name.contains(|c: char| c.is_control() || c.is_whitespace()) && name.len() < 200,
            "{path:?}"
        );
        assert!(!name.ends_with('.'), "{path:?}");
    }
    assert!(!path.is_empty());
}

/// Characters that change how what is around them is read, and control characters.
pub(crate) fn hides(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

struct Inspector<'a> {
    path: &'a str,
}

impl<'ast> Visit<'ast> for Inspector<'_> {
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        let path = attribute.path();
        let words: Vec<String> = path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        let name = words.join("::");
        assert!(
            ATTRIBUTES.contains(&name.as_str()),
            "{}: #[{name}]",
            self.path
        );
        let inner = matches!(attribute.style, syn::AttrStyle::Inner(_));
        assert!(!inner || name == "doc", "{}: #![{name}]", self.path);
        let text = quote::quote!(#attribute).to_string();
        assert!(
            matches!(name.as_str(), "doc" | "cfg") || !text.to_lowercase().contains("injected"),
            "{}: {text}",
            self.path
        );
    }

    fn visit_item(&mut self, item: &'ast syn::Item) {
        let of_runtime = |path: &syn::Path| {
            path.segments
                .first()
                .is_some_and(|first| first.ident == "runtime")
        };
        let templates = matches!(item, syn::Item::Macro(item) if of_runtime(&item.mac.path))
            || matches!(
                item,
                syn::Item::Enum(_)
                    | syn::Item::Impl(_)
                    | syn::Item::Mod(_)
                    | syn::Item::Static(_)
                    | syn::Item::Const(_)
                    | syn::Item::Struct(_)
                    | syn::Item::Type(_)
                    | syn::Item::Use(_)
            )
            // The entries of the command line.
            || (self.path == "src/cli.rs" && matches!(item, syn::Item::Fn(_)));
        assert!(
            templates,
            "{}: no template writes {}",
            self.path,
            quote::quote!(#item)
        );
        visit::visit_item(self, item);
    }

    fn visit_ident(&mut self, ident: &'ast proc_macro2::Ident) {
        let name = ident.to_string();
        assert!(
            !matches!(name.as_str(), "injected" | "Injected"),
            "{}: {name}",
            self.path
        );
        assert!(name.chars().count() <= 640, "{}: {name}", self.path);
    }
}
