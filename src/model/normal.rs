//! The form in which names are compared.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The form in which names are compared: Unicode NFC.
pub fn normal(name: &str) -> Cow<'_, str> {
    if name.is_ascii() || is_nfc(name) { Cow::Borrowed(name) } else { Cow::Owned(name.nfc().collect()) }
}
