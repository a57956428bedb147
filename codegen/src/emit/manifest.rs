//! `Cargo.toml` of the output. In: the package's data and what the APIs need; out: its text. Invariant: it lists only
//! what the emitted code refers to, and the features of `features`.

use super::features::Features;
use super::{Prepared, Text};
use crate::ir;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A dependency of the output.
struct Dependency {
    name: &'static str,
    /// What follows the name.
    spec: &'static str,
    /// The parts of the runtime that need it; none for all outputs.
    parts: &'static [&'static str],
    on: Target,
}

/// Where a dependency is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Everywhere,
    /// Not in a browser.
    Native,
    Browser,
}

/// What the compiler calls a browser; WASI has a standard library.
const BROWSER: &str = r#"all(target_arch = "wasm32", target_os = "unknown")"#;

/// What an output may depend on, by name.
const DEPENDENCIES: &[Dependency] = &[
    Dependency {
        name: "axum",
        spec: r#"{ version = "0.8", default-features = false, features = ["http1", "tokio"], optional = true }"#,
        parts: &[],
        on: Target::Native,
    },
    Dependency {
        name: "base64",
        spec: r#""0.23""#,
        parts: &[],
        on: Target::Everywhere,
    },
    Dependency {
        name: "bytes",
        spec: r#""1""#,
        parts: &[],
        on: Target::Everywhere,
    },
    Dependency {
        name: "chrono",
        spec: r#"{ version = "0.4", default-features = false, features = ["std"] }"#,
        parts: &["chrono"],
        on: Target::Everywhere,
    },
    Dependency {
        name: "clap",
        spec: r#"{ version = "4.6", default-features = false, features = ["std", "help", "usage", "error-context", "suggestions", "wrap_help"], optional = true }"#,
        parts: &[],
        on: Target::Native,
    },
    Dependency {
        name: "clap_complete",
        spec: r#"{ version = "4.6", default-features = false, optional = true }"#,
        parts: &[],
        on: Target::Native,
    },
    Dependency {
        name: "fancy-regex",
        spec: r#"{ version = "0.19", default-features = false, features = ["std", "unicode"], optional = true }"#,
        parts: &["served"],
        on: Target::Native,
    },
    Dependency {
        name: "futures-core",
        spec: r#""0.3""#,
        parts: &["list", "paging", "stream"],
        on: Target::Everywhere,
    },
    Dependency {
        name: "futures-core",
        spec: r#""0.3""#,
        parts: &[],
        on: Target::Browser,
    },
    Dependency {
        name: "gloo-timers",
        spec: r#"{ version = "0.4", features = ["futures"] }"#,
        parts: &[],
        on: Target::Browser,
    },
    Dependency {
        name: "http",
        spec: r#""1""#,
        parts: &[],
        on: Target::Everywhere,
    },
    Dependency {
        name: "http-body",
        spec: r#"{ version = "1", optional = true }"#,
        parts: &[],
        on: Target::Everywhere,
    },
    Dependency {
        name: "jiff",
        spec: r#"{ version = "0.2", default-features = false, features = ["std"] }"#,
        parts: &["jiff"],
        on: Target::Everywhere,
    },
    Dependency {
        name: "js-sys",
        spec: r#""0.3""#,
        parts: &[],
        on: Target::Browser,
    },
    Dependency {
        name: "regress",
        spec: r#"{ version = "0.12", default-features = false, features = ["std"] }"#,
        parts: &["pattern"],
        on: Target::Everywhere,
    },
    Dependency {
        name: "reqwest",
        spec: r#"{ version = "0.13", default-features = false, features = ["rustls-no-provider", "http2", "gzip"], optional = true }"#,
        parts: &[],
        on: Target::Native,
    },
    Dependency {
        name: "reqwest",
        spec: r#"{ version = "0.13", default-features = false, features = ["stream"], optional = true }"#,
        parts: &[],
        on: Target::Browser,
    },
    Dependency {
        name: "rustls",
        spec: r#"{ version = "0.23", default-features = false, features = ["ring", "std", "tls12"], optional = true }"#,
        parts: &[],
        on: Target::Native,
    },
    Dependency {
        name: "secrecy",
        spec: r#""0.10""#,
        parts: &[],
        on: Target::Everywhere,
    },
    Dependency {
        name: "serde_core",
        spec: r#"{ version = "1", default-features = false, features = ["std"], optional = true }"#,
        parts: &[],
        on: Target::Everywhere,
    },
    Dependency {
        name: "serde_json",
        spec: r#"{ version = "1", features = ["preserve_order"] }"#,
        parts: &[],
        on: Target::Everywhere,
    },
    Dependency {
        name: "terminal_size",
        spec: r#"{ version = "0.4", optional = true }"#,
        parts: &[],
        on: Target::Native,
    },
    Dependency {
        name: "time",
        spec: r#"{ version = "0.3", default-features = false, features = ["std", "formatting", "parsing"] }"#,
        parts: &["time"],
        on: Target::Everywhere,
    },
    Dependency {
        name: "tokio",
        spec: r#"{ version = "1.50", default-features = false, features = ["time"], optional = true }"#,
        parts: &[],
        on: Target::Native,
    },
    Dependency {
        name: "tower-service",
        spec: r#"{ version = "0.3", optional = true }"#,
        parts: &[],
        on: Target::Everywhere,
    },
    Dependency {
        name: "tracing",
        spec: r#"{ version = "0.1", default-features = false, features = ["std"], optional = true }"#,
        parts: &[],
        on: Target::Everywhere,
    },
    Dependency {
        name: "unicode-width",
        spec: r#"{ version = "0.2", optional = true }"#,
        parts: &[],
        on: Target::Native,
    },
    Dependency {
        name: "ureq",
        spec: r#"{ version = "3.5", default-features = false, features = ["rustls", "gzip"], optional = true }"#,
        parts: &[],
        on: Target::Native,
    },
    Dependency {
        name: "uuid",
        spec: r#"{ version = "1", default-features = false, features = ["std"] }"#,
        parts: &["uuid"],
        on: Target::Everywhere,
    },
    Dependency {
        name: "web-time",
        spec: r#""1""#,
        parts: &[],
        on: Target::Browser,
    },
];

