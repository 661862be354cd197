// A partner's own profile: drafts that survive, two owners at once, approval, and the way to the public page.

import type { Browser, Page } from "@playwright/test";

import { call } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { NORRSKEN } from "../harness/directory.ts";
import { Guildhall } from "../harness/guildhall.ts";
import { signIn, type Persona } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

// These journeys change what the world sees, so they have a system of their own.
let own: Guildhall;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  own = await Guildhall.start(["--profiles", "12"]);
});

test.afterAll(async () => {
  await own.stop();
});

async function open(browser: Browser, persona: Persona, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: own.url });
  const page = await context.newPage();
  await signIn(page, persona, path);
  return page;
}

/** Whether anybody finds a text on the published profile. */
async function isPublic(text: string): Promise<boolean> {
  const answer = await fetch(`${own.url}/api/v1/profiles/${NORRSKEN.handle}`);
  return answer.ok && (await answer.text()).includes(text);
}

/** What the bar says about unsaved changes. */
const barOf = (page: Page) => page.locator(".save-bar__state");
const tagline = (page: Page) => page.getByLabel("One sentence for your card");

test("what an owner typed survives the tab, and can be put aside and taken up again", async ({ browser }) => {
  const page = await open(browser, "norrsken-owner", "/profile");
  await expect(page.getByRole("heading", { level: 1, name: "Profile" })).toBeVisible();
  await expect(page.getByText("Published", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  const saved = await tagline(page).inputValue();
  await tagline(page).fill("Shops for the far north");
  await expect(page.getByText(/Unsaved changes, kept in this browser/)).toBeVisible();
  await page.reload();
  await expect(tagline(page)).toHaveValue("Shops for the far north");
  await page.getByRole("button", { name: "Discard my changes" }).click();
  await expect(tagline(page)).toHaveValue(saved);
  await page.getByRole("button", { name: "Restore my changes" }).click();
  await expect(tagline(page)).toHaveValue("Shops for the far north");
  await page.getByRole("link", { name: "Preview" }).click();
  await expect(page.getByText("Shops for the far north")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to editing" }).click();
  await page.getByRole("button", { name: "Discard my changes" }).click();
  await expect(barOf(page)).toHaveText("Saved");
});

test("a wrong price is named at its own row, and a removed service comes back by keyboard", async ({ browser }) => {
  const page = await open(browser, "norrsken-owner", "/profile");
  await page.getByRole("button", { name: "Add services" }).click();
  const dialog = page.getByRole("dialog", { name: "Add services" });
  await dialog.getByRole("searchbox").fill("tax");
  await expectAccessible(page);
  const choice = dialog.getByRole("checkbox").first();
  const slug = await choice.getAttribute("value");
  await choice.check();
  await dialog.getByRole("button", { name: "Done" }).click();
  const kind = page.locator(`#service-${slug}-kind`);
  await expect(kind).toBeFocused();
  await kind.selectOption("range");
  await page.locator(`#service-${slug}-from`).fill("5 000,50");
  await page.locator(`#service-${slug}-to`).fill("lots");
  await page.getByRole("button", { name: "Save and send for approval" }).click();
  const summary = page.locator("#error-summary");
  await expect(summary).toBeFocused();
  await expectAccessible(page);
  await summary.getByRole("link").first().click();
  await expect(page.locator(`#service-${slug}-to`)).toBeFocused();
  await page.locator(`#service-${slug}-to`).fill("1 000");
  await expect(page.getByText("Enter more than the lower amount")).toBeVisible();

  const row = page.locator(".row-item").filter({ has: page.locator(`#service-${slug}-summary`) });
  await row.getByRole("button", { name: /^Remove / }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(`#service-${slug}-summary`)).toBeFocused();
  await page.locator(`#service-${slug}-up`).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(`#service-${slug}-up`)).toBeFocused();
});

test("of two owners at once neither overwrites the other unseen", async ({ browser }) => {
  const first = await open(browser, "norrsken-owner", "/profile");
  const second = await open(browser, "norrsken-owner", "/profile");
  await first.getByLabel("City").fill("Piteå");
  await second.getByLabel("City").fill("Kiruna");
  await second.getByLabel("Business name").fill("Norrsken Commerce Group");
  await first.getByRole("button", { name: "Save and send for approval" }).click();
  await expect(first.getByText("Saved and sent for approval.", { exact: false })).toBeVisible();

  await second.getByRole("button", { name: "Save and send for approval" }).click();
  await expect(second.getByRole("heading", { name: "Your profile changed while you had it open" })).toBeVisible();
  const city = second.getByRole("row", { name: /City/ });
  await expect(city).toContainText("Kiruna");
  await expect(city).toContainText("Piteå");
  await expectAccessible(second);
  await city.getByRole("radio", { name: /Saved: Piteå/ }).check();
  await second.getByRole("button", { name: "Go on with this" }).click();
  await expect(second.getByLabel("City")).toHaveValue("Piteå");
  await expect(second.getByLabel("Business name")).toHaveValue("Norrsken Commerce Group");
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.getByText("Your profile is saved.")).toBeVisible();
  const stored = await call(own.url, "norrsken-owner", "/profile");
  expect(stored.working).toMatchObject({ city: "Piteå", name: "Norrsken Commerce Group" });
});

test("an edit is public once the programme approved it; a suspended profile is not, and tells why", async ({ browser }) => {
  test.slow();
  const owner = await open(browser, "norrsken-owner", "/profile");
  await tagline(owner).fill("Shops that last the winter");
  await owner.getByRole("button", { name: /^Save/ }).click();
  await expect(barOf(owner)).toHaveText("Saved");
  expect(await isPublic("Shops that last the winter")).toBe(false);

  const admin = await open(browser, "admin-ruth", "/moderation");
  await expectAccessible(admin);
  await admin.getByRole("link", { name: /^Norrsken Commerce/ }).click();
  await expect(admin.getByRole("row", { name: /One sentence for your card/ })).toContainText("Shops that last the winter");
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Ask for changes" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Ask for changes" }).click();
  await expect(admin.getByLabel("What has to change?")).toBeFocused();
  await admin.getByLabel("What has to change?").fill("Name the winter.");
  await admin.getByRole("dialog").getByRole("button", { name: "Ask for changes" }).click();
  await expect(admin.getByText("The partner was asked for changes.")).toBeVisible();

  await owner.reload();
  await expect(owner.getByText("Name the winter.").first()).toBeVisible();
  await expectAccessible(owner);
  await tagline(owner).fill("Shops that last the winter of 2027");
  await owner.getByRole("button", { name: "Send for approval" }).click();
  await expect(owner.getByText("Waiting for approval").first()).toBeVisible();

  await admin.goto(`/moderation/profiles/${NORRSKEN.handle}`);
  await admin.getByRole("button", { name: "Approve and publish" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Approve and publish" }).click();
  await expect(admin.getByText("Approved. The directory shows it within a minute.")).toBeVisible();
  await expect.poll(() => isPublic("Shops that last the winter of 2027"), { timeout: 60_000 }).toBe(true);

  await admin.getByRole("button", { name: "Suspend" }).click();
  await admin.getByLabel("Why is it suspended?").fill("A complaint is being looked into.");
  await admin.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
  await expect(admin.getByText("The profile is suspended and leaves the directory.")).toBeVisible();
  await expect.poll(() => isPublic(""), { timeout: 60_000 }).toBe(false);
  await owner.reload();
  await expect(owner.getByText("A complaint is being looked into.").first()).toBeVisible();
  await expect(owner.getByText("Suspended", { exact: true }).first()).toBeVisible();

  await admin.getByRole("button", { name: "End the suspension" }).click();
  await admin.getByLabel("Why does it end?").fill("The complaint was unfounded.");
  await admin.getByRole("dialog").getByRole("button", { name: "End the suspension" }).click();
  await expect.poll(() => isPublic("Shops that last"), { timeout: 60_000 }).toBe(true);
});

test("members read the profile, and change nothing", async ({ browser }) => {
  const page = await open(browser, "norrsken-viewer", "/profile");
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Save/ })).toHaveCount(0);
  await expectAccessible(page);
});
