//! The end of loading. In: all files, each with the parts that were visited; out: these parts in 3.0 shape, and links to where their
//! targets stand then. Invariant: what nothing refers to stays as it was written.

use super::super::walk::Place;
use super::super::{mend, oas31, swagger2};
use super::Loader;

impl Loader<'_> {
    /// Rewrites every visited part to 3.0 shape.
    pub(super) fn rewrite(&mut self) {
        let bodies = swagger2::shared_bodies(&mut self.loaded, &self.parameters);
        let entry_types = swagger2::media_types(&self.loaded.files[0].root);
        for (document, work) in self.loaded.files.iter_mut().zip(&self.work) {
            for pointer in &work.order {
                let place = work.parts[pointer];
                let Some(value) = document.root.pointer_mut(pointer) else {
                    continue;
                };
                let context = swagger2::Context {
                    file: document.file,
                    dialect: work.effective,
                    types: &entry_types,
                    bodies: &bodies,
                    earlier: [&document.origins.repairs, &document.origins.overlays],
                };
                swagger2::rewrite(
                    value,
                    pointer,
                    place,
                    context,
                    &mut document.origins.rewrites,
                    &mut self.diagnostics,
                );
                let at = document.origins.rewrites.after(pointer);
                oas31::rewrite(value, &at, place, &mut document.origins.rewrites);
            }
        }
    }

    /// Points every reference at where its target stands now.
    pub(super) fn mend(&mut self) {
        let parts: Vec<Vec<(String, Place)>> = self
            .loaded
            .files
            .iter()
            .zip(&self.work)
            .map(|(document, work)| {
                let moved = |at: &String| document.origins.rewrites.after(at);
                work.order
                    .iter()
                    .map(|at| (moved(at), work.parts[at]))
                    .collect()
            })
            .collect();
        mend::mend(
            &mut self.loaded,
            &parts,
            &self.missing,
            &mut self.diagnostics,
        );
    }
}
