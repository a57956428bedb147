//! `specsmith watch`, run as a person runs it: the files it looks at are changed in the ways editors do, broken and
//! mended, and what is on disk has to follow. Every wait ends as soon as it can, and only a minute later otherwise.
#![cfg(feature = "watch")]

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: All of them.
          content:
            application/json:
              schema: {$ref: 'parts/pet.yaml'}
";

const OVERLAY: &str = "\
overlay: 1.0.0
info: {title: o, version: '1'}
actions:
  - target: $.info
    update: {title: First title}
";

/// How long a step may take on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn what_is_on_disk_follows_every_change() {
    let folder = Folder::new("follows");
    folder.write("api.yaml", DOCUMENT);
    folder.write("fix.yaml", OVERLAY);
    folder.write("parts/pet.yaml", &object("name"));
    let mut watch = Watch::start(&folder, &["api.yaml", "--overlay", "fix.yaml"]);
    watch.until("the first crate", |_| folder.emitted("pub name:"));
    watch.until("its line", |w| w.out().contains(" files written in "));

    // As editors save: a new file in the place of the old one.
    folder.exchange("parts/pet.yaml", &object("nick_name"));
    watch.until("a file that is referred to", |_| {
        folder.emitted("pub nick_name:")
    });
    folder.write("fix.yaml", &OVERLAY.replace("First", "Second"));
    watch.until("the overlay", |_| folder.emitted("Second title"));
    folder.write("api.toml", "[api]\nmodule = \"animals\"\n");
    watch.until("the .toml beside it", |_| {
        folder.path("out/src/animals/mod.rs").exists()
    });

    folder.exchange("api.yaml", "openapi: [3.0.3\n");
    watch.until("the finding", |w| w.err().contains("error[syntax]"));
    watch.until("the wait", |w| w.out().contains("; waiting for a change"));
    let kept = folder.emitted("pub nick_name:");
    assert!(kept, "what was there stays while the document is broken");

    let mended = DOCUMENT.replace("parts/pet.yaml", "more/dog.yaml");
    folder.exchange("api.yaml", &mended);
    watch.until("the missing file", |w| {
        w.err().contains("[ref-file-missing]")
    });
    folder.write("more/dog.yaml", &object("breed"));
    watch.until("a file that was missing", |_| folder.emitted("pub breed:"));
    folder.write("more/dog.yaml", &object("weight"));
    watch.until("a change of that", |_| folder.emitted("pub weight:"));

    watch.stop_cleanly();
    let out = watch.out();
    let told = |line: &str| line.starts_with("out: ") || line.starts_with("out is up to date: ");
    assert!(out.lines().all(told), "a line for each run:\n{out}");
}

#[test]
fn a_folder_of_documents_is_watched_as_a_whole() {
    let folder = Folder::new("folder");
    folder.write("spec/parts/pet.yaml", &object("name"));
    folder.write("spec/cats.yaml", DOCUMENT);
    let mut watch = Watch::start(&folder, &["spec"]);
    watch.until("the first", |_| folder.path("out/src/cats/mod.rs").exists());
    folder.write("spec/dogs.yaml", DOCUMENT);
    watch.until("a second", |_| folder.path("out/src/dogs/mod.rs").exists());
    fs::remove_file(folder.path("spec/cats.yaml")).unwrap();
    watch.until("one less", |_| !folder.path("out/src/cats/mod.rs").exists());
    watch.stop_cleanly();
}

#[test]
fn arguments_that_mean_nothing_end_it_at_once() {
    let folder = Folder::new("arguments");
    let run = Command::new(env!("CARGO_BIN_EXE_specsmith"))
        .args(["watch", "api.yaml"])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.contains("--out DIR is needed"), "{said}");
}

fn object(property: &str) -> String {
    format!("type: object\nproperties:\n  {property}: {{type: string}}\n")
}

/// A folder that goes away in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("specsmith-watch-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn exchange(&self, name: &str, text: &str) {
        self.write(".new", text);
        fs::rename(self.path(".new"), self.path(name)).unwrap();
    }

    /// Whether a text stands in some file of the crate.
    fn emitted(&self, text: &str) -> bool {
        let apis = ["out/src/api", "out/src/animals"].map(|api| self.path(api));
        apis.iter().any(|api| contains(api, text))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn contains(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .any(|entry| {
            let path = entry.path();
            let file = || fs::read_to_string(&path).is_ok_and(|file| file.contains(text));
            contains(&path, text) || file()
        })
}

/// A running `specsmith watch`, and what it said so far.
struct Watch {
    child: Child,
    said: [Arc<Mutex<String>>; 2],
}

impl Watch {
    fn start(folder: &Folder, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_specsmith"))
            .arg("watch")
            .args(arguments)
            .args(["--out", "out", "--name", "pets"])
            .current_dir(&folder.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = [
            collect(child.stdout.take().unwrap()),
            collect(child.stderr.take().unwrap()),
        ];
        Self { child, said }
    }

    fn out(&self) -> String {
        self.said[0].lock().unwrap().clone()
    }

    fn err(&self) -> String {
        self.said[1].lock().unwrap().clone()
    }

    fn until(&mut self, what: &str, done: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !done(self) {
            let ended = self.child.try_wait().unwrap();
            let waited = start.elapsed();
            assert!(
                ended.is_none() && waited < PATIENCE,
                "{what} did not come in {waited:?} ({ended:?}):\n{}\n{}",
                self.out(),
                self.err()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Ctrl-C; on Windows, where a process cannot send it to another one alone, an end.
    fn stop_cleanly(&mut self) {
        if cfg!(unix) {
            let kill = format!("kill -INT {}", self.child.id());
            assert!(
                Command::new("sh")
                    .args(["-c", &kill])
                    .status()
                    .unwrap()
                    .success()
            );
            let start = Instant::now();
            let status = loop {
                if let Some(status) = self.child.try_wait().unwrap() {
                    break status;
                }
                assert!(start.elapsed() < PATIENCE, "it goes on after ctrl-c");
                std::thread::sleep(Duration::from_millis(20));
            };
            assert_eq!(status.code(), Some(0), "{}", self.err());
        } else {
            self.child.kill().unwrap();
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn collect(from: impl Read + Send + 'static) -> Arc<Mutex<String>> {
    let said = Arc::new(Mutex::new(String::new()));
    let kept = Arc::clone(&said);
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let mut said = kept.lock().unwrap();
            said.push_str(&line);
            said.push('\n');
        }
    });
    said
}