/// The features that are the same for every output.
const TRANSPORTS: &str = r#"# Sends requests with reqwest and rustls, or with `fetch` in a browser.
reqwest = ["dep:reqwest", "dep:http-body", "dep:rustls", "dep:tokio"]
# `send_blocking` and its like, through ureq; not in a browser.
blocking = ["dep:ureq"]
# Bodies of responses compressed with brotli; gzip needs no feature.
brotli = ["reqwest?/brotli", "ureq?/brotli"]
# Bodies of responses compressed with zstd, through reqwest; brings a compiler for C.
zstd = ["reqwest?/zstd"]
# Sends requests through a `tower` service of yours.
tower = ["dep:http-body", "dep:tower-service"]
# Counts where responses are not as the document says.
drift = []
# A command line for every operation.
cli = ["blocking", "dep:clap", "dep:clap_complete", "dep:terminal_size", "dep:unicode-width"]
# Spans for `tracing`, named as OpenTelemetry names them.
tracing = ["dep:tracing"]
# `Serialize` and `Deserialize` for the models.
serde = ["dep:serde_core"]
# A scripted transport, for tests of the code that calls.
test-util = []
# A server of each API, for tests of the code that calls.
"#;

/// What the feature `fake` turns on.
const FAKE: &[&str] = &[
    "drift",
    "dep:axum",
    "dep:http-body",
    "dep:tokio",
    "tokio?/net",
    "tokio?/rt",
    "tokio?/sync",
];

/// What rustc says of identifiers beyond ASCII.
const LETTERS: [&str; 4] = [
    // Letters without case are the same in a variant and in an argument.
    "bindings_with_variant_name",
    "confusable_idents",
    "mixed_script_confusables",
    "uncommon_codepoints",
];

/// The manifest.
pub(crate) fn file(prepared: &Prepared<'_>, parts: &BTreeSet<&'static str>) -> Text {
    let mut text = package(prepared);
    text.push_str(&features(prepared, parts));
    text.push_str(&dependencies(parts));
    text.push_str(
        "\n[lints.rust]\nunsafe_code = \"forbid\"\nmissing_docs = \"warn\"\nunreachable_pub = \"warn\"\n",
    );
    if !prepared.apis.iter().all(|api| is_ascii(api.shared.api)) {
        // These lints know the whole crate only, and no attribute on a module.
        text.push_str("# The document has names in other letters than ASCII.\n");
        for lint in LETTERS {
            let _ = writeln!(text, "{lint} = \"allow\"");
        }
    }
    if prepared.krate.standalone {
        text.push_str("\n# A workspace of its own, wherever it is put.\n[workspace]\n");
    }
    Text {
        path: "Cargo.toml".to_owned(),
        header: Some("#"),
        source: None,
        text,
    }
}

