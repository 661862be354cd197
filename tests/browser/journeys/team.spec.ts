// Managers keep the sales team: who is on it, what each covers, and where the team is reached.

import { call } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("a representative joins, covers a country, and leaves", async ({ page }) => {
  await signIn(page, "manager-helena", "/referrals/leads");
  await page.getByRole("link", { name: "Sales team" }).click();
  const roster = page.getByRole("table", { name: "Representatives by name" });
  await expect(roster.getByRole("row").filter({ hasText: "Astrid Holm" })).toContainText("Sweden");
  await expect(roster.getByRole("row").filter({ hasText: "Daniel Okafor" })).toContainText("Everywhere");

  await page.getByRole("link", { name: "Add a representative" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New representative" })).toBeVisible();
  await page.getByLabel("User id").fill("rep bo");
  await page.getByLabel("Name", { exact: true }).fill("Bo Ek");
  await page.getByRole("button", { name: "Save" }).click();
  const summary = page.locator("#error-summary");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Choose one product at least");
  await expect(summary).toContainText("letters, digits, hyphens");
  await expectAccessible(page);

  // Nothing typed is lost when the page is.
  await page.reload();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Bo Ek");
  await page.getByLabel("User id").fill("rep-bo");
  await page.getByLabel("Work email").fill("bo.ek@guildhall.example");
  await page.getByLabel("Work phone").fill("+354 555 0142");
  await page.getByLabel("Works in").selectOption({ label: "Iceland" });
  await page.getByLabel("Time zone").selectOption("Atlantic/Reykjavik");
  await page.getByLabel("Language of their mail").selectOption("sv");
  await page.getByLabel("Plus", { exact: true }).check();
  await page.getByRole("button", { name: "Choose countries" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill("iceland");
  await dialog.getByLabel("Iceland").check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Bo Ek is on the roster.")).toBeVisible();

  const coverage = page.getByRole("table", { name: "Who gets a new lead, by country and product" });
  const iceland = coverage.getByRole("row").filter({ hasText: "Iceland" });
  await expect(iceland.getByRole("cell").nth(0)).toHaveText("Bo Ek");
  await expect(iceland.getByRole("cell").nth(1)).toContainText("Daniel Okafor");
  await page.getByLabel("Country of the merchant").selectOption({ label: "Iceland" });
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.getByText("Bo Ek would get it.")).toBeVisible();
  await expect(page.getByText("Because they name the country.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Bo Ek" }).click();
  await page.getByLabel("Takes new leads").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Bo Ek is saved.")).toBeVisible();
  await expect(roster.getByRole("row").filter({ hasText: "Bo Ek" })).toContainText("Left");
  await expect(iceland.getByRole("cell").nth(0)).toContainText("Daniel Okafor");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectAccessible(page);
});

test("somebody else's change is shown beside one's own, and saving again decides", async ({ guildhall, page }) => {
  await signIn(page, "manager-helena", "/sales/team/rep-daniel");
  await expect(page.getByRole("heading", { level: 1, name: "Change Daniel Okafor" })).toBeVisible();
  await page.getByLabel("Work phone").fill("+44 20 5550 0199");
  const team = (await call(guildhall.url, "manager-helena", "/sales/desk")) as {
    representatives: ({ id: string; version: number } & Record<string, unknown>)[];
  };
  const { id, version, changed, ...daniel } = team.representatives.find((rep) => rep.id === "rep-daniel")!;
  await call(guildhall.url, "manager-helena", `/sales/representatives/${id}`, {
    method: "PUT",
    body: { ...daniel, phone: "+44 20 5550 0111" },
    headers: { "if-match": `"${version}"` },
  });
  await page.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("alert");
  await expect(conflict).toContainText("Daniel Okafor was changed while you had this open");
  await expect(conflict.getByRole("row").filter({ hasText: "Work phone" })).toContainText("+44 20 5550 0111");
  await expect(page.getByLabel("Work phone")).toHaveValue("+44 20 5550 0199");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Daniel Okafor is saved.")).toBeVisible();
  await page.getByRole("link", { name: "Daniel Okafor" }).click();
  await expect(page.getByLabel("Work phone")).toHaveValue("+44 20 5550 0199");
  await page.goto("/sales/team/nobody-at-all");
  await expect(page.getByRole("heading", { name: "There is no such representative" })).toBeVisible();
});

test("the team says where it is reached", async ({ page }) => {
  await signIn(page, "manager-helena", "/sales/team");
  const address = page.getByLabel("Address of the team");
  await address.fill("desk");
  await page.getByRole("button", { name: "Save the desk" }).click();
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await address.fill("desk@guildhall.example");
  await page.getByRole("button", { name: "Save the desk" }).click();
  await expect(page.getByText("The desk is saved.")).toBeVisible();
  await page.reload();
  await expect(address).toHaveValue("desk@guildhall.example");
});

test("the team is nobody else's to see", async ({ page }) => {
  await signIn(page, "rep-astrid", "/sales/team");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not for your role" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sales team" })).toHaveCount(0);
});
