//! The Nordic countries.

use guildhall_domain::taxonomy::SpokenLanguage::{
    Arabic, Danish, English, Finnish, French, German, Norwegian, Polish, Russian, Spanish, Swedish, Ukrainian,
};

use super::Land;
use crate::demo::directory::phrases::Tongue;

#[rustfmt::skip]
pub(super) static SWEDEN: Land = Land {
    country: "SE", weight: 135, currency: "SEK", level: 115, phone: "+46 70 ### ## ##", tongue: Tongue::Swedish,
    languages: (&[Swedish, English], &[German, Norwegian, Danish, Finnish, Arabic, Spanish, Polish]),
    near: &["NO", "DK", "FI", "DE", "NL", "GB"],
    cities: &["Stockholm", "Stockholm", "Göteborg", "Göteborg", "Malmö", "Uppsala", "Västerås", "Örebro", "Linköping", "Helsingborg", "Jönköping", "Norrköping", "Lund", "Umeå", "Gävle", "Borås", "Sundsvall", "Växjö", "Karlstad", "Visby", "Luleå", "Östersund", "Kalmar", "Falun"],
    stems: &["Tallbacken", "Vintervik", "Lingon", "Skogsbrynet", "Kajplats Sju", "Hyllan", "Södra Huset", "Blåbär", "Morgonljus", "Granit", "Sjöbris", "Femte Våningen", "Röda Stugan", "Kvarter Nio", "Myrten", "Havtorn", "Pappershatten", "Lyktan", "Vindskydd", "Älgen", "Timmer & Tråd", "Fyrtorn", "Snäckan", "Storm & Stiltje", "Kopparslanten", "Nyckelpiga", "Träslottet", "Dagsverke"],
    kinds: &["Byrå", "Digital", "E-handel", "Studio", "Webb", "Handel", "Form", "Kod", "Media", "Konsult", "Verkstad", "Design", "Commerce", "Butiksbyrå"],
    families: &["Alsterlund", "Brännström", "Cederqvist", "Dahlroth", "Ekbladh", "Fagerskog", "Grönvall", "Hallbäck", "Isberg", "Järnström", "Kvarnlöf", "Lövgren", "Mossberg", "Norrby", "Rosenlind", "Söderhielm"],
    people: &["Agnes Brännström", "Filip Norrby", "Hanna Lövgren", "Ludvig Isberg", "Moa Hallbäck", "Petter Grönvall", "Saga Ekbladh", "Viktor Mossberg", "Sara Haddad", "Amir Rosenlind"],
};

#[rustfmt::skip]
pub(super) static NORWAY: Land = Land {
    country: "NO", weight: 48, currency: "NOK", level: 130, phone: "+47 9## ## ###", tongue: Tongue::English,
    languages: (&[Norwegian, English], &[Swedish, Danish, German, Polish]),
    near: &["SE", "DK", "FI", "GB", "DE"],
    cities: &["Oslo", "Oslo", "Bergen", "Trondheim", "Stavanger", "Tromsø", "Drammen", "Kristiansand", "Bodø", "Ålesund", "Lillehammer"],
    stems: &["Fjellrev", "Havørn", "Nattlys", "Kveldsro", "Sjøbod", "Torvhallen", "Bjørkelia", "Fyrlykt", "Polarsirkel", "Stabbur", "Lun", "Vidda", "Skjærgård", "Tåkeluren"],
    kinds: &["Byrå", "Digital", "Netthandel", "Studio", "Kode", "Design", "Medier", "Handel", "Verksted"],
    families: &["Aakvik", "Brekkhus", "Drivenes", "Fjellanger", "Grønnevik", "Hovland", "Kleppestø", "Myklebost", "Nesvåg", "Sandvær"],
    people: &["Aslaug Hovland", "Even Brekkhus", "Ingvild Aakvik", "Jostein Nesvåg", "Silje Sandvær", "Trym Drivenes"],
};

#[rustfmt::skip]
pub(super) static DENMARK: Land = Land {
    country: "DK", weight: 48, currency: "DKK", level: 125, phone: "+45 2# ## ## ##", tongue: Tongue::English,
    languages: (&[Danish, English], &[Swedish, Norwegian, German, French]),
    near: &["SE", "NO", "DE", "FI", "NL"],
    cities: &["København", "København", "Aarhus", "Odense", "Aalborg", "Esbjerg", "Randers", "Kolding", "Vejle", "Roskilde", "Svendborg"],
    stems: &["Hyldebær", "Lygten", "Baggården", "Mågen", "Tovværk", "Kanelsneglen", "Sommerhus", "Ravn & Rose", "Åkanden", "Bølgebryder", "Pakhus", "Gårdhaven", "Vindrosen", "Solsort"],
    kinds: &["Bureau", "Digital", "Webshop", "Studio", "Kode", "Design", "Handel", "Værksted", "Medier"],
    families: &["Birkholt", "Dalsgård", "Egeskov", "Fjeldborg", "Gravlund", "Hvidtfeld", "Kragelund", "Lyngby", "Mosegård", "Skytte"],
    people: &["Asger Egeskov", "Bodil Dalsgård", "Frederikke Kragelund", "Johan Birkholt", "Signe Mosegård", "Villads Skytte"],
};

#[rustfmt::skip]
pub(super) static FINLAND: Land = Land {
    country: "FI", weight: 40, currency: "EUR", level: 110, phone: "+358 40 ### ####", tongue: Tongue::English,
    languages: (&[Finnish, English], &[Swedish, Russian, German, Ukrainian]),
    near: &["SE", "NO", "DK", "DE"],
    cities: &["Helsinki", "Helsinki", "Tampere", "Turku", "Oulu", "Espoo", "Jyväskylä", "Lahti", "Kuopio", "Rovaniemi", "Vaasa"],
    stems: &["Metsätähti", "Revontuli", "Sinivuokko", "Laituri", "Tuohi", "Hiljainen Ranta", "Kanto", "Mustikka", "Kuura", "Lyhty", "Pihlaja", "Savotta"],
    kinds: &["Studio", "Digi", "Verkkokauppa", "Koodi", "Muotoilu", "Media", "Kauppa", "Paja", "Toimisto"],
    families: &["Aaltola", "Haapasaari", "Kivelä", "Lehtovaara", "Metsäranta", "Nurmela", "Ruohonen", "Tuomela", "Virtala"],
    people: &["Aada Kivelä", "Eetu Haapasaari", "Iida Virtala", "Onni Lehtovaara", "Sanni Metsäranta", "Robin Wikstrand"],
};
