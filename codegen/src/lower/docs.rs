//! Prose and the description of the API: in, objects with `title`, `summary`, `description`; out, `Docs`. Invariant:
//! text is passed on as it is, and empty text is no text.

use super::Lowering;
use super::read::At;
use crate::ir::Docs;

impl<'a> Lowering<'a> {
    /// `info`, with contact and licence as far as they are readable.
    pub(super) fn info(&mut self, root: &At<'a>) {
        let Some(info) = root.object("info") else {
            self.warn(
                "info-missing",
                root,
                "the document has no `info`; it is called `API`",
            );
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
            let Some(name) = at.str("name") else {
                self.warn(
                    "tag-invalid",
                    &at,
                    "a tag needs a `name`; this one is left out",
                );
                continue;
            };
            let docs = Docs {
                title: at.text("summary"),
                text: at.text("description"),
                link: self.link(&at),
            };
            self.draft.tags.push((name.to_owned(), docs));
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
        let url = at.text("url");
        if url.is_none() {
            let message = "external documentation needs a `url`; it is left out";
            self.warn("external-docs-invalid", &at, message);
        }
        url
    }
}
