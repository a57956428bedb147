//! The operations as commands.

#[allow(unused_imports)]
use crate::runtime::cli::{Action, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[DEFAULT, HOUSE_VISITS, OWNERS, PETS, ROOMS, STAFF],
};

#[cfg(feature = "spec-default")]
const DEFAULT: &[Action] = &[
    Action::new("drop-all", "dropAll", &super::default::DROP_ALL),
];

#[cfg(not(feature = "spec-default"))]
const DEFAULT: &[Action] = &[];

#[cfg(feature = "spec-house_visits")]
const HOUSE_VISITS: &[Action] = &[
    Action::new("get-visit", "getVisit", &super::house_visits::GET_VISIT),
];

#[cfg(not(feature = "spec-house_visits"))]
const HOUSE_VISITS: &[Action] = &[];

#[cfg(feature = "spec-owners")]
const OWNERS: &[Action] = &[
    Action::new("get-owner", "getOwner", &super::owners::GET_OWNER),
];

#[cfg(not(feature = "spec-owners"))]
const OWNERS: &[Action] = &[];

#[cfg(feature = "spec-pets")]
const PETS: &[Action] = &[Action::new("get-pet", "getPet", &super::pets::GET_PET)];

#[cfg(not(feature = "spec-pets"))]
const PETS: &[Action] = &[];

#[cfg(feature = "spec-rooms")]
const ROOMS: &[Action] = &[Action::new("get-room", "getRoom", &super::rooms::GET_ROOM)];

#[cfg(not(feature = "spec-rooms"))]
const ROOMS: &[Action] = &[];

#[cfg(feature = "spec-staff")]
const STAFF: &[Action] = &[
    Action::new("get-staff", "getStaff", &super::staff::GET_STAFF),
];

#[cfg(not(feature = "spec-staff"))]
const STAFF: &[Action] = &[];
