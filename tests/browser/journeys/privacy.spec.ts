// What is kept of a person: an administrator finds it, hands it over, and erases it.

import { readFile } from "node:fs/promises";

import { submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

const someone = (name: string, company: string) => ({
  company,
  contact: { name: `${name} Fridell`, email: `${name.toLowerCase()}@raderamig.example` },
});

test("somebody is found, handed over and erased by keyboard, and is nowhere afterwards", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, someone("Frida", "Radera Mig AB"));
  await signIn(page, "admin-ruth", "/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Privacy" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
  const address = page.getByLabel("E-mail address of the person");
  await address.fill(" FRIDA@raderamig.example ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Found: \d+$/ })).toBeVisible();
  const leads = page.getByRole("region", { name: "Lead", exact: true });
  await expect(leads.getByText(id)).toBeVisible();
  await expect(leads).toContainText("Erased, an empty mark stays");
  await leads.getByText("Show the data").click();
  await expect(leads.getByRole("region", { name: "Show the data" })).toContainText("Frida Fridell");
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as a file" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^personal-data-\d{4}-\d\d-\d\d\.json$/);
  const handed = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(handed.address).toBe("frida@raderamig.example");
  expect(handed.found.map((one: { id: string }) => one.id)).toContain(id);
  expect(page.url(), "the address is in no address").not.toContain("raderamig");
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }));
  expect(kept.toLowerCase(), "and nowhere in the browser").not.toContain("raderamig");

  await page.getByRole("button", { name: "Erase this person…" }).click();
  const dialog = page.getByRole("dialog", { name: "Erase this person?" });
  await dialog.getByLabel("Type the address once more").fill("frida@somewhere.example");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog.getByText("This is not the address that was searched for")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Type the address once more").fill("frida@raderamig.example");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Report" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Lead\b.*Erased, an empty mark stays 1$/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Search again" }).click();
  await expect(page.getByText("Nothing is kept of this person")).toBeVisible();
  await page.goto(`/referrals/leads/${id}`);
  await expect(page.getByText("Radera Mig AB")).toHaveCount(0);
});

test("a search that breaks off says what is safe, and goes on", async ({ guildhall, page }) => {
  await submitLead(guildhall.url, someone("Greta", "Greta Handel AB"));
  await signIn(page, "admin-ruth", "/privacy");
  let asked = 0;
  await page.route("**/api/v1/privacy/find", async (route) => {
    asked += 1;
    if (asked === 2) return route.abort("connectionreset");
    return route.continue();
  });
  await page.getByLabel("E-mail address of the person").fill("greta@raderamig.example");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText("The list below is not complete. Go on to see all of it.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: /^Found: \d+$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Erase this person…" })).toBeVisible();
});

test("what is no address is refused beside the field, in every language and on a phone", async ({ page }) => {
  await signIn(page, "admin-ruth", "/privacy");
  for (const [name, heading, search] of [
    ["Svenska", "Integritet", "Sök"],
    ["Tiếng Việt", "Quyền riêng tư", "Tra cứu"],
    ["English", "Privacy", "Search"],
  ] as const) {
    await page.getByLabel(/^(Language|Språk|Ngôn ngữ)$/).selectOption({ label: name });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await page.locator("#email").fill("nobody");
    await page.getByRole("button", { name: search, exact: true }).click();
    await expect(page.locator("#email")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#email")).toBeFocused();
  }
  await page.setViewportSize({ width: 320, height: 700 });
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "nothing is wider than the phone").toBeLessThanOrEqual(0);
});

test("nobody else finds anybody", async ({ page }) => {
  await signIn(page, "manager-helena", "/privacy");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not for your role" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Privacy" })).toHaveCount(0);
});
