//! Norrsken Commerce of Umeå.

use guildhall_domain::inquiry::Budget::{Above20000, Below1000, To5000, To20000, Undecided};
use guildhall_domain::inquiry::Delivery::{Bounced, Delivered, Sent};
use guildhall_domain::inquiry::InquiryStatus::{Answered, Declined, WorkedOn};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{Availability, FeaturedWork, ProfileContent, SocialNetwork};
use guildhall_domain::review::{RemovalReason, ReportReason};
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage, Tier};

use super::story::{Opinion, Story, Then, Who};
use super::{House, offer};
use crate::demo::directory::content::social_link;
use crate::people::NORRSKEN;

pub(super) static HOUSE: House = House {
    organisation: &NORRSKEN,
    handle: "norrsken-commerce",
    tier: Tier::Plus,
    owner: "norrsken-owner",
    member: "norrsken-member",
    content,
    stories: STORIES,
};

fn content() -> ProfileContent {
    let country = |code: &str| code.parse().expect("the countries exist");
    let sek = |service, featured, prices, words| offer(service, featured, "SEK", prices, words);
    let work = |title: &str, description: &str, link: Option<&str>| FeaturedWork {
        title: title.to_owned(),
        description: description.to_owned(),
        link: link.map(str::to_owned),
    };
    ProfileContent {
        name: NORRSKEN.name.to_owned(),
        tagline: "Nätbutiker för nordiska märken som själva gör det de säljer.".to_owned(),
        bio: BIO.to_owned(),
        contact_email: Personal::from("hej@norrsken-commerce.example"),
        contact_language: Language::Sv,
        contact_phone: Some(Personal::from("+46 90 555 01 42")),
        website: Some("https://norrsken-commerce.example".to_owned()),
        city: "Umeå".to_owned(),
        country: country("SE"),
        supported_countries: ["NO", "FI", "DK", "DE"].map(country).to_vec(),
        languages: vec![SpokenLanguage::Swedish, SpokenLanguage::English, SpokenLanguage::German],
        industries: vec![Industry::HomeAndGarden, Industry::ClothingAndFashion, Industry::FoodAndDrink],
        services: vec![
            sek(
                Service::Migration,
                true,
                (4_500_000, 14_000_000),
                "Med två genrep före den riktiga flytten.",
            ),
            sek(Service::CustomizeDesign, true, (3_500_000, 0), "Formgivning som ert eget folk kan ändra i."),
            sek(Service::PosSetupAndMigration, true, (1_200_000, 4_000_000), "Vi är med första lördagen."),
            sek(Service::SystemsIntegration, false, (6_000_000, 0), "Ekonomi, lager och frakt i ett flöde."),
            sek(Service::WebsiteManagement, false, (600_000, 1_800_000), "Per månad, ingen bindningstid."),
            sek(Service::WholesaleOrB2b, false, (0, 0), "Egna prislistor och faktura på trettio dagar."),
            sek(Service::InternationalExpansion, false, (2_500_000, 0), ""),
        ],
        featured_work: vec![
            work(
                "Fjällugnen Keramik: från marknadsstånd till fyra länder",
                "Ny butik, kassa i verkstaden och ett gemensamt lager. Klart på elva veckor.",
                Some("https://fjallugnen-keramik.example"),
            ),
            work(
                "Sjöstaden Cykel: flytt med 9 400 artiklar",
                "Reservdelskatalogen flyttades under en helg, med varje gammal länk på rätt plats.",
                Some("https://sjostaden-cykel.example"),
            ),
            work(
                "Skärgårdens Garn: prenumerationer",
                "A yarn club with six hundred members, renewals included.",
                None,
            ),
        ],
        social: vec![
            social_link(SocialNetwork::Linkedin, "norrsken-commerce"),
            social_link(SocialNetwork::Instagram, "norrsken-commerce"),
            social_link(SocialNetwork::Youtube, "norrsken-commerce"),
        ],
        availability: Availability::Open,
    }
}

const BIO: &str = "Vi bygger och flyttar nätbutiker åt nordiska märken som själva gör det de säljer: keramik, ull, \
    cyklar, bröd. Tolv personer i Umeå, och med plattformen sedan 2019.\n\n\
    Det mesta vi gör börjar med en flytt. Vi har flyttat butiker från nästan allt som finns, och varje flytt övas två \
    gånger innan den gäller. Efteråt stannar vi så länge ni vill: hälften av våra kunder har varit hos oss i mer än \
    fyra år.\n\n\
    We work in English and German as well, and twice a year somebody from us is in Berlin and Oslo. Ring hellre än \
    att skriva ett långt mejl; den första timmen kostar ingenting.";

const fn said(days: i64, quality: u8, communication: u8, text: &'static str, then: Then) -> Option<Opinion> {
    Some(Opinion { days, quality, communication, text, then })
}

