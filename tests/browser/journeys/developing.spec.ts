// Owners make tokens, with which programs ask the API; the description of the API stands beside them.

import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("an owner makes a token, a program uses it, and it is revoked", async ({ page, request }) => {
  await signIn(page, "norrsken-owner", "/developers");
  await expect(page.getByRole("heading", { level: 1, name: "API tokens" })).toBeVisible();
  await page.getByRole("button", { name: "Create a token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create a token" }).click();
  await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(dialog.getByText("Choose at least one")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Name", { exact: true }).fill("CRM sync");
  await dialog.getByLabel("Read leads").check();
  await dialog.getByRole("button", { name: "Create a token" }).click();
  const secret = dialog.locator("#token code");
  await expect(secret).toHaveText(/^ghp_norrsken\.[0-9a-f]{32}_[0-9a-f]{64}$/);
  await expectAccessible(page);
  const headers = { authorization: `Bearer ${await secret.textContent()}` };
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  const leads = new URL("/api/v1/partner/leads", page.url()).href;
  expect((await request.get(leads, { headers })).status()).toBe(200);

  await page.reload();
  const row = page.getByRole("row").filter({ hasText: "CRM sync" });
  await expect(row).toContainText("Read leads");
  await expect(row).not.toContainText("Not used");
  expect(await page.content()).not.toContain(headers.authorization.slice(-64));
  await row.getByRole("button", { name: /^Revoke/ }).click();
  await expect(dialog.getByRole("heading", { name: "Revoke CRM sync?" })).toBeVisible();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("CRM sync was revoked.")).toBeVisible();
  await expect(row).toHaveCount(0);
  expect((await request.get(leads, { headers })).status()).toBe(403);
});

test("what the API takes and answers is described, for those too who make no tokens", async ({ page }) => {
  await signIn(page, "norrsken-viewer", "/developers");
  await expect(page.getByText("An owner of your organisation makes and revokes tokens.")).toBeVisible();
  await page.getByRole("link", { name: "API reference" }).click();
  const submit = page.locator("#submit_lead_with_token");
  await submit.locator("summary").press("Enter");
  await expect(submit).toContainText("leads:write");
  await expect(submit).toContainText("curl -X POST");
  await expect(submit).toContainText("contact_email");
  await expectAccessible(page);
  await page.getByRole("link", { name: /^inquiries/ }).click();
  await expect(page.locator("#list_inquiries")).toBeVisible();
});
