//! The public items of emitted code as the face writes them. In: the files of an API; out: lines.

use super::types::{Names, joined};
use std::collections::{BTreeMap, BTreeSet};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, ImplItem, Item, Token, Visibility};

/// A type, of which several items tell.
#[derive(Default)]
struct Told {
    kind: &'static str,
    traits: BTreeSet<String>,
    marks: String,
}

#[derive(Default)]
struct Found {
    types: BTreeMap<String, Told>,
    lines: BTreeSet<String>,
    /// The features of each model.
    models: BTreeMap<String, String>,
    macros: BTreeMap<String, Vec<String>>,
}

/// The lines of all public items.
pub(crate) fn items(module: &str, files: &[(String, String)]) -> BTreeSet<String> {
    let mut found = Found {
        macros: macros(files),
        ..Found::default()
    };
    let prefix = format!("src/{module}/");
    let own = files.iter().filter_map(|(path, text)| {
        let path = path.strip_prefix(&prefix)?;
        (path != "cli.rs").then(|| (path, syn::parse_file(text).expect("Rust")))
    });
    // What the models are compiled for stands in their root.
    let root = |(path, _): &(&str, syn::File)| *path == "models/mod.rs";
    let (roots, others): (Vec<_>, Vec<_>) = own.partition(root);
    for (_, file) in &roots {
        found.exports(file);
    }
    for (path, file) in &others {
        found.file(path, file);
    }
    let Found {
        types,
        mut lines,
        models,
        ..
    } = found;
    for (path, told) in types {
        let traits: Vec<String> = told.traits.into_iter().collect();
        let cfg = models.get(&path).map_or("", String::as_str);
        lines.insert(format!(
            "{path} {} {}{}{cfg}",
            told.kind,
            traits.join(" "),
            told.marks
        ));
    }
    lines
}

/// The traits that each macro of the runtime gives a type.
fn macros(files: &[(String, String)]) -> BTreeMap<String, Vec<String>> {
    let mut out = BTreeMap::new();
    for (_, text) in files
        .iter()
        .filter(|(path, _)| path.starts_with("src/runtime/"))
    {
        for part in text.split("macro_rules! ").skip(1) {
            let name = part.split_whitespace().next().unwrap_or_default();
            let body = part.split("\n}").next().unwrap_or_default();
            let mut traits = Vec::new();
            for line in body.lines().map(str::trim) {
                let implemented = line
                    .strip_prefix("impl ")
                    .and_then(|l| l.split_once(" for $name"));
                if let Some((path, _)) = implemented {
                    traits.push(path.rsplit("::").next().unwrap_or_default().to_owned());
                }
                let called = line
                    .strip_prefix("$crate::runtime::")
                    .and_then(|l| l.split_once("!("));
                if let Some((name, _)) = called {
                    traits.push(format!("!{name}"));
                }
            }
            out.insert(name.to_owned(), traits);
        }
    }
    out
}

impl Found {
    fn exports(&mut self, file: &syn::File) {
        for item in &file.items {
            if let Item::Use(one) = item {
                let mut names = names("models", &["models"]);
                names.import(&one.tree, &[]);
                for name in names.uses.keys() {
                    self.models
                        .insert(format!("models::{name}"), cfg(&one.attrs));
                }
            }
        }
        self.lines.insert("models mod".to_owned());
    }

    fn file(&mut self, path: &str, file: &syn::File) {
        let here: Vec<&str> = path
            .trim_end_matches(".rs")
            .split('/')
            .filter(|one| *one != "mod")
            .collect();
        let here: Vec<String> = here.into_iter().map(raw).collect();
        let home = match here.first().map(String::as_str) {
            Some("models") => "models".to_owned(),
            _ => here.join("::"),
        };
        let mut names = Names {
            here,
            home,
            own: BTreeSet::new(),
            uses: BTreeMap::new(),
        };
        for item in &file.items {
            let own = match item {
                Item::Use(one) => {
                    names.import(&one.tree, &[]);
                    continue;
                }
                Item::Struct(one) => one.ident.clone(),
                Item::Enum(one) => one.ident.clone(),
                Item::Type(one) => one.ident.clone(),
                _ => continue,
            };
            names.own.insert(own.to_string());
        }
        for item in &file.items {
            self.item(&names, item);
        }
    }

