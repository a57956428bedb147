//! ExaVault's made-up rows.
//!
//! Input: nothing. Output: the session log and the webhook log. Invariant: the webhooks show every shape the vendor has sent:
//! formats `v1` and `v2`, and the one from before formats had names.

use jiff::tz::{Offset, TimeZone};
use serde_json::{Value, json};

use super::super::data::{Rng, Row, ago};
use super::{SESSIONS, WEBHOOKS};

const USERS: [&str; 6] = [
    "mreyes",
    "okowalski",
    "public",
    "t.lindqvist",
    "jdoe",
    "priya",
];
const FOLDERS: [&str; 5] = [
    "/Production",
    "/Production/2026",
    "/Clients/Ærø Shipping",
    "/intake",
    "/Archive",
];
const FILES: [&str; 6] = [
    "manifest.csv",
    "cut-07 final.mov",
    "Rechnung März.pdf",
    "backup.tar.gz",
    "notes.txt",
    "100% scan.tiff",
];
/// The documented operations, and two that are not: a client has to expect more than its document lists.
const OPERATIONS: [&str; 31] = [
    "STOR",
    "RETR",
    "PASS",
    "EXIT",
    "DELE",
    "MKD",
    "RNTO",
    "MOVE",
    "COPY",
    "COMPR",
    "EXTRACT",
    "SHARE",
    "SEND",
    "RECV",
    "EDIT_SEND",
    "EDIT_SHARE",
    "EDIT_RECV",
    "DELE_SEND",
    "DELE_RECV",
    "DELE_SHARE",
    "NOTIFY",
    "EDIT_NTFY",
    "DELE_NTFY",
    "USER",
    "EDIT_USER",
    "DELE_USER",
    "DFA",
    "EDIT_DFA",
    "DELE_DFA",
    "LOCK_USER",
    "RESTORE",
];
const EVENTS: [&str; 11] = [
    "resources.upload",
    "resources.download",
    "resources.delete",
    "resources.createFolder",
    "resources.rename",
    "resources.move",
    "resources.copy",
    "resources.compress",
    "resources.extract",
    "shares.formSubmit",
    "resources.restore",
];

/// The session log, newest first.
pub(super) fn sessions() -> Vec<Row> {
    let mut rng = Rng::new(0xe7a);
    let mut age = 40;
    let row = |index: usize| {
        age += 60 + rng.below(9_000);
        let operation = OPERATIONS[index % OPERATIONS.len()];
        let path = format!("{}/{}", rng.pick(&FOLDERS), rng.pick(&FILES));
        let (file, bytes) = match operation {
            "PASS" | "EXIT" | "USER" | "EDIT_USER" | "DELE_USER" | "LOCK_USER" => {
                (String::new(), 0)
            }
            "STOR" | "RETR" => (path.clone(), rng.below(1 << 34)),
            _ => (path.clone(), 0),
        };
        let source = if matches!(operation, "RNTO" | "MOVE" | "COPY") {
            format!("/intake{path}")
        } else {
            String::new()
        };
        let at = ago(age);
        let mut attributes = json!({
            "bytesTransferred": bytes,
            "created": at.to_string(),
            "duration": rng.below(90),
            "fileName": file,
            "fileSource": source,
            "ipAddress": format!("203.0.113.{}", 1 + rng.below(12)),
            "operation": operation,
            "protocol": rng.pick(&["web", "sftp", "ftp", "ftps"]),
            "sessionId": rng.hex(45),
            "status": rng.pick(&["-", "ok", "ok", "failed"]),
            "username": rng.pick(&USERS),
        });
        if index % 10 == 4 {
            attributes["clientAgent"] = json!({"name": "WinSCP", "version": "6.3"});
        }
        // One id past 2^53: int64 is meant.
        let id = if index == 7 {
            9_007_199_254_740_993
        } else {
            48_201_990 - index as u64
        };
        Row {
            at,
            body: json!({"id": id, "type": "sessionActivity", "attributes": attributes}),
        }
    };
    (0..SESSIONS).map(row).collect()
}

/// The webhook log, newest first.
pub(super) fn webhooks() -> Vec<Row> {
    let mut rng = Rng::new(0x3eb);
    let mut age = 15;
    let row = |index: usize| {
        age += 120 + rng.below(20_000);
        let hook = Hook {
            at: age,
            event: EVENTS[index % EVENTS.len()],
            user: rng.pick(&USERS),
            path: format!("{}/{}", rng.pick(&FOLDERS), rng.pick(&FILES)),
            address: format!("198.51.100.{}", 1 + rng.below(20)),
            attempt: 1 + rng.below(3),
            attempt_id: rng.hex(32),
        };
        let attributes = match index % 12 {
            5 => hook.oldest(&mut rng),
            1 | 4 | 7 | 10 => hook.numbered("v1", hook.details_v1(), &mut rng),
            _ => hook.numbered("v2", hook.details_v2(&mut rng), &mut rng),
        };
        let id = 3_310_224 - index as u64;
        Row {
            at: ago(age),
            body: json!({"id": id, "type": "webhookActivity", "attributes": attributes}),
        }
    };
    (0..WEBHOOKS).map(row).collect()
}

