//! Measures a generated crate beside what is written by hand. In: the folder of recorded bodies, and what to measure;
//! out: tables of ratios. Invariant: the server of the calls is another process, so that its memory is not counted.

mod bodies;
mod calls;
mod counting;
mod hand;
mod json;
mod server;
mod sides;

use std::path::PathBuf;

#[global_allocator]
static ALLOCATOR: counting::Counting = counting::Counting;

fn main() {
    let mut args = std::env::args().skip(1);
    let what = args.next().unwrap_or_default();
    let folder = PathBuf::from(args.next().unwrap_or_default());
    let (mut sizes, mut only) = (Vec::new(), Vec::new());
    for arg in args {
        match arg.parse::<usize>() {
            Ok(mega) => sizes.push(mega * 1_000_000),
            Err(_) => only.push(arg),
        }
    }
    match what.as_str() {
        "json" => json::run(&folder, &sizes, &only),
        "calls" => {
            // As the generated client does it for itself.
            let _ = rustls::crypto::ring::default_provider().install_default();
            calls::run();
        }
        "repeat" => {
            let _ = rustls::crypto::ring::default_provider().install_default();
            let repo = only.first().map_or("small", String::as_str);
            let times = sizes.first().map_or(1000, |mega| mega / 1_000_000);
            calls::repeat(&folder.to_string_lossy(), repo, times);
        }
        "serve" => calls::serve(),
        other => eprintln!("nothing is known of `{other}`"),
    }
}
