//! What an entry of paging cannot mean. In: an entry, and the schemas that its keys lead to; out: what is wrong with it.
//! Invariant: a schema that may be right, such as one that takes anything, is not blamed.

use crate::config::{PagingChoice, PagingConfig};
use crate::lower::draft::{Draft, Kind, NodeId};

/// What a value is used for.
#[derive(Clone, Copy)]
pub(super) enum Use {
    /// A number that goes into the query, as a number or as a text.
    Count,
    /// A number in the body.
    Total,
    /// What the next request sends.
    Cursor,
    /// An address.
    Url,
    /// Whether there is more.
    Flag,
}

/// Why a schema does not fit, if that is beyond doubt.
pub(super) fn unfit(draft: &Draft, node: NodeId, used: Use) -> Option<&'static str> {
    let kind = draft.kind(node);
    let is_text = match kind {
        Kind::String | Kind::Formatted(_) | Kind::Binary => true,
        Kind::Enum(values) => values.values.iter().all(|value| value.value.is_string()),
        _ => false,
    };
    let is_number = matches!(kind, Kind::Integer(_) | Kind::Number(_));
    let is_flag = matches!(kind, Kind::Bool);
    let is_many = matches!(
        kind,
        Kind::List(_) | Kind::Tuple(..) | Kind::Map(..) | Kind::Struct(_)
    );
    let is_free_text = matches!(kind, Kind::String);
    match used {
        Use::Count if is_many || is_flag || (is_text && !is_free_text) => Some("no number"),
        Use::Total if is_many || is_flag || is_text => Some("no number"),
        Use::Cursor if is_many || is_flag => Some("neither a text nor a number"),
        Use::Url if is_many || is_flag || is_number => Some("no text"),
        Use::Flag if is_many => Some("no truth value"),
        _ => None,
    }
}

/// The keys of an entry that its kind of paging does not look at.
pub(super) fn idle(config: &PagingConfig) -> Vec<&'static str> {
    use PagingChoice::{Cursor, NextUrl, Offset, Page};
    if config.kind == PagingChoice::None {
        return Vec::new();
    }
    let keys: [(&'static str, bool, &[PagingChoice]); 10] = [
        ("offset", config.offset.is_some(), &[Offset]),
        ("page", config.page.is_some(), &[Page]),
        ("cursor", config.cursor.is_some(), &[Cursor]),
        ("limit", config.limit.is_some(), &[Offset, Page]),
        (
            "limit_default",
            config.limit_default.is_some(),
            &[Offset, Page],
        ),
        ("first_page", config.first_page.is_some(), &[Page]),
        ("total", config.total.is_some(), &[Offset, Page]),
        ("total_pages", config.total_pages.is_some(), &[Page]),
        ("next", config.next.is_some(), &[Cursor, NextUrl]),
        ("more", config.more.is_some(), &[Cursor]),
    ];
    let idle = keys
        .into_iter()
        .filter(|(_, given, kinds)| *given && !kinds.contains(&config.kind));
    idle.map(|(key, ..)| key).collect()
}
