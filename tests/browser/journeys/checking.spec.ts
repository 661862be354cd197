// Is this merchant known already? Before the work, and while a lead is filled in.

import { randomUUID } from "node:crypto";

import { call } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { fillPlus } from "../harness/lead-form.ts";
import { type Persona, signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

/** Submits a Plus lead for the merchant of a domain. */
async function submitFor(url: string, persona: Persona, company: string, domain: string): Promise<string> {
  const body = {
    product: "plus",
    contact_name: "Anna Sjöström",
    contact_email: `anna@${domain}`,
    company,
    website: `https://www.${domain}`,
    country: "SE",
    sales_support: "none",
    description: "Six shops.",
    consent: true,
  };
  const receipt = await call(url, persona, "/leads", { body, headers: { "idempotency-key": randomUUID() } });
  return String(receipt.id);
}

test("a duplicate of one's own is shown with the way to it before sending, and sending stays possible", async ({
  guildhall,
  page,
}) => {
  const id = await submitFor(guildhall.url, "norrsken-owner", "Marstrand Mössor", "marstrandmossor.example");
  await signIn(page, "norrsken-member", "/referrals/leads/new/plus");
  await fillPlus(page, "Marstrand Mössor AB");
  await page.getByLabel("Contact email").fill("bo@somewhere-else.example");
  await page.getByLabel("Website").fill("shop.marstrandmossor.example");
  await page.getByLabel("Contact name").focus();
  await expect(page.getByText("Your organisation has submitted this merchant already:")).toBeVisible();
  await expect(page.getByRole("link", { name: "Marstrand Mössor" })).toHaveAttribute("href", `/referrals/leads/${id}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Marstrand Mössor AB" })).toBeVisible();
});

test("what others know of a merchant is said in one neutral sentence", async ({ guildhall, page }) => {
  await submitFor(guildhall.url, "saigonweb-owner", "Tobo Te", "tobote.example");
  await signIn(page, "norrsken-member", "/referrals/leads/new/plus");
  await page.getByLabel("Website").fill("tobote.example");
  await expect(page.getByText("We may know this merchant already.")).toBeVisible();
  expect(await page.getByRole("main").innerText()).not.toContain("Tobo Te");
});

test("a check that fails stays silent and blocks nothing", async ({ page }) => {
  await signIn(page, "norrsken-member", "/referrals/leads/new/plus");
  await page.route("**/api/v1/leads/duplicates", (route) => route.abort("connectionreset"));
  const asked = page.waitForRequest("**/api/v1/leads/duplicates");
  await fillPlus(page, "Silent Sails AB");
  await asked;
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Silent Sails AB" })).toBeVisible();
});

test("clear to pursue has three answers, and each says what to do next", async ({ guildhall, page }) => {
  await submitFor(guildhall.url, "norrsken-owner", "Vaxholm Vantar", "vaxholmvantar.example");
  await submitFor(guildhall.url, "saigonweb-owner", "Huế Lụa", "huelua.example");
  await signIn(page, "norrsken-owner", "/referrals/check");
  const field = page.getByRole("textbox", { name: /domain/ });
  const check = async (merchant: string) => {
    await field.fill(merchant);
    await page.getByRole("button", { name: "Check", exact: true }).click();
  };
  await check("not a domain");
  await expect(field).toHaveAttribute("aria-invalid", "true");

  await check("someone@vaxholmvantar.example");
  const answer = page.locator("section").filter({ has: page.locator("#answer-title") });
  await expect(answer).toContainText("Already yours");
  await expect(answer.getByRole("link", { name: "Vaxholm Vantar" })).toBeVisible();
  await expectAccessible(page);

  // Another partner's merchant and a customer look the same.
  const words: string[] = [];
  for (const merchant of ["huelua.example", "hamnkaffe.example"]) {
    await check(merchant);
    await expect(answer).toContainText(`Checked: ${merchant}`);
    await expect(answer).toContainText("Ask a representative first");
    words.push((await answer.innerText()).replace(merchant, ""));
  }
  expect(words[0]).toBe(words[1]);
  await expectAccessible(page);

  await check("https://www.nobody-knows-it.example/about");
  await expect(answer).toContainText("We know of nobody who works with this merchant.");
  await expectAccessible(page);
  expect(page.url()).not.toContain("nobody");
  await answer.getByRole("link", { name: "Submit a Plus lead" }).click();
  await expect(page.getByLabel("Website")).toHaveValue("https://www.nobody-knows-it.example/about");
  expect(page.url()).not.toContain("nobody");
  expect(guildhall.log).not.toContain("nobody-knows-it");
});

test("too many checks are told when the next one is possible", async ({ page }) => {
  await signIn(page, "saigonweb-member", "/referrals/check");
  const field = page.getByRole("textbox", { name: /domain/ });
  const limited = page.getByText(/The next one is possible at \d\d:\d\d/);
  for (let number = 0; number < 12 && !(await limited.isVisible()); number++) {
    await field.fill(`merchant-${number}.example`);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(limited.or(page.getByText(`Checked: merchant-${number}.example`))).toBeVisible();
  }
  await expect(limited).toBeVisible();
  await expectAccessible(page);
});

test("a viewer is told who can check", async ({ page }) => {
  await signIn(page, "norrsken-viewer", "/referrals/check");
  await expect(page.getByText("Members and owners of your organisation can check merchants.")).toBeVisible();
});
