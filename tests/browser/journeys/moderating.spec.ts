// The programme's decisions about reviews, and its way to any profile.

import { expectAccessible } from "../harness/axe.ts";
import { NORRSKEN } from "../harness/directory.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("a reported review goes with a reason, and any profile is found by its address", async ({ page }) => {
  await signIn(page, "admin-ruth", "/moderation");
  await expect(page.getByRole("heading", { name: "Reported reviews" })).toBeVisible();
  const report = page.getByRole("listitem").filter({ hasText: "Reported:" }).first();
  await report.getByRole("button", { name: "Remove the review" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Remove the review" }).click();
  await expect(page.getByLabel("Which rule does it break?")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Which rule does it break?").selectOption("fake");
  await dialog.getByRole("button", { name: "Remove the review" }).click();
  await expect(page.getByText("The review was removed, and leaves the average.")).toBeVisible();

  await page.getByLabel("Find a profile by its address").fill(`https://guildhall.example/directory/${NORRSKEN.handle}`);
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByRole("heading", { level: 1, name: NORRSKEN.name })).toBeVisible();
  await page.getByText("As merchants will see it").click();
  // However the preview is folded, the page has one heading of its own.
  await expect(page.locator("h1")).toHaveCount(1);
  await expectAccessible(page);
  await page.goto("/moderation/profiles/nobody-at-all");
  await expect(page.getByRole("heading", { level: 1, name: "There is no such profile" })).toBeVisible();
});

test("moderation is nobody else's", async ({ page }) => {
  await signIn(page, "norrsken-owner", "/moderation");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not for your role" })).toBeVisible();
});
