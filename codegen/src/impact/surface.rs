//! In: the description of an API. Out: its public items, each with what a caller sees of it. Invariant: what is compared is the emitted code itself, so that two equal items compile the same way.

use std::collections::{BTreeMap, HashMap};

use quote::ToTokens;

use crate::ir::Api;
use crate::{Options, output};

/// An item: a type, or what belongs to one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key {
    /// The type (`Client` for operations).
    pub(crate) owner: String,
    /// The field, variant, method or constructor.
    pub(crate) member: Option<String>,
}

impl Key {
    pub(super) fn of(owner: &str) -> Self {
        Self {
            owner: owner.to_owned(),
            member: None,
        }
    }

    pub(super) fn in_(owner: &str, member: &str) -> Self {
        Self {
            owner: owner.to_owned(),
            member: Some(member.trim_start_matches("r#").to_owned()),
        }
    }

    /// That a type can be made from another.
    pub(super) fn made_from(owner: &str, other: &str) -> Self {
        let name = other.rsplit(' ').next().unwrap_or(other);
        Self::in_(owner, &format!("from({name})"))
    }

    pub(super) fn is_made_from(&self) -> bool {
        self.member
            .as_ref()
            .is_some_and(|member| member.starts_with("from("))
    }
}

/// What a caller sees of every item.
pub(super) type Surface = BTreeMap<Key, String>;

/// The public items of an API.
pub(super) fn surface(api: &Api) -> Surface {
    let mut items = Surface::new();
    let root = format!("src/{}/", api.module.0);
    let options = Options::new(Vec::new(), "", "impact");
    for file in output(std::slice::from_ref(api), &options) {
        let inner = file.path.strip_prefix(&root).unwrap_or_default();
        let is_own = inner.ends_with(".rs") && !inner.starts_with("fake/") && inner != "cli.rs";
        if let (true, Ok(file)) = (is_own, syn::parse_file(&file.text)) {
            file.items.iter().for_each(|one| item(&mut items, one));
        }
    }
    items
}

/// Types that only have another name: all that is seen of them is the same, and no other type is like them.
pub(super) fn renamed(older: &Surface, newer: &Surface) -> HashMap<String, String> {
    let (gone, come) = (alone(older, newer), alone(newer, older));
    let mut renamed = HashMap::new();
    for (shape, names) in &gone {
        if let ([old], Some([new])) = (&names[..], come.get(shape).map(Vec::as_slice)) {
            renamed.insert((*old).to_owned(), (*new).to_owned());
        }
    }
    renamed
}

/// What is seen of a type but its name: by member, nothing for the type itself.
type Shape<'s> = Vec<(Option<&'s str>, String)>;

/// The types of one side that the other has not, by what is seen of them.
fn alone<'s>(side: &'s Surface, other: &Surface) -> BTreeMap<Shape<'s>, Vec<&'s str>> {
    let mut shapes: BTreeMap<&str, Shape<'s>> = BTreeMap::new();
    for (key, seen) in side {
        if !other.contains_key(&Key::of(&key.owner)) {
            let own = HashMap::from([(key.owner.clone(), "Self".to_owned())]);
            let shape = shapes.entry(&key.owner).or_default();
            shape.push((key.member.as_deref(), with_names(seen, &own)));
        }
    }
    let mut by_shape: BTreeMap<Shape<'s>, Vec<&str>> = BTreeMap::new();
    for (owner, shape) in shapes {
        if side.contains_key(&Key::of(owner)) {
            by_shape.entry(shape).or_default().push(owner);
        }
    }
    by_shape
}

/// Tokens with other names for some types.
pub(super) fn with_names(tokens: &str, names: &HashMap<String, String>) -> String {
    let words = tokens.split(' ');
    let words = words.map(|word| names.get(word).map_or(word, String::as_str));
    words.collect::<Vec<_>>().join(" ")
}

fn item(items: &mut Surface, item: &syn::Item) {
    match item {
        syn::Item::Struct(item) if is_public(&item.vis) => {
            let name = item.ident.to_string();
            items.insert(Key::of(&name), head("struct", &item.attrs));
            for field in item.fields.iter().filter(|field| is_public(&field.vis)) {
                if let Some(ident) = &field.ident {
                    items.insert(Key::in_(&name, &ident.to_string()), text(&field.ty));
                }
            }
        }
        syn::Item::Enum(item) if is_public(&item.vis) => {
            let name = item.ident.to_string();
            let mut seen = head("enum", &item.attrs);
            for variant in &item.variants {
                let key = Key::in_(&name, &variant.ident.to_string());
                items.insert(key, text(&variant.fields));
                // Whoever matches has to match all of them.
                if !has(&item.attrs, "non_exhaustive") {
                    seen.push_str(&format!(" {}", variant.ident));
                }
            }
            items.insert(Key::of(&name), seen);
        }
        syn::Item::Type(item) if is_public(&item.vis) => {
            let target = text(&item.ty);
            items.insert(Key::of(&item.ident.to_string()), format!("type {target}"));
        }
        syn::Item::Impl(item) if item.trait_.is_none() => methods(items, item),
        syn::Item::Impl(item) => ways(items, item),
        syn::Item::Macro(item) => given(items, &item.mac),
        _ => {}
    }
}

