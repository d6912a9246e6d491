//! `agon map`: the argument map of a debate, or a part of it.

#[cfg(feature = "png")]
use crate::render::{png, prose::words};
use crate::{
    cli::{
        names::no_claim,
        outcome::{Exit, Failure, tell},
        product::{Debate, Target, produce, require_statements},
    },
    diagnostic::nearest::find_nearest,
    diagram::{
        map::map,
        parts::Map as Diagram,
        plain::plain,
        select::{NONE, Outcome, Selection, select},
        sheets::sheets,
    },
    emit::inert::inert_line,
    render::{
        dot,
        fragment::is_web,
        graphml, mermaid,
        svg::{self, Options},
    },
    report::run::Report,
};
use clap::{Args, ValueEnum};

/// Write the argument map, as a picture (SVG) or a diagram for Mermaid, Graphviz or GraphML tools.
#[derive(Debug, Args)]
#[command(
    after_help = "A picture of more than about 60 statements begins with an overview, and each section or key claim follows on a sheet of its own. Where a line leads to another sheet, a small box says to which, and what is there. Several restrictions hold together. Where no statement fits them, the map is empty and says so, and so does standard error; the exit code is 0.\n\nErrors of the debate are told on standard error; the map is written all the same, and the exit code is 1.\n\nExample:\n  agon map debate.agon --format svg -o map.svg\n  agon map debate.agon --format svg --from works-on-iran --depth 2 -o part.svg\n  agon map debate.agon --format dot | dot -Tpdf -o map.pdf"
)]
pub struct Map {
    #[command(flatten)]
    debate: Debate,
    /// The kind of picture or diagram.
    #[arg(long, default_value = "mermaid")]
    format: Format,
    /// Only this claim or question, and what bears on it.
    #[arg(long, value_name = "NAME")]
    from: Option<String>,
    /// Only what is at most so many statements away from it or, without it, from a conclusion.
    #[arg(long, value_name = "N")]
    depth: Option<u32>,
    /// Only what this party says, and what that bears on.
    #[arg(long, value_name = "NAME")]
    party: Option<String>,
    /// Only the statements that come out so.
    #[arg(long)]
    only: Option<Only>,
    /// In a picture, what each box links to: this, followed by the name of its statement, such as `brief.html#s-` beside a page that
    /// `agon brief --format html` wrote.
    #[arg(long, value_name = "START", value_parser = link)]
    link: Option<String>,
    #[command(flatten)]
    target: Target,
}

/// How a map becomes smaller.
const PART: &str = "Draw a part of it, with `--from`, `--depth`, `--party` or `--only`";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For Markdown pages and mermaid.live.
    Mermaid,
    /// For Graphviz.
    Dot,
    /// For tools that read GraphML, such as yEd and Gephi.
    Graphml,
    /// A picture that explains itself.
    Svg,
    /// The same picture in pixels.
    #[cfg(feature = "png")]
    Png,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Only {
    /// Claims that stand, and questions that are answered.
    Stands,
    /// Claims that are open, and questions without an answer.
    Open,
    /// Claims that fall.
    Falls,
    /// Claims for which there is no argument.
    Unsupported,
}

impl Map {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read, has nothing of a name that is given, or the map cannot be written.
    pub fn run(&self) -> Result<Exit, Failure> {
        produce(&self.debate, Some(&self.target), |report| {
            require_statements(report)?;
            let whole = map(&report.debate, &report.analysis);
            let map = select(&whole, &self.selection(report, &whole)?);
            if map.boxes.is_empty() && !whole.boxes.is_empty() {
                tell(&format!("note: this map is empty. {NONE}\n"));
            }
            Ok(match self.format {
                Format::Mermaid => {
                    let drawn = mermaid::draw(&map);
                    if let Some(reason) = mermaid::excess(&map, &drawn) {
                        tell(&format!("warning: {reason}, so a page shows an error in place of this map. {PART}, or write an SVG.\n"));
                    }
                    drawn.into_bytes()
                }
                Format::Dot => dot::draw(&map).into_bytes(),
                Format::Graphml => graphml::draw(&map).into_bytes(),
                Format::Svg => {
                    let options = Options { link: self.link.clone(), ..Options::default() };
                    svg::draw(&sheets(&map), &options).svg.into_bytes()
                }
                #[cfg(feature = "png")]
                Format::Png => pixels(sheets(&map))?,
            })
        })
    }

    fn selection(&self, report: &Report<'_>, whole: &Diagram) -> Result<Selection, Failure> {
        let from = match &self.from {
            None => None,
            Some(name) => {
                let found = whole.boxes.iter().position(|b| b.name == *name);
                Some(found.ok_or_else(|| no_claim(&report.debate, name, "agon map --from"))? as u32)
            }
        };
        let party = self.party.as_ref().map(|name| require_party(report, name)).transpose()?;
        let only = self.only.map(|only| match only {
            Only::Stands => Outcome::Stands,
            Only::Open => Outcome::Open,
            Only::Falls => Outcome::Falls,
            Only::Unsupported => Outcome::Unsupported,
        });
        Ok(Selection { from, depth: self.depth, party, only })
    }
}

/// What links may begin with: an address of the web or of a file beside the picture, and of no other scheme.
fn link(start: &str) -> Result<String, String> {
    let scheme = start.find(':').filter(|at| !start.get(..*at).is_some_and(|before| before.contains(['/', '#', '?'])));
    if scheme.is_none() || is_web(start) { Ok(start.to_owned()) } else { Err("a link leads to the web or to a file".to_owned()) }
}

#[cfg(feature = "png")]
fn pixels(sheets: Vec<Diagram>) -> Result<Vec<u8>, Failure> {
    let too_large = || Failure::with_help("the map is too large for a picture in pixels", format!("{PART}, or write an SVG"));
    let pixels = png::draw(sheets).ok_or_else(too_large)?;
    if !pixels.lacks.is_empty() {
        let lacks: Vec<String> = pixels.lacks.iter().map(|script| (*script).to_owned()).collect();
        tell(&format!(
            "warning: this picture has empty boxes where its font lacks characters: {}. Write an SVG, which shows them in its reader's fonts.\n",
            words::and(&lacks)
        ));
    }
    Ok(pixels.png)
}

/// The party of this name, as maps show it.
fn require_party(report: &Report<'_>, name: &str) -> Result<String, Failure> {
    let parties = &report.debate.parties;
    if let Some(party) = parties.iter().find(|p| &*p.name.shown == name) {
        return Ok(plain(&party.text));
    }
    let what = format!("there is no party `{}` in this debate", inert_line(name));
    Err(match find_nearest(name, parties.iter().map(|p| &*p.name.shown)) {
        Some(near) => Failure::with_help(what, format!("try `agon map --party {}`", inert_line(near))),
        None => Failure::with_help(what, "a party has the name that stands after the word `party` where it is declared"),
    })
}
