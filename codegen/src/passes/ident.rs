//! Identifiers: in, any text of a document; out, a Rust identifier in the case of its use. Invariant: the result is an
//! identifier that is not empty, not too long, and not one of the words that cannot be raw. Texts that Unicode holds for
//! the same (NFKC) give the same name, as they do in Rust.

use std::borrow::Cow;

use heck::ToSnakeCase;
use unicode_normalization::UnicodeNormalization;

/// How long an identifier may get.
const MAX: usize = 90;

/// `UpperCamelCase`, for a type.
pub(crate) fn type_name(text: &str) -> String {
    finish_type(camel(text), text, "Type")
}

/// `UpperCamelCase`, for a variant.
pub(crate) fn variant_name(text: &str) -> String {
    if text.is_empty() {
        return "Empty".to_owned();
    }
    finish_type(camel(&signed(text)), text, "Value")
}

/// `UpperCamelCase`, with every symbol as a word: for texts that would be the same otherwise.
pub(crate) fn spelled_variant(text: &str) -> String {
    finish_type(camel(&spelled(text)), text, "Value")
}

/// `snake_case`, for a field, an argument, a method or a module.
pub(crate) fn value_name(text: &str) -> String {
    finish_value(snake(text), text)
}

/// `snake_case` in ASCII, for a module: its file must have a name that every disk takes, and Rust asks for it.
pub(crate) fn module_name(text: &str) -> String {
    let name = value_name(text);
    if name.is_ascii() {
        return name;
    }
    let spelled: String = name
        .chars()
        .map(|c| match c.is_ascii() {
            true => c.to_string(),
            false => format!(" u{:x} ", u32::from(c)),
        })
        .collect();
    value_name(&spelled)
}

/// `snake_case`, with every symbol as a word.
pub(crate) fn spelled_value(text: &str) -> String {
    finish_value(snake(&spelled(text)), text)
}

/// `UpperCamelCase`, for a part of a longer name: may begin with a digit.
pub(crate) fn word(text: &str) -> String {
    let word = camel(text);
    if word.is_empty() {
        camel(&spelled(text))
    } else {
        word
    }
}

fn finish_type(name: String, text: &str, prefix: &str) -> String {
    let name = if name.is_empty() {
        camel(&spelled(text))
    } else {
        name
    };
    let name = match name.chars().next() {
        None => prefix.to_owned(),
        Some(first) if !unicode_ident::is_xid_start(first) => format!("{prefix}{name}"),
        Some(_) => name,
    };
    let name = shorten(name, text, "X");
    if name == "Self" {
        return format!("Self{prefix}");
    }
    name
}

fn finish_value(name: String, text: &str) -> String {
    let name = if name.is_empty() {
        snake(&spelled(text))
    } else {
        name
    };
    let name = match name.chars().next() {
        None if text.is_empty() => "empty".to_owned(),
        None => "value".to_owned(),
        Some(first) if !unicode_ident::is_xid_start(first) => format!("_{name}"),
        Some(_) => name,
    };
    let name = shorten(name, text, "_x");
    match name.as_str() {
        "self" | "super" | "crate" => format!("{name}_"),
        _ => name,
    }
}

fn camel(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in snake(text).split('_').filter(|word| !word.is_empty()) {
        let mut chars = word.chars();
        let Some(first) = chars.next() else { continue };
        if out.ends_with(|c: char| c.is_ascii_digit()) && first.is_ascii_digit() {
            out.push('_');
        }
        if first.is_ascii() {
            out.push(first.to_ascii_uppercase());
        } else {
            out.extend(
                first
                    .to_uppercase()
                    .nfkc()
                    .filter(|c| unicode_ident::is_xid_continue(*c)),
            );
        }
        out.push_str(chars.as_str());
    }
    out
}

fn snake(text: &str) -> String {
    if is_snake(text) {
        return text.to_owned();
    }
    let only_words = |c| match unicode_ident::is_xid_continue(c) {
        true => c,
        false => ' ',
    };
    let text = plural_acronyms(text);
    let first = text.chars().take(4 * MAX);
    if text.is_ascii() {
        // ASCII is its own normal form, before and after; most texts are nothing else, and names are asked for often.
        return first.map(only_words).collect::<String>().to_snake_case();
    }
    let text: String = first.nfkc().map(only_words).collect();
    let snake = text.to_snake_case();
    snake
        .nfkc()
        .filter(|c| unicode_ident::is_xid_continue(*c))
        .collect()
}

/// Whether a text is `snake_case` already, as most property names are.
fn is_snake(text: &str) -> bool {
    let word = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9'))
    };
    text.len() <= 4 * MAX && text.split('_').all(word)
}

/// `userIDs` is about ids, not about `i`, `d` and `s`.
fn plural_acronyms(text: &str) -> Cow<'_, str> {
    let acronym = |w: &[u8]| w[0].is_ascii_uppercase() && w[1].is_ascii_uppercase() && w[2] == b's';
    if !text.as_bytes().windows(3).any(acronym) {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for (index, c) in chars.iter().enumerate() {
        let next = chars.get(index + 1);
        let ends = next.is_none_or(|next| !next.is_lowercase());
        if *c == 's' && run >= 2 && ends {
            let kept = out.len() - (run - 1);
            let tail = out.split_off(kept).to_ascii_lowercase();
            out.push_str(&tail);
        }
        run = if c.is_ascii_uppercase() { run + 1 } else { 0 };
        out.push(*c);
    }
    Cow::Owned(out)
}

