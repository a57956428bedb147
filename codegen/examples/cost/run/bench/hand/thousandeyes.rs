//! ThousandEyes: the audit log. In: bodies; out: structs with derives. Invariant: of the same shape as the
//! generated types, key for key.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct AuditUserEvents {
    #[serde(rename = "auditEvents", skip_serializing_if = "Option::is_none")]
    pub(crate) audit_events: Option<Vec<UserEvent>>,
    #[serde(rename = "startDate", skip_serializing_if = "Option::is_none")]
    pub(crate) start_date: Option<String>,
    #[serde(rename = "endDate", skip_serializing_if = "Option::is_none")]
    pub(crate) end_date: Option<String>,
    #[serde(rename = "_links", skip_serializing_if = "Option::is_none")]
    pub(crate) links: Option<PaginationLinks>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct UserEvent {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) aid: Option<String>,
    #[serde(rename = "accountGroupName", skip_serializing_if = "Option::is_none")]
    pub(crate) account_group_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<String>,
    #[serde(rename = "ipAddress", skip_serializing_if = "Option::is_none")]
    pub(crate) ip_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) uid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) resources: Option<Vec<Resource>>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Resource {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct PaginationLinks {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) previous: Option<Link>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<Link>,
    #[serde(rename = "self", skip_serializing_if = "Option::is_none")]
    pub(crate) self_: Option<Link>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Link {
    pub(crate) href: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) templated: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deprecation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) profile: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hreflang: Option<String>,
}
