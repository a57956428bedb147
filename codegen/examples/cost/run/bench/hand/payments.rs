//! Payment services: charges, and ways to pay. In: bodies; out: structs with derives. Invariant: of the same shape as
//! the generated types, key for key; an enum of one value stands where a branch must be told from the others.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Deserialize, Serialize)]
pub(crate) struct ChargeList {
    pub(crate) object: String,
    pub(crate) data: Vec<Charge>,
    pub(crate) has_more: bool,
    pub(crate) next_page: Option<String>,
    pub(crate) url: String,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Charge {
    pub(crate) id: String,
    pub(crate) object: String,
    pub(crate) amount: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) amount_captured: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) amount_refunded: Option<i64>,
    pub(crate) application: Option<String>,
    pub(crate) application_fee: Option<String>,
    pub(crate) balance_transaction: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) billing_details: Option<BillingDetails>,
    pub(crate) calculated_statement_descriptor: Option<String>,
    pub(crate) captured: bool,
    pub(crate) created: i64,
    pub(crate) currency: String,
    pub(crate) customer: Option<String>,
    pub(crate) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) disputed: Option<bool>,
    pub(crate) failure_code: Option<String>,
    pub(crate) failure_message: Option<String>,
    pub(crate) invoice: Option<String>,
    pub(crate) livemode: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) metadata: Option<BTreeMap<String, String>>,
    pub(crate) on_behalf_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) outcome: Option<Outcome>,
    pub(crate) paid: bool,
    pub(crate) payment_intent: Option<String>,
    pub(crate) payment_method: Option<String>,
    pub(crate) receipt_email: Option<String>,
    pub(crate) receipt_number: Option<String>,
    pub(crate) receipt_url: Option<String>,
    pub(crate) refunded: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refunds: Option<Vec<Refund>>,
    pub(crate) review: Option<String>,
    pub(crate) statement_descriptor: Option<String>,
    pub(crate) status: ChargeStatus,
    pub(crate) transfer_group: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct BillingDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address: Option<Address>,
    pub(crate) email: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Address {
    pub(crate) city: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) line1: Option<String>,
    pub(crate) line2: Option<String>,
    pub(crate) postal_code: Option<String>,
    pub(crate) state: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Outcome {
    pub(crate) network_status: Option<String>,
    pub(crate) reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) risk_level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) risk_score: Option<i64>,
    pub(crate) seller_message: Option<String>,
    pub(crate) r#type: String,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Refund {
    pub(crate) id: String,
    pub(crate) object: String,
    pub(crate) amount: i64,
    pub(crate) created: i64,
    pub(crate) currency: String,
    pub(crate) reason: Option<String>,
    pub(crate) status: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum ChargeStatus {
    #[serde(rename = "succeeded")]
    Succeeded,
    #[serde(rename = "pending")]
    Pending,
    #[serde(rename = "failed")]
    Failed,
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Method {
    CardMethod(CardMethod),
    DebitMethod(DebitMethod),
    WalletMethod(WalletMethod),
    VoucherMethod(VoucherMethod),
}

#[derive(Deserialize, Serialize)]
pub(crate) struct CardMethod {
    pub(crate) r#type: CardTag,
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) livemode: bool,
    pub(crate) customer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) billing_details: Option<BillingDetails>,
    pub(crate) brand: String,
    pub(crate) country: Option<String>,
    pub(crate) exp_month: i64,
    pub(crate) exp_year: i64,
    pub(crate) fingerprint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) funding: Option<String>,
    pub(crate) last4: String,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct DebitMethod {
    pub(crate) r#type: DebitTag,
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) livemode: bool,
    pub(crate) customer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) billing_details: Option<BillingDetails>,
    pub(crate) bank_code: Option<String>,
    pub(crate) branch_code: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) fingerprint: Option<String>,
    pub(crate) last4: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct WalletMethod {
    pub(crate) r#type: WalletTag,
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) livemode: bool,
    pub(crate) customer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) billing_details: Option<BillingDetails>,
    pub(crate) payer_email: Option<String>,
    pub(crate) payer_id: Option<String>,
    pub(crate) country: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct VoucherMethod {
    pub(crate) r#type: VoucherTag,
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) livemode: bool,
    pub(crate) customer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) billing_details: Option<BillingDetails>,
    pub(crate) number: String,
    pub(crate) expires_after_days: i64,
    pub(crate) hosted_url: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum CardTag {
    #[serde(rename = "card")]
    Card,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum DebitTag {
    #[serde(rename = "debit")]
    Debit,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum WalletTag {
    #[serde(rename = "wallet")]
    Wallet,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum VoucherTag {
    #[serde(rename = "voucher")]
    Voucher,
}
