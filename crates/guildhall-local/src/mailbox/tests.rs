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
        subject: format!("Förfrågan {number}").into(),
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
