//! The IR as text. In: an `Api`; out: a line a thing, in the order of the IR. Invariant: the same `Api` gives the same
//! text on every machine, and everything that reaches the emitted code but prose, origins and what only servers of
//! tests check is in it.

mod operation;

use super::{
    Api, Bounds, Branch, Constraints, Enum, EnumRepr, Extra, Field, FieldRule, Format, IntegerKind,
    JsonKind, Name, NumberKind, Rule, Struct, Type, TypeDef, TypeKind, Union,
};
use std::fmt::{self, Display, Formatter};

/// The text of an API.
pub fn dump(api: &Api) -> String {
    let mut out = Dump {
        api,
        text: String::new(),
    };
    out.line(
        0,
        &format!("api {} from {}", api.module.0, quoted(&api.source)),
    );
    out.line(
        1,
        &format!(
            "title {} version {}",
            quoted(&api.title),
            quoted(&api.version)
        ),
    );
    out.line(1, &format!("dates {:?}", api.dates));
    if api.checks {
        out.line(1, "checks bounds of what is sent");
    }
    operation::head(&mut out);
    for def in &api.types {
        out.type_def(def);
    }
    operation::operations(&mut out);
    operation::webhooks(&mut out);
    out.text
}

/// The text so far.
struct Dump<'a> {
    api: &'a Api,
    text: String,
}

impl Dump<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        for _ in 0..depth {
            self.text.push_str("  ");
        }
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    fn show<'s>(&'s self, ty: &'s Type) -> Shown<'s> {
        Shown { api: self.api, ty }
    }

    fn type_def(&mut self, def: &TypeDef) {
        let kind = match &def.kind {
            TypeKind::Struct(_) => "struct".to_owned(),
            TypeKind::Enum(list) => enum_head(list),
            TypeKind::Union(union) => union_head(union),
            TypeKind::Alias(ty) => format!("alias of {}", self.show(ty)),
            TypeKind::Newtype(ty) => format!("wrapper of {}", self.show(ty)),
        };
        self.text.push('\n');
        let mut line = format!("type {} {kind}", def.name.0);
        line.push_str(&format!(
            " in {} for {}",
            def.module.0,
            quoted(&def.wire_name)
        ));
        flag(&mut line, def.root, "root");
        flag(&mut line, def.direction.request, "request");
        flag(&mut line, def.direction.response, "response");
        flag(&mut line, def.deprecated, "deprecated");
        line.push_str(&formerly(&def.former));
        line.push_str(&counted(def.examples.len()));
        line.push_str(&bounds(&def.constraints));
        line.push_str(&self.checked(&def.bounds));
        self.line(0, &line);
        match &def.kind {
            TypeKind::Struct(object) => self.object(object),
            TypeKind::Enum(list) => {
                for variant in &list.variants {
                    let former = formerly(&variant.former);
                    self.line(
                        1,
                        &format!("{} = {}{former}", variant.name.0, variant.value),
                    );
                }
            }
            TypeKind::Union(union) => {
                for branch in &union.branches {
                    self.branch(branch);
                }
            }
            TypeKind::Alias(_) | TypeKind::Newtype(_) => {}
        }
    }

    fn object(&mut self, object: &Struct) {
        for field in &object.fields {
            self.field(field);
        }
        match &object.extra {
            Extra::Denied => {}
            Extra::Any => self.line(1, "* anything"),
            Extra::Typed(ty) => {
                let line = format!("* {}", self.show(ty));
                self.line(1, &line);
            }
        }
    }

    fn field(&mut self, field: &Field) {
        let mut line = format!("{}: {}", field.name.0, self.show(&field.ty));
        if field.name.0 != field.wire_name {
            line.push_str(&format!(" for {}", quoted(&field.wire_name)));
        }
        flag(&mut line, field.required, "required");
        flag(&mut line, field.read_only, "read-only");
        flag(&mut line, field.write_only, "write-only");
        flag(&mut line, field.deprecated, "deprecated");
        line.push_str(&formerly(&field.former));
        if let Some(value) = &field.default {
            line.push_str(&format!(" default {value}"));
        }
        line.push_str(&bounds(&field.constraints));
        line.push_str(&self.checked(&field.bounds));
        self.line(1, &line);
    }

    /// What clients check of a value.
    fn checked(&self, bounds: &Bounds) -> String {
        match self.api.checks {
            true => checked(bounds),
            false => String::new(),
        }
    }

    fn branch(&mut self, branch: &Branch) {
        let mut line = match &branch.constant {
            Some(text) => format!("{} = {}", branch.name.0, quoted(text)),
            None => format!("{}: {}", branch.name.0, self.show(&branch.ty)),
        };
        if !branch.tags.is_empty() {
            let tags: Vec<String> = branch.tags.iter().map(|tag| quoted(tag)).collect();
            line.push_str(&format!(" tagged {}", tags.join(", ")));
        }
        line.push_str(&self.checked(&branch.bounds));
        self.line(1, &line);
        self.rule(&branch.rule);
    }

    fn rule(&mut self, rule: &Rule) {
        let mut line = String::from("if");
        kinds(&mut line, &rule.kinds);
        values(&mut line, &rule.values);
        if let Some(format) = rule.format {
            line.push_str(&format!(" {}", format_name(format)));
        }
        if !rule.items.is_empty() {
            line.push_str(" of");
            kinds(&mut line, &rule.items);
        }
        flag(&mut line, rule.closed, "closed");
        if line != "if" {
            self.line(2, &line);
        }
        for field in &rule.fields {
            let line = field_rule(field);
            self.line(3, &line);
        }
    }
}

