//! Writes `match` and its arms. In: nodes; out: their text. Invariant: a body that is a block of one value stands without the block.

use super::super::Layout;
use super::super::node::{Id, NONE, What};
use super::super::paper::INDENT;

impl Layout<'_> {
    pub(super) fn write_match(&mut self, value: Id, arms: Id) -> Option<()> {
        self.paper.ibox(0);
        self.word("match ");
        self.condition(value)?;
        self.word("{");
        self.paper.neverbreak();
        self.paper.cbox(INDENT);
        self.paper.hardbreak_if_nonempty();
        let mut id = arms;
        while id != NONE {
            self.arm(id)?;
            self.paper.hardbreak();
            id = self.next(id);
        }
        self.paper.offset(-INDENT);
        self.paper.end();
        self.word("}");
        self.paper.end();
        Some(())
    }

    fn arm(&mut self, id: Id) -> Option<()> {
        let What::Arm(pattern, guard, mut body) = self.what(id) else {
            return None;
        };
        self.part(pattern, |me| {
            me.attrs()?;
            me.paper.ibox(0);
            me.pat(pattern.1)
        })?;
        if guard != NONE {
            self.word(" if ");
            self.write(guard)?;
        }
        self.word(" => ");
        while let What::Block(inner) = self.what(body) {
            match inner {
                NONE => break,
                inner => match self.what(inner) {
                    What::Statement(value, false) if self.next(inner) == NONE => body = value,
                    _ => break,
                },
            }
        }
        match self.what(body) {
            What::Block(inner) => self.arm_block(inner)?,
            What::Tuple(NONE) => self.arm_block(NONE)?,
            _ => self.arm_value(body)?,
        }
        self.paper.end();
        Some(())
    }

    fn arm_block(&mut self, body: Id) -> Option<()> {
        self.word("{");
        self.paper.neverbreak();
        self.open_block(body)
    }

    fn arm_value(&mut self, body: Id) -> Option<()> {
        let comma = !matches!(
            self.what(body),
            What::If(..)
                | What::Match(..)
                | What::Unsafe(_)
                | What::While(..)
                | What::Loop(_)
                | What::For(..)
        );
        self.paper.neverbreak();
        self.paper.cbox(INDENT);
        self.brace()?;
        self.write_first(body)?;
        self.unbrace(body, comma);
        self.paper.end();
        Some(())
    }
}
