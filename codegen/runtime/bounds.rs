//! What the document demands of a value that a client sends. In: a value and its bounds; out: the first bound that it
//! breaks, and where. Invariant: a value is looked at only where something is demanded of it, and no message quotes it.

use super::decimal::Decimal;
use super::json::{Value, Writer, append_key};
use super::wire::{Table, Wire};
use std::cmp::Ordering;
use std::collections::HashSet;
use std::fmt::{self, Display, Formatter, Write};

/// Bounds of a value, and of what is in it.
#[derive(Debug)]
pub struct Bounds {
    /// Those of the value itself.
    pub rules: &'static [Bound],
    /// Those of the items of a list, or of the values of a map.
    pub items: Option<&'static Bounds>,
}

/// One bound. Each speaks of one kind of JSON value and lets every other pass. Numbers are texts, so that they are exact.
#[derive(Debug)]
pub enum Bound {
    /// The fewest characters of a string (Unicode code points).
    MinLength(u64),
    /// The most characters of a string (Unicode code points).
    MaxLength(u64),
    // [pattern]
    /// The pattern that a string matches somewhere (ECMA-262).
    Pattern(&'static str),
    // [end]
    /// The least number.
    Minimum(&'static str),
    /// The greatest number.
    Maximum(&'static str),
    /// What a number is greater than.
    ExclusiveMinimum(&'static str),
    /// What a number is less than.
    ExclusiveMaximum(&'static str),
    /// What a number is a multiple of.
    MultipleOf(&'static str),
    /// The fewest items of an array.
    MinItems(u64),
    /// The most items of an array.
    MaxItems(u64),
    /// No item of an array is there twice.
    UniqueItems,
    /// The fewest properties of an object.
    MinProperties(u64),
    /// The most properties of an object.
    MaxProperties(u64),
}

/// A value that does not keep to the bounds of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    path: String,
    keyword: &'static str,
    reason: String,
}

/// Whether a value keeps to the bounds of its type.
///
/// # Errors
/// When it does not: the first thing that is wrong.
pub fn validate(value: &dyn Wire) -> Result<(), Invalid> {
    bounded(value, &Bounds::NONE)
}

/// Whether a value keeps to bounds, and to those of its type.
pub(super) fn bounded(value: &dyn Wire, bounds: &'static Bounds) -> Result<(), Invalid> {
    let mut checker = Checker {
        path: String::new(),
        invalid: None,
    };
    value.check(bounds, &mut checker);
    match checker.invalid {
        None => Ok(()),
        Some(invalid) => Err(invalid),
    }
}

impl Bounds {
    /// Nothing is demanded.
    pub const NONE: Bounds = Bounds {
        rules: &[],
        items: None,
    };

    /// Those of what is in the value.
    pub fn inner(&self) -> &'static Bounds {
        self.items.unwrap_or(&Bounds::NONE)
    }
}

impl Invalid {
    /// Where, from the value that was checked: `$.pets[3].name`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The keyword of the document that is not kept to: `maxLength`.
    pub fn keyword(&self) -> &'static str {
        self.keyword
    }

    /// What is wrong, behind the name of what was checked.
    pub(super) fn behind(&self) -> String {
        match self.path.as_str() {
            "$" => self.reason.clone(),
            path => format!("at `{path}` {}", self.reason),
        }
    }
}

impl Display for Invalid {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.path, self.reason)
    }
}

impl std::error::Error for Invalid {}

/// Goes through a value.
#[derive(Debug)]
pub struct Checker {
    /// Where it is, behind the `$` that every path begins with.
    path: String,
    invalid: Option<Invalid>,
}

impl Checker {
    /// Checks what a value writes.
    pub fn apply(&mut self, bounds: &Bounds, write: &dyn Fn(&mut Writer)) {
        if bounds.rules.is_empty() || self.invalid.is_some() {
            return;
        }
        let mut writer = Writer::new(super::json::Mode::Request);
        write(&mut writer);
        let bytes = writer.into_bytes();
        let text = String::from_utf8_lossy(&bytes);
        if let Some((keyword, reason)) = broken(bounds.rules, &text) {
            self.invalid = Some(Invalid {
                path: format!("${}", self.path),
                keyword,
                reason,
            });
        }
    }

    /// Checks the value of a key.
    pub fn key(&mut self, key: &str, value: &dyn Wire, bounds: &'static Bounds) {
        if self.invalid.is_some() {
            return;
        }
        let length = self.path.len();
        append_key(&mut self.path, key);
        value.check(bounds, self);
        self.path.truncate(length);
    }

    /// Checks an item.
    pub fn index(&mut self, index: usize, value: &dyn Wire, bounds: &'static Bounds) {
        if self.invalid.is_some() {
            return;
        }
        let length = self.path.len();
        // Writing into a string cannot fail.
        let _ = write!(self.path, "[{index}]");
        value.check(bounds, self);
        self.path.truncate(length);
    }

