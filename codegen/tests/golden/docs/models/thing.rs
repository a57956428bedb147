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
#[derive(Clone, Default, PartialEq)]
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
    pub fn new() -> Self {
        Self::default()
    }
}

impl runtime::Object for Thing {
    fn shape(&self) -> &'static runtime::Shape {
        static SHAPE: runtime::Shape = runtime::Shape {
            name: "Thing",
            fields: &[
                runtime::Field::optional("plain", "plain"),
                runtime::Field::optional("long", "long"),
                runtime::Field::optional("hidden", "hidden"),
            ],
        };
        &SHAPE
    }
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.plain,
            1 => &self.long,
            _ => &self.hidden,
        }
    }
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.plain,
            1 => &mut self.long,
            _ => &mut self.hidden,
        }
    }
    fn extra(&self) -> Option<&dyn runtime::ExtraSlot> {
        Some(&self.additional_properties)
    }
    fn extra_mut(&mut self) -> Option<&mut dyn runtime::ExtraSlot> {
        Some(&mut self.additional_properties)
    }
}

runtime::object!(Thing, Thing::default);
