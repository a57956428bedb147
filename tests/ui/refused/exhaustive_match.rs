use activity_logs::exavault::models::SessionActivityEntryType;

fn word(kind: SessionActivityEntryType) -> &'static str {
    match kind {
        SessionActivityEntryType::SessionActivity => "session",
    }
}

fn main() {
    let _ = word;
}
