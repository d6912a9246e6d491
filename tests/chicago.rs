//! Citations in the words of the Chicago Manual of Style: what notes and the list of sources make of each kind of document.

use crate::cli::shell::Shell;

/// What is cited: the entry, its first note on page 41, a later note, and its entry in the list.
const KINDS: &[(&str, &str, &str, &str)] = &[
    (
        "@article{x, author = {Lindgren, Kaja and Okafor, Ada}, title = {What a toll does}, subtitle = {A study}, journaltitle = {Urban Roads}, \
         volume = 22, number = 3, pages = {88--101}, year = 2021}",
        "Kaja Lindgren and Ada Okafor, “What a toll does: A study,” *Urban Roads* 22, no. 3 (2021): 41.",
        "Lindgren and Okafor, “What a toll does,” 41.",
        "Lindgren, Kaja, and Ada Okafor. “What a toll does: A study.” *Urban Roads* 22, no. 3 (2021): 88–101.",
    ),
    (
        "@article{x, author = {Holm, Eva and Lindgren, Kaja and Okafor, Ada and Berg, Ida}, title = {Who pays?}, journal = {Urban Roads}, \
         number = 35, date = {2016-05}}",
        "Eva Holm et al., “Who pays?,” *Urban Roads*, no. 35 (May 2016): 41.",
        "Holm et al., “Who pays?,” 41.",
        "Holm, Eva, Kaja Lindgren, Ada Okafor, and Ida Berg. “Who pays?” *Urban Roads*, no. 35 (May 2016).",
    ),
    (
        "@article{x, entrysubtype = {magazine}, author = {Holm, Eva}, title = {Empty streets}, journaltitle = {Norrvik Review}, volume = 4, date = {2020-08-20}}",
        "Eva Holm, “Empty streets,” *Norrvik Review*, 20 August 2020, 41.",
        "Holm, “Empty streets,” 41.",
        "Holm, Eva. “Empty streets.” *Norrvik Review*, 20 August 2020.",
    ),
    (
        "@book{x, author = {Okafor, Ada}, translator = {Berg, Ida}, editor = {Holm, Eva and Lindgren, Kaja}, title = {Streets without cars}, edition = {2}, \
         volume = 3, series = {Towns}, number = 7, publisher = {Kestrel}, address = {Aarhus}, year = 2019}",
        "Ada Okafor, *Streets without cars*, trans. Ida Berg, ed. Eva Holm and Kaja Lindgren, 2nd ed., vol. 3, Towns 7 (Aarhus: Kestrel, 2019), 41.",
        "Okafor, *Streets without cars*, 41.",
        "Okafor, Ada. *Streets without cars*. Translated by Ida Berg. Edited by Eva Holm and Kaja Lindgren. 2nd ed. Vol. 3. Towns 7. Aarhus: Kestrel, 2019.",
    ),
    (
        "@collection{x, editor = {Holm, Eva and Lindgren, Kaja}, title = {The centre}, publisher = {Kestrel}, address = {Aarhus}, year = 2018}",
        "Eva Holm and Kaja Lindgren, eds., *The centre* (Aarhus: Kestrel, 2018), 41.",
        "Holm and Lindgren, *The centre*, 41.",
        "Holm, Eva, and Kaja Lindgren, eds. *The centre*. Aarhus: Kestrel, 2018.",
    ),
    (
        "@incollection{x, author = {Okafor, Ada}, title = {Shops}, booktitle = {The centre}, editor = {Holm, Eva}, edition = {Revised}, pages = {35-52}, \
         publisher = {Kestrel}, address = {Aarhus}, year = 2018}",
        "Ada Okafor, “Shops,” in *The centre*, ed. Eva Holm, rev. ed. (Aarhus: Kestrel, 2018), 41.",
        "Okafor, “Shops,” 41.",
        "Okafor, Ada. “Shops.” In *The centre*, edited by Eva Holm, rev. ed., 35–52. Aarhus: Kestrel, 2018.",
    ),
    (
        "@inproceedings{x, author = {Okafor, Ada}, title = {Counting}, eventtitle = {Forum of Roads}, venue = {Malmö}, date = {2017-03-04}}",
        "Ada Okafor, “Counting” (paper presented at Forum of Roads, Malmö, 4 March 2017), 41.",
        "Okafor, “Counting,” 41.",
        "Okafor, Ada. “Counting.” Paper presented at Forum of Roads, Malmö, 4 March 2017.",
    ),
    (
        "@report{x, author = {{City of Norrvik}}, title = {Counts}, type = {Working paper}, number = 12, institution = {Office of Roads}, location = {Norrvik}, year = 2020}",
        "City of Norrvik, *Counts*, Working paper no. 12 (Norrvik: Office of Roads, 2020), 41.",
        "City of Norrvik, *Counts*, 41.",
        "City of Norrvik. *Counts*. Working paper no. 12. Norrvik: Office of Roads, 2020.",
    ),
    (
        "@phdthesis{x, author = {Berg, Ida}, title = {Tolls}, school = {Aarhus University}, year = 2011}",
        "Ida Berg, “Tolls” (PhD diss., Aarhus University, 2011), 41.",
        "Berg, “Tolls,” 41.",
        "Berg, Ida. “Tolls.” PhD diss., Aarhus University, 2011.",
    ),
    (
        "@unpublished{x, author = {Berg, Ida}, title = {Notes on tolls}, date = {2012-02}}",
        "Ida Berg, “Notes on tolls” (unpublished manuscript, February 2012), 41.",
        "Berg, “Notes on tolls,” 41.",
        "Berg, Ida. “Notes on tolls.” Unpublished manuscript, February 2012.",
    ),
    (
        "@online{x, author = {{City of Norrvik}}, title = {Counts of 2020}, organization = {Norrvik}, url = {https://norrvik.example/c}, urldate = {2020-07-14}}",
        "City of Norrvik, “Counts of 2020,” Norrvik, accessed 14 July 2020, 41.",
        "City of Norrvik, “Counts of 2020,” 41.",
        "City of Norrvik. “Counts of 2020.” Norrvik. Accessed 14 July 2020. <https://norrvik.example/c>.",
    ),
];

