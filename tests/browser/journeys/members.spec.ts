// Owners keep who belongs to their organisation; whoever is invited comes in by the link of the mail.

import type { Browser, Page } from "@playwright/test";

import { call } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { SIGN_IN, signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

/** Somebody who is on no list yet signs in, on the page that they stand on. */
async function signInAs(page: Page, name: string, email: string): Promise<void> {
  await page.getByRole("button", { name: SIGN_IN }).click();
  await page.locator("form.else input[name=name]").fill(name);
  await page.locator("form.else input[name=email]").fill(email);
  await page.locator("form.else button").click();
  await expect(page).not.toHaveURL(/\/(auth|signed-in)(\/|\?|$)/);
}

async function another(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** Invites through the API; the invitation's id. */
async function invite(url: string, email: string, role = "partner_member"): Promise<string> {
  const body = { email, role, language: "en" };
  return String((await call(url, "norrsken-owner", "/organisation/invitations", { body })).id);
}

test("an owner invites somebody, who comes in, gets another role, and is removed", async ({ browser, page }) => {
  await signIn(page, "saigonweb-owner", "/members");
  const people = page.getByRole("table", { name: "Members by role and name" });
  await expect(people.getByRole("row")).not.toHaveCount(1);
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog.getByLabel("Email", { exact: true })).toBeFocused();
  await expect(dialog.getByText("Enter their email address")).toBeVisible();
  await expect(dialog.getByText("Choose a role")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Email", { exact: true }).fill("mai@saigonweb");
  await dialog.getByLabel("Viewer").check();
  // Nothing typed is lost when the dialog is closed.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await expect(dialog.getByLabel("Email", { exact: true })).toHaveValue("mai@saigonweb");
  await expect(dialog.getByLabel("Viewer")).toBeChecked();
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog.getByLabel("Email", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Email", { exact: true }).fill("mai@saigonweb.example");
  const sent = page.waitForResponse((answer) => answer.url().endsWith("/organisation/invitations"));
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  const { id } = (await (await sent).json()) as { id: string };
  await expect(page.getByText("mai@saigonweb.example is invited.")).toBeVisible();
  const invited = page.getByRole("row").filter({ hasText: "mai@saigonweb.example" });
  await expect(invited).toContainText("Viewer");
  await expect(invited).toContainText("Good until");

  const other = await another(browser);
  await other.goto(new URL(`/invitations/${id}`, page.url()).href);
  await expect(other.getByRole("heading", { level: 1, name: "You are invited to Guildhall" })).toBeVisible();
  await expectAccessible(other);
  await signInAs(other, "Mai Phạm", "Mai@saigonweb.example");
  await expect(other).toHaveURL(new RegExp(`/invitations/${id}$`));
  await expect(other.getByText(/invites you to Sài Gòn Web Studio\. Your role: Viewer\./)).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Accept" }).click();
  await expect(other).toHaveURL(/\/home$/);
  await expect(other.getByText("Welcome to Sài Gòn Web Studio!")).toBeVisible();
  await expect(other.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await expect(other.getByRole("link", { name: "Members" })).toBeVisible();

  await page.reload();
  const mai = people.getByRole("row").filter({ hasText: "Mai Phạm" });
  await mai.getByRole("button", { name: "Change role" }).click();
  await dialog.getByRole("radio", { name: /^Member/ }).check();
  await dialog.getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText("Mai Phạm’s role is now: Member.")).toBeVisible();
  await expect(mai).toContainText("Member");
  await mai.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("dialog", { name: "Remove Mai Phạm?" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Mai Phạm was removed.")).toBeVisible();
  await expect(mai).toHaveCount(0);
  await other.context().close();
});

test("an invitation is sent again and withdrawn, and its link then says so", async ({ browser, guildhall, page }) => {
  const id = await invite(guildhall.url, "bo@norrsken.example");
  await signIn(page, "norrsken-owner", "/members");
  const invited = page.getByRole("row").filter({ hasText: "bo@norrsken.example" });
  await invited.getByRole("button", { name: "Send again" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("The invitation to bo@norrsken.example is on its way again.")).toBeVisible();
  await invited.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("The invitation to bo@norrsken.example was withdrawn.")).toBeVisible();
  await expect(invited).toHaveCount(0);

  const other = await another(browser);
  await other.goto(new URL(`/invitations/${id}`, page.url()).href);
  await signInAs(other, "Bo Ek", "bo@norrsken.example");
  await expect(other.getByRole("heading", { name: "This invitation was withdrawn" })).toBeVisible();
  await expectAccessible(other);
  await other.context().close();
});

test("an invitation is for its address alone, and for who belongs nowhere", async ({ browser, guildhall, page }) => {
  const id = await invite(guildhall.url, "eva@norrsken.example", "partner_viewer");
  const wrong = await another(browser);
  await wrong.goto(new URL(`/invitations/${id}`, guildhall.url).href);
  await signInAs(wrong, "Somebody Else", "else@elsewhere.example");
  await expect(wrong.getByRole("heading", { name: "There is no invitation for you here" })).toBeVisible();
  await expect(wrong.getByText("You are signed in as else@elsewhere.example.", { exact: false })).toBeVisible();
  await expect(wrong.getByRole("main").getByRole("button", { name: "Sign out" })).toBeVisible();
  await expectAccessible(wrong);
  await wrong.context().close();

  const email = String((await call(guildhall.url, "saigonweb-member", "/me/settings")).email);
  const own = await invite(guildhall.url, email);
  await signIn(page, "saigonweb-member", `/invitations/${own}`);
  await expect(page.getByText("You belong to Sài Gòn Web Studio, and everybody belongs", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept" })).toHaveCount(0);
});

test("members read who is there, and leave", async ({ browser, guildhall, page }) => {
  await signIn(page, "norrsken-viewer", "/members");
  await expect(page.getByText("An owner of your organisation invites people and changes roles.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "(you)" })).toContainText("Viewer");
  await expect(page.getByRole("button", { name: "Invite somebody" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(0);

  const id = await invite(guildhall.url, "ines@norrsken.example");
  const other = await another(browser);
  await other.goto(new URL(`/invitations/${id}`, page.url()).href);
  await signInAs(other, "Inês Duarte", "ines@norrsken.example");
  await other.getByRole("button", { name: "Accept" }).click();
  await expect(other.getByText("Welcome to Norrsken Commerce AB!")).toBeVisible();
  await other.getByRole("link", { name: "Members" }).click();
  await other.getByRole("button", { name: "Leave" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(other.getByText("You have left the organisation.")).toBeVisible();
  await expect(other).toHaveURL(/\/inquiries$/);
  await expect(other.getByRole("link", { name: "Members" })).toHaveCount(0);
  await other.context().close();
});

test("the last owner stays, and nobody changes their own role", async ({ page }) => {
  await signIn(page, "norrsken-owner", "/members");
  const own = page.getByRole("row").filter({ hasText: "(you)" });
  await expect(own).toContainText("Owner");
  await expect(own.getByRole("button")).toHaveCount(0);
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("Somebody has to stay who manages the members");
});

test("members that cannot be loaded are asked for again", async ({ page }) => {
  await page.route("**/api/v1/organisation/members", (route) => route.fulfill({ status: 500, body: "{}" }));
  await signIn(page, "norrsken-member", "/members");
  await expect(page.getByRole("heading", { name: "The members could not be loaded" })).toBeVisible();
  await page.unroute("**/api/v1/organisation/members");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("row").filter({ hasText: "(you)" })).toBeVisible();
});
