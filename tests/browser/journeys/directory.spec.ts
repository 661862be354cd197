// The directory: found, narrowed, shared and read by everybody, with and without a script.

import { expectAccessible } from "../harness/axe.ts";
import { NORRSKEN, read, tabTo } from "../harness/directory.ts";
import { expect, test } from "../harness/test.ts";

type Facet = { choice: string; count: number };
type Found = { total: number; facets: Record<string, Facet[]>; items: { handle: string; name: string }[] };

const found = (page: import("@playwright/test").Page) => page.locator("#results-title");

test("choices narrow the partners to the number beside them, and back undoes them", async ({ guildhall, page }) => {
  const all = await read<Found>(guildhall.url, "/directory");
  const setup = all.facets.category?.find((facet) => facet.choice === "store-setup")?.count ?? 0;
  expect(setup).toBeGreaterThan(1);
  await page.goto("/directory/search");
  await expect(found(page)).toHaveText(`${all.total} partners`);

  const choice = page.getByRole("checkbox", { name: new RegExp(`^Store setup ${setup} partners`) });
  await choice.check();
  await expect(page).toHaveURL(/category=store-setup/);
  await expect(found(page)).toHaveText(`${setup} partners`);
  await page.getByRole("checkbox", { name: /^Open to new clients/ }).check();
  await expect(page).toHaveURL(/category=store-setup&availability=open/);

  await page.goBack();
  await expect(found(page)).toHaveText(`${setup} partners`);
  await page.goBack();
  await expect(choice).not.toBeChecked();
  await expect(found(page)).toHaveText(`${all.total} partners`);
  await page.goForward();
  await expect(choice).toBeChecked();

  await page.getByRole("button", { name: "Remove the filter Store setup" }).click();
  await expect(found(page)).toHaveText(`${all.total} partners`);
  await expect(found(page)).toBeFocused();
});

test("pages follow each other, and the address holds them", async ({ guildhall, page }) => {
  const { total } = await read<Found>(guildhall.url, "/directory");
  await page.goto("/directory/search");
  await expect(page.getByText(`Showing 1–16 of ${total} partners`)).toBeVisible();
  const first = await page.locator(".partner h3").first().textContent();
  await page.getByRole("navigation", { name: "Pages of partners" }).getByRole("link", { name: "Page 2" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(`Showing 17–32 of ${total} partners`)).toBeVisible();
  await expect(found(page)).toBeFocused();
  await page.reload();
  await expect(page.getByText(`Showing 17–32 of ${total} partners`)).toBeVisible();
  await page.goBack();
  await expect(page.locator(".partner h3").first()).toHaveText(first ?? "");
});

test("typing searches by itself and keeps the focus", async ({ page }) => {
  await page.goto("/directory/search");
  const box = page.getByLabel("Service or partner");
  await box.pressSequentially("norsken", { delay: 40 });
  await expect(page).toHaveURL(/q=norsken/);
  await expect(page.getByRole("link", { name: NORRSKEN.name })).toBeVisible();
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("norsken");
});

test("what means nothing in an address is left out and told", async ({ page }) => {
  await page.goto("/directory/search?service=seo-and-paid-search,juggling&colour=red");
  await expect(page.getByText("We left out service=juggling, colour=red: we do not know it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove the filter SEO and paid search" })).toBeVisible();
  await expectAccessible(page);
});

