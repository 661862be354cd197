// What holds on every page: accessible in both themes, readable on a phone, spoken in three languages.

import { submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { type Persona, signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

const PAGES: [Persona, string][] = [
  ["norrsken-member", "/referrals/leads"],
  ["norrsken-member", "/referrals/leads/new/plus"],
  ["norrsken-member", "/referrals/leads/new/pos"],
  ["norrsken-member", "/referrals/leads/LEAD"],
  ["norrsken-member", "/referrals/check"],
  ["norrsken-member", "/home"],
  ["norrsken-viewer", "/home"],
  ["norrsken-member", "/referrals/history"],
  ["norrsken-owner", "/referrals/ledger"],
  ["norrsken-owner", "/payouts"],
  ["norrsken-member", "/referrals/terms"],
  ["norrsken-member", "/nowhere"],
  ["manager-helena", "/referrals/leads"],
  ["manager-helena", "/referrals/leads?queue=overdue"],
  ["rep-astrid", "/referrals/leads?queue=mine"],
  ["manager-helena", "/referrals/leads/LEAD"],
  ["manager-helena", "/sales/team"],
  ["manager-helena", "/sales/team/rep-astrid"],
  ["norrsken-owner", "/settings"],
  ["rep-astrid", "/settings"],
  ["norrsken-owner", "/members"],
  ["norrsken-viewer", "/members"],
  ["merchant-tom", "/invitations/0123456789abcdef0123456789abcdef"],
  ["admin-ruth", "/organisations"],
  ["admin-ruth", "/organisations/new"],
  ["admin-ruth", "/organisations/norrsken"],
  ["admin-ruth", "/staff"],
  ["merchant-tom", "/referrals/leads"],
];

for (const [persona, path] of PAGES) {
  test(`${path} of ${persona} is accessible, and fits a phone`, async ({ guildhall, page }) => {
    const lead = path.includes("LEAD") ? await submitLead(guildhall.url, { company: "Axel Axelsson AB" }) : "";
    await signIn(page, persona, path.replace("LEAD", lead));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy='true']")).toHaveCount(0);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, "nothing is wider than the phone").toBeLessThanOrEqual(0);
  });
}

const LANGUAGES = [
  ["Svenska", "sv", "Leads", "Har skickats in"],
  ["Tiếng Việt", "vi", "Khách hàng tiềm năng", "Đã gửi"],
] as const;

for (const [name, tag, heading, status] of LANGUAGES) {
  test(`the dashboard speaks ${name}`, async ({ page }) => {
    await signIn(page, "norrsken-member", "/referrals/leads");
    await page.getByLabel("Language").selectOption({ label: name });
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.getByText(status).first()).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
  });
}

test("a lead is found and opened by keyboard alone", async ({ guildhall, page }) => {
  await submitLead(guildhall.url, { company: "Keyboard Kings AB" });
  await signIn(page, "norrsken-member", "/referrals/leads");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /Skip/ })).toBeFocused();
  const search = page.getByRole("searchbox");
  for (let presses = 0; presses < 40 && !(await search.evaluate((one) => one === document.activeElement)); presses++) {
    await page.keyboard.press("Tab");
  }
  await expect(search).toBeFocused();
  await page.keyboard.type("keyboard kings");
  await page.keyboard.press("Enter");
  const link = page.getByRole("link", { name: "Keyboard Kings AB" });
  await expect(link).toBeVisible();
  for (let presses = 0; presses < 60 && !(await link.evaluate((one) => one === document.activeElement)); presses++) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Keyboard Kings AB" })).toBeVisible();
});
