//! What the output needs beside itself. In: the APIs; out: the parts of the runtime and the crates behind them.
//! Invariant: a part is there exactly when something emitted refers to it.

use super::file::format_type;
use crate::ir::{self, ContentKind, DateTypes, Format, Type, TypeKind};
use std::collections::BTreeSet;

/// The parts of the runtime that an API needs.
pub(crate) fn parts(api: &ir::Api, out: &mut BTreeSet<&'static str>) {
    ir::walk::each_type(api, &mut |ty| match ty {
        Type::Formatted(format) => {
            out.extend(format_part(api.dates, *format));
        }
        Type::Tuple(..) => {
            out.insert("tuple");
        }
        Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Binary
        | Type::List(_)
        | Type::Map(..)
        | Type::Nullable(_)
        | Type::Boxed(_)
        | Type::Named(_) => {}
    });
    super::bounds::parts(api, out);
    let flows = (api.schemes.iter()).any(|scheme| super::credentials::token_url(scheme).is_some());
    if flows {
        out.insert("oauth2");
    }
    for operation in &api.operations {
        operation_parts(operation, out);
        if super::paging::list(api, operation).is_some() {
            out.insert("list");
        }
    }
    for def in &api.types {
        if let TypeKind::Union(union) = &def.kind {
            let formats = union.branches.iter().filter_map(|b| b.rule.format);
            out.extend(formats.filter_map(|format| format_part(api.dates, format)));
        }
    }
}

fn operation_parts(operation: &ir::Operation, out: &mut BTreeSet<&'static str>) {
    if operation.paging.is_some() {
        out.insert("paging");
    }
    if operation.headers.is_some() {
        out.insert("headers");
    }
    if super::stream::lines(operation).is_some() {
        out.extend(["lines", "list"]);
    }
    if super::stream::events(operation).is_some() {
        out.insert("events");
    }
    if super::outcome::streams(operation) {
        out.insert("stream");
    }
    let contents = operation.body.iter().flat_map(|body| &body.contents);
    for content in contents {
        match content.kind {
            ContentKind::Form => {
                out.insert("form");
            }
            ContentKind::Multipart => {
                out.extend(["multipart", "stream"]);
            }
            ContentKind::Binary => {
                out.insert("stream");
            }
            ContentKind::Json
            | ContentKind::Text
            | ContentKind::EventStream
            | ContentKind::JsonLines
            | ContentKind::JsonSequence => {}
        }
    }
}

/// The part behind a format.
fn format_part(dates: DateTypes, format: Format) -> Option<&'static str> {
    format_type(dates, format)?;
    Some(match format {
        Format::Uuid => "uuid",
        Format::Ipv4 | Format::Ipv6 => "net",
        Format::Byte => "base64",
        Format::DateTime | Format::Date | Format::Time | Format::Duration => match dates {
            DateTypes::Jiff => "jiff",
            DateTypes::Chrono => "chrono",
            DateTypes::Time => "time",
            DateTypes::String => return None,
        },
    })
}