fn is_ascii(api: &ir::Api) -> bool {
    let in_type = |def: &ir::TypeDef| {
        def.name.0.is_ascii()
            && match &def.kind {
                ir::TypeKind::Struct(object) => object.fields.iter().all(|f| f.name.0.is_ascii()),
                ir::TypeKind::Enum(list) => list.variants.iter().all(|v| v.name.0.is_ascii()),
                ir::TypeKind::Union(union) => union.branches.iter().all(|b| b.name.0.is_ascii()),
                ir::TypeKind::Alias(_) | ir::TypeKind::Newtype(_) => true,
            }
    };
    api.types.iter().all(in_type)
        && api.operations.iter().all(|operation| {
            operation.name.0.is_ascii() && operation.parameters.iter().all(|p| p.name.0.is_ascii())
        })
        && api.webhooks.iter().all(|webhook| webhook.name.0.is_ascii())
}

fn package(prepared: &Prepared<'_>) -> String {
    let mut out = String::from("[package]\n");
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(out, "{key} = {}", quoted(value));
    };
    line("name", &prepared.krate.name);
    line("description", &description(prepared));
    line("version", &prepared.krate.version);
    line("edition", "2024");
    line("rust-version", "1.91");
    line("license", "MIT OR Apache-2.0");
    out.push_str("\n[package.metadata.docs.rs]\nall-features = true\n");
    out
}

/// What the crate is, in a sentence.
pub(crate) fn description(prepared: &Prepared<'_>) -> String {
    let titles: Vec<&str> = (prepared.apis.iter())
        .map(|api| api.shared.api.title.trim())
        .collect();
    match titles.as_slice() {
        [] => "A client without an API.".to_owned(),
        [one] => format!("A client for {one}."),
        [rest @ .., last] => format!("Clients for {} and {last}.", rest.join(", ")),
    }
}

fn features(prepared: &Prepared<'_>, parts: &BTreeSet<&'static str>) -> String {
    let apis = (prepared.apis.iter()).map(|api| api.features.whole.as_str());
    let all: Vec<String> = std::iter::once("reqwest").chain(apis).map(quoted).collect();
    let mut out = format!("\n[features]\ndefault = [{}]\n", all.join(", "));
    for api in &prepared.apis {
        let title = super::markdown::line(&api.shared.api.title);
        let _ = writeln!(out, "# {title}");
        out.push_str(&api_features(&api.features));
    }
    out.push_str(TRANSPORTS);
    let patterns = parts.contains("served").then_some("dep:fancy-regex");
    let fake = FAKE.iter().copied().chain(patterns).map(quoted);
    let _ = writeln!(out, "fake = [{}]", fake.collect::<Vec<_>>().join(", "));
    out
}

/// The feature of an API, and those of its parts, a line each: what a new part adds is seen.
fn api_features(features: &Features) -> String {
    let Some(parts) = &features.parts else {
        return format!("{} = []\n", key(&features.whole));
    };
    let mut out = format!("{} = [\n", key(&features.whole));
    for name in &parts.names {
        let _ = writeln!(out, "    {},", quoted(name));
    }
    out.push_str("]\n");
    for name in &parts.names {
        let _ = writeln!(out, "{} = [{}]", key(name), quoted(&parts.shared));
    }
    let whole = &features.whole;
    let _ = writeln!(
        out,
        "# What all of {whole} shares; it comes with each of the above."
    );
    let _ = writeln!(out, "{} = []", key(&parts.shared));
    out
}

fn dependencies(parts: &BTreeSet<&'static str>) -> String {
    let mut out = String::new();
    let needed = |one: &&Dependency| {
        one.parts.is_empty() || one.parts.iter().any(|part| parts.contains(part))
    };
    let everywhere: BTreeSet<&str> = DEPENDENCIES
        .iter()
        .filter(|one| one.on == Target::Everywhere)
        .filter(needed)
        .map(|one| one.name)
        .collect();
    for (target, table) in [
        (Target::Everywhere, "dependencies".to_owned()),
        (
            Target::Native,
            format!("target.'cfg(not({BROWSER}))'.dependencies"),
        ),
        (
            Target::Browser,
            format!("target.'cfg({BROWSER})'.dependencies"),
        ),
    ] {
        let _ = writeln!(out, "\n[{table}]");
        for dependency in DEPENDENCIES.iter().filter(|one| one.on == target) {
            let once = target == Target::Everywhere || !everywhere.contains(dependency.name);
            if once && needed(&dependency) {
                let _ = writeln!(out, "{} = {}", dependency.name, dependency.spec);
            }
        }
    }
    out
}

/// A TOML key, bare where it can be.
fn key(text: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    match text.chars().all(bare) {
        true => text.to_owned(),
        false => quoted(text),
    }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(super::visible(text).replace('\n', " ")).to_string()
}
