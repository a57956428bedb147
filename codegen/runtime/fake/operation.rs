//! What every operation of a server has. In: what a handler takes and gives; out: the bounds of the methods that set one, and
//! the reading of what comes. Invariant: the macro only forwards.

use super::answer::Answer;
use super::problem::Problem;
use super::received::{Found, Received};
use crate::runtime::operation::Operation;
use crate::runtime::wire::Wire;
use bytes::Bytes;

/// Answers an operation: a function of what comes with a request.
pub trait Handler<R, O>: Fn(&R) -> O + Send + Sync + 'static {}

impl<F, R, O> Handler<R, O> for F where F: Fn(&R) -> O + Send + Sync + 'static {}

/// The answer to a request of the client's.
pub type AnswerTo<R> = Answer<<R as Operation>::Output, <R as Operation>::Failure>;

/// The parameters and the bodies of a request, one after the other.
#[derive(Debug)]
pub struct Values<'a> {
    received: &'a Received,
    parameters: usize,
    bodies: usize,
}

impl<'a> Values<'a> {
    /// Those of a request.
    pub fn new(received: &'a Received) -> Self {
        Values {
            received,
            parameters: 0,
            bodies: 0,
        }
    }

    /// The next parameter.
    ///
    /// # Errors
    /// When it is not of the type.
    pub fn parameter<T: Wire>(&mut self) -> Result<T, Problem> {
        self.parameters += 1;
        self.received.read(self.parameters - 1)
    }

    fn body(&mut self) -> usize {
        self.bodies += 1;
        self.bodies - 1
    }

    /// The next body, which is a model.
    ///
    /// # Errors
    /// When it is not of the type.
    pub fn model<T: Wire>(&mut self) -> Result<T, Problem> {
        let number = self.body();
        self.received.model(number)
    }

    /// The next body, which is text.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn text<T: From<Found<String>>>(&mut self) -> Result<T, Problem> {
        let number = self.body();
        self.received.text(number)
    }

    /// The next body, which is bytes.
    ///
    /// # Errors
    /// Never; it is a `Result` as the others are.
    pub fn raw<T: From<Found<Bytes>>>(&mut self) -> Result<T, Problem> {
        let number = self.body();
        self.received.raw(number)
    }
}

/// Reads a struct of parameters and bodies in their order: `received!(AddPetReceived, id, limit; body = model)`.
#[allow(unused_macros)]
macro_rules! received {
    ($name:ident $(, $field:ident)* $(; $($body:ident = $read:ident),+)?) => {
        impl $crate::runtime::fake::FromReceived for $name {
            fn from_received(
                received: &$crate::runtime::fake::Received,
            ) -> ::std::result::Result<Self, $crate::runtime::fake::Problem> {
                #[allow(unused_mut, unused_variables)]
                let mut values = $crate::runtime::fake::Values::new(received);
                ::std::result::Result::Ok(Self {
                    $($field: values.parameter()?,)*
                    $($($body: values.$read()?,)+)?
                    received: ::std::clone::Clone::clone(received),
                })
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use received;
