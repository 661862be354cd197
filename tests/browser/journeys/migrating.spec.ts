// Administrators move profiles and records over from the Experts Marketplace.

import { readFile } from "node:fs/promises";

import { call } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

type Lists = { profiles?: unknown[]; jobs?: unknown[]; conversations?: unknown[] };

function file(name: string, lists: Lists | string): { name: string; mimeType: string; buffer: Buffer } {
  const text = typeof lists === "string" ? lists : JSON.stringify(lists);
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

function profile(organizationId: string, businessName: string): Record<string, unknown> {
  return {
    id: `gid://partners/Profile/${organizationId}`,
    organizationId,
    businessName,
    country: "SE",
    bio: "Stores since 2011.",
    contactPhoneNumber: "nobody knows",
    level: "Expert",
  };
}

function job(id: string, organizationId: string): Record<string, unknown> {
  return {
    id,
    organizationId,
    createdAt: "2023-08-14T09:30:00Z",
    lastEventAt: "2023-09-30T16:05:00Z",
    status: "RESPONDED",
    shop: { id: "310", name: "Lampverket", myshopifyDomain: "lampverket.myshopify.com" },
  };
}

async function organisation(url: string, name: string): Promise<string> {
  const body = { name, owner_email: `owner@${name.toLowerCase()}.example` };
  const made = await call(url, "admin-ruth", "/organisations", { body });
  return String(made.id);
}

test("an export is rehearsed, moved over, known again, and rolled back", async ({ guildhall, page }) => {
  const org = await organisation(guildhall.url, "Lyktan");
  await signIn(page, "admin-ruth", "/home");
  await page.getByRole("link", { name: "Move profiles and records" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Move profiles and records" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing has been moved over yet" })).toBeVisible();
  await expectAccessible(page);

  const choose = page.getByLabel("Files of the export");
  await choose.setInputFiles(file("cut.json", '{"jobs":[{"id":"1"},{"id":"2'));
  await expect(page.getByRole("alert")).toContainText("It ends in the middle: byte 28, in element 2 of “jobs”.");

  const lists = {
    notes: [],
    profiles: [profile(org, "Lyktan AB"), profile("nobody-at-all", "Ingen AB")],
    jobs: [job("7001", org), { ...job("7002", org), status: "PAUSED" }, 7],
  };
  await choose.setInputFiles(file("export.json", lists));
  const result = page.getByRole("region", { name: "What would happen" });
  await expect(result.getByRole("row", { name: /^Profiles/ })).toContainText("Profiles10001");
  await expect(result.getByRole("row", { name: /^Jobs/ })).toContainText("Jobs10002");
  await expect(page.getByText("Lists that are not known were passed over: notes.")).toBeVisible();
  const refused = page.getByRole("region", { name: "Refused records" });
  await expect(refused.getByRole("row").filter({ hasText: "Profile 2" })).toContainText("no organisation with this id");
  await expect(refused.getByRole("row").filter({ hasText: "Job 2" })).toContainText("status: choose one of NEW");
  await expect(refused.getByRole("row").filter({ hasText: "Job 3" })).toContainText("something else than a record");
  await page.getByRole("heading", { level: 3, name: "Lyktan AB" }).click();
  const fields = page.getByRole("table", { name: "Lyktan AB" });
  await expect(fields.getByRole("row", { name: /^Contact phone/ })).toContainText("nobody knows");
  await expect(fields.getByRole("row", { name: /^Level in the marketplace/ })).toContainText("Removed");
  await expectAccessible(page);
  expect((await call(guildhall.url, "admin-ruth", "/migrations")).items).toEqual([]);

  await page.getByRole("button", { name: "Move 2 records over" }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Move them over" }).click();
  await expect(page.getByRole("region", { name: "What happened" }).getByRole("row", { name: /^Jobs/ })).toContainText("Jobs10002");
  const run = page.getByRole("region", { name: "Former runs" }).getByRole("row").nth(1);
  await expect(run).toContainText("Done");
  const report = page.waitForEvent("download");
  await run.getByRole("button", { name: "Download refused records" }).click();
  const lines = (await readFile(await (await report).path(), "utf8")).split("\r\n");
  expect(lines.filter((line) => line.includes("Profile,2,"))).toHaveLength(1);
  await expectAccessible(page);

  await choose.setInputFiles(file("export.json", lists));
  await expect(page.getByText("No record would change anything, so there is nothing to move over.")).toBeVisible();

  await run.getByRole("button", { name: "Roll back" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Roll back" }).click();
  await expect(page.getByText("The run has been rolled back.")).toBeVisible();
  await expect(run).toContainText("Rolled back: 2 removed, 0 restored, 0 left alone");
});

test("a run that breaks off is gone on with by the same files", async ({ guildhall, page }) => {
  const org = await organisation(guildhall.url, "Kvarnen");
  const jobs = Array.from({ length: 600 }, (_, number) => job(String(8000 + number), org));
  await signIn(page, "admin-ruth", "/migrations");
  const choose = page.getByLabel("Files of the export");
  await choose.setInputFiles(file("jobs.json", { jobs }));
  let batches = 0;
  await page.route("**/api/v1/migrations/*/records", (route) => (++batches === 2 ? route.abort() : route.continue()));
  await page.getByRole("button", { name: "Move 600 records over" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Move them over" }).click();
  await expect(page.getByText("Stopped. What was moved over stays.")).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  const run = page.getByRole("region", { name: "Former runs" }).getByRole("row").nth(1);
  await run.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("Choose the same files again to go on behind batch 1: jobs.json")).toBeVisible();
  await choose.setInputFiles(file("jobs.json", { jobs: jobs.slice(1) }));
  await expect(page.getByRole("alert")).toContainText("These are not the files of that run");
  await choose.setInputFiles(file("jobs.json", { jobs }));
  await expect(page.getByRole("region", { name: "What happened" }).getByRole("row", { name: /^Jobs/ })).toContainText("Jobs600");
  await expect(run).toContainText("600 added");
});
