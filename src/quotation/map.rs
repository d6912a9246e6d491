//! From the bytes of a text that was made of another one back to the bytes it was made of.

/// Where the bytes of a made text come from, as runs that are copied byte by byte.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    runs: Vec<(u32, u32)>,
}

impl Map {
    /// Says that byte `made` comes from byte `origin`, and what follows it from what follows there. To be called with rising `made`.
    pub fn push(&mut self, made: usize, origin: usize) {
        let (made, origin) = (made as u32, origin as u32);
        if self.runs.last().is_some_and(|(m, o)| made - m + o == origin) {
            return;
        }
        if self.runs.last().is_some_and(|(m, _)| *m == made) {
            self.runs.pop();
        }
        self.runs.push((made, origin));
    }

    /// Takes back what was said of the bytes from `made` on.
    pub fn truncate(&mut self, made: usize) {
        let kept = self.runs.partition_point(|(m, _)| (*m as usize) < made);
        self.runs.truncate(kept);
    }

    /// The byte that byte `made` comes from. Logarithmic in the runs.
    pub fn origin(&self, made: u32) -> u32 {
        let after = self.runs.partition_point(|(m, _)| *m <= made);
        let run = after.checked_sub(1).and_then(|at| self.runs.get(at));
        run.map_or(made, |(m, o)| made - m + o)
    }
}
