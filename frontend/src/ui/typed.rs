//! What is typed into a search box, beside what the address says is searched for.

use leptos::prelude::*;

/// What stands in a search box. The address changes for other reasons too (back button, *Clear*) and is followed then;
/// what is being typed stays.
#[derive(Clone, Copy)]
pub struct Typed {
    /// What stands in the box.
    pub text: RwSignal<String>,
    asked: Memo<String>,
    under_way: StoredValue<UnderWay>,
}

impl Typed {
    /// Follows what is asked for.
    pub fn follow(asked: impl Fn() -> String + Send + Sync + 'static) -> Self {
        let asked = Memo::new(move |_| asked());
        let text = RwSignal::new(asked.get_untracked());
        let under_way = StoredValue::new(UnderWay::default());
        Effect::new(move |before: Option<String>| {
            let now = asked.get();
            let has_changed = before.is_some_and(|before| before != now);
            if has_changed && under_way.try_update_value(|sent| sent.came_back(&now)) == Some(false) {
                text.set(now.clone());
            }
            now
        });
        Self { text, asked, under_way }
    }

    /// What is to be searched for now, if that is anything new.
    pub fn news(self) -> Option<String> {
        let text = self.text.get_untracked().trim().to_owned();
        let asked = self.asked.get_untracked();
        let is_new = self.under_way.try_update_value(|sent| sent.send(&text, &asked)) == Some(true);
        is_new.then_some(text)
    }
}

/// What was sent and does not stand in the address yet: whoever types on is faster than that.
#[derive(Debug, Default)]
struct UnderWay(Vec<String>);

impl UnderWay {
    /// Sends a text, unless it was sent last or, with nothing under way, stands in the address.
    fn send(&mut self, text: &str, in_address: &str) -> bool {
        let last = self.0.last().map_or(in_address, String::as_str);
        if last == text {
            return false;
        }
        self.0.push(text.to_owned());
        true
    }

    /// Whether the text that now stands in the address was sent from here. Otherwise nothing of that counts any more.
    fn came_back(&mut self, text: &str) -> bool {
        let place = self.0.iter().rposition(|sent| sent == text);
        self.0.drain(..place.map_or(self.0.len(), |place| place + 1));
        place.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_comes_back_late_and_is_no_news() {
        let mut sent = UnderWay::default();
        assert!(sent.send("no", ""));
        assert!(!sent.send("no", ""));
        assert!(sent.send("norr", ""));
        assert!(sent.came_back("no"));
        assert!(!sent.send("norr", "no"));
        assert!(sent.came_back("norr"));
        assert!(!sent.send("norr", "norr"));
    }

    #[test]
    fn what_was_not_sent_is_news_and_ends_what_was_under_way() {
        let mut sent = UnderWay::default();
        assert!(sent.send("no", ""));
        assert!(sent.send("norr", ""));
        assert!(sent.came_back("norr"));
        assert!(!sent.came_back("no"));
        assert!(sent.send("norr", "no"));
        assert!(!sent.came_back(""));
        assert!(!sent.send("", ""));
    }
}
