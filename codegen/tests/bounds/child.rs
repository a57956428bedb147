//! `specsmith check` as a process of its own. In: files; out, how it ended and how much memory it took.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wait4::Wait4;

/// Seconds of processor time, without optimisation.
const SECONDS: u32 = 100;
/// Address space in kilobytes: what wants more is refused by the system and aborts.
const ADDRESSES: u32 = 6 << 20;

/// How a run ended.
pub(crate) struct Ended {
    name: String,
    code: Option<i32>,
    megabytes: u64,
    stderr: String,
}

/// A document as it is written, with schemas below `components`.
pub(crate) fn document(version: &str, schemas: &str) -> String {
    format!(
        r##"{{"openapi":"{version}","info":{{"title":"t","version":"1"}},"paths":{{"/a":{{"get":{{"responses":{{"200":
        {{"description":"d","content":{{"application/json":{{"schema":{{"$ref":"#/components/schemas/S0"}}}}}}}}}}}}}}}},
        "components":{{"schemas":{{{schemas}}}}}}}"##
    )
}

/// `S0` to `S<count>`, each made from the reference to the next; the last one is a plain schema.
pub(crate) fn chain(count: usize, link: impl Fn(usize, &str) -> String) -> String {
    let reference = |to: usize| format!(r##"{{"$ref":"#/components/schemas/S{to}"}}"##);
    let mut schemas: Vec<String> = (0..count)
        .map(|index| format!(r#""S{index}":{}"#, link(index, &reference(index + 1))))
        .collect();
    schemas.push(format!(r#""S{count}":{{"type":"object"}}"#));
    schemas.join(",")
}

/// A folder for the files of one case, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("bounds")
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Runs one text. The name ends in `.json` or `.yaml`.
pub(crate) fn run(name: &str, text: &str) -> Ended {
    let folder = folder(name);
    let file = folder.join(name);
    std::fs::write(&file, text).expect("a document");
    let ended = run_file(name, &file);
    std::fs::remove_dir_all(folder).expect("a folder that is not needed any more");
    ended
}

/// Runs one file.
pub(crate) fn run_file(name: &str, file: &Path) -> Ended {
    let script = format!("ulimit -t {SECONDS}; ulimit -v {ADDRESSES}; exec \"$@\"");
    let errors = file.with_extension("err");
    let mut child = Command::new("sh")
        .args([
            "-c",
            &script,
            "sh",
            env!("CARGO_BIN_EXE_specsmith"),
            "check",
        ])
        .arg(file)
        .arg("--out")
        .arg(file.with_extension("out"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&errors).expect("a file"))
        .spawn()
        .expect("a child");
    let used = child.wait4().expect("the child ends");
    Ended {
        name: name.to_owned(),
        code: used.status.code(),
        megabytes: used.rusage.maxrss >> 20,
        stderr: String::from_utf8(std::fs::read(&errors).expect("errors")).expect("UTF-8"),
    }
}

impl Ended {
    fn shown(&self) -> String {
        let Self {
            name,
            code,
            megabytes,
            stderr,
        } = self;
        format!("{name}: exit code {code:?}, {megabytes} MB\n{stderr}")
    }

    /// It would give a crate.
    pub(crate) fn gives_a_crate(self) -> Self {
        assert_eq!(self.code, Some(1), "{}", self.shown());
        self
    }

    /// It ends with an error of this code, which has a place and a remedy.
    pub(crate) fn refuses(self, code: &str) -> Self {
        assert_eq!(self.code, Some(2), "{}", self.shown());
        assert!(
            self.stderr.contains(&format!("error[{code}]")),
            "{}",
            self.shown()
        );
        assert!(self.stderr.contains("\n  --> "), "{}", self.shown());
        assert!(self.stderr.contains("\n  help: "), "{}", self.shown());
        self
    }

    /// It says this among other things.
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "{}", self.shown());
        self
    }

    /// It took no more memory than this.
    pub(crate) fn within(self, megabytes: u64) {
        assert!(self.megabytes <= megabytes, "{}", self.shown());
    }
}

/// How a schema is made from its index and the reference to the next one, by name.
pub(crate) type Link = (&'static str, fn(usize, &str) -> String);

/// The same without the index.
pub(crate) type Unnamed = (&'static str, fn(&str) -> String);
