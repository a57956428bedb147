//! Large and odd unions. In: tables with more branches and keys than fit into a word; out: the branch that a value is.
//! Invariant: the number of branches and keys changes nothing.

use crate::runtime::{
    BranchShape, FieldRule, Kinds, Literal, Reader, Table, UnionShape, Value, Wire, find_constant,
    json,
};

/// Which branch it was, and its value.
#[derive(Debug, PartialEq)]
struct Wide {
    branch: usize,
    value: Value,
}

/// 150 branches; each has `id`, and a key of its own that must be there.
fn shape() -> &'static UnionShape {
    static SHAPE: std::sync::OnceLock<UnionShape> = std::sync::OnceLock::new();
    SHAPE.get_or_init(|| {
        let branch = |number: usize| {
            let own: &'static str = format!("key{number}").leak();
            let fields = vec![
                FieldRule::optional("id", Kinds::INTEGER),
                FieldRule::required(own, Kinds::STRING),
            ];
            BranchShape {
                kinds: Kinds::OBJECT,
                fields: fields.leak(),
                closed: number.is_multiple_of(2),
                ..BranchShape::ANY
            }
        };
        let branches: Vec<BranchShape> = (0..150).map(branch).collect();
        UnionShape::new(None, branches.leak())
    })
}

impl Wire for Wide {
    fn blank() -> Self {
        Wide {
            branch: usize::MAX,
            value: Value::Null,
        }
    }

    fn table(&self) -> Table {
        Table::Union(shape())
    }

    fn read_branch(&mut self, index: usize, r: &mut Reader<'_>) {
        self.branch = index;
        self.value = r.value();
    }
}

fn branch(text: &str) -> usize {
    json::from_str::<Wide>(text).expect("JSON").branch
}

#[test]
fn a_branch_beyond_the_first_words_is_found() {
    for number in [0, 1, 62, 63, 64, 65, 127, 128, 129, 149] {
        assert_eq!(branch(&format!(r#"{{"key{number}":"x"}}"#)), number);
        let spaced = format!("{{ \"id\" : 7 ,\n\t\"key{number}\" : \"\\\"}}\" }}");
        assert_eq!(branch(&spaced), number, "{spaced}");
    }
}

#[test]
fn another_key_speaks_against_a_closed_branch_only() {
    assert_eq!(branch(r#"{"key128":"x","more":1}"#), usize::MAX);
    assert_eq!(branch(r#"{"key129":"x","more":1}"#), 129);
    // The key of a branch that is open is another key for one that is closed.
    assert_eq!(branch(r#"{"key128":"x","key129":"y"}"#), 129);
}

#[test]
fn an_escaped_key_is_the_key_it_stands_for() {
    assert_eq!(branch(r#"{"k\u0065y70":"x"}"#), 70);
    assert_eq!(branch(r#"{"k\u0065y70":7}"#), usize::MAX);
}

#[test]
fn what_is_no_json_is_an_error_at_its_place() {
    for (text, place) in [
        (r#"{"key1":"x" "id":1}"#, 12),
        (r#"{"key1":"x",}"#, 12),
        (r#"{"key1":"x""#, 11),
        (r#"{"key1" "x"}"#, 8),
        (r#"{key1:"x"}"#, 1),
        (r#"{"key1":"\x"}"#, 9),
        (r#"{"id":01,"key1":"x"}"#, 6),
    ] {
        let error = json::from_str::<Wide>(text).expect_err(text);
        assert_eq!(error.offset(), place, "{text}: {error}");
    }
}

#[test]
fn constants_that_no_double_tells_apart_are_told_apart() {
    #[derive(Debug)]
    struct Told(usize);
    impl Wire for Told {
        fn blank() -> Self {
            Told(usize::MAX)
        }

        fn table(&self) -> Table {
            const fn of(values: &'static [Literal]) -> BranchShape {
                BranchShape {
                    values,
                    ..BranchShape::ANY
                }
            }
            static SHAPE: UnionShape = UnionShape::new(
                None,
                &[
                    of(&[Literal::Integer(9_007_199_254_740_992)]),
                    of(&[Literal::Integer(9_007_199_254_740_993)]),
                    of(&[Literal::Number("18446744073709551614")]),
                    of(&[Literal::Number("18446744073709551615")]),
                    of(&[Literal::Number("0.5")]),
                ],
            );
            Table::Union(&SHAPE)
        }

        fn read_branch(&mut self, index: usize, r: &mut Reader<'_>) {
            self.0 = index;
            r.value::<Value>();
        }
    }
    for (text, branch) in [
        ("9007199254740992", 0),
        ("9007199254740993", 1),
        ("9007199254740993.0", 1),
        ("9007199254740994", usize::MAX),
        ("18446744073709551614", 2),
        ("18446744073709551615", 3),
        ("5e-1", 4),
    ] {
        let told: Told = json::from_str(text).expect("JSON");
        assert_eq!(told.0, branch, "{text}");
    }
    let values = ["9007199254740992", "9007199254740993", r#"{"a":[1]}"#];
    for (text, place) in [
        ("9007199254740993", Some(1)),
        ("9007199254740994", None),
        (r#"{"a":[1.0]}"#, Some(2)),
    ] {
        let value: Value = json::from_str(text).expect("JSON");
        assert_eq!(find_constant(&values, &value), place, "{text}");
    }
}
