// A merchant writes to a partner: on a phone, by keyboard, signed in or not yet; nothing typed is ever lost.

import type { Page } from "@playwright/test";

import { call } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { fillInquiry, logIn, NORRSKEN, read, SAIGON, tabTo } from "../harness/directory.ts";
import { Guildhall } from "../harness/guildhall.ts";
import { choosePersona, signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

const goal = (page: Page) => page.getByRole("textbox", { name: "What would you like to achieve?" });

test("a merchant's whole way on a phone: search, filter, profile, form, sign-in, sent, list", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/directory/search");
  await page.getByRole("button", { name: "Filters" }).click();
  await page.locator("#facets").getByRole("checkbox", { name: /^Open to new clients/ }).check();
  await page.locator("#facets").getByRole("button", { name: /^Show \d+ partners$/ }).click();
  await page.getByLabel("Service or partner").fill("norrsken");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: NORRSKEN.name }).click();
  await page.getByRole("link", { name: `Contact ${NORRSKEN.name}` }).click();

  await expect(page.getByRole("heading", { level: 1, name: `Contact ${NORRSKEN.name}` })).toBeVisible();
  await expect(page.getByText("The directory takes no fee, and the partner keeps 100 %").first()).toBeVisible();
  await fillInquiry(page, "A new theme before the autumn.");
  await page.getByRole("button", { name: "Sign in as a merchant to send" }).click();
  await choosePersona(page, "merchant-tom");

  await expect(page).toHaveURL(new RegExp(`/directory/${NORRSKEN.handle}/contact$`));
  await expect(page.getByText(/Everything is as you typed it/)).toBeVisible();
  await expect(goal(page)).toHaveValue("A new theme before the autumn.");
  await expect(page.getByRole("textbox", { name: "Company" })).toHaveValue("Ashworth Outdoor Ltd");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send inquiry" }).click();

  const sent = page.getByRole("heading", { level: 1, name: `Your inquiry to ${NORRSKEN.name} was sent` });
  await expect(sent).toBeFocused({ timeout: 20_000 });
  await expectAccessible(page);
  await page.getByRole("link", { name: "See what you sent" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Inquiry to ${NORRSKEN.name}` })).toBeVisible();
  await expect(page.getByText("A new theme before the autumn.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/inquiries");
  await expect(page.getByRole("row").filter({ hasText: NORRSKEN.name }).first()).toBeVisible();
  await expectAccessible(page);
});

test("an incomplete form says what is missing, takes the focus there, and keeps the rest", async ({ page }) => {
  await page.goto(`/directory/${SAIGON.handle}/contact`);
  await page.getByRole("textbox", { name: "Company" }).fill("Half a form Ltd");
  await page.getByRole("textbox", { name: "Email" }).fill("tom");
  await page.getByRole("button", { name: "Sign in as a merchant to send" }).click();
  await expect(page).toHaveTitle(/^Error: Contact/);
  await expect(page.locator("#error-summary")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await page.locator("#error-summary").getByRole("link", { name: "Choose a service" }).click();
  await expect(page.locator("#service")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Company" })).toHaveValue("Half a form Ltd");
  // The field for programs is for nobody else.
  await expect(page.getByRole("textbox", { name: "Fax" })).toHaveCount(0);
});

test("a lost answer loses nothing, and sending again sends once", async ({ context, page }) => {
  await logIn(page, "merchant-tom", `/directory/${SAIGON.handle}/contact`);
  await fillInquiry(page, "Only once, please.");
  await page.getByRole("textbox", { name: "Company" }).fill("Once Only Ltd");
  let dropped = 0;
  await page.route("**/api/v1/profiles/*/inquiries", async (route) => {
    if (dropped > 0) return route.continue();
    const answer = await route.fetch();
    // A form that was filled in this fast is asked to wait first; that answer is let through.
    if (answer.status() !== 201) return route.fulfill({ response: answer });
    dropped += 1;
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Send inquiry" }).click();
  await expect(page.getByText("Everything you typed is kept").first()).toBeVisible({ timeout: 20_000 });
  expect(dropped).toBe(1);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Send inquiry" }).click();
  await expect(page.getByText("there is no connection").first()).toBeVisible();
  await expect(goal(page)).toHaveValue("Only once, please.");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Send inquiry" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /was sent$/ })).toBeVisible();
  await page.goto("/inquiries?q=once%20only");
  await expect(page.getByRole("row").filter({ hasText: SAIGON.name })).toHaveCount(1);
});

test("the form is filled in and sent by keyboard alone", async ({ page }) => {
  await logIn(page, "merchant-tom", `/directory/${SAIGON.handle}/contact`);
  const focus = (id: string) => page.evaluate((one) => document.activeElement?.id === one, id);
  const type = async (id: string, text: string) => {
    await tabTo(page, () => focus(id));
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
  };
  await type("company", "Keyboard Kings Ltd");
  await tabTo(page, () => focus("country"));
  await page.keyboard.type("Sweden");
  await tabTo(page, () => focus("service"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, () => focus("budget"));
  await page.keyboard.press("ArrowDown");
  await type("goal", "Everything by keyboard.");
  await tabTo(page, () => focus("consent"));
  await page.keyboard.press("Space");
  await tabTo(page, () => page.evaluate(() => document.activeElement?.textContent?.includes("Send inquiry") ?? false));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /was sent$/ })).toBeFocused({ timeout: 20_000 });
});

test("who may not send is told who may", async ({ page }) => {
  await signIn(page, "saigonweb-owner", "/");
  await page.goto(`/directory/${NORRSKEN.handle}/contact`);
  await expect(page.getByRole("heading", { name: "Inquiries are sent by merchants" })).toBeVisible();
  await expect(page.locator("form.form")).toHaveCount(0);
  await expectAccessible(page);
});

test("a partner without time has a closed form, and others are offered", async ({ guildhall, page }) => {
  type Found = { items: { handle: string; name: string }[] };
  const booked = await read<Found>(guildhall.url, "/directory?availability=booked");
  const partner = booked.items[0];
  if (partner === undefined) throw new Error("Nobody in the demo is booked");
  await page.goto(`/directory/${partner.handle}/contact`);
  await expect(page.getByRole("heading", { name: `${partner.name} takes no new clients now` })).toBeVisible();
  await expect(page.locator("form.form")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Find partners who are open" }).click();
  await expect(page).toHaveURL(/availability=open/);
  await expect(page.locator("#results-title")).toBeVisible();
});

test("who writes too much at once is told when to go on, and keeps what was typed", async ({ browser }) => {
  test.slow();
  const own = await Guildhall.start();
  const context = await browser.newContext({ baseURL: own.url });
  try {
    const page = await context.newPage();
    await logIn(page, "merchant-tom", `/directory/${SAIGON.handle}/contact`);
    const form = await read<{ form_token: string; services: string[] }>(
      own.url,
      `/profiles/${SAIGON.handle}/inquiry-form`,
    );
    const body = {
      contact_name: "Tom",
      contact_email: "tom@ashworth.example",
      company: "Ashworth",
      country: "GB",
      service: form.services[0],
      budget: "undecided",
      goal: "Again",
      consent: true,
      form_token: form.form_token,
    };
    await page.waitForTimeout(3_500);
    for (let number = 0; number < 5; number++) {
      const headers = { "idempotency-key": `flood-${number}` };
      await call(own.url, "merchant-tom", `/profiles/${SAIGON.handle}/inquiries`, { body, headers });
    }
    await fillInquiry(page, "The sixth within a minute.");
    await page.getByRole("button", { name: "Send inquiry" }).click();
    await expect(page.getByText(/You can send it in \d+ minutes?, at \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });
    await expect(goal(page)).toHaveValue("The sixth within a minute.");
    await expectAccessible(page);
  } finally {
    await context.close();
    await own.stop();
  }
});
