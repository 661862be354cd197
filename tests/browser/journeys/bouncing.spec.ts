// Mail that comes back: seen at the partner and at the managers, sent again, or left.

import { randomUUID } from "node:crypto";

import { call } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { NORRSKEN, read } from "../harness/directory.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

type Message = { id: string; audience: string; text: string; delivery: string };

/** Tom writes to Norrsken; the inquiry's id. */
async function write(url: string, goal: string): Promise<string> {
  const path = `/profiles/${NORRSKEN.handle}/inquir`;
  const form = await read<{ form_token: string; services: string[] }>(url, `${path}y-form`);
  // Nobody fills in a form faster than this.
  await new Promise((resolve) => setTimeout(resolve, 3_200));
  const receipt = await call(url, "merchant-tom", `${path}ies`, {
    headers: { "idempotency-key": randomUUID() },
    body: {
      form_token: form.form_token,
      contact_name: "Tom Ashworth",
      contact_email: "tom@ashworthoutdoor.example",
      company: "Ashworth Outdoor Ltd",
      country: "GB",
      service: form.services[0],
      budget: "undecided",
      goal,
      consent: true,
    },
  });
  return String(receipt.id);
}

/** The mails about an inquiry to an audience, the newest first. */
async function mails(url: string, inquiry: string, audience: string): Promise<Message[]> {
  const answer = await fetch(`${url}/dev/mailbox.json`);
  const { messages } = (await answer.json()) as { messages: Message[] };
  return messages.filter((message) => message.audience === audience && message.text.includes(inquiry));
}

test("a bounce shows at the partner, at the merchant and at the managers, until the mail is sent again", async ({ page, browser, baseURL }) => {
  const url = String(baseURL);
  const inquiry = await write(url, "A theme that sells tents.");
  await expect.poll(async () => (await mails(url, inquiry, "partner")).length).toBe(1);
  const first = (await mails(url, inquiry, "partner"))[0];
  await page.goto(`/dev/mailbox/${first?.id}`);
  for (const part of ["As laid out", "As plain text", "Headers"]) {
    await expect(page.getByRole("heading", { name: part })).toBeVisible();
  }
  await page.getByRole("button", { name: "Bounce" }).click();
  await expect(page.getByText("How far it came: Bounced")).toBeVisible();
  await page.getByRole("link", { name: "All mail" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Bounced" })).toHaveCount(1);

  const merchant = await (await browser.newContext({ baseURL: url })).newPage();
  await signIn(merchant, "merchant-tom", `/inquiries/${inquiry}`);
  await expect(merchant.getByText("We could not reach the partner by mail.", { exact: false })).toBeVisible();
  await expect(merchant.getByRole("button", { name: "Send again" })).toHaveCount(0);

  const manager = await (await browser.newContext({ baseURL: url })).newPage();
  await signIn(manager, "manager-helena", "/sales/mails");
  await expect(manager.getByRole("heading", { level: 1, name: "Undelivered mail" })).toBeVisible();
  await expect(manager.getByRole("link", { name: "Undelivered mail" })).toHaveAttribute("aria-current", "page");
  const row = manager.getByRole("row").filter({ hasText: "To the partner" });
  await expect(row).toContainText("The address takes no mail.");
  await expectAccessible(manager);
  await row.getByRole("button", { name: "Dismiss" }).click();
  await expect(manager.getByRole("dialog", { name: "Dismiss this mail?" })).toBeVisible();
  await expectAccessible(manager);
  await manager.getByRole("button", { name: "Cancel" }).click();
  await expect(row).toBeVisible();

  await signIn(page, "norrsken-member", `/inquiries/${inquiry}`);
  await expect(page.getByText("Mail bounced", { exact: true })).toBeVisible();
  await expect(page.getByText("correct the contact address in your profile", { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: "Check the contact address" })).toHaveAttribute("href", "/profile");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("The mail is on its way again.")).toBeVisible();
  await expect(page.getByText("Mail bounced", { exact: true })).toHaveCount(0);
  await expect.poll(async () => (await mails(url, inquiry, "partner")).map((mail) => mail.delivery)).toEqual([
    "sent",
    "bounced",
  ]);

  // The manager's page is of before: what was decided meanwhile is said, and the list is up to date then.
  await row.getByRole("button", { name: "Send again" }).click();
  const dialog = manager.getByRole("dialog", { name: "Send this mail again?" });
  await dialog.getByRole("button", { name: "Send again" }).click();
  await expect(manager.getByText("Something happened to this mail meanwhile.", { exact: false })).toBeVisible();
  await expect(manager.getByRole("heading", { name: "Every mail arrived" })).toBeVisible();
  await expectAccessible(manager);
});

test("a manager sends one mail again and dismisses another, on a phone", async ({ page, baseURL }) => {
  const url = String(baseURL);
  const inquiry = await write(url, "A theme that sells kayaks.");
  for (const audience of ["partner", "merchant"]) {
    await expect.poll(async () => (await mails(url, inquiry, audience)).length).toBe(1);
    const mail = (await mails(url, inquiry, audience))[0];
    await fetch(`${url}/dev/mailbox/${mail?.id}/bounce`, { method: "POST" });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "admin-ruth", "/sales/mails");
  const row = (audience: string) => page.getByRole("row").filter({ hasText: audience });
  await expect(row("To the merchant")).toBeVisible();
  await expectAccessible(page);
  await row("To the merchant").getByRole("button", { name: "Dismiss" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText("The mail was dismissed.")).toBeVisible();
  await expect(row("To the merchant")).toHaveCount(0);
  await row("To the partner").getByRole("button", { name: "Send again" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("The mail is on its way again.")).toBeVisible();
  await expect.poll(async () => (await mails(url, inquiry, "partner")).length).toBe(2);
});
