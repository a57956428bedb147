//! Large bodies. In: recorded bodies, or shapes made up here; out: text of any length. Invariant: a body is made of its
//! own items, over and over, so that it is as the server would send it, but for its length.

use serde_json::{Value, json};
use std::path::Path;

/// A body whose list can be repeated.
pub(crate) struct Body {
    pub(crate) name: &'static str,
    before: String,
    items: Vec<String>,
    after: String,
}

impl Body {
    /// The whole text, at least this long.
    pub(crate) fn repeated(&self, bytes: usize) -> Vec<u8> {
        let mut text = self.before.clone();
        let mut items = self.items.iter().cycle();
        while text.len() < bytes {
            if let Some(item) = items.next() {
                text.push_str(item);
                text.push(',');
            }
        }
        text.pop();
        text.push_str(&self.after);
        text.into_bytes()
    }

    /// Of this many items.
    pub(crate) fn of(&self, count: usize) -> Vec<u8> {
        let items: Vec<&str> = self
            .items
            .iter()
            .map(String::as_str)
            .cycle()
            .take(count)
            .collect();
        [&self.before, items.join(",").as_str(), &self.after]
            .concat()
            .into_bytes()
    }

    fn list(name: &'static str, items: impl IntoIterator<Item = Value>) -> Body {
        Body {
            name,
            before: "[".to_owned(),
            items: items.into_iter().map(|item| item.to_string()).collect(),
            after: "]".to_owned(),
        }
    }

