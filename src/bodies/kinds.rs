//! Which body is of which type.
//!
//! Input: an API and a name such as `getSessionLogs-200-large` or `error-401.official`. Output: the [`Kind`] it is of.
//! Invariant: everything known about names stands in the one table.

use activity_logs::runtime::Wire;
use activity_logs::{exavault, json, snaplogic, thousandeyes, tiledb};
use serde_json::Value;

use super::{Finding, difference};

/// A type that bodies are decoded as, and how to know them.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    api: &'static str,
    /// What the name has in it, in any case; the first word fits the operation's id.
    words: &'static [&'static str],
    statuses: (u16, u16),
    /// The generated type, by name.
    pub ty: &'static str,
    turn: fn(&[u8]) -> Result<Value, String>,
}

/// A row of the table.
macro_rules! kind {
    ($api:ident, [$($word:literal),+], $from:literal..=$to:literal, $ty:ident) => {
        Kind {
            api: stringify!($api),
            words: &[$($word),+],
            statuses: ($from, $to),
            ty: concat!(stringify!($api), "::", stringify!($ty)),
            turn: turn::<$api::models::$ty>,
        }
    };
}

/// The first row that fits decides.
static KINDS: &[Kind] = &[
    kind!(exavault, ["session"], 200..=299, SessionActivityResponse),
    kind!(exavault, ["webhook"], 200..=299, WebhookActivityResponse),
    kind!(
        exavault,
        ["session", "webhook", "error"],
        400..=599,
        ErrorResponse
    ),
    kind!(
        thousandeyes,
        ["userevents", "user-events"],
        200..=299,
        AuditUserEvents
    ),
    kind!(
        thousandeyes,
        ["userevents", "user-events", "error"],
        400..=400,
        ValidationError
    ),
    kind!(
        thousandeyes,
        ["userevents", "user-events", "error"],
        401..=401,
        UnauthorizedError
    ),
    kind!(
        thousandeyes,
        ["userevents", "user-events", "error"],
        402..=599,
        ErrorModel
    ),
    kind!(
        tiledb,
        ["arrayactivity", "array-activity"],
        200..=299,
        ArrayActivityLogData
    ),
    kind!(
        tiledb,
        ["arrayactivity", "array-activity", "error"],
        400..=599,
        ErrorModel
    ),
    kind!(snaplogic, ["activities"], 200..=299, ActivitiesResponse),
    kind!(snaplogic, ["activities", "error"], 400..=599, ErrorResponse),
];

/// The kind of a body, by its API and its name without the extension; `None` where it belongs to no operation.
pub fn kind_of(api: &str, name: &str) -> Option<Kind> {
    let name = name.to_ascii_lowercase();
    let status = status(&name)?;
    let fits = |kind: &&Kind| {
        kind.api == api
            && (kind.statuses.0..=kind.statuses.1).contains(&status)
            && kind.words.iter().any(|word| name.contains(word))
    };
    KINDS.iter().find(fits).copied()
}

/// The first part of the name that is a status.
fn status(name: &str) -> Option<u16> {
    let mut parts = name.split(['-', '.', '_']);
    parts.find_map(|part| {
        part.parse()
            .ok()
            .filter(|number| (100..600).contains(number))
    })
}

impl Kind {
    /// Decodes, encodes, compares.
    pub fn round_trip(&self, body: &[u8]) -> Finding {
        let after = match (self.turn)(body) {
            Ok(after) => after,
            Err(why) => return Finding::Refused(self.ty, why),
        };
        match serde_json::from_slice::<Value>(body) {
            Err(error) => Finding::Refused(self.ty, error.to_string()),
            Ok(before) => match difference(&before, &after) {
                None => Finding::Same(self.ty),
                Some(place) => Finding::Differs(self.ty, place),
            },
        }
    }
}

fn turn<T: Wire>(body: &[u8]) -> Result<Value, String> {
    let decoded: T = json::from_slice(body).map_err(|error| error.to_string())?;
    serde_json::from_slice(&json::to_vec(&decoded)).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::kind_of;

    #[test]
    fn names_lead_to_types() {
        let cases = [
            (
                "exavault",
                "getSessionLogs-200-large",
                Some("exavault::SessionActivityResponse"),
            ),
            (
                "exavault",
                "webhooks-200.official",
                Some("exavault::WebhookActivityResponse"),
            ),
            (
                "exavault",
                "error-401.official",
                Some("exavault::ErrorResponse"),
            ),
            ("exavault", "resources-delete-207.official", None),
            ("exavault", "getSessionLogs", None),
            (
                "thousandeyes",
                "audit-user-events-200.sdk-test",
                Some("thousandeyes::AuditUserEvents"),
            ),
            (
                "thousandeyes",
                "error-401.official-property-examples",
                Some("thousandeyes::UnauthorizedError"),
            ),
            (
                "thousandeyes",
                "getUserEvents-500-sparse",
                Some("thousandeyes::ErrorModel"),
            ),
            (
                "tiledb",
                "array-activity-200.from-property-examples",
                Some("tiledb::ArrayActivityLogData"),
            ),
            (
                "snaplogic",
                "activities-200.seed-trailing-comma-removed",
                Some("snaplogic::ActivitiesResponse"),
            ),
            ("elsewhere", "getSessionLogs-200", None),
        ];
        for (api, name, expected) in cases {
            assert_eq!(
                kind_of(api, name).map(|kind| kind.ty),
                expected,
                "{api}/{name}"
            );
        }
    }
}
