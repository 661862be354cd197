// A partner hands a lead over and follows it; a representative moves it; the partner sees what changed.

import { move, submitLead } from "../harness/api.ts";
import { fillPlus } from "../harness/lead-form.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("a lead is submitted, found at once, worked on, and its partner sees every step", async ({ browser, page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads");
  await page.getByRole("link", { name: "Submit a Plus lead" }).click();
  await fillPlus(page, "Havsbris Outdoor AB");
  await page.getByRole("button", { name: "Submit", exact: true }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Havsbris Outdoor AB" })).toBeVisible();
  await expect(page.getByText("Our sales team is reviewing it.").first()).toBeVisible();
  const address = page.url();
  // The address was completed, and what was entered is all there.
  await expect(page.locator('a[href="https://havsbris.example"]').first()).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Leads" }).click();
  await page.getByRole("searchbox").fill("havsbris outdoor");
  await expect(page.getByRole("row").filter({ hasText: "Havsbris Outdoor AB" })).toHaveCount(1);

  const sales = await browser.newContext({ locale: "en-GB" });
  const queue = await sales.newPage();
  await signIn(queue, "manager-helena", new URL(address).pathname);
  await queue.getByRole("button", { name: "Start work" }).click();
  const dialog = queue.getByRole("dialog");
  await dialog.getByRole("textbox").fill("First call booked for Monday.");
  await dialog.getByRole("button", { name: "Start work" }).click();
  await expect(dialog).toBeHidden();
  await expect(queue.getByText("In progress").first()).toBeVisible();
  await sales.close();

  await page.goto(address);
  await expect(page.getByText("We are actively co-selling this referral with you.")).toBeVisible();
  await expect(page.getByText("First call booked for Monday.")).toBeVisible();
  await expect(page.getByText("Submitted → In progress")).toBeVisible();
});

test("support is requested later, after saying what that means", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Kiruna Keramik", product: "pos", support: "none" });
  await signIn(page, "norrsken-owner", `/referrals/leads/${id}`);
  await expect(page.getByText("The status will stay at Submitted")).toBeVisible();
  await page.getByRole("button", { name: "Request sales support" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("cannot be taken back");
  await dialog.getByRole("button", { name: "Request sales support" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("We received your lead. Our sales team is reviewing it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Request sales support" })).toHaveCount(0);
});

test("a question to the representative joins the timeline", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Fika & Co" });
  await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
  await page.getByRole("button", { name: /^Contact / }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your question").fill("When do you call them?");
  await dialog.getByRole("button", { name: "Send question" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("When do you call them?")).toBeVisible();
});

test("a paid POS lead without support tells the truth beside its status, and is in the history", async ({
  guildhall,
  page,
}) => {
  const id = await submitLead(guildhall.url, { company: "Gotland Ull & Garn", product: "pos", support: "none" });
  await move(guildhall.url, "admin-ruth", id, {
    command: "record_payout",
    amount: { minor: 50_000, currency: "USD" },
  });
  await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
  await expect(page.getByText(/A payout was issued on/)).toBeVisible();
  await expect(page.getByText("The status stays at Submitted").first()).toBeVisible();
  await page.goto("/referrals/history?q=gotland");
  const row = page.getByRole("row").filter({ hasText: "Gotland Ull & Garn" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("500.00");
});

test("another organisation's lead looks exactly like a missing one", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Secret AB" });
  await signIn(page, "saigonweb-owner", `/referrals/leads/${id}`);
  await expect(page.getByRole("heading", { name: "Lead not found" })).toBeVisible();
  const foreign = await page.getByRole("main").innerText();
  await page.goto(`/referrals/leads/saigonweb.${"0".repeat(32)}`);
  await expect(page.getByRole("heading", { name: "Lead not found" })).toBeVisible();
  expect(await page.getByRole("main").innerText()).toBe(foreign);
});

test("a new representative shows at once", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Copperline Kitchens", country: "SE" });
  await signIn(page, "manager-helena", `/referrals/leads/${id}`);
  await page.getByRole("button", { name: "Assign a representative" }).click();
  const dialog = page.getByRole("dialog");
  const choice = dialog.getByLabel("Representative", { exact: true });
  await expect(choice.locator("option:not([disabled])").nth(1)).toBeAttached();
  const free = await choice.locator("option:not([disabled])").last().innerText();
  await choice.selectOption({ label: free });
  await dialog.getByRole("button", { name: "Assign a representative" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`to ${free}`)).toBeVisible();
});