test("nothing found repeats what was asked, and offers to ask for less", async ({ page }) => {
  await page.goto("/directory/search?q=zzzqqqxxx&tier=platinum");
  await expect(page.getByRole("heading", { name: "No partner answers all of this" })).toBeVisible();
  await expect(page.getByText("“zzzqqqxxx” · Platinum")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(page.getByLabel("Service or partner")).toHaveValue("");
  await expect(page.locator(".partner").first()).toBeVisible();
});

test("a card says why it stands where it does, and its points sum up", async ({ page }) => {
  await page.goto("/directory/search?near=SE");
  await expect(page.getByText("Partners in Sweden come first.")).toBeVisible();
  const card = page.locator(".partner").first();
  await card.getByText("Why this place?").click();
  const points = await card.locator(".why tbody td:nth-child(2)").allTextContents();
  const sum = await card.locator(".why tfoot td").first().textContent();
  const number = (text: string) => Number(text.replaceAll(",", ""));
  expect(points.map(number).reduce((a, b) => a + b, 0)).toBe(number(sum ?? ""));
  expect(points).toHaveLength(7);
  await expectAccessible(page);
  await card.getByRole("link", { name: "How ranking works" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How ranking works" })).toBeVisible();
});

test("the visitor's country is remembered in this browser", async ({ page }) => {
  await page.goto("/directory/search");
  await page.getByLabel("Your country").selectOption("VN");
  await expect(page).toHaveURL(/near=VN/);
  await expect(page.getByText("Partners in Vietnam come first.")).toBeVisible();
  await page.goto("/directory/search?tier=plus");
  await expect(page).toHaveURL(/tier=plus&near=VN/);
  await expect(page.getByLabel("Your country")).toHaveValue("VN");
  await page.getByLabel("Your country").selectOption("");
  await page.goto("/directory/search");
  await expect(page.locator(".partner").first()).toBeVisible();
  await expect(page).not.toHaveURL(/near/);
});

test("on a phone the filters open as a sheet that says how many it shows", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/directory/search");
  await page.getByRole("button", { name: "Filters" }).click();
  const sheet = page.locator("#facets");
  await sheet.getByRole("checkbox", { name: /^Open to new clients/ }).check();
  await expect(page).toHaveURL(/availability=open/);
  const total = (await found(page).textContent()) ?? "";
  await expect(sheet.getByRole("button", { name: `Show ${total}` })).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: `Show ${total}` }).click();
  await expect(sheet).toBeHidden();
  await expect(found(page)).toBeFocused();
});

test("a partner is found and opened by keyboard alone", async ({ page }) => {
  await page.goto("/directory/search");
  await expect(page.locator(".partner").first()).toBeVisible();
  const focus = (selector: string) => page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await tabTo(page, () => focus("#finder-q"));
  await page.keyboard.type("norrsken");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: NORRSKEN.name })).toBeVisible();
  await tabTo(page, () => focus(".partner h3 a"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: NORRSKEN.name })).toBeFocused();
});

test("a profile opened from the search has all reviews, and the way back keeps the search", async ({ page }) => {
  await page.goto("/directory/search?q=norrsken");
  await page.getByRole("link", { name: NORRSKEN.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: NORRSKEN.name })).toBeVisible();
  await expect(page).toHaveTitle(/^Norrsken Commerce AB/);
  const reviews = page.locator(".review");
  await expect(reviews).toHaveCount(10);
  await page.getByRole("button", { name: "Show more reviews" }).click();
  await expect(reviews.nth(10)).toBeVisible();
  await expect(reviews.nth(10).getByRole("heading")).toBeFocused();
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByLabel("Service or partner")).toHaveValue("norrsken");
});

test("a handle that nobody has is said to be missing", async ({ page }) => {
  const answer = await page.goto("/directory/nobody-has-this");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "This page is not in the directory" })).toBeVisible();
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await expectAccessible(page);
});

test("a failure of the service can be tried again", async ({ page }) => {
  let refused = true;
  await page.route("**/api/v1/directory*", (route) => (refused ? route.abort("connectionreset") : route.continue()));
  await page.goto("/directory/search");
  await expect(page.getByText("The partners could not be loaded")).toBeVisible();
  await expectAccessible(page);
  refused = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".partner").first()).toBeVisible();
});

for (const [tag, title, noun] of [
  ["sv", "Hitta en partner", "partner"],
  ["vi", "Tìm đối tác", "đối tác"],
] as const) {
  test(`the search has an address in ${tag}, and keeps its question in the other languages`, async ({ page }) => {
    await page.goto(`/${tag}/directory/search?tier=plus`);
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(found(page)).toContainText(noun);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, "nothing is wider than the phone").toBeLessThanOrEqual(0);
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(/\/directory\/search\?tier=plus$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { level: 1, name: "Find a partner" })).toBeVisible();
  });
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the opening page leads to services and to partners, and its search is a plain form", async ({ page }) => {
    await page.goto("/directory");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("search").getByRole("button", { name: "Search" })).toBeVisible();
    await page.getByRole("link", { name: "Store setup" }).first().click();
    await expect(page).toHaveURL(/\/directory\/services\/store-setup$/);
    await expect(page.getByRole("heading", { level: 1, name: "Store setup" })).toBeVisible();
    await expect(page.locator(".partner").first()).toBeVisible();
  });

  test("a profile reads whole, in the reader's language", async ({ page }) => {
    await page.goto(`/sv/directory/${NORRSKEN.handle}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    await expect(page.getByRole("heading", { level: 1, name: NORRSKEN.name })).toBeVisible();
    await expect(page.locator(".review").first()).toBeVisible();
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(new RegExp(`/directory/${NORRSKEN.handle}$`));
    await expect(page.getByRole("heading", { name: "Services and prices" })).toBeVisible();
  });
});
