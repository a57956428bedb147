//! The breaks by their names. In: nothing; out: a break, or a comma with one. Invariant: nothing else says what a break is made of.

use super::{Break, INFINITY, Paper};

impl Paper<'_> {
    pub(in crate::layout) fn zerobreak(&mut self) {
        self.break_(Break::default());
    }

    pub(in crate::layout) fn space(&mut self) {
        self.break_(Break {
            blank: 1,
            ..Break::default()
        });
    }

    pub(in crate::layout) fn hardbreak(&mut self) {
        self.break_(Break {
            blank: INFINITY,
            ..Break::default()
        });
    }

    pub(in crate::layout) fn neverbreak(&mut self) {
        self.break_(Break {
            never: true,
            ..Break::default()
        });
    }

    pub(in crate::layout) fn space_if_nonempty(&mut self) {
        self.break_(Break {
            blank: 1,
            if_nonempty: true,
            ..Break::default()
        });
    }

    pub(in crate::layout) fn hardbreak_if_nonempty(&mut self) {
        self.break_(Break {
            blank: INFINITY,
            if_nonempty: true,
            ..Break::default()
        });
    }

    pub(in crate::layout) fn trailing_comma(&mut self, is_last: bool) {
        self.comma(is_last, 0);
    }

    pub(in crate::layout) fn trailing_comma_or_space(&mut self, is_last: bool) {
        self.comma(is_last, 1);
    }

    fn comma(&mut self, is_last: bool, blank: isize) {
        if is_last {
            self.break_(Break {
                blank,
                before: Some(','),
                ..Break::default()
            });
        } else {
            self.word(",");
            self.space();
        }
    }
}
