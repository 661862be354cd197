//! Swedish.

use super::Phrases;

#[rustfmt::skip]
pub(super) static PHRASES: Phrases = Phrases {
    taglines: [
        &["Butiker som liknar människorna bakom dem.", "Nätbutiker för dig som gör det du säljer.", "Vi formger och bygger butiken, och stannar kvar efteråt.", "Ett litet gäng i {city} som bygger butiker man kommer tillbaka till.", "Från första skissen till första ordern på sex veckor."],
        &["Vi flyttar butiker utan att tappa en enda order.", "Byt plattform utan sömnlösa nätter.", "Produkter, kunder och orderhistorik, flyttade och kontrollerade rad för rad.", "Flytten övas två gånger innan den gäller."],
        &["Apparna och kopplingarna som din butik saknar.", "Utvecklare som svarar i telefon.", "Vi kopplar ihop butiken med lager, ekonomi och frakt.", "Egna appar, headless-butiker och lugna lanseringar."],
        &["Fler rätta besökare, färre bortkastade klick.", "E-post, sök och sociala medier som bär sina egna kostnader.", "Marknadsföring med begripliga siffror varje måndag.", "Vi tar reda på varför kunderna går, och ser till att de stannar."],
        &["Produktbilder som svarar innan kunden hinner fråga.", "Foto, film och varumärke från vår ateljé i {city}.", "Ärliga bilder av det du gör.", "Varumärken och produktfilm för mindre märken."],
        &["Ord för produktsidor, av folk som provar produkten först.", "Texter som låter som du en bra dag.", "Produkttexter på flera språk, skrivna och inte översatta."],
        &["Kassa, lager och nätbutik som säger samma sak.", "Kassasystem för butiker, kaféer och marknadsstånd.", "Vi installerar kassorna och utbildar personalen innan ni öppnar."],
        &["En andra åsikt från folk som själva har drivit butik.", "Råd innan du lägger pengarna, inte efteråt.", "Från en bra butik hemma till en bra butik utomlands."],
        &["Grossisthandel som flyter lika lätt som butiken.", "B2B-butiker med prislistor, fakturavillkor och snabborder.", "För dig som fortfarande tar emot order på mejl."],
    ],
    openings: &[
        "{name} är {people} personer i {city}.",
        "Vi är {people} personer i {city} och har arbetat med nätbutiker sedan {year}.",
        "{name} började {year} vid ett köksbord i {city}; i dag är vi {people}.",
        "Sedan {year} har vi hjälpt handlare i {city} och långt utanför.",
        "Vi startade {name} {year} efter många år på andra sidan disken.",
        "{name} är litet med flit: {people} personer, ett kontor i {city} och ingen säljavdelning.",
        "Fråga en handlare i {city} vem som byggt butiken, så dyker vårt namn upp.",
    ],
    crafts: [
        &["Vi formger och bygger butiker som ert eget folk kan ändra i, sida för sida, utan oss.", "Tema, produkter, inställningar och allt det tråkiga men viktiga: vi tar butiken från tom sida till första order.", "Vi börjar med frågorna som kunderna ställer i telefon och formger butiken kring svaren.", "Vi rätar ut butiker som har vuxit sig sneda: först navigeringen, sedan produktsidorna, sist allt annat."],
        &["Vi flyttar butiker från äldre plattformar med produkter, varianter, kunder, orderhistorik och omdirigeringar.", "Före flytten listar vi varje adress som sökmotorerna känner till, och efteråt leder ingen av dem fel.", "Två tredjedelar av en flytt är städning. Den gör vi tillsammans med er, i en lista som alla kan läsa."],
        &["Vi skriver egna appar, kopplar på lager och ekonomi och bygger headless-butiker där det lönar sig.", "Integrationer är vår vardag: lagersaldo, fakturor, fraktsedlar, returer.", "Vi tar reda på varför en butik är långsam eller trasig och lämnar den bättre testad än den var.", "Våra appar är små, dokumenterade och era: ni får källkoden och en handbok."],
        &["Vi sköter e-post, sökannonser och sociala medier för butiker och visar vad var och en tjänade efter kostnader.", "Vi börjar med mätning som går att lita på, för allt annat vilar på den.", "Vi testar en sak i taget på produktsidor och i kassan, och behåller det som hjälper.", "Nyhetsbrev som öppnas, kampanjer som stoppas när de går back, synlighet som håller i sig."],
        &["I vår ateljé fotograferar vi produkter mot vitt, på modell och i bruk, och levererar inom fem arbetsdagar.", "Vi tar fram varumärken från namn till packtejp och fotograferar resultatet.", "Korta filmer för produktsidor, illustrationer för det som inte går att fotografera, banners för säsongen."],
        &["Vi skriver produkttexter, kategoritexter och nyhetsbrev, och ber om ett prov på allt vi beskriver.", "Vi gör tekniska datablad till texter som folk läser till slutet.", "Våra skribenter skriver på sitt modersmål och för ordlista för varje kund."],
        &["Vi utrustar butiker med kassor, kortläsare och etikettskrivare, flyttar lagret och är med första lördagen.", "Vi kopplar ihop butik och nätbutik, så att saldo, presentkort och returer fungerar i båda.", "Vi byter ut gamla kassaapparater över en natt; ni öppnar klockan tio som vanligt."],
        &["Vi går igenom siffror, butik och organisation i två dagar och lämnar en lista i nyttoordning.", "Vi hjälper handlare in i nya länder: moms, språk, betalning, frakt, och om det lönar sig alls.", "Vi har själva köpt, sålt och drivit butiker och ger råd som folk som minns räkningarna."],
        &["Vi bygger butiker för företagskunder: egna prislistor, minsta antal, faktura på trettio dagar, snabborder.", "Vi kopplar ihop B2B-butiken med affärssystemet så att ingen skriver in en order två gånger.", "Grossister kommer till oss med en tryckt katalog och går med en som tar emot order om natten."],
    ],
    ways: &[
        "Ni får ett fast pris efter första samtalet, och det står sig.",
        "Vi arbetar i steg om två veckor och visar något efter varje.",
        "Varje uppdrag har en person som svarar, med namn och telefonnummer.",
        "Vi dokumenterar det vi gör, så att ni är fria att gå.",
        "Vi tackar nej till uppdrag som vi inte skulle göra bra.",
        "Det vi bygger lämnas över med en inspelad genomgång och en månads support.",
        "Vi testar med riktiga kunder innan något går live.",
        "Ni ser vår uppgiftslista och våra timmar när ni vill.",
    ],
    clients: &[
        "De flesta av våra kunder finns inom {trades}.",
        "Vi kan {trades} bäst, och lär oss snabbt annat.",
        "Handlare inom {trades} märker att vi talar deras språk.",
        "Vi arbetar både för familjeföretag och för märken med investerare.",
        "Tre av fyra kunder har varit hos oss i mer än två år.",
    ],
    closings: &[
        "Skriv vad som stör dig mest; första timmen är gratis.",
        "Berätta om din butik, så säger vi ärligt om vi är rätt folk.",
        "Vi svarar inom en arbetsdag.",
        "Är du i närheten av {city}, kom förbi på en kaffe.",
        "Vi tar två nya kunder i månaden, så hör av dig i god tid.",
        "Skicka adressen till butiken, så skickar vi tillbaka tre saker att förbättra.",
    ],
    offers: &[
        "Fast pris efter ett första samtal.", "Med en skriftlig plan innan vi börjar.", "Oftast klart inom två veckor.",
        "En månads support ingår.", "För nya butiker och för gamla.", "Lämnas över med en kort inspelad genomgång.",
        "Löpande, med en rapport på en sida.", "Från en butik till många.", "Vi visar exempel från din bransch.",
    ],
    works: &[
        ("Ny butik åt {name}", "Formgivning, tema och produkter; andelen återkommande kunder steg från 18 till 27 procent."),
        ("{name}: flytt på nio veckor", "Elva tusen produkter och nio års order, flyttade under en helg i mars."),
        ("{name} utomlands", "En lugnare formgivning med hälften så många sidor, och en kassa på kundens eget språk."),
        ("Produktsidor åt {name}", "Nya bilder och kortare texter. Returerna sjönk med en femtedel."),
        ("Höstkampanj åt {name}", "Mätning, nyhetsbrev och ett år av tålmodiga tester."),
        ("{name}, från kalkylark till butik", "Vi kopplade ihop lager, ekonomi och frakt; två personer gör nu det som fyra höll på med."),
    ],
};
