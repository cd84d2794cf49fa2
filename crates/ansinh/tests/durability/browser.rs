//! Just enough of a browser on a real socket: one request a connection, and an answer counts only when it is whole.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::form::encoded;

/// A whole answer.
pub(crate) struct Page {
    pub(crate) status: u16,
    /// Where it leads.
    pub(crate) place: String,
    /// The session it gives, as a cookie to send back.
    pub(crate) cookie: String,
    pub(crate) html: String,
}

/// Nothing of ours takes as long.
const PATIENCE: Duration = Duration::from_secs(30);

/// Reads a page; none when the connection ended before the answer did.
pub(crate) fn get(address: SocketAddr, path: &str, cookie: &str) -> Option<Page> {
    send(address, &format!("GET {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\nconnection: close\r\n\r\n"))
}

/// Sends a form; none when the connection ended before the answer did.
pub(crate) fn post(address: SocketAddr, path: &str, cookie: &str, fields: &[(String, String)]) -> Option<Page> {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
    let body = pairs.join("&");
    let length = body.len();
    send(
        address,
        &format!(
            "POST {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\nconnection: close\r\n\
             sec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {length}\r\n\r\n{body}"
        ),
    )
}

fn send(address: SocketAddr, request: &str) -> Option<Page> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(request.as_bytes()).ok()?;
    let mut bytes = Vec::new();
    // A killed server may leave a reset behind its last bytes: what came before it counts if it is whole.
    let _ended = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let value = |name: &str| {
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(own, _)| own.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    };
    let length: usize = value("content-length").parse().unwrap();
    (body.len() == length).then(|| Page {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        place: value("location").to_owned(),
        cookie: value("set-cookie").split(';').next().unwrap().to_owned(),
        html: body.to_owned(),
    })
}
