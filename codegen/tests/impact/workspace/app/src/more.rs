//! The same types, used in other ways.

use std::collections::HashMap;

use client::shop::models::*;

pub fn best(orders: &[Order]) -> f64 {
    let all = orders.iter().filter_map(|order| order.total);
    all.fold(0.0, f64::max)
}

pub fn last(orders: &[Order]) -> f64 {
    let last = orders
        .iter()
        .map(|order| order.total)
        .next_back()
        .unwrap_or_default();
    last.unwrap_or(0.0)
}

pub fn price(order: &Order) -> f64 {
    let doubled: Option<f64> = order.total;
    let doubled = doubled.map(|total| total * 2.0);
    match order.total {
        Some(total) => total,
        None => doubled.unwrap_or(0.0),
    }
}

pub fn notes(orders: &[Order]) -> usize {
    let mut by_id = HashMap::new();
    for order in orders {
        by_id.insert(order.id.clone(), order);
    }
    let mut notes = 0;
    for (id, order) in &by_id {
        if order.note.as_deref() == Some(id.as_str()) {
            notes += 1;
        }
    }
    notes
}

pub fn sum(orders: &[Order]) -> f64 {
    let mut totals = Vec::new();
    for order in orders {
        totals.push(order.total);
    }
    totals.into_iter().flatten().sum()
}

pub fn oldest(orders: &[Order]) -> Option<i32> {
    let mut found = Vec::new();
    for order in orders {
        if let Some(buyer) = &order.buyer {
            found.push(buyer);
        }
    }
    let oldest = found.iter().map(|buyer| buyer.age).max()?;
    oldest
}

pub fn word(status: Option<&Status>) -> &'static str {
    let word = match status {
        None => return "none",
        Some(Status::Shipped) => "gone",
        Some(_) => "here",
    };
    word
}

pub fn first(buyers: &[client::shop::models::Buyer]) -> i32 {
    let age = if let Some(first) = buyers.first() {
        first.age
    } else {
        None
    };
    age.unwrap_or(0)
}
