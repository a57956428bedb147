//! Structs, enums and unions, written by hand the way `emit` writes them, and what they do with JSON.

use crate::runtime::{
    BranchShape, Extra, Field, FieldRule, Formatted, Key, Kind, Kinds, Literal, Reader, Shape,
    UnionShape, Value, Wire, Writer, debug_wire, json, position,
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

#[derive(Clone, Debug, PartialEq)]
enum Animal {
    Cat(Value),
    Dog(Value),
    Bird(Value),
    Count(i64),
    Weight(f64),
    When(Formatted<jiff::Timestamp>),
    Name(String),
    Unknown(Value),
}

static ANIMAL: UnionShape = UnionShape::new(
    Some("kind"),
    &[
        BranchShape {
            tags: &["cat", "kitten"],
            kinds: Kinds::of(&[Kind::Object]),
            fields: &[FieldRule::required("lives", Kinds::of(&[Kind::Integer]))],
            ..BranchShape::ANY
        },
        BranchShape {
            tags: &["dog"],
            kinds: Kinds::of(&[Kind::Object]),
            fields: &[
                FieldRule::required("barks", Kinds::of(&[Kind::Bool]))
                    .among(&[Literal::Bool(true)]),
                FieldRule::optional("age", Kinds::ANY),
            ],
            ..BranchShape::ANY
        },
        BranchShape {
            tags: &["bird"],
            kinds: Kinds::of(&[Kind::Object]),
            fields: &[FieldRule::required("wings", Kinds::of(&[Kind::Integer]))
                .among(&[Literal::Integer(2)])],
            closed: true,
            ..BranchShape::ANY
        },
        BranchShape {
            kinds: Kinds::of(&[Kind::Number]),
            ..BranchShape::ANY
        },
        BranchShape {
            kinds: Kinds::of(&[Kind::Integer]),
            ..BranchShape::ANY
        },
        BranchShape {
            kinds: Kinds::of(&[Kind::String]),
            ..BranchShape::ANY
        },
        BranchShape {
            kinds: Kinds::of(&[Kind::String]),
            format: Some(<jiff::Timestamp as crate::runtime::TextFormat>::matches),
            ..BranchShape::ANY
        },
    ],
);

impl Wire for Animal {
    fn blank() -> Self {
        Animal::Unknown(Value::Null)
    }

    fn table(&self) -> crate::runtime::Table {
        crate::runtime::Table::Union(&ANIMAL)
    }

    fn slot(&self, _: usize) -> &dyn Wire {
        match self {
            Animal::Cat(value) | Animal::Dog(value) | Animal::Bird(value) => value,
            Animal::Count(value) => value,
            Animal::Weight(value) => value,
            Animal::When(value) => value,
            Animal::Name(value) => value,
            Animal::Unknown(value) => value,
        }
    }

    fn read_branch(&mut self, index: usize, r: &mut Reader<'_>) {
        *self = match index {
            0 => Animal::Cat(r.value()),
            1 => Animal::Dog(r.value()),
            2 => Animal::Bird(r.value()),
            3 => Animal::Weight(r.value()),
            4 => Animal::Count(r.value()),
            5 => Animal::Name(r.value()),
            6 => Animal::When(r.value()),
            _ => Animal::Unknown(r.value()),
        };
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

fn animal(text: &str) -> Animal {
    let animal: Animal = json::from_str(text).expect(text);
    assert_eq!(json::to_value(&animal), text.parse::<Value>().unwrap());
    animal
}

#[test]
fn a_listed_discriminator_decides_alone() {
    assert!(matches!(animal(r#"{"kind":"cat"}"#), Animal::Cat(_)));
    assert!(matches!(
        animal(r#"{"barks":true,"kind":"kitten"}"#),
        Animal::Cat(_)
    ));
    assert!(matches!(
        animal(r#"{"lives":[{"kind":"cat"}],"kind":"dog"}"#),
        Animal::Dog(_)
    ));
}

#[test]
fn without_it_the_rules_decide() {
    assert!(matches!(
        animal(r#"{"kind":"lion","lives":9}"#),
        Animal::Cat(_)
    ));
    assert!(matches!(
        animal(r#"{"lives":9,"barks":true}"#),
        Animal::Dog(_)
    ));
    assert!(matches!(animal(r#"{"barks":false}"#), Animal::Unknown(_)));
    assert!(matches!(animal(r#"{"wings":2.0}"#), Animal::Bird(_)));
    assert!(matches!(
        animal(r#"{"wings":2,"beak":1}"#),
        Animal::Unknown(_)
    ));
    assert!(matches!(animal(r#"{"wings":3}"#), Animal::Unknown(_)));
    assert!(matches!(animal("{}"), Animal::Unknown(_)));
}

#[test]
fn kinds_and_formats_choose_among_scalars() {
    assert!(matches!(animal("12"), Animal::Count(12)));
    assert!(matches!(animal("12.5"), Animal::Weight(_)));
    assert!(matches!(
        animal(r#""2024-01-01T00:00:00Z""#),
        Animal::When(_)
    ));
    assert!(matches!(animal(r#""2024-01-01""#), Animal::Name(_)));
    assert!(matches!(animal("null"), Animal::Unknown(Value::Null)));
    assert!(matches!(animal("[1,2]"), Animal::Unknown(_)));
}

/// Lists that the table can't tell apart, and an object that the discriminator can.
#[derive(Clone, Debug, PartialEq)]
enum Parcel {
    Texts(Vec<String>),
    Numbers(Vec<i64>),
    Tagged(std::collections::BTreeMap<String, i64>),
    Unknown(Value),
}

static PARCEL: UnionShape = UnionShape::new(
    Some("kind"),
    &[
        BranchShape {
            kinds: Kinds::ARRAY,
            ..BranchShape::ANY
        },
        BranchShape {
            kinds: Kinds::ARRAY,
            ..BranchShape::ANY
        },
        BranchShape {
            tags: &["numbers"],
            kinds: Kinds::OBJECT,
            ..BranchShape::ANY
        },
    ],
);

impl Wire for Parcel {
    fn blank() -> Self {
        Parcel::Unknown(Value::Null)
    }

    fn table(&self) -> crate::runtime::Table {
        crate::runtime::Table::Union(&PARCEL)
    }

    fn slot(&self, _: usize) -> &dyn Wire {
        match self {
            Parcel::Texts(value) => value,
            Parcel::Numbers(value) => value,
            Parcel::Tagged(value) => value,
            Parcel::Unknown(value) => value,
        }
    }

    fn read_branch(&mut self, index: usize, r: &mut Reader<'_>) {
        *self = match index {
            0 => Parcel::Texts(r.value()),
            1 => Parcel::Numbers(r.value()),
            2 => Parcel::Tagged(r.value()),
            _ => Parcel::Unknown(r.value()),
        };
    }
}

#[test]
fn a_branch_that_turns_out_wrong_gives_way_to_the_next() {
    let parcel = |text: &str| json::from_str::<Parcel>(text);
    assert_eq!(parcel(r#"["a"]"#), Ok(Parcel::Texts(vec!["a".to_owned()])));
    assert_eq!(parcel("[1, 2]"), Ok(Parcel::Numbers(vec![1, 2])));
    let mixed = parcel(r#"["a", 2]"#).expect("kept");
    assert_eq!(
        mixed,
        Parcel::Unknown(json::from_str(r#"["a", 2]"#).expect("JSON"))
    );
    // What the discriminator names stands, and says what is wrong with it.
    let error = parcel(r#"{"kind": "numbers", "a": 1}"#).expect_err("a text is no number");
    assert_eq!(error.path(), "$.kind");
    let inside = json::from_str::<Vec<Parcel>>(r#"[[1], {"kind": "numbers"}]"#);
    assert_eq!(inside.expect_err("the same").path(), "$[1].kind");
}

#[test]
fn what_is_no_json_is_no_reason_to_try_again() {
    let error = json::from_str::<Vec<Parcel>>("[[1, 2, ]]").expect_err("no item");
    assert!(error.to_string().contains("expected"), "{error}");
    // Every level is read in vain once for each branch below it, were it not for the bound.
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));
    assert!(json::from_str::<Parcel>(&deep).is_ok());
    let many = format!("[{}[1]]", "[1],".repeat(5_000));
    let list: Vec<Parcel> = json::from_str(&many).expect("a list");
    assert!(list.iter().all(|one| *one == Parcel::Numbers(vec![1])));
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
