//! Response headers. In: the headers of all responses of an operation; out: a type with an accessor for each. Invariant: a
//! name that has one type in all responses has one accessor; where types differ, each has its own.

use super::file::File;
use super::operation::Parts;
use super::{docs, ident, outcome};
use crate::ir::{self, EnumRepr, Header, OutcomeCase, Type, TypeKind};
use crate::source::escape_token;
use crate::tokens::{Ident, Literal, TokenStream, quote};
use heck::ToSnakeCase;

/// Names that an accessor cannot have.
const METHODS: &[&str] = &["clone", "from", "into", "problems"];

/// A header, over all responses that have it.
struct Row<'a> {
    header: &'a Header,
    ty: Type,
    accessor: Ident,
    cases: Vec<&'a OutcomeCase>,
    always: bool,
}

/// The type that reads the headers of an operation, where its document names any.
pub(crate) fn items(file: &mut File<'_>, parts: &Parts<'_>) -> Vec<TokenStream> {
    let Some(name) = &parts.operation.headers else {
        return Vec::new();
    };
    let rt = file.runtime();
    let name = ident::ident(name);
    let method = parts.methods[0].unraw();
    let what = format!(" The headers of a response of [`Client::{method}`]");
    if let Some(same) = &parts.operation.headers_same {
        let other = ident::ident(same);
        let docs = format!("{what}: the same as [`{other}`].");
        return vec![quote!(#[doc = #docs] pub type #name<'a> = #other<'a>;)];
    }
    let rows = rows(parts.operation);
    let summary = format!("{what}.");
    let usage = format!(
        " `{name}::from(response.headers())`, or `error.headers().map({name}::from)` when it failed."
    );
    let definition = quote! {
        #[doc = #summary]
        ///
        #[doc = #usage]
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'a> {
            view: #rt::HeaderView<'a>,
        }
    };
    let table = rows.iter().map(|row| {
        let (wire, ty) = (&row.header.wire_name, file.ty(&row.ty));
        let form = form(file.api(), row.header, &row.ty);
        quote!(Header::new::<#ty>(#wire, #form))
    });
    let table: Vec<TokenStream> = table.collect();
    let from = quote! {
        impl<'a> From<&'a http::HeaderMap> for #name<'a> {
            #[inline]
            fn from(headers: &'a http::HeaderMap) -> Self {
                use #rt::{Header, HeaderForm};
                static ROWS: &[Header] = &[#(#table),*];
                Self { view: #rt::HeaderView::new(headers, ROWS) }
            }
        }
    };
    let accessors = rows.iter().enumerate().map(|(index, row)| {
        let index = Literal::usize_unsuffixed(index);
        let (accessor, ty) = (&row.accessor, file.ty(&row.ty));
        let ty = file.option(&ty);
        let lines = docs::spaced(&lines(row));
        quote! {
            #(#[doc = #lines])*
            #[inline]
            pub fn #accessor(&self) -> #ty {
                self.view.get(#index)
            }
        }
    });
    let accessors: Vec<TokenStream> = accessors.collect();
    let reading = quote!(impl #name<'_> { #(#accessors)* });
    let more = quote!(#rt::headers!(#name););
    vec![definition, reading, from, more]
}

/// The accessors of the headers of an operation, and what each gives where it is there.
pub(crate) fn accessors(operation: &ir::Operation) -> Vec<(String, Type)> {
    let rows = rows(operation).into_iter();
    rows.map(|row| (row.accessor.unraw().to_string(), row.ty))
        .collect()
}

/// The accessors of the headers of an operation, each with the places of the document that it comes from: where a response
/// names the header, and where that is described.
pub(crate) fn places(operation: &ir::Operation) -> Vec<(String, Vec<String>)> {
    let rows = rows(operation).into_iter();
    rows.map(|row| {
        let wire = &row.header.wire_name;
        let places = row.cases.iter().flat_map(|case| {
            let mut own = case.headers.iter();
            let own = own.find(|header| header.wire_name.eq_ignore_ascii_case(wire));
            own.into_iter().flat_map(|header| {
                let name = escape_token(&header.wire_name);
                let named = format!("{}/headers/{name}", case.origin.pointer);
                [named, header.origin.pointer.to_string()]
            })
        });
        (row.accessor.unraw().to_string(), places.collect())
    })
    .collect()
}

fn rows(operation: &ir::Operation) -> Vec<Row<'_>> {
    let mut names = ident::Scope::with(METHODS);
    let mut out: Vec<Row<'_>> = Vec::new();
    for case in operation.cases() {
        for header in &case.headers {
            let ty = value_type(header);
            let same = |row: &&mut Row<'_>| {
                row.header.wire_name.eq_ignore_ascii_case(&header.wire_name)
                    && row.ty == ty
                    && (&row.header.content, row.header.explode)
                        == (&header.content, header.explode)
            };
            if let Some(row) = out.iter_mut().find(same) {
                row.cases.push(case);
                row.always &= header.required;
                continue;
            }
            let known =
                |row: &Row<'_>| row.header.wire_name.eq_ignore_ascii_case(&header.wire_name);
            let wish = match out.iter().any(known) {
                true => format!("{}_{}", header.name.0, case.name.0.to_snake_case()),
                false => header.name.0.clone(),
            };
            out.push(Row {
                header,
                ty,
                accessor: ident::of(&names.claim(&wish, "_header")),
                cases: vec![case],
                always: header.required,
            });
        }
    }
    out
}

/// The type that a header is read into.
fn value_type(header: &Header) -> Type {
    let plain = bare(&header.ty);
    let list = matches!(plain, Type::List(_));
    match plain {
        // Each line is a cookie of its own.
        _ if header.wire_name.eq_ignore_ascii_case("set-cookie") && !list => {
            Type::List(Box::new(Type::String))
        }
        _ if header
            .content
            .as_deref()
            .is_some_and(|media| !is_json(media)) =>
        {
            Type::String
        }
        Type::Binary => Type::String,
        other => other.clone(),
    }
}

/// Absence is told apart otherwise.
fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Nullable(inner) | Type::Boxed(inner) => bare(inner),
        other => other,
    }
}

fn is_json(media: &str) -> bool {
    media.to_ascii_lowercase().contains("json")
}

/// How the value stands in the header.
fn form(api: &ir::Api, header: &Header, ty: &Type) -> TokenStream {
    match &header.content {
        Some(media) if is_json(media) => quote!(HeaderForm::Json),
        Some(_) => quote!(HeaderForm::Text),
        None => style(api, ty, header.explode),
    }
}

/// The style `simple`.
fn style(api: &ir::Api, ty: &Type, explode: bool) -> TokenStream {
    let kind = match explode {
        true => quote!(Exploded),
        false => quote!(Object),
    };
    match ty {
        Type::List(inner) => {
            let inner = inside(api, inner);
            quote!(HeaderForm::List(&#inner))
        }
        Type::Tuple(..) => quote!(HeaderForm::List(&HeaderForm::Any)),
        Type::Map(_, value) => {
            let value = inside(api, value);
            quote!(HeaderForm::#kind(&[], &#value))
        }
        Type::Nullable(inner) | Type::Boxed(inner) => style(api, inner, explode),
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Struct(object) => {
                let fields = object.fields.iter().map(|field| {
                    let (wire, form) = (&field.wire_name, inside(api, &field.ty));
                    quote!((#wire, #form))
                });
                let fields: Vec<TokenStream> = fields.collect();
                quote!(HeaderForm::#kind(&[#(#fields),*], &HeaderForm::Any))
            }
            TypeKind::Alias(inner) | TypeKind::Newtype(inner) => style(api, inner, explode),
            TypeKind::Enum(list) => match list.repr {
                EnumRepr::String => quote!(HeaderForm::Text),
                EnumRepr::Integer => quote!(HeaderForm::Bare),
                EnumRepr::Mixed => quote!(HeaderForm::Any),
            },
            TypeKind::Union(_) => quote!(HeaderForm::Any),
        },
        Type::Bool | Type::Integer(_) | Type::Number(_) => quote!(HeaderForm::Bare),
        Type::String | Type::Formatted(_) | Type::Binary => quote!(HeaderForm::Text),
        Type::Any | Type::Null => quote!(HeaderForm::Any),
    }
}

/// The same for an item or property. `simple` has no way to write more structure there, so that is taken for JSON, as it
/// is in requests.
fn inside(api: &ir::Api, ty: &Type) -> TokenStream {
    match ty {
        Type::List(_) | Type::Tuple(..) | Type::Map(..) => quote!(HeaderForm::Json),
        Type::Nullable(inner) | Type::Boxed(inner) => inside(api, inner),
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Struct(_) => quote!(HeaderForm::Json),
            TypeKind::Alias(inner) | TypeKind::Newtype(inner) => inside(api, inner),
            TypeKind::Enum(_) | TypeKind::Union(_) => style(api, ty, false),
        },
        Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Formatted(_)
        | Type::Binary => style(api, ty, false),
    }
}

/// The docs of an accessor.
fn lines(row: &Row<'_>) -> Vec<String> {
    let header = row.header;
    let wire = docs::code(&header.wire_name);
    let statuses: Vec<String> = (row.cases.iter())
        .map(|case| outcome::status(case.status).to_lowercase())
        .collect();
    let always = if row.always { ", always there" } else { "" };
    let fact = format!("{wire} of {}{always}.", statuses.join(", "));
    let mut lines = docs::lines(&header.docs, &fact);
    if lines[0] != fact {
        docs::separate(&mut lines);
        lines.extend(super::markdown::fold(&fact, "", ""));
    }
    lines
}
