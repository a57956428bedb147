//! Internet addresses as the types of the standard library. In: text; out: an address. Invariant: what is printed parses
//! to the same address.

use super::formatted::TextFormat;
use std::net::{AddrParseError, Ipv4Addr, Ipv6Addr};

impl TextFormat for Ipv4Addr {
    const NAME: &'static str = "an IPv4 address";

    fn parse(text: &str) -> Result<Self, String> {
        text.trim()
            .parse()
            .map_err(|error: AddrParseError| error.to_string())
    }

    fn print(&self) -> String {
        self.to_string()
    }
}

impl TextFormat for Ipv6Addr {
    const NAME: &'static str = "an IPv6 address";

    fn parse(text: &str) -> Result<Self, String> {
        text.trim()
            .parse()
            .map_err(|error: AddrParseError| error.to_string())
    }

    fn print(&self) -> String {
        self.to_string()
    }
}
