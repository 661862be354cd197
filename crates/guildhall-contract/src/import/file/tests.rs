use rstest::rstest;
use serde_json::json;

use super::super::{IMPORT_BODY_MAX, PIECE_MAX, Separator, pieces, template};
use super::*;

const HEADER: &str =
    "reference,product,company,contact_name,contact_email,website,country,sales_support,description,consent";

fn line(reference: &str) -> String {
    format!("{reference},plus,Acme,Anna,anna@acme.example,https://acme.example,SE,requested,A fit,yes")
}

fn file(lines: &[&str]) -> String {
    [&[HEADER], lines].concat().join("\r\n")
}

fn read(text: &str) -> Result<LeadFile, FileError> {
    read_file(text.as_bytes())
}

/// The errors of the only row, as field and code.
fn errors(text: &str) -> Vec<(String, FieldCode)> {
    let read = read(text).unwrap();
    assert_eq!(read.rows.len(), 1);
    let named = |error: &FieldError| (error.name().unwrap_or_default().to_owned(), error.code);
    read.rows[0].errors.iter().map(named).collect()
}

#[test]
fn a_file_is_read_as_lead_forms() {
    let read = read(&file(&[&line("A-1"), "", &line("A-2"), ",,,,,,,,,"])).unwrap();
    let lines: Vec<_> = read.rows.iter().map(|row| (row.line, row.text("reference"))).collect();
    assert_eq!(lines, [(2, "A-1"), (4, "A-2")]);
    assert!(read.rows.iter().all(|row| row.errors.is_empty()));
    let expected = json!({
        "reference": "A-1", "product": "plus", "company": "Acme", "contact_name": "Anna",
        "contact_email": "anna@acme.example", "website": "https://acme.example", "country": "SE",
        "sales_support": "requested", "description": "A fit", "consent": true,
    });
    assert_eq!(Value::Object(read.rows[0].values.clone()), expected);
}

#[rstest]
#[case(';')]
#[case('\t')]
fn what_stands_between_the_cells_is_found_out(#[case] separator: char) {
    let text = file(&[&line("A-1")]).replace(',', &separator.to_string());
    assert_eq!(read(&text), read(&file(&[&line("A-1")])));
    // Quotes around the names do not hide it.
    let (header, rest) = text.split_once("\r\n").unwrap();
    let quoted: Vec<_> = header.split(separator).map(|name| format!("\"{name}\"")).collect();
    let quoted = format!("{}\r\n{rest}", quoted.join(&separator.to_string()));
    assert_eq!(read(&quoted), read(&file(&[&line("A-1")])));
}

#[test]
fn the_same_file_in_every_encoding_says_the_same() {
    let text = file(&[&line("Å-1").replace("Anna", "Đặng Thị Quỳnh Như")]);
    let plain = read(&text).unwrap();
    assert_eq!(plain.rows[0].text("contact_name"), "Đặng Thị Quỳnh Như");
    let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    assert_eq!(read_file(&marked).unwrap(), plain);
    let little: Vec<_> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<_> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    assert_eq!(read_file(&little).unwrap(), plain);
    assert_eq!(read_file(&big).unwrap(), plain);
    // Without its mark nobody can tell, and half a letter is none.
    assert_eq!(read_file(&little[2..]), Err(FileError::Encoding));
    assert_eq!(read_file(&big[..big.len() - 1]), Err(FileError::Encoding));
}

#[rstest]
#[case(b"reference,company\r\n1,\xc5kesson AB".as_slice())]
#[case(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00".as_slice())]
#[case(b"\xff\xfe\x00\xd8\x00\xd8".as_slice())]
fn what_is_neither_utf_8_nor_utf_16_is_refused(#[case] bytes: &[u8]) {
    assert_eq!(read_file(bytes), Err(FileError::Encoding));
}

