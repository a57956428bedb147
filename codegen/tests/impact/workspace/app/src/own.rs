//! Types of the crate that hold those of the client.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use client::shop::models::{Buyer, Channel, Line, NewOrder, Order, Payment};
use client::shop::{self, Client};

pub type Fallible<T> = Result<T, Trouble>;

#[derive(Debug)]
pub enum Trouble {
    Gone,
    Failed(String),
}

/// Where orders come from.
pub trait Orders {
    type Key: Ord;

    fn all(&self) -> impl Future<Output = Fallible<Vec<Order>>>;
    fn lines(&self, id: &str) -> Vec<Line>;
    fn key(&self, order: &Order) -> Self::Key;

    fn first_line(&self, id: &str) -> Option<Line> {
        self.lines(id).into_iter().next()
    }
}

pub struct Remote {
    client: Arc<Client>,
    cache: BTreeMap<String, Order>,
}

impl Orders for Remote {
    type Key = String;

    async fn all(&self) -> Fallible<Vec<Order>> {
        let page = self.client.list_orders().limit(10).send().await;
        let page = page.map_err(|error| Trouble::Failed(error.to_string()))?;
        Ok(page.into_inner().orders)
    }

    fn lines(&self, id: &str) -> Vec<Line> {
        let order = self.cache.get(id);
        order.and_then(|order| order.lines.clone()).unwrap_or_default()
    }

    fn key(&self, order: &Order) -> String {
        order.id.clone()
    }
}

pub async fn quantity(orders: &impl Orders) -> Fallible<i32> {
    let mut sum = 0;
    for order in orders.all().await? {
        for line in order.lines.unwrap_or_default() {
            sum += line.quantity;
        }
    }
    Ok(sum)
}

pub fn first_price<O: Orders>(orders: &O, id: &str) -> Option<f64> {
    let line = orders.first_line(id)?;
    line.price
}

/// What happened.
pub enum Event {
    Ordered(Order, u32),
    Changed { before: Box<Order>, after: Box<Order> },
    Counted { total: u64, note: String },
    Left(Buyer),
    Nothing,
}

impl Event {
    pub fn text(&self) -> String {
        match self {
            Self::Ordered(order, times) => format!("{:?} {times}", order.note),
            Event::Changed { before, after } if before.total != after.total => "total".to_owned(),
            Self::Changed { after, .. } => after.note.clone().unwrap_or_default(),
            Self::Counted { total, note } => format!("{total} {note}"),
            Self::Left(Buyer { name, .. }) => name.clone().unwrap_or_default(),
            Self::Nothing => String::new(),
        }
    }
}

/// An order, with more to it.
#[derive(Clone)]
pub struct Entry(pub Order, Option<Vec<Line>>);

impl Entry {
    pub fn quantity(&self) -> i32 {
        let lines = self.1.iter().flatten();
        lines.map(|line| line.quantity).sum()
    }

    pub fn has_note(&self) -> bool {
        self.0.note.is_some()
    }

    pub fn into_order(self) -> Order {
        self.0
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0.id)?;
        if let Some(Channel::Phone) = self.0.channel {
            write!(out, " (by phone)")?;
        }
        Ok(())
    }
}

impl From<Order> for Entry {
    fn from(order: Order) -> Self {
        let lines = order.lines.clone();
        Self(order, lines)
    }
}

impl std::ops::Deref for Entry {
    type Target = Order;
    fn deref(&self) -> &Order {
        &self.0
    }
}

pub fn through(entry: &Entry) -> Option<&str> {
    entry.note.as_deref()
}

/// A page of anything.
pub struct Paged<T> {
    pub rows: Vec<T>,
    pub total: usize,
    pub next: Option<String>,
}

impl<T> Paged<T> {
    pub fn first(&self) -> Option<&T> {
        self.rows.first()
    }
}

pub fn names(page: &Paged<Buyer>) -> Vec<&str> {
    let named = page.rows.iter().filter_map(|buyer| buyer.name.as_deref());
    named.take(page.total).collect()
}

pub fn first_name(page: &Paged<Buyer>) -> Option<&String> {
    page.first()?.name.as_ref()
}

/// The methods that orders have here.
pub trait OrderExt {
    fn is_dear(&self) -> bool;
    fn paid_by(&self) -> Option<&Payment>;
}

impl OrderExt for Order {
    fn is_dear(&self) -> bool {
        self.total.is_some_and(|total| total > 1000.0)
    }

    fn paid_by(&self) -> Option<&Payment> {
        self.payment.as_ref()
    }
}

pub fn brand(order: &Order) -> String {
    match order.paid_by() {
        Some(Payment::Card(card)) => card.last4.clone(),
        Some(Payment::Transfer(transfer)) => transfer.iban.to_string(),
        _ => String::new(),
    }
}

#[derive(Default)]
pub struct Basket {
    items: Vec<String>,
    coupon: Option<String>,
    note: Option<String>,
}

impl Basket {
    pub fn coupon(mut self, coupon: &str) -> Self {
        self.coupon = Some(coupon.to_owned());
        self
    }

    pub fn order(self) -> NewOrder {
        let order = NewOrder::new(self.items);
        match self.coupon.or(self.note) {
            Some(coupon) => order.with_coupon(coupon),
            None => order,
        }
    }
}

pub struct Session {
    pub shop: shop::Client,
    pub retries: usize,
}

pub async fn bought(session: &Session, basket: Basket) -> Fallible<Entry> {
    let made = session.shop.create_order(basket.order()).send().await;
    match made {
        Ok(made) => Ok(Entry::from(made.into_inner())),
        Err(_) if session.retries > 3 => Err(Trouble::Gone),
        Err(error) => Err(Trouble::Failed(error.to_string())),
    }
}

pub async fn cancelled(session: Session, id: &str) -> Option<Entry> {
    let call = session.shop.cancel_order(id).reason("late");
    let entry: Entry = call.send().await.ok()?.into_inner().into();
    entry.has_note().then_some(entry)
}
