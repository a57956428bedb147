//! A file of events and how far it is good.
//!
//! Input: the lines of a page and where the next one is. Output: the file, and beside it a checkpoint: how many bytes and
//! events of the file count, and where to go on. Invariant: a checkpoint is replaced as a whole, and only once the lines that
//! it counts are on the disk; what the file has beyond it is cut off when the file is opened.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use activity_logs::runtime::Position;
use jiff::Timestamp;
use serde_json::{Value, json};

/// An open file of events. No other process has it open.
#[derive(Debug)]
pub(super) struct Log {
    path: PathBuf,
    file: File,
    of: String,
    bytes: u64,
    events: u64,
    position: Option<String>,
    /// The second in which the export began.
    until: Timestamp,
    whole: bool,
}

impl Log {
    /// Opens the file and cuts off what no checkpoint counts.
    pub(super) fn open(path: &Path, of: &str) -> Result<Self, String> {
        let shown = path.display();
        let trouble = |error: io::Error| format!("{shown}: {error}");
        let mut options = OpenOptions::new();
        let options = options.create(true).read(true).write(true).truncate(false);
        let file = options.open(path).map_err(trouble)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(format!("{shown}: another export is writing to it"));
            }
            Err(TryLockError::Error(error)) => return Err(trouble(error)),
        }
        let mut log = Log {
            path: path.to_owned(),
            file,
            of: of.to_owned(),
            bytes: 0,
            events: 0,
            position: None,
            until: second(Timestamp::now().as_second()),
            whole: false,
        };
        log.resume()?;
        let length = log.file.metadata().map_err(trouble)?.len();
        if length < log.bytes {
            return Err(format!(
                "{shown} has {length} bytes, and its checkpoint counts {}: remove {} to begin anew",
                log.bytes,
                log.checkpoint().display()
            ));
        }
        log.file.set_len(log.bytes).map_err(trouble)?;
        log.file.seek(SeekFrom::Start(log.bytes)).map_err(trouble)?;
        Ok(log)
    }

    /// Reads the checkpoint, if there is one.
    fn resume(&mut self) -> Result<(), String> {
        let path = self.checkpoint();
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let remedy = format!("remove {} to begin anew", path.display());
        let kept: Value = serde_json::from_slice(&text)
            .map_err(|error| format!("{} is no checkpoint ({error}): {remedy}", path.display()))?;
        let of = kept["of"].as_str().unwrap_or_default();
        if of != self.of {
            return Err(format!(
                "{} is of `{of}`, and this export is of `{}`: choose another folder, or {remedy}",
                self.path.display(),
                self.of
            ));
        }
        let number = |name: &str| {
            let number = kept[name].as_u64();
            number.ok_or_else(|| format!("{} lacks `{name}`: {remedy}", path.display()))
        };
        self.bytes = number("bytes")?;
        self.events = number("events")?;
        self.until = second(kept["until"].as_i64().unwrap_or_default());
        self.position = kept["next"].as_str().map(str::to_owned);
        self.whole = kept["whole"].as_bool().unwrap_or_default();
        Ok(())
    }

    /// Where to go on; `None` at the beginning.
    pub(super) fn position(&self) -> Result<Option<Position>, String> {
        let position = self.position.as_deref().map(str::parse);
        position.transpose().map_err(|error| {
            let path = self.checkpoint();
            format!("{}: {error}: remove it to begin anew", path.display())
        })
    }

    /// The end of the time whose events are wanted: the same in every run.
    pub(super) fn until(&self) -> Timestamp {
        self.until
    }

    /// Whether nothing is left to fetch.
    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    /// How many events there are.
    pub(super) fn events(&self) -> u64 {
        self.events
    }

    pub(super) fn file(&self) -> &Path {
        &self.path
    }

    /// Adds the lines of a page; `next` is where the page after it is.
    pub(super) fn append(
        &mut self,
        lines: &[u8],
        events: usize,
        next: Option<&Position>,
    ) -> io::Result<()> {
        self.file.write_all(lines)?;
        self.file.sync_data()?;
        self.bytes += lines.len() as u64;
        self.events += events as u64;
        self.whole = next.is_none();
        self.position = next.map(Position::to_string);
        self.keep()
    }

    /// Says that there are no more pages.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        if self.whole {
            return Ok(());
        }
        self.whole = true;
        self.position = None;
        self.keep()
    }

    /// Replaces the checkpoint.
    fn keep(&self) -> io::Result<()> {
        let kept = json!({
            "of": self.of,
            "bytes": self.bytes,
            "events": self.events,
            "until": self.until.as_second(),
            "next": self.position,
            "whole": self.whole,
        });
        let path = self.checkpoint();
        let new = path.with_extension("checkpoint.new");
        let mut file = File::create(&new)?;
        file.write_all(kept.to_string().as_bytes())?;
        file.sync_all()?;
        fs::rename(new, &path)?;
        sync_folder(&path)
    }

    /// The lines that count, from the first on.
    #[cfg(feature = "parquet")]
    pub(super) fn lines(&mut self) -> io::Result<impl io::BufRead + '_> {
        self.file.rewind()?;
        Ok(io::BufReader::new(io::Read::take(&self.file, self.bytes)))
    }

    fn checkpoint(&self) -> PathBuf {
        self.path.with_extension("checkpoint")
    }
}

/// Has the folder of a file on the disk: only then it has the file under its new name. On Windows it cannot be opened.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    let _ = path;
    Ok(())
}

fn second(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or_default()
}
