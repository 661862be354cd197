// The sales team's side: every action with its reason, and no change overwritten.

import { call, move, submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("a stale version shows what changed and lets one go on", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Brightwater Cycles" });
  await signIn(page, "manager-helena", `/referrals/leads/${id}`);
  await page.getByRole("button", { name: "Mark as not eligible" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").selectOption("merchant_declined");
  await dialog.getByRole("textbox").fill("They said no on the phone.");

  const lead = await call(guildhall.url, "manager-helena", `/leads/${id}`);
  const representative = lead.representative as { id: "rep-astrid" | "rep-chau" | "rep-daniel" };
  await move(guildhall.url, representative.id, id, { command: "start_work" });

  await dialog.getByRole("button", { name: "Mark as not eligible" }).click();
  await expect(dialog).toContainText("This lead changed while you had it open");
  await expect(dialog.getByRole("row").filter({ hasText: "Status" })).toContainText("In progress");
  await expect(dialog.getByRole("textbox")).toHaveValue("They said no on the phone.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Do it anyway on the current version" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Not eligible").first()).toBeVisible();
  await expect(page.getByText("They said no on the phone.").first()).toBeVisible();
});

test("an award needs both confirmations, and is taken back by two persons", async ({ browser, guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Lumen Skincare", support: "none" });
  await signIn(page, "manager-helena", `/referrals/leads/${id}`);
  await page.getByRole("button", { name: "Award" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Award" }).click();
  await expect(dialog.getByText("Confirm this first").first()).toBeVisible();
  for (const box of await dialog.getByRole("checkbox").all()) await box.check();
  await dialog.getByRole("button", { name: "Award" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Awarded").first()).toBeVisible();

  await page.getByRole("button", { name: "Reopen" }).click();
  await dialog.getByRole("textbox").fill("The contract fell through.");
  await dialog.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByText("It takes effect when a second person agrees.")).toBeVisible();

  const second = await browser.newContext({ locale: "en-GB" });
  const other = await second.newPage();
  await signIn(other, "admin-ruth", `/referrals/leads/${id}`);
  await other.getByRole("button", { name: "Agree to reopen" }).click();
  await other.getByRole("dialog").getByRole("textbox").fill("Agreed.");
  await other.getByRole("dialog").getByRole("button", { name: /reopen$/i }).click();
  await expect(other.getByRole("dialog")).toBeHidden();
  await expect(other.getByText("In progress").first()).toBeVisible();
  await second.close();
});

test("a payout is entered in the currency's own units and confirmed in words", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Phở Sáu Group", product: "pos", support: "none" });
  await signIn(page, "admin-ruth", `/referrals/leads/${id}`);
  await page.getByRole("button", { name: "Record the payout" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Amount").fill("0");
  await dialog.getByRole("button", { name: "Record the payout" }).click();
  await expect(dialog.getByLabel("Amount")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Amount").fill("1250.50");
  await expect(dialog).toContainText("1,250.50");
  await dialog.getByRole("button", { name: "Record the payout" }).click();
  await expect(dialog).toBeHidden();
  const lead = await call(guildhall.url, "admin-ruth", `/leads/${id}`);
  const timeline = lead.timeline as { amount?: { minor: number } }[];
  expect(timeline.at(-1)?.amount?.minor).toBe(125_050);
});

test("a representative sees only the leads that are theirs", async ({ guildhall, page }) => {
  await signIn(page, "rep-chau", "/referrals/leads");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  const { items } = (await call(guildhall.url, "rep-chau", "/leads?limit=100")) as {
    items: { representative: { id: string } }[];
  };
  expect(items.every((item) => item.representative.id === "rep-chau")).toBe(true);
});