/// A sign before anything else is a word: `-1` and `1` are two values.
fn signed(text: &str) -> String {
    match text.split_at_checked(1) {
        Some(("-", rest)) => format!("minus {rest}"),
        Some(("+", rest)) => format!("plus {rest}"),
        _ => text.to_owned(),
    }
}

fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().take(4 * MAX) {
        match symbol(c) {
            Some(word) => {
                out.push(' ');
                out.push_str(word);
                out.push(' ');
            }
            None if unicode_ident::is_xid_continue(c) => out.push(c),
            None if c.is_whitespace() => out.push(' '),
            None => out.push_str(&format!(" u{:x} ", u32::from(c))),
        }
    }
    out
}

fn symbol(c: char) -> Option<&'static str> {
    Some(match c {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '%' => "percent",
        '&' => "and",
        '|' => "pipe",
        '!' => "not",
        '?' => "question",
        '@' => "at",
        '#' => "hash",
        '$' => "dollar",
        '^' => "caret",
        '~' => "tilde",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '\'' => "quote",
        '"' => "double quote",
        '`' => "backtick",
        '(' => "open",
        ')' => "close",
        '[' => "open bracket",
        ']' => "close bracket",
        '{' => "open brace",
        '}' => "close brace",
        '_' => "underscore",
        _ => return None,
    })
}

/// Cuts what is too long, and ends it in a digest of the whole, so that the same text always gets the same name. `mark`
/// stands before the digest.
fn shorten(name: String, text: &str, mark: &str) -> String {
    if name.chars().count() <= MAX {
        return name;
    }
    let kept: String = name.chars().take(MAX - 10).collect();
    let digest = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{}{mark}{digest:08x}", kept.trim_end_matches('_'))
}

#[cfg(test)]
mod tests {
    use super::{module_name, spelled_value, spelled_variant, type_name, value_name, variant_name};

    #[test]
    fn types_are_upper_camel_case() {
        assert_eq!(type_name("pet_owner"), "PetOwner");
        assert_eq!(type_name("HTTPServer"), "HttpServer");
        assert_eq!(type_name("github.com/x.Pet"), "GithubComXPet");
        assert_eq!(type_name("200"), "Type200");
        assert_eq!(type_name("v1.2"), "V1_2");
        assert_eq!(type_name("Self"), "SelfType");
        assert_eq!(type_name(""), "Type");
        assert_eq!(type_name("*/"), "StarSlash");
        assert_eq!(type_name("straße"), "Straße");
    }

    #[test]
    fn what_is_snake_case_already_stays() {
        use heck::ToSnakeCase;
        let mut taken = 0;
        for length in 0..6u32 {
            for number in 0..5usize.pow(length) {
                let letter = |at: u32| ['a', 'z', '0', '_', 'A'][number / 5usize.pow(at) % 5];
                let text: String = (0..length).map(letter).collect();
                if super::is_snake(&text) {
                    assert_eq!(text, text.to_snake_case());
                    taken += 1;
                }
            }
        }
        assert!(taken > 300, "{taken}");
    }

    #[test]
    fn values_are_snake_case() {
        assert_eq!(value_name("petId"), "pet_id");
        assert_eq!(value_name("userIDs"), "user_ids");
        assert_eq!(value_name("URLs"), "urls");
        assert_eq!(value_name("DNSserver"), "dn_sserver");
        assert_eq!(value_name("_links"), "links");
        assert_eq!(value_name("@id"), "id");
        assert_eq!(spelled_value("@id"), "at_id");
        assert_eq!(value_name("1d"), "_1d");
        assert_eq!(value_name("self"), "self_");
        assert_eq!(value_name(""), "empty");
        assert_eq!(value_name("\u{202e}"), "u202e");
        assert_eq!(value_name("e\u{301}"), value_name("é"));
        assert_eq!(type_name("ﬁ"), "Fi");
    }

    #[test]
    fn modules_are_ascii() {
        assert_eq!(module_name("petOwner"), "pet_owner");
        assert_eq!(module_name("straße"), "stra_udf_e");
        assert_eq!(module_name("日"), "u65e5");
    }

    #[test]
    fn variants_keep_signs_apart() {
        assert_eq!(variant_name("+1"), "Plus1");
        assert_eq!(variant_name("-1"), "Minus1");
        assert_eq!(variant_name("-created"), "MinusCreated");
        assert_eq!(variant_name(">="), "GreaterEqual");
        assert_eq!(variant_name(""), "Empty");
        assert_eq!(variant_name("10.0"), "Value10_0");
        assert_eq!(variant_name("content_file-updated"), "ContentFileUpdated");
        assert_eq!(spelled_variant("a/b"), "ASlashB");
    }

    #[test]
    fn long_texts_give_short_names_that_differ() {
        let long = "a".repeat(10_000);
        let name = type_name(&long);
        assert!(name.len() <= 90, "{name}");
        assert_ne!(name, type_name(&"a".repeat(10_001)));
        let versions = type_name(&"v2.7".repeat(40));
        assert!(
            versions.starts_with("V2_7") && !versions.contains("_x"),
            "{versions}"
        );
        assert!(value_name(&long).contains("_x"));
    }
}
