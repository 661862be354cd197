//! Records into batches. The same files always make the same batches, so whoever goes on later knows by the number of a
//! batch where to begin.

use super::super::{PIECE_BYTES_MAX, PIECE_MAX, RECORD_BYTES_MAX, RecordBody};
use super::{Found, Unusable};

/// What the frame of a record costs, in bytes, beside its value.
const FRAME: usize = 64;

/// Gathers records.
#[derive(Debug, Default)]
pub struct Batches {
    records: Vec<RecordBody>,
    bytes: usize,
}

impl Batches {
    /// Adds a record; the batch before it, if that is full now.
    ///
    /// # Errors
    /// When it is no record that may be sent.
    pub fn add(&mut self, found: Found) -> Result<Option<Vec<RecordBody>>, Unusable> {
        let value = found.value?;
        let length = serde_json::to_vec(&value).map_or(usize::MAX, |json| json.len());
        if length > RECORD_BYTES_MAX {
            return Err(Unusable::TooLarge { max: RECORD_BYTES_MAX });
        }
        let bytes = length + FRAME;
        let is_full = self.records.len() >= PIECE_MAX || self.bytes + bytes > PIECE_BYTES_MAX;
        let full = if is_full { self.end() } else { None };
        self.bytes += bytes;
        self.records.push(RecordBody { kind: found.kind, place: found.place, value });
        Ok(full)
    }

    /// The last batch, if there is one.
    pub fn end(&mut self) -> Option<Vec<RecordBody>> {
        self.bytes = 0;
        let records = std::mem::take(&mut self.records);
        (!records.is_empty()).then_some(records)
    }
}

#[cfg(test)]
mod tests {
    use guildhall_domain::migration::RecordKind;
    use serde_json::{Map, Value};

    use super::super::Where;
    use super::*;

    fn record(place: u32, length: usize) -> Found {
        let value = Map::from_iter([("bio".to_owned(), Value::from("x".repeat(length)))]);
        Found { kind: RecordKind::Profile, place, at: Where::Byte(0), value: Ok(value) }
    }

    /// How many records each batch has.
    fn batches(lengths: &[usize]) -> Vec<usize> {
        let (mut batches, mut sizes, mut places) = (Batches::default(), Vec::new(), Vec::new());
        let mut take = |batch: Vec<RecordBody>| {
            sizes.push(batch.len());
            places.extend(batch.iter().map(|record| record.place));
        };
        for (place, length) in (1..).zip(lengths) {
            batches.add(record(place, *length)).unwrap().map(&mut take);
        }
        batches.end().map(&mut take);
        assert!(places.into_iter().eq(1..=u32::try_from(lengths.len()).unwrap()));
        sizes
    }

    #[test]
    fn a_batch_has_neither_too_many_records_nor_too_many_bytes() {
        assert_eq!(batches(&[]), Vec::<usize>::new());
        assert_eq!(batches(&[1; 2 * PIECE_MAX + 1]), [PIECE_MAX, PIECE_MAX, 1]);
        assert_eq!(batches(&[PIECE_BYTES_MAX / 2 - 100; 5]), [2, 2, 1]);
        assert_eq!(batches(&[1, RECORD_BYTES_MAX - 10, 1]), [1, 1, 1]);
    }

    #[test]
    fn what_is_too_large_or_no_record_is_told_and_makes_no_batch() {
        let mut batches = Batches::default();
        let too_large = Unusable::TooLarge { max: RECORD_BYTES_MAX };
        assert_eq!(batches.add(record(1, RECORD_BYTES_MAX)), Err(too_large));
        let number = Found { value: Err(Unusable::NotAnObject), ..record(2, 1) };
        assert_eq!(batches.add(number), Err(Unusable::NotAnObject));
        assert_eq!(batches.end(), None);
    }
}
