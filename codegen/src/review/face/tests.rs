//! Pairs of lines, and what the change from one to the other means.

use super::compare;
use crate::review::report::Rust;

fn rust(old: &str, new: &str) -> Rust {
    compare(old, new).rust()
}

#[test]
fn verdicts_follow_from_lines() {
    use Rust::{Major, Minor, Patch};
    for (old, new, verdict) in [
        ("A struct Clone", "A struct Clone", Patch),
        ("A struct Clone", "", Major),
        ("", "A struct Clone", Minor),
        ("A struct Clone", "A struct Clone Default", Minor),
        ("A struct Clone Default", "A struct Clone", Major),
        ("A struct Clone", "A enum Clone", Major),
        ("A enum Clone", "A enum Clone #[non_exhaustive]", Major),
        ("A enum Clone #[non_exhaustive]", "A enum Clone", Minor),
        ("A struct Clone", "A struct Clone #[deprecated]", Minor),
        ("A struct Clone #[deprecated]", "A struct Clone", Patch),
        (
            "A.b field i64 // \"b\", required",
            "A.b field i64 // \"b\", optional",
            Patch,
        ),
        ("A.b field i64", "A.b field i32", Major),
        ("A::f fn(a: i64) -> Self", "A::f fn(b: i64) -> Self", Patch),
        (
            "A::f fn(a: i64, b: i64) -> Self",
            "A::f fn(b: i64, a: i64) -> Self",
            Major,
        ),
        (
            "A::f fn(a: i64) -> Self",
            "A::f fn(a: i64, b: i64) -> Self",
            Major,
        ),
        (
            "A::f fn(f: impl Fn(&str) -> bool, b: i64) -> A",
            "A::f fn(g: impl Fn(&str) -> bool, b: i64) -> A",
            Patch,
        ),
        ("A impl From<i64>", "", Major),
        (
            "wire GET /a query \"b\": optional",
            "wire GET /a query \"b\": required",
            Patch,
        ),
        ("feature \"a\"", "", Major),
        ("env A_TOKEN token", "", Major),
    ] {
        assert_eq!(rust(old, new), verdict, "{old} → {new}");
    }
}

#[test]
fn variants_and_fields_may_come_where_nothing_is_exhaustive() {
    let open = "A enum Clone #[non_exhaustive]\n";
    let closed = "A enum Clone\n";
    assert_eq!(rust(open, &format!("{open}A::B variant")), Rust::Minor);
    assert_eq!(rust(closed, &format!("{closed}A::B variant")), Rust::Major);
    assert_eq!(rust("", &format!("{closed}A::B variant")), Rust::Minor);
}

#[test]
fn a_type_may_hide_behind_another_name() {
    let cat = "Cat struct Clone\nCat.name field String\n";
    let dog = "Dog struct Clone\nDog.name field String\n";
    let alias = "Dog type = Cat\n";
    let wrapper = "Cat struct Clone\nCat.0 field i64\n";
    let renamed = "Dog struct Clone\nDog.0 field i64\nCat type = Dog #[deprecated]\n";
    assert_eq!(rust(wrapper, renamed), Rust::Major);
    let both = format!("{cat}{dog}");
    let shared = format!("{cat}{alias}");
    assert_eq!(rust(&both, &shared), Rust::Patch);
    // Code may have taken one for the other.
    assert_eq!(rust(&shared, &both), Rust::Major);
    let less = "Cat struct Clone\nDog type = Cat\n";
    assert_eq!(rust(&both, less), Rust::Major);
    // Which of the two is the type, and which the name, makes no difference.
    let turned = format!("Cat type = Dog\n{dog}");
    assert_eq!(rust(&shared, &turned), Rust::Patch);
    let fields = |of: &str| format!("{shared}Owner.pet field {of}\n");
    assert_eq!(rust(&fields("Cat"), &fields("Dog")), Rust::Patch);
}

#[test]
fn what_belongs_to_a_type_goes_with_it() {
    let diff = compare(
        "A struct Clone\nA.b field i64\nA::new fn() -> Self\nAb struct Clone\n",
        "Ab struct Clone\n",
    );
    assert_eq!(diff.lines(9), ["removed A struct Clone"]);
    assert_eq!(diff.counts(), "1 removed");
}

#[test]
fn changes_are_told_in_lines_the_worst_first() {
    let diff = compare(
        "A.b field i64 // \"b\"\nwire GET /a query \"b\": optional\n",
        "A.b field i32 // \"b\"\nA.c field i32\nwire GET /a query \"b\": required\n",
    );
    assert_eq!(
        diff.lines(9),
        [
            "changed A.b: field i64 → field i32",
            "added   A.c field i32",
            "changed wire GET /a query \"b\": optional → required",
        ]
    );
    assert_eq!(
        diff.lines(1).last().map(String::as_str),
        Some("… and 2 more")
    );
}

#[test]
fn the_server_for_tests_is_no_promise() {
    let fake = "fake mod #[cfg(\"fake\")]\nfake::a::GetReceived.id field String\n";
    let diff = compare(fake, &fake.replace(".id ", ".pet_id "));
    assert_eq!(
        (diff.rust(), diff.counts().as_str()),
        (Rust::Patch, "1 removed, 1 added")
    );
}

#[test]
fn impls_and_variants_of_what_was_renamed_are_not_gone() {
    let old = "models::Pet struct Clone\nmodels::Sort enum Clone\nmodels::Sort impl From<models::Pet>\nmodels::Sort::A variant // \"a\"\n\
               pets::ListPets impl Pages<models::Pet>\n";
    let new = "models::Animal struct Clone\nmodels::Order enum Clone\nmodels::Order impl From<models::Animal>\n\
               models::Order::A const: Self #[deprecated] // \"a\"\nmodels::Order::First variant // \"a\"\n\
               models::Pet type = models::Animal #[deprecated]\nmodels::Sort type = models::Order #[deprecated]\n\
               pets::ListPets impl Pages<models::Animal>\n";
    let diff = compare(old, new);
    assert_eq!(diff.rust(), Rust::Minor, "{diff:?}");
    assert!(!diff.counts().contains("removed"), "{diff:?}");
    assert!(
        !diff.lines(9).iter().any(|line| line.contains(" impl ")),
        "{diff:?}"
    );
    // Without the alias it is gone.
    let gone = new.replace("models::Pet type = models::Animal #[deprecated]\n", "");
    assert_eq!(rust(old, &gone), Rust::Major);
}
