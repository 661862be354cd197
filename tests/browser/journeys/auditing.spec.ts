// The audit log: what somebody of the platform's did stands there a moment later, for administrators alone.

import { readFile } from "node:fs/promises";

import { move, submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("what a manager does to a lead stands in the log, with why, and leads to the lead", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Revision och Vänner AB" });
  const note = "The owner called back";
  await move(guildhall.url, "manager-helena", id, { command: "start_work", note });
  await signIn(page, "admin-ruth", "/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Revision och Vänner AB" });
  // The log is kept a moment after the act.
  await expect(async () => {
    await page.reload();
    await expect(row).toHaveCount(1, { timeout: 2_000 });
  }).toPass();
  await expect(row.getByRole("rowheader")).toContainText("Work on a lead started");
  await expect(row).toContainText(note);
  await expect(row).toContainText("Sales manager");
  await expectAccessible(page);
  await row.getByRole("link", { name: "Revision och Vänner AB" }).click();
  await expect(page).toHaveURL(new RegExp(`/referrals/leads/${id.replace(".", "\\.")}$`));
  await page.goBack();
  await expect(row).toHaveCount(1);
});

test("month, filters, search, order and page live in the address", async ({ page }) => {
  // A month of the demo data, which any clock can ask for.
  await signIn(page, "admin-ruth", "/audit?month=2026-10");
  const rows = page.getByRole("table", { name: /^What was done/ }).getByRole("row");
  await expect(page.getByLabel("Month")).toHaveValue("2026-10");
  await expect(page.getByText(/^Showing 1–25 of/)).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.getByText(/^Showing 26–/)).toBeVisible();
  await page.getByRole("button", { name: /^Subject/ }).click();
  await expect(page).toHaveURL(/sort=subject/);
  await expect(page.getByRole("columnheader", { name: /^Subject/ })).toHaveAttribute("aria-sort", "ascending");

  await page.locator("summary").filter({ hasText: "Act" }).click();
  const option = page.getByRole("checkbox", { name: /Lead set to Awarded/ });
  const count = /\d+$/.exec((await page.locator("label", { has: option }).innerText()).trim())?.[0];
  await option.check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Apply" }).first().click();
  await expect(page).toHaveURL(/act=awarded/);
  await expect(page.getByText(new RegExp(`of ${count}$`))).toBeVisible();
  await expect(rows.nth(1).getByRole("rowheader")).toContainText("Lead set to Awarded");
  await page.reload();
  await expect(page.getByText(new RegExp(`of ${count}$`))).toBeVisible();

  const button = page.getByRole("button", { name: /^Export \d+ row/ });
  const download = page.waitForEvent("download");
  await button.click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file.trim().split("\r\n").at(-1)).toBe(`rows,${count}`);

  await page.getByLabel("Month").selectOption("2026-09");
  await expect(page).toHaveURL(/month=2026-09/);
  await page.goBack();
  await expect(page.getByLabel("Month")).toHaveValue("2026-10");
});

test("a month without an entry says so, and a search that finds nothing offers a way back", async ({ page }) => {
  await signIn(page, "admin-ruth", "/audit?month=2020-02");
  await expect(page.getByText("Nothing was done in this month")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/audit?month=2026-10&q=nothing-like-this");
  await expect(page.getByText("No entry matches “nothing-like-this”")).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).first().click();
  await expect(page.getByText(/^Showing 1–25 of/)).toBeVisible();
  await expect(page.getByLabel("Month")).toHaveValue("2026-10");
});

test("the log speaks the reader's language and fits a phone", async ({ page }) => {
  await signIn(page, "admin-ruth", "/audit?month=2026-10");
  for (const [name, heading, month] of [
    ["Svenska", "Granskningslogg", "oktober 2026"],
    ["Tiếng Việt", "Nhật ký kiểm tra", "tháng 10 năm 2026"],
  ] as const) {
    await page.getByLabel(/^(Language|Språk|Ngôn ngữ)$/).selectOption({ label: name });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.locator("#month option:checked")).toHaveText(new RegExp(month, "i"));
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "nothing is wider than the phone").toBeLessThanOrEqual(0);
});

test("the log is nobody else's", async ({ page }) => {
  await signIn(page, "manager-helena", "/audit");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not for your role" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Audit log" })).toHaveCount(0);
});
