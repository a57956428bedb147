//! Whole logs as files of JSON lines, from several vendors at once, and as Parquet.
//!
//! Input: a [`Plan`]; credentials and servers come from the environment. Output: a file for each log in the plan's folder, an event a
//! line as the vendor sent it, and beside it what is needed to go on. Invariant: however often a run is cut short, at
//! whatever moment, the runs after it end with the same file as one that was not. Parquet files are made of JSON lines that
//! are whole, each in one step.

#[cfg(feature = "parquet")]
mod columns;
mod log;
#[cfg(feature = "parquet")]
mod parquet;

use std::io;
use std::path::{Path, PathBuf};

use activity_logs::runtime::{BuildError, Paged, PagesBlocking, Wire};
use activity_logs::{exavault, json, snaplogic, thousandeyes, tiledb};

use crate::sandbox::Vendor;
use jiff::Timestamp;
use log::Log;

/// What to write, and where.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The folder of the files; made if it is not there.
    pub folder: PathBuf,
    /// The vendors to ask.
    pub vendors: Vec<Vendor>,
    /// The SnapLogic organization.
    pub org: Option<String>,
    /// The TileDB array: its namespace and its name or URI.
    pub array: Option<(String, String)>,
    /// How many events a page has, where that can be asked for.
    pub page_size: u32,
    /// What is to be there in the end.
    pub format: Format,
}

/// What files an export ends with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// An event a line.
    #[default]
    JsonLines,
    /// These, and a Parquet file beside each, an event a row.
    Parquet,
}

/// What came of one log.
#[derive(Debug)]
pub struct Report {
    /// The vendor and the operation.
    pub log: String,
    /// The file.
    pub file: PathBuf,
    /// How many events the file has, and how many of them are new.
    pub events: Result<(u64, u64), String>,
}

/// Fills a log from where it stands.
type Fill = Box<dyn FnOnce(&mut Log) -> Result<(), String> + Send>;

/// One log to write.
struct Job {
    vendor: Vendor,
    operation: &'static str,
    /// What else its events depend on: a file is good for the same only.
    of: String,
    fill: Fill,
}

