#![deny(unused_must_use)]

use activity_logs::tiledb;

async fn activity(client: &tiledb::Client) {
    client.array_activity_log("acme", "s3://bucket/array").per_page(50).send();
}

fn main() {
    let _ = activity;
}
