//! Reads the competition's numbered format (ICCMA 2023): `p af N`, then one attack `a b` per line; `#` opens a comment.

use crate::{
    exchange::{
        cursor::{Cursor, shown},
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
        if let Some(wrong) = [from, to].into_iter().find(|&n| !(1..=u64::from(count)).contains(&n)) {
            let help = format!("the header allows 1 to {count}: correct the number or the header");
            return Err(Fault::at(line, format!("there is no argument {}", shown(wrong)), help));
        }
        if !cursor.end_line() {
            return Err(Fault::at(line, "something follows the attack", "give each attack its own line"));
        }
        attacks.push((from as u32 - 1, to as u32 - 1));
    }
    Ok(Instance { framework: Framework::new(count as usize, &attacks), names: Names::Numbers(count) })
}

/// Reads `p KIND N`, where N is bounded by [`FREE_ARGUMENTS`] or the size of the file.
pub fn parse_header(cursor: &mut Cursor, kind: &[u8], size: usize) -> Result<u32, Fault> {
    let header = format!("'p {} N'", String::from_utf8_lossy(kind));
    let help = format!("open the file with {header}, where N is the number of arguments or atoms");
    if !cursor.find_line(b"#") {
        return Err(Fault::at(cursor.line(), "the header is missing", help));
    }
    let line = cursor.line();
    let is_header = cursor.word() == b"p" && cursor.word() == kind;
    let count = cursor.number();
    let (true, Some(count), true) = (is_header, count, cursor.end_line()) else {
        return Err(Fault::at(line, format!("this is not a header {header}"), help));
    };
    // Places are counted in 32 bits.
    let most = u32::try_from(FREE_ARGUMENTS.max(size)).unwrap_or(u32::MAX);
    match u32::try_from(count) {
        Ok(count) if count <= most => Ok(count),
        _ => {
            let what = format!("the number is too large: the header declares {}, and the file has only {size} bytes", shown(count));
            Err(Fault::at(line, what, format!("declare at most {FREE_ARGUMENTS}, or no more than the file has bytes")))
        }
    }
}
