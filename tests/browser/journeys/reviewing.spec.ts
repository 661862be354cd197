// A review: written by who worked with the partner, held by the clock, published, answered for and reported.

import { expectAccessible } from "../harness/axe.ts";
import { logIn, NORRSKEN, read } from "../harness/directory.ts";
import { Guildhall } from "../harness/guildhall.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

type Reviews = { items: { text: string }[] };
const HOUR = 3_600_000;

test("a merchant reviews a partner; it is held, then everybody reads it, and may report it", async ({ browser }) => {
  test.slow();
  const own = await Guildhall.start();
  const context = await browser.newContext({ baseURL: own.url });
  const path = `/profiles/${NORRSKEN.handle}/reviews`;
  const text = "They moved 2,100 lamps <b>without</b> losing one.";
  try {
    const page = await context.newPage();
    const isPublic = async () => (await read<Reviews>(own.url, path)).items.some((review) => review.text === text);
    await signIn(page, "merchant-tom", "/inquiries");
    await page.getByRole("link", { name: NORRSKEN.name }).first().click();
    await page.getByRole("link", { name: "Write a review" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Review ${NORRSKEN.name}` })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole("button", { name: "Send review" }).click();
    await expect(page.locator("#error-summary")).toBeFocused();
    await expectAccessible(page);
    await page.locator("#error-summary").getByRole("link").first().click();
    await expect(page.locator("#quality")).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const stars = (axis: string, number: number) =>
      page.getByRole("radiogroup", { name: axis }).getByRole("radio", { name: `${number} stars` });
    await stars("Communication", 5).check({ force: true });
    await page.getByLabel("What should other merchants know?").fill(text);
    await page.reload();
    await expect(page.getByLabel("What should other merchants know?")).toHaveValue(text);
    await expect(stars("Quality of work", 4)).toBeChecked();
    await page.getByRole("button", { name: "Send review" }).click();

    await expect(page.getByText(/It is held until/)).toBeVisible();
    await expect(page.getByText(text)).toBeVisible();
    await expectAccessible(page);
    expect(await isPublic()).toBe(false);

    await own.setClock(new Date(Date.now() + 49 * HOUR).toISOString());
    await expect.poll(isPublic, { timeout: 60_000 }).toBe(true);
    await page.reload();
    await expect(page.getByText(/Published on/)).toBeVisible();

    // From the search the profile is shown by the application, where it can be reported.
    await page.goto("/directory/search?q=norrsken");
    await page.getByRole("link", { name: NORRSKEN.name }).click();
    const review = page.locator(".review").filter({ hasText: "2,100 lamps" });
    await expect(review).toContainText(text);
    await review.getByRole("button", { name: /^Report this review/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Send report" }).click();
    await expect(dialog.getByText("Choose what is wrong with the review").first()).toBeVisible();
    await dialog.getByLabel("What is wrong with it?").selectOption("off_topic");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Send report" }).click();
    await expect(page.getByText("The report was sent.").first()).toBeVisible();
    await expect(dialog).toBeHidden();
  } finally {
    await context.close();
    await own.stop();
  }
});

test("who did not work with a partner cannot review it, and learns why", async ({ page }) => {
  await logIn(page, "merchant-tom", "/directory/saigon-web-studio/contact");
  await page.goto("/directory/saigon-web-studio/review");
  await expect(page.getByRole("heading", { name: "You cannot review this partner yet" })).toBeVisible();
  await expectAccessible(page);
});

test("signed out, the way to a review is to sign in", async ({ page }) => {
  await page.goto(`/directory/${NORRSKEN.handle}/review`);
  await expect(page.getByRole("heading", { name: "Sign in as a merchant to write a review" })).toBeVisible();
  await expectAccessible(page);
});
