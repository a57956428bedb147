//! Waiting. In: the folders in which something may change; out: a wake-up once something did and it is quiet again, or
//! because the user wants to stop. Invariant: where folders cannot be watched it looks from time to time instead, and
//! says so.

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How long it has to be quiet: an editor may write a file in several steps.
const QUIET: Duration = Duration::from_millis(60);
/// How long a change waits for quiet at most.
const PATIENCE: Duration = Duration::from_millis(600);
/// How often it looks where folders cannot be watched.
const INTERVAL: Duration = Duration::from_secs(2);

/// Why a wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wake {
    /// Something may have changed.
    Look,
    /// The user wants to stop.
    Stop,
}

/// What ends a wait.
enum Message {
    Event(notify::Result<Event>),
    Stop,
}

/// Whatever tells of changes.
pub(super) struct Events {
    messages: Receiver<Message>,
    /// `None` where folders cannot be watched.
    watcher: Option<RecommendedWatcher>,
    watched: BTreeSet<PathBuf>,
    /// Keeps the channel open where there is no watcher.
    _sender: Sender<Message>,
}

impl Events {
    /// Nothing is watched yet. From here on ctrl-c ends the next wait; a second one ends the process.
    pub(super) fn new() -> Self {
        let (sender, messages) = channel();
        let stop = sender.clone();
        let stopping = AtomicBool::new(false);
        let on_interrupt = ctrlc::set_handler(move || {
            if stopping.swap(true, Ordering::SeqCst) || stop.send(Message::Stop).is_err() {
                std::process::exit(130);
            }
        });
        if let Err(reason) = on_interrupt {
            eprintln!("specsmith: ctrl-c will end this at once, even while it writes: {reason}");
        }
        let events = sender.clone();
        let watcher = notify::recommended_watcher(move |event| {
            // Nobody listens any more when the process ends.
            let _ = events.send(Message::Event(event));
        });
        let mut this = Self {
            messages,
            watcher: None,
            watched: BTreeSet::new(),
            _sender: sender,
        };
        match watcher {
            Ok(watcher) => this.watcher = Some(watcher),
            Err(reason) => this.give_up(&reason),
        }
        this
    }

    /// Watches these folders and no others.
    pub(super) fn watch(&mut self, folders: &BTreeSet<PathBuf>) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        for gone in self.watched.difference(folders) {
            // It may not be there any more.
            let _ = watcher.unwatch(gone);
        }
        self.watched.retain(|folder| folders.contains(folder));
        for folder in folders {
            if self.watched.contains(folder) {
                continue;
            }
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                Ok(()) => drop(self.watched.insert(folder.clone())),
                // It went away meanwhile; then the folder around it is watched next time.
                Err(_) if !folder.is_dir() => {}
                Err(reason) => {
                    self.give_up(&reason);
                    return;
                }
            }
        }
    }

    fn give_up(&mut self, reason: &notify::Error) {
        self.watcher = None;
        self.watched.clear();
        let seconds = INTERVAL.as_secs();
        eprintln!("specsmith: cannot watch folders ({reason}); looking every {seconds} s instead");
    }

    /// Waits for the next change, and then for quiet.
    pub(super) fn wait(&mut self) -> Wake {
        let first = match &self.watcher {
            Some(_) => self.messages.recv().map_err(|_| RecvTimeoutError::Timeout),
            None => self.messages.recv_timeout(INTERVAL),
        };
        let Ok(first) = first else {
            return Wake::Look;
        };
        let mut next = Some(first);
        let start = Instant::now();
        let mut noticed = false;
        while let Some(message) = next {
            match message {
                Message::Stop => return Wake::Stop,
                Message::Event(event) => noticed |= self.is_change(event),
            }
            let left = PATIENCE.saturating_sub(start.elapsed());
            next = match noticed {
                true => self.messages.recv_timeout(QUIET.min(left)).ok(),
                false => self.messages.recv().ok(),
            };
        }
        Wake::Look
    }

    /// Whether an event is about a change. A folder that is itself moved or removed has to be watched anew.
    fn is_change(&mut self, event: notify::Result<Event>) -> bool {
        let Ok(event) = event else {
            return true;
        };
        let about_itself = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(_));
        if about_itself && let Some(watcher) = &mut self.watcher {
            for folder in &event.paths {
                if self.watched.remove(folder) {
                    let _ = watcher.unwatch(folder);
                }
            }
        }
        !matches!(event.kind, EventKind::Access(_))
    }
}

#[cfg(test)]
mod tests {
    use super::{Events, Message, Wake};
    use notify::event::{AccessKind, CreateKind};
    use notify::{Event, EventKind};
    use std::collections::BTreeSet;
    use std::sync::mpsc::channel;

    fn events() -> (Events, std::sync::mpsc::Sender<Message>) {
        let (sender, messages) = channel();
        let events = Events {
            messages,
            watcher: None,
            watched: BTreeSet::new(),
            _sender: sender.clone(),
        };
        (events, sender)
    }

    #[test]
    fn reading_a_file_is_no_change_and_stopping_comes_before_looking() {
        let (mut events, sender) = events();
        let event = |kind| Message::Event(Ok(Event::new(kind)));
        sender
            .send(event(EventKind::Access(AccessKind::Any)))
            .unwrap();
        sender
            .send(event(EventKind::Create(CreateKind::File)))
            .unwrap();
        assert_eq!(events.wait(), Wake::Look);
        sender
            .send(event(EventKind::Create(CreateKind::File)))
            .unwrap();
        sender.send(Message::Stop).unwrap();
        assert_eq!(events.wait(), Wake::Stop);
    }

    #[test]
    fn without_a_watcher_it_looks_from_time_to_time() {
        let (mut events, _sender) = events();
        assert_eq!(events.wait(), Wake::Look);
    }
}
