//! In: the folder of a workspace. Out: the files of the packages that use the generated crate, with the names it has in
//! them. Invariant: only manifests are read to find out; nothing is built, and nothing is asked of a registry.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::tree::Other;

/// A package that uses the generated crate, or one that does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct User {
    /// What other crates are called in it; its own library, too.
    pub(super) others: HashMap<String, Other>,
    /// The file that its library begins with.
    pub(super) library: PathBuf,
    /// Its files, sorted.
    pub(super) files: Vec<PathBuf>,
}

/// The generated crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Generated {
    /// Its packages: more than one, if there are several.
    pub(super) packages: BTreeSet<String>,
    /// Its modules, an API each, if it is on this disk.
    pub(super) modules: BTreeSet<String>,
}

struct Package {
    folder: PathBuf,
    table: Table,
}

impl Package {
    fn name(&self) -> Option<&str> {
        self.table.get("package")?.get("name")?.as_str()
    }
}

/// The packages that use the generated crate: the one of this name, or what specsmith generated in reach of the workspace.
pub(super) fn users(root: &Path, name: Option<&str>) -> Result<(Vec<User>, Generated), String> {
    let mut packages = Vec::new();
    find(root, &mut packages)?;
    if packages.is_empty() {
        return Err(format!(
            "there is no Cargo.toml in {} or below it",
            root.display()
        ));
    }
    let mut generated = generated(&packages);
    if let Some(name) = name {
        generated.packages = BTreeSet::from([name.to_owned()]);
    }
    if generated.packages.is_empty() {
        return Err(format!(
            "no package in {} depends on a crate that specsmith generated, as far as this disk tells: name it with --crate",
            root.display()
        ));
    }
    let users = users_among(&packages, &generated.packages);
    if users.is_empty() {
        let all: Vec<&str> = generated.packages.iter().map(String::as_str).collect();
        return Err(format!(
            "no package in {} depends on {}",
            root.display(),
            all.join(" or ")
        ));
    }
    Ok((users, generated))
}

/// What specsmith generated in reach of some packages.
fn generated(packages: &[Package]) -> Generated {
    let mut generated = Generated::default();
    for package in packages {
        look(&package.folder, &mut generated);
        for dependencies in dependencies(package) {
            for (_, spec) in &dependencies {
                if let Some(path) = spec.get("path").and_then(Value::as_str) {
                    look(&package.folder.join(path), &mut generated);
                }
            }
        }
    }
    generated
}

/// The packages that use some, with their files and what others are called in them.
fn users_among(packages: &[Package], generated: &BTreeSet<String>) -> Vec<User> {
    let shared: Vec<Table> = packages
        .iter()
        .filter_map(|one| table(&one.table, &["workspace", "dependencies"]))
        .collect();
    let folders: Vec<PathBuf> = packages.iter().map(|one| one.folder.clone()).collect();
    let wanted = wanted(packages, &shared, generated);
    let number = |name: &str| {
        let mut wanted = wanted.iter();
        wanted.position(|package| package.name() == Some(name))
    };
    let mut users = Vec::new();
    for package in &wanted {
        let mut others: HashMap<String, Other> = HashMap::new();
        for (key, name) in needed(package, &shared) {
            if generated.contains(&name) {
                others.insert(key, Other::Generated);
            } else if let Some(number) = number(&name) {
                others.insert(key, Other::Package(number));
            }
        }
        let (name, library) = library(package);
        others.insert(name, Other::Package(users.len()));
        let mut files = Vec::new();
        sources(&package.folder, &folders, &mut files);
        files.sort();
        users.push(User {
            others,
            library,
            files,
        });
    }
    users
}

/// The manifests below a folder.
fn find(folder: &Path, found: &mut Vec<Package>) -> Result<(), String> {
    let manifest = folder.join("Cargo.toml");
    if manifest.is_file() {
        let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", manifest.display());
        let text = fs::read_to_string(&manifest).map_err(|error| failed(&error))?;
        let table: Table = toml::from_str(&text).map_err(|error| failed(&error))?;
        found.push(Package {
            folder: folder.to_owned(),
            table,
        });
    }
    for inner in folders(folder) {
        find(&inner, found)?;
    }
    Ok(())
}

