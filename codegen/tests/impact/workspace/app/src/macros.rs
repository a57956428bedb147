//! Macros of the crate, whose bodies use the client.

macro_rules! note {
    ($order:expr) => {
        $order.note.clone().unwrap_or_default()
    };
    ($order:expr, $default:expr) => {
        match &$order.note {
            Some(note) => note.clone(),
            None => $default.to_owned(),
        }
    };
}

macro_rules! getter {
    ($name:ident, $field:ident, $ty:ty) => {
        pub fn $name(order: &client::shop::models::Order) -> $ty {
            order.$field.clone()
        }
    };
}

macro_rules! is_one_of {
    ($value:expr, $($variant:ident)|+) => {
        matches!($value, $(Some(client::shop::models::Channel::$variant))|+)
    };
}

macro_rules! statuses {
    ($($word:literal => $status:ident),* $(,)?) => {
        pub fn status(word: &str) -> Option<$crate::types::Status> {
            match word {
                $($word => Some($crate::types::Status::$status),)*
                _ => None,
            }
        }
    };
}

macro_rules! call {
    ($client:ident . $method:ident ( $($argument:expr),* )) => {
        $client.$method($($argument),*).send().await.ok()
    };
}

getter!(total, total, Option<f64>);
getter!(id, id, String);

statuses! {
    "open" => Open,
    "paid" => Paid,
    "shipped" => Shipped,
}

pub fn notes(orders: &[client::shop::models::Order]) -> Vec<String> {
    orders.iter().map(|order| note!(order)).collect()
}

pub fn note(order: &client::shop::models::Order) -> String {
    note!(order, "none")
}

pub fn is_remote(order: &client::shop::models::Order) -> bool {
    is_one_of!(order.channel, Web | Phone)
}

pub async fn fetched(client: &client::shop::Client, id: &str) -> Option<f64> {
    let order = call!(client.get_order(id))?;
    let _ = call!(client.cancel_order(id));
    order.total
}
