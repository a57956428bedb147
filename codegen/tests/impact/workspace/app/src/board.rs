//! Boards of orders, third style.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::rc::{Rc, Weak};

use client::shop::{self, models::{self, *}, orders::*};

pub mod view {
    use super::*;
    pub type Cell = (String, Box<dyn Display>);

    pub trait View {
        fn cells(&self) -> Vec<Cell>;
        fn title(&self) -> String { format!("{} cells", self.cells().len()) }
    }

    impl View for Order {
        fn cells(&self) -> Vec<Cell> {
            vec![
                ("id".into(), Box::new(self.id.clone())),
                ("total".into(), Box::new(self.total.unwrap_or_default())),
                ("note".into(), Box::new(self.note.clone().unwrap_or_default())),
            ]
        }
    }

    impl View for [Line] {
        fn cells(&self) -> Vec<Cell> {
            self.iter().map(|line| -> Cell { (line.sku.clone(), Box::new(line.quantity)) }).collect()
        }
    }

    impl<T: View, U: View> View for (T, U) {
        fn cells(&self) -> Vec<Cell> {
            let (left, right) = self;
            left.cells().into_iter().chain(right.cells()).collect()
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane { New, Active, Done }

impl From<&Status> for Lane {
    fn from(status: &Status) -> Self {
        match status {
            Status::Open => Lane::New,
            Status::Paid => Lane::Active,
            Status::Shipped => Self::Done,
            _ => Self::New,
        }
    }
}

impl TryFrom<Lane> for Status {
    type Error = String;
    fn try_from(lane: Lane) -> Result<Self, Self::Error> {
        match lane {
            Lane::New => Ok(Self::Open),
            Lane::Active => Ok(Self::Paid),
            Lane::Done => Ok(Status::Shipped),
        }
    }
}

pub struct Node { order: Rc<Order>, parent: Option<Weak<Node>>, children: Vec<Rc<Node>> }

impl Node {
    pub fn total(&self) -> f64 {
        let own = self.order.total.unwrap_or(0.0);
        own + self.children.iter().map(|child| child.total()).sum::<f64>()
    }
    pub fn root_note(&self) -> Option<String> {
        match self.parent.as_ref().and_then(Weak::upgrade) {
            Some(parent) => parent.root_note(),
            None => self.order.note.clone(),
        }
    }
    pub fn depth_first<'n>(&'n self, visit: &mut dyn FnMut(&'n Order)) {
        visit(&self.order);
        for child in &self.children { child.depth_first(visit); }
    }
}

pub fn notes(node: &Node) -> Vec<&str> {
    let mut notes = vec![];
    node.depth_first(&mut |order| {
        if let Some(note) = &order.note { notes.push(note.as_str()); }
    });
    notes
}

pub struct Board { lanes: BTreeMap<Lane, Vec<Order>>, limit: Option<usize> }

impl Board {
    pub fn new(orders: impl IntoIterator<Item = Order>) -> Self {
        let mut lanes = BTreeMap::<Lane, Vec<Order>>::new();
        for order in orders {
            lanes.entry(Lane::from(&order.status)).or_default().push(order);
        }
        Board { lanes, limit: None }
    }
    pub fn lane(&self, lane: Lane) -> &[Order] {
        self.lanes.get(&lane).map(|orders| &orders[..]).unwrap_or_default()
    }
    pub fn first(&self) -> Option<(Lane, &Order)> {
        self.lanes.iter().find_map(|(lane, orders)| Some((*lane, orders.first()?)))
    }
    pub fn move_on(&mut self, id: &str) -> bool {
        let found = self.lanes.values_mut().find_map(|orders| {
            let at = orders.iter().position(|order| order.id == id)?;
            Some(orders.swap_remove(at))
        });
        let Some(mut order) = found else { return false };
        order.status = match Lane::from(&order.status) { Lane::New => Status::Paid, _ => Status::Shipped };
        let lane = Lane::from(&order.status);
        self.lanes.entry(lane).or_default().push(order);
        true
    }
    pub fn oldest(&self) -> Option<i32> {
        let ages = self.lanes.values().flatten().flat_map(|order| &order.buyer).filter_map(|buyer| buyer.age);
        ages.max()
    }
    pub fn pairs(&self) -> impl Iterator<Item = (&Order, Option<&Line>)> {
        let all = self.lanes.values().flat_map(|orders| orders.iter());
        all.map(|order| (order, order.lines.as_ref().and_then(|lines| lines.first())))
    }
}

impl Display for Board {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((lane, first)) = self.first() {
            writeln!(f, "{lane:?} {id}", id = first.id)?;
        }
        for (order, line) in self.pairs().take(self.limit.unwrap_or(9)) {
            let note = order.note.as_deref().unwrap_or("");
            let quantity = line.map(|line| line.quantity).unwrap_or(1);
            writeln!(f, "{note} x{quantity}")?;
        }
        Ok(())
    }
}

pub fn describe(payment: Option<Payment>) -> String {
    let Some(payment) = payment else { return String::from("none") };
    let kind = if let Payment::Transfer(Transfer { ref iban, .. }) = payment { iban.len() } else { 0 };
    match payment {
        Payment::Card(Card { last4, .. }) if kind == 0 => last4,
        Payment::Transfer(t) => t.iban,
        other => format!("{other:?}"),
    }
}

pub struct Caller<'c, F> { client: &'c shop::Client, on: F }

impl<'c, F: Fn(&str, &Order)> Caller<'c, F> {
    pub async fn run(&self, ids: &[&str]) -> Vec<Order> {
        let mut done = Vec::new();
        for &id in ids {
            let request: GetOrder = self.client.get_order(id);
            let request = if ids.len() > 3 { request.expand(true) } else { request };
            match request.send().await {
                Ok(response) => {
                    let order = response.into_inner();
                    (self.on)(&order.id, &order);
                    done.push(order);
                }
                Err(error) => eprintln!("{error}"),
            }
        }
        done.sort_by(|a, b| a.total.unwrap_or(0.0).total_cmp(&b.total.unwrap_or(0.0)));
        done
    }
    pub async fn page(&self, limit: i32) -> Result<Orders, String> {
        let sent = self.client.list_orders().limit(limit).status(Status::Paid).send().await;
        sent.map(|page| page.into_inner()).map_err(|error| match error.failure() {
            Some(ListOrdersError::NotFound(Problem { reason, .. })) => reason.clone().unwrap_or_default(),
            _ => error.to_string(),
        })
    }
    pub async fn cancel(&self, order: Order) -> Option<Order> {
        let call = self.client.cancel_order(order.id);
        let call = match order.note { Some(note) => call.reason(note), None => call };
        call.send().await.map(|r| r.into_inner()).ok()
    }
}

pub fn both(a: &models::Order, b: &models::Order) -> impl view::View + use<> {
    #[derive(Clone)]
    struct Two { a: Order, b: Order }
    impl view::View for Two {
        fn cells(&self) -> Vec<view::Cell> {
            let notes = [&self.a, &self.b].map(|order| order.note.clone().unwrap_or_default());
            notes.into_iter().map(|note| (note, Box::new(1) as Box<dyn Display>)).collect()
        }
    }
    Two { a: a.clone(), b: b.clone() }
}

pub fn largest<'o>(orders: &'o [Order], by: impl Fn(&Line) -> i32) -> Option<&'o Line> {
    let lines = orders.iter().filter_map(|o| o.lines.as_ref()).flatten();
    lines.max_by_key(|&line| by(line))
}

pub fn largest_quantity(orders: &[Order]) -> i32 {
    largest(orders, |line| line.quantity).map_or(0, |line| line.quantity)
}

pub fn refunds(orders: &[Order]) -> Vec<Payment> {
    let refunds = orders.iter().filter_map(|order| order.refund.clone());
    refunds.map(Payment::from).collect()
}

pub fn refund(order: Order) -> Option<Payment> {
    Some(order.refund?.into())
}

pub fn paid_by(card: Card) -> Payment {
    card.into()
}
