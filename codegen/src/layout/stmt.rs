//! Writes statements, blocks, branches and closures.

mod arm;

use super::Layout;
use super::node::{Id, NONE, Part, What};
use super::paper::{Break, INDENT};

impl<'a> Layout<'a> {
    pub(super) fn write_blocklike(&mut self, what: What<'a>) -> Option<()> {
        match what {
            What::Block(body) => self.boxed_block(body),
            What::Unsafe(body) => {
                self.word("unsafe ");
                self.boxed_block(body)
            }
            What::Async(moves, body) => {
                self.word("async ");
                if moves {
                    self.word("move ");
                }
                self.boxed_block(body)
            }
            What::If(condition, then, other) => self.write_if(condition, then, other),
            What::Match(value, arms) => self.write_match(value, arms),
            What::Loop(body) => {
                self.word("loop {");
                self.open_block(body)
            }
            What::While(condition, body) => {
                self.word("while ");
                self.condition(condition)?;
                self.word("{");
                self.paper.neverbreak();
                self.open_block(body)
            }
            What::For(pattern, value, body) => {
                self.paper.ibox(0);
                self.word("for ");
                self.part(pattern, |me| me.pat(pattern.1))?;
                self.word(" in ");
                self.paper.neverbreak();
                self.condition(value)?;
                self.word("{");
                self.paper.neverbreak();
                self.open_block(body)?;
                self.paper.end();
                Some(())
            }
            _ => None,
        }
    }

    /// A block whose statements stand on lines of their own; its `{` is written.
    fn open_block(&mut self, body: Id) -> Option<()> {
        self.paper.cbox(INDENT);
        self.paper.hardbreak_if_nonempty();
        self.statements(body)?;
        self.paper.offset(-INDENT);
        self.paper.end();
        self.word("}");
        Some(())
    }

    fn boxed_block(&mut self, body: Id) -> Option<()> {
        self.paper.cbox(INDENT);
        self.small_block(body)?;
        self.paper.end();
        Some(())
    }

    pub(super) fn statements(&mut self, mut id: Id) -> Option<()> {
        while id != NONE {
            self.statement(id)?;
            id = self.next(id);
        }
        Some(())
    }

    /// A block that stands in one line where it fits and has one expression.
    fn small_block(&mut self, body: Id) -> Option<()> {
        self.word("{");
        if body != NONE {
            self.paper.space();
            match self.what(body) {
                What::Statement(value, false) if self.next(body) == NONE => {
                    self.paper.ibox(0);
                    self.write_first(value)?;
                    self.paper.end();
                    self.paper.space();
                }
                _ => self.statements(body)?,
            }
            self.paper.offset(-INDENT);
        }
        self.word("}");
        Some(())
    }

    fn statement(&mut self, id: Id) -> Option<()> {
        match self.what(id) {
            What::Local(pattern, value, other) => self.local(pattern, value, other),
            What::Item(part) => self.part(part, Self::item),
            What::Statement(value, semicolon) => {
                let what = self.what(value);
                // With a semicolon it is a statement, not an expression.
                if let (What::Macro(..), true) = (what, semicolon) {
                    self.write(value)?;
                    self.word(";");
                    self.paper.hardbreak();
                    return Some(());
                }
                self.paper.ibox(0);
                self.write_first(value)?;
                let ends = if semicolon {
                    !self.drops_semicolon(value)
                } else {
                    self.adds_semicolon(value)
                };
                if ends {
                    self.word(";");
                }
                self.paper.end();
                self.paper.hardbreak();
                Some(())
            }
            _ => None,
        }
    }

    fn adds_semicolon(&self, id: Id) -> bool {
        match self.what(id) {
            What::Assign(..) | What::Break(_) | What::Continue | What::Return(_) => true,
            What::Binary(_, sign, _) => {
                sign.ends_with('=') && !matches!(sign, "==" | "!=" | "<=" | ">=")
            }
            _ => false,
        }
    }

    fn drops_semicolon(&self, id: Id) -> bool {
        match self.what(id) {
            What::For(..) | What::While(..) => true,
            What::If(_, _, NONE) => true,
            What::If(_, _, other) => self.drops_semicolon(other),
            _ => false,
        }
    }

    fn local(&mut self, pattern: Part, value: Id, other: Option<Id>) -> Option<()> {
        let start = pattern.0;
        self.part(pattern, |me| {
            me.at = start;
            me.attrs()?;
            me.paper.ibox(0);
            if !me.take("let") {
                return None;
            }
            me.word("let ");
            me.pat(pattern.1)?;
            if me.take_sign(":") {
                me.word(": ");
                me.ty()?;
            }
            Some(())
        })?;
        if value != NONE {
            self.word(" = ");
            self.paper.neverbreak();
            // Before `else`, what ends in braces would need brackets.
            if other.is_some() && self.ends_in_brace(value) {
                return None;
            }
            self.write(value)?;
            if let Some(body) = other {
                self.paper.space();
                self.word("else ");
                self.paper.end();
                self.paper.neverbreak();
                self.paper.cbox(INDENT);
                self.small_block(body)?;
            }
        }
        self.paper.end();
        self.word(";");
        self.paper.hardbreak();
        Some(())
    }

