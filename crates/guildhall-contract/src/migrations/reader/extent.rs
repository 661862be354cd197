//! Where a JSON value ends, byte by byte, whatever it is. What is inside is judged only as far as its brackets and
//! strings go.

/// The deepest nesting: what the readers of JSON on both ends still take.
const DEPTH_MAX: usize = 100;

/// What a byte is to the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It belongs to it, and more is to come.
    Inside,
    /// It is its last.
    Last,
    /// The value ended before it. Only numbers and words are like this.
    Beyond,
}

/// It cannot be JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotJson;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Before the first byte, or among brackets.
    Open,
    String,
    /// Behind a backslash.
    Escape,
    /// A number or a word that is the whole value.
    Bare,
}

/// A value whose end is looked for.
#[derive(Debug)]
pub(super) struct Extent {
    within: Within,
    /// The brackets that are to close.
    closing: Vec<u8>,
}

impl Extent {
    /// Of a value that begins with the next byte, which is no space.
    pub(super) fn begin() -> Self {
        Self { within: Within::Open, closing: Vec::new() }
    }

    /// Takes the next byte.
    pub(super) fn step(&mut self, byte: u8) -> Result<Step, NotJson> {
        match self.within {
            Within::Escape => {
                self.within = Within::String;
                Ok(Step::Inside)
            }
            Within::String => self.in_string(byte),
            Within::Bare => match byte {
                b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n' => Ok(Step::Beyond),
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'+' | b'-' | b'.' => Ok(Step::Inside),
                _ => Err(NotJson),
            },
            Within::Open => self.among_brackets(byte),
        }
    }

    fn in_string(&mut self, byte: u8) -> Result<Step, NotJson> {
        match byte {
            b'\\' => self.within = Within::Escape,
            b'"' => {
                self.within = Within::Open;
                return Ok(self.end_if_closed());
            }
            // Letters that guide terminals must be escaped; a line's end here means a quote that is missing.
            0..0x20 => return Err(NotJson),
            _ => {}
        }
        Ok(Step::Inside)
    }

    fn among_brackets(&mut self, byte: u8) -> Result<Step, NotJson> {
        match byte {
            b'"' => self.within = Within::String,
            b'{' => self.open(b'}')?,
            b'[' => self.open(b']')?,
            b'}' | b']' => {
                if self.closing.pop() != Some(byte) {
                    return Err(NotJson);
                }
                return Ok(self.end_if_closed());
            }
            b'-' | b'0'..=b'9' | b't' | b'f' | b'n' if self.closing.is_empty() => self.within = Within::Bare,
            _ if self.closing.is_empty() => return Err(NotJson),
            _ => {}
        }
        Ok(Step::Inside)
    }

    fn open(&mut self, closing: u8) -> Result<(), NotJson> {
        if self.closing.len() == DEPTH_MAX {
            return Err(NotJson);
        }
        self.closing.push(closing);
        Ok(())
    }

    fn end_if_closed(&self) -> Step {
        if self.closing.is_empty() { Step::Last } else { Step::Inside }
    }
}
