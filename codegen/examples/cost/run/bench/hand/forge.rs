//! Code forges: issues, and contents told apart by their keys. In: bodies; out: structs with derives. Invariant: of the same shape as the
//! generated types, key for key.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct Issue {
    pub(crate) id: i64,
    pub(crate) node_id: String,
    pub(crate) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) repository_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) labels_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) comments_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) html_url: Option<String>,
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) state: IssueState,
    pub(crate) state_reason: Option<String>,
    pub(crate) user: User,
    pub(crate) labels: Vec<Label>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) assignees: Option<Vec<User>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) milestone: Option<Milestone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) locked: Option<bool>,
    pub(crate) active_lock_reason: Option<String>,
    pub(crate) comments: i64,
    pub(crate) closed_at: Option<String>,
    pub(crate) created_at: String,
    pub(crate) updated_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) author_association: Option<IssueAuthorAssociation>,
    pub(crate) body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reactions: Option<Reactions>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum IssueState {
    #[serde(rename = "open")]
    Open,
    #[serde(rename = "closed")]
    Closed,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct User {
    pub(crate) login: String,
    pub(crate) id: i64,
    pub(crate) node_id: String,
    pub(crate) avatar_url: String,
    pub(crate) gravatar_id: Option<String>,
    pub(crate) url: String,
    pub(crate) html_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) followers_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) following_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) gists_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) repos_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) events_url: Option<String>,
    pub(crate) r#type: String,
    pub(crate) site_admin: bool,
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) starred_at: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Label {
    pub(crate) id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) node_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) color: String,
    pub(crate) default: bool,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Milestone {
    pub(crate) id: i64,
    pub(crate) number: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) state: MilestoneState,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) creator: Option<User>,
    pub(crate) open_issues: i64,
    pub(crate) closed_issues: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created_at: Option<String>,
    pub(crate) due_on: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum MilestoneState {
    #[serde(rename = "open")]
    Open,
    #[serde(rename = "closed")]
    Closed,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum IssueAuthorAssociation {
    #[serde(rename = "OWNER")]
    Owner,
    #[serde(rename = "MEMBER")]
    Member,
    #[serde(rename = "CONTRIBUTOR")]
    Contributor,
    #[serde(rename = "NONE")]
    None,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Reactions {
    pub(crate) url: String,
    pub(crate) total_count: i64,
    #[serde(rename = "+1", skip_serializing_if = "Option::is_none")]
    pub(crate) _1: Option<i64>,
    #[serde(rename = "-1", skip_serializing_if = "Option::is_none")]
    pub(crate) minus_1: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) laugh: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hooray: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) heart: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) eyes: Option<i64>,
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Content {
    ContentLink(ContentLink),
    ContentModule(ContentModule),
    ContentFolder(ContentFolder),
    ContentFile(ContentFile),
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ContentLink {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) sha: String,
    pub(crate) size: i64,
    pub(crate) url: String,
    pub(crate) html_url: Option<String>,
    pub(crate) target: String,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ContentModule {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) sha: String,
    pub(crate) size: i64,
    pub(crate) url: String,
    pub(crate) html_url: Option<String>,
    pub(crate) submodule_git_url: String,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ContentFolder {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) sha: String,
    pub(crate) size: i64,
    pub(crate) url: String,
    pub(crate) html_url: Option<String>,
    pub(crate) entries: Vec<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ContentFile {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) sha: String,
    pub(crate) size: i64,
    pub(crate) url: String,
    pub(crate) html_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) encoding: Option<String>,
    pub(crate) content: String,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct NewIssue {
    pub(crate) title: String,
    pub(crate) body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) assignees: Option<Vec<String>>,
}
