//! Which version of HTTP is spoken over TLS: what client and server agree upon (ALPN, RFC 7301).

use crate::runtime::{Body, ReqwestTransport, Transport};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// A listener whose connections are encrypted.
struct Encrypted {
    listener: TcpListener,
    acceptor: TlsAcceptor,
}

impl axum::serve::Listener for Encrypted {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, SocketAddr) {
        loop {
            let (stream, from) = self.listener.accept().await.expect("a connection");
            // A client that does not like the certificate goes away.
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, from);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// What a server answers that offers these protocols: the version of the request.
async fn spoken(offered: &[&str]) -> String {
    // Fails if another test was faster, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let pair = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate");
    let certificate = pair.cert.der().clone();
    let key = rustls::pki_types::PrivateKeyDer::try_from(pair.signing_key.serialize_der());
    let mut config = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key.expect("a key"))
        .expect("a configuration");
    config.alpn_protocols = offered
        .iter()
        .map(|name| name.as_bytes().to_vec())
        .collect();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("https://{}/x", listener.local_addr().expect("an address"));
    let app = axum::Router::new().fallback(|request: axum::extract::Request| async move {
        format!("{:?}", request.version())
    });
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let server = axum::serve(Encrypted { listener, acceptor }, app);
    tokio::spawn(async move { server.await });
    let root = reqwest::Certificate::from_der(&certificate).expect("a certificate");
    let client = reqwest::Client::builder().tls_certs_only([root]).build();
    let transport = ReqwestTransport::from_client(client.expect("a client"));
    let request = http::Request::get(url).body(Body::empty());
    let answer = transport.send(request.expect("a request")).await;
    let body = answer.expect("a response").into_body().collect().await;
    String::from_utf8(body.expect("a body").to_vec()).expect("text")
}

#[tokio::test]
async fn http_2_is_spoken_with_a_server_that_offers_it() {
    assert_eq!(spoken(&["h2", "http/1.1"]).await, "HTTP/2.0");
    assert_eq!(spoken(&["h2"]).await, "HTTP/2.0");
}

#[tokio::test]
async fn http_1_1_is_spoken_with_a_server_that_does_not() {
    assert_eq!(spoken(&["http/1.1"]).await, "HTTP/1.1");
    // It knows nothing of protocols.
    assert_eq!(spoken(&[]).await, "HTTP/1.1");
}
