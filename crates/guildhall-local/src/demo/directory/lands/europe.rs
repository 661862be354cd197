//! Europe south of the Nordic countries.

use guildhall_domain::taxonomy::SpokenLanguage::{
    Arabic, Czech, Dutch, English, French, German, Greek, Hindi, Italian, Polish, Portuguese, Romanian,
    Russian, Spanish, Turkish, Ukrainian, Urdu,
};

use super::Land;
use crate::demo::directory::phrases::Tongue;

#[rustfmt::skip]
pub(super) static BRITAIN: Land = Land {
    country: "GB", weight: 90, currency: "GBP", level: 110, phone: "+44 7700 9#####", tongue: Tongue::English,
    languages: (&[English], &[French, German, Spanish, Hindi, Urdu, Polish, Arabic]),
    near: &["IE", "FR", "DE", "NL", "US", "AU"],
    cities: &["London", "London", "London", "Manchester", "Bristol", "Leeds", "Glasgow", "Edinburgh", "Birmingham", "Brighton", "Cardiff", "Belfast", "Newcastle upon Tyne", "Sheffield", "Norwich", "Falmouth", "York"],
    stems: &["Hawthorn", "Millrace", "Bramble Yard", "Teasel", "Chalk Hill", "Tinderbox", "Fenland", "Lantern Street", "Dovecote", "Gorse", "Pebble Row", "Weathervane", "Inkwell", "Ropewalk", "Barley Lane", "Signal Box"],
    kinds: &["Studio", "Commerce", "Digital", "Creative", "& Sons", "Design", "Media", "Consulting", "Web", "Makers"],
    families: &["Ainscough", "Braithwaite", "Colclough", "Dunmore", "Entwistle", "Fairclough", "Greenhalgh", "Haldane", "Kinvig", "Lightbody", "Penhallow", "Tregenza"],
    people: &["Amara Lightbody", "Ben Colclough", "Catrin Haldane", "Dev Fairclough", "Esme Penhallow", "Fergus Dunmore", "Zainab Entwistle", "Toby Kinvig"],
};

#[rustfmt::skip]
pub(super) static GERMANY: Land = Land {
    country: "DE", weight: 70, currency: "EUR", level: 110, phone: "+49 151 ### #####", tongue: Tongue::German,
    languages: (&[German, English], &[French, Turkish, Polish, Russian, Italian, Ukrainian]),
    near: &["AT", "CH", "NL", "FR", "DK", "PL"],
    cities: &["Berlin", "Berlin", "Hamburg", "München", "Köln", "Frankfurt am Main", "Stuttgart", "Düsseldorf", "Leipzig", "Dresden", "Nürnberg", "Bremen", "Münster", "Freiburg", "Jena"],
    stems: &["Lindenhof", "Papierboot", "Kranich", "Südflügel", "Werkbank", "Sonnendeck", "Hinterhof", "Grüne Wiese", "Kompass", "Feldweg", "Ankerplatz", "Zettelkasten", "Morgenrot", "Schublade", "Rotstift", "Kaffeepause"],
    kinds: &["Agentur", "Digital", "E-Commerce", "Studio", "Werkstatt", "Medien", "Gestaltung", "Software", "Beratung", "Kontor"],
    families: &["Abelmann", "Brinkhaus", "Dornseif", "Eschenbach", "Falkenried", "Grünewaldt", "Hollerbach", "Kesselring", "Lohmeyer", "Rautenberg", "Steinfeldt", "Wiedenbrück"],
    people: &["Annika Lohmeyer", "Benedikt Hollerbach", "Emre Falkenried", "Frieda Dornseif", "Jonas Rautenberg", "Leonie Kesselring", "Mira Steinfeldt", "Tarek Brinkhaus"],
};

#[rustfmt::skip]
pub(super) static FRANCE: Land = Land {
    country: "FR", weight: 45, currency: "EUR", level: 105, phone: "+33 6 ## ## ## ##", tongue: Tongue::French,
    languages: (&[French, English], &[Spanish, Arabic, Italian, German, Portuguese]),
    near: &["BE", "CH", "LU", "ES", "CA"],
    cities: &["Paris", "Paris", "Lyon", "Marseille", "Bordeaux", "Lille", "Nantes", "Toulouse", "Rennes", "Strasbourg", "Montpellier", "Grenoble", "Saint-Malo"],
    stems: &["Papier Bleu", "Marché Neuf", "Petit Quai", "Cerf-Volant", "Bonne Étoile", "Trois Fenêtres", "Lune Claire", "Ficelle", "Mistral", "Comptoir Sept", "Vent Debout", "Bobine"],
    kinds: &["Studio", "Digital", "Commerce", "Atelier", "Web", "Création", "Conseil", "Médias"],
    families: &["Beaumarchand", "Castelneuf", "Delacourbe", "Fontanelle", "Giraudeau", "Lavergnac", "Montrevel", "Rochemaure"],
    people: &["Adèle Fontanelle", "Baptiste Giraudeau", "Inès Castelneuf", "Mehdi Lavergnac", "Océane Montrevel", "Rémi Rochemaure"],
};

