//! Compression of answers: which coding a browser takes, and the bytes in it. Measured on our pages, Brotli at
//! level 5 takes a millisecond; level 10 takes twenty for a tenth fewer bytes, too long for a page that has to be
//! made again whenever a figure is accepted.

use axum::http::header::ACCEPT_ENCODING;
use axum::http::{HeaderMap, HeaderValue};
use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// The level of Brotli, see above.
const BROTLI_LEVEL: i32 = 5;
/// Below this many bytes compression saves nothing worth a header.
const WORTH_PACKING: usize = 256;

/// How the bytes of an answer are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As they are.
    Plain,
    /// Gzip, for browsers without Brotli.
    Gzip,
    /// Brotli, the smallest.
    Brotli,
}

impl Encoding {
    /// The smallest coding that the browser says it takes.
    pub fn accepted(headers: &HeaderMap) -> Encoding {
        let mut best = Encoding::Plain;
        let offers = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        for offer in offers.flat_map(|value| value.split(',')) {
            let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
            let found = match name.trim() {
                "br" => Encoding::Brotli,
                "gzip" if best == Encoding::Plain => Encoding::Gzip,
                _ => continue,
            };
            if !is_refusal(weight) {
                best = found;
            }
        }
        best
    }

    /// The value of `Content-Encoding`, if one is sent.
    pub const fn header(self) -> Option<HeaderValue> {
        match self {
            Encoding::Plain => None,
            Encoding::Gzip => Some(HeaderValue::from_static("gzip")),
            Encoding::Brotli => Some(HeaderValue::from_static("br")),
        }
    }
}

/// Whether an answer of this type and length is worth compressing. Office files and pictures already are.
pub fn is_worth_packing(mime: &str, length: usize) -> bool {
    const TEXTS: [&str; 4] = ["text/", "application/json", "application/ld+json", "image/svg+xml"];
    length >= WORTH_PACKING && TEXTS.iter().any(|text| mime.starts_with(text))
}

/// The bytes in this coding.
pub fn pack(bytes: &[u8], encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Plain => bytes.to_vec(),
        Encoding::Gzip => gzip(bytes),
        Encoding::Brotli => brotli(bytes),
    }
}

/// `q=0` in any spelling: the browser names the coding in order to refuse it.
fn is_refusal(weight: &str) -> bool {
    let Some(value) = weight.trim().strip_prefix("q=") else { return false };
    !value.is_empty() && value.chars().all(|c| c == '0' || c == '.')
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::default());
    encoder.write_all(bytes).expect("writing to memory does not fail");
    encoder.finish().expect("writing to memory does not fail")
}

fn brotli(mut bytes: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_LEVEL,
        mode: BrotliEncoderMode::BROTLI_MODE_TEXT,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::with_capacity(bytes.len() / 3);
    brotli::BrotliCompress(&mut bytes, &mut packed, &parameters).expect("writing to memory does not fail");
    packed
}
