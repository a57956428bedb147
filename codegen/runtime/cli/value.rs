//! Values as they were given. In: arguments; out: what a body or a parameter is written from. Invariant: numbers keep the
//! digits they were given with.

use super::super::file_part::FilePart;
use super::super::json::{Reader, Writer};
use super::super::node::Node;
use super::super::wire::Wire;

/// A value, and the files in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// A value without files.
    Plain(Node),
    /// The fields of a form, in the order of their names' first use.
    Fields(Vec<(String, Vec<Field>)>),
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Text(String),
    File(FilePart),
}

impl Given {
    pub(super) fn of(node: Node) -> Self {
        Given::Plain(node)
    }
}

impl Field {
    fn write(&self, w: &mut Writer) {
        match self {
            Field::Text(text) => w.string(text),
            Field::File(file) => w.file(file),
        }
    }
}

impl Wire for Given {
    fn blank() -> Self {
        Given::Plain(Node::Null)
    }

    fn read(&mut self, r: &mut Reader<'_>) {
        *self = Given::Plain(Node::read(r));
    }

    fn write(&self, w: &mut Writer) {
        let fields = match self {
            Given::Plain(node) => return node.write(w),
            Given::Fields(fields) => fields,
        };
        w.open_map();
        for (name, values) in fields {
            w.key(name);
            if let [only] = values.as_slice() {
                only.write(w);
                continue;
            }
            w.open_array();
            for value in values {
                w.item();
                value.write(w);
            }
            w.close_array();
        }
        w.close_map();
    }
}
