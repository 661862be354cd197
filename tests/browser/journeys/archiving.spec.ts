// Everything that is kept for an organisation, as one archive.

import { readFile } from "node:fs/promises";

import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("an owner makes an archive step by step, and goes on after the network broke off", async ({ page }) => {
  await signIn(page, "norrsken-owner", "/settings");
  let cut = true;
  await page.route("**/api/v1/archives/continue", (route) => (cut ? route.abort() : route.continue()));
  const button = page.getByRole("button", { name: "Download everything" });
  await button.click();
  const dialog = page.getByRole("dialog", { name: "Download everything" });
  await expect(dialog.getByRole("status")).toHaveText("List 1 of 9: profile. 0 records written");
  await expect(dialog.getByRole("alert").first()).not.toBeEmpty();
  await expectAccessible(page);
  cut = false;
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("status")).toHaveText(/^The archive is ready\. It holds [\d,]+ records\.$/);
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Download guildhall-archive.zip" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("guildhall-archive.zip");
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 2).toString("latin1")).toBe("PK");
  expect(bytes.includes("manifest.json")).toBe(true);

  await page.setViewportSize({ width: 320, height: 700 });
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test("whoever is no owner is told who may make the archive", async ({ page }) => {
  await signIn(page, "norrsken-member", "/records/download");
  await expect(page.getByText("Only an owner of your organisation can make the archive.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Download everything" })).toHaveCount(0);
  await expectAccessible(page);
});
