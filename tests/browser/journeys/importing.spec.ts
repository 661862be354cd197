// Many leads out of a file, and correcting what was entered.

import { readFile } from "node:fs/promises";

import { call, submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

const HEADER =
  "reference;product;company;contact_name;contact_email;website;country;sales_support;description;consent";

function row(reference: string, company: string, email = "ingrid@merchant.example"): string {
  return `${reference};plus;${company};Ingrid Hallström;${email};https://merchant.example;SE;ja;"Three shops; a web store";ja`;
}

function file(...rows: string[]): { name: string; mimeType: string; buffer: Buffer } {
  return { name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from([HEADER, ...rows].join("\r\n")) };
}

test("a file is checked, imported with a report, and the same file again adds nothing", async ({ page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads");
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import leads" })).toBeVisible();
  const template = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the template" }).click();
  expect(await readFile(await (await template).path(), "utf8")).toContain("reference,product,company");
  await expectAccessible(page);

  const choose = page.getByLabel("CSV file");
  await choose.setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer: Buffer.from("name|mail\r\nA|a@b.example") });
  await expect(page.getByRole("alert").filter({ hasText: "cannot be imported" })).toContainText("separated by something else");
  await choose.setInputFiles({ name: "big.csv", mimeType: "text/csv", buffer: Buffer.alloc(25 * 1024 * 1024, "x") });
  await expect(page.getByText("It is larger than 20 MB.")).toBeVisible();

  const rows = [row("IMP-1", "Ales Antikt"), row("IMP-2", "Brösarp Bröd", "nobody"), row("IMP-3", "Degeberga Djur")];
  await choose.setInputFiles(file(...rows));
  const result = page.getByRole("region", { name: "What would happen" });
  await expect(result).toContainText("Would be added2");
  const refused = page.getByRole("region", { name: "Refused rows" });
  await expect(refused.getByRole("row").filter({ hasText: "Brösarp Bröd" })).toContainText("contact_email:");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  const done = page.getByRole("region", { name: "What happened" });
  await expect(done).toContainText("Added2");
  const report = page.waitForEvent("download");
  await done.getByRole("button", { name: "Download the report" }).click();
  const lines = (await readFile(await (await report).path(), "utf8")).split("\r\n");
  expect(lines[1]).toMatch(/^2,IMP-1,Ales Antikt,Added,norrsken\.[0-9a-f]{32},$/);
  expect(lines[2]).toMatch(/^3,IMP-2,Brösarp Bröd,Refused,,contact_email: /);
  await expectAccessible(page);

  await choose.setInputFiles(file(row("IMP-1", "Ales Antikt"), row("IMP-3", "Degeberga Djur AB")));
  await expect(page.getByRole("region", { name: "What would happen" })).toContainText("Unchanged1");
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("region", { name: "What happened" })).toContainText("Corrected1");
  await page.getByRole("link", { name: "See the leads" }).click();
  await page.goto("/referrals/leads?q=degeberga");
  await page.getByRole("link", { name: "Degeberga Djur AB" }).first().click();
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("Details corrected by an import")).toBeVisible();
  await expect(timeline.getByText("Imported from a file")).toBeVisible();
});

test("an import that breaks off goes on where it stopped", async ({ page }) => {
  await signIn(page, "norrsken-owner", "/referrals/leads/import");
  const rows = Array.from({ length: 250 }, (_, number) => row(`OFF-${number}`, `Österlen ${number}`));
  await page.getByLabel("CSV file").setInputFiles(file(...rows));
  await expect(page.getByRole("button", { name: "Import 250 rows" })).toBeVisible();
  let pieces = 0;
  await page.route("**/api/v1/leads/import", (route) => (++pieces === 2 ? route.abort() : route.continue()));
  await page.getByRole("button", { name: "Import 250 rows" }).click();
  await expect(page.getByText("Stopped. What was imported stays.")).toBeVisible();
  await expect(page.locator("#import-progress")).toHaveText("100 of 250 rows");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("region", { name: "What happened" })).toContainText("Added250");
});

test("a partner corrects what was entered, and both values stay in the timeline", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Kivik Keramik" });
  await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
  await page.getByRole("button", { name: "Correct details" }).click();
  const card = page.getByRole("region", { name: "Correct details" });
  await card.getByRole("button", { name: "Save the corrections" }).click();
  await expect(card.getByText("Change at least one field").first()).toBeVisible();
  await expectAccessible(page);
  await card.getByLabel("Company").fill("Kiviks Keramik AB");
  await card.getByRole("button", { name: "Save the corrections" }).click();
  await expect(card).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Kiviks Keramik AB" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText("Details corrected");
  const lead = await call(guildhall.url, "norrsken-member", `/leads/${id}`);
  expect(lead.form).toMatchObject({ company: "Kiviks Keramik AB" });
});
