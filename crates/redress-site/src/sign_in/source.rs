//! Where a request comes from, so that whoever guesses waits and nobody else does.

use std::convert::Infallible;
use std::net::IpAddr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::desk::DeskSite;

/// The other end of the connection, as the server put it beside the request.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// The network that a request comes from, and what the browser calls itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// An address, or the network of 64 bits that an IPv6 address belongs to.
    pub network: String,
    /// The browser.
    pub user_agent: String,
}

impl FromRequestParts<DeskSite> for Source {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, desk: &DeskSite) -> Result<Source, Infallible> {
        let header = |name: &str| parts.headers.get_all(name).iter().next_back().and_then(|v| v.to_str().ok()).unwrap_or("");
        let peer = parts.extensions.get::<Peer>().map(|peer| peer.0);
        // Only the last entry is the proxy's own; those before it are what the browser claims.
        let forwarded = header("x-forwarded-for").rsplit(',').next().and_then(|a| a.trim().parse().ok());
        let address = if desk.sign_in.behind_proxy { forwarded.or(peer) } else { peer };
        Ok(Source { network: address.map_or_else(|| "unknown".into(), network), user_agent: header("user-agent").into() })
    }
}

fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_subscriber_is_one_source() {
        let of = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2:ffff::1"));
        assert_eq!(of("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