/// The folders in a folder that may hold code of the workspace.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut inside: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            path.is_dir()
                && !path.is_symlink()
                && !name.starts_with('.')
                && name != "target"
                && name != "node_modules"
        })
        .collect();
    inside.sort();
    inside
}

/// Notes what specsmith generated in a folder, if it did.
fn look(folder: &Path, generated: &mut Generated) {
    let written = |path: &Path| {
        fs::read_to_string(path).is_ok_and(|text| text.starts_with("// Generated by specsmith"))
    };
    let modules = folders(&folder.join("src"));
    let modules = modules
        .iter()
        .filter(|path| !path.ends_with("runtime") && written(&path.join("mod.rs")));
    let modules: Vec<String> = modules
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    let text = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    let name = toml::from_str::<Table>(&text)
        .ok()
        .and_then(|table| Some(table.get("package")?.get("name")?.as_str()?.to_owned()));
    if let (Some(name), false) = (name, modules.is_empty()) {
        generated.packages.insert(name);
        generated.modules.extend(modules);
    }
}

fn table(table: &Table, path: &[&str]) -> Option<Table> {
    let (last, before) = path.split_last()?;
    let mut inner = table;
    for key in before {
        inner = inner.get(*key)?.as_table()?;
    }
    inner.get(*last)?.as_table().cloned()
}

/// The tables of dependencies of a package.
fn dependencies(package: &Package) -> Vec<Table> {
    const KINDS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];
    let of = |outer: &Table| -> Vec<Table> {
        let tables = KINDS.iter().filter_map(|kind| table(outer, &[kind]));
        tables.collect()
    };
    let mut all = of(&package.table);
    all.extend(table(&package.table, &["workspace", "dependencies"]));
    let targets = table(&package.table, &["target"]).unwrap_or_default();
    all.extend(targets.values().filter_map(Value::as_table).flat_map(of));
    all
}

/// The packages that use the generated crate by themselves, or through others of the workspace.
fn wanted<'p>(
    packages: &'p [Package],
    shared: &[Table],
    generated: &BTreeSet<String>,
) -> Vec<&'p Package> {
    let mut names = generated.clone();
    loop {
        let before = names.len();
        for package in packages {
            let mut needed = needed(package, shared).into_iter();
            if let Some(own) = package.name()
                && needed.any(|(_, name)| names.contains(&name))
            {
                names.insert(own.to_owned());
            }
        }
        if names.len() == before {
            break;
        }
    }
    let is_user = |package: &&Package| {
        let own = package.name();
        own.is_some_and(|own| names.contains(own) && !generated.contains(own))
    };
    packages.iter().filter(is_user).collect()
}

/// What a package needs, by the name that this has in it.
fn needed(package: &Package, shared: &[Table]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for dependencies in dependencies(package) {
        for (key, spec) in &dependencies {
            let inherited = spec
                .get("workspace")
                .is_some()
                .then(|| shared.iter().find_map(|table| table.get(key)));
            let spec = inherited.flatten().unwrap_or(spec);
            let name = spec.get("package").and_then(Value::as_str).unwrap_or(key);
            found.push((key.replace('-', "_"), name.to_owned()));
        }
    }
    found
}

/// The library of a package: its name, and the file that it begins with.
fn library(package: &Package) -> (String, PathBuf) {
    let table = table(&package.table, &["lib"]).unwrap_or_default();
    let said = |key: &str| table.get(key).and_then(Value::as_str);
    let name = said("name").or_else(|| package.name());
    let name = name.unwrap_or_default().replace('-', "_");
    let path = said("path").unwrap_or("src/lib.rs");
    (name, package.folder.join(path))
}

/// The Rust files of a package, without those of packages inside of it.
fn sources(folder: &Path, packages: &[PathBuf], files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let inside = entries.map(|entry| entry.path());
    files.extend(
        inside.filter(|path| path.is_file() && path.extension().is_some_and(|end| end == "rs")),
    );
    for inner in folders(folder) {
        if !packages.contains(&inner) {
            sources(&inner, packages, files);
        }
    }
}
