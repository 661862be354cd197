// Payouts: an owner says where to pay, and an administrator looks at a run, makes it and takes its report.

import { readFile } from "node:fs/promises";

import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("an owner mistypes the account, puts it right, and never sees it whole again", async ({ page }) => {
  await signIn(page, "norrsken-owner", "/payouts/details");
  await expect(page.getByRole("heading", { level: 1, name: "Payout details" })).toBeVisible();
  await page.getByLabel("Account holder").fill("Norrsken Handel AB");
  await page.getByLabel("Country of the bank").selectOption("SE");
  const account = page.getByLabel("Account number or IBAN");
  await account.fill("SE45 5000 0000 0583 9825 7467");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: /attention/ })).toBeFocused();
  await expect(page.getByText("The check digits of this IBAN do not fit").first()).toBeVisible();
  await expectAccessible(page);
  await account.fill("SE45 5000 0000 0583 9825 7466");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Payout details saved")).toBeVisible();
  await expect(page.getByText("Saved: the account ending in 7466.")).toBeVisible();
  await expect(account).toHaveValue("");
  expect(await page.content()).not.toContain("058398");
});

test("an administrator looks at the run that is due, makes it and takes its report", async ({ page }) => {
  await signIn(page, "admin-ruth", "/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Payout runs" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Payout runs" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("row", { name: /Can be paid since/ }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Preview: what a run would do" })).toBeVisible();
  await expect(page.getByText("To be paid").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Make the run" }).click();
  const dialog = page.getByRole("dialog", { name: "Make this payout run?" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Make the run" }).click();
  await expect(page.getByRole("heading", { name: "Report: what the run did" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make the run" })).toHaveCount(0);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download report" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^payouts-\d{4}-\d\d-[12]\.csv$/);
  expect(await readFile(await file.path(), "utf8")).toContain("SE4550000000058398257466");
});
