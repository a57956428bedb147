//! TileDB: array activity. In: bodies; out: structs with derives. Invariant: of the same shape as the
//! generated types, key for key.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct ArrayActivityLogData {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activitylogs: Option<Vec<ArrayActivityLog>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pagination_metadata: Option<PaginationMetadata>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ArrayActivityLog {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) action: Option<ActivityEventType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) bytes_sent: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) bytes_received: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) array_task_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) query_ranges: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) query_stats: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum ActivityEventType {
    #[serde(rename = "read_schema")]
    ReadSchema,
    #[serde(rename = "max_buffer_sizes")]
    MaxBufferSizes,
    #[serde(rename = "non_empty_domain")]
    NonEmptyDomain,
    #[serde(rename = "query_read")]
    QueryRead,
    #[serde(rename = "query_write")]
    QueryWrite,
    #[serde(rename = "create")]
    Create,
    #[serde(rename = "delete")]
    Delete,
    #[serde(rename = "register")]
    Register,
    #[serde(rename = "deregister")]
    Deregister,
    #[serde(rename = "udf")]
    Udf,
    #[serde(rename = "array_metadata_get")]
    ArrayMetadataGet,
    #[serde(rename = "array_metadata_update")]
    ArrayMetadataUpdate,
    #[serde(rename = "estimated_result_sizes")]
    EstimatedResultSizes,
    #[serde(rename = "update")]
    Update,
    #[serde(rename = "info")]
    Info,
    #[serde(rename = "run")]
    Run,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct PaginationMetadata {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) page: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) per_page: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) total_pages: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) total_items: Option<u64>,
}