fn notes(text: &str) -> Vec<&str> {
    text.split("\n[^").skip(1).filter_map(|note| note.split_once("]:\n    ")).map(|(_, words)| words.trim()).collect()
}

#[test]
fn each_kind_of_document_is_cited_after_the_manual() {
    for (entry, first, later, listed) in KINDS {
        let debate = "use \"r.bib\"\nquestion go: Go?\nclaim c on go: C is so.\n  support s: S is so.\n    cite: x, p. 41\n  support t: T is so.\n    cite: x, pp. 41\n";
        let shell = Shell::new(&[("d.agon", debate), ("r.bib", entry)]);
        let ran = shell.run(&["brief", "d.agon"]);
        ran.code(0);
        assert_eq!(notes(&ran.stdout), [*first, *later], "{entry}");
        let row = ran.stdout.split("| Source | Cited |").nth(1).and_then(|table| table.lines().nth(2)).unwrap();
        assert_eq!(row, format!("| {listed} | 2 |"));
    }
}

#[test]
fn a_declared_source_is_an_article_where_a_volume_follows_what_it_appeared_in() {
    let debate = "source a: Do Defaults Save Lives?\n  author: Johnson, Eric J.; Goldstein, Daniel\n  in: Science 302\n  date: 2003-11-21\n\
        source b: The Agenda\n  author: Holm, Eva\n  in: Proceedings 2019\n\
        source c: The Walls: A History\n  author: Holm, Eva (ed.)\n  date: 1999\n\
        source d: The Walls: A Future\n  author: Holm, Eva (ed.)\n  date: 2001\n\
        claim x: X is so.\n  cite: a, p. 1338\n  cite: b, p. 3, \"so it is\"\n  cite: c, ch. 2\n  support y: Y is so.\n    cite: c, § 4\n    cite: a\n    cite: d\n";
    let ran = Shell::new(&[("d.agon", debate)]).run(&["brief", "d.agon"]);
    ran.code(0);
    assert_eq!(
        notes(&ran.stdout),
        [
            "Eric J. Johnson and Daniel Goldstein, “Do Defaults Save Lives?,” *Science* 302 (21 November 2003): 1338; Eva Holm, “The Agenda,” *Proceedings 2019*, n.d., 3: “so it is”; Eva Holm, ed., *The Walls: A History*, 1999, chap. 2.",
            "Holm, *The Walls: A History*, § 4; Johnson and Goldstein, “Do Defaults Save Lives?”; Eva Holm, ed., *The Walls: A Future*, 2001.",
        ]
    );
    let rows: Vec<&str> =
        ran.stdout.split("| Source | Cited").nth(1).unwrap().lines().skip(2).take_while(|row| row.starts_with('|')).collect();
    let starts = [
        "| Holm, Eva. “The Agenda.” *Proceedings 2019*, n.d. |",
        "| Holm, Eva, ed. *The Walls: A Future*. 2001. |",
        "| Holm, Eva, ed. *The Walls: A History*. 1999. |",
        "| Johnson, Eric J., and Daniel Goldstein. “Do Defaults Save Lives?” *Science* 302 (21 November 2003). |",
    ];
    for (row, start) in rows.iter().zip(starts) {
        assert!(row.starts_with(start), "{row}");
    }
    assert_eq!(rows.len(), starts.len());
}

