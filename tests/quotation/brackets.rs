//! Ellipses and brackets: what they may leave out, put in and replace.

use agon::quotation::{
    bracket::{Joint, find_put_in, find_remade},
    elision::{Dropped, Effect, Mark, find_dropped, find_ended, find_opened, find_replaced},
    figures::Side,
};

#[test]
fn an_ellipsis_may_not_drop_what_denies_or_weakens_the_words_it_joins() {
    let word = |before: &str, left_out: &str| find_dropped(before, left_out, "").map(|d| (d.word, d.does));
    for (before, left_out, dropped) in [
        ("X is", "not", "not"),
        ("X is", "not at all", "not"),
        ("the committee", "of the town no longer", "no"),
        ("they", "did not yet", "not"),
        ("they", "of the council didn't", "didn't"),
        ("the street was", "never, as far as we know,", "never"),
        ("there is", "no", "no"),
        ("it", "can hardly", "hardly"),
        ("the shops opened", "without", "without"),
        ("the dam is", "far from", "far from"),
        ("the dam is", "anything but", "anything but"),
        ("the trial", "failed to", "failed to"),
        ("the dam is", "no longer, so the office says, a", "no"),
        ("there is", "little", "little"),
        ("there was", "no good", "no"),
        ("they", "did not and will not", "not"),
        ("the committee", "denies that", "denies that"),
        ("it is", "false", "false"),
        ("the council", "did not, as far as we know,", "not"),
        ("the council", "that met on Monday did not", "not"),
        ("the council", "that met on Monday did not yet", "not"),
        ("the council", "neither approved nor", "nor"),
        ("it", "rarely", "rarely"),
        ("the council", "was unable to", "unable to"),
        ("the factory", "ceased to", "ceased to"),
        ("the drug", "prevents rather than", "rather than"),
        ("the drug", "prevents rather than actually", "rather than"),
        ("the town", "lacked", "lacked"),
        ("the town", "lacked any", "lacked"),
        ("he", "denied", "denied"),
        ("he", "denied that he", "denied that"),
    ] {
        assert_eq!(word(before, left_out), Some((dropped.to_owned(), Effect::Denies)), "{before} [{left_out}]");
    }
    for (before, left_out, dropped) in [
        ("the price", "probably", "probably"),
        ("the gate", "may be", "may"),
        ("in", "almost", "almost"),
        ("it", "quite possibly", "possibly"),
        ("the dams", ", built in 1930, may well", "may"),
        ("the museum", "may, in some cases,", "may"),
        ("the dam is", "probably, as the office says,", "probably"),
    ] {
        assert_eq!(word(before, left_out), Some((dropped.to_owned(), Effect::Hedges)), "{before} [{left_out}]");
    }
    for (before, left_out) in [
        ("the shops", ", which did not believe it at first,"),
        ("the shops", "which did not believe it at first"),
        ("the office knows", "whether or not"),
        ("it is", "not only quiet but"),
        ("it is", "not merely"),
        ("he had", "no house but"),
        ("the council met on Monday", "although it was not quorate, and"),
        ("the mayor", "(who was not there)"),
        ("she said that", "it was not her, and that"),
        ("they were", "not without"),
        ("the shops closed", "in May"),
        ("he", "who may have been the last of them"),
        ("the price", ", perhaps surprisingly,"),
        ("the report", "of the committee"),
        ("the report", ""),
        ("", ""),
        ("they pushed with", "all their might and"),
        ("the best doctors", "that they could find"),
        ("the best doctors", "they could find"),
        ("the shops", "that they did not visit"),
        ("the committee", "does not deny that"),
        ("the shops", ", which did not, I think, believe it at first,"),
        ("the shops", "that open late, and the bakery, if it may,"),
        ("the people", "who do not drive"),
        ("a child is", "a little"),
        ("it is", "not far from"),
        ("the", "only"),
        ("it is", "not only"),
        ("the one", "and only"),
        ("many", ", if not most,"),
        ("the shops", "that may open late, and those that do not,"),
        ("she asked the council", "if it could help her, and it"),
        ("it opened", "in a few days, no later than planned, and"),
        ("the shop sells", "tea rather than coffee"),
        ("the house", "far from town"),
        ("the town", "did not lack"),
        ("the street stays closed", ", unless I am mistaken,"),
        ("it is", "most"),
        ("all", ", but not at once,"),
    ] {
        assert_eq!(word(before, left_out), None, "{before} [{left_out}]");
    }
    for (before, left_out, limit) in [
        ("the street stays closed", ", unless the council objects,", "unless"),
        ("the shops", ", except the bakery,", "except"),
        ("the dam is safe", "only", "only"),
        ("the dam is safe", "only if it is drained,", "only"),
        ("the council will", ", if it wins,", "if"),
        ("they sell", "fresh bread only", "only"),
        ("all", "but two", "but"),
        ("everyone", "other than the mayor", "other than"),
        ("all members", ", apart from the mayor,", "apart from"),
        ("in", "most", "most"),
        ("they asked", "some of the", "some"),
    ] {
        assert_eq!(word(before, left_out), Some((limit.to_owned(), Effect::Limits)), "{before} [{left_out}]");
    }
}

