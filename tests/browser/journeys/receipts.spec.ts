// Whoever holds a receipt can check it, and learns of whatever was changed in it.

import { readFile } from "node:fs/promises";

import { move, submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("a receipt is checked in the browser, and what was altered in it is found", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Kvitto och Söner AB" });
  await move(guildhall.url, "manager-helena", id, { command: "start_work", note: "We met" });
  await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Download receipt/ }).first().click();
  const receipt = await readFile(await (await download).path(), "utf8");

  await page.getByRole("link", { name: "Check a receipt" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Check a receipt" })).toBeVisible();
  const check = async (name: string, text: string) =>
    page.getByLabel("Receipt", { exact: true }).setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  const verdict = page.locator("#receipt-outcome");

  await check("receipt.json", receipt);
  await expect(verdict).toHaveText("The receipt is genuine");
  await expect(verdict).toBeFocused();
  await expect(page.getByText("Kvitto och Söner AB")).toBeVisible();
  await expect(page.getByRole("cell", { name: "As recorded" }).first()).toBeVisible();
  await expectAccessible(page);

  await check("receipt.json", receipt.replace("Söner AB", "Döttrar AB"));
  await expect(verdict).toHaveText("This is not what was issued");

  const foreign = JSON.parse(receipt);
  await page.route("**/api/v1/receipt-keys", (route) =>
    route.fulfill({ json: { keys: [{ id: "0123456789abcdef", algorithm: "Ed25519", public: "A".repeat(43) }] } }),
  );
  await check("receipt.json", JSON.stringify(foreign));
  await expect(verdict).toHaveText("Signed with an unknown key");

  await check("notes.json", JSON.stringify({ hello: "world" }));
  await expect(verdict).toHaveText("This is no receipt");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectAccessible(page);
});
