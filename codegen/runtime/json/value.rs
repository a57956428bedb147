//! Untyped JSON on the wire. In: any value; out: a `serde_json::Value`. Invariant: a repeated key has the value that
//! came last.

use super::super::wire::Wire;
use super::reader::Reader;
use super::writer::Writer;
use serde_json::{Map, Number, Value};

impl Wire for Value {
    fn blank() -> Self {
        Value::Null
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        *self = read(r);
    }

    fn write(&self, w: &mut Writer) {
        write(self, w);
    }

    fn takes_null() -> bool {
        true
    }
}

fn read(r: &mut Reader<'_>) -> Value {
    match r.peek() {
        b'"' => Value::String(r.string().into_owned()),
        b'[' => read_array(r),
        b'{' => read_object(r),
        b't' | b'f' => Value::Bool(r.boolean()),
        b'n' => {
            if !r.take_null() {
                r.fail("a value");
            }
            Value::Null
        }
        _ => read_number(r),
    }
}

fn read_array(r: &mut Reader<'_>) -> Value {
    let mut items = Vec::new();
    if r.open_array() {
        while r.next_item(items.len()) {
            items.push(read(r));
        }
    }
    Value::Array(items)
}

fn read_object(r: &mut Reader<'_>) -> Value {
    let mut map = Map::new();
    if r.open_object("an object") {
        while let Some(key) = r.next_key() {
            let value = read(r);
            r.leave_key(&key);
            map.insert(key.into_owned(), value);
        }
    }
    Value::Object(map)
}

/// A number: exact up to 64 bits, else the nearest double.
fn read_number(r: &mut Reader<'_>) -> Value {
    let token = r.number("a value");
    let number = if let Ok(value) = token.parse::<u64>() {
        Some(value.into())
    } else if let Ok(value) = token.parse::<i64>()
        && token != "-0"
    {
        Some(value.into())
    } else {
        token.parse().ok().and_then(Number::from_f64)
    };
    match number {
        Some(number) => Value::Number(number),
        None => {
            r.fail_last("a number in the range of a double");
            Value::Null
        }
    }
}

fn write(value: &Value, w: &mut Writer) {
    match value {
        Value::Null => w.null(),
        Value::Bool(value) => w.boolean(*value),
        Value::Number(number) => w.number(&number.to_string()),
        Value::String(text) => w.string(text),
        Value::Array(items) => {
            w.open_array();
            for item in items {
                w.item();
                write(item, w);
            }
            w.close_array();
        }
        Value::Object(map) => {
            w.open_map();
            for (key, value) in map {
                w.key(key);
                write(value, w);
            }
            w.close_map();
        }
    }
}
