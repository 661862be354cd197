// Owners have their own systems told of things, and see what became of it.

import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("an owner adds a webhook, keeps its secret, sends a test and sees what became of it", async ({ page }) => {
  await signIn(page, "saigonweb-owner", "/webhooks");
  await expect(page.getByText("No webhooks yet")).toBeVisible();
  await page.getByRole("button", { name: "Add webhook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Address")).toBeFocused();
  await expect(dialog.getByText("Enter an address")).toBeVisible();
  await expect(dialog.getByText("Choose at least one")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Address").fill("https://169.254.169.254/latest");
  await dialog.getByLabel("Lead decided").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("This address is not on the public internet")).toBeVisible();

  await dialog.getByLabel("Address").fill("https://hooks.saigonweb.example/guildhall");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Secret")).toHaveValue(/^whsec_/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "I have stored the secret" }).click();

  await page.getByRole("link", { name: "hooks.saigonweb.example" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "hooks.saigonweb.example" })).toBeVisible();
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByText("A test is sent within a minute.")).toBeVisible();
  // The name is one that leads nowhere, for good.
  const row = page.getByRole("table", { name: "Deliveries" }).getByRole("row").filter({ hasText: "Test" });
  await expect(async () => {
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(row).toContainText("The name leads nowhere", { timeout: 1_000 });
  }).toPass();
  await expect(row).toContainText("Waiting");
  await expectAccessible(page);
  await row.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("under the same id")).toBeVisible();

  await page.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByRole("button", { name: "Switch on" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send a test" })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove webhook" }).click();
  await dialog.getByRole("button", { name: "Remove webhook" }).click();
  await expect(page.getByText("No webhooks yet")).toBeVisible();
});

test("whoever does not own the organisation finds no webhooks", async ({ page }) => {
  await signIn(page, "saigonweb-member", "/members");
  await expect(page.getByRole("link", { name: "Webhooks" })).toHaveCount(0);
  await page.goto("/webhooks");
  await expect(page.getByRole("button", { name: "Add webhook" })).toHaveCount(0);
});
