// Administrators keep the organisations of the programme, and its own people.

import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("an organisation is added with its first owner's invitation, renamed, suspended and reinstated", async ({
  page,
}) => {
  await signIn(page, "admin-ruth", "/organisations");
  await page.getByRole("link", { name: "Add an organisation" }).click();
  await page.getByRole("button", { name: "Add and invite the owner" }).click();
  const summary = page.locator("#error-summary");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Enter a name");
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Fjällräven Partner AB");
  await page.getByLabel("Email of its first owner").fill("owner@fjall.example");
  // Nothing typed is lost when the page is.
  await page.reload();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Fjällräven Partner AB");
  await page.getByRole("button", { name: "Add and invite the owner" }).click();
  await expect(page).toHaveURL(/\/organisations\/fjallraven-partner-ab$/);
  await expect(page.getByRole("heading", { level: 1, name: "Fjällräven Partner AB" })).toBeVisible();
  await expect(page.getByText("Nobody owns this organisation yet.", { exact: false })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "owner@fjall.example" })).toContainText("Owner");
  await expectAccessible(page);

  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Rename" }).click();
  await dialog.getByLabel("Name").fill("Fjäll Partner AB");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fjäll Partner AB" })).toBeVisible();

  await page.getByRole("button", { name: "Suspend" }).click();
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  await expect(dialog.getByText("Say why it is suspended")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill("The contract was not signed.");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("Fjäll Partner AB is suspended.")).toBeVisible();
  await expect(page.getByText("The contract was not signed.")).toBeVisible();
  await page.getByRole("button", { name: "Reinstate" }).click();
  await dialog.getByRole("button", { name: "Reinstate" }).click();
  await expect(page.getByText("Fjäll Partner AB is in good standing again.")).toBeVisible();
  await expect(page.getByText("The contract was not signed.")).toHaveCount(0);
});

test("organisations are searched in the address", async ({ page }) => {
  await signIn(page, "admin-ruth", "/organisations?q=sai+gon");
  await expect(page.getByRole("searchbox")).toHaveValue("sai gon");
  await expect(page.getByRole("link", { name: "Sài Gòn Web Studio" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Norrsken Commerce AB" })).toHaveCount(0);
  await page.getByRole("searchbox").fill("nobody at all");
  await expect(page.getByRole("heading", { name: "Nothing found for “nobody at all”" })).toBeVisible();
  await expect(page).toHaveURL(/q=nobody/);
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByRole("link", { name: "Norrsken Commerce AB" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Norrsken Commerce AB" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Members by role and name" })).toContainText("Owner");
  await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(0);
  await page.goto("/organisations/nobody-at-all");
  await expect(page.getByRole("heading", { name: "There is no such organisation" })).toBeVisible();
});

test("administrators invite the platform's own people", async ({ page }) => {
  await signIn(page, "admin-ruth", "/staff");
  await expect(page.getByRole("row").filter({ hasText: "(you)" })).toContainText("Administrator");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Email", { exact: true }).fill("nora@guildhall.example");
  await dialog.getByLabel("Sales representative").check();
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("row").filter({ hasText: "nora@guildhall.example" })).toContainText("Sales representative");
});

test("organisations and the platform's people are nobody else's to see", async ({ page }) => {
  await signIn(page, "manager-helena", "/organisations");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not for your role" })).toBeVisible();
  await page.goto("/staff");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not for your role" })).toBeVisible();
  await page.goto("/members");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not for your role" })).toBeVisible();
});