fn field_rule(rule: &FieldRule) -> String {
    let mut line = quoted(&rule.wire_name);
    line.push(':');
    kinds(&mut line, &rule.kinds);
    values(&mut line, &rule.values);
    flag(&mut line, rule.required, "required");
    line
}

fn kinds(line: &mut String, kinds: &[JsonKind]) {
    let names: Vec<&str> = kinds.iter().copied().map(kind_name).collect();
    if !names.is_empty() {
        line.push(' ');
        line.push_str(&names.join("|"));
    }
}

fn values(line: &mut String, values: &[serde_json::Value]) {
    if !values.is_empty() {
        let values: Vec<String> = values.iter().map(ToString::to_string).collect();
        line.push_str(&format!(" in [{}]", values.join(", ")));
    }
}

fn enum_head(list: &Enum) -> String {
    let repr = match list.repr {
        EnumRepr::String => "strings",
        EnumRepr::Integer => "integers",
        EnumRepr::Mixed => "values",
    };
    if list.open {
        format!("enum of {repr}, open as {}", list.other.0)
    } else {
        format!("enum of {repr}, closed")
    }
}

fn union_head(union: &Union) -> String {
    match &union.discriminator {
        Some(key) => format!("union by {}, else {}", quoted(key), union.unknown.0),
        None => format!("union, else {}", union.unknown.0),
    }
}

fn bounds(constraints: &Constraints) -> String {
    let keywords = constraints.keywords.iter();
    keywords
        .map(|(keyword, value)| format!(" {keyword}={value}"))
        .collect()
}

/// What is checked of a value.
fn checked(bounds: &Bounds) -> String {
    if bounds.is_empty() {
        return String::new();
    }
    let rules: Vec<String> = bounds
        .rules
        .iter()
        .map(|rule| format!("{rule:?}"))
        .collect();
    let items = bounds
        .items
        .as_ref()
        .map(|items| format!(" of{}", checked(items)));
    format!(
        " checked [{}]{}",
        rules.join(", "),
        items.unwrap_or_default()
    )
}

fn flag(line: &mut String, set: bool, word: &str) {
    if set {
        line.push(' ');
        line.push_str(word);
    }
}

/// What something was called before it was renamed.
fn formerly(names: &[Name]) -> String {
    let names = names.iter().map(|name| format!(" formerly {}", name.0));
    names.collect()
}

/// How many examples there are, if any.
fn counted(examples: usize) -> String {
    match examples {
        0 => String::new(),
        1 => " 1 example".to_owned(),
        many => format!(" {many} examples"),
    }
}

/// Text of the document as a JSON string, so that it stays on its line.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A type as it reads in a dump.
struct Shown<'a> {
    api: &'a Api,
    ty: &'a Type,
}

impl Shown<'_> {
    fn inner<'s>(&'s self, ty: &'s Type) -> Shown<'s> {
        Shown { api: self.api, ty }
    }
}

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.ty {
            Type::Any => f.write_str("any"),
            Type::Null => f.write_str("null"),
            Type::Bool => f.write_str("bool"),
            Type::Integer(kind) => f.write_str(integer_name(*kind)),
            Type::Number(NumberKind::F32) => f.write_str("f32"),
            Type::Number(NumberKind::F64) => f.write_str("f64"),
            Type::String => f.write_str("string"),
            Type::Formatted(format) => f.write_str(format_name(*format)),
            Type::Binary => f.write_str("bytes"),
            Type::List(item) => write!(f, "[{}]", self.inner(item)),
            Type::Tuple(items, rest) => {
                f.write_str("(")?;
                for item in items {
                    write!(f, "{}, ", self.inner(item))?;
                }
                match rest {
                    Some(rest) => write!(f, "{}…)", self.inner(rest)),
                    None => f.write_str(")"),
                }
            }
            Type::Map(None, value) => write!(f, "{{{}}}", self.inner(value)),
            Type::Map(Some(key), value) => {
                let key = &self.api.type_def(*key).name.0;
                write!(f, "{{{key}: {}}}", self.inner(value))
            }
            Type::Nullable(inner) => write!(f, "{}?", self.inner(inner)),
            Type::Boxed(inner) => write!(f, "box {}", self.inner(inner)),
            Type::Named(id) => f.write_str(&self.api.type_def(*id).name.0),
        }
    }
}

fn integer_name(kind: IntegerKind) -> &'static str {
    match kind {
        IntegerKind::I8 => "i8",
        IntegerKind::I16 => "i16",
        IntegerKind::I32 => "i32",
        IntegerKind::I64 => "i64",
        IntegerKind::I128 => "i128",
        IntegerKind::U8 => "u8",
        IntegerKind::U16 => "u16",
        IntegerKind::U32 => "u32",
        IntegerKind::U64 => "u64",
        IntegerKind::U128 => "u128",
    }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::DateTime => "date-time",
        Format::Date => "date",
        Format::Time => "time",
        Format::Duration => "duration",
        Format::Uuid => "uuid",
        Format::Ipv4 => "ipv4",
        Format::Ipv6 => "ipv6",
        Format::Byte => "base64",
    }
}

fn kind_name(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "null",
        JsonKind::Bool => "bool",
        JsonKind::Integer => "integer",
        JsonKind::Number => "number",
        JsonKind::String => "string",
        JsonKind::Array => "array",
        JsonKind::Object => "object",
    }
}