fn methods(items: &mut Surface, item: &syn::ItemImpl) {
    let syn::Type::Path(path) = &*item.self_ty else {
        return;
    };
    let Some(owner) = path.path.segments.last().map(|last| last.ident.to_string()) else {
        return;
    };
    for inner in &item.items {
        // What a variant was called stands wherever a variant does that holds nothing.
        if let syn::ImplItem::Const(one) = inner
            && is_public(&one.vis)
            && text(&one.ty) == "Self"
        {
            let key = Key::in_(&owner, &one.ident.to_string());
            items.insert(key, String::new());
        }
        if let syn::ImplItem::Fn(method) = inner
            && is_public(&method.vis)
        {
            let signature = &method.sig;
            let key = Key::in_(&owner, &signature.ident.to_string());
            // A field tells more than the accessor of the same name.
            items.entry(key).or_insert_with(|| text(signature));
        }
    }
}

/// What a trait gives to a type: the ways to all pages, by what their items are, and what it can be made from.
fn ways(items: &mut Surface, item: &syn::ItemImpl) {
    let (syn::Type::Path(owner), Some((path, _))) = (&*item.self_ty, &item.trait_) else {
        return;
    };
    let (Some(owner), Some(name)) = (owner.path.segments.last(), path.segments.last()) else {
        return;
    };
    let owner = owner.ident.to_string();
    if name.ident == "From"
        && let syn::PathArguments::AngleBracketed(from) = &name.arguments
    {
        let key = Key::made_from(&owner, &text(&from.args));
        items.insert(key, String::new());
    }
    if name.ident == "Paged" {
        let item = item.items.iter().find_map(|inner| match inner {
            syn::ImplItem::Type(one) => Some(text(&one.ty)),
            _ => None,
        });
        let item = item.unwrap_or_default();
        for (method, gives) in [("items", "Items"), ("pages", "Pages")] {
            put(items, &owner, method, gives, &item);
        }
    }
}

/// The methods that a macro of the runtime gives to a request, beside those that all have.
fn given(items: &mut Surface, called: &syn::Macro) {
    let name = called
        .path
        .segments
        .last()
        .map(|last| last.ident.to_string());
    let (method, gives) = match name.as_deref() {
        Some("listed" | "lined") => ("stream_items", "StreamItems"),
        Some("evented") => ("stream_events", "StreamEvents"),
        Some("streamed") => ("send_streamed", "Streamed"),
        _ => return,
    };
    let parser = |input: syn::parse::ParseStream<'_>| {
        let owner: syn::Ident = input.parse()?;
        let _: Option<syn::Token![,]> = input.parse()?;
        let item: Option<syn::Type> = (!input.is_empty()).then(|| input.parse()).transpose()?;
        let _: proc_macro2::TokenStream = input.parse()?;
        Ok((owner, item))
    };
    if let Ok((owner, item)) = called.parse_body_with(parser) {
        let item = item.map(|item| text(&item)).unwrap_or_default();
        put(items, &owner.to_string(), method, gives, &item);
    }
}

/// A method of a request with its blocking twin.
fn put(items: &mut Surface, owner: &str, method: &str, gives: &str, item: &str) {
    for (suffix, kind) in [("", ""), ("_blocking", "Blocking")] {
        let name = format!("{method}{suffix}");
        let signature = format!("fn {name} (self) -> {gives}{kind} < {item} >");
        items.insert(Key::in_(owner, &name), signature);
    }
}

fn head(kind: &str, attributes: &[syn::Attribute]) -> String {
    let open = if has(attributes, "non_exhaustive") {
        " open"
    } else {
        ""
    };
    format!("{kind}{open}")
}

fn has(attributes: &[syn::Attribute], wanted: &str) -> bool {
    attributes.iter().any(|one| one.path().is_ident(wanted))
}

fn is_public(visibility: &syn::Visibility) -> bool {
    matches!(visibility, syn::Visibility::Public(_))
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}
