//! `deleteKittens`.

use super::ListCatsNotFound;

/// The value of `deleteKittens`, which is like that of `listCats`.
pub type DeleteKittensNotFound = ListCatsNotFound;
