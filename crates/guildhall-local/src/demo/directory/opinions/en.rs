//! English.

use super::Sayings;

#[rustfmt::skip]
pub(super) static SAYINGS: Sayings = Sayings {
    good: &[
        "We came with a vague idea and a deadline, and left with a store that we are proud of.",
        "The best money we have spent this year.",
        "They asked better questions than we had answers, and then found the answers with us.",
        "Everything was done when they said it would be done.",
        "Calm, friendly and very good at what they do.",
        "We have worked with three other firms before. None of them explained things this well.",
        "From the first call we knew who was responsible for what.",
        "They found two mistakes in our prices on the first day. That alone paid for the job.",
        "Our store is faster, our staff are happier, and I sleep better.",
        "A pleasure from beginning to end; we have already booked the next project.",
    ],
    fair: &[
        "Good work in the end, though it took longer than we had agreed.",
        "The result is fine. Getting answers in between took some patience.",
        "Solid craft. We would have liked more ideas of their own.",
        "They kept to the budget, but the first version missed half of our list.",
        "We are mostly satisfied; the handover could have been better.",
    ],
    poor: &[
        "Four weeks of silence in the middle of the project, and then an invoice.",
        "What we got is not what we had talked about, and nobody seemed to have written it down.",
        "The work had to be done again by somebody else.",
        "Three different people in two months, each starting from the beginning.",
    ],
    details: &[
        "Sales on phones rose by a third within two months.",
        "The handover came with a recording that our new colleague still uses.",
        "They even called our warehouse to ask how we pack.",
        "We could see every hour on a shared board.",
        "Questions were answered on the same day, usually within the hour.",
        "Returns have gone down noticeably since.",
        "The price was the one from the offer, to the penny.",
        "Our customers noticed before we had told anybody.",
        "They said no to two of our wishes, and they were right.",
        "We now change the pages ourselves.",
    ],
    regrets: &[
        "For small changes they may simply be too busy.",
        "Agree on dates in writing.",
        "The people are nice, the planning is not.",
        "In the end we found a solution, but it cost us the season.",
    ],
    thanks: &[
        "Thank you! It helped a great deal that you had your product data in order.",
        "Thank you for your trust. We look forward to the next step together.",
        "That makes us happy. Say hello to the warehouse.",
        "Thank you, we enjoyed this one a lot. Call whenever something comes up.",
    ],
    sorry: &[
        "You are right about the delays. We have changed how we plan since then, and have credited the last invoice.",
        "We are sorry that it went this way. Please call us: we would like to put it right.",
        "Thank you for being frank. We took on too much that autumn, and you paid for it with your time.",
    ],
};
