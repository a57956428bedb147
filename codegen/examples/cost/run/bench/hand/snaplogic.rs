//! SnapLogic: the activity log. In: bodies; out: structs with derives. Invariant: of the same shape as the
//! generated types, key for key.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub(crate) struct ActivitiesResponse {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) http_status_code: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) response_map: Option<ActivitiesPage>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ActivitiesPage {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) total: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offset: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) limit: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) entries: Option<Vec<ActivityEntry>>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ActivityEntry {
    #[serde(rename = "_id", skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event_type: Option<EventType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) create_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) by_whom: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) class_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) class_version: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) template: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) org_label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) org_snode_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) asset_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) asset_label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) asset_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) asset_snode_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) display_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) parent_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) parent_label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) parent_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) parent_snode_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) partition_label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) partition_snode_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) project_label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) project_snode_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ip_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) group_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) new_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) perm: Option<Permission>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) perms_entry: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) perms_subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) snaplogic_admin_update: Option<bool>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum EventType {
    #[serde(rename = "session_start")]
    SessionStart,
    #[serde(rename = "session_end")]
    SessionEnd,
    #[serde(rename = "user_create")]
    UserCreate,
    #[serde(rename = "user_delete")]
    UserDelete,
    #[serde(rename = "user_auth_failure")]
    UserAuthFailure,
    #[serde(rename = "user_lockout")]
    UserLockout,
    #[serde(rename = "user_unlock")]
    UserUnlock,
    #[serde(rename = "password_change")]
    PasswordChange,
    #[serde(rename = "password_reset")]
    PasswordReset,
    #[serde(rename = "asset_create")]
    AssetCreate,
    #[serde(rename = "asset_update")]
    AssetUpdate,
    #[serde(rename = "asset_delete")]
    AssetDelete,
    #[serde(rename = "asset_rename")]
    AssetRename,
    #[serde(rename = "asset_owner_change")]
    AssetOwnerChange,
    #[serde(rename = "asset_move")]
    AssetMove,
    #[serde(rename = "acl_add")]
    AclAdd,
    #[serde(rename = "acl_remove")]
    AclRemove,
    #[serde(rename = "plex_node_add")]
    PlexNodeAdd,
    #[serde(rename = "plex_node_restart")]
    PlexNodeRestart,
    #[serde(rename = "dist_change")]
    DistChange,
    #[serde(rename = "dist_override")]
    DistOverride,
    #[serde(rename = "group_create")]
    GroupCreate,
    #[serde(rename = "group_delete")]
    GroupDelete,
    #[serde(rename = "group_update")]
    GroupUpdate,
    #[serde(rename = "plex_congestion")]
    PlexCongestion,
    #[serde(rename = "plex_node_enter_maintenance_mode")]
    PlexNodeEnterMaintenanceMode,
    #[serde(rename = "plex_node_leave_maintenance_mode")]
    PlexNodeLeaveMaintenanceMode,
    #[serde(rename = "cluster_initiated")]
    ClusterInitiated,
    #[serde(rename = "cluster_idle")]
    ClusterIdle,
    #[serde(rename = "cluster_terminated")]
    ClusterTerminated,
    #[serde(rename = "cluster_unknown")]
    ClusterUnknown,
    #[serde(rename = "org_concurrent_call_limit")]
    OrgConcurrentCallLimit,
    #[serde(rename = "sso_session_start")]
    SsoSessionStart,
    #[serde(rename = "asset_access")]
    AssetAccess,
    #[serde(rename = "user_update")]
    UserUpdate,
    #[serde(rename = "org_add_user")]
    OrgAddUser,
    #[serde(rename = "org_remove_user")]
    OrgRemoveUser,
    #[serde(rename = "org_provision")]
    OrgProvision,
    #[serde(rename = "org_settings_update")]
    OrgSettingsUpdate,
    #[serde(rename = "policy_create")]
    PolicyCreate,
    #[serde(rename = "policy_update")]
    PolicyUpdate,
    #[serde(rename = "policy_delete")]
    PolicyDelete,
    #[serde(rename = "plex_node_crash")]
    PlexNodeCrash,
    #[serde(rename = "plex_version_update")]
    PlexVersionUpdate,
    #[serde(rename = "approve_devportal_user")]
    ApproveDevportalUser,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Permission {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) perms: Option<Vec<PermissionKind>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) inherit: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum PermissionKind {
    R,
    W,
    X,
}
