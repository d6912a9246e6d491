//! Reads the competition's numbered format (ICCMA 2023): `p af N`, then one attack `a b` per line; `#` opens a comment.

use crate::{
    exchange::{
        cursor::Cursor,
        fault::Fault,
        instance::{Instance, Names},
    },
    theory::framework::attack::Framework,
};

/// So many arguments may be declared whatever the size of the file; more need a file of as many bytes. A header of twenty bytes must not
/// take all memory.
pub const FREE_ARGUMENTS: usize = 10_000_000;

/// Reads an instance.
pub fn parse(bytes: &[u8]) -> Result<Instance, Fault> {
    let mut cursor = Cursor::new(bytes);
    let count = parse_header(&mut cursor, b"af", bytes.len())?;
    let mut attacks = Vec::with_capacity(bytes.len() / 12);
    while cursor.find_line(b"#") {
        let line = cursor.line();
        let pair = (cursor.number(), cursor.number());
        let (Some(from), Some(to)) = pair else {
            return Err(Fault::at(line, "this is not an attack", "write two argument numbers, as in '3 7'"));
        };
        if let Some(wrong) = [from, to].into_iter().find(|n| !(1..=count).contains(n)) {
            let help = format!("the header allows 1 to {count}: correct the number or the header");
            return Err(Fault::at(line, format!("there is no argument {wrong}"), help));
        }
        if !cursor.end_line() {
            return Err(Fault::at(line, "something follows the attack", "give each attack its own line"));
        }
        attacks.push((from - 1, to - 1));
    }
    Ok(Instance { framework: Framework::new(count as usize, &attacks), names: Names::Numbers(count) })
}

/// Reads `p KIND N`, where N is bounded by [`FREE_ARGUMENTS`] or the size of the file.
pub fn parse_header(cursor: &mut Cursor, kind: &[u8], size: usize) -> Result<u32, Fault> {
    let shown = format!("'p {} N'", String::from_utf8_lossy(kind));
    let help = format!("open the file with {shown}, where N is the number of arguments or atoms");
    if !cursor.find_line(b"#") {
        return Err(Fault::at(cursor.line(), "the header is missing", help));
    }
    let line = cursor.line();
    let is_header = cursor.word() == b"p" && cursor.word() == kind;
    let count = cursor.number();
    let (true, Some(count), true) = (is_header, count, cursor.end_line()) else {
        return Err(Fault::at(line, format!("this is not a header {shown}"), help));
    };
    if count as usize > FREE_ARGUMENTS.max(size) {
        let what = format!("the header declares {count}, but the file has only {size} bytes");
        return Err(Fault::at(line, what, format!("declare at most {FREE_ARGUMENTS}, or no more than the file has bytes")));
    }
    Ok(count)
}
