//! Large and odd unions. In: tables with more branches and keys than fit into a word; out: the branch that a value is.
//! Invariant: the number of branches and keys changes nothing.

use crate::runtime::{BranchShape, FieldRule, Kinds, Reader, Table, UnionShape, Value, Wire, json};

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