/// Writes all logs of a plan at the same time. Logs that are whole already stay as they are.
///
/// # Errors
/// When a vendor cannot be asked at all: credentials, the organization or the array are missing.
pub fn export(plan: &Plan) -> Result<Vec<Report>, String> {
    if plan.format == Format::Parquet && cfg!(not(feature = "parquet")) {
        return Err(
            "this program was built without Parquet; build it with `cargo build --features parquet`".into(),
        );
    }
    let mut jobs = Vec::new();
    for vendor in &plan.vendors {
        jobs.extend(
            jobs_of(*vendor, plan).map_err(|reason| format!("{}: {reason}", vendor.name()))?,
        );
    }
    let folder = &plan.folder;
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(std::thread::scope(|scope| {
        let running: Vec<_> = jobs
            .into_iter()
            .map(|job| scope.spawn(|| job.finish(folder, plan.format)))
            .collect();
        let done = running.into_iter().map(|thread| thread.join());
        // A panic in a thread of ours is a panic of ours.
        done.map(|outcome| outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    }))
}

impl Job {
    fn finish(self, folder: &Path, format: Format) -> Report {
        let name = format!("{}-{}", self.vendor.name().to_lowercase(), self.operation);
        let file = folder.join(format!("{name}.jsonl"));
        let shown = match format {
            Format::JsonLines => file.clone(),
            Format::Parquet => file.with_extension("parquet"),
        };
        let events = Log::open(&file, &self.of).and_then(|mut log| {
            let before = log.events();
            if !log.is_whole() {
                // One of an earlier log would be taken for that of this one.
                remove(&file.with_extension("parquet"))?;
                (self.fill)(&mut log)?;
            }
            #[cfg(feature = "parquet")]
            if format == Format::Parquet && !shown.exists() {
                let lines = log.lines().map_err(|error| at(&file, &error))?;
                parquet::write(lines, self.operation, &shown)?;
            }
            Ok((log.events(), log.events() - before))
        });
        Report {
            log: format!("{}: {}", self.vendor.name(), self.operation),
            file: shown,
            events,
        }
    }
}

/// The logs of a vendor. Lists that are newest first end at the moment the export began: what is logged later would move
/// their pages.
fn jobs_of(vendor: Vendor, plan: &Plan) -> Result<Vec<Job>, String> {
    let job = |operation, of: &str, fill| Job {
        vendor,
        operation,
        of: format!("{of} in pages of {}", plan.page_size)
            .trim_start()
            .to_owned(),
        fill,
    };
    Ok(match vendor {
        Vendor::ExaVault => {
            let [sessions, webhooks] = exavault_logs(i64::from(plan.page_size))?;
            vec![
                job("getSessionLogs", "", sessions),
                job("getWebhookLogs", "", webhooks),
            ]
        }
        Vendor::ThousandEyes => vec![job("getUserEvents", "", thousandeyes_log()?)],
        Vendor::TileDb => {
            let array = plan.array.as_ref();
            let (space, name) = array.ok_or("which array? --array NAMESPACE:NAME tells")?;
            let fill = tiledb_log(space, name, i64::from(plan.page_size))?;
            vec![job("arrayActivityLog", &format!("{space}:{name}"), fill)]
        }
        Vendor::SnapLogic => {
            let org = plan.org.as_ref();
            let org = org.ok_or("which organization? --org NAME tells")?;
            vec![job(
                "getActivities",
                org,
                snaplogic_log(org, i64::from(plan.page_size))?,
            )]
        }
    })
}

fn exavault_logs(size: i64) -> Result<[Fill; 2], String> {
    let client = exavault::Client::from_env().map_err(said)?;
    let sessions = client.get_session_logs().limit(size);
    let webhooks = client.get_webhook_logs().limit(size);
    Ok([
        Box::new(|log| walk(sessions.end_date(log.until()).pages_blocking(), log)),
        Box::new(|log| walk(webhooks.end_date(log.until()).pages_blocking(), log)),
    ])
}

fn thousandeyes_log() -> Result<Fill, String> {
    let client = thousandeyes::Client::from_env().map_err(said)?;
    let events = client.get_user_events().use_all_permitted_aids(true);
    let events = events.start_date(Timestamp::UNIX_EPOCH);
    Ok(Box::new(|log| {
        walk(events.end_date(log.until()).pages_blocking(), log)
    }))
}

fn tiledb_log(space: &str, array: &str, size: i64) -> Result<Fill, String> {
    let client = tiledb::Client::from_env().map_err(said)?;
    // Without a beginning it would be the last seven days.
    let events = client
        .array_activity_log(space, array)
        .start(0)
        .per_page(size);
    Ok(Box::new(|log| {
        let end = u64::try_from(log.until().as_second()).unwrap_or_default();
        walk(events.end(end).pages_blocking(), log)
    }))
}

fn snaplogic_log(org: &str, size: i64) -> Result<Fill, String> {
    let client = snaplogic::Client::from_env().map_err(said)?;
    let events = client.get_activities(org).limit(size);
    Ok(Box::new(|log| {
        walk(
            events.end(log.until().as_millisecond()).pages_blocking(),
            log,
        )
    }))
}

fn said(error: BuildError) -> String {
    error.to_string()
}

/// Writes page after page from where the log stands.
fn walk<O: Paged<Item: Wire>>(pages: PagesBlocking<O>, log: &mut Log) -> Result<(), String> {
    let mut pages = match log.position()? {
        Some(position) => pages.at(&position),
        None => pages,
    };
    while let Some(page) = pages.next() {
        let page = page.map_err(|error| error.to_string())?;
        let items = O::items(page.into_inner());
        let mut lines = Vec::new();
        for item in &items {
            lines.extend(json::to_vec(item));
            lines.push(b'\n');
        }
        let next = pages.position();
        let kept = log.append(&lines, items.len(), next.as_ref());
        kept.map_err(|error| at(log.file(), &error))?;
    }
    log.finish().map_err(|error| at(log.file(), &error))
}

/// Removes a file, if there is one.
fn remove(file: &Path) -> Result<(), String> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(file, &error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn at(file: &Path, error: &io::Error) -> String {
    format!("{}: {error}", file.display())
}
