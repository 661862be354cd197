// What is left of the Experts Marketplace: the partner's records, and a merchant's own jobs in the window.

import { expectAccessible } from "../harness/axe.ts";
import { Guildhall } from "../harness/guildhall.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("a partner finds a job of the marketplace and reads all that is left of it", async ({ page }) => {
  await signIn(page, "norrsken-member", "/records");
  await expect(page.getByRole("heading", { level: 1, name: "Marketplace records" })).toBeVisible();
  await expect(page.getByText("Merchants have no access to the Experts Marketplace since", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Status", { exact: true }).first().click();
  await page.getByLabel("Completed").check();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/statuses=COMPLETED/);
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/records\/jobs\//);
  await expect(page.getByRole("heading", { name: "What was asked for" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Conversation" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expectAccessible(page);

  await page.goto("/records/conversations");
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: /^Conversation with/ })).toBeVisible();
  await expect(page.locator(".messages > li").first()).toBeVisible();
  await expectAccessible(page);

  await page.goto("/records/customers");
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Download records" }).click();
  await expect(page.getByRole("heading", { name: "Everything as one archive" })).toBeVisible();
  await expectAccessible(page);
});

test("a merchant reads existing jobs inside the directory until the marketplace closes, and not a second longer", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const own = await Guildhall.start();
  try {
    await own.setClock("2023-11-30T12:00:00Z");
    const page = await (await browser.newContext({ baseURL: own.url })).newPage();
    await signIn(page, "merchant-tom", "/inquiries");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Existing jobs" }).click();
    await expect(page.getByText("You can read them here until", { exact: false })).toBeVisible();
    await expectAccessible(page);
    await page.locator("tbody").getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1, name: /^Job with/ })).toBeVisible();
    await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
    await expectAccessible(page);
    const job = page.url();
    // Its plain pages know nobody; those that the application draws do.
    await page.goto("/directory/search");
    await expect(page.getByRole("link", { name: "Existing jobs" })).toBeVisible();

    await own.setClock("2023-12-01T00:00:00Z");
    await page.goto(job);
    await expect(page.getByRole("heading", { name: "The Experts Marketplace is closed" })).toBeVisible();
    await expectAccessible(page);
    await page.goto("/existing-jobs");
    await expect(page.getByRole("heading", { name: "The Experts Marketplace is closed" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Your inquiries" }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Existing jobs" })).toHaveCount(0);
  } finally {
    await own.stop();
  }
});
