//! Reading a reply. In: one side of an operation; out: a `match` on the status, and how each body is read. Invariant: the arms stand in
//! the order of the cases, the closest first.

use super::super::ident;
use super::{Arm, Form, Side, Way, way};
use crate::ir::StatusKey;
use crate::tokens::{Ident, Literal, TokenStream, quote};

impl Side<'_> {
    /// The arms of the `match` that reads a reply of this side: patterns and values.
    pub(super) fn reading(&self) -> Vec<(TokenStream, TokenStream)> {
        let success = self.undocumented.is_none();
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.arms.len() {
            let status = self.arms[at].case.status;
            let same = self.arms[at..]
                .iter()
                .take_while(|arm| arm.case.status == status);
            let group: Vec<&Arm<'_>> = same.collect();
            at += group.len();
            let pattern = pattern(status, success);
            let read = self.choice(&group);
            let read = if success { quote!(Some(#read)) } else { read };
            out.push((pattern, read));
        }
        if success && out.is_empty() {
            // The document names no success: any is one.
            out.push((quote!(200..=299), quote!(Some(reply.empty()))));
        }
        out
    }

    /// Between the bodies that one status may have, by media type.
    fn choice(&self, group: &[&Arm<'_>]) -> TokenStream {
        let mut out = TokenStream::new();
        for (index, arm) in group.iter().enumerate().rev() {
            let read = self.read(arm);
            out = match arm.content {
                Some(content) if index + 1 < group.len() => {
                    let media = &content.media_type;
                    // What follows is another `if`, or the last body.
                    let rest = if index + 2 < group.len() {
                        out
                    } else {
                        quote!({ #out })
                    };
                    quote!(if reply.is(#media) { #read } else #rest)
                }
                _ => read,
            };
        }
        out
    }

    fn read(&self, arm: &Arm<'_>) -> TokenStream {
        let name = ident::ident(&self.outcome.type_name);
        let variant = &arm.variant;
        let read = match arm.content.map(way) {
            None => quote!(reply.empty()),
            Some(Way::Json) => quote!(reply.json()),
            Some(Way::Text) => quote!(reply.text()),
            Some(Way::Bytes) => quote!(reply.bytes()),
        };
        match (self.form, arm.content, &self.undocumented) {
            (Form::Enum, Some(_), Some(rest)) => quote!(#read.map_or(Self::#rest, Self::#variant)),
            (Form::Enum, None, Some(_)) => quote!(Self::#variant),
            (Form::Enum, Some(_), None) => quote!(#read.map(#name::#variant)),
            (Form::Enum, None, None) => quote!(Ok(#name::#variant)),
            (Form::Plain | Form::Nothing, _, _) => read,
        }
    }
}

/// The statuses of a case. A success by `default` is still none of the errors.
fn pattern(status: StatusKey, success: bool) -> TokenStream {
    let number = |number: u16| Literal::u16_unsuffixed(number);
    match status {
        StatusKey::Code(code) => {
            let code = number(code);
            quote!(#code)
        }
        StatusKey::Range(hundred) => {
            let low = number(u16::from(hundred) * 100);
            let high = number(u16::from(hundred) * 100 + 99);
            quote!(#low..=#high)
        }
        StatusKey::Default if success => quote!(..=399),
        StatusKey::Default => quote!(_),
    }
}

/// The argument with the reply, used or not.
pub(super) fn reply(body: &TokenStream) -> Ident {
    ident::of(if body.mentions("reply") {
        "reply"
    } else {
        "_reply"
    })
}

/// Between the statuses; `rest` for those that are none of the cases, where there are any.
pub(super) fn matching(
    arms: &[(TokenStream, TokenStream)],
    caught: bool,
    rest: &TokenStream,
) -> TokenStream {
    if arms.is_empty() {
        return rest.clone();
    }
    if let ([(_, value)], true) = (arms, caught) {
        return value.clone();
    }
    let (patterns, values): (Vec<_>, Vec<_>) = arms.iter().map(|(p, v)| (p, v)).unzip();
    let rest = (!caught).then(|| quote!(_ => #rest,));
    quote!(match reply.status() { #(#patterns => #values,)* #rest })
}
