//! Measures a generated crate beside what is written by hand. In: the folder of recorded bodies, and what to measure;
//! out: tables of ratios. Invariant: the server of the calls is another process, so that its memory is not counted.

mod bodies;
mod counting;
mod hand;
mod json;
mod sides;

use std::path::PathBuf;

#[global_allocator]
static ALLOCATOR: counting::Counting = counting::Counting;

fn main() {
    let mut args = std::env::args().skip(1);
    let what = args.next().unwrap_or_default();
    let folder = PathBuf::from(args.next().unwrap_or_default());
    let sizes: Vec<usize> = args.filter_map(|mega| mega.parse().ok()).map(|mega: usize| mega * 1_000_000).collect();
    match what.as_str() {
        "json" => json::run(&folder, &sizes),
        other => eprintln!("nothing is known of `{other}`"),
    }
}
