//! The operations as commands.

#[allow(unused_imports)]
use crate::runtime::cli::{Action, Flag, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[DEFAULT, PET_OWNERS, PETS],
};

#[cfg(feature = "spec-default")]
const DEFAULT: &[Action] = &[Action::new("ping", "ping", &super::default::PING)];

#[cfg(not(feature = "spec-default"))]
const DEFAULT: &[Action] = &[];

#[cfg(feature = "spec-pet_owners")]
const PET_OWNERS: &[Action] = &[
    Action::new("get-owner", "getOwner", &super::pet_owners::GET_OWNER)
        .flags(&[Flag::text("id", "")]),
    Action::new("merge-owners", "mergeOwners", &super::pet_owners::MERGE_OWNERS),
];

#[cfg(not(feature = "spec-pet_owners"))]
const PET_OWNERS: &[Action] = &[];

#[cfg(feature = "spec-pets")]
const PETS: &[Action] = &[
    Action::new("list-pets", "listPets", &super::pets::LIST_PETS),
    Action::new("add-pet", "addPet", &super::pets::ADD_PET),
    Action::new("list-toys", "listToys", &super::pets::LIST_TOYS)
        .flags(&[Flag::text("id", "")]),
];

#[cfg(not(feature = "spec-pets"))]
const PETS: &[Action] = &[];
