use leptos::prelude::*;

/// A house: where it begins, how wide it is, where its gable begins, and which row it stands in.
type House = (u32, u32, u32, &'static str);

const HOUSES: [House; 10] = [
    (36, 62, 96, "far"),
    (140, 56, 62, "far"),
    (232, 66, 84, "far"),
    (330, 58, 60, "far"),
    (0, 58, 118, "near"),
    (64, 72, 86, "near"),
    (144, 58, 108, "near"),
    (210, 84, 58, "near"),
    (304, 60, 100, "near"),
    (368, 62, 78, "near"),
];

/// The town behind the opening: decoration.
pub(crate) fn town() -> AnyView {
    let houses = HOUSES.iter().map(|house| view! { <path class=house.3 d=gable(house) /> });
    let windows = HOUSES.iter().filter(|house| house.3 == "near").flat_map(windows);
    // Here and there somebody works late.
    let windows = windows.enumerate().map(|(place, (x, y))| {
        let class = if place % 11 == 5 { "lit" } else { "pane" };
        view! { <path class=class d=pane(x, y) /> }
    });
    view! {
        <svg class="hero__town" viewBox="0 0 430 170" aria-hidden="true">
            {houses.collect_view()}
            {windows.collect_view()}
        </svg>
    }
    .into_any()
}

/// A house with a gable of four steps, its foot at the bottom of the picture.
fn gable(&(x, width, y, _): &House) -> String {
    let step = width / 8;
    let up = format!("v-{step}h{step}").repeat(3);
    let down = format!("h{step}v{step}").repeat(3);
    format!("M{x} 170V{y}{up}v-{step}h{}v{step}{down}V170Z", width - 6 * step)
}

/// Two windows on each floor.
fn windows(&(x, width, y, _): &House) -> Vec<(u32, u32)> {
    let floors = (0..).map(|floor| y + 8 + floor * 22).take_while(|floor| *floor < 150);
    floors.flat_map(|floor| [(x + width / 4 - 3, floor), (x + width * 3 / 4 - 4, floor)]).collect()
}

fn pane(x: u32, y: u32) -> String {
    format!("M{x} {y}h7v10h-7Z")
}

/// A picture for a piece of work, whose own picture is at its own address: three houses that stay the same.
pub(crate) fn scene(title: &str) -> AnyView {
    let number = title.bytes().fold(5_u32, |sum, byte| (sum * 31 + u32::from(byte)) % 9_973);
    let height = |divisor: u32| 52 + number / divisor % 5 * 9;
    let houses: [House; 3] =
        [(12, 80, height(1), "far"), (150, 72, height(7), "far"), (78, 88, height(3), "near")];
    let drawn = houses.iter().map(|house| view! { <path class=house.3 d=gable(house) /> }).collect_view();
    let window = pane(100 + number % 3 * 18, houses[2].2 + 20);
    view! {
        <svg viewBox="0 0 240 130" aria-hidden="true">
            {drawn}
            <path class="lit" d=window />
        </svg>
    }
    .into_any()
}
