use guildhall_domain::migration::RecordKind;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;
use crate::import::Separator;

/// What reading came to: the records, and why it broke off if it did.
type Read = (Vec<Found>, Result<(), ReadError>);

/// Reads bytes in pieces of these lengths, over and over.
fn read_in(bytes: &[u8], pieces: &[usize]) -> Read {
    let (mut reader, mut found) = (RecordReader::default(), Vec::new());
    let (mut rest, mut lengths) = (bytes, pieces.iter().cycle());
    while !rest.is_empty() {
        let length = lengths.next().copied().unwrap_or(rest.len()).clamp(1, rest.len());
        let (piece, after) = rest.split_at(length);
        if let Err(error) = reader.feed(piece, &mut found) {
            return (found, Err(error));
        }
        rest = after;
    }
    let end = reader.end(&mut found);
    (found, end)
}

fn read(bytes: &[u8]) -> Read {
    read_in(bytes, &[bytes.len().max(1)])
}

/// The records alone, of a file that is read to its end.
fn values(bytes: &[u8]) -> Vec<(RecordKind, Value)> {
    let (found, end) = read(bytes);
    assert_eq!(end, Ok(()));
    found.into_iter().map(|one| (one.kind, Value::Object(one.value.unwrap()))).collect()
}

fn error(text: &str) -> ReadError {
    read(text.as_bytes()).1.unwrap_err()
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[ -~\\\\\"{}\\[\\],:åäöđ🎉\n\t]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z\"\\\\{}]{0,4}", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn record() -> impl Strategy<Value = Map<String, Value>> {
    prop::collection::btree_map("[a-z]{1,4}", value(), 0..4).prop_map(|members| members.into_iter().collect())
}

/// An export: lists in any order, with members between them that nobody knows.
fn export() -> impl Strategy<Value = Vec<(String, Value)>> {
    let list =
        (0..RecordKind::ALL.len(), prop::collection::vec(record(), 0..5)).prop_map(|(kind, records)| {
            let records = records.into_iter().map(Value::Object).collect();
            (list_name(RecordKind::ALL[kind]).to_owned(), Value::Array(records))
        });
    let other = ("[A-Z]{1,5}", value());
    prop::collection::vec(prop_oneof![3 => list, 1 => other], 0..6)
}

fn written(export: &[(String, Value)], is_pretty: bool) -> String {
    let one = |value: &Value| if is_pretty { format!("{value:#}") } else { value.to_string() };
    let members: Vec<_> =
        export.iter().map(|(name, value)| format!("{}:{}", json!(name), one(value))).collect();
    if is_pretty {
        format!(" {{\n{}\r\n}}\n", members.join(",\n"))
    } else {
        format!("{{{}}}", members.join(","))
    }
}

fn pieces() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(1_usize..9, 1..6)
}

/// A table of jobs whose cells hold what tables may hold.
fn table() -> impl Strategy<Value = String> {
    let cell = "[a-zåđ🎉 ,;|=\"\n]{0,8}";
    let rows = prop::collection::vec(prop::collection::vec(cell, 8), 0..5);
    (rows, prop::sample::select(&[",", ";", "\t"][..]), prop::sample::select(&["\n", "\r\n"][..])).prop_map(
        |(rows, separator, end)| {
            let head = ["id", "organizationId", "createdAt", "lastEventAt", "status", "shop.id", "shop.name"];
            let head = [&head[..], &["shop.myshopifyDomain"]].concat().join(separator);
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(separator);
            [vec![head], rows.iter().map(line).collect()].concat().join(end)
        },
    )
}

proptest! {
    #[test]
    fn every_record_of_an_export_is_found_however_it_comes(
        export in export(), is_pretty: bool, pieces in pieces(),
    ) {
        let text = written(&export, is_pretty);
        let expected: Vec<_> = export.iter().flat_map(|(name, value)| {
            let kind = RecordKind::ALL.into_iter().find(|kind| list_name(*kind) == *name);
            let records = kind.and_then(|_| value.as_array()).cloned().unwrap_or_default();
            records.into_iter().filter_map(move |record| Some((kind?, record)))
        }).collect();
        let (found, end) = read_in(text.as_bytes(), &pieces);
        if expected.is_empty() {
            prop_assert_eq!(end, Err(ReadError::NoRecords));
        } else {
            prop_assert_eq!(end, Ok(()));
        }
        let (mut places, count) = ([0; 3], found.len());
        for (one, (kind, value)) in found.into_iter().zip(&expected) {
            places[one.kind as usize] += 1;
            prop_assert_eq!(one.place, places[one.kind as usize]);
            prop_assert_eq!(one.kind, *kind);
            let Where::Byte(byte) = one.at else { panic!("a line in a file of JSON") };
            prop_assert_eq!(text.as_bytes()[usize::try_from(byte).unwrap()], b'{');
            prop_assert_eq!(&Value::Object(one.value.unwrap()), value);
        }
        prop_assert_eq!(count, expected.len());
    }

    #[test]
    fn what_is_cut_off_is_told_at_its_end(export in export(), is_pretty: bool, at: prop::sample::Index) {
        let text = written(&export, is_pretty);
        let whole = text.trim_end();
        let cut = &whole.as_bytes()[..at.index(whole.len())];
        let (found, end) = read(cut);
        match end {
            Err(ReadError::Truncated(spot)) => prop_assert_eq!(spot.byte, cut.len() as u64),
            Err(ReadError::Empty) => prop_assert!(cut.trim_ascii().is_empty()),
            other => prop_assert!(false, "{:?}", other),
        }
        // What was whole before the cut is what it was.
        let (all, _) = read(text.as_bytes());
        prop_assert_eq!(&all[..found.len()], &found[..]);
    }

    #[test]
    fn bytes_of_any_kind_read_alike_in_any_pieces(
        export in export(), noise in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        pieces in pieces(),
    ) {
        let mut bytes = written(&export, false).into_bytes();
        for (at, byte) in noise {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        prop_assert_eq!(read_in(&bytes, &pieces), read(&bytes));
    }

    #[test]
    fn tables_read_alike_in_any_pieces_and_encodings(
        text in table(), pieces in pieces(), cut in any::<Option<prop::sample::Index>>(),
    ) {
        let little: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        let marked = [MARK, text.as_bytes()].concat();
        let plain = read(text.as_bytes());
        for bytes in [&marked, &little, &big] {
            prop_assert_eq!(&read_in(bytes, &pieces), &plain);
        }
        let cut = cut.map_or(text.len(), |cut| cut.index(text.len()));
        for bytes in [text.as_bytes(), &marked[..], &little[..], &big[..]] {
            let bytes = &bytes[..cut.min(bytes.len())];
            prop_assert_eq!(read_in(bytes, &pieces), read(bytes));
        }
    }

    #[test]
    fn nothing_that_is_fed_breaks_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200), pieces in pieces()) {
        prop_assert_eq!(read_in(&bytes, &pieces), read(&bytes));
    }
}

