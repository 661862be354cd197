// The way in: the application loads under a strict policy, and everybody can sign in and out of it.

import { expectAccessible } from "../harness/axe.ts";
import { type Persona, SIGN_IN, signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("the application runs without inline script and without eval", async ({ page }) => {
  const answer = await page.goto("/");
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toContain("'unsafe-inline'");
  await expect(page.getByRole("main")).toBeVisible();
});

test("the first page is accessible in light and in dark", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

const PEOPLE: Persona[] = ["norrsken-owner", "saigonweb-viewer", "rep-astrid", "manager-helena", "merchant-tom"];

for (const persona of PEOPLE) {
  test(`${persona} can sign in`, async ({ page }) => {
    await signIn(page, persona);
    await expect(page.getByRole("banner")).toBeVisible();
  });
}

test("signing out gives up the refresh token, so nothing that was kept signs anybody in again", async ({
  page,
  guildhall,
}) => {
  await signIn(page, "norrsken-viewer");
  const kept = await page.evaluate(() => sessionStorage.getItem("guildhall.tokens") ?? "{}");
  const { refresh_token } = JSON.parse(kept) as { refresh_token: string };
  const givenUp = page.waitForRequest((request) => request.url().endsWith("/auth/revoke"));
  await page.locator("summary").filter({ hasText: "MB" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await givenUp;
  await expect(page.getByRole("button", { name: SIGN_IN })).toBeVisible();
  const form = { grant_type: "refresh_token", client_id: "guildhall-web", refresh_token };
  const answer = await page.request.post(`${guildhall.url}/auth/token`, { form });
  expect(answer.status()).toBe(400);
});

for (const language of ["en", "sv", "vi"]) {
  test(`the sign-in page is accessible in ${language}`, async ({ browser, guildhall }) => {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    await page.goto(guildhall.url);
    await page.getByRole("button", { name: SIGN_IN }).click();
    await expect(page.locator('button[name="person"]')).toHaveCount(12);
    await expectAccessible(page);
    await context.close();
  });
}
