// What journeys through the directory share: who is in it, and the form to a partner.

import { expect, type Page } from "@playwright/test";

import { choosePersona, type Persona } from "./sign-in.ts";

/** A partner of the demo, whom the merchant Tom has worked with. */
export const NORRSKEN = { handle: "norrsken-commerce", name: "Norrsken Commerce AB" };
/** Another one, who offers services and takes new clients. */
export const SAIGON = { handle: "saigon-web-studio", name: "Sài Gòn Web Studio" };

/** Reads what everybody may read. */
export async function read<T>(url: string, path: string): Promise<T> {
  const answer = await fetch(`${url}/api/v1${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Signs in from a public page, and is back on it. */
export async function logIn(page: Page, persona: Persona, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("banner").getByRole("button", { name: /^(Log in|Logga in|Đăng nhập)$/ }).click();
  await choosePersona(page, persona);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Fills in everything that an inquiry must have. */
export async function fillInquiry(page: Page, goal: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your name" }).fill("Tom Ashworth");
  await page.getByRole("textbox", { name: "Email" }).fill("tom@ashworth.example");
  await page.getByRole("textbox", { name: "Company" }).fill("Ashworth Outdoor Ltd");
  await page.locator("#country").selectOption("GB");
  await page.locator("#service").selectOption({ index: 1 });
  await page.getByLabel("Budget").selectOption({ label: "$1,000 – $5,000" });
  await page.getByRole("textbox", { name: "What would you like to achieve?" }).fill(goal);
  await page.getByLabel(/^I agree that everything/).check();
}

/** Tabs on until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, isThere: () => Promise<boolean>, most = 150): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`It was not reached with ${most} presses of Tab`);
}
