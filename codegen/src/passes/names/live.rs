//! What of the published names is still there. In: the draft; out: the published names of what it holds. Invariant: a name whose
//! place is not in the document is free, as its line is not written any more.

use super::{Namer, tag_label};
use crate::lower::draft::{Kind, Operation};
use crate::passes::branches;
use crate::published::{
    Part, branch_place, field_place, operation_place, tag_place, value_place, webhook_place,
};
use crate::source::FileId;
use std::collections::HashSet;

impl Namer<'_, '_, '_> {
    /// Forgets the published names of what is not in the document.
    pub(super) fn forget(&mut self) {
        if self.names.published.is_empty() {
            return;
        }
        let mut there = HashSet::new();
        self.types_there(&mut there);
        let draft = self.draft;
        let in_entry = |one: &&Operation| one.origin.file == FileId(0);
        for operation in draft.operations.iter().filter(in_entry) {
            operation_there(operation, &mut there);
        }
        for operation in &draft.operations {
            let tag = operation.group.as_deref().unwrap_or_default();
            there.insert(tag_place(tag_label(tag)));
        }
        for webhook in &draft.webhooks {
            let (at, id) = (&webhook.request.origin, &webhook.request.id);
            there.insert(webhook_place(at, id, webhook.callback.as_ref()));
        }
        self.names.published.forget(|place| there.contains(place));
    }

    fn types_there(&self, there: &mut HashSet<String>) {
        let draft = self.draft;
        for id in draft.ids() {
            let node = draft.node(id);
            let named = node.origin.file == FileId(0) && self.recursion.is_named(draft, id);
            if !self.is_emitted(id) || !named {
                continue;
            }
            let place = self.names.published.place(&node.origin);
            match &node.kind {
                Kind::Struct(object) => {
                    let fields = object.fields.iter();
                    there.extend(fields.map(|field| field_place(&place, &field.wire_name)));
                }
                Kind::Enum(list) => {
                    let values = list.values.iter();
                    there.extend(values.map(|value| value_place(&place, &value.value)));
                }
                Kind::Union(union) => {
                    let keys = branches::keys(draft, union).into_iter().flatten();
                    there.extend(keys.map(|key| branch_place(&place, &key)));
                }
                Kind::Any
                | Kind::Null
                | Kind::Bool
                | Kind::Integer(_)
                | Kind::Number(_)
                | Kind::String
                | Kind::Formatted(_)
                | Kind::Binary
                | Kind::Ref(_)
                | Kind::List(_)
                | Kind::Tuple(..)
                | Kind::Map(..) => {}
            }
            there.insert(place);
        }
    }
}

fn operation_there(operation: &Operation, there: &mut HashSet<String>) {
    let (at, id) = (&operation.origin, operation.id.as_str());
    there.insert(operation_place(at, id));
    let parts = [
        Part::Builder,
        Part::Success,
        Part::Failure,
        Part::Headers,
        Part::Body,
    ];
    let parameters = operation.parameters.iter();
    let parameters = parameters.map(|one| Part::Parameter(one.location, one.wire_name.as_str()));
    let headers = operation.responses.iter();
    let headers = headers.flat_map(|response| &response.headers);
    let headers = headers.map(|header| Part::Header(&header.wire_name));
    let all = parts.into_iter().chain(parameters).chain(headers);
    there.extend(all.map(|part| part.place(at, id)));
}
