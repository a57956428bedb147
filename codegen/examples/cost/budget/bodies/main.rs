//! Decodes or encodes a recorded body a number of times; `cost budget` compiles this outside of the workspace and counts
//! its instructions. In: `decode` or `encode`, a file `<operationId>-….json`, how often; out: the exit code.

use activity_logs::runtime::Wire;
use activity_logs::{exavault, json, snaplogic, thousandeyes, tiledb};
use std::hint::black_box;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, file, times] = arguments.as_slice() else {
        return Err("give `decode` or `encode`, a file, and how often".to_owned());
    };
    let body = std::fs::read(file).map_err(|e| format!("{file}: {e}"))?;
    let times: u32 = times.parse().map_err(|e| format!("{times}: {e}"))?;
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    match name.split('-').next().unwrap_or_default() {
        "getSessionLogs" => work::<exavault::models::SessionActivityResponse>(what, &body, times),
        "getWebhookLogs" => work::<exavault::models::WebhookActivityResponse>(what, &body, times),
        "getUserEvents" => work::<thousandeyes::models::AuditUserEvents>(what, &body, times),
        "arrayActivityLog" => work::<tiledb::models::ArrayActivityLogData>(what, &body, times),
        "getActivities" => work::<snaplogic::models::ActivitiesResponse>(what, &body, times),
        other => Err(format!("no body of an operation called `{other}`")),
    }
}

fn work<T: Wire>(what: &str, body: &[u8], times: u32) -> Result<(), String> {
    let decode = || json::from_slice::<T>(black_box(body)).map_err(|e| e.to_string());
    match what {
        "decode" => {
            for _ in 0..times {
                black_box(decode()?);
            }
        }
        "encode" => {
            let value = decode()?;
            for _ in 0..times {
                black_box(json::to_vec(black_box(&value)));
            }
        }
        other => return Err(format!("`{other}` is neither `decode` nor `encode`")),
    }
    Ok(())
}