#[test]
fn what_stands_behind_an_ellipsis_tells_what_is_denied() {
    let does = |before: &str, left_out: &str, behind: &str| find_dropped(before, left_out, behind).map(|d| d.does);
    assert_eq!(does("the men came", "without their boats", "and left"), None);
    assert_eq!(does("the men came", "without their boats", "to the shore"), Some(Effect::MayDeny));
    assert_eq!(does("the men came", "without any", "boats"), Some(Effect::Denies));
    assert_eq!(does("the men", "did not come", "and left"), None);
    assert_eq!(does("the men", "came and did not", "leave"), Some(Effect::Denies));
    assert_eq!(does("the house is", "not very large and quite", "old"), Some(Effect::MayDeny));
    assert_eq!(does("the law", "prevents", "theft"), Some(Effect::MayDeny));
    for (left_out, behind, is_told) in [
        ("less than", "40 people", true),
        ("up to", "a third of them", true),
        ("at most", "ten", true),
        ("as many as", "40", true),
        ("up to", "the door", false),
        ("over", "the years", false),
    ] {
        assert_eq!(does("it took", left_out, behind), is_told.then_some(Effect::Limits), "{left_out} {behind}");
    }
}

#[test]
fn a_bracket_that_opens_a_quotation_answers_for_the_words_before_it() {
    let word = |put_in: &str, before: &str| find_opened(put_in, before, "").map(|d| (d.word, d.does));
    assert_eq!(word("They", "They do not"), Some(("not".to_owned(), Effect::Denies)));
    assert_eq!(word("The dam", "It is far from"), Some(("far from".to_owned(), Effect::Denies)));
    assert_eq!(word("The dams", "These may"), Some(("may".to_owned(), Effect::Hedges)));
    assert_eq!(word("The shops", "Few of the"), Some(("Few".to_owned(), Effect::Denies)));
    assert_eq!(word("The dams", "None of the"), Some(("None".to_owned(), Effect::Denies)));
    for (put_in, before) in [
        ("The shops", "Quite a few of the"),
        ("The shops", "Many of the"),
        ("The council", "and so did not come. It"),
        ("They don't", "They do not"),
        ("Residents", "It is not true, they said, that most of the people"),
        ("Shops", "Since May they"),
        ("The dam", ""),
    ] {
        assert_eq!(word(put_in, before), None, "[{put_in}] {before}");
    }
}

#[test]
fn a_bracket_in_place_of_a_condition_keeps_it() {
    let word = |put_in: &str, replaced: &str| find_replaced(put_in, replaced, "").map(|d| (d.word, d.does));
    assert_eq!(word("in", "only in"), Some(("only".to_owned(), Effect::Limits)));
    assert_eq!(word("the bakery apart", ", except the bakery,"), None);
    assert_eq!(word("very", "far from"), Some(("far from".to_owned(), Effect::Denies)));
    assert_eq!(word("not at all", "far from"), None);
}

