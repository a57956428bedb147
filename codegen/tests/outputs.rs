//! What `specsmith diff` prints, in every format, and how it ends.

#[path = "outputs/command.rs"]
mod command;
#[path = "outputs/common.rs"]
mod common;
#[path = "outputs/machine.rs"]
mod machine;
#[path = "outputs/pages.rs"]
mod pages;
