use activity_logs::tiledb;

fn activity(client: &tiledb::Client) {
    drop(client.array_activity_log("acme", "s3://bucket/array").per_page("fifty").send());
}

fn main() {
    let _ = activity;
}
