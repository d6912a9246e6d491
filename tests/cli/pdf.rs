//! Sources in PDF, which another program reads.

use crate::cli::{shell::Shell, sources::debate};
use std::process::Command;

/// A PDF of two pages, each a list of lines.
fn pdf(pages: [&[&str]; 2]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut object = |number: usize, body: &str| out.extend_from_slice(format!("{number} 0 obj\n{body}\nendobj\n").as_bytes());
    object(1, "<< /Type /Catalog /Pages 2 0 R >>");
    object(2, "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>");
    object(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (at, lines) in pages.into_iter().enumerate() {
        let page = 4 + 2 * at;
        let text: String = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td ")).collect();
        let text = format!("BT /F1 12 Tf 72 720 Td {text}ET");
        let resources = "<< /Font << /F1 3 0 R >> >>";
        object(page, &format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {resources} /Contents {} 0 R >>", page + 1));
        object(page + 1, &format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()));
    }
    out.extend_from_slice(b"trailer << /Root 1 0 R /Size 8 >>\n%%EOF\n");
    out
}

#[test]
fn pdf_is_read_where_pdftotext_is() {
    let file = pdf([&["The shops were asked in May."], &["Their takings did not in-", "crease by more than 15 percent."]]);
    let shell = Shell::new(&[]);
    shell.write("survey.pdf", &file);
    let write = |cite: &str| shell.write("a.agon", debate("  file: survey.pdf", cite).as_bytes());
    write("p. 2, \"takings did not increase\"");
    let mut without = shell.command(&["check", "a.agon"]);
    let output = without.env("PATH", "").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains("cannot be read: it takes the program `pdftotext`, which is not here"), "{told}");
    if Command::new("pdftotext").arg("-v").output().is_err() {
        eprintln!("pdftotext is not here, so that PDF is read was not tested");
        return;
    }
    shell.run(&["check", "a.agon"]).is(0, "no problems in 1 file\n", "");
    write("p. 1, \"takings did not increase\"");
    shell.run(&["check", "a.agon"]).code(0).out("warning[wrong-locator]: this quotation is not at `p. 1` of `survey`, but on page 2");
    write("\"takings did increase by more than 15 percent\"");
    shell
        .run(&["check", "a.agon"])
        .code(1)
        .out("`survey.pdf` has, at p. 2: “takings did not increase by more than 15 percent”\n  = note: the quotation leaves out “not”\n");
    shell.write("survey.pdf", &pdf([&[], &[]]));
    shell
        .run(&["check", "a.agon"])
        .code(0)
        .out("note[unverified-quotation]")
        .out("could not be verified: the PDF `survey.pdf` holds no text");
    shell.write("survey.pdf", &pdf([&["Their takings did not", "12"], &["increase by more than 15 percent.", "13"]]));
    write("p. 12, \"takings did not increase by more\"");
    shell.run(&["check", "a.agon"]).is(0, "no problems in 1 file\n", "");
    shell.write("survey.pdf", b"no PDF at all");
    shell.run(&["check", "a.agon"]).code(0).out("cannot be read: `pdftotext` fails on it");
}

#[test]
#[cfg(unix)]
fn a_program_that_takes_too_long_is_ended() {
    use agon::{cli::pdf::run, model::load::ReadProblem};
    use std::time::Duration;
    let ran = run(Command::new("sleep").arg("60"), Duration::from_millis(100));
    assert_eq!(ran, Err(ReadProblem::Other("`sleep` took longer than 0 s".to_owned())));
    assert_eq!(run(Command::new("printf").arg("x"), Duration::from_secs(20)), Ok(b"x".to_vec()));
    assert!(run(&mut Command::new("false"), Duration::from_secs(20)).is_err());
}
