//! `thing`.

use crate::runtime::{self, Extra};

/// The schema `thing`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Article {
    /// `any`.
    pub any: Option<crate::runtime::Value>,
    /// `state`.
    pub state: Option<ArticleState>,
    /// Properties that the document does not name.
    pub additional_properties: Extra,
}

impl Article {
    /// An empty one.
    #[inline]
    pub fn new() -> Self {
        runtime::Wire::blank()
    }

    /// Sets `any`.
    #[inline]
    pub fn with_any(mut self, any: impl Into<crate::runtime::Value>) -> Self {
        self.any = Some(any.into());
        self
    }

    /// Sets `state`.
    #[inline]
    pub fn with_state(mut self, state: impl Into<ArticleState>) -> Self {
        self.state = Some(state.into());
        self
    }
}

impl runtime::Wire for Article {
    #[inline]
    fn blank() -> Self {
        Self {
            any: None,
            state: None,
            additional_properties: runtime::Wire::blank(),
        }
    }

    #[inline]
    fn table(&self) -> runtime::Table {
        static SHAPE: runtime::Shape = runtime::Shape::open(
            "Article",
            &[
                runtime::Field::optional("any", "any"),
                runtime::Field::optional("state", "state"),
            ],
        );
        runtime::Table::Object(&SHAPE)
    }

    #[inline]
    fn slot(&self, index: usize) -> &dyn runtime::Wire {
        match index {
            0 => &self.any,
            1 => &self.state,
            _ => &self.additional_properties,
        }
    }

    #[inline]
    fn slot_mut(&mut self, index: usize) -> &mut dyn runtime::Wire {
        match index {
            0 => &mut self.any,
            1 => &mut self.state,
            _ => &mut self.additional_properties,
        }
    }
}

runtime::object!(Article, Default);

/// The former name of [`Article`].
#[deprecated(note = "renamed to `Article`")]
pub type Thing = Article;

/// The former name of [`Article`].
#[deprecated(note = "renamed to `Article`")]
pub type Value = Article;

/// The value of `thing.state`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ArticleState {
    /// `on`
    On,
    /// `off`
    Off,
    /// A value that this version does not know, as it was sent.
    Other(String),
}

impl ArticleState {
    /// The value on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ArticleState {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "on" => Self::On,
            "off" => Self::Off,
            unknown => Self::Other(unknown.to_owned()),
        }
    }
}

runtime::open_text!(ArticleState);

/// The former name of [`ArticleState`].
#[deprecated(note = "renamed to `ArticleState`")]
pub type ThingState = ArticleState;
