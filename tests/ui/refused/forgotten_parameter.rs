use activity_logs::tiledb;

fn activity(client: &tiledb::Client) {
    drop(client.array_activity_log("acme").per_page(50).send());
}

fn main() {
    let _ = activity;
}
