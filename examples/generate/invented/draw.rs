//! A seed number → a stream of draws, the same on every machine.

/// A source of draws (SplitMix64).
#[derive(Debug, Clone)]
pub struct Draw(u64);

impl Draw {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Draw {
        Draw(seed)
    }

    /// A stream of its own for a part of the work: it does not depend on what was drawn before.
    pub fn part(seed: u64, number: u64) -> Draw {
        let mut mixed = Draw(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        Draw(mixed.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `bound`, which is at least 1.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// A number from `first` to `last`, both inside.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last + 1 - first)
    }

    /// True in so many of a hundred draws.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these, of which there is at least one.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A size whose logarithm is normal: half of all draws lie below `median`.
    pub fn size(&mut self, median: f64, spread: f64, (least, most): (usize, usize)) -> usize {
        // Twelve even draws add up to a normal one.
        let sum: f64 = (0..12).map(|_| self.below(1 << 20) as f64 / f64::from(1 << 20)).sum();
        let size = median * ((sum - 6.0) * spread).exp();
        (size as usize).clamp(least, most)
    }
}
