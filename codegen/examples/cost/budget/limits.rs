//! The limits of `codegen/budget.toml`. In: its text and the figures; out: a verdict, or the text with new limits.
//! Invariant: a figure without a limit and a limit without a figure are both over budget, so that nothing is forgotten.

use super::{Kind, Measured};
use crate::process;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What an updated limit has above the figure, as a factor.
const SLACK: f64 = 1.03;
/// Below this part of its limit, a figure is far below.
const FAR_BELOW: f64 = 0.90;
/// How much more may be executed with another compiler than the one of the limits, in percent.
const OTHER_COMPILER: f64 = 10.0;

/// The head of the file.
const HEAD: &str = "\
# Limits that `cargo run -p specsmith --example cost -- budget` holds the project to; CI runs it. A change that passes one
# either gets cheaper, or sets it anew with `budget --update` (what was measured and 3 % more) and says in its commit why.
#
# Instructions are counted by callgrind, one thread, optimised build. They do not depend on how busy the machine is, but
# they do on the kind of processor, the compiler and the versions of libraries: the limits are for `host`; a compiler other
# than `rustc` may execute `other-rustc-percent` more; `cargo update` may need new limits.
";

/// What compiles here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Compiler {
    host: String,
    rustc: String,
}

impl Compiler {
    /// Asks rustc.
    pub(super) fn here() -> Result<Self, String> {
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let said = process::output(std::process::Command::new(rustc).arg("-vV"))?;
        let field = |name: &str| {
            let line = said.lines().find_map(|line| line.strip_prefix(name));
            line.map(|line| line.trim().to_owned())
                .ok_or_else(|| format!("`rustc -vV` does not tell its `{name}`"))
        };
        Ok(Self {
            host: field("host:")?,
            rustc: field("release:")?,
        })
    }
}

/// The file.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    host: String,
    rustc: String,
    other_rustc_percent: f64,
    instructions: BTreeMap<String, f64>,
    lines: BTreeMap<String, f64>,
    bytes: BTreeMap<String, f64>,
    crates: BTreeMap<String, f64>,
}

/// The limits as they hold here.
#[derive(Debug)]
pub(super) struct Limits {
    limits: BTreeMap<(Kind, String), f64>,
    /// What to say about them.
    note: Option<String>,
}

/// What is to be said, and how often which.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub(super) lines: Vec<String>,
    pub(super) over: usize,
    pub(super) below: usize,
}

impl Limits {
    /// Reads the file, for a compiler.
    pub(super) fn read(text: &str, compiler: &Compiler) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|e| format!("codegen/budget.toml: {e}"))?;
        if file.host != compiler.host {
            return Err(format!(
                "codegen/budget.toml is for {}, this is {}: other processors execute other instructions\n  \
                 help: `budget --update` writes limits for this one",
                file.host, compiler.host
            ));
        }
        let (factor, note) = if file.rustc == compiler.rustc {
            (1.0, None)
        } else {
            let percent = file.other_rustc_percent;
            let (of, here) = (&file.rustc, &compiler.rustc);
            let note = format!(
                "the limits are of rustc {of}, this is {here}: {percent} % more instructions are allowed"
            );
            (1.0 + percent / 100.0, Some(note))
        };
        let mut limits = BTreeMap::new();
        for kind in Kind::ALL {
            let (table, factor) = match kind {
                Kind::Instructions => (&file.instructions, factor),
                Kind::Lines => (&file.lines, 1.0),
                Kind::Bytes => (&file.bytes, 1.0),
                Kind::Crates => (&file.crates, 1.0),
            };
            limits.extend(
                table
                    .iter()
                    .map(|(name, limit)| ((kind, name.clone()), limit * factor)),
            );
        }
        Ok(Self { limits, note })
    }

    /// Holds the figures to the limits.
    pub(super) fn judge(mut self, measured: &[Measured]) -> Verdict {
        let mut verdict = Verdict::default();
        verdict.lines.extend(self.note);
        for Measured { kind, name, value } in measured {
            let unit = kind.name();
            let shown = number(*value);
            let Some(limit) = self.limits.remove(&(*kind, name.clone())) else {
                verdict.over += 1;
                verdict.lines.push(format!(
                    "{name}: {shown} {unit}, no budget: set one with `budget --update`"
                ));
                continue;
            };
            let budget = number(limit);
            if *value > limit {
                let over = percent(value / limit - 1.0);
                verdict.over += 1;
                verdict.lines.push(format!(
                    "{name}: {shown} {unit}, budget {budget}, {over} over"
                ));
            } else if *value < limit * FAR_BELOW {
                let below = percent(1.0 - value / limit);
                verdict.below += 1;
                verdict.lines.push(format!(
                    "{name}: {shown} {unit}, budget {budget}, {below} below: the budget can be lowered with `budget --update`"
                ));
            }
        }
        for (kind, name) in self.limits.into_keys() {
            verdict.over += 1;
            let table = kind.name();
            verdict.lines.push(format!("[{table}] {name}: nothing of that name is measured: take it out of codegen/budget.toml"));
        }
        verdict
    }
}

