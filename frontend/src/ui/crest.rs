use leptos::prelude::*;

const TINCTURES: [&str; 6] = ["murrey", "verdigris", "ochre", "slate", "moss", "sable"];

/// A person's initials on a colour that stays theirs. The name stands beside it, so this is decoration.
#[component]
pub fn Crest(
    /// Whose.
    name: String,
    /// For the bar and for table cells.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    view! {
        <span class="crest" data-tincture=tincture(&name) data-size=small.then_some("small") aria-hidden="true">
            {initials(&name)}
        </span>
    }
}

/// The first letters of the first and the last name.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

fn tincture(name: &str) -> &'static str {
    let sum = name.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
    TINCTURES[sum % TINCTURES.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_and_last_name() {
        assert_eq!(initials("Nguyễn Minh Châu"), "NC");
        assert_eq!(initials("Åsa"), "Å");
        assert_eq!(initials("  "), "");
    }

    #[test]
    fn a_name_keeps_its_colour() {
        assert_eq!(tincture("Astrid Bergqvist"), tincture("Astrid Bergqvist"));
    }
}
