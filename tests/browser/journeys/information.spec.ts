// What partner and sales team need from each other about one lead: more information, a lead taken back, plans of
// their own.

import { call, move, submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("the sales team asks for information, the partner answers exactly that, and the loop is recorded", async ({
  browser,
  guildhall,
  page,
}) => {
  const id = await submitLead(guildhall.url, { company: "Tjörn Tapeter AB" });
  await signIn(page, "manager-helena", `/referrals/leads/${id}`);
  await page.getByRole("button", { name: "Ask for information" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Ask for information" }).click();
  await expect(dialog.getByText("Choose at least one field")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("checkbox", { name: "Phone" }).check();
  await dialog.getByRole("checkbox", { name: "Current platform" }).check();
  await dialog.getByLabel("What is missing?").fill("Which number reaches Anna, and what do they sell on today?");
  await dialog.getByRole("button", { name: "Ask for information" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Waiting for the partner" })).toBeVisible();

  const partner = await browser.newContext({ locale: "en-GB" });
  const own = await partner.newPage();
  await signIn(own, "norrsken-owner", `/referrals/leads/${id}`);
  const card = own.getByRole("region", { name: "The sales team needs more information" });
  await expect(card).toContainText("Which number reaches Anna");
  await expect(card.getByRole("textbox")).toHaveCount(3);
  await expectAccessible(own);
  // An answer that says nothing is none.
  await card.getByRole("button", { name: "Send the answer" }).click();
  await expect(card.getByText("Change a field above, or write an answer here")).toBeVisible();
  await card.getByLabel("Phone").fill("call me");
  await card.getByRole("button", { name: "Send the answer" }).click();
  await expect(card.getByLabel("Phone")).toHaveAttribute("aria-invalid", "true");
  await card.getByLabel("Phone").fill("+46 31 555 01 42");
  await card.getByLabel("Anything to add?").fill("Anna answers in the mornings.");
  // What is typed is kept.
  await own.reload();
  await expect(card.getByLabel("Phone")).toHaveValue("+46 31 555 01 42");
  await card.getByRole("button", { name: "Send the answer" }).click();
  await expect(card).toBeHidden();
  const timeline = own.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("Information added")).toBeVisible();
  await expect(timeline).toContainText("Asked for: Phone, Current platform");
  await expect(timeline).toContainText("+46 31 555 01 42");
  await expect(timeline).toContainText("Anna answers in the mornings.");
  await partner.close();

  await page.reload();
  await expect(page.getByRole("heading", { name: "Waiting for the partner" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "+46 31 555 01 42" }).first()).toBeVisible();
});

test("who answers too late is told what happened, and keeps what was typed", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Öckerö Segel" });
  await move(guildhall.url, "manager-helena", id, {
    command: "request_information",
    fields: ["phone"],
    message: "Which number?",
  });
  await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
  await page.getByLabel("Phone").fill("+46 31 555 01 43");
  const seen = await call(guildhall.url, "norrsken-owner", `/leads/${id}`);
  await call(guildhall.url, "norrsken-owner", `/leads/${id}/information`, {
    body: { values: {}, note: "Anna has no phone." },
    headers: { "if-match": `"${seen.version}"` },
  });
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("This was answered or changed while you wrote.")).toBeVisible();
  await expect(page.getByText("Anna has no phone.").first()).toBeVisible();
  await expectAccessible(page);
});

test("a lead is withdrawn with a reason, for good", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Lysekil Lampor" });
  await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
  await page.getByRole("button", { name: "Withdraw" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("You take this lead back for good");
  await dialog.getByRole("button", { name: "Withdraw for good" }).click();
  await expect(dialog.getByText("Say why you withdraw it").first()).toBeVisible();
  await dialog.getByRole("textbox").fill("The merchant chose to wait a year.");
  await dialog.getByRole("button", { name: "Withdraw for good" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("You withdrew this lead.")).toBeVisible();
  await expect(page.getByText("The merchant chose to wait a year.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Withdraw" })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto("/referrals/leads?q=lysekil");
  await expect(page.getByRole("row").filter({ hasText: "Lysekil Lampor" })).toContainText("Withdrawn");
});

test("each side plans for itself, and the other never sees it", async ({ browser, guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Kungälv Kakel" });
  await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
  const card = page.getByRole("region", { name: "Your next action" });
  await expect(card).toContainText("Nothing planned.");
  await card.getByRole("button", { name: "Plan the next action" }).click();
  await card.getByRole("button", { name: "Save" }).click();
  await expect(card.getByText("Choose a date").first()).toBeVisible();
  await card.getByRole("button", { name: "Tomorrow" }).click();
  await card.getByLabel("What will you do?").fill("Send Anna the price list");
  await card.getByRole("button", { name: "Save" }).click();
  await expect(card).toContainText("Send Anna the price list");
  await expect(card).toContainText("tomorrow");
  await expectAccessible(page);

  const sales = await browser.newContext({ locale: "en-GB" });
  const other = await sales.newPage();
  await signIn(other, "manager-helena", `/referrals/leads/${id}`);
  await expect(other.getByRole("region", { name: "Next action" })).toContainText("Nothing planned.");
  expect(await other.getByRole("main").innerText()).not.toContain("price list");
  expect(JSON.stringify(await call(guildhall.url, "manager-helena", `/leads/${id}`))).not.toContain("price list");
  await sales.close();

  await card.getByRole("button", { name: "Done, clear it" }).click();
  await expect(card).toContainText("Nothing planned.");
});
