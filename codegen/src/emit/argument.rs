//! How a value is taken from a caller. In: a type of the IR; out: the type of the argument, and the expression that turns
//! it into what is stored. Invariant: an argument accepts at least a value of the stored type (unboxed).

use super::file::File;
use crate::ir::{Api, Type, TypeKind};
use crate::tokens::{Ident, TokenStream, quote};

/// How a value is taken.
pub(crate) struct Argument {
    /// The type of the argument.
    pub(crate) ty: TokenStream,
    conversion: Conversion,
}

/// From the argument to what is stored.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Conversion {
    None,
    Into,
    Collect,
    CollectInto,
    Box,
    BoxInto,
}

impl Argument {
    /// How a value of this type is taken.
    pub(crate) fn new(file: &mut File<'_>, ty: &Type) -> Self {
        match ty {
            Type::Boxed(inner) => Self::boxed(file, inner),
            Type::List(item) => {
                let converts = converts(file.api(), item);
                let item = file.ty(item);
                Self {
                    ty: if converts {
                        quote!(impl IntoIterator<Item = impl Into<#item>>)
                    } else {
                        quote!(impl IntoIterator<Item = #item>)
                    },
                    conversion: if converts {
                        Conversion::CollectInto
                    } else {
                        Conversion::Collect
                    },
                }
            }
            plain => {
                let into = converts(file.api(), plain);
                let stored = file.ty(plain);
                Self {
                    ty: if into {
                        quote!(impl Into<#stored>)
                    } else {
                        stored
                    },
                    conversion: if into {
                        Conversion::Into
                    } else {
                        Conversion::None
                    },
                }
            }
        }
    }

    fn boxed(file: &mut File<'_>, inner: &Type) -> Self {
        let argument = Self::new(file, inner);
        let conversion = match argument.conversion {
            Conversion::None => Conversion::Box,
            Conversion::Into => Conversion::BoxInto,
            Conversion::Collect
            | Conversion::CollectInto
            | Conversion::Box
            | Conversion::BoxInto => {
                return Self {
                    ty: {
                        let stored = file.ty(inner);
                        quote!(#stored)
                    },
                    conversion: Conversion::Box,
                };
            }
        };
        Self {
            ty: argument.ty,
            conversion,
        }
    }

    /// The stored value, made from an argument.
    pub(crate) fn convert(&self, value: &TokenStream) -> TokenStream {
        match self.conversion {
            Conversion::None => value.clone(),
            Conversion::Into => quote!(#value.into()),
            Conversion::Collect => quote!(#value.into_iter().collect()),
            Conversion::CollectInto => quote!(#value.into_iter().map(Into::into).collect()),
            Conversion::Box => quote!(Box::new(#value)),
            Conversion::BoxInto => quote!(Box::new(#value.into())),
        }
    }

    /// The statement that turns the argument into a value that can be written; nothing where it is one.
    pub(crate) fn binding(
        &self,
        file: &mut File<'_>,
        ty: &Type,
        word: &Ident,
    ) -> Option<TokenStream> {
        let ty = match ty {
            Type::Boxed(inner) => file.ty(inner),
            other => file.ty(other),
        };
        match self.conversion {
            Conversion::None | Conversion::Box => None,
            Conversion::Into | Conversion::BoxInto => Some(quote!(let #word: #ty = #word.into();)),
            Conversion::Collect => Some(quote!(let #word: #ty = #word.into_iter().collect();)),
            Conversion::CollectInto => {
                Some(quote!(let #word: #ty = #word.into_iter().map(Into::into).collect();))
            }
        }
    }

    /// The argument as the text that it becomes; `None` if it is no text.
    pub(crate) fn text(file: &File<'_>, ty: &Type, word: &Ident) -> Option<TokenStream> {
        matches!(file.api().behind(ty), Type::String).then(|| quote!(#word.into()))
    }

    /// Whether the argument is stored as it is.
    pub(crate) fn is_plain(&self) -> bool {
        self.conversion == Conversion::None
    }
}

/// Whether more than the type itself is taken, by `Into`.
pub(crate) fn converts(api: &Api, ty: &Type) -> bool {
    match api.behind(ty) {
        Type::String | Type::Formatted(_) | Type::Any | Type::Binary => true,
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Enum(_) | TypeKind::Union(_) | TypeKind::Newtype(_) => true,
            TypeKind::Struct(_) | TypeKind::Alias(_) => false,
        },
        Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::List(_)
        | Type::Tuple(..)
        | Type::Map(..)
        | Type::Nullable(_)
        | Type::Boxed(_) => false,
    }
}
