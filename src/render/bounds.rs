//! How much a brief tells: as much as fits on a page that is read, all of it, or one page.

/// How many things of each kind are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Key judgements.
    pub judgements: usize,
    /// Reasons side by side: for a judgement, beneath its points, and deeper.
    pub reasons: [usize; 3],
    /// How deep reasons are followed; at most [`DEEPEST`].
    pub depth: usize,
    /// Reasons that fail.
    pub failing: usize,
    /// Answers to a question that were not given.
    pub answers: usize,
    /// Objections beside the strongest.
    pub objections: usize,
    /// Objections and limits to one point on the way.
    pub beneath: usize,
    /// Limits of a judgement, in its case.
    pub limits: usize,
    /// Reasons of an objection or a reply.
    pub grounds: usize,
    /// Entries of the lists that follow the case.
    pub entries: usize,
    /// Terms with a fixed sense.
    pub terms: usize,
    /// Words of one text; what goes beyond is cut.
    pub words: usize,
    /// Whether it is said what kind of argument a reason is, and of all statements that a judgement would fall without it.
    pub kinds: bool,
}

/// The deepest that reasons are followed, whatever the bounds: as many lists lie in one another.
pub const DEEPEST: usize = 10;

impl Bounds {
    /// Everything.
    pub const FULL: Self = Self {
        judgements: usize::MAX,
        reasons: [usize::MAX; 3],
        depth: DEEPEST,
        failing: usize::MAX,
        answers: usize::MAX,
        objections: usize::MAX,
        beneath: usize::MAX,
        limits: usize::MAX,
        grounds: usize::MAX,
        entries: usize::MAX,
        terms: usize::MAX,
        words: usize::MAX,
        kinds: true,
    };
    /// Everything that a reader asks for who has one page: where all of it fits, nothing is left out.
    pub const ALL: Self = Self { kinds: false, ..Self::FULL };
    /// From rich to poor: the first that fits on the page is taken.
    pub const LEVELS: [Self; 3] = [
        Self {
            judgements: 5,
            reasons: [6, 3, 2],
            depth: 3,
            failing: 3,
            answers: 4,
            objections: 3,
            beneath: 2,
            limits: 6,
            grounds: 3,
            entries: 8,
            terms: 12,
            words: usize::MAX,
            kinds: false,
        },
        Self {
            judgements: 5,
            reasons: [4, 2, 0],
            depth: 2,
            failing: 2,
            answers: 3,
            objections: 1,
            beneath: 1,
            limits: 3,
            grounds: 2,
            entries: 4,
            terms: 6,
            words: 80,
            kinds: false,
        },
        Self {
            judgements: 5,
            reasons: [2, 0, 0],
            depth: 1,
            failing: 1,
            answers: 2,
            objections: 0,
            beneath: 0,
            limits: 1,
            grounds: 1,
            entries: 3,
            terms: 0,
            words: 30,
            kinds: false,
        },
    ];
}
