//! Structs, enums and unions, written by hand the way `emit` writes them, and what they do with JSON.

mod union;

use crate::runtime::{
    Extra, Field, Formatted, Key, Reader, Shape, Wire, Writer, debug_wire, json, position,
};
use serde_json::json;
use std::borrow::Cow;

#[derive(Clone, PartialEq)]
pub(crate) struct Pet {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) tag: Option<String>,
    pub(crate) owner: Option<Option<Box<Pet>>>,
    pub(crate) state: Option<PetState>,
    pub(crate) born: Option<Formatted<jiff::Timestamp>>,
    pub(crate) additional_properties: Extra,
}

impl Pet {
    pub(crate) fn new(id: i64, name: impl Into<String>, state: Option<PetState>) -> Self {
        Pet {
            id,
            name: name.into(),
            tag: None,
            owner: None,
            state,
            born: None,
            additional_properties: Extra::new(),
        }
    }
}

impl Wire for Pet {
    fn blank() -> Self {
        Pet {
            id: Wire::blank(),
            name: Wire::blank(),
            tag: None,
            owner: None,
            state: Wire::blank(),
            born: None,
            additional_properties: Extra::new(),
        }
    }

    fn table(&self) -> crate::runtime::Table {
        static SHAPE: Shape = Shape::open(
            "Pet",
            &[
                Field::required("id", "id"),
                Field::required("name", "name"),
                Field::optional("tag", "tag"),
                Field::optional("owner", "owner"),
                Field::required("state", "state"),
                Field::read_only("bornAt", "born"),
            ],
        );
        crate::runtime::Table::Object(&SHAPE)
    }

    fn slot(&self, index: usize) -> &dyn Wire {
        match index {
            0 => &self.id,
            1 => &self.name,
            2 => &self.tag,
            3 => &self.owner,
            4 => &self.state,
            5 => &self.born,
            _ => &self.additional_properties,
        }
    }

    fn slot_mut(&mut self, index: usize) -> &mut dyn Wire {
        match index {
            0 => &mut self.id,
            1 => &mut self.name,
            2 => &mut self.tag,
            3 => &mut self.owner,
            4 => &mut self.state,
            5 => &mut self.born,
            _ => &mut self.additional_properties,
        }
    }
}

impl std::fmt::Debug for Pet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        debug_wire(self, f)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum PetState {
    Available,
    Sold,
    Other(String),
}

static PET_STATES: &[&str] = &["available", "sold"];

impl PetState {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            PetState::Available => "available",
            PetState::Sold => "sold",
            PetState::Other(text) => text,
        }
    }
}

impl From<&str> for PetState {
    fn from(text: &str) -> Self {
        match position(PET_STATES, text) {
            Some(0) => PetState::Available,
            Some(1) => PetState::Sold,
            _ => PetState::Other(text.to_owned()),
        }
    }
}

impl Wire for PetState {
    fn blank() -> Self {
        PetState::Available
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        *self = PetState::from(&*r.string());
    }

    fn write(&self, w: &mut Writer) {
        w.string(self.as_str());
    }
}

impl Key for PetState {
    fn from_key(text: &str) -> Option<Self> {
        Some(PetState::from(text))
    }

    fn to_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_str())
    }
}

fn read(text: &str) -> Result<Pet, json::DecodeError> {
    json::from_str(text)
}

#[test]
fn a_struct_comes_back_as_it_was() {
    let text = r#"{"id":7,"name":"Rex","tag":"good","owner":{"id":8,"name":"Ann","state":"sold"},"state":"lost","bornAt":"2024-05-01 10:00:00","colour":"brown","legs":4}"#;
    let pet = read(text).expect("a pet");
    assert_eq!(pet.id, 7);
    assert_eq!(pet.state, Some(PetState::Other("lost".into())));
    assert_eq!(
        pet.owner.as_ref().unwrap().as_ref().unwrap().state,
        Some(PetState::Sold)
    );
    assert_eq!(pet.additional_properties.get("legs"), Some(&json!(4)));
    assert_eq!(json::to_string(&pet), text);
    let born = pet.born.as_ref().unwrap().get().expect("a lenient date");
    assert_eq!(born.to_string(), "2024-05-01T10:00:00Z");
}

