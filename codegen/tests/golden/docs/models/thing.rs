//! `Thing`.

use crate::runtime::{self, Extra};

/// A \[thing\] with \<b>markup\</b>, `code` and <https://example.com/a>.
///
/// ```text
/// panic!("never run");
/// ```
///
/// - one */ x
/// - two \`open
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `plain`.
    pub plain: Option<String>,
    /// First sentence of a long text that goes on and on until a reader gives up, as
    /// they do. Second sentence that goes on as long as the first one did, or longer.
    pub long: Option<String>,
    /// a\\u{202e}b\\u{7}c
    pub hidden: Option<String>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Thing {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }
}

impl runtime::Wire for Thing {
    #[inline]
    fn blank() -> Self {
        Self {
            plain: None,
            long: None,
            hidden: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Thing",
            &[
                runtime::Field::optional("plain", "plain"),
                runtime::Field::optional("long", "long"),
                runtime::Field::optional("hidden", "hidden"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.plain,
            1 => &self.long,
            2 => &self.hidden,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.plain,
            1 => &mut self.long,
            2 => &mut self.hidden,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Thing, Default);
