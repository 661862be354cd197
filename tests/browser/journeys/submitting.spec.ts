// The form: what is wrong stands beside its field, and nothing that was typed is ever lost.

import { expectAccessible } from "../harness/axe.ts";
import { submitLead } from "../harness/api.ts";
import { fillPlus } from "../harness/lead-form.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("an incomplete form says what is missing, takes focus to it, and keeps the rest", async ({ page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads/new/plus");
  await page.getByLabel("Company name").fill("Half a form AB");
  await page.getByLabel("Contact email").fill("anna");
  await page.getByRole("button", { name: "Submit", exact: true }).click();

  await expect(page).toHaveTitle(/^Error:/);
  const summary = page.locator("#error-summary");
  await expect(summary).toBeFocused();
  await expect(page.getByLabel("Contact email")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await summary.getByRole("link").first().click();
  await expect(page.getByLabel("Contact name")).toBeFocused();
  await expect(page.getByLabel("Company name")).toHaveValue("Half a form AB");
});

test("a refusal of the server stands beside the field, in the reader's language", async ({ guildhall, page }) => {
  await signIn(page, "norrsken-owner", "/referrals/leads/new/plus");
  await fillPlus(page, "First of its number AB");
  await page.getByLabel("Your own reference").fill("TWICE-1");
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "First of its number AB" })).toBeVisible();

  await page.goto("/referrals/leads/new/plus");
  await fillPlus(page, "Second of its number AB");
  await page.getByLabel("Your own reference").fill("TWICE-1");
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByLabel("Your own reference")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Another lead of your organisation has this reference").first()).toBeVisible();
  await expect(page.getByLabel("Company name")).toHaveValue("Second of its number AB");
  expect(guildhall.log).not.toContain("TWICE-1");
});

test("a draft survives a reload, and can be thrown away", async ({ page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads/new/pos");
  await page.getByLabel("Company name").fill("Kept across a reload");
  await page.getByLabel("Why is this a good fit?").fill("They wrote a lot.");
  await page.reload();
  await expect(page.getByLabel("Company name")).toHaveValue("Kept across a reload");
  await expect(page.getByLabel("Why is this a good fit?")).toHaveValue("They wrote a lot.");
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
  await expect(page.getByLabel("Company name")).toHaveValue("");
});

test("a lost connection loses nothing, and sending again makes one lead", async ({ context, page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads/new/plus");
  await fillPlus(page, "Once only AB");
  // The first request arrives, but its answer does not.
  let dropped = 0;
  await page.route("**/api/v1/leads", async (route) => {
    if (route.request().method() === "POST" && dropped === 0) {
      dropped += 1;
      await route.fetch();
      await route.abort("connectionreset");
    } else {
      await route.continue();
    }
  });
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText("Everything you typed is kept").first()).toBeVisible();
  await expect(page.getByLabel("Company name")).toHaveValue("Once only AB");
  expect(dropped).toBe(1);

  await context.setOffline(true);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText("there is no connection").first()).toBeVisible();
  await context.setOffline(false);

  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Once only AB" })).toBeVisible();
  await page.goto("/referrals/leads?q=once%20only");
  await expect(page.getByRole("row").filter({ hasText: "Once only AB" })).toHaveCount(1);
});

test("a viewer is told who can submit", async ({ page }) => {
  await signIn(page, "norrsken-viewer", "/referrals/leads/new/plus");
  await expect(page.getByText("Your role cannot submit leads")).toBeVisible();
});

test("markup in a lead is shown as it was typed", async ({ guildhall, page }) => {
  const company = "<img src=x onerror=alert(1)> & Söner";
  const id = await submitLead(guildhall.url, { company });
  await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible();
  await expect(page.locator("img[src='x']")).toHaveCount(0);
});
