//! A union with a discriminator, and one without. In: JSON; out: the branch that it is. Invariant: what fits no branch is kept.

use crate::runtime::{
    BranchShape, FieldRule, Formatted, Kind, Kinds, Literal, Reader, UnionShape, Value, Wire, json,
};

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
fn the_discriminator_is_a_key_of_the_object_itself_however_it_is_written() {
    // A value that is called as the key, keys of what is nested, brackets and quotes within texts, an escaped key and tag.
    for text in [
        r#"{"is":"kind","kind":"dog"}"#,
        r#"{"is":{"kind":"cat"},"list":["kind",{"kind":"cat"}],"kind":"dog"}"#,
        r#"{"is":"\"}","more":"\\","kind" : "dog"}"#,
        r#"{"k\u0069nd":"d\u006fg"}"#,
        "{ \"is\" :\n1.5e3 ,\r\n\t\"kind\"\t:\n\"dog\" }",
    ] {
        assert!(matches!(animal(text), Animal::Dog(_)), "{text}");
    }
    // The one after the object is not its own.
    let list = json::from_str::<Vec<Animal>>(r#"[{"lives":9},{"kind":"dog"}]"#).expect("a list");
    assert!(matches!(list[..], [Animal::Cat(_), Animal::Dog(_)]));
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