/// What one webhook attempt is about, before it takes a format.
struct Hook {
    at: u64,
    event: &'static str,
    user: &'static str,
    path: String,
    address: String,
    attempt: u64,
    attempt_id: String,
}

impl Hook {
    /// The shape without `webhookFormat`, which the vendor's published example still shows.
    fn oldest(&self, rng: &mut Rng) -> Value {
        let created = ago(self.at).to_zoned(TimeZone::fixed(Offset::constant(-7)));
        json!({
            "attempt": self.attempt,
            "created": created.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            "endpointUrl": "https://hooks.example.net/legacy",
            "event": rng.pick(&["Upload", "Download", "Delete"]),
            "response": "",
            "responseSize": rng.below(600),
            "status": rng.pick(&[200, 404]),
        })
    }

    fn numbered(&self, format: &str, details: Value, rng: &mut Rng) -> Value {
        let status = rng.pick(&[200, 200, 200, 204, 410, 500]);
        json!({
            "accountId": "70113",
            "attemptId": self.attempt_id,
            "created": ago(self.at).to_string(),
            "details": details,
            "endpointUrl": rng.pick(&["https://hooks.example.net/files", "https://ops.example.org/in?src=vault"]),
            "event": self.event,
            "ipAddress": self.address,
            "resend": self.attempt > 1,
            "resourcePath": self.path,
            "response": if status < 300 { "{\"ok\":true}" } else { "" },
            "status": status,
            "username": self.user,
            "webhookFormat": format,
            "webhookId": 410 + rng.below(3),
            "webhookPath": "/",
        })
    }

    fn details_v1(&self) -> Value {
        json!({
            "accountName": "acme",
            "attempt": self.attempt,
            "attemptId": self.attempt_id,
            "event": self.event,
            "protocol": "sftp",
            "username": self.user,
        })
    }

    fn details_v2(&self, rng: &mut Rng) -> Value {
        let data = match self.event {
            "shares.formSubmit" => json!({
                "formDetails": [{"label": "Order number", "value": rng.hex(6)}],
                "resources": [self.resource(rng)],
                "share": [self.share(rng)],
            }),
            "resources.upload" | "resources.download" => {
                json!({"resources": [self.resource(rng)], "transferStatus": rng.pick(&["success", "success", "partial"])})
            }
            _ => json!({"resources": [self.resource(rng)]}),
        };
        json!({
            "accountName": "acme",
            "attemptId": self.attempt_id,
            "event": self.event,
            "eventData": data,
            "eventTimestamp": ago(self.at + 2).to_string(),
            "ipAddress": self.address,
            "protocol": "web",
            "username": self.user,
        })
    }

    fn resource(&self, rng: &mut Rng) -> Value {
        let folder = self.event == "resources.createFolder";
        json!({
            "accessedAt": ago(self.at + 30).to_string(),
            "createdAt": ago(self.at + 86_400).to_string(),
            "createdBy": self.user,
            "fileCount": if folder { json!(rng.below(40)) } else { Value::Null },
            "hash": rng.hex(32),
            "id": 880_000 + rng.below(9_999),
            "name": self.path.rsplit('/').next(),
            "path": self.path,
            "previewable": !folder,
            "size": rng.below(1 << 31),
            "type": if folder { "dir" } else { "file" },
            "updatedAt": ago(self.at + 60).to_string(),
            "uploadDate": ago(self.at + 86_400).to_string(),
        })
    }

    fn share(&self, rng: &mut Rng) -> Value {
        json!({
            "accessDescription": "Visitors may upload",
            "accessMode": {"delete": false, "download": false, "modify": false, "upload": true},
            "assets": ["/intake"],
            "created": ago(self.at + 900_000).to_string(),
            "embed": false,
            "expiration": "2027-01-01T00:00:00Z",
            "expired": false,
            "fileDropCreateFolders": true,
            "formId": 5_120,
            "hasNotification": true,
            "hasPassword": false,
            "hash": rng.hex(8),
            "id": 61_177,
            "inherited": false,
            "isPublic": true,
            "messages": [],
            "modified": ago(self.at + 400_000).to_string(),
            "name": "Order intake",
            "ownerHash": rng.hex(8),
            "paths": ["/intake"],
            "recipients": [{
                "created": ago(self.at + 900_000).to_string(), "email": "buyer@example.com", "hash": rng.hex(8),
                "id": 12, "received": true, "sent": true, "shareId": "61177", "type": "direct",
            }],
            "requireEmail": false,
            "resent": false,
            "status": 1,
            "trackingStatus": "",
            "type": "receive",
        })
    }
}