    fn ends_in_brace(&self, id: Id) -> bool {
        !matches!(
            self.what(id),
            What::Call(..)
                | What::Method(..)
                | What::Field(..)
                | What::Await(_)
                | What::Try(_)
                | What::Index(..)
                | What::Path(_)
                | What::Paren(_)
                | What::Tuple(_)
                | What::Literal(..)
        )
    }

    fn condition(&mut self, id: Id) -> Option<()> {
        self.paper.cbox(0);
        self.write(id)?;
        if self.wraps(id) {
            self.paper.space();
        } else {
            self.word(" ");
        }
        self.paper.end();
        Some(())
    }

    /// Whether the brace after it goes to the next line when it wraps.
    fn wraps(&self, id: Id) -> bool {
        match self.what(id) {
            What::Assign(..)
            | What::Await(_)
            | What::Binary(..)
            | What::Cast(..)
            | What::Field(..)
            | What::Index(..)
            | What::Method(..) => true,
            What::Range(_, _, end) => end != NONE && self.wraps(end),
            What::Call(inner, _)
            | What::Let(_, inner)
            | What::Paren(inner)
            | What::Reference(_, inner)
            | What::Try(inner)
            | What::Unary(_, inner) => self.wraps(inner),
            _ => false,
        }
    }

    fn write_if(&mut self, condition: Id, then: Id, mut other: Id) -> Option<()> {
        self.paper.cbox(INDENT);
        self.if_head(condition)?;
        if other == NONE {
            if then == NONE {
                self.word("{}");
            } else {
                self.word("{");
                self.paper.hardbreak();
                self.statements(then)?;
                self.paper.offset(-INDENT);
                self.word("}");
            }
            self.paper.end();
            return Some(());
        }
        self.small_block(then)?;
        while other != NONE {
            self.word(" else ");
            match self.what(other) {
                What::If(condition, then, next) => {
                    self.if_head(condition)?;
                    self.small_block(then)?;
                    other = next;
                }
                What::Block(body) => {
                    self.small_block(body)?;
                    other = NONE;
                }
                _ => return None,
            }
        }
        self.paper.end();
        Some(())
    }

    fn if_head(&mut self, condition: Id) -> Option<()> {
        self.word("if ");
        self.paper.cbox(-INDENT);
        self.condition(condition)?;
        self.paper.end();
        Some(())
    }

    /// A brace that stands only where the line breaks.
    fn brace(&mut self) -> Option<()> {
        self.paper.break_(Break {
            before: Some('{'),
            ..Break::default()
        });
        Some(())
    }

    fn unbrace(&mut self, body: Id, comma: bool) {
        let semicolon = self.adds_semicolon(body);
        self.paper.break_(Break {
            offset: -INDENT,
            before: semicolon.then_some(';'),
            after: "}",
            unbroken: comma.then_some(','),
            ..Break::default()
        });
    }

    pub(super) fn write_closure(
        &mut self,
        moves: bool,
        inputs: Id,
        result: Part,
        body: Id,
    ) -> Option<()> {
        self.paper.ibox(0);
        if moves {
            self.word("move ");
        }
        self.paper.cbox(INDENT);
        self.word("|");
        let mut id = inputs;
        if id != NONE {
            self.paper.zerobreak();
        }
        while id != NONE {
            let What::Pattern(pattern) = self.what(id) else {
                return None;
            };
            self.part(pattern, Self::pat_type)?;
            id = self.next(id);
            if id != NONE {
                self.word(",");
                self.paper.space();
            }
        }
        if result.0 != result.1 {
            if inputs != NONE {
                self.paper.trailing_comma(true);
                self.paper.offset(-INDENT);
            }
            self.word("|");
            self.paper.end();
            self.word(" -> ");
            self.part(result, Self::ty)?;
            self.word(" ");
            self.paper.neverbreak();
            self.write(body)?;
            self.paper.end();
            return Some(());
        }
        self.word("|");
        self.paper.space();
        self.paper.offset(-INDENT);
        self.paper.end();
        self.paper.neverbreak();
        let plain = matches!(self.what(body), What::Match(..) | What::Call(..));
        if plain || self.is_blocklike(body) {
            self.write(body)?;
        } else {
            self.paper.cbox(INDENT);
            self.brace()?;
            self.write(body)?;
            self.unbrace(body, false);
            self.paper.end();
        }
        self.paper.end();
        Some(())
    }

    /// A pattern and perhaps its type.
    pub(super) fn pat_type(&mut self) -> Option<()> {
        self.pat(self.at)?;
        if self.take_sign(":") {
            self.word(": ");
            self.ty()?;
        }
        Some(())
    }
}
