// A partner moves over from the Experts Marketplace: the tasks, the customers to contact, and the profile to review.

import { expectAccessible } from "../harness/axe.ts";
import { Guildhall } from "../harness/guildhall.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("an owner is led through the move until every task is done", async ({ browser }) => {
  test.setTimeout(120_000);
  // What is reviewed here stays reviewed, so no other journey shares the system.
  const own = await Guildhall.start();
  try {
    const page = await (await browser.newContext({ baseURL: own.url, reducedMotion: "reduce" })).newPage();
    await signIn(page, "norrsken-owner", "/home");
    await expect(page.getByText("3 fields are still to be reviewed", { exact: false })).toBeVisible();
    await page.getByRole("link", { name: "See your tasks" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Moving from the Experts Marketplace" })).toBeVisible();
    await expect(page.getByText("0 of 4 done")).toBeVisible();
    await expect(page.locator("tbody tr")).toHaveCount(5);
    await expectAccessible(page);

    const tick = (shop: RegExp) => page.getByRole("checkbox", { name: shop });
    await tick(/Lykta/).check();
    await expect(page.getByText("1 of 5 customers contacted")).toBeVisible();
    await tick(/Lykta/).uncheck();
    await expect(page.getByText("0 of 5 customers contacted")).toBeVisible();
    for (const [done, shop] of [/Lykta/, /Ashworth/, /Fjäll/, /Tallgren/, /Moss/].entries()) {
      await tick(shop).check();
      await expect(page.getByText(`${done + 1} of 5 customers contacted`)).toBeVisible();
    }

    await page.getByLabel("Communication").fill("E-mail and phone");
    await page.getByLabel("Invoicing").fill("Fortnox");
    await page.getByRole("button", { name: "Save tools" }).click();
    await expect(page.getByText("You chose: E-mail and phone, Fortnox.")).toBeVisible();

    await page.getByLabel("Currency").selectOption("USD");
    await page.getByLabel("Price of a project").fill("1234.55");
    await expect(page.getByText("$123.46 more for you")).toBeVisible();
    await expect(page.getByText("$1,111.09")).toBeVisible();

    await page.getByRole("checkbox", { name: "I have what I want to keep" }).check();
    await expect(page.getByText("3 of 4 done")).toBeVisible();

    await page.getByRole("link", { name: "Review the profile" }).click();
    await expect(page.getByText("40 % reviewed.")).toBeVisible();
    await expectAccessible(page);
    const isRight = page.getByRole("button", { name: "It is right as it is" });
    await expect(page.locator("#step-title")).toHaveText("Additional locations");
    await isRight.click();
    await expect(page.locator("#step-title")).toHaveText("Services offered");
    await expect(page.getByText("60 % reviewed.")).toBeVisible();
    await expectAccessible(page);
    await isRight.click();
    await expect(page.getByText("80 % reviewed.")).toBeVisible();
    // What is edited is reviewed by that.
    await expect(page.locator("#step-title")).toHaveText("Social media profile links");
    await page.getByLabel("Instagram").fill("https://instagram.com/norrskencommerce2");
    await page.getByRole("button", { name: "Save and send for approval" }).click();
    await expect(page.getByText("100 % reviewed.")).toBeVisible();

    await page.getByRole("link", { name: "Moving from the Experts Marketplace" }).click();
    await expect(page.getByText("4 of 4 done")).toBeVisible();
    for (const path of ["/directory/moving", "/directory/about-profiles", "/vi/directory/moving"]) {
      expect((await page.request.get(path)).status(), path).toBe(200);
    }
    await page.goto("/directory/moving");
    await expectAccessible(page);
  } finally {
    await own.stop();
  }
});