/// The first note, a later one and the entry in the list of sources of a bibliography that holds `x` only.
fn cited(entry: &str) -> (String, String) {
    let debate = "use \"r.bib\"\nquestion go: Go?\nclaim c on go: C is so.\n  cite: x\n";
    let ran = Shell::new(&[("d.agon", debate), ("r.bib", entry)]).run(&["brief", "d.agon"]);
    ran.code(0);
    let row = ran.stdout.split("| Source | Cited |").nth(1).and_then(|table| table.lines().nth(2)).unwrap();
    (notes(&ran.stdout)[0].to_owned(), row.trim_start_matches("| ").trim_end_matches(" | 1 |").to_owned())
}

#[test]
fn quotation_marks_within_those_of_a_title_are_single() {
    let title = "author = {Berg, Ida}, title = {A ``wet'' year}, year = 2011";
    let (note, row) = cited(&format!("@article{{x, {title}, journal = {{Rain}}, volume = 2}}"));
    assert!(note.contains("“A ‘wet’ year,” *Rain*") && row.contains("“A ‘wet’ year.” *Rain*"), "{note}\n{row}");
    let (note, _) = cited(&format!("@book{{x, {title}, publisher = {{Kestrel}}}}"));
    assert!(note.contains("*A “wet” year* (Kestrel, 2011)"), "{note}");
}

#[test]
fn a_document_without_a_date_says_so_unless_it_says_when_it_was_read() {
    let (note, row) = cited("@book{x, author = {Ruiz, Marta}, title = {The keepers}, publisher = {Old Mill}, address = {Madrid}}");
    assert_eq!(note, "Marta Ruiz, *The keepers* (Madrid: Old Mill, n.d.).");
    assert_eq!(row, "Ruiz, Marta. *The keepers*. Madrid: Old Mill, n.d.");
    let (note, row) = cited("@online{x, author = {Ruiz, Marta}, title = {Counts}, url = {https://c.example/}, urldate = {2020-07-14}}");
    assert!(!note.contains("n.d.") && !row.contains("n.d."), "{note}\n{row}");
}

#[test]
fn the_list_of_sources_names_up_to_ten_editors_and_closes_a_turned_name_by_a_comma() {
    let (note, row) = cited(
        "@incollection{x, author = {Gale, G. and others}, title = {Shops}, booktitle = {The centre}, year = 2018, \
                             editor = {Holm, Eva and Lind, Kaja and Berg, Ida and Okafor, Ada}}",
    );
    assert!(note.starts_with("G. Gale et al., “Shops,” in *The centre*, ed. Eva Holm et al."), "{note}");
    assert!(row.starts_with("Gale, G., et al. “Shops.” In *The centre*, edited by Eva Holm, Kaja Lind, Ida Berg, and Ada Okafor"), "{row}");
}

#[test]
fn a_declared_source_with_a_publisher_is_a_book_or_a_part_of_one() {
    let said = "claim a: Roads are safe.\n  cite: b, p. 3\nclaim c: Roads are wide.\n  cite: d, p. 5\n\
                source b: Safe roads\n  author: Holm, Eva\n  publisher: Kestrel\n  date: 2019\n\
                source d: Wide roads\n  author: Berg, Ida\n  in: The road\n  publisher: Kestrel\n  date: 2020\n";
    let shell = Shell::new(&[("d.agon", said)]);
    let page = shell.run(&["brief", "d.agon"]);
    page.code(0)
        .out("Eva Holm, *Safe roads* (Kestrel, 2019), 3.")
        .out("Holm, Eva. *Safe roads*. Kestrel, 2019.")
        .out("Ida Berg, “Wide roads,” in *The road* (Kestrel, 2020), 5.")
        .out("Berg, Ida. “Wide roads.” In *The road*. Kestrel, 2020.");
}
