//! `listDogs`.

use super::{ListCatsNotFound, ListCatsOrder};

/// The value of `listDogs`, which is like that of `listCats`.
pub type ListDogsOrder = ListCatsOrder;

/// The value of `listDogs`, which is like that of `listCats`.
pub type ListDogsNotFound = ListCatsNotFound;
