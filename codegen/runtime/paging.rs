//! How an operation pages. In: a plan and the response to one page; out: where the next page is. Invariant: it comes to
//! an end: each step gets past what was there before, or is refused.

use super::call::Call;
use super::json::{self, Reader};
use super::link::next_link;
use super::node::Node;
use super::position::{Place, Position};
use super::reply::{self, Reply};
use super::request;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How an operation pages, as a table.
#[derive(Debug)]
pub struct PagePlan {
    /// By which mechanism.
    pub kind: PageKind,
    /// The keys that lead from the body to the array of items; none when the body is the array.
    pub items: &'static [&'static str],
}

/// The mechanisms. Parameters are given by number, places in the body by their keys.
#[derive(Debug)]
pub enum PageKind {
    /// Skips items.
    Offset {
        /// How many to skip.
        offset: usize,
        /// How many to give.
        limit: Option<usize>,
        /// How many are asked for unless the caller says.
        limit_default: Option<u64>,
        /// How many there are.
        total: Option<&'static [&'static str]>,
    },
    /// Counts pages.
    Page {
        /// Which page.
        page: usize,
        /// How many items a page has.
        limit: Option<usize>,
        /// How many are asked for unless the caller says.
        limit_default: Option<u64>,
        /// The number of the first page.
        first: u64,
        /// How many pages there are.
        total_pages: Option<&'static [&'static str]>,
        /// How many items there are.
        total: Option<&'static [&'static str]>,
    },
    /// Goes on from a mark that the server gives.
    Cursor {
        /// The parameter that takes the mark.
        cursor: usize,
        /// The mark of the next page.
        next: &'static [&'static str],
        /// Whether there is a next page.
        more: Option<&'static [&'static str]>,
    },
    /// Follows a link in the body.
    NextUrl {
        /// The link.
        next: &'static [&'static str],
    },
    /// Follows the header `Link`.
    LinkHeader,
}

/// What comes after a page.
#[derive(Debug)]
pub(super) enum Next {
    /// Nothing.
    End,
    /// The page at this place.
    Go(Place),
    /// It cannot be told, and why. The page itself is fine.
    Lost(String),
    /// The page is the one before over again, and not to be delivered.
    Again(String),
}

/// The way through the pages of one call.
#[derive(Debug)]
pub(super) struct Pager {
    call: Call,
    plan: &'static PagePlan,
    /// Where the next page is; `None` for the first.
    place: Option<Place>,
    /// The places so far, to notice when one comes again.
    trail: Trail,
    /// What the pages so far were like; and with the page that was looked at last, once it turned out well.
    past: Past,
    tentative: Past,
}

/// What is kept of the pages gone by.
#[derive(Clone, Copy, Debug, Default)]
struct Past {
    /// The items of the last page, and how often they came again in a row.
    items: u64,
    run: u32,
    /// How many of the last pages were empty.
    empty: u32,
}

/// What there is to know about the items of a page.
struct Items {
    count: u64,
    hash: u64,
    structured: bool,
}

impl Pager {
    pub(super) fn new(call: Call, plan: &'static PagePlan) -> Self {
        Pager {
            call: with_limit(call, plan),
            plan,
            place: None,
            trail: Trail::default(),
            past: Past::default(),
            tentative: Past::default(),
        }
    }

    /// Begins at a position instead.
    pub(super) fn resume(&mut self, position: &Position) {
        self.place = position.place().cloned();
    }

    pub(super) fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// The call for the next page.
    pub(super) fn call(&self) -> Call {
        let mut call = self.call.clone();
        match (&self.place, &self.plan.kind) {
            (Some(Place::Offset(at)), PageKind::Offset { offset, .. }) => call.set(*offset, at),
            (Some(Place::Page(at)), PageKind::Page { page, .. }) => call.set(*page, at),
            (Some(Place::Cursor(at)), PageKind::Cursor { cursor, .. }) => call.set(*cursor, at),
            (Some(Place::Link(url)), PageKind::NextUrl { .. } | PageKind::LinkHeader) => {
                // A position comes from the caller: it may be of another server, and it would get the credentials.
                let followed = request::url(&self.call).map_err(|fault| fault.to_string());
                match followed.and_then(|here| here.follow(url)) {
                    Ok(url) => call.link = Some(url),
                    Err(reason) => call.problem = Some((None, format!("the position {reason}"))),
                }
            }
            _ => {}
        }
        call
    }

    /// Goes to a place: the page before turned out well.
    pub(super) fn go(&mut self, place: Place) {
        if matches!(place, Place::Cursor(_) | Place::Link(_)) {
            self.trail.add(hash(&place));
        }
        self.past = self.tentative;
        self.place = Some(place);
    }