#[test]
fn an_ellipsis_at_the_end_may_not_leave_out_the_condition() {
    let word = |before: &str, following: &str| find_ended(before, following).map(|d| (d.word, d.does));
    assert_eq!(word("the dam is safe", "only if it is drained"), Some(("only".to_owned(), Effect::Limits)));
    assert_eq!(word("the dam is safe", ", unless it rains"), Some(("unless".to_owned(), Effect::Limits)));
    assert_eq!(word("the dam is safe", ". If it rains, we go in"), None);
    assert_eq!(word("the dam is safe", ". Only fools go in"), None);
    assert_eq!(word("the dam is safe", "and will be"), None);
}

/// What a bracket between `before` and `behind` does, where `replaced` stand in the source.
fn put_in(before: &str, put_in: &str, behind: &str, replaced: &str) -> Option<Dropped> {
    let side = match (before, behind) {
        ("", _) => Side::Before,
        (_, "") => Side::Behind,
        _ => Side::Within,
    };
    find_put_in(&Joint { before, put_in, behind, replaced, side, near: "" })
}

#[test]
fn a_bracket_may_not_deny_hedge_limit_or_count_what_the_source_does_not() {
    for (before, bracket, behind, replaced, word, does, mark) in [
        ("the dam is", "never", "safe", "", "never", Effect::Denies, Mark::PutIn),
        ("the dam", "did not", "hold", "", "not", Effect::Denies, Mark::PutIn),
        ("", "No", "dams hold", "The", "No", Effect::Denies, Mark::PutIn),
        ("", "They do not believe that", "guarantees deter", "", "not believe that", Effect::Denies, Mark::PutIn),
        ("the dam will", "probably", "hold", "", "probably", Effect::Hedges, Mark::PutIn),
        ("the dam", "may", "hold", "will", "may", Effect::Hedges, Mark::PutIn),
        ("it opens", "only", "in May", "", "only", Effect::Limits, Mark::PutIn),
        ("he saw", "a hundred", "boats", "", "hundred", Effect::Counts, Mark::PutIn),
        ("he saw", "100 wooden", "boats", "twelve fishing", "twelve", Effect::Counts, Mark::Replaced),
        ("", "100 fishing", "boats sank", "Twelve fishing", "Twelve", Effect::Counts, Mark::Replaced),
        ("there were", "1.5 million", "of them", "150,000", "150,000", Effect::Counts, Mark::Replaced),
        ("", "All", "dams hold", "Some", "All", Effect::Counts, Mark::PutIn),
        ("prices", "fell", "in May", "rose", "rose", Effect::Rewords("fell".to_owned()), Mark::PutIn),
        ("the", "fourth", "man", "third", "third", Effect::Rewords("fourth".to_owned()), Mark::PutIn),
        ("the", "last", "man", "first", "first", Effect::Rewords("last".to_owned()), Mark::PutIn),
        ("", "Half of", "the men", "A third of", "third", Effect::Rewords("Half".to_owned()), Mark::PutIn),
        ("on 3", "June", "it fell", "July", "July", Effect::Rewords("June".to_owned()), Mark::PutIn),
        ("the dam", "will", "hold", "could", "could", Effect::Rewords("will".to_owned()), Mark::PutIn),
        ("the dam", "will", "hold", "should", "should", Effect::Rewords("will".to_owned()), Mark::PutIn),
        ("", "One", "boat sank", "The", "One", Effect::Counts, Mark::PutIn),
        ("the dam was", "opened", "in May", "closed", "closed", Effect::Rewords("opened".to_owned()), Mark::PutIn),
        ("he", "admitted", "it", "denied", "denied", Effect::Rewords("admitted".to_owned()), Mark::PutIn),
        ("the jury", "condemned", "him", "acquitted", "acquitted", Effect::Rewords("condemned".to_owned()), Mark::PutIn),
        ("the hail was", "5 inches", "thick", "5 mm", "5 mm", Effect::Rewords("5 inches".to_owned()), Mark::PutIn),
        ("it costs", "€5", "now", "$5", "$5", Effect::Rewords("€5".to_owned()), Mark::PutIn),
        ("he was jailed", "for 30 days", "at once", "", "30", Effect::Counts, Mark::PutIn),
        ("he was jailed", "for 30 days", "", "", "30", Effect::Counts, Mark::PutIn),
        ("the cure is", "effective", "in May", "ineffective", "ineffective", Effect::Rewords("effective".to_owned()), Mark::PutIn),
    ] {
        let found = Some(Dropped { word: word.to_owned(), does, mark });
        assert_eq!(put_in(before, bracket, behind, replaced), found, "{before} [{bracket}] {behind}, for: {replaced}");
    }
    for (before, bracket, behind, replaced) in [
        ("", "The dam", "is safe", "It"),
        ("it", "not the lock but the dam", "is safe", ""),
        ("the shops", ", at first doubtful,", "took more", ", which did not believe it,"),
        ("the mayor", "who was not there", "said so", ""),
        ("it", "could not", "pay", "was unable to"),
        ("it", "did not", "pay", "failed to"),
        ("it", "might", "hold", "may"),
        ("they asked", "if", "it holds", "whether"),
        ("he saw", "12", "men", "a dozen"),
        ("he saw", "205", "men", "two hundred and five"),
        ("he came", "in 1928", "to us", "two years earlier"),
        ("it is", "160 km", "away", "100 miles"),
        ("", "40 percent", "of them sank", "two out of five"),
        ("", "The 12 bakers", "opened shops", "3 years they"),
        ("it is safe", "12", "", ""),
        ("", "One", "should go", "You"),
        ("", "One", "sees it", "You"),
        ("", "One third", "of the men", "A third"),
        ("", "A third of", "the men", "33 percent of"),
        ("the", "fourth", "man", "4th"),
        ("he", "will", "go", "would"),
        ("he", "may", "go", "might"),
        ("on", "3 July", "it fell", "July 3"),
        ("", "The first dam", "is safe", "It"),
        ("there were", "1,500,000", "of them", "1.5 million"),
        ("he left in May", "2019", "for good", ""),
        ("", "Several", "of them closed", "Some"),
        ("he", "has", "run it", "had"),
        ("he was", "sic", "there", ""),
        ("it is", "10 kilometres", "away", "10 km"),
        ("it took", "five years", "in all", "5 years"),
        ("he was jailed", "in 1930", "at once", ""),
    ] {
        assert_eq!(put_in(before, bracket, behind, replaced), None, "{before} [{bracket}] {behind}, for: {replaced}");
    }
}

