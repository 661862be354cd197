// Inquiries that a partner received: found, marked, turned into a lead; and the reviews that came of them.

import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("a partner finds an inquiry, says where it stands, and sees what that does", async ({ page }) => {
  await signIn(page, "saigonweb-member", "/inquiries");
  await expect(page.getByRole("heading", { level: 1, name: "Inquiries" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^New/ }).click();
  await expect(page).toHaveURL(/status=new/);
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "The merchant’s goal" })).toBeVisible();
  await expect(page.getByText("You keep 100 % of what you earn.", { exact: false })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Mark as answered" }).click();
  await expect(page.getByRole("heading", { name: "You say: Answered" })).toBeFocused();
  await expect(page.getByRole("listitem").filter({ hasText: "Marked as: Answered" }).first()).toBeVisible();
  await page.getByRole("button", { name: "We worked on this" }).click();
  await expect(page.getByText("The merchant may write a review of you", { exact: false })).toBeVisible();
});

test("of two members who mark the same inquiry the second sees what the first said", async ({ page, browser, baseURL }) => {
  await signIn(page, "saigonweb-member", "/inquiries?status=new");
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "You say: New" })).toBeVisible();
  const other = await (await browser.newContext({ baseURL })).newPage();
  await signIn(other, "saigonweb-owner", new URL(page.url()).pathname);
  await other.getByRole("button", { name: "Mark as declined" }).click();
  await expect(other.getByRole("heading", { name: "You say: Declined" })).toBeVisible();
  await page.getByRole("button", { name: "Mark as answered" }).click();
  await expect(page.getByText("Somebody of your organisation changed this meanwhile.", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { name: "You say: Declined" })).toBeVisible();
});

test("an inquiry becomes a lead with what the merchant wrote, and both know of each other", async ({ page }) => {
  await signIn(page, "norrsken-member", "/inquiries?status=answered");
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "The merchant’s goal" })).toBeVisible();
  const inquiry = new URL(page.url()).pathname;
  const goal = await page.locator(".goal").innerText();
  await page.getByRole("link", { name: "POS lead" }).click();
  await expect(page.getByText(/^Filled in from the inquiry of/)).toBeVisible();
  await expect(page.getByLabel("How the merchant sells", { exact: false }).or(page.locator("#description"))).toHaveValue(goal);
  // Their consent was to the inquiry.
  await expect(page.locator("#consent")).not.toBeChecked();
  await expectAccessible(page);
  await page.locator("#consent").check();
  await page.getByLabel("Yes, sell it with me").check();
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page).toHaveURL(/\/referrals\/leads\/norrsken\.[0-9a-f]{32}$/);
  await page.getByRole("link", { name: "From an inquiry" }).click();
  await expect(page).toHaveURL(new RegExp(`${inquiry}$`));
  await page.getByRole("link", { name: "Open the lead" }).first().click();
  await expect(page).toHaveURL(/\/referrals\/leads\/norrsken\./);
  await page.goto(`/referrals/leads/new/pos?inquiry=${inquiry.split("/").pop()}`);
  await expect(page.getByRole("heading", { name: "This inquiry became a lead already" })).toBeVisible();
});

test("an owner answers a review once, knowing that it is for good", async ({ page }) => {
  await signIn(page, "norrsken-owner", "/reviews");
  await expect(page.getByRole("heading", { level: 1, name: "Reviews" })).toBeVisible();
  await expectAccessible(page);
  const review = page.getByRole("article").filter({ has: page.getByRole("button", { name: "Answer", exact: true }) });
  const company = await review.first().getByRole("heading").innerText();
  await review.first().getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByText("it cannot be changed or removed later", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Your answer").fill("Thank you for the <b>kind</b> words.");
  await page.getByRole("button", { name: "Publish the answer" }).click();
  const answered = page.getByRole("article").filter({ has: page.getByRole("heading", { name: company }) }).first();
  await expect(answered).toContainText("Thank you for the <b>kind</b> words.");
  await expect(answered.getByRole("button", { name: "Answer", exact: true })).toHaveCount(0);
});
