//! Events in a body: server-sent events, as the HTML standard has them. In: the chunks of a body; out: one event after the
//! other. Invariant: chunks may end anywhere; an event that the body broke off in is none.

use std::time::Duration;

/// Reads a body as far as it has come.
#[derive(Debug, Default)]
pub(super) struct Events {
    /// What has come of a line.
    text: Vec<u8>,
    /// How much of it is done with.
    at: usize,
    /// How far the end of a line was looked for.
    seen: usize,
    /// Whether the last line ended with a carriage return: a line feed belongs to it.
    returned: bool,
    /// Whether the first line is done with.
    begun: bool,
    event: RawEvent,
    /// The identity that the next event will have, and those after it.
    id: String,
    /// The identity of the last event.
    last_id: String,
    /// How long the server asks to wait before the connection is made again.
    retry: Option<Duration>,
    /// How many events there were.
    count: usize,
}

/// An event that was found.
#[derive(Debug, Default)]
pub(super) struct RawEvent {
    /// What kind of event it is; empty if it was not told.
    pub(super) event: String,
    pub(super) data: String,
    /// Its own identity, if it has one.
    pub(super) id: Option<String>,
}

impl Events {
    /// How much is kept.
    pub(super) fn held(&self) -> usize {
        self.text.len() - self.at + self.event.data.len()
    }

    /// The identity of the last event; empty if there was none.
    pub(super) fn last_id(&self) -> &str {
        &self.last_id
    }

    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// How many events there were.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Another body follows: what was begun is dropped.
    pub(super) fn restart(&mut self) {
        *self = Events {
            id: self.last_id.clone(),
            last_id: std::mem::take(&mut self.last_id),
            retry: self.retry,
            count: self.count,
            ..Events::default()
        };
    }

    /// The next chunk.
    pub(super) fn push(&mut self, chunk: &[u8]) {
        let done = std::mem::take(&mut self.at);
        self.text.drain(..done);
        self.seen = self.seen.saturating_sub(done);
        self.text.extend_from_slice(chunk);
    }

    /// Goes on to the end of the next event, as far as the body has come.
    pub(super) fn step(&mut self) -> Option<RawEvent> {
        loop {
            if self.returned && self.text.get(self.at) == Some(&b'\n') {
                self.at += 1;
            }
            self.returned &= self.at >= self.text.len();
            let from = self.seen.max(self.at);
            let rest = self.text[from..].iter();
            let Some(end) = rest.clone().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                self.seen = self.text.len();
                return None;
            };
            let end = from + end;
            let line = String::from_utf8_lossy(&self.text[self.at..end]).into_owned();
            self.returned = self.text[end] == b'\r';
            self.at = end + 1;
            let first = !std::mem::replace(&mut self.begun, true);
            let line = match line.strip_prefix('\u{feff}') {
                Some(rest) if first => rest,
                _ => &line,
            };
            if !line.is_empty() {
                self.field(line);
            } else if let Some(event) = self.dispatch() {
                return Some(event);
            }
        }
    }

    /// A blank line: the event is complete, if it has data.
    fn dispatch(&mut self) -> Option<RawEvent> {
        self.last_id.clone_from(&self.id);
        let mut event = std::mem::take(&mut self.event);
        // Each line of data was given an end.
        event.data.pop()?;
        self.count += 1;
        Some(event)
    }

    fn field(&mut self, line: &str) {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "event" => value.clone_into(&mut self.event.event),
            "data" => {
                self.event.data.push_str(value);
                self.event.data.push('\n');
            }
            "id" if !value.contains('\0') => {
                value.clone_into(&mut self.id);
                self.event.id = Some(value.to_owned());
            }
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                let time = value.parse().ok().map(Duration::from_millis);
                self.retry = time.or(self.retry);
            }
            // Comments, which have no name, and fields that there are not.
            _ => {}
        }
    }
}
