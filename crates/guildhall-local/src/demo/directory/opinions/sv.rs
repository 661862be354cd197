//! Swedish.

use super::Sayings;

#[rustfmt::skip]
pub(super) static SAYINGS: Sayings = Sayings {
    good: &[
        "Vi kom med en lös idé och ett slutdatum och gick med en butik som vi är stolta över.",
        "Årets bäst använda pengar.",
        "De ställde bättre frågor än vi hade svar på, och hittade sedan svaren tillsammans med oss.",
        "Allt blev klart när de hade sagt att det skulle bli klart.",
        "Lugna, vänliga och mycket skickliga.",
        "Vi har anlitat tre byråer tidigare. Ingen har förklarat så bra.",
        "Redan första dagen hittade de två fel i våra priser. Bara det betalade jobbet.",
        "Butiken är snabbare, personalen gladare, och jag sover bättre.",
    ],
    fair: &[
        "Bra till slut, men det tog längre tid än vi hade kommit överens om.",
        "Resultatet är bra. Att få svar under tiden krävde tålamod.",
        "Gediget hantverk. Vi hade gärna sett fler egna idéer.",
        "De höll budgeten, men första versionen saknade hälften av vår lista.",
    ],
    poor: &[
        "Fyra veckors tystnad mitt i projektet, och sedan en faktura.",
        "Det vi fick var inte det vi hade pratat om, och ingen hade skrivit ned något.",
        "Arbetet fick göras om av någon annan.",
    ],
    details: &[
        "Försäljningen i mobilen ökade med en tredjedel på två månader.",
        "Överlämningen kom med en inspelning som vår nya kollega fortfarande använder.",
        "De ringde till och med vårt lager och frågade hur vi packar.",
        "Vi kunde se varje timme på en gemensam tavla.",
        "Svar samma dag, oftast inom en timme.",
        "Returerna har minskat märkbart sedan dess.",
        "Priset blev det i offerten, på kronan.",
        "De sa nej till två av våra önskemål, och de hade rätt.",
        "Nu ändrar vi sidorna själva.",
    ],
    regrets: &["För små ändringar har de nog för mycket att göra.", "Kom överens om datum skriftligt.", "Trevliga människor, sämre planering."],
    thanks: &[
        "Tack! Det hjälpte mycket att ni hade ordning på era produktdata.",
        "Tack för förtroendet. Vi ser fram emot nästa steg.",
        "Det gläder oss. Hälsa lagret!",
    ],
    sorry: &[
        "Ni har rätt om förseningarna. Vi planerar annorlunda sedan dess och har krediterat sista fakturan.",
        "Vi beklagar att det blev så här. Ring oss gärna, vi vill ställa det till rätta.",
    ],
};
