//! One operation. In: an `ir::Operation`; out: its methods on the client, its table, the request that they give, and how a
//! response to it is read. Invariant: what must be given is an argument, everything else is a setter.

use super::argument::Argument;
use super::body::{self, Payload};
use super::example::Examples;
use super::file::File;
use super::{docs, endpoint, former, headers, ident, operation_docs, outcome, paging, stream};
use crate::ir::{Operation, Parameter};
use crate::tokens::{Ident, Literal, TokenStream, quote};

/// Methods of a request that are not setters.
pub(crate) const METHODS: &[&str] = &[
    "customize",
    "into_request",
    "items",
    "items_blocking",
    "pages",
    "pages_blocking",
    "send",
    "send_blocking",
    "send_streamed",
    "send_streamed_blocking",
    "stream_events",
    "stream_events_blocking",
    "stream_items",
    "stream_items_blocking",
];

/// An operation, written.
pub(crate) struct Built {
    /// Its methods on the client.
    pub(crate) methods: Vec<TokenStream>,
    /// The docs of each.
    pub(crate) method_docs: Vec<Vec<String>>,
    /// Everything else.
    pub(crate) items: Vec<TokenStream>,
}

/// What the pieces of one operation are called, and what it takes and gives.
pub(crate) struct Parts<'a> {
    pub(crate) operation: &'a Operation,
    /// The builder type.
    pub(crate) name: Ident,
    /// The table.
    pub(crate) table: Ident,
    /// The request bodies; the first is the preferred one.
    pub(crate) payloads: Vec<Payload<'a>>,
    /// What comes back.
    pub(crate) success: outcome::Side<'a>,
    /// What comes back when it fails.
    pub(crate) failure: outcome::Side<'a>,
    /// The names of its methods on the client, one for each payload that is an argument.
    pub(crate) methods: Vec<Ident>,
}

/// What the methods of an operation are called.
pub(crate) struct Methods<'a> {
    /// One for each payload that is an argument.
    pub(crate) names: &'a [String],
    /// Former ones, with the index of the one that each calls.
    pub(crate) former: &'a [(usize, String)],
}

/// Writes an operation.
pub(crate) fn build(
    file: &mut File<'_>,
    examples: &Examples<'_>,
    operation: &Operation,
    methods: &Methods<'_>,
) -> Built {
    let parts = Parts {
        operation,
        name: ident::ident(&operation.type_name),
        table: ident::constant(&operation.name),
        payloads: body::payloads(operation),
        success: outcome::success(file, operation),
        failure: outcome::failure(file, operation),
        methods: methods
            .names
            .iter()
            .map(|method| ident::of(method))
            .collect(),
    };
    let mut built = Built {
        methods: Vec::new(),
        method_docs: Vec::new(),
        items: Vec::new(),
    };
    let required = operation.body.as_ref().is_some_and(|body| body.required);
    for (index, method) in parts.methods.iter().enumerate() {
        let payload = parts.payloads.get(index).filter(|_| required);
        let former = methods.former.iter().filter(|(called, _)| *called == index);
        let former: Vec<&str> = former.map(|(_, name)| name.as_str()).collect();
        let docs = operation_docs::method(examples, &parts, method, payload);
        built.method_docs.push(docs);
        built
            .method_docs
            .extend(former.iter().map(|_| former::docs_of_method(method)));
        built
            .methods
            .extend(constructors(file, &parts, method, payload, &former));
    }
    built.items.push(endpoint::table(file, &parts));
    built.items.push(request(file, &parts));
    built.items.push(sending(file, &parts, required));
    built.items.push(more(file, &parts));
    built.items.extend(streamed(file, &parts));
    built.items.push(outcome::operation(file, &parts));
    built.items.extend(paging::paged(file, &parts));
    built.items.extend(paging::listed(file, &parts));
    built.items.extend(stream::lined(file, &parts));
    built.items.extend(stream::evented(file, &parts));
    built.items.extend(parts.success.definition(file));
    built.items.extend(parts.failure.definition(file));
    built.items.extend(headers::items(file, &parts));
    built
}

