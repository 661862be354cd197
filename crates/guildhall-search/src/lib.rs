//! Search over the published profiles of the partner directory. Pure, and all in memory.
//!
//! ```
//! use guildhall_domain::directory::{DirectoryQuery, PAGE_SIZE};
//! use guildhall_search::Index;
//!
//! let index = Index::build([]);
//! let query = DirectoryQuery { text: "butiksdesign".to_owned(), ..DirectoryQuery::default() };
//! assert_eq!(index.search(&query, PAGE_SIZE).total, 0);
//! ```
//!
//! # What a text finds
//!
//! Texts are folded (no case, no accents) and cut into words. Every word must be answered by a partner's name, city,
//! tagline, words about services, or bio, or by a choice that the word means: a service, category, industry or
//! country by any run of words of its names in three languages, or by a synonym (`data/synonyms.txt`). Words that
//! say nothing (`data/stopwords.txt`) are left out.
//!
//! A word is answered, in falling quality, by itself, by words with its stem (Snowball, English and Swedish), by
//! Swedish compounds with it (of the words in `data/compounds.txt`), and, if it is the last one, by words that begin
//! with it. Only if all of that finds nobody is it taken for a slip: one from 4 letters, two from 8. If nobody has
//! all words, those who have most are the results, and [`Answering`] says so. That is decided by the text alone,
//! so a filter never changes what a text means.
//!
//! Each word's points are the weight of the best field in percent of how well it is answered; their average, as a
//! share of [`RELEVANCE`], is the factor that the text adds to the default rank. The other factors and all weights
//! are the policy's: [`guildhall_domain::policy::ranking`].
//!
//! # What it is made of, and why
//!
//! Measured on two cores shared with other builds, release profile (`opt-level = "s"`, fat LTO), the same kind of
//! made-up profiles of 60 words, facets of all groups in every search; ranges are over several runs:
//!
//! |                                    | this crate        | tantivy 0.27, in memory  |
//! |------------------------------------|-------------------|--------------------------|
//! | binary, stripped / zipped          | +0.31 / +0.14 MB  | +4.0 / +1.4 MB           |
//! | 5,000: build                       | 75 – 160 ms       | 250 – 460 ms             |
//! | 5,000: search with text, p50 / p99 | 0.07 / 0.8 – 4 ms | 0.6 / 4 – 5 ms           |
//! | 5,000: without text                | 0.03 / 0.1 ms     | 0.9 / 5 ms               |
//! | 5,000: one profile changed, p50    | 0.05 ms           | 20 ms (commit, reload)   |
//! | 5,000: memory beside the rows      | 12 MB             | 14 MB                    |
//! | 100,000: build                     | 1.3 – 2.8 s       | 4.3 – 4.6 s              |
//! | 100,000: with text, p50 / p99      | 1.9 / 10 – 12 ms  | 8 / 22 – 38 ms           |
//! | 100,000: without text              | 0.7 / 5 ms        | 18 – 21 / 48 – 68 ms     |
//! | 100,000: one profile changed, p50  | 0.3 ms            | 10 – 20 ms               |
//! | 100,000: memory beside the rows    | 80 MB             | 48 MB                    |
//!
//! tantivy was given `FuzzyTermQuery` and its stemmers over four fields; facets were counted by a plain pass over
//! its fast fields, which a collector written for it could do faster. What decided is not that but the rest: its
//! size is more than the mark for a whole function (3.5 MB zipped) leaves room for, a change costs a commit, and
//! the rank, the facets and their meaning would still have been ours to write. So the hard parts come from kept
//! libraries, and the small ones are here:
//!
//! - `fst` holds the vocabulary and `levenshtein_automata` (tantivy's own) walks it, for prefixes and slips;
//! - `frostem` is Snowball's stemmers, generated from its main branch;
//! - `fixedbitset` holds the partners of each choice: filters are unions and intersections, counts are popcounts.
//!
//! `cargo run --profile local -p guildhall-search --example search_bench` measures again.

mod choice;
mod compounds;
mod endings;
mod facets;
mod field;
mod found;
mod index;
mod lexicon;
mod reader;
mod search;
mod sets;
mod sync;
mod typed;
mod vocabulary;
mod words;

#[cfg(doc)]
use guildhall_domain::policy::ranking::RELEVANCE;

pub use facets::Facets;
pub use found::Answering;
pub use index::Index;
pub use search::{Hit, Results};
pub use sync::Synced;
