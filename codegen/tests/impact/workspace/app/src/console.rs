//! A console over the shop: rows, filters, exports.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, hash_map::Entry};
use std::future::Future;
use std::ops::{Add, Index};
use std::pin::Pin;
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use client::shop as api;
use client::shop::models as m;

type Shared<T> = Arc<RwLock<T>>;
type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;
type Orders = Vec<m::Order>;

#[derive(Debug)]
pub enum Error {
    Api(String),
    Missing { id: String },
}

impl<E: std::fmt::Debug> From<api::orders::GetOrder> for Wrapped<E> {
    fn from(_: api::orders::GetOrder) -> Self {
        Wrapped(None)
    }
}

pub struct Wrapped<E>(Option<E>);

/// Goes through orders.
pub struct Cursor {
    rows: std::vec::IntoIter<m::Order>,
    seen: usize,
}

impl Iterator for Cursor {
    type Item = m::Order;

    fn next(&mut self) -> Option<Self::Item> {
        self.seen += 1;
        self.rows.next()
    }
}

pub struct Table {
    rows: Orders,
    by_id: HashMap<String, usize>,
    dirty: bool,
}

impl Index<&str> for Table {
    type Output = m::Order;

    fn index(&self, id: &str) -> &m::Order {
        &self.rows[self.by_id[id]]
    }
}

impl<'t> IntoIterator for &'t Table {
    type Item = &'t m::Order;
    type IntoIter = std::slice::Iter<'t, m::Order>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}

impl FromIterator<m::Order> for Table {
    fn from_iter<I: IntoIterator<Item = m::Order>>(rows: I) -> Self {
        let rows: Vec<_> = rows.into_iter().collect();
        let by_id = rows.iter().enumerate().map(|(at, row)| (row.id.clone(), at)).collect();
        Self { rows, by_id, dirty: false }
    }
}

impl Table {
    pub fn cursor(&self) -> Cursor {
        Cursor { rows: self.rows.clone().into_iter(), seen: 0 }
    }

    pub fn noted(&self) -> impl Iterator<Item = &str> + '_ {
        self.into_iter().filter_map(|row| row.note.as_deref())
    }

    pub fn touch(&mut self, id: &str) -> Option<&mut m::Order> {
        self.dirty = true;
        let at = *self.by_id.get(id)?;
        self.rows.get_mut(at)
    }

    pub fn rename(&mut self, id: &str, name: &str) {
        if let Some(row) = self.touch(id)
            && let Some(buyer) = &mut row.buyer
        {
            buyer.name = Some(name.to_owned());
            buyer.age = None;
        }
    }
}

pub fn notes_of(table: &Table) -> Vec<String> {
    let mut notes = Vec::new();
    for row in table {
        notes.push(row.note.clone().unwrap_or_default());
    }
    let mut cursor = table.cursor();
    while let Some(row) = cursor.next() {
        notes.extend(row.note);
    }
    notes.push(table["1"].note.clone().unwrap_or_default());
    notes
}

#[derive(Clone, Copy, Default)]
pub struct Money(f64);

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl From<&m::Line> for Money {
    fn from(line: &m::Line) -> Self {
        Money(line.price.unwrap_or_default() * line.quantity as f64)
    }
}

pub fn worth(order: &m::Order) -> Money {
    let lines = order.lines.as_deref().unwrap_or_default();
    lines.iter().map(Money::from).fold(Money::default(), Add::add)
}

pub trait Source<T>: Send + Sync {
    fn get<'a>(&'a self, id: &'a str) -> Later<'a, T>;
    fn cached(&self, id: &str) -> Option<Arc<T>>;
}

pub struct Live {
    client: api::Client,
    cache: Mutex<HashMap<String, Arc<m::Order>>>,
}

impl Source<m::Order> for Live {
    fn get<'a>(&'a self, id: &'a str) -> Later<'a, m::Order> {
        Box::pin(async move {
            let reply = self.client.get_order(id).send().await;
            let reply = reply.map_err(|error| Error::Api(error.to_string()))?;
            let order = reply.into_inner();
            let mut cache = self.cache.lock().unwrap();
            match cache.entry(order.id.clone()) {
                Entry::Occupied(mut old) => {
                    old.insert(Arc::new(order.clone()));
                }
                Entry::Vacant(free) => {
                    free.insert(Arc::new(order.clone()));
                }
            }
            Ok(order)
        })
    }

    fn cached(&self, id: &str) -> Option<Arc<m::Order>> {
        self.cache.lock().ok()?.get(id).cloned()
    }
}

