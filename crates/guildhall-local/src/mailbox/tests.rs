use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_store::MailRecord;
use guildhall_store::keys::Key;
use send_mail::Topic;

use super::*;

fn mail(number: u64) -> Mail {
    let source = Key { pk: "ORG#norrsken#INQUIRIES".to_owned(), sk: "INQUIRY#1".to_owned() };
    Mail {
        record: MailRecord::new(&source, number, "partner", "inquiry"),
        to: "ida@norrsken.example".into(),
        reply_to: Some("karin@kvarnbyn.example".into()),
        subject: Personal::new(format!("Förfrågan {number}")),
        text: "Hej".into(),
        html: "<html><head></head><body><p>Hej</p></body></html>".into(),
        language: Language::Sv,
        topic: Topic::Inquiry,
    }
}

fn subjects(mailbox: &Mailbox) -> Vec<String> {
    mailbox.messages().into_iter().map(|message| message.subject).collect()
}

#[tokio::test]
async fn mail_outlives_the_process_and_what_a_kill_cut_off_does_not() {
    let folder = std::env::temp_dir().join(format!("guildhall-mailbox-{}", std::process::id()));
    let data = DataDir::open(&folder).unwrap();
    let mailbox = Mailbox::open(&data).unwrap();
    for number in 1..=2 {
        mailbox.send(&mail(number)).await.unwrap();
    }
    assert_eq!(subjects(&mailbox), ["Förfrågan 2", "Förfrågan 1"]);
    drop(mailbox);
    let file = folder.join("mailbox.jsonl");
    let mut text = fs::read(&file).unwrap();
    text.extend(br#"{"id":"half of a l"#);
    fs::write(&file, text).unwrap();

    let mailbox = Mailbox::open(&data).unwrap();
    mailbox.send(&mail(3)).await.unwrap();
    drop(mailbox);
    let mailbox = Mailbox::open(&data).unwrap();
    assert_eq!(subjects(&mailbox), ["Förfrågan 3", "Förfrågan 2", "Förfrågan 1"]);
    fs::write(&file, "nonsense\n").unwrap();
    assert!(matches!(Mailbox::open(&data), Err(StartError::Damaged { .. })));
    drop(data);
    fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn the_head_says_who_writes_to_whom() {
    let mailbox = Mailbox::open(&DataDir::Memory).unwrap();
    mailbox.send(&mail(1)).await.unwrap();
    let headers = mailbox.messages().remove(0).headers();
    for line in [
        "From: Guildhall <no-reply@guildhall.example>",
        "To: ida@norrsken.example",
        "Reply-To: karin@kvarnbyn.example",
        "Subject: Förfrågan 1",
        "Content-Language: sv",
    ] {
        assert!(headers.lines().any(|is| is == line), "{line} is not in\n{headers}");
    }
}

#[tokio::test]
async fn a_mail_is_shown_in_a_frame_in_which_it_can_do_nothing() {
    let mailbox = std::sync::Arc::new(Mailbox::open(&DataDir::Memory).unwrap());
    let hostile = "<script>alert(1)</script>";
    let html = format!("<html><head></head><body>{hostile}</body></html>");
    let mail = Mail { subject: hostile.into(), text: hostile.into(), html: Personal::new(html), ..mail(1) };
    let MessageId(id) = mailbox.send(&mail).await.unwrap();
    let listener = crate::listener::listen(0).unwrap();
    let base = format!("http://{}/dev/mailbox", listener.local_addr().unwrap());
    // Nobody has its books, so nothing is known of what became of it.
    let table = guildhall_store::Table::connect("http://127.0.0.1:9", "none");
    let nobody = crate::workers::carrier_reports(&crate::tables::Tables::at("http://127.0.0.1:9"));
    let carrier = Carrier::new(mailbox, &table, nobody);
    let server = tokio::spawn(async { axum::serve(listener, routes(carrier)).await });
    let get = async |path: &str| {
        let answer = reqwest::get(format!("{base}{path}")).await.unwrap();
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        (policy, answer.text().await.unwrap())
    };
    for path in [String::new(), format!("/{id}")] {
        let (policy, page) = get(&path).await;
        assert!(policy.starts_with("default-src 'none'; style-src 'self'"), "{policy}");
        assert!(!page.contains("<script>") && page.contains("&lt;script&gt;"), "{page}");
    }
    let (_, page) = get(&format!("/{id}")).await;
    assert!(page.contains("sandbox=\"allow-popups allow-top-navigation-by-user-activation\""), "{page}");
    let (policy, framed) = get(&format!("/{id}/html")).await;
    assert!(policy.contains("sandbox allow-popups") && !policy.contains("allow-scripts"), "{policy}");
    assert!(framed.contains("<base target=\"_top\">") && framed.contains(hostile), "{framed}");
    server.abort();
}