#[rustfmt::skip]
pub(super) static NETHERLANDS: Land = Land {
    country: "NL", weight: 40, currency: "EUR", level: 110, phone: "+31 6 ########", tongue: Tongue::English,
    languages: (&[Dutch, English], &[German, French, Spanish, Turkish]),
    near: &["BE", "DE", "GB", "LU"],
    cities: &["Amsterdam", "Amsterdam", "Rotterdam", "Utrecht", "Den Haag", "Eindhoven", "Groningen", "Haarlem", "Nijmegen", "Zwolle"],
    stems: &["Bakfiets", "Kleine Sluis", "Houten Kist", "Lage Land", "Zeewind", "Potlood", "Rode Draad", "Klaproos", "Hoekhuis", "Stoomwerk"],
    kinds: &["Studio", "Digitaal", "Webwinkels", "Bureau", "Ontwerp", "Code", "Handel", "Makers"],
    families: &["Aalbersma", "Binnendijk", "Cloosterman", "Drijfhout", "Huisinga", "Koppelaar", "Meerveld", "Wesselink"],
    people: &["Eline Meerveld", "Jelle Drijfhout", "Noor Koppelaar", "Sem Huisinga", "Tess Aalbersma", "Yusuf Wesselink"],
};

#[rustfmt::skip]
pub(super) static SPAIN: Land = Land {
    country: "ES", weight: 32, currency: "EUR", level: 75, phone: "+34 6## ### ###", tongue: Tongue::English,
    languages: (&[Spanish, English], &[French, Portuguese, Italian, German]),
    near: &["PT", "FR", "MX", "IT"],
    cities: &["Madrid", "Madrid", "Barcelona", "Barcelona", "Valencia", "Sevilla", "Bilbao", "Málaga", "Zaragoza", "Vigo", "Palma"],
    stems: &["Patio Azul", "Dos Orillas", "Naranjo", "Taller Norte", "Cometa", "Piedra Lisa", "Mercadillo", "La Bodega", "Brújula", "Hilo Rojo"],
    kinds: &["Estudio", "Digital", "Comercio", "Taller", "Diseño", "Web", "Medios", "Consultores"],
    families: &["Aldecoa", "Berasategi", "Casamayor", "Echevarri", "Figueroles", "Montesdeoca", "Peñalver", "Villaseñor"],
    people: &["Ainhoa Aldecoa", "Bruno Casamayor", "Jimena Peñalver", "Nico Figueroles", "Salma Villaseñor"],
};

#[rustfmt::skip]
pub(super) static ITALY: Land = Land {
    country: "IT", weight: 24, currency: "EUR", level: 80, phone: "+39 3## ### ####", tongue: Tongue::English,
    languages: (&[Italian, English], &[French, German, Spanish, Romanian]),
    near: &["CH", "FR", "DE", "AT"],
    cities: &["Milano", "Milano", "Roma", "Torino", "Bologna", "Firenze", "Napoli", "Verona", "Padova", "Palermo"],
    stems: &["Cortile", "Filo d’Oro", "Bottega Nove", "Lanterna", "Carta Bianca", "Due Torri", "Mezzogiorno", "Girasole"],
    kinds: &["Studio", "Digitale", "Commercio", "Bottega", "Officina", "Grafica", "Media"],
    families: &["Albertazzi", "Bonfante", "Castelvecchi", "Fioravanti", "Guidobaldi", "Montanelli", "Vercellone"],
    people: &["Alba Bonfante", "Dario Fioravanti", "Giulia Guidobaldi", "Matteo Castelvecchi"],
};

#[rustfmt::skip]
pub(super) static POLAND: Land = Land {
    country: "PL", weight: 24, currency: "EUR", level: 60, phone: "+48 5## ### ###", tongue: Tongue::English,
    languages: (&[Polish, English], &[German, Ukrainian, Russian, Czech]),
    near: &["DE", "CZ", "GB", "SE"],
    cities: &["Warszawa", "Warszawa", "Kraków", "Wrocław", "Gdańsk", "Poznań", "Łódź", "Katowice", "Lublin"],
    stems: &["Bursztyn", "Dobra Półka", "Jaskółka", "Kamienica", "Mała Wisła", "Papierowy Smok", "Warsztat Trzy", "Złoty Liść"],
    kinds: &["Studio", "Software", "Handel", "Pracownia", "Media", "Kod", "Design"],
    families: &["Borkowicz", "Dębski", "Gajewicz", "Jastrzębiec", "Kalinowicz", "Leśniak", "Wierzbicki"],
    people: &["Ania Dębska", "Kacper Gajewicz", "Lena Kalinowicz", "Tymon Leśniak"],
};

#[rustfmt::skip]
pub(super) static IRELAND: Land = Land {
    country: "IE", weight: 18, currency: "EUR", level: 110, phone: "+353 85 ### ####", tongue: Tongue::English,
    languages: (&[English], &[French, Polish, Greek, Spanish]),
    near: &["GB", "FR", "US"],
    cities: &["Dublin", "Dublin", "Cork", "Galway", "Limerick", "Waterford", "Sligo"],
    stems: &["Turf & Tide", "Harebell", "Blackthorn Quay", "Saltbox", "Wren’s Nest", "Drystone", "Hazel Row", "Lough Side"],
    kinds: &["Studio", "Commerce", "Digital", "Design", "Media", "Workshop"],
    families: &["Ahearne", "Breathnach", "Coughlan", "Devanney", "Gilsenan", "Mulvihill"],
    people: &["Aoife Gilsenan", "Cian Ahearne", "Orla Mulvihill", "Tadhg Devanney"],
};
