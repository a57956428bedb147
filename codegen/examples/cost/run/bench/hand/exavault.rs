//! ExaVault: session and webhook activity. In: bodies; out: structs with derives. Invariant: of the same shape as the
//! generated types, key for key.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize, Serialize)]
pub(crate) struct SessionActivityResponse {
    #[serde(rename = "responseStatus", skip_serializing_if = "Option::is_none")]
    pub(crate) response_status: Option<i64>,
    #[serde(rename = "returnedResults", skip_serializing_if = "Option::is_none")]
    pub(crate) returned_results: Option<i64>,
    #[serde(rename = "totalResults", skip_serializing_if = "Option::is_none")]
    pub(crate) total_results: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) data: Option<Vec<SessionActivityEntry>>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct SessionActivityEntry {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) r#type: Option<SessionActivityEntryType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attributes: Option<SessionActivityAttributes>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum SessionActivityEntryType {
    #[serde(rename = "sessionActivity")]
    SessionActivity,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct SessionActivityAttributes {
    #[serde(rename = "bytesTransferred", skip_serializing_if = "Option::is_none")]
    pub(crate) bytes_transferred: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) duration: Option<i64>,
    #[serde(rename = "fileName", skip_serializing_if = "Option::is_none")]
    pub(crate) file_name: Option<String>,
    #[serde(rename = "fileSource", skip_serializing_if = "Option::is_none")]
    pub(crate) file_source: Option<String>,
    #[serde(rename = "ipAddress", skip_serializing_if = "Option::is_none")]
    pub(crate) ip_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) operation: Option<OperationType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) protocol: Option<String>,
    #[serde(rename = "sessionId", skip_serializing_if = "Option::is_none")]
    pub(crate) session_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) username: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum OperationType {
    #[serde(rename = "PASS")]
    Pass,
    #[serde(rename = "EXIT")]
    Exit,
    #[serde(rename = "STOR")]
    Stor,
    #[serde(rename = "RETR")]
    Retr,
    #[serde(rename = "DELE")]
    Dele,
    #[serde(rename = "MKD")]
    Mkd,
    #[serde(rename = "RNTO")]
    Rnto,
    #[serde(rename = "MOVE")]
    Move,
    #[serde(rename = "COPY")]
    Copy,
    #[serde(rename = "COMPR")]
    Compr,
    #[serde(rename = "EXTRACT")]
    Extract,
    #[serde(rename = "SHARE")]
    Share,
    #[serde(rename = "SEND")]
    Send,
    #[serde(rename = "RECV")]
    Recv,
    #[serde(rename = "EDIT_SEND")]
    EditSend,
    #[serde(rename = "EDIT_SHARE")]
    EditShare,
    #[serde(rename = "EDIT_RECV")]
    EditRecv,
    #[serde(rename = "DELE_SEND")]
    DeleSend,
    #[serde(rename = "DELE_RECV")]
    DeleRecv,
    #[serde(rename = "DELE_SHARE")]
    DeleShare,
    #[serde(rename = "NOTIFY")]
    Notify,
    #[serde(rename = "EDIT_NTFY")]
    EditNtfy,
    #[serde(rename = "DELE_NTFY")]
    DeleNtfy,
    #[serde(rename = "USER")]
    User,
    #[serde(rename = "EDIT_USER")]
    EditUser,
    #[serde(rename = "DELE_USER")]
    DeleUser,
    #[serde(rename = "DFA")]
    Dfa,
    #[serde(rename = "EDIT_DFA")]
    EditDfa,
    #[serde(rename = "DELE_DFA")]
    DeleDfa,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookActivityResponse {
    #[serde(rename = "responseStatus", skip_serializing_if = "Option::is_none")]
    pub(crate) response_status: Option<i64>,
    #[serde(rename = "returnedResults", skip_serializing_if = "Option::is_none")]
    pub(crate) returned_results: Option<i64>,
    #[serde(rename = "totalResults", skip_serializing_if = "Option::is_none")]
    pub(crate) total_results: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) data: Option<Vec<WebhookActivityEntry>>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookActivityEntry {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) r#type: Option<WebhookActivityEntryType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attributes: Option<WebhookActivityAttributes>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum WebhookActivityEntryType {
    #[serde(rename = "webhookActivity")]
    WebhookActivity,
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum WebhookActivityAttributes {
    WebhookActivityAttributesV2(WebhookActivityAttributesV2),
    WebhookActivityAttributesV1(WebhookActivityAttributesV1),
    WebhookActivityAttributesLegacy(WebhookActivityAttributesLegacy),
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookActivityAttributesV2 {
    #[serde(rename = "webhookFormat")]
    pub(crate) webhook_format: WebhookActivityAttributesV2WebhookFormat,
    #[serde(rename = "accountId", skip_serializing_if = "Option::is_none")]
    pub(crate) account_id: Option<String>,
    #[serde(rename = "attemptId", skip_serializing_if = "Option::is_none")]
    pub(crate) attempt_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) details: Option<WebhookV2Details>,
    #[serde(rename = "endpointUrl", skip_serializing_if = "Option::is_none")]
    pub(crate) endpoint_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<WebhookEvent>,
    #[serde(rename = "ipAddress", skip_serializing_if = "Option::is_none")]
    pub(crate) ip_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) resend: Option<bool>,
    #[serde(rename = "resourcePath", skip_serializing_if = "Option::is_none")]
    pub(crate) resource_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) response: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) username: Option<String>,
    #[serde(rename = "webhookId", skip_serializing_if = "Option::is_none")]
    pub(crate) webhook_id: Option<i64>,
    #[serde(rename = "webhookPath", skip_serializing_if = "Option::is_none")]
    pub(crate) webhook_path: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum WebhookActivityAttributesV2WebhookFormat {
    #[serde(rename = "v2")]
    V2,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookV2Details {
    #[serde(rename = "accountName", skip_serializing_if = "Option::is_none")]
    pub(crate) account_name: Option<String>,
    #[serde(rename = "attemptId", skip_serializing_if = "Option::is_none")]
    pub(crate) attempt_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<String>,
    #[serde(rename = "eventData", skip_serializing_if = "Option::is_none")]
    pub(crate) event_data: Option<WebhookV2EventData>,
    #[serde(rename = "eventTimestamp", skip_serializing_if = "Option::is_none")]
    pub(crate) event_timestamp: Option<String>,
    #[serde(rename = "ipAddress", skip_serializing_if = "Option::is_none")]
    pub(crate) ip_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) protocol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) username: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookV2EventData {
    #[serde(rename = "formDetails", skip_serializing_if = "Option::is_none")]
    pub(crate) form_details: Option<Vec<BTreeMap<String, Value>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) resources: Option<Vec<WebhookV2Resource>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) share: Option<Vec<WebhookV2Share>>,
    #[serde(rename = "transferStatus", skip_serializing_if = "Option::is_none")]
    pub(crate) transfer_status: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookV2Resource {
    #[serde(rename = "accessedAt", skip_serializing_if = "Option::is_none")]
    pub(crate) accessed_at: Option<String>,
    #[serde(rename = "createdAt", skip_serializing_if = "Option::is_none")]
    pub(crate) created_at: Option<String>,
    #[serde(rename = "createdBy", skip_serializing_if = "Option::is_none")]
    pub(crate) created_by: Option<String>,
    #[serde(rename = "fileCount")]
    pub(crate) file_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) previewable: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) r#type: Option<String>,
    #[serde(rename = "updatedAt", skip_serializing_if = "Option::is_none")]
    pub(crate) updated_at: Option<String>,
    #[serde(rename = "uploadDate", skip_serializing_if = "Option::is_none")]
    pub(crate) upload_date: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookV2Share {
    #[serde(rename = "accessDescription", skip_serializing_if = "Option::is_none")]
    pub(crate) access_description: Option<String>,
    #[serde(rename = "accessMode", skip_serializing_if = "Option::is_none")]
    pub(crate) access_mode: Option<AccessMode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) assets: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) embed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expiration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expired: Option<bool>,
    #[serde(
        rename = "fileDropCreateFolders",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) file_drop_create_folders: Option<bool>,
    #[serde(rename = "formId", skip_serializing_if = "Option::is_none")]
    pub(crate) form_id: Option<i64>,
    #[serde(rename = "hasNotification", skip_serializing_if = "Option::is_none")]
    pub(crate) has_notification: Option<bool>,
    #[serde(rename = "hasPassword", skip_serializing_if = "Option::is_none")]
    pub(crate) has_password: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) inherited: Option<bool>,
    #[serde(rename = "isPublic", skip_serializing_if = "Option::is_none")]
    pub(crate) is_public: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) messages: Option<Vec<ShareMessage>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(rename = "ownerHash", skip_serializing_if = "Option::is_none")]
    pub(crate) owner_hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) paths: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) recipients: Option<Vec<ShareRecipient>>,
    #[serde(rename = "requireEmail", skip_serializing_if = "Option::is_none")]
    pub(crate) require_email: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) resent: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<i64>,
    #[serde(rename = "trackingStatus", skip_serializing_if = "Option::is_none")]
    pub(crate) tracking_status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) r#type: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct AccessMode {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) delete: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) download: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) modify: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) upload: Option<bool>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ShareMessage {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) modified: Option<String>,
    #[serde(rename = "shareId", skip_serializing_if = "Option::is_none")]
    pub(crate) share_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
    #[serde(rename = "userId", skip_serializing_if = "Option::is_none")]
    pub(crate) user_id: Option<i32>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ShareRecipient {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) received: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sent: Option<bool>,
    #[serde(rename = "shareId", skip_serializing_if = "Option::is_none")]
    pub(crate) share_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) r#type: Option<ShareRecipientType>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum ShareRecipientType {
    #[serde(rename = "owner")]
    Owner,
    #[serde(rename = "direct")]
    Direct,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum WebhookEvent {
    #[serde(rename = "resources.upload")]
    ResourcesUpload,
    #[serde(rename = "resources.download")]
    ResourcesDownload,
    #[serde(rename = "resources.delete")]
    ResourcesDelete,
    #[serde(rename = "resources.createFolder")]
    ResourcesCreateFolder,
    #[serde(rename = "resources.rename")]
    ResourcesRename,
    #[serde(rename = "resources.move")]
    ResourcesMove,
    #[serde(rename = "resources.copy")]
    ResourcesCopy,
    #[serde(rename = "resources.compress")]
    ResourcesCompress,
    #[serde(rename = "resources.extract")]
    ResourcesExtract,
    #[serde(rename = "shares.formSubmit")]
    SharesFormSubmit,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookActivityAttributesV1 {
    #[serde(rename = "webhookFormat")]
    pub(crate) webhook_format: WebhookActivityAttributesV1WebhookFormat,
    #[serde(rename = "accountId", skip_serializing_if = "Option::is_none")]
    pub(crate) account_id: Option<String>,
    #[serde(rename = "attemptId", skip_serializing_if = "Option::is_none")]
    pub(crate) attempt_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) details: Option<WebhookV1Details>,
    #[serde(rename = "endpointUrl", skip_serializing_if = "Option::is_none")]
    pub(crate) endpoint_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<WebhookEvent>,
    #[serde(rename = "ipAddress", skip_serializing_if = "Option::is_none")]
    pub(crate) ip_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) resend: Option<bool>,
    #[serde(rename = "resourcePath", skip_serializing_if = "Option::is_none")]
    pub(crate) resource_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) response: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) username: Option<String>,
    #[serde(rename = "webhookId", skip_serializing_if = "Option::is_none")]
    pub(crate) webhook_id: Option<i64>,
    #[serde(rename = "webhookPath", skip_serializing_if = "Option::is_none")]
    pub(crate) webhook_path: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum WebhookActivityAttributesV1WebhookFormat {
    #[serde(rename = "v1")]
    V1,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookV1Details {
    #[serde(rename = "accountName", skip_serializing_if = "Option::is_none")]
    pub(crate) account_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attempt: Option<i64>,
    #[serde(rename = "attemptId", skip_serializing_if = "Option::is_none")]
    pub(crate) attempt_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) protocol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) username: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WebhookActivityAttributesLegacy {
    pub(crate) attempt: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) created: Option<String>,
    #[serde(rename = "endpointUrl", skip_serializing_if = "Option::is_none")]
    pub(crate) endpoint_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) response: Option<String>,
    #[serde(rename = "responseSize", skip_serializing_if = "Option::is_none")]
    pub(crate) response_size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<i64>,
}
