//! Digests: the fingerprint of a pack, a sealed report, a row, a link of the audit chain. SHA-256, shown in
//! lower-case hexadecimal. Several fields are digested with their lengths, so that `ab`+`c` is not `a`+`bc`.

use crate::problem::Fault;
use crate::serde_as_text;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use std::{fmt, str::FromStr};

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest([u8; 32]);

/// Why a text is not a digest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DigestError {
    /// Not 64 lower-case hexadecimal digits.
    #[error("“{text}” không phải mã băm: cần đúng 64 chữ số 0-9, a-f")]
    NotHex {
        /// The text that was read.
        text: String,
    },
}

impl Fault for DigestError {
    fn code(&self) -> &'static str {
        "digest-not-hex"
    }

    fn mend(&self) -> String {
        "Chép lại nguyên vẹn mã băm từ nơi đã in ra nó".into()
    }
}

impl Digest {
    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(Sha256::digest(bytes).into())
    }

    /// A digest that was computed before and stored as bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Digest {
        Digest(bytes)
    }

    /// Its 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The first 12 hexadecimal digits, for people to compare by eye.
    pub fn short(&self) -> String {
        self.to_string().chars().take(12).collect()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Digest, DigestError> {
        let bytes = HEXLOWER.decode(text.as_bytes()).ok();
        bytes
            .and_then(|bytes| bytes.try_into().ok())
            .map(Digest)
            .ok_or_else(|| DigestError::NotHex { text: text.into() })
    }
}

serde_as_text!(Digest);

/// Digests a sequence of fields without joining them first.
#[derive(Clone, Default)]
pub struct DigestWriter(Sha256);

impl DigestWriter {
    /// Nothing written yet.
    pub fn new() -> DigestWriter {
        DigestWriter::default()
    }

    /// Adds one field: its length as eight big-endian bytes, then its bytes.
    pub fn field(&mut self, bytes: &[u8]) -> &mut DigestWriter {
        let length = u64::try_from(bytes.len()).expect("a slice is shorter than 2^64 bytes");
        self.0.update(length.to_be_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds one text field.
    pub fn text(&mut self, text: &str) -> &mut DigestWriter {
        self.field(text.as_bytes())
    }

    /// The digest of all fields so far.
    pub fn finish(&self) -> Digest {
        Digest(self.0.clone().finalize().into())
    }
}

impl fmt::Debug for DigestWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DigestWriter")
    }
}

#[cfg(test)]
mod tests;