    fn item(&mut self, names: &Names, item: &Item) {
        match item {
            Item::Struct(one) if is_public(&one.vis) => {
                let path = names.item(&one.ident);
                self.kind(&path, "struct", &one.attrs);
                for (index, field) in one.fields.iter().enumerate() {
                    if is_public(&field.vis) {
                        let name = field
                            .ident
                            .as_ref()
                            .map_or(index.to_string(), ToString::to_string);
                        let (ty, marks) = (names.ty(&field.ty), marks(&field.attrs));
                        self.lines
                            .insert(format!("{path}.{name} field {ty}{marks}"));
                    }
                }
            }
            Item::Enum(one) if is_public(&one.vis) => {
                let path = names.item(&one.ident);
                self.kind(&path, "enum", &one.attrs);
                for variant in &one.variants {
                    let held: Vec<String> =
                        variant.fields.iter().map(|one| names.ty(&one.ty)).collect();
                    let held = match held.is_empty() {
                        true => String::new(),
                        false => format!("({})", held.join(", ")),
                    };
                    self.lines
                        .insert(format!("{path}::{} variant{held}", variant.ident));
                }
            }
            Item::Type(one) if is_public(&one.vis) => {
                let path = names.item(&one.ident);
                let cfg = self.models.get(&path).cloned().unwrap_or_default();
                let (ty, marks) = (names.ty(&one.ty), marks(&one.attrs));
                self.lines.insert(format!("{path} type = {ty}{marks}{cfg}"));
            }
            Item::Fn(one) if is_public(&one.vis) => {
                let path = names.item(&one.sig.ident);
                let (signature, marks) = (names.signature(&one.sig), marks(&one.attrs));
                self.lines.insert(format!("{path} {signature}{marks}"));
            }
            Item::Mod(one) if is_public(&one.vis) && one.ident != "models" => {
                let path = names.item(&one.ident);
                self.lines
                    .insert(format!("{path} mod{}", marks(&one.attrs)));
            }
            Item::Impl(one) => self.implementation(names, one),
            Item::Macro(one) => self.macro_call(names, one),
            Item::Struct(_) | Item::Enum(_) | Item::Type(_) | Item::Fn(_) | Item::Mod(_) => {}
            Item::Use(one) => assert!(!is_public(&one.vis), "an export: {one:?}"),
            Item::Static(one) => assert!(!is_public(&one.vis), "a static: {one:?}"),
            other => panic!("an item of another kind: {other:?}"),
        }
    }

