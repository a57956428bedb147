//! Chunks as `std::io::Read`. In: a body in chunks; out: its bytes, on the thread that reads. Invariant: each byte is given
//! once and in order.

use super::block::block_on;
use super::incoming::Incoming;
use bytes::{Buf, Bytes};
use std::io::{self, Read};

/// A body on its way, for blocking code: its bytes are read as they come.
#[derive(Debug)]
pub struct IncomingReader {
    incoming: Incoming,
    chunk: Bytes,
}

impl IncomingReader {
    /// The bytes of a body.
    pub fn new(incoming: Incoming) -> Self {
        IncomingReader {
            incoming,
            chunk: Bytes::new(),
        }
    }
}

impl Read for IncomingReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.chunk.is_empty() {
            match block_on(self.incoming.chunk()) {
                Ok(Some(chunk)) => self.chunk = chunk,
                Ok(None) => return Ok(0),
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        let size = into.len().min(self.chunk.len());
        self.chunk.copy_to_slice(&mut into[..size]);
        Ok(size)
    }
}
