//! From a deserializer to a model. In: whatever the format holds; out: a model, read as from the wire. Invariant: what
//! JSON has no word for is an error, not a guess.

use super::super::json::{self, DecodeError, MAX_DEPTH, Mode, Reader, Writer};
use super::super::wire::Wire;
use ::serde_core::de::{
    DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor,
};
use std::fmt::{self, Formatter};

/// From here on a deserializer that has no wider integers gives doubles, and digits are lost.
const BEYOND_64_BITS: f64 = 18_446_744_073_709_551_616.0;

/// Under this key `serde_json` gives a number with all its digits, where its `arbitrary_precision` is on.
const EXACT_NUMBER: &str = "$serde_json::private::Number";

/// Under this key `toml` gives a date or time.
const TOML_DATE: &str = "$__toml_private_datetime";

/// Reads into a placeholder, as if what the deserializer gives had come as JSON.
///
/// # Errors
/// When the deserializer fails, or gives what is not of the model's shape; the message has the path.
pub fn deserialize<'de, D: Deserializer<'de>>(
    into: &mut dyn Wire,
    deserializer: D,
) -> Result<(), D::Error> {
    let mut writer = Writer::new(Mode::Json);
    let copy = Copy {
        to: &mut writer,
        depth: 0,
    };
    copy.deserialize(deserializer)?;
    decode(writer, into).map_err(D::Error::custom)
}

/// Compiled once, whatever the deserializer.
fn decode(writer: Writer, into: &mut dyn Wire) -> Result<(), String> {
    json::decode(&writer.into_bytes(), into).map_err(|error| message(&error))
}

/// As the error says itself, without the place in the text: that text was ours.
pub(super) fn message(error: &DecodeError) -> String {
    let (expected, path, excerpt) = (error.expected(), error.path(), error.excerpt());
    if excerpt.is_empty() {
        format!("expected {expected} at {path}, found the end")
    } else {
        format!("expected {expected} at {path}, found `{excerpt}`")
    }
}

/// Copies one value into JSON.
struct Copy<'w> {
    to: &'w mut Writer,
    depth: u32,
}

impl Copy<'_> {
    /// For what is in a list or a map.
    fn inner<E: Error>(&mut self) -> Result<Copy<'_>, E> {
        if self.depth == MAX_DEPTH {
            let most = format!("nested more than {MAX_DEPTH} lists and maps deep");
            return Err(E::custom(most));
        }
        Ok(Copy {
            to: self.to,
            depth: self.depth + 1,
        })
    }

    /// What a format wraps for want of a word for it: a number with all its digits, a date.
    fn unwrap<E: Error>(self, key: &str, text: &str) -> Result<(), E> {
        if key == TOML_DATE {
            self.to.string(text);
            return Ok(());
        }
        let mut reader = Reader::new(text);
        if reader.number("a number") != text || reader.failed() {
            return Err(E::invalid_value(Unexpected::Str(text), &"a number"));
        }
        self.to.number(text);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Copy<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Copy<'_> {
    type Value = ();

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.to.boolean(value);
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.to.integer(value);
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.to.natural(value);
        Ok(())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.to.wide(value);
        Ok(())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.to.widest(value);
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return Err(E::invalid_value(Unexpected::Float(value), &self));
        }
        if value.abs() < BEYOND_64_BITS {
            self.to.float(value);
        } else {
            // The same double, but no whole number: where one is wanted, this one may have been rounded.
            self.to.number(&format!("{value:.0}.5"));
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.to.string(value);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.to.null();
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        self.to.open_array();
        while items.next_element_seed(Item(self.inner()?))?.is_some() {}
        self.to.close_array();
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        let mut key = entries.next_key_seed(Key)?;
        if let Some(name) = key.as_deref()
            && matches!(name, EXACT_NUMBER | TOML_DATE)
        {
            return self.unwrap(name, &entries.next_value::<String>()?);
        }
        self.to.open_map();
        while let Some(name) = key {
            self.to.key(&name);
            entries.next_value_seed(self.inner()?)?;
            key = entries.next_key_seed(Key)?;
        }
        self.to.close_map();
        Ok(())
    }
}

/// Copies an item of a list.
struct Item<'w>(Copy<'w>);

impl<'de> DeserializeSeed<'de> for Item<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.0.to.item();
        self.0.deserialize(deserializer)
    }
}

/// Takes a key as text. Where keys need not be text, as in YAML, `200` is the key that it is in JSON.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is text")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<String, E> {
        Ok(value)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }
}