pub async fn any(sources: &[Box<dyn Source<m::Order>>], id: &str) -> Result<String, Error> {
    for source in sources {
        if let Some(order) = source.cached(id) {
            return Ok(order.note.clone().unwrap_or_default());
        }
        let Ok(order) = source.get(id).await else { continue };
        if order.total.is_none_or(|total| total < 1.0) {
            return Ok(order.id);
        }
    }
    Err(Error::Missing { id: id.to_owned() })
}

#[derive(Default)]
pub struct Filter {
    status: Option<m::Status>,
    channel: Option<m::Channel>,
    least: Option<f64>,
}

impl Filter {
    pub fn status(mut self, status: m::Status) -> Self {
        self.status = Some(status);
        self
    }

    pub fn channel(self, channel: m::Channel) -> Self {
        Self { channel: Some(channel), ..self }
    }

    pub fn fits(&self, row: &m::Order) -> bool {
        let status = self.status.as_ref().is_none_or(|status| *status == row.status);
        let channel = self.channel.is_none() || self.channel == row.channel;
        let least = match (self.least, row.total) {
            (Some(least), Some(total)) => total >= least,
            (Some(_), None) => false,
            (None, _) => true,
        };
        status && channel && least
    }
}

pub fn filters() -> [Filter; 3] {
    [
        Filter::default().status(m::Status::Open),
        Filter::default().status(m::Status::Shipped).channel(m::Channel::Store),
        Filter::default().channel(m::Channel::Web),
    ]
}

static DEFAULT: OnceLock<m::Order> = OnceLock::new();

pub fn default() -> &'static str {
    let order = DEFAULT.get_or_init(|| m::Order::new("0", m::Status::Open));
    order.note.as_deref().unwrap_or(&order.id)
}

pub fn shortest(rows: &[m::Order]) -> Cow<'_, str> {
    match rows {
        [] => Cow::Borrowed(""),
        [only] => Cow::Borrowed(&only.id),
        [first, .., last] => match (&first.note, &last.note) {
            (Some(a), Some(b)) if a.len() < b.len() => Cow::Borrowed(a),
            (_, Some(b)) => Cow::Owned(b.to_uppercase()),
            (a, None) => a.as_deref().map_or(Cow::Borrowed("-"), Cow::from),
        },
    }
}

pub async fn watched(shared: Shared<Orders>, client: &api::Client) -> BTreeSet<String> {
    let ids: Vec<String> = {
        let rows = shared.read().unwrap();
        rows.iter().filter(|row| row.lines.is_some()).map(|row| row.id.clone()).collect()
    };
    let mut skus = BTreeSet::new();
    for id in &ids {
        let got = client.get_order(id.as_str()).expand(true).send().await;
        match got.as_ref().map(|got| got.lines.as_deref()) {
            Ok(Some([line, ..])) if line.quantity > 0 => {
                skus.insert(line.sku.clone());
            }
            Ok(_) | Err(_) => {}
        }
        if let Ok(got) = got {
            shared.write().unwrap().push(got.into_inner());
        }
    }
    skus
}

pub fn export<W: std::fmt::Write>(out: &mut W, rows: &[m::Order]) -> std::fmt::Result {
    let columns: [(&str, fn(&m::Order) -> String); 3] = [
        ("id", |row| row.id.clone()),
        ("note", |row| row.note.clone().unwrap_or_default()),
        ("age", |row| row.buyer.as_ref().and_then(|b| b.age).map_or(String::new(), |age| age.to_string())),
    ];
    for row in rows {
        for (name, column) in &columns {
            write!(out, "{name}={};", column(row))?;
        }
        if let Some(m::Payment::Transfer(m::Transfer { iban, .. })) = &row.payment {
            writeln!(out, "{iban}")?;
        }
    }
    Ok(())
}

pub fn buy(client: &api::Client, coupon: Option<&str>) -> api::orders::CreateOrder {
    let mut order = m::NewOrder::new(["a", "b"].map(str::to_owned));
    if let Some(coupon) = coupon {
        order.coupon = Some(coupon.to_owned());
    }
    client.create_order(order)
}

pub fn credentials() -> Result<api::Client, Error> {
    let key = std::env::var("KEY").map_err(|_| Error::Missing { id: "KEY".into() })?;
    let builder = api::Client::builder().credentials(api::Credentials::new(&key));
    builder.build().map_err(|error| Error::Api(error.to_string()))
}