    /// A recorded body, whose list is at the pointer.
    fn recorded(folder: &Path, name: &'static str, pointer: &str) -> Body {
        let file = folder.join(format!("{name}.json"));
        let text = std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let value = serde_json::from_slice(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        Body::within(name, value, pointer)
    }

    fn within(name: &'static str, mut value: Value, pointer: &str) -> Body {
        let list = value.pointer_mut(pointer).map(Value::take);
        let Some(Value::Array(items)) = list else {
            panic!("{name} has no list at {pointer}");
        };
        if let Some(place) = value.pointer_mut(pointer) {
            *place = json!(["@"]);
        }
        let text = value.to_string();
        let (before, after) = text.split_once("\"@\"").unwrap_or_default();
        Body {
            name,
            before: before.to_owned(),
            items: items.iter().map(Value::to_string).collect(),
            after: after.to_owned(),
        }
    }
}

/// The vendors' bodies: session log, webhook log, audit log, activity log, array activity.
pub(crate) fn recorded(folder: &Path) -> [Body; 5] {
    [
        Body::recorded(folder, "exavault/getSessionLogs-200", "/data"),
        Body::recorded(folder, "exavault/getWebhookLogs-200-mixed", "/data"),
        Body::recorded(folder, "thousandeyes/getUserEvents-200", "/auditEvents"),
        Body::recorded(
            folder,
            "snaplogic/getActivities-200",
            "/response_map/entries",
        ),
        Body::recorded(folder, "tiledb/arrayActivityLog-200", "/activitylogs"),
    ]
}

fn user(number: u64) -> Value {
    let login = format!("contributor-{number}");
    let url = format!("https://api.forge.example.com/users/{login}");
    json!({
        "login": login, "id": 58_310_000 + number * 977, "node_id": format!("MDQ6VXNlcjU4{number:07}"),
        "avatar_url": format!("https://avatars.forge.example.com/u/{number}?v=4"), "gravatar_id": "",
        "url": url, "html_url": format!("https://forge.example.com/{login}"),
        "followers_url": format!("{url}/followers"), "following_url": format!("{url}/following{{/other_user}}"),
        "gists_url": format!("{url}/gists{{/gist_id}}"), "repos_url": format!("{url}/repos"),
        "events_url": format!("{url}/events{{/privacy}}"), "type": "User", "site_admin": false,
        "name": null, "email": null, "starred_at": null
    })
}

fn label(number: u64) -> Value {
    json!({
        "id": 208_045_946 + number, "node_id": format!("MDU6TGFiZWwyMDgw{number}"),
        "url": format!("https://api.forge.example.com/repos/acme/engine/labels/area-{number}"),
        "name": format!("area-{number}"), "description": if number % 3 == 0 { Value::Null } else { json!("What is about this area") },
        "color": "f29513", "default": number % 2 == 0
    })
}

/// Issues of a code forge.
pub(crate) fn issues() -> Body {
    Body::list("issues", (0..8).map(|n| {
        let url = format!("https://api.forge.example.com/repos/acme/engine/issues/{}", 1300 + n);
        json!({
            "id": 1_890_411_000 + n, "node_id": format!("MDU6SXNzdWUx{n:06}"), "url": url,
            "repository_url": "https://api.forge.example.com/repos/acme/engine",
            "labels_url": format!("{url}/labels{{/name}}"), "comments_url": format!("{url}/comments"),
            "html_url": format!("https://forge.example.com/acme/engine/issues/{}", 1300 + n),
            "number": 1300 + n, "title": format!("Reading a body of {n} MB takes longer than it should"),
            "state": if n % 3 == 0 { "closed" } else { "open" }, "state_reason": null, "user": user(n),
            "labels": (0..n % 4).map(label).collect::<Vec<_>>(), "assignees": (0..n % 2).map(|k| user(n + k)).collect::<Vec<_>>(),
            "milestone": {
                "id": 1_002_604 + n, "number": n, "url": format!("https://api.forge.example.com/repos/acme/engine/milestones/{n}"),
                "title": format!("v1.{n}"), "description": "Tracking what is to be done", "state": "open", "creator": user(7),
                "open_issues": 4, "closed_issues": 8, "created_at": "2024-04-10T20:09:31Z", "due_on": null
            },
            "locked": false, "active_lock_reason": null, "comments": n * 3, "closed_at": null,
            "created_at": "2024-04-22T13:33:48Z", "updated_at": "2024-05-02T08:01:12Z", "author_association": "CONTRIBUTOR",
            "body": format!("### What happens\n\nWith {n} items the second page is \"empty\".\r\n\r\n```\nlet n = {n};\n```\n\nMore text without anything that would have to be escaped, as most of it is, for a line or two."),
            "score": n as f64 + 0.25,
            "reactions": { "url": format!("{url}/reactions"), "total_count": n, "+1": n, "-1": 0, "laugh": 0, "hooray": 0, "heart": 1, "eyes": 0 }
        })
    }))
}

/// What is in a folder of a code forge: told apart by a key.
pub(crate) fn contents() -> Body {
    Body::list("contents (by key)", (0..16u64).map(|n| {
        let path = format!("src/module_{n}/file_{n}.rs");
        let mut item = json!({
            "name": format!("file_{n}.rs"), "path": path, "sha": format!("3d21ec53a331a6f037a91c368710b99387d0{n:04}"), "size": n * 331,
            "url": format!("https://api.forge.example.com/repos/acme/engine/contents/{path}?ref=main"),
            "html_url": format!("https://forge.example.com/acme/engine/blob/main/{path}")
        });
        match n % 4 {
            0 => item["target"] = json!("../elsewhere/file.rs"),
            1 => item["submodule_git_url"] = json!("git://forge.example.com/acme/parts.git"),
            2 => item["entries"] = json!(["a.rs", "b.rs", "c.rs"]),
            _ => {
                item["encoding"] = json!("base64");
                item["content"] = json!("Zm4gbWFpbigpIHsKICAgIHByaW50bG4hKCJoZWxsbyIpOwp9Cg==");
            }
        }
        item
    }))
}

fn billing(n: u64) -> Value {
    json!({
        "address": { "city": "Lund", "country": "SE", "line1": format!("Storgatan {n}"), "line2": null, "postal_code": "222 22", "state": null },
        "email": format!("customer{n}@example.com"), "name": "Ana López", "phone": null
    })
}

/// Charges of a payment service, most of whose keys are `null`.
pub(crate) fn charges() -> Body {
    let data: Vec<Value> = (0..8u64).map(|n| json!({
        "id": format!("ch_3NqLkz2eZvKYlo2C1{n:05}"), "object": "charge", "amount": 1099 + n * 100, "amount_captured": 1099, "amount_refunded": 0,
        "application": null, "application_fee": null, "balance_transaction": format!("txn_3NqLkz2eZvKYlo2C{n:04}"),
        "billing_details": billing(n), "calculated_statement_descriptor": "ACME", "captured": true, "created": 1_694_600_000 + n * 61,
        "currency": "eur", "customer": format!("cus_9s6XKzkNRiz8i3{n}"), "description": null, "disputed": false, "failure_code": null,
        "failure_message": null, "invoice": null, "livemode": false, "metadata": { "order": format!("6735-{n}"), "channel": "web" },
        "on_behalf_of": null,
        "outcome": { "network_status": "approved_by_network", "reason": null, "risk_level": "normal", "risk_score": 32, "seller_message": "Payment complete.", "type": "authorized" },
        "paid": true, "payment_intent": null, "payment_method": format!("pm_1NqLkz2eZvKYlo2C{n:04}"), "receipt_email": null, "receipt_number": null,
        "receipt_url": format!("https://pay.example.com/receipts/CAcQAxoXChVhY2N0XzEwMzJEODJlWnZLWWxvMkMo{n:04}"), "refunded": false,
        "refunds": if n % 4 == 0 { json!([{ "id": format!("re_{n:08}"), "object": "refund", "amount": 100, "created": 1_694_700_000, "currency": "eur", "reason": null, "status": "succeeded" }]) } else { json!([]) },
        "review": null, "statement_descriptor": null, "status": "succeeded", "transfer_group": null
    })).collect();
    let list = json!({ "object": "list", "data": data, "has_more": true, "next_page": null, "url": "/v1/charges" });
    Body::within("charges", list, "/data")
}

/// Ways to pay; the discriminator is the first key, or the last.
pub(crate) fn methods(name: &'static str, first: bool) -> Body {
    Body::list(name, (0..16u64).map(|n| {
        let kind = ["card", "debit", "wallet", "voucher"][n as usize % 4];
        let mut item = json!({});
        if first {
            item["type"] = json!(kind);
        }
        item["id"] = json!(format!("pm_1NqLkz2eZvKYlo2C{n:04}"));
        item["created"] = json!(1_694_600_000 + n);
        item["livemode"] = json!(false);
        item["customer"] = Value::Null;
        item["billing_details"] = billing(n);
        let own = match kind {
            "card" => json!({ "brand": "visa", "country": "US", "exp_month": 8, "exp_year": 2031, "fingerprint": null, "funding": "credit", "last4": "4242" }),
            "debit" => json!({ "bank_code": "37040044", "branch_code": null, "country": "DE", "fingerprint": "WfAjfhQZwNvgXyNb", "last4": "3000" }),
            "wallet" => json!({ "payer_email": "payer@example.com", "payer_id": "PAYER4711", "country": null }),
            _ => json!({ "number": "0001234567890", "expires_after_days": 3, "hosted_url": "https://pay.example.com/vouchers/0001234567890" }),
        };
        if let (Value::Object(item), Value::Object(own)) = (&mut item, own) {
            item.extend(own);
        }
        if !first {
            item["type"] = json!(kind);
        }
        item
    }))
}
