//! Writes expressions.

mod list;

use super::Layout;
use super::node::{Id, NONE, Part, What};
use super::paper::INDENT;
use super::types::Style;

impl<'a> Layout<'a> {
    /// Reads and writes an expression that ends here.
    pub(super) fn expression(&mut self, end: usize) -> Option<()> {
        let id = self.read(true)?;
        if self.at != end {
            return None;
        }
        self.write(id)
    }

    pub(super) fn what(&self, id: Id) -> What<'a> {
        self.nodes[id as usize].what
    }

    pub(super) fn next(&self, id: Id) -> Id {
        self.nodes[id as usize].next
    }

    /// An expression within a line.
    pub(super) fn write(&mut self, id: Id) -> Option<()> {
        match self.what(id) {
            What::Literal(text, _) => {
                self.word(text);
                Some(())
            }
            What::Path(path) => self.part(path, |me| me.qpath(Style::Expr)),
            What::Infer => {
                self.word("_");
                Some(())
            }
            What::Call(..) | What::Index(..) | What::Try(_) => self.line_suffix(id, false),
            What::Method(..) | What::Field(..) | What::Await(_) => self.chained(id, false),
            What::Binary(left, sign, right) => self.binary(left, sign, right),
            What::Assign(left, right) => {
                self.paper.ibox(0);
                self.write(left)?;
                self.word(" = ");
                self.paper.neverbreak();
                self.write(right)?;
                self.paper.end();
                Some(())
            }
            What::Unary(sign, inner) => {
                self.word(sign);
                self.write(inner)
            }
            What::Reference(unique, inner) => {
                self.word("&");
                if unique {
                    self.word("mut ");
                }
                self.write(inner)
            }
            What::Cast(inner, ty) => self.cast(inner, ty),
            What::Range(start, sign, end) => {
                if start != NONE {
                    self.write(start)?;
                }
                self.word(sign);
                if end != NONE {
                    self.write(end)?;
                }
                Some(())
            }
            What::Paren(inner) => {
                self.word("(");
                self.write(inner)?;
                self.word(")");
                Some(())
            }
            What::Tuple(list) => self.tuple(list),
            What::Array(list) => self.array(list),
            What::Repeat(value, count) => {
                self.word("[");
                self.write(value)?;
                self.word("; ");
                self.write(count)?;
                self.word("]");
                Some(())
            }
            What::Struct(path, fields, rest) => self.structure(path, fields, rest),
            What::Closure(moves, inputs, result, body) => {
                self.write_closure(moves, inputs, result, body)
            }
            What::Let(pattern, value) => {
                self.paper.ibox(0);
                self.word("let ");
                self.paper.ibox(0);
                self.part(pattern, |me| me.pat(pattern.1))?;
                self.paper.end();
                self.word(" = ");
                self.paper.neverbreak();
                self.paper.ibox(0);
                self.write(value)?;
                self.paper.end();
                self.paper.end();
                Some(())
            }
            What::Return(value) => self.jump("return", value),
            What::Break(value) => self.jump("break", value),
            What::Continue => {
                self.word("continue");
                Some(())
            }
            What::Macro(call, _) => self.part(call, |me| me.mac().map(|_| ())),
            what => self.write_blocklike(what),
        }
    }

    fn jump(&mut self, word: &'static str, value: Id) -> Option<()> {
        self.word(word);
        if value != NONE {
            self.word(" ");
            self.write(value)?;
        }
        Some(())
    }

    /// An expression at the beginning of a line, where a short name takes its first member along.
    pub(super) fn write_first(&mut self, id: Id) -> Option<()> {
        match self.what(id) {
            What::Index(..) | What::Try(_) => self.line_suffix(id, true),
            What::Method(..) | What::Field(..) | What::Await(_) => self.chained(id, true),
            _ => self.write(id),
        }
    }

    /// A call, an index or `?` that does not begin a chain of its own.
    fn line_suffix(&mut self, id: Id, first: bool) -> Option<()> {
        match self.what(id) {
            What::Call(function, args) => {
                self.write_or_first(function, first)?;
                self.call(args)
            }
            What::Index(inner, index) => {
                self.write_or_first(inner, first)?;
                self.index(index)
            }
            What::Try(inner) => {
                self.write_or_first(inner, first)?;
                self.word("?");
                Some(())
            }
            _ => None,
        }
    }

    fn write_or_first(&mut self, id: Id, first: bool) -> Option<()> {
        if first {
            self.write_first(id)
        } else {
            self.write(id)
        }
    }

    fn call(&mut self, args: Id) -> Option<()> {
        self.word("(");
        self.arguments_of(args)?;
        self.word(")");
        Some(())
    }

    fn index(&mut self, index: Id) -> Option<()> {
        self.word("[");
        self.write(index)?;
        self.word("]");
        Some(())
    }

    /// A chain of members.
    fn chained(&mut self, id: Id, first: bool) -> Option<()> {
        self.paper.cbox(INDENT);
        let unindent = match self.what(id) {
            What::Method(receiver, ..) => first && self.is_short(receiver),
            _ => false,
        };
        self.link(id, first, unindent)?;
        self.paper.end();
        Some(())
    }

    fn link(&mut self, id: Id, first: bool, unindent: bool) -> Option<()> {
        match self.what(id) {
            What::Method(receiver, name, turbofish, args) => {
                self.point(receiver, first)?;
                self.word(".");
                self.word(name);
                if turbofish.0 != turbofish.1 {
                    self.part(turbofish, |me| {
                        me.at += 2;
                        me.angled(Style::Expr)
                    })?;
                }
                self.paper.cbox(if unindent { -INDENT } else { 0 });
                self.call(args)?;
                self.paper.end();
            }
            What::Field(base, name) => {
                self.point(base, first)?;
                self.word(".");
                self.word(name);
            }
            What::Await(base) => {
                self.point(base, first)?;
                self.word(".await");
            }
            What::Call(function, args) => {
                self.link(function, false, false)?;
                self.call(args)?;
            }
            What::Index(inner, index) => {
                self.link(inner, first, false)?;
                self.index(index)?;
            }
            What::Try(inner) => {
                self.link(inner, first, false)?;
                self.word("?");
            }
            _ => {
                self.paper.cbox(-INDENT);
                self.write(id)?;
                self.paper.end();
            }
        }
        Some(())
    }

    fn point(&mut self, base: Id, first: bool) -> Option<()> {
        self.link(base, first, false)?;
        if !(first && self.is_short(base)) {
            self.paper.zerobreak();
        }
        Some(())
    }

    /// Whether it is a name that is no longer than an indentation.
    fn is_short(&self, id: Id) -> bool {
        match self.what(id) {
            What::Path((from, to)) => {
                to == from + 1 && self.flat.text(from).len() as isize <= INDENT
            }
            _ => false,
        }
    }

    fn binary(&mut self, left: Id, sign: &'static str, right: Id) -> Option<()> {
        self.paper.ibox(INDENT);
        self.paper.ibox(-INDENT);
        self.write(left)?;
        self.paper.end();
        self.paper.space();
        self.word(sign);
        self.word(" ");
        self.write(right)?;
        self.paper.end();
        Some(())
    }

    fn cast(&mut self, inner: Id, ty: Part) -> Option<()> {
        self.paper.ibox(INDENT);
        self.paper.ibox(-INDENT);
        self.write(inner)?;
        self.paper.end();
        self.paper.space();
        self.word("as ");
        self.part(ty, Self::ty)?;
        self.paper.end();
        Some(())
    }

    /// Whether it brings its own brackets, so that a call with it alone needs no lines around it.
    pub(super) fn is_blocklike(&self, id: Id) -> bool {
        matches!(
            self.what(id),
            What::Array(_)
                | What::Async(..)
                | What::Block(_)
                | What::Closure(..)
                | What::Struct(..)
                | What::Tuple(_)
                | What::Unsafe(_)
        )
    }
}
