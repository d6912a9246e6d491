//! Which items of an old list are which of a new one.

use std::collections::{BTreeMap, VecDeque};

/// An item that is in the old list, the new one, or both: its index in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// In the old list.
    pub old: Option<u32>,
    /// In the new list.
    pub new: Option<u32>,
}

/// The items of two lists as one: those of the new list in its order, then those that only the old one has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pairs {
    /// All items.
    pub list: Vec<Pair>,
    old: Vec<u32>,
    new: Vec<u32>,
}

impl Pairs {
    /// The item that stands at `index` of the old list.
    pub fn of_old(&self, index: u32) -> u32 {
        self.old.get(index as usize).copied().unwrap_or(u32::MAX)
    }

    /// The item that stands at `index` of the new list.
    pub fn of_new(&self, index: u32) -> u32 {
        self.new.get(index as usize).copied().unwrap_or(u32::MAX)
    }

    /// Where item `id` stands.
    pub fn get(&self, id: u32) -> Pair {
        self.list.get(id as usize).copied().unwrap_or(Pair { old: None, new: None })
    }
}

/// Pairs in the making.
#[derive(Debug)]
pub struct Matcher {
    /// The partner of each old item.
    pub old: Vec<Option<u32>>,
    /// The partner of each new item.
    pub new: Vec<Option<u32>>,
}

impl Matcher {
    /// Lists of these lengths, in which nothing is paired.
    pub fn new(old: usize, new: usize) -> Self {
        Self { old: vec![None; old], new: vec![None; new] }
    }

    /// Pairs what is alone and has the same key, in the order of the lists. What has no key is left. O(n log n).
    pub fn by<K: Ord>(&mut self, old_key: impl Fn(u32) -> Option<K>, new_key: impl Fn(u32) -> Option<K>) {
        self.pair(&old_key, &new_key, false);
    }

    /// The same for keys that exactly one item of either list has.
    pub fn by_unique<K: Ord>(&mut self, old_key: impl Fn(u32) -> Option<K>, new_key: impl Fn(u32) -> Option<K>) {
        self.pair(&old_key, &new_key, true);
    }

    fn pair<K: Ord>(&mut self, old_key: &dyn Fn(u32) -> Option<K>, new_key: &dyn Fn(u32) -> Option<K>, unique: bool) {
        let mut waiting: BTreeMap<K, (VecDeque<u32>, VecDeque<u32>)> = BTreeMap::new();
        let all = |list: &[Option<u32>]| (0..).zip(list).filter(|(_, p)| unique || p.is_none()).map(|(id, _)| id).collect::<Vec<u32>>();
        for id in all(&self.old) {
            if let Some(key) = old_key(id) {
                waiting.entry(key).or_default().0.push_back(id);
            }
        }
        for id in all(&self.new) {
            if let Some(key) = new_key(id) {
                waiting.entry(key).or_default().1.push_back(id);
            }
        }
        for (mut old, mut new) in waiting.into_values() {
            if unique && (old.len() != 1 || new.len() != 1) {
                continue;
            }
            while let (Some(old), Some(new)) = (old.pop_front(), new.pop_front()) {
                self.join(old, new);
            }
        }
    }

    /// Pairs two items, unless one of them has a partner.
    pub fn join(&mut self, old: u32, new: u32) {
        if let (Some(one @ None), Some(other @ None)) = (self.old.get_mut(old as usize), self.new.get_mut(new as usize)) {
            *one = Some(new);
            *other = Some(old);
        }
    }

    /// The pairs.
    pub fn finish(self) -> Pairs {
        let mut list: Vec<Pair> = (0..).zip(&self.new).map(|(id, partner)| Pair { old: *partner, new: Some(id) }).collect();
        let new = (0..self.new.len() as u32).collect();
        let mut old = Vec::with_capacity(self.old.len());
        for (id, partner) in (0..).zip(self.old) {
            old.push(partner.unwrap_or(list.len() as u32));
            if partner.is_none() {
                list.push(Pair { old: Some(id), new: None });
            }
        }
        Pairs { list, old, new }
    }
}

/// The item at `id`.
pub fn find<T>(list: &[T], id: Option<u32>) -> Option<&T> {
    list.get(id? as usize)
}
