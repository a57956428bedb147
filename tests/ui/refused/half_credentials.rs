use activity_logs::exavault;

fn main() {
    let _ = exavault::Credentials::new("api key");
}
