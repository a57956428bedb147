//! Sums of orders.

use super::types::{Buyer, Order};

pub struct Line {
    pub title: String,
    pub total: f64,
    pub limit: usize,
}

pub fn sum(orders: &[Order]) -> f64 {
    let totals = orders.iter().map(|order| order.total.unwrap_or(0.0));
    totals.sum()
}

pub fn lines(orders: &[Order]) -> Vec<Line> {
    let mut lines = Vec::new();
    for order in orders {
        let note = order.note.as_deref();
        let title = match note {
            Some(note) => format!("{}: {note}", order.id),
            None => order.id.clone(),
        };
        lines.push(Line {
            title,
            total: order.total.unwrap_or_default(),
            limit: 3,
        });
    }
    lines.retain(|line| line.total > 0.0 && line.limit > 1);
    lines
}

pub fn adults(orders: &[Order]) -> usize {
    let buyers = orders.iter().filter_map(|order| order.buyer.as_ref());
    buyers.filter(|buyer| is_adult(buyer)).count()
}

fn is_adult(buyer: &Buyer) -> bool {
    let age: Option<i32> = buyer.age;
    age.is_some_and(|age| age >= 18)
}
