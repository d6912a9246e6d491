//! Figures: powers, notes, ranges, groups of digits and units.

use crate::quotation::{does_not_stand, find, stands};

#[test]
fn raised_and_lowered_figures_are_no_digits_more() {
    stands("It weighs 10⁶ kilograms.", &["weighs 10⁶ kilograms", "weighs 10^6 kilograms"]);
    does_not_stand("It weighs 10⁶ kilograms.", &["weighs 106 kilograms", "It weighs 10", "weighs 10^5", "6 kilograms"]);
    stands("10⁻⁶ and 10^−6, 2².⁵", &["10^-6 and 10⁻⁶", "2^2.5"]);
    does_not_stand("10⁻⁶ and 2².⁵", &["10-6", "10⁶", "2^2", "2²"]);
    stands("CO₂ on 5 km² of H₂O and 3 m^2, Ca²⁺, 5 m s⁻¹", &["CO2 on 5 km2 of H2O and 3 m², Ca2+, 5 m s-1", "5 km^2"]);
    does_not_stand("CO₂ on 5 km², x₁", &["CO", "on 5 km", "x"]);
    does_not_stand("the number 101₂ here", &["number 1012 here", "number 101"]);
    does_not_stand("(x + 1)² is more", &["(x + 1) is more"]);
}

#[test]
fn the_raised_numbers_of_notes_are_left_out() {
    stands("due in May³, and (free)⁴ “so”⁵⁻⁶ by 45%.⁷,⁸ Then", &["due in May, and (free) 'so' by 45%. Then", "in May³, and"]);
    stands("in 1990⁴. The bank’s⁵ from 1990–91⁶ on, since 2001² too", &["in 1990. The bank's from 1990-91 on, since 2001 too"]);
    does_not_stand("a grid of 2000² points, 1500³ more, 350⁴ boats", &["of 2000 points", "1500 more", "350 boats", "3504 boats"]);
}

#[test]
fn feet_are_no_inches() {
    stands("It is 5′ 6″ high.", &["is 5' 6\" high", "is 5’ 6” high", "5′ 6″"]);
    does_not_stand("It is 5′ 6″ high.", &["is 5\" 6' high", "5″ 6″ high"]);
    does_not_stand("It is 5\" high.", &["is 5′ high"]);
}

#[test]
fn a_figure_is_quoted_with_all_its_groups_and_its_unit() {
    let source = "The town paid 1 250 000 francs, 3.5% more; a share of 4 %. It cost $5 million. In 2019 300 came. The 12 ships of 300 men";
    stands(
        source,
        &["paid 1 250 000 francs", "3.5% more", "3.5 [percent] more", "$5 million", "In 2019", "300 came", "The 12 ships", "of 300 men"],
    );
    let apart = "Chapter 12\n\n345 men fled. Rye  12  345 men. Wheat\t12\t500 men. It fell by 1\u{a0}250 men";
    stands(apart, &["345 men fled", "345 men", "500 men", "Wheat 12", "by 1 250 men"]);
    assert_eq!(find(apart, "250 men"), None, "a blank that keeps a line together parts no number");
    for cut in ["The town paid 1 250", "paid 1", "250 000 francs", "000 francs", "3.5", "a share of 4", "5 million"] {
        assert_eq!(find(source, cut), None, "{cut}");
    }
}

#[test]
fn a_number_is_quoted_with_what_multiplies_it_and_with_or_without_a_blank_before_its_sign() {
    does_not_stand("It cost 1.5 million francs.", &["It cost 1.5", "cost 1.5"]);
    stands("In 2019 thousands came; 50 % more at 12 °C.", &["In 2019", "50% more", "12°C", "50 % more at 12 °C"]);
    does_not_stand("In 2019 thousands came; 50 % more at 12 °C.", &["came; 50", "50 more", "at 12"]);
}

#[test]
fn what_a_dash_or_a_label_parts_are_two_numbers() {
    stands("In 1848 – 300 men came.", &["300 men came", "In 1848", "In 1848 – 300 men"]);
    stands("Chapter 12 – 300 ships. Table 3 — 25 towns.", &["300 ships", "Chapter 12", "25 towns"]);
    stands("It rose by 5%-10% a year.", &["10% a year", "by 5%"]);
    stands("Seen on page 12 300 men. On 3 May 12 450 men. § 5 120 men.", &["300 men", "page 12", "450 men", "120 men"]);
    for (source, cut) in [
        ("It rose by 5 – 10 percent.", "10 percent"),
        ("See pages 5 – 10 men wrote.", "10 men"),
        ("Between 12 – 300 ships came.", "300 ships"),
        ("In 1914 – 1918 men fell.", "1918 men"),
        ("In 1914 – 18 men fell.", "18 men"),
        ("It rose by 1.5 – 2.5 percent.", "2.5 percent"),
        ("It rose by 5-10% a year.", "10% a year"),
        ("It fell to -5%, to -10%.", "5%, to"),
        ("It paid 12 300 francs.", "300 francs"),
        ("The page costs 12 300 francs.", "300 francs"),
        ("In May 2012 300 000 men came.", "000 men"),
    ] {
        does_not_stand(source, &[cut]);
    }
}

#[test]
fn the_marks_of_notes_are_left_out_in_brackets_and_behind_powers() {
    stands("They go free[1]. Then[note 2] in 1990[3] they left.[4][5] So,[6, 7] home", &["go free. Then in 1990 they left. So, home"]);
    stands("3 km²⁵ of ice", &["3 km² of ice", "3 km2 of ice"]);
    does_not_stand("3 km²⁵ of ice, v. 19[68], x[1], a (see [9]) b", &["3 km of ice", "v. 19, x", "x, a", "see) b"]);
}