#[test]
fn a_file_of_50_mb_is_refused_by_its_size_and_one_row_too_many_by_its_number() {
    let big = vec![b'x'; 50 * 1024 * 1024];
    assert_eq!(read_file(&big), Err(FileError::TooLarge { max: FILE_MAX }));
    let lines: Vec<_> = (0..=ROWS_MAX).map(|number| line(&format!("A-{number}"))).collect();
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    assert_eq!(read(&file(&lines)), Err(FileError::TooManyRows { count: ROWS_MAX + 1, max: ROWS_MAX }));
    let most = read(&file(&lines[..ROWS_MAX])).unwrap();
    assert_eq!(most.rows.len(), ROWS_MAX);
    assert!(most.rows.iter().all(|row| row.errors.is_empty()));
}

#[rstest]
#[case("", FileError::Empty)]
#[case("\r\n\r\n", FileError::Empty)]
#[case(HEADER, FileError::NoRows)]
#[case("name|mail\r\nAnna|anna@acme.example", FileError::Separator)]
#[case("Anna,anna@acme.example\r\nBo,bo@acme.example", FileError::NoHeader)]
fn what_is_no_file_of_leads_is_refused(#[case] text: &str, #[case] why: FileError) {
    assert_eq!(read(text), Err(why));
}

#[test]
fn columns_go_by_name_in_any_order_and_spelling() {
    let header = HEADER.replace("contact_name", " Contact Name ").replace("company", "COMPANY");
    let rows = read(&format!("{header},,\r\n{},,", line("A-1"))).unwrap().rows;
    assert_eq!((rows[0].text("company"), rows[0].text("contact_name")), ("Acme", "Anna"));
    assert!(rows[0].errors.is_empty());
}

#[test]
fn columns_that_are_unknown_repeated_or_missing_are_named() {
    let unknown = file(&[]).replace("company", "compny").replace("website", "web");
    let names = vec!["compny".to_owned(), "web".to_owned()];
    assert_eq!(read(&unknown), Err(FileError::UnknownColumns(names)));
    assert_eq!(read(&format!("{HEADER},Company")), Err(FileError::RepeatedColumns(vec!["company"])));
    let missing = "company,contact_name\r\nAcme,Anna";
    let names = COLUMNS.iter().filter(|one| one.required).map(|one| one.name);
    let expected: Vec<_> = names.filter(|name| !matches!(*name, "company" | "contact_name")).collect();
    assert_eq!(read(missing), Err(FileError::MissingColumns(expected)));
    let long = read(&format!("{HEADER},{}", "x".repeat(5_000)));
    assert_eq!(long, Err(FileError::UnknownColumns(vec!["x".repeat(SHOWN)])));
}

#[test]
fn quotes_keep_separators_lines_and_quotes_inside() {
    let text = file(&[&line("A-1").replace("A fit", "\"Two lines,\r\nand a \"\"quote\"\"\""), &line("A-2")]);
    let rows = read(&text).unwrap().rows;
    assert_eq!(rows[0].text("description"), "Two lines,\nand a \"quote\"");
    assert_eq!(rows[1].line, 4);
    // In the middle of a cell it is a letter like others.
    let inches = file(&[&line("A-1").replace("A fit", "A 15\" screen")]);
    assert_eq!(read(&inches).unwrap().rows[0].text("description"), "A 15\" screen");
}

#[test]
fn quotes_that_leave_something_open_are_refused_by_their_line() {
    let open = file(&[&line("A-1"), &line("A-2").replace("A fit", "\"A fit"), &line("A-3")]);
    assert_eq!(read(&open), Err(FileError::QuoteOpen { line: 3 }));
    let misplaced = file(&[&line("A-1"), &line("A-2").replace("Acme", "\"Acme\" AB")]);
    assert_eq!(read(&misplaced), Err(FileError::QuoteMisplaced { line: 3 }));
}

#[test]
fn a_row_with_more_or_fewer_cells_is_refused_alone() {
    let rows = read(&file(&["A-1,plus", &line("A-2"), &format!("{},more", line("A-3"))])).unwrap().rows;
    let codes: Vec<_> = rows.iter().map(|row| row.errors.first().map(|error| error.code)).collect();
    assert_eq!(codes, [Some(FieldCode::CellCount), None, Some(FieldCode::CellCount)]);
    let params = &rows[0].errors[0].params;
    assert_eq!((params["expected"].as_str(), params["found"].as_str()), ("10", "2"));
}

