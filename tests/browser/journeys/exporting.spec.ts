// Exports that are longer than one answer can carry, and receipts of decisions.

import { readFile } from "node:fs/promises";

import { move, submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("a list that is too long for one answer is prepared step by step and handed over by a link", async ({ page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads?product=plus");
  // What the service says of more rows than a test should make.
  const problem = { type: "about:blank", title: "Too large", status: 413, code: "export_too_large", request_id: "r-1" };
  await page.route("**/api/v1/leads.csv**", (route) =>
    route.fulfill({ status: 413, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
  let cut = true;
  await page.route("**/api/v1/exports/continue", (route) => (cut ? route.abort() : route.continue()));
  const button = page.getByRole("button", { name: /^Export \d+ row/ });
  const count = /\d+/.exec(await button.innerText())?.[0];
  await button.click();
  const dialog = page.getByRole("dialog", { name: "Prepare the file" });
  await expect(dialog.getByRole("status")).toHaveText(`0 of ${count} rows written`);
  // A network that breaks off loses nothing.
  await expect(dialog.getByRole("alert").first()).not.toBeEmpty();
  await expectAccessible(page);
  cut = false;
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("status")).toHaveText(`${count} of ${count} rows written`);
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Download leads.csv" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("leads.csv");
  const text = await readFile(await file.path(), "utf8");
  expect(text.startsWith("\uFEFFid,")).toBe(true);
  expect(text.trim().split("\r\n").at(-1)).toBe(`rows,${count}`);

  await page.setViewportSize({ width: 320, height: 700 });
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test("a decision has a numbered receipt in the timeline", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Kvitto och Vänner AB" });
  await move(guildhall.url, "manager-helena", id, { command: "start_work" });
  const refusal = { command: "mark_not_eligible", reason: "existing_customer", note: "They have a store already" };
  await move(guildhall.url, "manager-helena", id, refusal);
  await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
  const receipts = page.getByRole("button", { name: /^Download receipt/ });
  await expect(receipts).toHaveCount(2);
  const number = /[0-9a-f]{8}-\d+/.exec(await receipts.first().innerText())?.[0];
  const download = page.waitForEvent("download");
  await receipts.first().click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`receipt-${number}.json`);
  const receipt = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(receipt.number).toBe(number);
  expect(receipt.chain.at(-1).facts).toMatchObject({ kind: "marked_not_eligible", reason: "existing_customer" });
  expect(receipt.signature).not.toBe("");
  await expectAccessible(page);
});

test("whoever wants no byte order mark leaves it out, and is not asked again", async ({ page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads?product=plus");
  const export_ = async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Export \d+ row/ }).click();
    return readFile(await (await download).path(), "utf8");
  };
  expect((await export_()).startsWith("\uFEFFid,")).toBe(true);
  await page.locator("summary", { hasText: "File options" }).click();
  const mark = page.getByRole("checkbox", { name: "Mark as UTF-8 for Excel" });
  await expect(mark).toBeChecked();
  await mark.uncheck();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  expect((await export_()).startsWith("id,")).toBe(true);
  await page.reload();
  await page.locator("summary", { hasText: "File options" }).click();
  await expect(mark).not.toBeChecked();
});