#[test]
fn a_bracket_within_a_word_makes_a_form_of_it_and_no_other_word() {
    let is_told = |made, word, kept, is_cut| find_remade(made, word, kept, is_cut).is_some();
    for (made, word, kept) in [
        ("acquitted", "accused", "ac"),
        ("unlikely", "likely", ""),
        ("impossible", "possible", ""),
        ("cannot", "can", "can"),
        ("hopeless", "hope", "hope"),
        ("Iran", "Iraq", "Ira"),
        ("convinced", "convicted", "convi"),
    ] {
        assert!(is_told(made, word, kept, false), "{made}, for: {word}");
    }
    for (made, word, kept) in [
        ("the", "The", ""),
        ("governed", "governs", "govern"),
        ("stopped", "stops", "stop"),
        ("studied", "studies", "stud"),
        ("wrote", "writes", "wr"),
        ("thought", "think", "th"),
        ("man", "men", "m"),
        ("economy", "economic", "econom"),
        ("Britain", "British", "Brit"),
        ("their", "the", "the"),
    ] {
        assert!(!is_told(made, word, kept, false), "{made}, for: {word}");
    }
    assert!(!is_told("Governor", "Gov", "Gov", true));
    assert!(!is_told("Department", "Dept", "Dep", false));
    assert!(!is_told("Superintendent", "Supdt", "Sup", true));
    assert!(is_told("Superintendent", "Supdt", "Sup", false));
}
