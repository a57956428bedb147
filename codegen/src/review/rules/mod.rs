//! In: nothing. Out: the rules, each with an id, its default verdicts and why. Invariant: a rule that another tool has
//! under a published id has the same id here, so that settings can be carried over.

mod facets;
mod special;

use super::report::{Rust, Wire};

pub(super) use facets::Subject;

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// What such a change does on the wire, unless a team decides otherwise.
    pub wire: Wire,
    /// What such a change does to Rust code, unless the types involved say otherwise.
    pub rust: Rust,
    /// Which way the values go that it is about.
    pub direction: Direction,
    /// What changed, in a few words.
    pub what: String,
}

/// Which way values go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the client to the server.
    Request,
    /// From the server to the client.
    Response,
    /// Neither.
    Neither,
}

impl Direction {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Neither => "neither",
        }
    }
}

impl Rule {
    /// The rule with this id.
    pub fn find(id: &str) -> Option<Self> {
        special::find(id).or_else(|| facets::find(id))
    }

    /// The rule for a facet of a schema.
    pub(super) fn schema(subject: Subject, facet: &str) -> Self {
        facets::rule(subject, facet)
    }

    /// A rule that is not about a facet of a schema.
    pub(super) fn special(id: &str) -> Self {
        special::find(id).unwrap_or_else(|| facets::unknown(id))
    }

    /// The rule where the server sends the requests and the client answers: what counts for what is sent counts for
    /// what is received, and the other way round.
    pub(super) fn reversed(mut self) -> Self {
        self.direction = match self.direction {
            Direction::Request => Direction::Response,
            Direction::Response => Direction::Request,
            Direction::Neither => Direction::Neither,
        };
        self.wire = special::reversed(&self.id).unwrap_or(self.wire);
        self
    }

    /// What the rule is about and why it has these verdicts, in a few sentences.
    pub fn explanation(&self) -> String {
        let wire = match (self.direction, self.wire) {
            (Direction::Request, Wire::Breaking) => {
                "Clients that are out there may send what the new server no longer accepts."
            }
            (Direction::Request, Wire::Risky) => {
                "Clients that are out there may send what the new server no longer accepts, unless the document only \
                 caught up with what the server did all along."
            }
            (Direction::Request, Wire::Compatible) => {
                "Everything that clients send today is still accepted."
            }
            (Direction::Response, Wire::Breaking) => {
                "The new server may answer with something that clients out there are not prepared for."
            }
            (Direction::Response, Wire::Risky) => {
                "The new server may answer with something that a strict client is not prepared for."
            }
            (Direction::Response, Wire::Compatible) => {
                "Every new answer is one that clients out there can read already."
            }
            (Direction::Neither, Wire::Breaking) => "Calls that worked before will fail.",
            (Direction::Neither, Wire::Risky) => "Calls that worked before may fail.",
            (Direction::Neither, Wire::Compatible) => "No call that worked before is affected.",
        };
        let rust = match self.rust {
            Rust::Major => "Code that uses the generated item has to be changed.",
            Rust::Minor => {
                "Existing code still compiles; there is something new, or a deprecation warning."
            }
            Rust::Patch => "The public Rust API stays as it is.",
        };
        format!("{}. {wire} {rust}", capitalised(&self.what))
    }
}

/// Every rule, sorted by id.
pub fn all() -> Vec<Rule> {
    let mut rules = special::all();
    rules.extend(facets::all());
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules.dedup_by(|a, b| a.id == b.id);
    rules
}

/// The rule that was probably meant by an id that there is not.
pub fn near(id: &str) -> Option<String> {
    let rules = all();
    let near = crate::diag::suggest(id, rules.iter().map(|rule| rule.id.as_str()));
    near.map(str::to_owned)
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    // A keyword stays as it is written.
    let word = text.split(' ').next().unwrap_or_default();
    if word.chars().any(char::is_uppercase) {
        return text.to_owned();
    }
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Rule, all};
    use crate::review::report::Wire;

    #[test]
    fn every_rule_can_be_found_and_explained() {
        for rule in all() {
            assert_eq!(Rule::find(&rule.id).as_ref(), Some(&rule));
            assert!(rule.explanation().len() > 60, "{}", rule.id);
        }
    }

    #[test]
    fn ids_are_kebab_case_and_unique() {
        let rules = all();
        for pair in rules.windows(2) {
            assert!(pair[0].id < pair[1].id);
        }
        for rule in rules {
            assert!(rule.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'));
        }
    }

    #[test]
    fn the_direction_decides() {
        let wire = |id: &str| Rule::find(id).map(|rule| rule.wire);
        assert_eq!(
            wire("request-property-max-length-decreased"),
            Some(Wire::Breaking)
        );
        assert_eq!(
            wire("response-property-max-length-decreased"),
            Some(Wire::Compatible)
        );
        assert_eq!(wire("response-body-max-length-unset"), Some(Wire::Breaking));
        assert_eq!(wire("request-parameter-max-length-set"), Some(Wire::Risky));
    }
}
