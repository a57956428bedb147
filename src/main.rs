//! Pulls the activity and audit logs of four vendors through the generated client.

fn main() {}
