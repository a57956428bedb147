//! In: a pair of schemas with a discriminator and no union. Out: the pairs of those that inherit from them (`allOf` with a
//! reference), which may stand wherever they do. Invariant: heirs are matched by name.

use super::super::facts::schema::Facts;
use super::{Both, Context, Differ};

impl<'a> Differ<'a> {
    /// Compares what may stand in place of a pair.
    pub(super) fn inherited(&mut self, context: Context, both: &Both<'_, 'a>) {
        let sides = [both.base, both.revision];
        let told = |side: &&Facts<'a>| side.discriminator.is_some() && side.unions.is_empty();
        let names = (
            self.base.name(context.pair.base),
            self.revision.name(context.pair.revision),
        );
        let (Some(old), Some(new)) = names else {
            return;
        };
        if !sides.iter().all(told) {
            return;
        }
        let heirs = self.revision.heirs(&new);
        for heir in self.base.heirs(&old).intersection(&heirs) {
            let base = self.base.named(heir);
            let revision = self.revision.named(heir);
            if let (Some(base), Some(revision)) = (base, revision) {
                self.inner_pair(context, base, revision);
            }
        }
    }
}