#[test]
fn absent_null_and_value_are_three_things() {
    for text in [
        r#"{"id":1,"name":"A","state":null}"#,
        r#"{"id":1,"name":"A","owner":null,"state":null}"#,
        r#"{"id":1,"name":"A","owner":{"id":2,"name":"B","state":null},"state":"sold"}"#,
    ] {
        assert_eq!(json::to_string(&read(text).expect(text)), text);
    }
    assert_eq!(
        read(r#"{"id":1,"name":"A","state":null}"#).unwrap().owner,
        None
    );
    assert_eq!(
        read(r#"{"id":1,"name":"A","state":null,"owner":null}"#)
            .unwrap()
            .owner,
        Some(None)
    );
}

#[test]
fn read_only_properties_are_never_sent() {
    let mut pet = Pet::new(1, "A", Some(PetState::Available));
    pet.born = Some("2024-05-01T10:00:00Z".parse().unwrap());
    let sent = json::encode(&pet, json::Mode::Request);
    assert_eq!(sent, br#"{"id":1,"name":"A","state":"available"}"#);
    assert!(json::to_string(&pet).contains("bornAt"));
}

#[test]
fn errors_say_where_and_what() {
    let cases = [
        (r#"{"id":"x","name":"A","state":null}"#, "$.id", "i64"),
        (r#"{"id":1,"name":"A"}"#, "$", "Pet with the key `state`"),
        (
            r#"{"id":1,"name":"A","state":null,"owner":{"id":1}}"#,
            "$.owner",
            "Pet with the key `name`",
        ),
        (
            r#"{"id":1,"name":"A","state":null,"odd key":[1,{"a":tru}]}"#,
            r#"$["odd key"][1].a"#,
            "a boolean",
        ),
        (r#"{"id":1.5,"name":"A","state":null}"#, "$.id", "i64"),
        (r#"[]"#, "$", "Pet"),
    ];
    for (text, path, expected) in cases {
        let error = read(text).expect_err(text);
        assert_eq!(
            (error.path().as_str(), error.expected()),
            (path, expected),
            "{text}"
        );
    }
    let error = read(r#"{"id":1,"name":"A","state":12345}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a string at $.state (byte 27), found `12345}`"
    );
}

#[test]
fn a_repeated_key_has_its_last_value() {
    let pet =
        read(r#"{"id":1,"name":"A","state":null,"id":2,"x":1,"y":2,"x":3,"tag":"t","tag":null}"#)
            .unwrap();
    assert_eq!((pet.id, pet.tag), (2, None));
    assert_eq!(
        pet.additional_properties,
        [("x", 3), ("y", 2)].into_iter().collect()
    );
}

#[test]
fn debug_reads_like_rust() {
    let mut pet = Pet::new(1, "A\"b", None);
    pet.additional_properties.insert("k", 1);
    assert_eq!(
        format!("{pet:?}"),
        r#"Pet { id: 1, name: "A\"b", tag: None, owner: None, state: None, born: None, "k": 1 }"#
    );
    let mut empty = Extra::new();
    assert_eq!(format!("{empty:?}"), "{}");
    empty.insert("a", true);
    assert_eq!(format!("{empty:?}"), r#"{"a": Bool(true)}"#);
    pet.owner = Some(Some(Box::new(Pet::new(2, "B", Some(PetState::Sold)))));
    let pretty = format!("{pet:#?}");
    assert!(pretty.starts_with("Pet {\n    id: 1,\n"), "{pretty}");
    assert!(
        pretty.contains("    owner: Pet {\n        id: 2,\n"),
        "{pretty}"
    );
    assert!(pretty.ends_with("    \"k\": 1,\n}"), "{pretty}");
}

/// One property, whose key is whatever a test wants.
struct Keyed {
    shape: &'static crate::runtime::Shape,
    value: i64,
}

impl crate::runtime::Wire for Keyed {
    fn blank() -> Self {
        unreachable!("it is made by hand")
    }

    fn table(&self) -> crate::runtime::Table {
        crate::runtime::Table::Object(self.shape)
    }

    fn slot(&self, _: usize) -> &dyn crate::runtime::Wire {
        &self.value
    }

    fn slot_mut(&mut self, _: usize) -> &mut dyn crate::runtime::Wire {
        &mut self.value
    }
}

#[test]
fn a_key_is_written_and_read_whatever_stands_in_it() {
    use crate::runtime::{Field, Shape, json};
    for length in 0..40 {
        for at in 0..=length {
            for odd in ["", "\"", "\\", "\n", "\u{1f}", "\u{7f}", "é", " "] {
                let key = format!("{}{odd}{}", "a".repeat(at), "b".repeat(length - at));
                let field = Field::required(key.clone().leak(), "value");
                let shape: &'static Shape =
                    Box::leak(Box::new(Shape::closed("Keyed", vec![field].leak())));
                let mut keyed = Keyed { shape, value: 7 };
                let text = json::to_string(&keyed);
                assert_eq!(text, format!("{{{}:7}}", serde_json::json!(key)));
                keyed.value = 0;
                let mut reader = json::Reader::new(&text);
                crate::runtime::Wire::read(&mut keyed, &mut reader);
                assert_eq!(keyed.value, 7, "{key:?}");
            }
        }
    }
}
