//! What somebody wrote against the client of a shop.

pub mod api;
pub mod board;
pub mod console;
pub mod desk;
pub mod flow;
pub mod macros;
pub mod more;
pub mod names;
pub mod own;
pub mod report;
pub mod types;

use client::shop;
use client::shop::models::{NewOrder, Order, Status};
use client::shop::orders::ListOrdersError;

/// Everything of the shop goes through here.
pub struct Shop {
    client: shop::Client,
    calls: usize,
}

impl Shop {
    pub fn new(key: &str) -> Option<Self> {
        let client = shop::Client::builder()
            .credentials(shop::Credentials::new(key))
            .build()
            .ok()?;
        Some(Self { client, calls: 0 })
    }

    pub async fn paid(&mut self) -> Vec<Order> {
        self.calls += 1;
        let page = self
            .client
            .list_orders()
            .limit(50)
            .status(Status::Paid)
            .send()
            .await;
        match page {
            Ok(page) => page.orders.clone(),
            Err(error) => {
                if let Some(ListOrdersError::NotFound(problem)) = error.failure() {
                    println!("{:?}", problem.reason);
                }
                Vec::new()
            }
        }
    }

    pub async fn order(&self, id: &str) -> Option<Order> {
        let call = self.client.get_order(id);
        let call = call.expand(true);
        let response = call.send().await.ok()?;
        Some(response.into_inner())
    }

    pub async fn buy(&self, items: Vec<String>) -> Option<String> {
        let order = NewOrder::new(items).with_coupon("WELCOME");
        let made = self.client.create_order(order).send().await.ok()?;
        Some(made.id.clone())
    }
}

/// How far an order is.
pub fn step(status: &Status) -> u8 {
    match status {
        Status::Open => 0,
        Status::Paid => 1,
        Status::Shipped => 2,
        _ => 9,
    }
}
