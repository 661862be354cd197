//! French.

use super::Phrases;

#[rustfmt::skip]
pub(super) static PHRASES: Phrases = Phrases {
    taglines: [
        &["Des boutiques qui ressemblent à ceux qui les tiennent.", "Nous créons votre boutique et nous restons après.", "Du premier croquis à la première commande en six semaines."],
        &["Changer de plateforme sans perdre une commande.", "Produits, clients, commandes : tout est transféré et vérifié."],
        &["Les applications et les liaisons qui manquent à votre boutique.", "Des développeurs qui décrochent le téléphone."],
        &["Plus de bons visiteurs, moins de clics perdus.", "E-mail, recherche et réseaux sociaux qui se rentabilisent."],
        &["Des photos qui répondent avant la question.", "Photo, film et marque dans notre studio à {city}."],
        &["Des fiches produits écrites par des gens qui ont essayé le produit.", "Des textes qui vous ressemblent."],
        &["Caisse, stock et boutique en ligne enfin d’accord.", "Systèmes de caisse pour boutiques, cafés et marchés."],
        &["Un deuxième avis, par d’anciens commerçants.", "Conseiller avant la dépense, pas après."],
        &["La vente en gros aussi simple que la vente au détail.", "Boutiques B2B avec tarifs, échéances et commande rapide."],
    ],
    openings: &[
        "{name}, c’est une équipe de {people} personnes à {city}.",
        "Nous sommes {people} à {city} et travaillons avec des boutiques en ligne depuis {year}.",
        "{name} est né en {year} sur une table de cuisine à {city} ; nous sommes {people} aujourd’hui.",
        "Depuis {year}, nous accompagnons des commerçants de {city} et d’ailleurs.",
        "{name} reste petit par choix : {people} personnes, un bureau à {city}, pas de commerciaux.",
    ],
    crafts: [
        &["Nous concevons des boutiques que votre équipe modifie page par page, sans nous.", "Nous partons des questions que vos clients posent au téléphone et construisons la boutique autour des réponses."],
        &["Nous transférons produits, variantes, clients, commandes et redirections, après deux répétitions.", "Une migration, c’est deux tiers de rangement. Nous le faisons avec vous."],
        &["Nous écrivons des applications sur mesure, relions stock et comptabilité et bâtissons du headless quand cela en vaut la peine.", "Nous cherchons pourquoi une boutique est lente et la rendons mieux testée qu’avant."],
        &["Nous gérons e-mail, annonces et réseaux sociaux et montrons ce qui reste après les coûts.", "Nous testons une chose à la fois et gardons ce qui aide."],
        &["Dans notre studio, nous photographions vos produits sur fond blanc, portés et en usage, livrés en cinq jours ouvrés.", "Nous créons des marques, du nom au ruban adhésif, puis nous photographions le résultat."],
        &["Nous écrivons fiches produits, pages de catégorie et lettres d’information, échantillon en main.", "Nous transformons des fiches techniques en textes que l’on lit jusqu’au bout."],
        &["Nous équipons les boutiques en caisses, lecteurs et imprimantes et restons le premier samedi.", "Nous relions magasin et boutique en ligne : stock, cartes cadeaux et retours valent partout."],
        &["Nous examinons chiffres, boutique et organisation pendant deux jours et laissons une liste par ordre d’utilité.", "Nous aidons les commerçants à entrer dans de nouveaux pays : taxes, langues, paiement, livraison."],
        &["Nous construisons des boutiques pour clients professionnels : tarifs propres, quantités minimales, paiement à trente jours.", "Nous relions la boutique B2B à la gestion commerciale pour que personne ne saisisse deux fois une commande."],
    ],
    ways: &[
        "Vous recevez un prix fixe après le premier échange, et il ne bouge plus.",
        "Nous travaillons par étapes de deux semaines et montrons quelque chose à chacune.",
        "Chaque projet a un interlocuteur, avec un nom et un numéro.",
        "Nous documentons tout, pour que vous restiez libres.",
    ],
    clients: &[
        "Trois clients sur quatre sont avec nous depuis plus de deux ans.",
        "Nous travaillons pour des entreprises familiales comme pour des marques avec investisseurs.",
    ],
    closings: &[
        "Écrivez-nous ce qui vous gêne le plus ; la première heure est offerte.",
        "Nous répondons sous un jour ouvré.",
        "Envoyez-nous l’adresse de votre boutique, nous renvoyons trois améliorations.",
        "De passage à {city} ? Venez prendre un café.",
    ],
    offers: &["Prix fixe après un premier échange.", "Avec un plan écrit avant de commencer.", "En général sous deux semaines.", "Un mois de suivi compris."],
    works: &[
        ("Une nouvelle boutique pour {name}", "Design, thème et produits ; la part de clients fidèles est passée de 18 à 27 pour cent."),
        ("{name} : transfert en neuf semaines", "Onze mille produits et neuf ans de commandes, transférés en un week-end de mars."),
        ("{name} à l’étranger", "Deux langues de plus, des frais de port clairs et une caisse par pays."),
    ],
};