    fn kind(&mut self, path: &str, kind: &'static str, attributes: &[Attribute]) {
        let told = self.types.entry(path.to_owned()).or_default();
        told.kind = kind;
        told.marks = marks(attributes);
        for attribute in attributes
            .iter()
            .filter(|one| one.path().is_ident("derive"))
        {
            let list =
                attribute.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated);
            let list = list.expect("a list of traits").into_iter();
            told.traits
                .extend(list.map(|path| path.get_ident().expect("a trait").to_string()));
        }
    }

    fn implementation(&mut self, names: &Names, one: &syn::ItemImpl) {
        let path = names.ty(&one.self_ty);
        if let Some((of, _)) = &one.trait_ {
            let last = of.segments.last().expect("a trait").ident.to_string();
            if last == "From" {
                self.lines.insert(format!("{path} impl {}", names.path(of)));
            } else if last == "Paged" {
                let item = one.items.iter().find_map(|item| match item {
                    ImplItem::Type(item) => Some(names.ty(&item.ty)),
                    _ => None,
                });
                let item = item.expect("the type of an item");
                self.lines.insert(format!("{path} impl Pages<{item}>"));
            }
            return;
        }
        for item in &one.items {
            match item {
                ImplItem::Fn(one) if is_public(&one.vis) => {
                    let (signature, marks) = (names.signature(&one.sig), marks(&one.attrs));
                    self.lines
                        .insert(format!("{path}::{} {signature}{marks}", one.sig.ident));
                }
                ImplItem::Const(one) if is_public(&one.vis) => {
                    let (ty, marks) = (names.ty(&one.ty), marks(&one.attrs));
                    self.lines
                        .insert(format!("{path}::{} const: {ty}{marks}", one.ident));
                }
                _ => {}
            }
        }
    }

    fn macro_call(&mut self, names: &Names, call: &syn::ItemMacro) {
        let name = call
            .mac
            .path
            .segments
            .last()
            .expect("a name")
            .ident
            .to_string();
        let Call(of, types) = call.mac.parse_body().expect("a name and more");
        let path = names.item(&of);
        let way = match name.as_str() {
            "request" => "Request".to_owned(),
            "streamed" => "SendStreamed".to_owned(),
            "listed" | "lined" => format!("StreamItems<{}>", names.ty(&types.expect("a type"))),
            "evented" => format!("StreamEvents<{}>", names.ty(&types.expect("a type"))),
            // The items are told by the impl beside it.
            "pages" | "headers" => return,
            _ => {
                let default = call.mac.tokens.to_string().contains("Default");
                return self.traits(&path, &name, default);
            }
        };
        self.lines.insert(format!("{path} impl {way}"));
    }

    fn traits(&mut self, path: &str, name: &str, default: bool) {
        for given in self.macros.get(name).cloned().unwrap_or_default() {
            match given.strip_prefix('!') {
                Some(other) if other != name => self.traits(path, other, default),
                Some(_) => {}
                None if given == "Wire" || (given == "Default" && !default) => {}
                None if given.contains('<') => {
                    self.lines.insert(format!("{path} impl {given}"));
                }
                None => {
                    let told = self.types.entry(path.to_owned()).or_default();
                    told.traits.insert(given);
                }
            }
        }
    }
}

/// The name that a macro of the runtime is given, and the type after it.
struct Call(syn::Ident, Option<syn::Type>);

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.parse()?;
        let _: Option<Token![,]> = input.parse()?;
        let fork = input.fork();
        let ty = fork.parse().ok();
        let _: proc_macro2::TokenStream = input.parse()?;
        Ok(Self(name, ty))
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// What the compiler is told of an item.
fn marks(attributes: &[Attribute]) -> String {
    let has = |name: &str| attributes.iter().any(|one| one.path().is_ident(name));
    let mut out = String::new();
    for name in ["non_exhaustive", "deprecated"] {
        if has(name) {
            out.push_str(&format!(" #[{name}]"));
        }
    }
    out + &cfg(attributes)
}

/// The features that an item is compiled for.
fn cfg(attributes: &[Attribute]) -> String {
    let mut out = Vec::new();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("cfg")) {
        let tokens = attribute
            .meta
            .require_list()
            .expect("features")
            .tokens
            .to_string();
        out.extend(
            tokens
                .split('"')
                .skip(1)
                .step_by(2)
                .map(|name| format!("\"{name}\"")),
        );
    }
    match out.is_empty() {
        true => String::new(),
        false => format!(" #[cfg({})]", out.join(", ")),
    }
}

/// A module as it is written.
fn raw(name: &str) -> String {
    match syn::parse_str::<syn::Ident>(name) {
        Ok(_) => name.to_owned(),
        Err(_) => format!("r#{name}"),
    }
}

fn names(home: &str, here: &[&str]) -> Names {
    Names {
        home: joined("", home),
        here: here.iter().map(|one| (*one).to_owned()).collect(),
        own: BTreeSet::new(),
        uses: BTreeMap::new(),
    }
}
