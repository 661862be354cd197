// Administrators set when the directory opens, and visitors are told until it does.

import { expectAccessible } from "../harness/axe.ts";
import { Guildhall } from "../harness/guildhall.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("the opening is put off, which visitors are told, and set back", async ({ browser }) => {
  // Of its own: nobody else could look at the directory meanwhile.
  const system = await Guildhall.start();
  const context = await browser.newContext({ baseURL: system.url });
  try {
    const page = await context.newPage();
    await signIn(page, "admin-ruth", "/cutover");
    await expect(page.getByRole("heading", { level: 1, name: "Experts Marketplace: dates" })).toBeVisible();
    const review = page.getByLabel("Partners review their profiles");
    const opens = page.getByLabel("Directory opens");
    const closes = page.getByLabel("Marketplace closes for merchants");
    await expect(review).toHaveValue(/^2023-09-01T00:00/);
    await expect(page.getByRole("table")).toHaveCount(3);
    await expectAccessible(page);

    await opens.fill("2023-08-15T00:00");
    await page.getByRole("button", { name: "Save dates" }).click();
    const summary = page.locator("#error-summary");
    await expect(summary).toBeFocused();
    await expect(summary).toContainText("It must be later than “Partners review their profiles”");
    await expect(opens).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page);

    await opens.fill("2090-10-01T00:00");
    await closes.fill("2090-12-01T00:00");
    await page.getByRole("button", { name: "Save dates" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Directory opens: from 1 October 2023, 00:00:00 UTC to 1 October 2090");
    await expect(dialog.getByRole("row").filter({ hasText: "Lead form" })).toContainText("No");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Change the dates" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Partners review their migrated profiles").first()).toBeVisible();

    const visitor = await context.newPage();
    await visitor.goto("/directory/search");
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("The Partner Directory is not open yet");
    await expect(visitor.getByRole("main")).toContainText("It opens on 1 October 2090, 00:00:00 UTC.");
    await expectAccessible(visitor);

    await opens.fill("2023-10-01T00:00");
    await closes.fill("2023-12-01T00:00");
    await page.getByRole("button", { name: "Save dates" }).click();
    await dialog.getByRole("button", { name: "Change the dates" }).click();
    await expect(dialog).toBeHidden();
    await visitor.reload();
    await expect(visitor.getByRole("heading", { level: 1 })).not.toHaveText("The Partner Directory is not open yet");
  } finally {
    await context.close();
    await system.stop();
  }
});
