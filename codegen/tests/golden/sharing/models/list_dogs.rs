//! `listDogs`.

use super::ListCatsOrder;

/// The value of `listDogs`, which is like that of `listCats`.
pub type ListDogsOrder = ListCatsOrder;
