//! OpenAPI in, a readable Rust client out.
//!
//! The pipeline, a stage a module: [`load`] reads documents, [`lower`] and [`passes`] turn them into the [`ir`],
//! [`emit`] turns that into Rust, [`project`] puts it on disk. [`generate()`] runs it all:
//!
//! ```no_run
//! let options = specsmith::Options::new(vec!["pets.yaml".into()], "pets-client", "pets-client");
//! let outcome = specsmith::generate(&options);
//! assert!(!outcome.has_errors());
//! ```

// A template is read token by token.
#![recursion_limit = "1024"]

mod beside;
mod build_script;
pub mod cli;
pub mod config;
pub mod diag;
pub mod emit;
mod generate;
mod graph;
pub mod impact;
pub mod ir;
mod layout;
mod limit;
pub mod load;
pub mod lower;
mod parallel;
pub mod passes;
mod pattern;
pub mod project;
pub mod published;
pub mod review;
pub mod samples;
pub mod source;
mod tokens;
mod users;
mod workspace;

pub use build_script::{is_ci, is_read_only};
pub use generate::{DocumentReport, Mode, Options, Outcome, generate, output, read, samples};
pub use users::Users;
pub use workspace::workspace;