/// The text of the file with limits for these figures.
pub(super) fn text(measured: &[Measured], compiler: &Compiler) -> String {
    let Compiler { host, rustc } = compiler;
    let mut text = format!(
        "{HEAD}\nhost = \"{host}\"\nrustc = \"{rustc}\"\nother-rustc-percent = {OTHER_COMPILER}\n"
    );
    for kind in Kind::ALL {
        let _ = write!(text, "\n[{}]\n", kind.name());
        for one in measured.iter().filter(|one| one.kind == kind) {
            let limit = number((one.value * SLACK).ceil()).replace(',', "_");
            let _ = writeln!(text, "\"{}\" = {limit}", one.name);
        }
    }
    text
}

/// A share, with a digit after the point; never 0 where there is some.
fn percent(share: f64) -> String {
    format!("{:.1} %", (share * 100.0).max(0.1))
}

/// `412,345,678`; small ones with a digit after the point, unless they are whole.
fn number(value: f64) -> String {
    let text = if value < 10_000.0 && value.fract() > 0.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    };
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if rest.is_empty() {
        grouped
    } else {
        format!("{grouped}.{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Compiler, Limits, number, text};
    use crate::budget::{Kind, Measured};

    fn compiler(host: &str, rustc: &str) -> Compiler {
        Compiler {
            host: host.to_owned(),
            rustc: rustc.to_owned(),
        }
    }

    fn figures(instructions: f64) -> Vec<Measured> {
        vec![
            Measured::new(Kind::Instructions, "generate a.yaml", instructions),
            Measured::new(Kind::Lines, "a.yaml per schema", 50.4),
            Measured::new(Kind::Crates, "activity-logs", 100.0),
        ]
    }

    /// Limits for figures of a hundred million instructions, as `--update` writes them.
    fn limits(here: &Compiler) -> Limits {
        let file = text(&figures(1e8), &compiler("one", "1.95.0"));
        Limits::read(&file, here).expect("limits")
    }

    fn judged(instructions: f64, here: &Compiler) -> (Vec<String>, usize, usize) {
        let verdict = limits(here).judge(&figures(instructions));
        (verdict.lines, verdict.over, verdict.below)
    }

    #[test]
    fn limits_that_were_just_written_hold() {
        let here = compiler("one", "1.95.0");
        assert_eq!(judged(1e8, &here), (vec![], 0, 0));
        assert_eq!(judged(1.029e8, &here), (vec![], 0, 0));
    }

    #[test]
    fn what_passes_its_limit_is_told_with_by_how_much() {
        let line = "generate a.yaml: 106,090,000 instructions, budget 103,000,000, 3.0 % over";
        let (lines, over, below) = judged(1.0609e8, &compiler("one", "1.95.0"));
        assert_eq!((lines, over, below), (vec![line.to_owned()], 1, 0));
    }

    #[test]
    fn what_is_far_below_is_told_and_no_failure() {
        let (lines, over, below) = judged(8e7, &compiler("one", "1.95.0"));
        assert_eq!((lines.len(), over, below), (1, 0, 1));
        assert!(
            lines[0].contains("22.3 % below: the budget can be lowered"),
            "{lines:?}"
        );
    }

    #[test]
    fn another_compiler_has_a_margin_and_another_processor_no_verdict() {
        let (lines, over, _) = judged(1.1e8, &compiler("one", "1.96.0"));
        assert_eq!(over, 0);
        assert!(
            lines[0].contains("of rustc 1.95.0, this is 1.96.0"),
            "{lines:?}"
        );
        assert_eq!(judged(1.2e8, &compiler("one", "1.96.0")).1, 1);
        let file = text(&figures(1e8), &compiler("one", "1.95.0"));
        let refused = Limits::read(&file, &compiler("two", "1.95.0")).expect_err("another host");
        assert!(refused.contains("is for one, this is two"), "{refused}");
    }

    #[test]
    fn nothing_is_forgotten() {
        let here = compiler("one", "1.95.0");
        let mut more = figures(1e8);
        more.push(Measured::new(Kind::Bytes, "b.yaml per schema", 1.0));
        let verdict = limits(&here).judge(&more);
        assert_eq!(verdict.over, 1, "{verdict:?}");
        assert!(verdict.lines[0].contains("no budget"), "{verdict:?}");
        let verdict = limits(&here).judge(&figures(1e8)[1..]);
        assert_eq!(verdict.over, 1, "{verdict:?}");
        assert!(
            verdict.lines[0].contains("nothing of that name"),
            "{verdict:?}"
        );
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(412_345_678.0), "412,345,678");
        assert_eq!(number(50.44), "50.4");
        assert_eq!(number(1_234.5), "1,234.5");
        assert_eq!(number(100.0), "100");
    }
}
