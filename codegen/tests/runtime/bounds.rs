//! Bounds: what keeps to them, what does not, and how that is said. The types are those of the golden case `checked`.

use super::emitted::checked::models::{Card, Order, OrderPay, PutFileBody, Tree};
use super::emitted::checked::{Client, orders};
use crate::runtime::{Bound, Bounds, ErrorKind, Scripted, Tuple, Value, Wire};
use std::collections::BTreeMap;

fn order() -> Order {
    Order::new("AB1", 19.99)
}

/// Where it is wrong, and which keyword is broken.
fn wrong(order: &Order) -> (String, &'static str) {
    let invalid = order.validate().expect_err("something is wrong");
    (invalid.path().to_owned(), invalid.keyword())
}

#[test]
fn what_keeps_to_the_bounds_is_valid() {
    let tree = Tree::from(BTreeMap::from([(
        "a".to_owned(),
        Tree::from(BTreeMap::new()),
    )]));
    let order = order()
        .with_note("äöü")
        .with_tags(["a", "b"])
        .with_parts([order()])
        .with_tree(tree)
        .with_pay("cash".to_owned())
        .with_id("not sent");
    assert_eq!(order.validate(), Ok(()));
}

#[test]
fn each_bound_is_checked_where_it_stands() {
    let at = |path: &str, keyword| (path.to_owned(), keyword);
    assert_eq!(wrong(&Order::new("ab1", 1.0)), at("$.code", "pattern"));
    assert_eq!(
        wrong(&Order::new("AB1", 0.0)),
        at("$.price", "exclusiveMinimum")
    );
    assert_eq!(
        wrong(&Order::new("AB1", 0.001)),
        at("$.price", "multipleOf")
    );
    assert_eq!(wrong(&order().with_note("äöüß")), at("$.note", "maxLength"));
    assert_eq!(
        wrong(&order().with_tags(["a", "a"])),
        at("$.tags", "uniqueItems")
    );
    assert_eq!(
        wrong(&order().with_tags(["a", "bbbbb"])),
        at("$.tags[1]", "maxLength")
    );
    let inner = order().with_note("long");
    assert_eq!(
        wrong(&order().with_parts([inner])),
        at("$.parts[0].note", "maxLength")
    );
    assert_eq!(
        wrong(&order().with_pay("abc".to_owned())),
        at("$.pay", "minLength")
    );
    let pay = OrderPay::from(Card::new("1"));
    assert_eq!(
        wrong(&order().with_pay(pay)),
        at("$.pay.number", "minLength")
    );
    let place = Tuple {
        head: (Card::new("1"), 1),
        rest: vec![Value::Null],
    };
    assert_eq!(
        wrong(&order().with_place(place)),
        at("$.place[0].number", "minLength")
    );
    let mut more = order();
    more.additional_properties.insert("a b".to_owned(), 4);
    assert_eq!(wrong(&more), at("$[\"a b\"]", "minimum"));
    more.additional_properties = (0..9).map(|key| (key.to_string(), 5)).collect();
    assert_eq!(wrong(&more), at("$", "maxProperties"));
    let leaf = || Tree::from(BTreeMap::new());
    let wide = ["a", "b", "c"].map(|key| (key.to_owned(), leaf()));
    let deep = Tree::from(BTreeMap::from([(
        "x".to_owned(),
        Tree::from(BTreeMap::from(wide)),
    )]));
    assert_eq!(
        wrong(&order().with_tree(deep)),
        at("$.tree.x", "maxProperties")
    );
}

#[tokio::test]
async fn a_request_that_breaks_a_bound_is_not_sent() {
    let script = Scripted::new();
    let client = || {
        Client::builder()
            .base_url("https://a.example")
            .transport(script.clone())
            .build()
            .expect("a client")
    };
    let says = async |request: orders::PutOrder| {
        let error = request.send().await.expect_err("not sent");
        assert_eq!(error.kind(), ErrorKind::Request);
        error.to_string()
    };
    let put = |ids: &[&str]| client().put_order(ids.iter().copied(), order());
    assert_eq!(
        says(put(&["ab"]).limit(101)).await,
        "putOrder: the parameter `limit` is greater than 100"
    );
    assert_eq!(
        says(put(&["ab", "c"])).await,
        "putOrder: the parameter `ids` at `$[1]` has fewer than 2 characters"
    );
    let body = order().with_note("secret");
    assert_eq!(
        says(client().put_order(["ab"], body)).await,
        "putOrder: the body at `$.note` has more than 3 characters"
    );
    assert!(script.requests().is_empty());
    let error = client()
        .put_notes()
        .body([""; 0])
        .into_request()
        .expect_err("empty");
    assert_eq!(
        error.to_string(),
        "putNotes: the body has fewer than 1 item"
    );
}