#[test]
fn a_row_is_judged_by_the_rules_of_the_form() {
    let wrong =
        line("").replace("anna@acme.example", "anna").replace("SE", "Sverige").replace("yes", "maybe");
    assert_eq!(
        errors(&file(&[&wrong])),
        [
            ("contact_email".to_owned(), FieldCode::EmailInvalid),
            ("country".to_owned(), FieldCode::CountryUnknown),
            ("consent".to_owned(), FieldCode::WrongKind),
            ("reference".to_owned(), FieldCode::Required),
        ]
    );
    let other = file(&[&line("A-1").replace("plus", "enterprise")]);
    assert_eq!(errors(&other), [("product".to_owned(), FieldCode::ChoiceUnknown)]);
    assert_eq!(
        errors(&file(&[&line("A-1").replace("yes", "nej")])),
        [("consent".to_owned(), FieldCode::ConsentNeeded)]
    );
}

#[test]
fn the_second_of_two_rows_with_one_reference_is_refused() {
    let rows = read(&file(&[&line("a-1"), &line("A-2"), &line("A-1")])).unwrap().rows;
    let expected = FieldError::field("reference", FieldCode::Repeated).with("line", 2);
    assert_eq!(rows[2].errors, [expected]);
    assert!(rows[0].errors.is_empty() && rows[1].errors.is_empty());
}

#[rstest]
#[case("phone", "'+46 70 123 45 67", json!("+46 70 123 45 67"))]
#[case("company", "'s-Hertogenbosch Fietsen", json!("'s-Hertogenbosch Fietsen"))]
#[case("consent", "Có", json!(true))]
#[case("consent", "0", json!(false))]
#[case("sales_support", "Ja", json!("requested"))]
#[case("sales_support", "None", json!("none"))]
#[case("country", "se", json!("SE"))]
#[case("product", "POS", json!("pos"))]
#[case("location_count", "12", json!(12))]
#[case("location_count", "many", json!("many"))]
#[case("annual_revenue", "1M_TO_5M", json!("1m_to_5m"))]
fn a_cell_is_read_as_people_write_it(#[case] column: &str, #[case] cell: &str, #[case] value: Value) {
    assert_eq!(Column::of(column).unwrap().value(cell), Some(value));
    assert_eq!(Column::of(column).unwrap().value("  "), None);
}

#[test]
fn every_field_of_both_forms_has_a_column_and_each_example_passes() {
    use crate::lead_form::lead_fields;
    use guildhall_domain::lead::Product;
    for product in Product::ALL {
        for rule in lead_fields(product) {
            assert!(Column::of(rule.name).is_some(), "{}", rule.name);
        }
        let of_product = |column: &&Column| column.products().any(|one| one == product);
        let columns: Vec<_> = COLUMNS.iter().filter(of_product).collect();
        let cell = |column: &&Column| match column.name {
            "product" => product.code(),
            _ => column.example,
        };
        let names: Vec<_> = columns.iter().map(|column| column.name).collect();
        let cells: Vec<_> = columns.iter().map(|column| format!("\"{}\"", cell(column))).collect();
        assert_eq!(errors(&format!("{}\n{}", names.join(","), cells.join(","))), []);
    }
}

#[rstest]
#[case(Separator::Comma)]
#[case(Separator::Semicolon)]
fn the_template_has_every_column(#[case] separator: Separator) {
    assert_eq!(read(&template(separator)), Err(FileError::NoRows));
}

#[test]
fn what_a_spreadsheet_wrote_reads_back() {
    let mut sheet = crate::sheets::Sheet::begin(true, &HEADER.split(',').collect::<Vec<_>>());
    let line = line("=A-1").replace("A fit", "Said \"no\"");
    sheet.row(line.split(',').map(crate::sheets::Cell::from));
    let row = &read(&sheet.piece()).unwrap().rows[0];
    assert_eq!((row.text("reference"), row.text("description")), ("=A-1", "Said \"no\""));
}