    /// Checks a value by its table: an object as a whole, then its properties as far as they are sent.
    pub fn compound(&mut self, value: &dyn Wire, bounds: &'static Bounds) {
        self.apply(bounds, &|w| value.write(w));
        let Table::Object(shape) = value.table() else {
            return;
        };
        self.apply(shape.bounds, &|w| value.write(w));
        for (index, field) in shape.fields.iter().enumerate() {
            if field.is_sent() {
                self.key(field.name, value.slot(index), &field.bounds);
            }
        }
        if let Some(extra) = shape.extra(value) {
            extra.check_entries(shape.bounds.inner(), self);
        }
    }
}

/// The first rule that a JSON text breaks: its keyword, and what is wrong.
fn broken(rules: &[Bound], text: &str) -> Option<(&'static str, String)> {
    match text.as_bytes().first()? {
        b'"' => {
            let text: String = serde_json::from_str(text).ok()?;
            rules.iter().find_map(|rule| rule.of_text(&text))
        }
        b'[' => {
            let list: Vec<Value> = serde_json::from_str(text).ok()?;
            rules.iter().find_map(|rule| rule.of_array(&list))
        }
        b'{' => {
            let map: serde_json::Map<String, Value> = serde_json::from_str(text).ok()?;
            rules.iter().find_map(|rule| rule.of_object(map.len()))
        }
        b'-' | b'0'..=b'9' => rules.iter().find_map(|rule| rule.of_number(text)),
        _ => None,
    }
}

impl Bound {
    fn of_text(&self, text: &str) -> Option<(&'static str, String)> {
        let length = || count(text.chars().count());
        match self {
            Bound::MinLength(least) => few("minLength", *least, length(), "character"),
            Bound::MaxLength(most) => many("maxLength", *most, length(), "character"),
            // [pattern]
            Bound::Pattern(pattern) => (!super::pattern::matches(pattern, text))
                .then(|| ("pattern", format!("does not match `{pattern}`"))),
            // [end]
            _ => None,
        }
    }

    fn of_number(&self, text: &str) -> Option<(&'static str, String)> {
        let is = |limit: &str, orders: &[Ordering]| {
            Decimal::compare(text, limit).is_some_and(|order| orders.contains(&order))
        };
        use Ordering::{Equal, Greater, Less};
        match self {
            Bound::Minimum(limit) => {
                is(limit, &[Less]).then(|| ("minimum", format!("is less than {limit}")))
            }
            Bound::Maximum(limit) => {
                is(limit, &[Greater]).then(|| ("maximum", format!("is greater than {limit}")))
            }
            Bound::ExclusiveMinimum(limit) => is(limit, &[Less, Equal])
                .then(|| ("exclusiveMinimum", format!("is not greater than {limit}"))),
            Bound::ExclusiveMaximum(limit) => is(limit, &[Greater, Equal])
                .then(|| ("exclusiveMaximum", format!("is not less than {limit}"))),
            Bound::MultipleOf(step) => (Decimal::is_multiple(text, step) == Some(false))
                .then(|| ("multipleOf", format!("is no multiple of {step}"))),
            _ => None,
        }
    }

    fn of_array(&self, list: &[Value]) -> Option<(&'static str, String)> {
        match self {
            Bound::MinItems(least) => few("minItems", *least, count(list.len()), "item"),
            Bound::MaxItems(most) => many("maxItems", *most, count(list.len()), "item"),
            Bound::UniqueItems => {
                repeats(list).then(|| ("uniqueItems", "has an item twice".to_owned()))
            }
            _ => None,
        }
    }

    fn of_object(&self, keys: usize) -> Option<(&'static str, String)> {
        match self {
            Bound::MinProperties(least) => few("minProperties", *least, count(keys), "property"),
            Bound::MaxProperties(most) => many("maxProperties", *most, count(keys), "property"),
            _ => None,
        }
    }
}

/// Whether an item is there twice. Texts tell plain values apart; the keys of objects may come in any order.
fn repeats(list: &[Value]) -> bool {
    let mut plain = HashSet::new();
    let mut compound: Vec<&Value> = Vec::new();
    list.iter().any(|item| {
        if !item.is_array() && !item.is_object() {
            return !plain.insert(item.to_string());
        }
        let again = compound.contains(&item);
        compound.push(item);
        again
    })
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

type Broken = Option<(&'static str, String)>;

fn few(keyword: &'static str, least: u64, found: u64, what: &str) -> Broken {
    (found < least).then(|| (keyword, format!("has fewer than {}", counted(least, what))))
}

fn many(keyword: &'static str, most: u64, found: u64, what: &str) -> Broken {
    (found > most).then(|| (keyword, format!("has more than {}", counted(most, what))))
}

fn counted(number: u64, what: &str) -> String {
    match (number, what.strip_suffix('y')) {
        (1, _) => format!("1 {what}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {what}s"),
    }
}