#[tokio::test]
async fn a_parameter_that_is_set_again_has_the_last_word() {
    let script = Scripted::new().reply(200, "{}");
    let client = Client::builder()
        .base_url("https://a.example")
        .transport(script.clone())
        .build()
        .expect("a client");
    client
        .put_order(["ab"], order())
        .limit(0)
        .limit(1)
        .send()
        .await
        .expect("sent");
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn the_bytes_of_a_file_are_no_text() {
    let client = Client::builder()
        .base_url("https://a.example")
        .transport(Scripted::new())
        .build()
        .expect("a client");
    let body = |name: &str| PutFileBody::new("longer than three".as_bytes(), name);
    assert!(client.put_file(body("abc")).into_request().is_ok());
    let error = client.put_file(body("abcd")).into_request();
    let error = error.expect_err("a long name").to_string();
    assert_eq!(
        error,
        "putFile: the body at `$.name` has more than 3 characters"
    );
}

#[test]
fn a_body_that_is_given_again_has_the_last_word() {
    let client = Client::builder()
        .base_url("https://a.example")
        .transport(Scripted::new())
        .build()
        .expect("a client");
    let request = client.put_notes().body(["wrong"]).body(["AB1"]);
    assert!(request.into_request().is_ok());
}

/// Whether a value keeps to one bound, whatever its type demands.
fn keeps<T: Wire>(value: T, rules: &'static [Bound]) -> bool {
    struct Whole<T>(T, &'static Bounds);
    impl<T: Wire> Wire for Whole<T> {
        fn blank() -> Self {
            Whole(T::blank(), &Bounds::NONE)
        }
        fn read(&mut self, _: &mut crate::runtime::Reader<'_>) {}
        fn write(&self, w: &mut crate::runtime::Writer) {
            self.0.write(w);
        }
        fn check(&self, _: &'static Bounds, c: &mut crate::runtime::Checker) {
            self.0.check(self.1, c);
        }
    }
    let bounds: &'static Bounds = Box::leak(Box::new(Bounds { rules, items: None }));
    crate::runtime::validate(&Whole(value, bounds)).is_ok()
}

#[test]
fn numbers_are_compared_exactly() {
    assert!(keeps(0.3, &[Bound::MultipleOf("0.1")]));
    assert!(keeps(1e-7, &[Bound::MultipleOf("1e-7")]));
    assert!(!keeps(0.35, &[Bound::MultipleOf("0.1")]));
    assert!(keeps(12_i64, &[Bound::MultipleOf("1.5")]));
    assert!(keeps(u64::MAX, &[Bound::Maximum("18446744073709551615")]));
    assert!(!keeps(u64::MAX, &[Bound::Maximum("18446744073709551614")]));
    assert!(!keeps(1e300, &[Bound::Maximum("5")]));
    assert!(keeps(1e300, &[Bound::Minimum("5")]));
    assert!(!keeps(-1_i64, &[Bound::Minimum("-0.5")]));
    assert!(keeps(5_i64, &[Bound::Minimum("5")]));
    assert!(!keeps(5_i64, &[Bound::ExclusiveMaximum("5.0")]));
}

#[test]
fn patterns_are_those_of_ecma_262() {
    assert!(keeps("xAx".to_owned(), &[Bound::Pattern("A")]));
    assert!(!keeps("xx".to_owned(), &[Bound::Pattern("A")]));
    assert!(keeps(
        "price".to_owned(),
        &[Bound::Pattern("^(?!secret)\\p{L}+$")]
    ));
    assert!(!keeps(
        "secret".to_owned(),
        &[Bound::Pattern("^(?!secret)\\p{L}+$")]
    ));
    // Not strict enough for the flag `u`.
    assert!(keeps(
        "a-b".to_owned(),
        &[Bound::Pattern("^[\\w\\-]+\\-b$")]
    ));
}

#[test]
fn items_are_told_apart_by_value() {
    let list = |text: &str| crate::runtime::json::from_str::<Vec<Value>>(text).expect("valid");
    let rules: &'static [Bound] = &[Bound::UniqueItems];
    assert!(keeps(
        list(r#"[1, "1", true, null, [1], {"a": 1, "b": 2}]"#),
        rules
    ));
    assert!(!keeps(list(r#"["a", "b", "a"]"#), rules));
    assert!(!keeps(
        list(r#"[{"a": 1, "b": 2}, {"b": 2, "a": 1}]"#),
        rules
    ));
}

#[test]
fn a_bound_speaks_of_one_kind_of_value() {
    let rules: &'static [Bound] = &[
        Bound::MinLength(9),
        Bound::MinItems(9),
        Bound::Minimum("9"),
        Bound::MinProperties(9),
    ];
    assert!(keeps(true, rules));
    assert!(keeps(Value::Null, rules));
    assert!(!keeps("short".to_owned(), rules));
    assert!(!keeps(vec![1_i64], rules));
    assert!(keeps(None::<String>, rules));
}
