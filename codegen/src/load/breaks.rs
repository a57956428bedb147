//! Characters that YAML 1.1 takes for line breaks, and YAML 1.2, JSON and editors do not. In: a text; out: the same with
//! characters in their place that the text does not have, and the way back. Invariant: no length and no line changes.

use serde_json::Value;

const NEXT_LINE: char = '\u{85}';
const BREAKS: [char; 3] = [NEXT_LINE, '\u{2028}', '\u{2029}'];

/// What stands for which character.
pub(super) struct Hidden {
    pairs: Vec<(char, char)>,
}

/// Hides the breaks of a text; `None` where there are none, or where nothing is left to stand for them.
pub(super) fn hide(text: &str) -> Option<(String, Hidden)> {
    if !text.contains(BREAKS) {
        return None;
    }
    let mut pairs: Vec<(char, char)> = Vec::new();
    for char in BREAKS.into_iter().filter(|char| text.contains(*char)) {
        // As many bytes as the character itself.
        let candidates = match char {
            NEXT_LINE => '\u{780}'..='\u{7B1}',
            _ => '\u{E000}'..='\u{E0FF}',
        };
        let is_free = |c: &char| !text.contains(*c) && pairs.iter().all(|(other, _)| other != c);
        let stand_in = candidates.into_iter().find(is_free)?;
        pairs.push((stand_in, char));
    }
    let hide = |c: char| {
        pairs
            .iter()
            .find(|(_, own)| *own == c)
            .map_or(c, |pair| pair.0)
    };
    let hidden = text.chars().map(hide).collect();
    Some((hidden, Hidden { pairs }))
}

impl Hidden {
    /// Puts the characters back into all keys and texts of a tree.
    pub(super) fn restore(&self, value: &mut Value) {
        match value {
            Value::String(text) => self.restore_text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.restore(item)),
            Value::Object(object) => {
                let fields = std::mem::take(object).into_iter();
                *object = fields
                    .map(|(mut key, mut value)| {
                        self.restore_text(&mut key);
                        self.restore(&mut value);
                        (key, value)
                    })
                    .collect();
            }
            _ => {}
        }
    }

    /// Puts the characters back into a text.
    pub(super) fn restore_text(&self, text: &mut String) {
        let find = |c: char| self.pairs.iter().find(|(other, _)| *other == c);
        if text.chars().any(|c| find(c).is_some()) {
            *text = text
                .chars()
                .map(|c| find(c).map_or(c, |pair| pair.1))
                .collect();
        }
    }
}
