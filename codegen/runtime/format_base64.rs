//! Bytes as Base64 text. In: text in the standard or the URL-safe alphabet, padded or not, with line breaks or not; out:
//! bytes. Invariant: what is printed is the standard alphabet with padding.

use super::formatted::TextFormat;
use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Bytes that travel as Base64 text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Base64(pub Vec<u8>);

const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

impl TextFormat for Base64 {
    const NAME: &'static str = "Base64";

    fn parse(text: &str) -> Result<Self, String> {
        let text: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        let engine = if text.contains(['-', '_']) {
            &URL_SAFE
        } else {
            &STANDARD
        };
        engine
            .decode(text)
            .map(Base64)
            .map_err(|error| error.to_string())
    }

    fn print(&self) -> String {
        STANDARD.encode(&self.0)
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Base64(bytes)
    }
}
