//! A partner's arms: initials on a field that stays theirs.

use leptos::prelude::*;

const TINCTURES: [&str; 6] = ["murrey", "verdigris", "ochre", "slate", "moss", "sable"];

const CHARGES: [&str; 8] = [
    "/icons.svg#arms-bend",
    "/icons.svg#arms-chevron",
    "/icons.svg#arms-chief",
    "/icons.svg#arms-fess",
    "/icons.svg#arms-pale",
    "/icons.svg#arms-pile",
    "/icons.svg#arms-quarterly",
    "/icons.svg#arms-saltire",
];

/// Decoration: the name stands beside it.
pub(crate) fn arms(name: &str, large: bool) -> AnyView {
    let number = number(name);
    let charge = CHARGES[number / TINCTURES.len() % CHARGES.len()];
    view! {
        <span
            class="arms"
            data-tincture=TINCTURES[number % TINCTURES.len()]
            data-size=large.then_some("large")
            aria-hidden="true"
        >
            <svg viewBox="0 0 40 40">
                <use href=charge />
            </svg>
            <b>{initials(name)}</b>
        </span>
    }
    .into_any()
}

/// The first letters of the first two words that begin with a letter.
fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().next().filter(|letter| letter.is_alphanumeric());
    name.split_whitespace().filter_map(first).take(2).flat_map(char::to_uppercase).collect()
}

/// FNV-1a, then folded: names that differ in a letter shall differ in their arms.
fn number(name: &str) -> usize {
    let hash =
        name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    usize::try_from((hash >> 16) ^ (hash & 0xffff)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_two_words() {
        assert_eq!(initials("Fjord & Field Commerce"), "FF");
        assert_eq!(initials("Đà Nẵng Digital"), "ĐN");
        assert_eq!(initials("åkerlund"), "Å");
        assert_eq!(initials("<script>"), "");
    }
}
