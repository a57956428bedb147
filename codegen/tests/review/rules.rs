//! In: the ids of the rules that another tool publishes. Out: which of them there are here. Invariant: every id of its
//! is known under the same name, and those that cannot occur are listed with the reason.

use specsmith::review::rules::{Rule, all};

/// The ids that oasdiff has (Apache-2.0), a line each.
const THEIRS: &str = include_str!("oasdiff-rules.txt");

#[test]
fn every_rule_of_the_other_tool_is_known_under_its_id() {
    let ids: Vec<&str> = THEIRS.lines().collect();
    assert_eq!(ids.len(), 509);
    let unknown: Vec<&&str> = ids.iter().filter(|id| Rule::find(id).is_none()).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn what_the_other_tool_is_blind_to_has_rules_of_our_own() {
    let own = [
        "request-parameter-style-changed",
        "request-parameter-explode-changed",
        "api-security-component-api-key-moved",
        "api-security-component-api-key-name-changed",
        "api-security-component-http-scheme-changed",
        "request-body-min-properties-set",
        "request-property-unique-items-added",
        "request-property-multiple-of-set",
        "request-body-additional-properties-denied",
        "server-url-changed",
        "path-parameter-renamed",
        "api-security-required",
        "api-security-strengthened",
        "response-header-style-changed",
        "request-body-encoding-changed",
        "schema-renamed",
        "endpoint-moved",
        "response-optional-property-renamed",
        "request-property-enum-value-renamed",
    ];
    let theirs: Vec<&str> = THEIRS.lines().collect();
    for id in own {
        assert!(Rule::find(id).is_some(), "{id}");
        assert!(
            !theirs.contains(&id) || id.contains("discriminator"),
            "{id} is theirs"
        );
    }
}

#[test]
fn every_rule_says_what_happened_and_what_it_means() {
    for rule in all() {
        let explanation = rule.explanation();
        assert!(explanation.contains(". "), "{}", rule.id);
        assert!(explanation.len() > rule.what.len() + 60, "{}", rule.id);
    }
}
