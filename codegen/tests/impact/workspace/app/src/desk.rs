//! A desk that answers questions about orders.

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use client::{
    runtime,
    shop::{
        Client,
        models::{self, Channel as Way, Line, Order, Payment},
        orders::{GetOrder, ListOrders},
    },
};

mod state {
    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    pub enum State {
        Idle,
        Busy { order: Order, since: u64 },
        Broken(String),
        Done(Order, Vec<Line>),
    }

    impl State {
        pub fn order(&self) -> Option<&Order> {
            match self {
                Self::Busy { order, .. } | Self::Done(order, _) => Some(order),
                Self::Idle | Self::Broken(_) => None,
            }
        }

        pub const fn is_idle(&self) -> bool {
            matches!(self, Self::Idle)
        }
    }
}

pub use state::State;

pub trait Store {
    type Item;
    fn load(&self, id: &str) -> Option<Self::Item>;
    fn save(&mut self, item: Self::Item);
}

#[derive(Default)]
pub struct Memory {
    rows: HashMap<String, Order>,
    log: RefCell<VecDeque<String>>,
}

impl Store for Memory {
    type Item = Order;

    fn load(&self, id: &str) -> Option<Order> {
        let row = self.rows.get(id).cloned();
        if let Some(row) = &row {
            self.log.borrow_mut().push_back(row.note.clone().unwrap_or_default());
        }
        row
    }

    fn save(&mut self, item: Self::Item) {
        self.rows.entry(item.id.clone()).or_insert(item);
    }
}

pub struct Desk<S> {
    client: Client,
    store: S,
    state: State,
    hooks: Vec<Box<dyn Fn(&Order) -> bool>>,
}

impl<S: Store<Item = Order>> Desk<S> {
    pub fn new(client: Client, store: S) -> Self {
        Desk { client, store, state: State::Idle, hooks: Vec::new() }
    }

    pub fn hook(&mut self, hook: impl Fn(&Order) -> bool + 'static) -> &mut Self {
        self.hooks.push(Box::new(hook));
        self
    }

    fn listing(&self, way: Option<&Way>) -> ListOrders {
        let limit = match way {
            Some(Way::Web) => 100,
            Some(Way::Phone | Way::Store) => 10,
            _ => 50,
        };
        self.client.list_orders().limit(limit)
    }

    fn getting(&self, id: impl AsRef<str>) -> GetOrder {
        self.client.get_order(id.as_ref()).expand(false)
    }

    pub async fn load(&mut self, id: &str) -> Result<&Order, Box<dyn std::error::Error>> {
        let order = match self.store.load(id) {
            Some(order) => order,
            None => self.getting(id).send().await?.into_inner(),
        };
        if self.hooks.iter().all(|hook| hook(&order)) {
            self.store.save(order.clone());
        }
        self.state = State::Done(order, Vec::new());
        self.state.order().ok_or_else(|| "none".into())
    }

    pub async fn total(&self) -> f64 {
        let Ok(page) = self.listing(None).send().await else { return 0.0 };
        let mut total = 0.0;
        for order in &page.orders {
            total += order.total.unwrap_or_default();
        }
        total
    }

    pub fn reason(&self) -> &str {
        match &self.state {
            State::Idle => "idle",
            State::Broken(why) => why,
            State::Busy { order, since } if *since > 10 => order.note.as_deref().unwrap_or("late"),
            State::Busy { order: Order { id, .. }, .. } => id,
            State::Done(order, lines) => match lines.first() {
                Some(Line { sku, quantity: 1, .. }) => sku,
                Some(line) if line.quantity > 1 => "many",
                _ => order.id.as_str(),
            },
        }
    }
}

pub struct Receipt<'o> {
    order: &'o Order,
    digits: Option<&'o str>,
    quantity: usize,
}

impl<'o> From<&'o Order> for Receipt<'o> {
    fn from(order: &'o Order) -> Self {
        let digits = order.payment.as_ref().and_then(|payment| match payment {
            Payment::Card(models::Card { last4, .. }) => Some(last4.as_str()),
            Payment::Transfer(_) => None,
            _ => None,
        });
        let quantity = order.lines.as_ref().map_or(0, |lines| lines.len());
        Self { order, digits, quantity }
    }
}

impl std::fmt::Display for Receipt<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { order, digits, quantity } = self;
        writeln!(f, "{} {}", order.id, quantity)?;
        writeln!(f, "{}", order.total.unwrap_or(0.0))?;
        match digits {
            Some(digits) => writeln!(f, "card {digits}"),
            None => writeln!(f, "{}", self.order.note.as_deref().unwrap_or("-")),
        }
    }
}

thread_local! {
    static LAST: RefCell<Option<Rc<Order>>> = const { RefCell::new(None) };
}

pub fn remember(order: &Rc<Order>) -> Option<String> {
    LAST.with(|last| {
        let before = last.borrow_mut().replace(Rc::clone(order));
        before.and_then(|before| before.note.clone())
    })
}

const WAYS: [Way; 2] = [Way::Web, Way::Phone];

pub fn position(way: &Way) -> Option<usize> {
    WAYS.iter().position(|one| one == way)
}

pub fn way(text: &str) -> Result<Way, String> {
    Ok(match text {
        "w" => Way::Web,
        "p" => models::Channel::Phone,
        other => return Err(other.to_owned()),
    })
}

pub async fn all(client: &Client, ids: &[String]) -> Result<Vec<Order>, runtime::BuildError> {
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        if let Ok(response) = client.get_order(id).send().await {
            all.push(response.into_inner());
        }
        let _ = client.cancel_order(id.as_str()).send().await.map(|order| order.id.len());
    }
    all.dedup_by_key(|order| order.total.map(|total| total as i64));
    Ok(all)
}

pub fn oldest(orders: &[Order]) -> Option<(&str, i32)> {
    let mut oldest: Option<(&str, i32)> = None;
    for order in orders {
        let Some(buyer) = &order.buyer else { continue };
        let (Some(name), Some(age)) = (&buyer.name, buyer.age) else { continue };
        if oldest.is_none_or(|(_, most)| age > most) {
            oldest = Some((name, age));
        }
    }
    oldest
}

pub fn summary(order: &Order) -> HashMap<&'static str, String> {
    let lines = order.lines.iter().flatten();
    let (count, sum) = lines.fold((0, 0.0), |(count, sum), line| {
        (count + line.quantity, sum + line.price.unwrap_or(0.0))
    });
    HashMap::from([
        ("count", count.to_string()),
        ("sum", format!("{sum:.2}")),
        ("note", order.note.clone().unwrap_or_else(String::new)),
        ("way", order.channel.as_ref().map(|way| format!("{way:?}")).unwrap_or_default()),
    ])
}

#[cfg(test)]
mod tests {
    use super::{Memory, Order, Store as _};

    fn order(id: &str) -> Order {
        let mut order = Order::new(id.to_owned(), client::shop::models::Status::Paid);
        order.note = Some("a".to_owned());
        order
    }

    #[test]
    fn orders_are_kept() {
        let mut memory = Memory::default();
        memory.save(order("1"));
        let loaded = memory.load("1").expect("an order");
        assert_eq!(loaded.note.as_deref(), Some("a"));
        assert_eq!(loaded.total, None);
    }
}
