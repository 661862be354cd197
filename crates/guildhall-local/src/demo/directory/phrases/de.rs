//! German.

use super::Phrases;

#[rustfmt::skip]
pub(super) static PHRASES: Phrases = Phrases {
    taglines: [
        &["Onlineshops, die zu den Menschen dahinter passen.", "Wir gestalten und bauen Shops und bleiben danach da.", "Von der ersten Skizze zur ersten Bestellung in sechs Wochen."],
        &["Shopumzug ohne verlorene Bestellung.", "Produkte, Kunden, Bestellungen: umgezogen und Zeile für Zeile geprüft."],
        &["Die Apps und Schnittstellen, die Ihrem Shop fehlen.", "Entwickler, die ans Telefon gehen.", "Wir verbinden Shop, Lager und Buchhaltung."],
        &["Mehr passende Besucher, weniger verbrannte Klicks.", "E-Mail, Suche und Social Media, die sich rechnen."],
        &["Produktbilder, die Fragen beantworten, bevor sie gestellt werden.", "Foto, Film und Marke aus unserem Studio in {city}."],
        &["Produkttexte von Leuten, die das Produkt vorher benutzen.", "Texte, die klingen wie Sie an einem guten Tag."],
        &["Kasse, Lager und Onlineshop, die dasselbe sagen.", "Kassensysteme für Läden, Cafés und Marktstände."],
        &["Eine zweite Meinung von Leuten, die selbst Shops geführt haben.", "Rat, bevor Sie Geld ausgeben."],
        &["Großhandel, der so einfach läuft wie Ihr Einzelhandel.", "B2B-Shops mit Preislisten, Zahlungszielen und Schnellbestellung."],
    ],
    openings: &[
        "{name} ist ein Team von {people} Leuten in {city}.",
        "Wir sind {people} Leute in {city} und arbeiten seit {year} mit Onlineshops.",
        "{name} begann {year} an einem Küchentisch in {city}; heute sind wir zu {people}.",
        "Seit {year} helfen wir Händlern aus {city} und weit darüber hinaus.",
        "{name} ist mit Absicht klein: {people} Leute, ein Büro in {city}, kein Vertrieb.",
    ],
    crafts: [
        &["Wir gestalten und bauen Shops, die Ihr Team Seite für Seite selbst ändern kann.", "Wir fangen mit den Fragen an, die Ihre Kunden am Telefon stellen, und bauen den Shop um die Antworten herum."],
        &["Wir ziehen Shops mit Produkten, Varianten, Kunden, Bestellungen und Weiterleitungen um und proben den Umzug zweimal.", "Zwei Drittel eines Umzugs sind Aufräumen. Das machen wir mit Ihnen zusammen."],
        &["Wir schreiben eigene Apps, binden Warenwirtschaft und Buchhaltung an und bauen Headless-Shops, wo es sich lohnt.", "Wir finden heraus, warum ein Shop langsam ist, und hinterlassen ihn besser getestet als zuvor."],
        &["Wir betreuen E-Mail, Suchanzeigen und soziale Medien und berichten, was nach Kosten übrig bleibt.", "Wir testen eine Sache nach der anderen auf Produktseiten und an der Kasse und behalten, was hilft."],
        &["In unserem Studio fotografieren wir Produkte freigestellt, am Modell und im Gebrauch und liefern in fünf Werktagen.", "Wir entwickeln Marken vom Namen bis zum Klebeband und fotografieren das Ergebnis."],
        &["Wir schreiben Produkttexte, Kategorietexte und Newsletter und bitten um ein Muster von allem, was wir beschreiben.", "Wir machen aus Datenblättern Texte, die Leute zu Ende lesen."],
        &["Wir statten Läden mit Kassen, Kartenlesern und Etikettendruckern aus und sind am ersten Samstag dabei.", "Wir verbinden Laden und Onlineshop, damit Bestand, Gutscheine und Rückgaben in beiden funktionieren."],
        &["Wir sehen uns zwei Tage lang Zahlen, Shop und Abläufe an und hinterlassen eine Liste nach Nutzen geordnet.", "Wir begleiten Händler in neue Länder: Steuern, Sprache, Zahlung, Versand."],
        &["Wir bauen Shops für Geschäftskunden: eigene Preislisten, Mindestmengen, Rechnung mit dreißig Tagen Ziel.", "Wir verbinden den B2B-Shop mit der Warenwirtschaft, damit niemand eine Bestellung zweimal tippt."],
    ],
    ways: &[
        "Nach dem ersten Gespräch bekommen Sie einen Festpreis, und dabei bleibt es.",
        "Wir arbeiten in Schritten von zwei Wochen und zeigen nach jedem etwas.",
        "Jedes Projekt hat einen Ansprechpartner mit Namen und Telefonnummer.",
        "Wir dokumentieren alles, damit Sie jederzeit wechseln können.",
        "Zur Übergabe gibt es eine aufgezeichnete Einführung und einen Monat Betreuung.",
    ],
    clients: &[
        "Unsere Kunden haben zwischen zwei und zweihundert Mitarbeiter.",
        "Drei von vier Kunden sind seit mehr als zwei Jahren bei uns.",
        "Wir arbeiten für Familienbetriebe ebenso wie für Marken mit Investoren.",
    ],
    closings: &[
        "Schreiben Sie uns, was Sie am meisten stört; die erste Stunde ist kostenlos.",
        "Wir antworten innerhalb eines Werktags.",
        "Schicken Sie uns die Adresse Ihres Shops, wir schicken drei Verbesserungen zurück.",
        "Wer in der Nähe von {city} ist, kommt am besten auf einen Kaffee vorbei.",
    ],
    offers: &["Festpreis nach dem ersten Gespräch.", "Mit schriftlichem Plan vor Beginn.", "Meist innerhalb von zwei Wochen.", "Ein Monat Betreuung inklusive.", "Übergabe mit kurzer Schulung."],
    works: &[
        ("Neuer Shop für {name}", "Gestaltung, Theme und Produkte; der Anteil wiederkehrender Kunden stieg von 18 auf 27 Prozent."),
        ("{name}: Umzug in neun Wochen", "Elftausend Produkte und neun Jahre Bestellungen, umgezogen an einem Wochenende im März."),
        ("{name} im Ausland", "Zwei Sprachen mehr, klare Versandkosten und eine Kasse je Land."),
        ("Produktseiten für {name}", "Neue Bilder und kürzere Texte. Die Rücksendungen sanken um ein Fünftel."),
    ],
};
