//! Templates. In: Rust with `#name` where a value goes, and `#(…)*` or `#(…),*` where what is inside stands once for each
//! item of the lists that are named in it; out: tokens. Invariant: written as for the crate `quote`, which says what a
//! template means; all names in a repetition are lists, and each stands once.

/// The tokens of a template.
macro_rules! quote {
    ($($template:tt)*) => {{
        #[allow(unused_mut)]
        let mut out = $crate::tokens::TokenStream::new();
        $crate::tokens::put! { out; $($template)* }
        out
    }};
}

/// Adds the tokens of a template to a stream, one after the other.
macro_rules! put {
    ($out:ident;) => {};
    ($out:ident; #[doc = # $line:ident] $($rest:tt)*) => {
        $out.doc(&$line);
        $crate::tokens::put! { $out; $($rest)* }
    };
    ($out:ident; #[doc = $line:literal] $($rest:tt)*) => {
        $out.fixed_doc($line);
        $crate::tokens::put! { $out; $($rest)* }
    };
    ($out:ident; # $value:ident $($rest:tt)*) => {
        $crate::tokens::ToTokens::to_tokens(&$value, &mut $out);
        $crate::tokens::put! { $out; $($rest)* }
    };
    ($out:ident; # ($($body:tt)*) * $($rest:tt)*) => {
        $crate::tokens::each! { $out; [] [""] [$($body)*]; $($body)* }
        $crate::tokens::put! { $out; $($rest)* }
    };
    ($out:ident; # ($($body:tt)*) $between:tt * $($rest:tt)*) => {
        $crate::tokens::each! { $out; [] [stringify!($between)] [$($body)*]; $($body)* }
        $crate::tokens::put! { $out; $($rest)* }
    };
    ($out:ident; ($($inner:tt)*) $($rest:tt)*) => {
        let open = $out.open($crate::tokens::Delimiter::Parenthesis);
        $crate::tokens::put! { $out; $($inner)* }
        $out.close(open);
        $crate::tokens::put! { $out; $($rest)* }
    };
    ($out:ident; [$($inner:tt)*] $($rest:tt)*) => {
        let open = $out.open($crate::tokens::Delimiter::Bracket);
        $crate::tokens::put! { $out; $($inner)* }
        $out.close(open);
        $crate::tokens::put! { $out; $($rest)* }
    };
    ($out:ident; {$($inner:tt)*} $($rest:tt)*) => {
        let open = $out.open($crate::tokens::Delimiter::Brace);
        $crate::tokens::put! { $out; $($inner)* }
        $out.close(open);
        $crate::tokens::put! { $out; $($rest)* }
    };
    ($out:ident; $token:tt $($rest:tt)*) => {
        $out.token(stringify!($token));
        $crate::tokens::put! { $out; $($rest)* }
    };
}

/// Finds the names in the body of a repetition, then writes it once for each item of theirs.
macro_rules! each {
    ($out:ident; [$($name:ident)*] [$between:expr] [$($body:tt)*];) => {{
        #[allow(unused_imports)]
        use $crate::tokens::repeat::{Items as _, List as _};
        $(#[allow(unused_mut)] let mut $name = $name.each();)*
        let mut between = "";
        loop {
            $(let Some($name) = $name.next() else { break };)*
            $out.token(between);
            $crate::tokens::put! { $out; $($body)* }
            between = $between;
        }
        let _ = between;
    }};
    ($out:ident; [$($name:ident)*] $between:tt $body:tt; # $more:ident $($rest:tt)*) => {
        $crate::tokens::each! { $out; [$($name)* $more] $between $body; $($rest)* }
    };
    ($out:ident; $names:tt $between:tt $body:tt; ($($inner:tt)*) $($rest:tt)*) => {
        $crate::tokens::each! { $out; $names $between $body; $($inner)* $($rest)* }
    };
    ($out:ident; $names:tt $between:tt $body:tt; [$($inner:tt)*] $($rest:tt)*) => {
        $crate::tokens::each! { $out; $names $between $body; $($inner)* $($rest)* }
    };
    ($out:ident; $names:tt $between:tt $body:tt; {$($inner:tt)*} $($rest:tt)*) => {
        $crate::tokens::each! { $out; $names $between $body; $($inner)* $($rest)* }
    };
    ($out:ident; $names:tt $between:tt $body:tt; $token:tt $($rest:tt)*) => {
        $crate::tokens::each! { $out; $names $between $body; $($rest)* }
    };
}

pub(crate) use {each, put, quote};

#[cfg(test)]
mod tests {
    use crate::tokens::TokenStream;

    /// Every token of a stream, as it would be read.
    fn row(stream: &TokenStream) -> Vec<String> {
        let token = |at| format!("{:?} {}", stream.kind(at), stream.text(at));
        (0..stream.len()).map(token).collect()
    }

    /// One template through both macros, with the same names.
    macro_rules! same {
        ({$($template:tt)*} $(, $name:ident = $ours:expr, $theirs:expr)*) => {{
            let ours = {
                $(let $name = $ours;)*
                super::quote!($($template)*)
            };
            let theirs = {
                $(let $name = $theirs;)*
                ::quote::quote!($($template)*)
            };
            assert_eq!(row(&ours), row(&TokenStream::from(theirs)));
            ours.len()
        }};
    }

    fn words(all: &[&str]) -> Vec<String> {
        all.iter().map(|word| (*word).to_owned()).collect()
    }

    fn ours(name: &str) -> crate::tokens::Ident {
        crate::tokens::Ident::new(name)
    }

    fn theirs(name: &str) -> proc_macro2::Ident {
        proc_macro2::Ident::new(name, proc_macro2::Span::call_site())
    }

    #[test]
    fn a_template_is_what_it_is_for_the_crate_quote() {
        let all = same!({
            #[inline]
            pub(super) fn first<'a, T: Copy>(&'a self, r#type: &mut [u8; 4]) -> Option<Box<dyn Fn(T) -> u8 + 'a>>
            where
                T: ?Sized,
            {
                let x = self.0 >> 2 != 3 && !(a..=b).contains(&1.5e3) || b'x' == b"x"[0];
                x <<= 1; y |= !z; 'outer: loop { break 'outer; }
                if let Some(ref mut v) | Some(v @ ..) = w { format!("{v:?}\n", v = r"a") } else { _ => {} }
                m!{ $crate::a::<u8>::b } ; -1i64; 0x_ff; 'c'; "ü\u{301}"
            }
        });
        assert!(all > 150, "only {all} tokens");
        same!({});
        same!({ {} () [] });
    }

    #[test]
    fn names_and_lists_are_put_where_they_are_for_the_crate_quote() {
        same!({ struct #name { #field: #text } #[doc = #text] enum X {} },
            name = crate::tokens::Ident::new_raw("type"), proc_macro2::Ident::new_raw("type", proc_macro2::Span::call_site()),
            field = ours("field"), theirs("field"),
            text = "it's \"x\"\n".to_owned(), "it's \"x\"\n".to_owned());
        for list in [&[][..], &["a"], &["a", "b", "c"]] {
            same!({ f(#(#one),*); [#(#two);*] { #(#three)* } #(x(#four, 1))|* },
                one = words(list), words(list),
                two = list.iter().map(|name| ours(name)), list.iter().map(|name| theirs(name)),
                three = words(list), words(list),
                four = words(list), words(list));
            same!({ #(#left => #right,)* #([#key] = &#value),* },
                left = words(list), words(list),
                right = words(list), words(list),
                key = words(list), words(list),
                value = words(&["1", "2"]), words(&["1", "2"]));
        }
    }
}