    /// Where the page after this response is; how many items it has spares counting them.
    pub(super) fn next(&mut self, reply: &Reply, count: Option<usize>) -> Next {
        let items = match count {
            Some(count) if !self.is_counted() => Items::of(count),
            count => items(reply.body(), self.plan.items, count),
        };
        if let Some(reason) = self.repeats(&items) {
            return Next::Again(reason);
        }
        let next = match &self.plan.kind {
            PageKind::Offset {
                offset,
                limit,
                limit_default,
                total,
            } => {
                let at = match self.place {
                    Some(Place::Offset(at)) => at,
                    _ => self.number(Some(*offset)).unwrap_or(0),
                };
                let seen = at.saturating_add(items.count);
                let short = self.is_short(&items, *limit, *limit_default);
                after(&items, seen, number_at(reply, *total), short).then_some(Place::Offset(seen))
            }
            PageKind::Page { .. } => self.next_page(reply, &items),
            PageKind::Cursor { .. } => return self.next_cursor(reply, &items),
            PageKind::NextUrl { next } => {
                let Some(link) = text_at(reply, next) else {
                    return Next::End;
                };
                return self.follow(&link, &items);
            }
            PageKind::LinkHeader => {
                let Some(link) = next_link(reply.headers()) else {
                    return Next::End;
                };
                return self.follow(&link, &items);
            }
        };
        match next {
            None => Next::End,
            // Numbers have an end as well.
            Some(place) if self.place.as_ref() == Some(&place) => {
                Next::Lost("there is no number for the next page".into())
            }
            Some(place) => Next::Go(place),
        }
    }

    fn next_page(&self, reply: &Reply, items: &Items) -> Option<Place> {
        let PageKind::Page {
            page,
            limit,
            limit_default,
            first,
            total_pages,
            total,
        } = &self.plan.kind
        else {
            return None;
        };
        let at = match self.place {
            Some(Place::Page(at)) => at,
            _ => self.number(Some(*page)).unwrap_or(*first),
        };
        let before = at.saturating_sub(*first);
        let pages = number_at(reply, *total_pages).filter(|pages| *pages > before);
        let size = self.number(*limit).or(*limit_default);
        // How many items came before is known for the first page, or if all pages are of one size.
        let skipped = if before == 0 {
            Some(0)
        } else {
            size.map(|size| size.saturating_mul(before))
        };
        let seen = skipped.map(|skipped| skipped.saturating_add(items.count));
        let more = match (pages, seen) {
            (Some(pages), _) => items.count > 0 && pages > before + 1,
            (None, seen) => {
                let total = seen.and(number_at(reply, *total));
                let short = self.is_short(items, *limit, *limit_default);
                after(items, seen.unwrap_or(u64::MAX), total, short)
            }
        };
        more.then_some(Place::Page(at.saturating_add(1)))
    }

    fn next_cursor(&mut self, reply: &Reply, items: &Items) -> Next {
        let PageKind::Cursor { next, more, .. } = &self.plan.kind else {
            return Next::End;
        };
        let more = more
            .and_then(|path| reply::find(reply.body(), path))
            .map(|text| text == "true");
        match (more, text_at(reply, next)) {
            (Some(false), _) | (None, None) => Next::End,
            (Some(true), None) => {
                Next::Lost("there is said to be another page, but not where".into())
            }
            (_, Some(cursor)) => self.step(Place::Cursor(cursor), items),
        }
    }

    /// Follows a link, if it stays with the server that gave it.
    fn follow(&mut self, link: &str, items: &Items) -> Next {
        let here = match request::url(&self.call()) {
            Ok(url) => url,
            Err(fault) => return Next::Lost(fault.to_string()),
        };
        match here.follow(link) {
            Err(reason) => Next::Lost(format!("the link to the next page {reason}")),
            Ok(url) if url == here => {
                Next::Lost("the link to the next page leads to the same page".into())
            }
            Ok(url) => self.step(Place::Link(url.text()), items),
        }
    }

    /// Goes to a place that was never visited.
    fn step(&mut self, place: Place, items: &Items) -> Next {
        self.tentative.empty = if items.count == 0 {
            self.past.empty + 1
        } else {
            0
        };
        if self.tentative.empty > MOST_EMPTY {
            return Next::Lost(format!("{MOST_EMPTY} pages in a row were empty"));
        }
        if self.trail.has(hash(&place)) {
            return Next::Lost("the next page is one that was there before".into());
        }
        Next::Go(place)
    }

    /// Whether these are the items of the page before. One item may well equal the next, many do not by chance.
    fn repeats(&mut self, items: &Items) -> Option<String> {
        let again = self.place.is_some() && items.structured && items.hash == self.past.items;
        let run = if again { self.past.run + 1 } else { 0 };
        self.tentative = Past {
            items: items.hash,
            run,
            ..self.past
        };
        let by_chance = if items.count > 1 { 0 } else { 8 };
        (self.is_counted() && run > by_chance).then(|| "the server gave the same page again".into())
    }