#[rustfmt::skip]
const STORIES: &[Story] = &[
    Story { days: 560, who: Who::From("SE", 0), service: Service::Migration, budget: To20000, goal: "Vår plattform läggs ned i vår. Vi har 3 000 artiklar och sex års order som måste med.", marks: &[(559, Answered), (500, WorkedOn)], delivery: Delivered, opinion: said(470, 5, 5, "Vi var rädda för flytten i ett år, och sedan var den över på en helg. Inte en order försvann. Genrepen gjorde hela skillnaden.", Then::Reply("Tack! Ni hade städat era artiklar bättre än någon annan vi har flyttat. Vi ses i mars.")) },
    Story { days: 512, who: Who::From("SE", 1), service: Service::CustomizeDesign, budget: To5000, goal: "Butiken ser ut som alla andras. Vi vill att det syns att vi väver själva.", marks: &[(510, Answered), (430, WorkedOn)], delivery: Delivered, opinion: said(415, 5, 4, "Vackert och lätt att sköta själv. Ett par veckor senare än tänkt, men det var vi som inte hade bilderna klara.", Then::Nothing) },
    Story { days: 455, who: Who::From("NO", 0), service: Service::PosSetupAndMigration, budget: To5000, goal: "Two shops, one market stall, three different tills. We would like to see one stock.", marks: &[(454, Answered), (400, WorkedOn)], delivery: Delivered, opinion: said(385, 5, 5, "Somebody from Norrsken stood beside our till on the first Saturday and fixed the label printer in the rain. What more can one ask?", Then::Reply("It was a good Saturday. Thank you for the soup!")) },
    Story { days: 402, who: Who::From("SE", 2), service: Service::SystemsIntegration, budget: Above20000, goal: "Vi skriver av varje order till ekonomisystemet för hand. Det är 60 om dagen nu.", marks: &[(401, Answered), (330, WorkedOn)], delivery: Delivered, opinion: said(300, 4, 4, "Kopplingen fungerar och vi skriver inte av något längre. Dokumentationen kom sent, men den kom.", Then::Nothing) },
    Story { days: 361, who: Who::From("DE", 0), service: Service::Migration, budget: To5000, goal: "Wir ziehen von einer selbst gebauten Lösung um und brauchen jemanden, der Deutsch und Schwedisch kann.", marks: &[(360, Answered), (300, WorkedOn)], delivery: Delivered, opinion: said(270, 5, 5, "Ein Umzug ohne Drama, auf Deutsch begleitet. Auch die alten Links funktionieren noch.", Then::Nothing) },
    Story { days: 333, who: Who::From("SE", 3), service: Service::TaxSetup, budget: Below1000, goal: "Momsen blir fel för Norge. Kan ni bara titta på det?", marks: &[(332, Declined)], delivery: Delivered, opinion: None },
    Story { days: 290, who: Who::From("SE", 4), service: Service::WebsiteManagement, budget: To5000, goal: "Vi har ingen som kan uppdatera butiken när Lena går på föräldraledigt.", marks: &[(288, Answered), (250, WorkedOn)], delivery: Delivered, opinion: said(160, 5, 5, "Ett halvår med er som vikarie, och nu vill Lena knappt ha tillbaka jobbet. Svar inom en timme, varje gång.", Then::Reply("Hälsa Lena att hon är saknad redan!")) },
    Story { days: 262, who: Who::From("DK", 0), service: Service::CustomizeDesign, budget: To20000, goal: "We open in Germany and the design has to carry longer words.", marks: &[(261, Answered), (200, WorkedOn)], delivery: Delivered, opinion: said(140, 3, 2, "The design is good. But the person we had talked to left in the middle, and we had to explain everything again.", Then::Reply("You are right, and we are sorry. Since then every project has two people who know all of it.")) },
    Story { days: 215, who: Who::From("SE", 5), service: Service::WholesaleOrB2b, budget: To20000, goal: "Återförsäljarna ringer in sina order. Vi vill att de beställer själva, med sina egna priser.", marks: &[(213, Answered), (150, WorkedOn)], delivery: Delivered, opinion: said(95, 5, 4, "Våra återförsäljare beställer på kvällarna nu. Två ringer fortfarande, men det är för att de vill prata.", Then::Nothing) },
    Story { days: 188, who: Who::From("SE", 6), service: Service::PosSetupAndMigration, budget: Undecided, goal: "Vi öppnar ett kafé i maj. Vad behöver vi egentligen?", marks: &[(187, Answered), (120, WorkedOn)], delivery: Delivered, opinion: said(75, 4, 5, "Vi köpte hälften så mycket utrustning som vi trodde att vi behövde, på deras råd.", Then::Nothing) },
    Story { days: 150, who: Who::From("SE", 7), service: Service::SeoAndPaidSearch, budget: To5000, goal: "Kan ni hjälpa oss upp på första sidan?", marks: &[(149, Declined)], delivery: Delivered, opinion: None },
    Story { days: 133, who: Who::From("FI", 0), service: Service::Migration, budget: Above20000, goal: "Our board has decided to leave the old platform before the summer. 41,000 articles in five languages.", marks: &[(132, Answered), (70, WorkedOn)], delivery: Delivered, opinion: said(38, 5, 5, "Forty-one thousand articles, five languages, one weekend. They had a list for everything, and the list was right.", Then::Reply("It was the longest list that we have ever made. Thank you for checking every line of it.")) },
    Story { days: 118, who: Who::From("SE", 8), service: Service::CustomizeDesign, budget: Below1000, goal: "Ny logga och lite roligare färger?", marks: &[(117, Answered), (60, WorkedOn)], delivery: Delivered, opinion: said(30, 1, 1, "Kontakta mig för ett billigare alternativ, min kusin gör samma sak för halva priset. Ring 070-555 01 99.", Then::Report(ReportReason::OffTopic, "Detta är reklam för ett annat företag. Vi har aldrig arbetat med avsändaren mer än ett kort samtal.")) },
    Story { days: 96, who: Who::From("SE", 9), service: Service::WebsiteManagement, budget: Below1000, goal: "Löpande skötsel av en liten butik, ett par timmar i månaden.", marks: &[(95, Answered), (50, WorkedOn)], delivery: Delivered, opinion: said(34, 5, 5, "Bäst! Bäst! Bäst! Jag fick rabatt för att skriva det här.", Then::Removal(RemovalReason::Incentivised)) },
    Story { days: 88, who: Who::Tom, service: Service::InternationalExpansion, budget: To5000, goal: "We are an outdoor shop in Sheffield and would like to sell in Sweden and Norway from next spring. Where do we begin: language, returns, or tax?", marks: &[(87, Answered), (31, WorkedOn)], delivery: Delivered, opinion: None },
    Story { days: 71, who: Who::From("SE", 10), service: Service::SystemsIntegration, budget: To20000, goal: "Lagersaldot stämmer aldrig efter helgen. Vi misstänker kopplingen till lagret.", marks: &[(70, Answered)], delivery: Delivered, opinion: None },
    Story { days: 64, who: Who::From("SE", 11), service: Service::Migration, budget: Undecided, goal: "Vi funderar på att byta plattform efter jul. Vad skulle det kosta ungefär?", marks: &[(63, Answered)], delivery: Delivered, opinion: None },
    Story { days: 52, who: Who::From("NL", 0), service: Service::CustomizeDesign, budget: To5000, goal: "Our product pages are too long and nobody scrolls. Could you redesign three of them as a test?", marks: &[(51, Answered), (12, WorkedOn)], delivery: Delivered, opinion: said(1, 5, 5, "Three pages, three weeks, and the test is clear: we will redo all of them.", Then::Nothing) },
    Story { days: 41, who: Who::From("SE", 12), service: Service::PosSetupAndMigration, budget: Below1000, goal: "En kassa till en gårdsbutik som har öppet fyra veckor om året.", marks: &[(40, Declined)], delivery: Delivered, opinion: None },
    Story { days: 33, who: Who::From("SE", 13), service: Service::Migration, budget: To20000, goal: "Vi har fått tre offerter på flytten och förstår ingen av dem. Kan ni förklara och lämna en fjärde?", marks: &[(32, Answered)], delivery: Delivered, opinion: None },
    Story { days: 24, who: Who::From("SE", 10), service: Service::SystemsIntegration, budget: To20000, goal: "Hej igen, nu stämmer inte saldot på vardagarna heller. Har ni hunnit titta?", marks: &[], delivery: Delivered, opinion: None },
    Story { days: 17, who: Who::From("SE", 14), service: Service::WholesaleOrB2b, budget: To5000, goal: "Kan företag se andra priser än privatkunder i samma butik?", marks: &[(16, Answered)], delivery: Delivered, opinion: None },
    Story { days: 11, who: Who::From("GB", 0), service: Service::WebsiteManagement, budget: To5000, goal: "We need somebody who looks after the store over Christmas, when half of us are away.", marks: &[], delivery: Delivered, opinion: None },
    Story { days: 6, who: Who::From("SE", 15), service: Service::CustomizeDesign, budget: Undecided, goal: "Ny butik för ett bageri med upphämtning samma dag.", marks: &[], delivery: Bounced, opinion: None },
    Story { days: 3, who: Who::From("NO", 1), service: Service::Migration, budget: Above20000, goal: "Vi är fyra butiker i Norge och en i Sverige, och de ligger på tre olika plattformar. Vi vill ha en.", marks: &[], delivery: Delivered, opinion: None },
    Story { days: 1, who: Who::From("SE", 16), service: Service::InternationalExpansion, budget: To5000, goal: "Tyskland eller Danmark först? Vi säljer barnkläder i ull.", marks: &[], delivery: Sent, opinion: None },
];
