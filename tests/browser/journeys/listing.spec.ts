// The table of leads: searched, filtered, sorted, paged, all of it in the address.

import { readFile } from "node:fs/promises";

import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("search, filter, order and page live in the address, and the back button restores them", async ({ page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads");
  const rows = page.getByRole("table", { name: /^Submitted leads/ }).getByRole("row");
  await expect(rows).toHaveCount(26);
  await page.getByRole("link", { name: /^Awarded/ }).click();
  await expect(page).toHaveURL(/status=awarded/);
  await page.getByRole("button", { name: /^Company/ }).click();
  await expect(page).toHaveURL(/sort=company/);
  await expect(page.getByRole("columnheader", { name: /^Company/ })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.getByText(/^Showing 26–/)).toBeVisible();

  const second = (await rows.nth(1).textContent()) ?? "";
  await page.reload();
  await expect(page.getByText(/^Showing 26–/)).toBeVisible();
  await expect(rows.nth(1)).toHaveText(second);
  await page.goBack();
  await expect(page.getByText(/^Showing 1–25/)).toBeVisible();
  await expect(page).toHaveURL(/sort=company/);
});

test("a search that finds nothing says so and offers to undo it", async ({ page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads?q=nothing-like-this");
  await expect(page.getByText("No lead matches “nothing-like-this”")).toBeVisible();
  await page.getByRole("link", { name: "Clear search and filters" }).or(
    page.getByRole("button", { name: "Clear search and filters" }),
  ).first().click();
  await expect(page.getByText(/^Showing 1–25/)).toBeVisible();
});

test("the number on a tab is the number of rows behind it", async ({ page }) => {
  await signIn(page, "saigonweb-viewer", "/referrals/leads");
  for (const name of ["Submitted", "In progress", "Awarded", "Not eligible"]) {
    const tab = page.getByRole("link", { name: new RegExp(`^${name} ?\\d+`) });
    const count = /(\d+)\s*$/.exec((await tab.innerText()).trim())?.[1];
    await tab.click();
    await expect(page.getByText(new RegExp(`of ${count}$`))).toBeVisible();
  }
});

test("the export holds every row of the filter", async ({ page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads?product=pos");
  const button = page.getByRole("button", { name: /^Export \d+ rows/ });
  const count = /\d+/.exec(await button.innerText())?.[0];
  const download = page.waitForEvent("download");
  await button.click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file.trim().split("\r\n").at(-1)).toBe(`rows,${count}`);
});

test("an organisation older than the table is told that leads may be missing, a newer one is not", async ({
  page,
}) => {
  await signIn(page, "norrsken-viewer", "/referrals/leads");
  await expect(page.getByText(/may not appear in this table/)).toBeVisible();
  await page.locator("summary").filter({ hasText: "MB" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, "saigonweb-viewer", "/referrals/leads");
  await expect(page.getByText(/^Showing 1–/)).toBeVisible();
  await expect(page.getByText(/may not appear in this table/)).toHaveCount(0);
});

test("a filter is saved under a name, found again after a reload, and removed", async ({ page }) => {
  await signIn(page, "norrsken-owner", "/referrals/leads?status=awarded&product=plus");
  const menu = page.locator("summary").filter({ hasText: "Saved filters" });
  await menu.click();
  await page.getByRole("button", { name: "Save this filter" }).click();
  await expect(page.getByText("Enter a name")).toBeVisible();
  await page.getByLabel("Name of this filter").fill("Won with Plus");
  await page.getByRole("button", { name: "Save this filter" }).click();

  await page.goto("/referrals/leads");
  await expect(page.getByText(/^Showing 1–25/)).toBeVisible();
  await menu.click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Won with Plus" }).click();
  await expect(page).toHaveURL(/status=awarded/);
  await expect(page).toHaveURL(/product=plus/);
  await menu.click();
  await page.getByRole("button", { name: "Remove “Won with Plus”" }).click();
  await expect(page.getByText("Nothing is saved yet.")).toBeVisible();
});
