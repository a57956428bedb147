//! Writes what lists values: tuples, arrays, arguments and the fields of a struct. In: nodes; out: their text. Invariant: a list
//! stands in one line or has a line for each value, unless all are short literals.

use super::super::Layout;
use super::super::node::{Id, NONE, Part, What};
use super::super::paper::INDENT;
use super::super::types::Style;

impl Layout<'_> {
    pub(super) fn tuple(&mut self, list: Id) -> Option<()> {
        self.word("(");
        self.paper.cbox(INDENT);
        self.paper.zerobreak();
        let one = list != NONE && self.next(list) == NONE;
        let mut id = list;
        while id != NONE {
            self.write(id)?;
            let last = self.next(id) == NONE;
            if one {
                self.word(",");
                self.paper.zerobreak();
            } else {
                self.paper.trailing_comma(last);
            }
            id = self.next(id);
        }
        self.paper.offset(-INDENT);
        self.paper.end();
        self.word(")");
        Some(())
    }

    pub(super) fn array(&mut self, list: Id) -> Option<()> {
        if list == NONE {
            self.word("[]");
            return Some(());
        }
        let (mut simple, mut id) = (true, list);
        while id != NONE {
            simple &= matches!(self.what(id), What::Literal(_, true));
            id = self.next(id);
        }
        if simple {
            return self.filled_array(list);
        }
        self.word("[");
        self.paper.cbox(INDENT);
        self.paper.zerobreak();
        self.comma_list(list)?;
        self.paper.offset(-INDENT);
        self.paper.end();
        self.word("]");
        Some(())
    }

    fn filled_array(&mut self, mut id: Id) -> Option<()> {
        self.paper.cbox(INDENT);
        self.word("[");
        self.paper.zerobreak();
        self.paper.ibox(0);
        while id != NONE {
            self.write(id)?;
            id = self.next(id);
            if id != NONE {
                self.word(",");
                self.paper.space();
            }
        }
        self.paper.end();
        self.paper.trailing_comma(true);
        self.paper.offset(-INDENT);
        self.word("]");
        self.paper.end();
        Some(())
    }

    pub(super) fn comma_list(&mut self, mut id: Id) -> Option<()> {
        while id != NONE {
            self.write(id)?;
            id = self.next(id);
            self.paper.trailing_comma(id == NONE);
        }
        Some(())
    }

    pub(super) fn arguments_of(&mut self, args: Id) -> Option<()> {
        if args != NONE && self.next(args) == NONE && self.is_blocklike(args) {
            return self.write(args);
        }
        self.paper.cbox(INDENT);
        self.paper.zerobreak();
        self.comma_list(args)?;
        self.paper.offset(-INDENT);
        self.paper.end();
        Some(())
    }

    pub(super) fn structure(&mut self, path: Part, fields: Id, rest: Id) -> Option<()> {
        self.paper.cbox(INDENT);
        self.paper.ibox(-INDENT);
        self.part(path, |me| me.qpath(Style::Expr))?;
        self.paper.end();
        self.word(" {");
        self.paper.space_if_nonempty();
        let mut id = fields;
        while id != NONE {
            let What::FieldValue(attrs, name, value) = self.what(id) else {
                return None;
            };
            self.part(attrs, Self::attrs)?;
            self.word(name);
            if value != NONE {
                self.word(": ");
                self.paper.ibox(0);
                self.write(value)?;
                self.paper.end();
            }
            id = self.next(id);
            self.paper
                .trailing_comma_or_space(id == NONE && rest == NONE);
        }
        if rest != NONE {
            self.word("..");
            self.write(rest)?;
            self.paper.space();
        }
        self.paper.offset(-INDENT);
        self.paper.end_with_max_width(34);
        self.word("}");
        Some(())
    }
}
