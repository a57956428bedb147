//! Values on their way through closures, containers and functions.

use std::collections::{BTreeMap, HashMap, HashSet};

use client::shop::models::{Buyer, Line, Order, Status};

fn newest(orders: &[Order]) -> Option<&Order> {
    orders.iter().max_by(|a, b| a.id.cmp(&b.id))
}

fn both(order: &Order) -> (Option<&Buyer>, &[Line]) {
    (order.buyer.as_ref(), order.lines.as_deref().unwrap_or(&[]))
}

pub fn newest_note(orders: &[Order]) -> Option<String> {
    let order = newest(orders)?;
    let Order { note, .. } = order;
    note.clone()
}

pub fn ages(orders: &[Order]) -> HashMap<String, i32> {
    orders
        .iter()
        .filter_map(|order| Some((order.id.clone(), order.buyer.as_ref()?.age?)))
        .collect()
}

pub fn quantity(order: &Order) -> i32 {
    let (buyer, lines) = both(order);
    let extra = buyer.and_then(|buyer| buyer.age).unwrap_or_default();
    lines.iter().map(|line| line.quantity).sum::<i32>() + extra
}

pub fn by_status(orders: Vec<Order>) -> BTreeMap<String, Vec<Order>> {
    let mut groups: BTreeMap<String, Vec<Order>> = BTreeMap::new();
    for order in orders {
        let key = format!("{:?}", order.status);
        groups.entry(key).or_default().push(order);
    }
    for group in groups.values_mut() {
        group.sort_by(|a, b| a.id.cmp(&b.id));
        group.retain(|order| order.note.is_some());
    }
    groups
}

pub fn dear(orders: &[Order]) -> Vec<&Order> {
    let mut dear: Vec<&Order> = orders.iter().collect();
    dear.sort_by(|a, b| b.total.partial_cmp(&a.total).unwrap());
    dear.into_iter()
        .take_while(|order| order.total > Some(10.0))
        .collect()
}

pub fn skus(orders: &[Order]) -> HashSet<&str> {
    let lines = orders.iter().flat_map(|order| order.lines.iter().flatten());
    lines
        .filter(|line| line.quantity > 0)
        .map(|line| line.sku.as_str())
        .collect()
}

pub fn bill(lines: &[Line]) -> f64 {
    let mut sum = 0.0;
    for (at, line) in lines.iter().enumerate() {
        let price = line.price.unwrap_or(at as f64);
        let times = f64::from(line.quantity);
        sum += price * times;
    }
    sum
}

pub fn apply<F>(orders: &[Order], check: F) -> usize
where
    F: Fn(&Order) -> bool,
{
    orders.iter().filter(|order| check(order)).count()
}

pub fn noted(orders: &[Order]) -> usize {
    apply(orders, |order| order.note.as_ref().is_some_and(|note| !note.is_empty()))
}

pub fn open(orders: &[Order]) -> (Vec<&Order>, Vec<&Order>) {
    orders.iter().partition(|order| order.status == Status::Open)
}

pub fn halves(orders: &[Order]) -> Option<i32> {
    let (open, rest) = open(orders);
    let buyer = open.first().or(rest.first())?.buyer.clone()?;
    buyer.age
}

pub fn updated(order: Order, name: &str) -> Order {
    let mut order = order;
    order.note = Some(format!("for {name}"));
    if let Some(buyer) = order.buyer.as_mut() {
        buyer.age = buyer.age.map(|age| age + 1);
    }
    order.lines.get_or_insert_default().retain(|line| line.quantity != 0);
    order
}

pub struct Stats {
    pub total: f64,
    pub note: String,
    pub age: Option<i32>,
}

pub fn stats(order: &Order) -> Stats {
    let total = order.total.unwrap_or(0.0);
    Stats {
        total,
        note: order.note.clone().unwrap_or_default(),
        age: order.buyer.as_ref().and_then(|buyer| buyer.age),
    }
}

pub fn show(stats: &[Stats]) -> String {
    let parts = stats.iter().map(|stats| format!("{} {}", stats.total, stats.note));
    let old = stats.iter().filter(|one| one.age > Some(90)).count();
    parts.chain([old.to_string()]).collect()
}
