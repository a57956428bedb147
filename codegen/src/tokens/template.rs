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
