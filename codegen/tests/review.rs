//! The spec diff: pairs of documents with the report they must give, other spellings of documents that must give none,
//! bounds on the work, the rules, and the command with each kind of side.
//!
//! A case is a folder under `review/cases/` with `base.yaml`, `revision.yaml` and `expected.txt`; other files belong to
//! either side. `UPDATE=1` writes the expectations anew and then fails, so that the difference is looked at.

#[path = "review/accepted.rs"]
mod accepted;
#[path = "review/beside.rs"]
mod beside;
#[path = "review/bounds.rs"]
mod bounds;
#[path = "review/cases.rs"]
mod cases;
#[path = "review/command.rs"]
mod command;
#[path = "review/identity.rs"]
mod identity;
#[path = "review/rules.rs"]
mod rules;
#[path = "../examples/diffsuite/spellings.rs"]
mod spellings;