#[test]
fn a_file_goes_in_pieces_that_one_request_carries() {
    let long = "Đ".repeat(2_000);
    let lines: Vec<_> = (0..250)
        .map(|number| {
            line(&format!("A-{number}")).replace("A fit", if number < 120 { "short" } else { &long })
        })
        .chain([line("").replace("yes", "no")])
        .collect();
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    let rows = read(&file(&lines)).unwrap().rows;
    let pieces = pieces(&rows);
    assert_eq!(pieces.concat(), (0..250).collect::<Vec<_>>());
    for piece in &pieces {
        let rows: Vec<_> = piece.iter().map(|place| super::super::ImportRow::from(&rows[*place])).collect();
        let body = serde_json::to_vec(&super::super::ImportBody { dry_run: true, rows }).unwrap();
        assert!(piece.len() <= PIECE_MAX && body.len() <= IMPORT_BODY_MAX, "{}", body.len());
    }
}

mod wire {
    use super::super::super::read_import;
    use super::*;

    /// Each row's line with what is wrong in it, or each pointer into the body with what is wrong there.
    type Read = Result<Vec<(u32, Vec<FieldCode>)>, Vec<(String, FieldCode)>>;

    fn read(body: Value) -> Read {
        let request = read_import(body.as_object().unwrap()).map_err(|errors| {
            errors.into_iter().map(|error| (error.pointer.unwrap(), error.code)).collect::<Vec<_>>()
        })?;
        let codes = |errors: Vec<FieldError>| errors.iter().map(|error| error.code).collect();
        Ok(request
            .rows
            .into_iter()
            .map(|row| (row.line, row.form.err().map(codes).unwrap_or_default()))
            .collect())
    }

    fn values(reference: &str) -> Value {
        let read = super::read(&file(&[&line(reference)])).unwrap();
        Value::Object(read.rows[0].values.clone())
    }

    #[test]
    fn what_is_wrong_with_a_row_stands_at_the_row() {
        let mut wrong = values("A-2");
        wrong["inquiry"] = json!("acme.00000000000000000000000000000000");
        wrong["phone"] = json!("call me");
        let rows = json!([
            { "line": 2, "values": values("A-1") },
            { "line": 3, "values": wrong },
            { "line": 4, "values": values("a-1") },
        ]);
        let codes = vec![FieldCode::PhoneInvalid, FieldCode::Unknown];
        let expected = vec![(2, vec![]), (3, codes), (4, vec![FieldCode::Repeated])];
        assert_eq!(read(json!({ "dry_run": true, "rows": rows })), Ok(expected));
    }

    #[rstest]
    #[case(json!({ "rows": [] }), &[("/dry_run", FieldCode::Required), ("/rows", FieldCode::Required)])]
    #[case(json!({ "dry_run": false }), &[("/rows", FieldCode::Required)])]
    #[case(json!({ "dry_run": 1, "rows": 2 }), &[("/dry_run", FieldCode::WrongKind), ("/rows", FieldCode::WrongKind)])]
    #[case(json!({ "dry_run": true, "rows": [1] }), &[("/rows/0", FieldCode::WrongKind)])]
    #[case(json!({ "dry_run": true, "rows": [{ "values": [] }] }), &[("/rows/0/line", FieldCode::Required), ("/rows/0/values", FieldCode::WrongKind)])]
    #[case(json!({ "dry_run": true, "rows": [{ "line": 0, "values": {}, "more": 1 }] }), &[("/rows/0/line", FieldCode::OutOfRange), ("/rows/0/more", FieldCode::Unknown)])]
    fn a_request_that_is_none_is_refused_as_a_whole(
        #[case] body: Value,
        #[case] wrong: &[(&str, FieldCode)],
    ) {
        let expected: Vec<_> = wrong.iter().map(|(place, code)| ((*place).to_owned(), *code)).collect();
        assert_eq!(read(body), Err(expected));
    }

    #[test]
    fn a_request_has_a_hundred_rows_at_most() {
        let rows: Vec<_> = (1..=101).map(|line| json!({ "line": line, "values": {} })).collect();
        let expected = vec![("/rows".to_owned(), FieldCode::TooMany)];
        assert_eq!(read(json!({ "dry_run": true, "rows": rows })), Err(expected));
    }
}
