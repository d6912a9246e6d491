//! `grammar/tables.md` says what the code says: its generated parts are made here and compared.

use agon::syntax::{
    attribute::Key,
    keyword::{ClauseWord, Keyword},
    table::{Need, SHAPES, Shape},
};
use std::{env, fs};

const PATH: &str = "grammar/tables.md";

fn code(word: &str) -> String {
    format!("`{word}`")
}

fn list(words: impl IntoIterator<Item = String>) -> String {
    let words: Vec<String> = words.into_iter().collect();
    if words.is_empty() { "–".to_owned() } else { words.join(" ") }
}

fn need(need: Need, words: &str) -> String {
    match need {
        Need::Required => format!("{words} needed"),
        Need::Optional => format!("{words} optional"),
        Need::Never => format!("no {words}"),
    }
}

/// How many names and texts a statement takes.
fn arity(shape: &Shape) -> String {
    let path = shape.keyword == Keyword::Use;
    let names = match shape.operands {
        (_, 0) => need(shape.name, "own name"),
        (1, 1) if path => "a path in quotation marks".to_owned(),
        (1, 1) => "one name".to_owned(),
        (least, usize::MAX) => format!("{least} or more names"),
        (least, most) => format!("{least} to {most} names"),
    };
    format!("{names}; {}", need(shape.text, "text"))
}

fn statements() -> String {
    let mut out = "| keyword | means | names and text | clauses | attributes | stands |\n|---|---|---|---|---|---|\n".to_owned();
    for shape in SHAPES {
        let clauses = shape.clauses.iter().map(|c| {
            let one_of = shape.wants.contains(c);
            if one_of { format!("**{}**", code(c.word())) } else { code(c.word()) }
        });
        let mut places: Vec<String> = shape.top.then(|| "top level".to_owned()).into_iter().collect();
        if !shape.parents.is_empty() {
            places.push(format!("under {}", list(shape.parents.iter().map(|k| code(k.word())))));
        }
        let joint = if shape.wants.len() > 1 { " (one of them)" } else { "" };
        out += &format!(
            "| {} | {} | {} | {}{joint} | {} | {} |\n",
            code(shape.keyword.word()),
            shape.keyword.meaning(),
            arity(shape),
            list(clauses),
            list(shape.attributes.iter().map(|k| code(k.word()))),
            places.join("; "),
        );
    }
    out
}

fn children() -> String {
    let mut out = "| under | may stand |\n|---|---|\n".to_owned();
    for parent in Keyword::ALL {
        let children: Vec<String> = SHAPES.iter().filter(|s| s.parents.contains(parent)).map(|s| code(s.keyword.word())).collect();
        if !children.is_empty() {
            out += &format!("| {} | {} |\n", code(parent.word()), children.join(" "));
        }
    }
    out
}

fn clauses() -> String {
    let mut out = "| clause | means | in |\n|---|---|---|\n".to_owned();
    for word in ClauseWord::ALL {
        let shapes = SHAPES.iter().filter(|s| s.clauses.contains(word)).map(|s| code(s.keyword.word()));
        out += &format!("| {} | {} | {} |\n", code(word.word()), word.meaning(), list(shapes));
    }
    out
}

fn attributes() -> String {
    let mut out = "| key | means | value | on |\n|---|---|---|---|\n".to_owned();
    for key in Key::ALL {
        let shapes = SHAPES.iter().filter(|s| s.attributes.contains(key)).map(|s| code(s.keyword.word()));
        out += &format!("| {} | {} | {} | {} |\n", code(key.word()), key.meaning(), key.value().replace('|', "\\|"), list(shapes));
    }
    out
}

/// `text` with the part that `<!-- generated: name -->` opens replaced by `body`.
fn replaced(text: &str, name: &str, body: &str) -> String {
    let open = format!("<!-- generated: {name} -->\n");
    let (before, rest) = text.split_once(&open).unwrap_or_else(|| panic!("{PATH} has no part `{name}`"));
    let (_, after) = rest.split_once("<!-- end -->").unwrap_or_else(|| panic!("the part `{name}` of {PATH} has no end"));
    format!("{before}{open}{body}<!-- end -->{after}")
}

#[test]
fn the_tables_are_those_of_the_code() {
    let text = fs::read_to_string(PATH).expect("the tables are there");
    let parts = [("statements", statements()), ("children", children()), ("clauses", clauses()), ("attributes", attributes())];
    let wanted = parts.iter().fold(text.clone(), |text, (name, body)| replaced(&text, name, body));
    if wanted != text && env::var_os("UPDATE").is_some() {
        fs::write(PATH, wanted).expect("the tables can be written");
    } else {
        assert!(wanted == text, "{PATH} is not what the code says; `UPDATE=1 cargo test` rewrites it");
    }
}