/// The method of the client that begins a request, and the same under its former names.
fn constructors(
    file: &mut File<'_>,
    parts: &Parts<'_>,
    method: &Ident,
    payload: Option<&Payload<'_>>,
    former: &[&str],
) -> Vec<TokenStream> {
    let Parts { name, table, .. } = parts;
    let mut arguments = Vec::new();
    let mut words = Vec::new();
    let mut bindings = Vec::new();
    let mut chain = quote!(self.core.call(&#table));
    for (index, parameter) in parts.operation.parameters.iter().enumerate() {
        if !parameter.required {
            continue;
        }
        let argument = Argument::new(file, &parameter.ty);
        let (word, ty) = (ident::ident(&parameter.name), &argument.ty);
        arguments.push(quote!(#word: #ty));
        let index = Literal::usize_unsuffixed(index);
        chain = match Argument::text(file, &parameter.ty, &word) {
            Some(text) => quote!(#chain.with_text(#index, #text)),
            None => {
                bindings.extend(argument.binding(file, &parameter.ty, &word));
                quote!(#chain.with(#index, &#word))
            }
        };
        words.push(word);
    }
    let block = match payload {
        None => quote!(#(#bindings)* #name { call: #chain }),
        Some(payload) => {
            // Beside it only the body is read.
            let call = match payload.name.0.as_str() {
                "call" => ident::of("request"),
                _ => ident::of("call"),
            };
            let (argument, statement) = payload.attach(file, &quote!(#call));
            arguments.push(argument);
            words.push(ident::ident(payload.name));
            let field = match payload.name.0.as_str() {
                "call" => quote!(call: #call),
                _ => quote!(call),
            };
            quote! {
                #(#bindings)*
                let mut #call = #chain;
                #statement
                #name { #field }
            }
        }
    };
    let deprecated = parts.operation.deprecated.then(|| quote!(#[deprecated]));
    let many = (arguments.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let signature = former::Signature {
        method,
        arguments: &arguments,
        words: &words,
        gives: name,
    };
    let former = former.iter().map(|old| former::method(&signature, old));
    let former: Vec<TokenStream> = former.collect();
    let own = quote! {
        #deprecated
        #many
        #[inline]
        pub fn #method(&self, #(#arguments),*) -> #name {
            #block
        }
    };
    std::iter::once(own).chain(former).collect()
}

/// The request as a type.
fn request(file: &mut File<'_>, parts: &Parts<'_>) -> TokenStream {
    let rt = file.runtime();
    let name = &parts.name;
    let method = &parts.methods[0];
    let summary = format!(" A request of [`Client::{}`].", method.unraw());
    quote! {
        #[doc = #summary]
        #[derive(Clone, Debug)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct #name {
            call: #rt::Call,
        }
    }
}

/// The setters, and the ways to send.
fn sending(file: &mut File<'_>, parts: &Parts<'_>, body_required: bool) -> TokenStream {
    let rt = file.runtime();
    let name = &parts.name;
    let mut names = ident::Scope::with(METHODS);
    let mut setters: Vec<TokenStream> = Vec::new();
    let mut taken: Vec<Ident> = Vec::new();
    for (index, parameter) in parts.operation.parameters.iter().enumerate() {
        if !parameter.required {
            let free = ident::of(&names.claim(&parameter.name.0, "_parameter"));
            setters.push(setter(file, index, parameter, &free));
            taken.push(free);
        }
    }
    if !body_required {
        for payload in &parts.payloads {
            let free = ident::of(&names.claim(&payload.setter_name(), "_content"));
            setters.push(payload.setter(file, &free));
            taken.push(free);
        }
    }
    setters.extend(former_setters(
        file,
        parts,
        body_required,
        &taken,
        &mut names,
    ));
    let (output, failure) = (&parts.success.ty, &parts.failure.ty);
    quote! {
        impl #name {
            #(#setters)*
            /// Sends the request.
            #[inline]
            pub fn send(self) -> #rt::Sending<#output, #failure> {
                self.call.send::<Self>()
            }
        }
    }
}

/// The setters under their former names; `taken` are those that they have.
fn former_setters(
    file: &mut File<'_>,
    parts: &Parts<'_>,
    body_required: bool,
    taken: &[Ident],
    names: &mut ident::Scope,
) -> Vec<TokenStream> {
    let mut out = Vec::new();
    let mut taken = taken.iter();
    let optional = parts.operation.parameters.iter();
    for (parameter, setter) in optional.filter(|one| !one.required).zip(&mut taken) {
        let word = ident::ident(&parameter.name);
        let ty = Argument::new(file, &parameter.ty).ty;
        let former = parameter.former.iter().filter(|old| names.take(&old.0));
        out.extend(former.map(|old| former::setter(setter, &old.0, &word, &ty)));
    }
    if body_required {
        return out;
    }
    for (payload, setter) in parts.payloads.iter().zip(taken) {
        let word = ident::ident(payload.name);
        for old in payload.former_setters().filter(|old| names.take(old)) {
            let ty = payload.argument(file);
            out.push(former::setter(setter, &old, &word, &ty));
        }
    }
    out
}

/// The further methods, which all requests share.
fn more(file: &mut File<'_>, parts: &Parts<'_>) -> TokenStream {
    let rt = file.runtime();
    let name = &parts.name;
    let failure = &parts.failure.ty;
    quote!(#rt::request!(#name, #failure);)
}

/// The ways to send it that leave the body of the response unread.
fn streamed(file: &mut File<'_>, parts: &Parts<'_>) -> Option<TokenStream> {
    if !outcome::streams(parts.operation) {
        return None;
    }
    let rt = file.runtime();
    let (name, failure) = (&parts.name, &parts.failure.ty);
    Some(quote!(#rt::streamed!(#name, #failure);))
}

fn setter(file: &mut File<'_>, index: usize, parameter: &Parameter, name: &Ident) -> TokenStream {
    let argument = Argument::new(file, &parameter.ty);
    let ty = &argument.ty;
    let word = ident::ident(&parameter.name);
    let index = Literal::usize_unsuffixed(index);
    let set = match Argument::text(file, &parameter.ty, &word) {
        Some(text) => quote!(self.call.set_text(#index, #text);),
        None => {
            let binding = argument.binding(file, &parameter.ty, &word);
            quote!(#binding self.call.set(#index, &#word);)
        }
    };
    let lines = operation_docs::parameter(parameter);
    let lines = docs::spaced(&lines);
    let deprecated = parameter.deprecated.then(|| quote!(#[deprecated]));
    quote! {
        #(#[doc = #lines])*
        #deprecated
        #[inline]
        pub fn #name(mut self, #word: #ty) -> Self {
            #set
            self
        }
    }
}
