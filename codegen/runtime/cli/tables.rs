//! The tables that a command line is made from. In: nothing; out: constants that the emitted modules fill in. Invariant:
//! everything here is `'static` and plain data, and says nothing that an [`Endpoint`] says already.

use super::super::endpoint::{Api, Encoding, Endpoint};
use super::super::env::Environment;
// [paging]
use super::super::pages::Paged;
use super::super::paging::PagePlan;
// [end]

/// A program.
#[derive(Debug)]
pub struct Program {
    /// What it is called.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its APIs; none in the place of one that the features leave out.
    pub services: &'static [Option<&'static Service>],
}

/// An API: a command with an action for each operation.
#[derive(Debug)]
pub struct Service {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its servers and schemes.
    pub api: &'static Api,
    /// What it takes from the environment.
    pub environment: &'static Environment,
    /// The variables of its servers.
    pub variables: &'static [Variable],
    /// Its operations, a list for each group.
    pub groups: &'static [&'static [Action]],
}

/// A variable of a server URL, as an option.
#[derive(Debug)]
pub struct Variable {
    /// The option, without its dashes.
    pub flag: &'static str,
    /// The name between the braces of the URL.
    pub name: &'static str,
    /// What it is.
    pub help: &'static str,
}

impl Variable {
    /// A variable.
    pub const fn new(flag: &'static str, name: &'static str, help: &'static str) -> Self {
        Variable { flag, name, help }
    }
}

/// An operation.
#[derive(Debug)]
pub struct Action {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it does.
    pub about: &'static str,
    /// Its table.
    pub endpoint: &'static Endpoint,
    /// Its parameters, in the order that the table has them in.
    pub flags: &'static [Flag],
    /// The bodies that it takes; the first unless another one is chosen.
    pub payloads: &'static [Payload],
    /// Whether there must be a body.
    pub body_required: bool,
    // [paging]
    /// How it pages, if it does.
    pub plan: Option<fn() -> &'static PagePlan>,
    // [end]
}

impl Action {
    /// An operation without parameters or body.
    pub const fn new(name: &'static str, about: &'static str, endpoint: &'static Endpoint) -> Self {
        Action {
            name,
            about,
            endpoint,
            flags: &[],
            payloads: &[],
            body_required: false,
            // [paging]
            plan: None,
            // [end]
        }
    }

    /// With parameters.
    #[must_use]
    pub const fn flags(mut self, flags: &'static [Flag]) -> Self {
        self.flags = flags;
        self
    }

    /// With a body that must be given.
    #[must_use]
    pub const fn body(mut self, payloads: &'static [Payload]) -> Self {
        self.payloads = payloads;
        self.body_required = true;
        self
    }

    /// With a body that may be given.
    #[must_use]
    pub const fn optional_body(mut self, payloads: &'static [Payload]) -> Self {
        self.payloads = payloads;
        self
    }

    // [paging]
    /// In pages.
    #[must_use]
    pub const fn pages<O: Paged>(mut self) -> Self {
        self.plan = Some(O::plan);
        self
    }
    // [end]
}

/// A parameter, as an option.
#[derive(Debug)]
pub struct Flag {
    /// The option, without its dashes.
    pub name: &'static str,
    /// What it is.
    pub help: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Whether it may be given more than once: an item each time.
    pub list: bool,
    /// What the server takes where it is not given.
    pub default: Option<&'static str>,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// Text in this format.
    Format(&'static str),
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// One of these numbers.
    Numbers(&'static [&'static str]),
    /// A value in JSON; what is none is text as it stands.
    Json,
}

impl Flag {
    const fn new(name: &'static str, help: &'static str, kind: Kind) -> Self {
        Flag {
            name,
            help,
            kind,
            list: false,
            default: None,
        }
    }

    /// Any text.
    pub const fn text(name: &'static str, help: &'static str) -> Self {
        Flag::new(name, help, Kind::Text)
    }

    /// Text in a format.
    pub const fn format(name: &'static str, help: &'static str, format: &'static str) -> Self {
        Flag::new(name, help, Kind::Format(format))
    }

    /// A whole number.
    pub const fn integer(name: &'static str, help: &'static str) -> Self {
        Flag::new(name, help, Kind::Integer)
    }

    /// A number.
    pub const fn number(name: &'static str, help: &'static str) -> Self {
        Flag::new(name, help, Kind::Number)
    }

    /// `true` or `false`.
    pub const fn boolean(name: &'static str, help: &'static str) -> Self {
        Flag::new(name, help, Kind::Boolean)
    }

    /// One of some texts.
    pub const fn choice(
        name: &'static str,
        help: &'static str,
        values: &'static [&'static str],
    ) -> Self {
        Flag::new(name, help, Kind::Choice(values))
    }

    /// One of some numbers.
    pub const fn numbers(
        name: &'static str,
        help: &'static str,
        values: &'static [&'static str],
    ) -> Self {
        Flag::new(name, help, Kind::Numbers(values))
    }

    /// A value in JSON.
    pub const fn json(name: &'static str, help: &'static str) -> Self {
        Flag::new(name, help, Kind::Json)
    }

    /// The same, as often as there are items.
    #[must_use]
    pub const fn list(mut self) -> Self {
        self.list = true;
        self
    }

    /// The same with what the server takes where it is not given.
    #[must_use]
    pub const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }
}

/// A body under one media type.
#[derive(Debug)]
pub struct Payload {
    /// The media type.
    pub media: &'static str,
    /// How it is given.
    pub way: Way,
    /// How the properties of a form or multipart body are written, where they are not as usual.
    pub encodings: &'static [Encoding],
}

/// How a body is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As JSON.
    Json,
    /// As fields that are encoded as in a query.
    Form,
    /// As fields and files.
    Multipart,
    /// As text.
    Text,
    /// As bytes.
    Bytes,
}

impl Payload {
    const fn new(media: &'static str, way: Way) -> Self {
        Payload {
            media,
            way,
            encodings: &[],
        }
    }

    /// As JSON.
    pub const fn json(media: &'static str) -> Self {
        Payload::new(media, Way::Json)
    }

    /// As a form.
    pub const fn form(media: &'static str) -> Self {
        Payload::new(media, Way::Form)
    }

    /// As fields and files.
    pub const fn multipart(media: &'static str) -> Self {
        Payload::new(media, Way::Multipart)
    }

    /// As text.
    pub const fn text(media: &'static str) -> Self {
        Payload::new(media, Way::Text)
    }

    /// As bytes.
    pub const fn bytes(media: &'static str) -> Self {
        Payload::new(media, Way::Bytes)
    }

    /// The same with how its properties are written.
    #[must_use]
    pub const fn encoded(mut self, encodings: &'static [Encoding]) -> Self {
        self.encodings = encodings;
        self
    }
}
