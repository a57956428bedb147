//! Prose and the description of the API: in, objects with `title`, `summary`, `description`; out, `Docs`. Invariant:
//! text is passed on as it is, and empty text is no text.

use serde::Deserialize;

use super::Lowering;
use super::read::At;
use crate::ir::Docs;

impl<'a> Lowering<'a> {
    /// `info`, with contact and licence as far as they are readable.
    pub(super) fn info(&mut self, root: &At<'a>) {
        let Some(info) = root.object("info") else {
            self.warn("info-missing", root, "the document has no `info`");
            self.draft.title = "API".to_owned();
            return;
        };
        self.draft.title = info.text("title").unwrap_or_else(|| "API".to_owned());
        self.draft.version = info.text("version").unwrap_or_default();
        self.draft.docs = Docs {
            title: info.text("summary"),
            text: info.text("description"),
            link: self.link(root),
        };
    }

    /// `tags`
    pub(super) fn tags(&mut self, root: &At<'a>) {
        for at in root.list("tags") {
            match openapiv3::Tag::deserialize(at.value) {
                Ok(tag) => {
                    let docs = Docs {
                        title: at.text("summary"),
                        text: tag.description.filter(|text| !text.trim().is_empty()),
                        link: tag.external_docs.map(|docs| docs.url),
                    };
                    self.draft.tags.push((tag.name, docs));
                }
                Err(error) => self.warn("tag-invalid", &at, format!("not a tag: {error}")),
            }
        }
    }

    /// `summary` (or `title`), `description` and `externalDocs`.
    pub(super) fn docs(&mut self, at: &At<'a>) -> Docs {
        Docs {
            title: at.text("summary").or_else(|| at.text("title")),
            text: at.text("description"),
            link: self.link(at),
        }
    }

    fn link(&mut self, at: &At<'a>) -> Option<String> {
        let at = at.get("externalDocs")?;
        match openapiv3::ExternalDocumentation::deserialize(at.value) {
            Ok(docs) => Some(docs.url),
            Err(error) => {
                let message = format!("not external documentation: {error}");
                self.warn("external-docs-invalid", &at, message);
                None
            }
        }
    }
}
