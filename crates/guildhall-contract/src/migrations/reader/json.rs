//! A file of JSON: an object of lists, cut into their elements as the bytes come. At no time more is held than one
//! element.

use guildhall_domain::migration::RecordKind;
use serde_json::Value;

use super::extent::{Extent, Step};
use super::{Found, RECORD_BYTES_MAX, ReadError, Spot, Unusable, Where, list_name};

/// How much of a name that nobody knows is repeated.
const SHOWN: usize = 60;
/// How many of them.
const UNKNOWN_MAX: usize = 20;
/// The longest name of a list that is looked at, in bytes as written.
const NAME_MAX: usize = 1_000;

#[derive(Debug)]
enum State {
    /// Before the object.
    Outside,
    /// Before a member; `first` if there was none, so that there need not be one.
    Member {
        first: bool,
    },
    Name(Extent),
    Colon,
    /// Before what a name stands for.
    Value,
    /// Within a value that nobody knows.
    Unknown(Extent),
    Element {
        first: bool,
    },
    InElement(Extent),
    /// Behind an element.
    ElementEnd,
    /// Behind a member.
    MemberEnd,
    /// Behind the object.
    End,
}

/// Cuts elements.
#[derive(Debug)]
pub(super) struct JsonLists {
    state: State,
    /// Where the next byte stands.
    at: u64,
    /// What is being read, as it was written.
    held: Vec<u8>,
    /// Where that began.
    from: u64,
    /// Whether it is more than may be held, so that the rest is only followed to its end.
    is_too_large: bool,
    list: Option<RecordKind>,
    places: [u32; RecordKind::ALL.len()],
    unknown: Vec<String>,
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

impl JsonLists {
    /// Of a file whose next byte stands here.
    pub(super) fn new(at: u64) -> Self {
        Self {
            state: State::Outside,
            at,
            held: Vec::new(),
            from: at,
            is_too_large: false,
            list: None,
            places: [0; RecordKind::ALL.len()],
            unknown: Vec::new(),
        }
    }

    /// The lists of the file that nobody knows.
    pub(super) fn unknown(&self) -> &[String] {
        &self.unknown
    }

    #[cfg(test)]
    pub(super) fn held(&self) -> usize {
        self.held.len()
    }

    /// Takes the next bytes.
    pub(super) fn feed(&mut self, bytes: &[u8], found: &mut Vec<Found>) -> Result<(), ReadError> {
        for byte in bytes {
            self.step(*byte, found)?;
            self.at += 1;
        }
        Ok(())
    }

    /// Ends the file.
    pub(super) fn end(&self) -> Result<(), ReadError> {
        match self.state {
            State::End => Ok(()),
            State::Outside => Err(ReadError::Empty),
            _ => Err(ReadError::Truncated(self.spot())),
        }
    }

    fn spot(&self) -> Spot {
        let place = |list: RecordKind| self.places[list as usize];
        let element = match self.state {
            State::InElement(_) => self.list.map(|list| (list, place(list))),
            State::Element { .. } | State::ElementEnd => self.list.map(|list| (list, place(list) + 1)),
            _ => None,
        };
        Spot { byte: self.at, element }
    }

    fn broken(&self) -> ReadError {
        ReadError::Broken(self.spot())
    }

    fn step(&mut self, byte: u8, found: &mut Vec<Found>) -> Result<(), ReadError> {
        match &mut self.state {
            State::Name(extent) => {
                let step = extent.step(byte);
                self.name(byte, step.map_err(|_| self.broken())?)
            }
            State::Unknown(extent) => {
                let step = extent.step(byte);
                match step.map_err(|_| self.broken())? {
                    Step::Inside => {}
                    Step::Last => self.state = State::MemberEnd,
                    Step::Beyond => {
                        self.state = State::MemberEnd;
                        return self.between(byte);
                    }
                }
                Ok(())
            }
            State::InElement(extent) => {
                let step = extent.step(byte);
                match step.map_err(|_| self.broken())? {
                    Step::Inside => self.hold(byte),
                    Step::Last => {
                        self.hold(byte);
                        found.push(self.element()?);
                    }
                    Step::Beyond => {
                        found.push(self.element()?);
                        return self.between(byte);
                    }
                }
                Ok(())
            }
            _ if is_space(byte) => Ok(()),
            _ => self.between(byte),
        }
    }

