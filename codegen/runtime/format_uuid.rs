//! UUIDs as the type of the `uuid` crate. In: text in any of the usual spellings; out: the value. Invariant: what is
//! printed is lower-case with hyphens.

use super::formatted::TextFormat;
use uuid::Uuid;

impl TextFormat for Uuid {
    const NAME: &'static str = "a UUID";

    fn parse(text: &str) -> Result<Self, String> {
        Uuid::parse_str(text.trim()).map_err(|error| error.to_string())
    }

    fn print(&self) -> String {
        self.hyphenated().to_string()
    }
}