    /// Whether the caller says which page is next, not the server.
    fn is_counted(&self) -> bool {
        matches!(
            self.plan.kind,
            PageKind::Offset { .. } | PageKind::Page { .. }
        )
    }

    /// Whether a page has fewer items than it could.
    fn is_short(&self, items: &Items, limit: Option<usize>, default: Option<u64>) -> bool {
        self.number(limit)
            .or(default)
            .is_some_and(|limit| items.count < limit)
    }

    /// The number that the caller gave to a parameter.
    fn number(&self, parameter: Option<usize>) -> Option<u64> {
        self.call
            .values
            .get(parameter?)?
            .as_ref()
            .and_then(Node::scalar)?
            .parse()
            .ok()
    }
}

/// The call with the limit of its plan, unless it has one: that a page is short shows only against a limit that the
/// server was told.
fn with_limit(mut call: Call, plan: &PagePlan) -> Call {
    let (PageKind::Offset {
        limit,
        limit_default,
        ..
    }
    | PageKind::Page {
        limit,
        limit_default,
        ..
    }) = &plan.kind
    else {
        return call;
    };
    if let (Some(limit), Some(default)) = (limit, limit_default)
        && call.values.get(*limit).is_some_and(Option::is_none)
    {
        call.set(*limit, default);
    }
    call
}

/// How many pages without items are passed over.
const MOST_EMPTY: u32 = 100;

/// Whether there is more after `seen` items. A total that is less than what was seen is not believed.
fn after(items: &Items, seen: u64, total: Option<u64>, short: bool) -> bool {
    match total.filter(|total| *total >= seen) {
        _ if items.count == 0 => false,
        Some(total) => total > seen,
        None => !short,
    }
}

impl Items {
    fn of(count: usize) -> Self {
        Items {
            count: count as u64,
            hash: 0,
            structured: false,
        }
    }
}

/// What there is to know of the items of a body. They are not read, and passed over only to count them.
fn items(body: &[u8], path: &[&str], count: Option<usize>) -> Items {
    let mut items = Items::of(count.unwrap_or(0));
    let text = match path {
        [] => std::str::from_utf8(body).ok(),
        _ => reply::find(body, path),
    };
    let Some(text) = text else {
        return items;
    };
    items.hash = digest(text.trim().as_bytes());
    let mut reader = Reader::new(text);
    if reader.peek() != b'[' || !reader.open_array() || !reader.next_item(0) {
        return items;
    }
    items.structured = matches!(reader.peek(), b'{' | b'[');
    if count.is_none() {
        items.count = 1;
        reader.skip();
        while reader.next_item(items.count as usize) {
            reader.skip();
            items.count += 1;
        }
    }
    items
}

/// A number for some bytes that others hardly have; much faster than a hash that withstands who looks for two of one number.
fn digest(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, word: u64| {
        let wide = u128::from(hash ^ word) * 0x9e37_79b9_7f4a_7c15;
        wide as u64 ^ (wide >> 64) as u64
    };
    let (words, rest) = bytes.as_chunks();
    let hash = mix(1, bytes.len() as u64);
    let hash = words
        .iter()
        .fold(hash, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    rest.iter()
        .fold(hash, |hash, byte| mix(hash, u64::from(*byte)))
}

fn number_at(reply: &Reply, path: Option<&[&str]>) -> Option<u64> {
    json::from_str(reply::find(reply.body(), path?)?).ok()
}

/// A string or number in the body as text; `None` if it is absent, `null` or empty.
fn text_at(reply: &Reply, path: &[&str]) -> Option<String> {
    let found = reply::find(reply.body(), path)?;
    let text = match found.as_bytes().first()? {
        b'"' => json::from_str(found).ok()?,
        b'-' | b'0'..=b'9' => found.to_owned(),
        _ => String::new(),
    };
    (!text.is_empty()).then_some(text)
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The places so far. The first many are all remembered; of the further ones one is, further apart each time, so that a
/// circle is still noticed in constant memory.
#[derive(Debug, Default)]
struct Trail {
    all: HashSet<u64>,
    mark: u64,
    steps: u64,
    stride: u64,
}

impl Trail {
    const MOST: usize = 1 << 12;

    fn has(&self, place: u64) -> bool {
        self.all.contains(&place) || (self.stride > 0 && self.mark == place)
    }

    fn add(&mut self, place: u64) {
        if self.all.len() < Self::MOST {
            self.all.insert(place);
            return;
        }
        self.steps += 1;
        if self.steps >= self.stride {
            self.mark = place;
            self.steps = 0;
            self.stride = (self.stride * 2).max(1);
        }
    }
}
