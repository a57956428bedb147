//! In: an overlay and the document it is for. Out: the document, changed.

use serde_json::Value;

use crate::diag::Diagnostics;
use crate::source::FileId;

/// Applies the actions of an overlay in their order.
pub(super) fn apply(
    _overlay: &Value,
    _file: FileId,
    _target: &mut Value,
    _diagnostics: &mut Diagnostics,
) {
}