    /// A byte outside of names and values.
    fn between(&mut self, byte: u8) -> Result<(), ReadError> {
        if is_space(byte) {
            return Ok(());
        }
        self.state = match (&self.state, byte) {
            (State::Outside, b'{') => State::Member { first: true },
            (State::Outside, _) => return Err(ReadError::NotLists { byte: self.at }),
            (State::Member { first: true }, b'}') | (State::MemberEnd, b'}') => State::End,
            (State::Member { .. }, b'"') => return self.begin(byte, State::Name),
            (State::Colon, b':') => State::Value,
            (State::Value, b'[') if self.list.is_some() => State::Element { first: true },
            (State::Value, _) => match self.list {
                Some(list) => return Err(ReadError::ListExpected { kind: list, byte: self.at }),
                None => return self.begin(byte, State::Unknown),
            },
            (State::Element { first: true }, b']') | (State::ElementEnd, b']') => State::MemberEnd,
            (State::Element { .. }, _) => {
                if let Some(list) = self.list {
                    self.places[list as usize] += 1;
                }
                return self.begin(byte, State::InElement);
            }
            (State::ElementEnd, b',') => State::Element { first: false },
            (State::MemberEnd, b',') => State::Member { first: false },
            _ => return Err(self.broken()),
        };
        Ok(())
    }

    /// Begins a name or a value with its first byte.
    fn begin(&mut self, byte: u8, state: fn(Extent) -> State) -> Result<(), ReadError> {
        let mut extent = Extent::begin();
        self.held.clear();
        self.is_too_large = false;
        self.from = self.at;
        let step = extent.step(byte);
        self.state = state(extent);
        // No value that may begin here ends with its first byte.
        step.map_err(|_| self.broken())?;
        self.hold(byte);
        Ok(())
    }

    fn hold(&mut self, byte: u8) {
        if self.held.len() >= RECORD_BYTES_MAX {
            self.is_too_large = true;
            self.held.clear();
        }
        if !self.is_too_large {
            self.held.push(byte);
        }
    }

    fn name(&mut self, byte: u8, step: Step) -> Result<(), ReadError> {
        self.hold(byte);
        if self.held.len() > NAME_MAX {
            return Err(self.broken());
        }
        if step == Step::Inside {
            return Ok(());
        }
        let name: String = serde_json::from_slice(&self.held).map_err(|error| self.broken_within(&error))?;
        self.list = RecordKind::ALL.into_iter().find(|kind| list_name(*kind) == name);
        if self.list.is_none() && self.unknown.len() < UNKNOWN_MAX {
            self.unknown.push(name.chars().take(SHOWN).collect());
        }
        self.state = State::Colon;
        Ok(())
    }

    /// The element that ended.
    fn element(&mut self) -> Result<Found, ReadError> {
        let Some(list) = self.list else { return Err(self.broken()) };
        let place = self.places[list as usize];
        let value = if self.is_too_large {
            Err(Unusable::TooLarge { max: RECORD_BYTES_MAX })
        } else {
            let read = serde_json::from_slice(&self.held);
            match read.map_err(|error| self.broken_within(&error))? {
                Value::Object(value) => Ok(value),
                _ => Err(Unusable::NotAnObject),
            }
        };
        self.held.clear();
        self.state = State::ElementEnd;
        Ok(Found { kind: list, place, at: Where::Byte(self.from), value })
    }

    /// The place within what is held that is no JSON.
    fn broken_within(&self, error: &serde_json::Error) -> ReadError {
        let lines = self.held.split_inclusive(|byte| *byte == b'\n');
        let before: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
        let offset = (before + error.column().saturating_sub(1)).min(self.held.len());
        let byte = self.from + u64::try_from(offset).unwrap_or_default();
        ReadError::Broken(Spot { byte, ..self.spot() })
    }
}
