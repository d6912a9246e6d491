//! All schemes.

use crate::scheme::{action, actor, cause, comparison, definition::Scheme, evidence, person, rule, source};

/// Every scheme, by family.
pub fn all() -> impl Iterator<Item = &'static Scheme> {
    [source::ALL, comparison::ALL, cause::ALL, evidence::ALL, action::ALL, person::ALL, rule::ALL, actor::ALL].into_iter().flatten()
}

/// The scheme of this name.
pub fn find_scheme(id: &str) -> Option<&'static Scheme> {
    all().find(|scheme| scheme.id == id)
}
