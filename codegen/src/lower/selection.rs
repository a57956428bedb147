//! `[operations]` of the configuration. In: every operation and webhook that the document offers; out, a warning for each
//! name of the selection that none of them has. Invariant: what takes nothing is told.

use std::collections::BTreeSet;

use super::Lowering;
use crate::config::path_fits;
use crate::diag::{Diagnostic, suggest};

/// What there is that a selection can name.
#[derive(Debug, Default)]
pub(super) struct Offered {
    ids: BTreeSet<String>,
    tags: BTreeSet<String>,
    paths: BTreeSet<String>,
    methods: BTreeSet<String>,
}

impl Lowering<'_> {
    /// Notes what can be selected; nothing where all is taken anyway.
    pub(super) fn offer(&mut self, id: Option<&str>, tags: &[String], path: &str, method: &str) {
        if self.config.operations.is_everything() {
            return;
        }
        let offered = &mut self.offered;
        offered.ids.extend(id.map(str::to_owned));
        offered.tags.extend(tags.iter().cloned());
        offered.paths.insert(path.to_owned());
        offered.methods.insert(method.to_ascii_lowercase());
    }

    /// Tells the names of the selection that nothing has.
    pub(super) fn selected_nothing(&mut self) {
        let wanted = &self.config.operations;
        let offered = std::mem::take(&mut self.offered);
        let same: Fits = |wanted, name| wanted == name;
        let lists: [(_, _, _, _, Fits); 4] = [
            ("ids", "id", &wanted.ids, offered.ids, same),
            ("tags", "tag", &wanted.tags, offered.tags, same),
            ("paths", "path", &wanted.paths, offered.paths, path_fits),
            (
                "methods",
                "method",
                &wanted.methods,
                offered.methods,
                |a, b| a.eq_ignore_ascii_case(b),
            ),
        ];
        for (key, kind, wanted, offered, fits) in lists {
            for (index, name) in wanted.iter().enumerate() {
                if offered.iter().any(|other| fits(name, other)) {
                    continue;
                }
                let at = self.config.at(&["operations", key, &index.to_string()]);
                let message = format!("no operation has the {kind} `{name}`; it selects nothing");
                let near = suggest(name, offered.iter().map(String::as_str));
                let finding = Diagnostic::warning("operations-config", at, message).near(near);
                self.diagnostics.push(finding);
            }
        }
    }
}

/// Whether a name of a selection means one of the document.
type Fits = fn(&str, &str) -> bool;