#[test]
fn what_is_no_export_is_told_by_what_it_is() {
    assert_eq!(error(""), ReadError::Empty);
    assert_eq!(error(" \n"), ReadError::Empty);
    assert_eq!(error("[{}]"), ReadError::NotLists { byte: 0 });
    assert_eq!(error("{}"), ReadError::NoRecords);
    assert_eq!(error("hello there"), ReadError::NoHeader);
    let jobs = ReadError::ListExpected { kind: RecordKind::Job, byte: 8 };
    assert_eq!(error(r#"{"jobs":{"id":1}}"#), jobs);
    assert!(matches!(read(b"PK\x03\x04\x14\0\x06\0").1, Err(ReadError::Encoding { byte: 5 })));
    assert!(matches!(read(b"id;status\n1;\xc5ngrad").1, Err(ReadError::MissingColumns(_))));
}

#[test]
fn broken_json_is_told_by_its_byte_and_its_element() {
    let element = |kind, place| Some((kind, place));
    let broken = |byte, element| ReadError::Broken(Spot { byte, element });
    let job = |place| element(RecordKind::Job, place);
    assert_eq!(error(r#"{"jobs":[{"id":1},{"id":}]}"#), broken(24, job(2)));
    assert_eq!(error(r#"{"jobs":[{"id":1} {"id":2}]}"#), broken(18, job(2)));
    assert_eq!(error(r#"{"jobs":[{"id":1},]}"#), broken(18, job(2)));
    assert_eq!(error(r#"{"jobs":[{"id":[1}]}]}"#), broken(17, job(1)));
    assert_eq!(error("{\"jobs\":[{\"id\":\"1\n\"}]}"), broken(17, job(1)));
    assert_eq!(error(r#"{"jobs":[{}]}{"#), broken(13, None));
    assert_eq!(error(r#"{"jobs":[{}],}"#), broken(13, None));
    assert_eq!(error(r#"{jobs:[{}]}"#), broken(1, None));
    let (found, end) = read(b"{\"jobs\":[{\"a\":1},{\"b\":2");
    assert_eq!(found.len(), 1);
    assert_eq!(end, Err(ReadError::Truncated(Spot { byte: 23, element: job(2) })));
}

#[test]
fn deep_nesting_is_refused_and_does_not_break_anything() {
    let deep = format!("{{\"jobs\":[{{\"a\":{}", "[".repeat(100_000));
    assert!(matches!(error(&deep), ReadError::Broken(_)));
    let unknown = format!("{{\"X\":{}", "[".repeat(100_000));
    assert!(matches!(error(&unknown), ReadError::Broken(_)));
}

#[test]
fn lists_that_nobody_knows_are_passed_over_and_told() {
    let text = r#"{"version":2,"shops":[{"a":"}]"}],"jobs":[{"id":"1"}],"note":"x"}"#;
    let (mut reader, mut found) = (RecordReader::default(), Vec::new());
    reader.feed(text.as_bytes(), &mut found).unwrap();
    reader.end(&mut found).unwrap();
    assert_eq!(reader.unknown_lists(), ["version", "shops", "note"]);
    assert_eq!(found.len(), 1);
}

#[test]
fn what_is_no_record_stands_at_its_place_and_the_rest_is_read() {
    let large = "x".repeat(RECORD_BYTES_MAX);
    let text = format!(r#"{{"jobs":[1,"a",{{"a":"{large}"}},[{{}}],null,{{"id":"6"}}]}}"#);
    let (found, end) = read(text.as_bytes());
    assert_eq!(end, Ok(()));
    let faults: Vec<_> = found.iter().map(|one| (one.place, one.value.clone().err())).collect();
    let other = Some(Unusable::NotAnObject);
    let too_large = Some(Unusable::TooLarge { max: RECORD_BYTES_MAX });
    assert_eq!(faults, [(1, other), (2, other), (3, too_large), (4, other), (5, other), (6, None)]);
}

#[test]
fn no_more_is_held_than_a_record() {
    let large = "x".repeat(8 * RECORD_BYTES_MAX);
    let text = format!(r#"{{"note":"{large}","jobs":[{{"a":"{large}"}},{{"id":"2"}}]}}"#);
    let (mut reader, mut found) = (RecordReader::default(), Vec::new());
    for piece in text.as_bytes().chunks(64 * 1024) {
        reader.feed(piece, &mut found).unwrap();
        assert!(reader.held() <= RECORD_BYTES_MAX);
    }
    reader.end(&mut found).unwrap();
    assert_eq!(found.len(), 2);
}

#[test]
fn a_row_is_what_the_same_record_is_in_json() {
    let head = "id,organizationId,businessName,country,secondaryCountries,serviceOfferings,featuredWork,\
                socialMediaLinks,acceptingNewClients,completedJobs,contactPhoneNumber";
    let row = "gid://partners/Profile/1,acme,Acme AB,SE,NO | DK,*seo=150.00-900.00 USD|store-setup=80 SEK|copy,\
               Lamp=https://a.example/?b=c|Shop,LINKEDIN=https://l.example,Ja,128,'+46 8 1";
    let read = values(format!("{head}\n{row}\n").as_bytes());
    let price = |amount: &str, code: &str| json!({ "amount": amount, "currencyCode": code });
    let expected = json!({
        "id": "gid://partners/Profile/1", "organizationId": "acme", "businessName": "Acme AB", "country": "SE",
        "secondaryCountries": ["NO", "DK"],
        "serviceOfferings": [
            { "service": { "handle": "seo" }, "featured": true, "pricingType": "RANGE",
              "minPrice": price("150.00", "USD"), "maxPrice": price("900.00", "USD") },
            { "service": { "handle": "store-setup" }, "pricingType": "STARTING_FROM", "minPrice": price("80", "SEK") },
            { "service": { "handle": "copy" } },
        ],
        "featuredWork": [{ "title": "Lamp", "link": "https://a.example/?b=c" }, { "title": "Shop" }],
        "socialMediaLinks": [{ "type": "LINKEDIN", "url": "https://l.example" }],
        "acceptingNewClients": true, "completedJobs": 128, "contactPhoneNumber": "+46 8 1",
    });
    assert_eq!(read, [(RecordKind::Profile, expected)]);
}

#[test]
fn a_row_of_jobs_holds_what_is_inside_them() {
    let head = "ID;organization id;created_at;lastEventAt;status;services;requirements;shop.id;shop.name;\
                shop.myshopifyDomain;customer.name;customer.email;confirmedCompleted";
    let row = "7;acme;2023-08-01T00:00:00Z;2023-09-01T00:00:00Z;NEW;seo=SEO|copy;When?=Soon|Who?;3;Lamp;\
               lamp.myshopify.com;Anna;anna@lamp.example;nej";
    let expected = json!({
        "id": "7", "organizationId": "acme", "createdAt": "2023-08-01T00:00:00Z",
        "lastEventAt": "2023-09-01T00:00:00Z", "status": "NEW",
        "services": [{ "handle": "seo", "name": "SEO" }, { "handle": "copy", "name": "copy" }],
        "requirements": [
            { "question": "When?", "responses": ["Soon"] }, { "question": "Who?", "responses": [] },
        ],
        "shop": { "id": "3", "name": "Lamp", "myshopifyDomain": "lamp.myshopify.com" },
        "customer": { "name": "Anna", "email": "anna@lamp.example" },
        "confirmedCompleted": false,
    });
    assert_eq!(values(format!("{head}\r\n{row}").as_bytes()), [(RecordKind::Job, expected)]);
}

#[test]
fn the_columns_of_a_template_are_known_and_their_examples_are_taken() {
    for table in Table::ALL {
        for (separator, letter) in [(Separator::Comma, ","), (Separator::Semicolon, ";")] {
            let first = template(table, separator);
            assert_eq!(error(&first), ReadError::NoRecords);
            let examples: Vec<_> =
                table.columns().iter().map(|column| format!("\"{}\"", column.example)).collect();
            let found = values(format!("{first}{}\r\n", examples.join(letter)).as_bytes());
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].0, table.kind());
        }
    }
}

#[test]
fn columns_that_do_not_fit_are_named() {
    let unknown = ReadError::UnknownColumns(vec!["fee".to_owned()]);
    assert_eq!(error("id,organizationId,businessName,country,fee\n"), unknown);
    assert_eq!(error("id,status,Status\n"), ReadError::RepeatedColumns(vec!["status"]));
    let missing = ReadError::MissingColumns(vec!["organizationId", "businessName"]);
    assert_eq!(error("id,country,bio\n"), missing);
}

#[test]
fn quotes_are_read_strictly_and_told_by_their_line() {
    let head = "id,organizationId,businessName,country\n";
    assert_eq!(error(&format!("{head}1,a,\"b\",SE\n2,a,\"b,SE\n")), ReadError::QuoteOpen { line: 3 });
    assert_eq!(error(&format!("{head}\n1,a,\"b\" c,SE\n")), ReadError::QuoteMisplaced { line: 3 });
    let endless = format!("{head}1,a,\"{}", "b\n".repeat(RECORD_BYTES_MAX));
    assert_eq!(error(&endless), ReadError::QuoteOpen { line: 2 });
}

#[test]
fn rows_with_other_cells_than_columns_are_told_and_the_rest_is_read() {
    let text =
        "id,organizationId,businessName,country\n\n1,a,b\n2,a,b,SE,,\n,,,\n3,a,\"b\nc\",SE\n4,a,b,SE,x\n";
    let (found, end) = read(text.as_bytes());
    assert_eq!(end, Ok(()));
    let lines: Vec<_> = found.iter().map(|one| (one.at, one.place, one.value.clone().err())).collect();
    let count = |found| Some(Unusable::CellCount { expected: 4, found });
    assert_eq!(
        lines,
        [
            (Where::Line(3), 1, count(3)),
            (Where::Line(4), 2, None),
            (Where::Line(6), 3, None),
            (Where::Line(8), 4, count(5)),
        ]
    );
}
