// Fills the form of a lead as a partner does.

import type { Page } from "@playwright/test";

/** Fills everything that a Plus form must have. */
export async function fillPlus(page: Page, company: string): Promise<void> {
  await page.getByLabel("Contact name").fill("Anna Sjöström");
  await page.getByLabel("Contact email").fill("anna@havsbris.example");
  await page.getByLabel("Company name").fill(company);
  await page.getByLabel("Website").fill("havsbris.example");
  await page.getByLabel("Country").selectOption("SE");
  await page.getByLabel("Yes, sell it with me").check();
  await page.getByLabel("Why is this a good fit?").fill("Six shops and a web store.");
  await page.getByLabel(/^The merchant agreed/).check();
}
