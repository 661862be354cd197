// Signs in as a person does: from the first page, through the sign-in, back into the application.

import { expect, type Page } from "@playwright/test";

/** Who can sign in, by the id that their tokens carry. */
export type Persona =
  | "norrsken-owner"
  | "norrsken-member"
  | "norrsken-viewer"
  | "saigonweb-owner"
  | "saigonweb-member"
  | "saigonweb-viewer"
  | "rep-astrid"
  | "rep-chau"
  | "rep-daniel"
  | "manager-helena"
  | "admin-ruth"
  | "merchant-tom";

/** The button in every language of the interface. */
export const SIGN_IN = /^(Sign in|Logga in|Đăng nhập)$/;

/** Opens `path` and signs in there; ends on the page that was asked for. */
export async function signIn(page: Page, persona: Persona, path = "/"): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: SIGN_IN }).click();
  await choosePersona(page, persona);
}

/** On the sign-in page, chooses who to be, and waits until the application is back. */
export async function choosePersona(page: Page, persona: Persona): Promise<void> {
  await page.locator(`button[name="person"][value="${persona}"]`).click();
  await expect(page).not.toHaveURL(/\/(auth|signed-in)(\/|\?|$)/);
  await expect(page.getByRole("main")).toBeVisible();
}
