#![deny(unused_must_use)]

use activity_logs::tiledb;

fn activity(client: &tiledb::Client) {
    client.array_activity_log("acme", "s3://bucket/array").per_page(50);
}

fn main() {
    let _ = activity;
}
