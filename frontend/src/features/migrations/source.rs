//! The files, read piece by piece and never whole: batches of records as they are sent.

use std::collections::VecDeque;

use guildhall_contract::migrations::RecordBody;
use guildhall_contract::migrations::reader::{Batches, Found, ReadError, RecordReader, Unusable, Where};
use guildhall_domain::migration::RecordKind;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How many bytes are read at a time.
const SLICE: f64 = 262_144.0;

/// Why a file is not read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unread {
    /// The browser does not hand it over: it was moved or changed since it was chosen.
    Unreadable,
    /// It is no export.
    Refused(ReadError),
}

/// A record that is not even sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unsent {
    /// The file's name.
    pub(super) file: String,
    pub(super) kind: RecordKind,
    /// Its place in its list.
    pub(super) place: u32,
    pub(super) at: Where,
    pub(super) why: Unusable,
}

/// Records of one file.
#[derive(Debug)]
pub(super) struct Batch {
    /// The file's name.
    pub(super) file: String,
    pub(super) records: Vec<RecordBody>,
}

/// Files that are being read.
pub(super) struct Source {
    files: VecDeque<web_sys::File>,
    offset: f64,
    reader: RecordReader,
    batches: Batches,
    ready: VecDeque<Batch>,
    read: f64,
    /// What was found and cannot be sent, since somebody took it from here.
    pub(super) unsent: Vec<Unsent>,
    /// Lists that nobody knows.
    pub(super) unknown: Vec<String>,
}

impl Source {
    /// Reads files in their order.
    pub(super) fn new(files: Vec<web_sys::File>) -> Self {
        Self {
            files: files.into(),
            offset: 0.0,
            reader: RecordReader::default(),
            batches: Batches::default(),
            ready: VecDeque::new(),
            read: 0.0,
            unsent: Vec::new(),
            unknown: Vec::new(),
        }
    }

    /// How many bytes are read so far.
    pub(super) fn bytes(&self) -> f64 {
        self.read
    }

    /// The next batch; nothing at the end of the last file. The same files make the same batches.
    ///
    /// # Errors
    /// Why a file is not read to its end, with its name.
    pub(super) async fn next(&mut self) -> Result<Option<Batch>, (String, Unread)> {
        loop {
            if let Some(batch) = self.ready.pop_front() {
                return Ok(Some(batch));
            }
            let Some(file) = self.files.front().cloned() else { return Ok(None) };
            self.read_on(&file).await.map_err(|unread| (file.name(), unread))?;
        }
    }

    /// Reads a slice of a file, or ends it.
    async fn read_on(&mut self, file: &web_sys::File) -> Result<(), Unread> {
        let mut found = Vec::new();
        if self.offset < file.size() {
            let end = (self.offset + SLICE).min(file.size());
            let bytes = slice(file, self.offset, end).await.map_err(|_| Unread::Unreadable)?;
            // A file that has become shorter would be asked for ever.
            if bytes.is_empty() {
                return Err(Unread::Unreadable);
            }
            self.read += end - self.offset;
            self.offset = end;
            let read = self.reader.feed(&bytes, &mut found);
            self.take(&file.name(), found);
            return read.map_err(Unread::Refused);
        }
        let read = self.reader.end(&mut found);
        self.take(&file.name(), found);
        read.map_err(Unread::Refused)?;
        self.unknown.extend_from_slice(self.reader.unknown_lists());
        // A batch is of one file, so that what is said of a record names its file.
        let last = self.batches.end().map(|records| Batch { file: file.name(), records });
        self.ready.extend(last);
        self.reader = RecordReader::default();
        self.offset = 0.0;
        self.files.pop_front();
        Ok(())
    }

    fn take(&mut self, file: &str, found: Vec<Found>) {
        for one in found {
            let (kind, place, at) = (one.kind, one.place, one.at);
            match self.batches.add(one) {
                Ok(Some(records)) => self.ready.push_back(Batch { file: file.to_owned(), records }),
                Ok(None) => {}
                Err(why) => self.unsent.push(Unsent { file: file.to_owned(), kind, place, at, why }),
            }
        }
    }
}

async fn slice(file: &web_sys::File, from: f64, to: f64) -> Result<Vec<u8>, JsValue> {
    let blob = file.slice_with_f64_and_f64(from, to)?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
