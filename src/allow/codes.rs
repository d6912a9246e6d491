//! What can be wrong with an allow.

use crate::diagnostic::code::codes;

codes! {
    /// An allow cannot be read, or names what cannot be allowed.
    BROKEN_ALLOW = "broken-allow", Error;
    /// An allow names a code that does not exist.
    UNKNOWN_ALLOW = "unknown-allow", Error;
    /// An allow gives no reason.
    UNEXPLAINED_ALLOW = "unexplained-allow", Warning;
    /// The last day of an allow has passed.
    EXPIRED_ALLOW = "expired-allow", Warning;
    /// An allow allows nothing that is found.
    DEAD_ALLOW = "dead-allow", Warning;
}
