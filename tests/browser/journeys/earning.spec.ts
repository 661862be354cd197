// What partners come back for: what each referral earned, why, and when it is paid. Whoever may not see money sees none.

import type { Locator, Page } from "@playwright/test";

import { call, move, submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

type Money = { minor: number; currency: string };
type Referral = { id: string; merchant: string; revenue: Money[] };
type Referrals = { items: [Referral, ...Referral[]]; total: number; totals: Money[] };

/** An amount as the pages write it in English. */
function written({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)).replace("-", "−");
}

/** The figure of a tile. */
function tile(page: Page, name: string): Locator {
  return page.locator("dl.tiles > div").filter({ has: page.getByText(name, { exact: true }) }).locator("dd").first();
}

/** How many rows a list has on all pages. */
async function rowsOf(page: Page): Promise<string> {
  const showing = await page.getByText(/^Showing 1–\d+ of [\d,]+$/).innerText();
  return / of ([\d,]+)$/.exec(showing)?.[1] ?? "";
}

test("home shows the very numbers of the pages behind it, and the four leads that changed last", async ({ page }) => {
  await signIn(page, "norrsken-member");
  await expect(page).toHaveURL(/\/home$/);
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  const pending = await tile(page, "Pending payout").innerText();
  const paid = await tile(page, "Paid out this year").innerText();
  const referrals = /^[\d,]+/.exec(await tile(page, "Successful referrals").innerText())?.[0];
  const leads = /^[\d,]+/.exec(await tile(page, "Leads").innerText())?.[0];
  const changed = await page.getByRole("region", { name: "Recent lead activity" }).getByRole("listitem").allInnerTexts();
  expect(changed).toHaveLength(4);
  expect(pending).toMatch(/\d/);
  await expect(page.getByRole("link", { name: "Submit a Plus lead" })).toBeVisible();

  await page.getByRole("link", { name: "View more leads" }).click();
  expect(await rowsOf(page)).toBe(leads);
  const rows = page.getByRole("table", { name: /^Submitted leads/ }).getByRole("rowheader");
  for (const [place, lead] of changed.entries()) {
    expect(await rows.nth(place).innerText()).toContain(lead.split("\n")[0]);
  }
  await page.goBack();
  await page.getByRole("main").getByRole("link", { name: "Successful referrals" }).click();
  expect(await rowsOf(page)).toBe(referrals);
  await page.goBack();
  await page.getByRole("link", { name: "Pending payout" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Payouts" })).toBeVisible();
  await expect(tile(page, "Pending payout")).toHaveText(pending, { useInnerText: true });
  await expect(tile(page, "Paid out this year")).toHaveText(paid, { useInnerText: true });
});

test("the history is sorted, filtered and searched in the address, and its totals are those of what is shown", async ({
  guildhall,
  page,
}) => {
  const stores = (await call(
    guildhall.url,
    "norrsken-member",
    "/referrals?source=store_created&sort=revenue&direction=desc&limit=100",
  )) as Referrals;
  await signIn(page, "norrsken-member", "/referrals/history");
  const merchants = page.getByRole("table", { name: /^Referred merchants/ });
  // The head is a row, and so are the sums below.
  const rows = merchants.getByRole("row");
  await page.getByRole("button", { name: /^Your revenue/ }).click();
  await expect(page).toHaveURL(/sort=revenue/);
  await page.locator("summary").filter({ hasText: "Source" }).click();
  await page.getByRole("checkbox", { name: "Store created" }).check();
  await page.getByRole("button", { name: "Apply" }).first().click();
  await expect(page).toHaveURL(/source=store_created/);
  await expect(page.getByText(new RegExp(`of ${stores.total}$`))).toBeVisible();
  await expect(rows.nth(1)).toContainText(stores.items[0].merchant);
  for (const total of stores.totals) {
    await expect(merchants.locator("tfoot")).toContainText(written(total));
    const own = stores.items.flatMap((item) => item.revenue).filter((sum) => sum.currency === total.currency);
    expect(own.reduce((sum, one) => sum + one.minor, 0)).toBe(total.minor);
  }

  await page.getByRole("searchbox").fill(stores.items[0].merchant);
  await expect(page).toHaveURL(/q=/);
  await expect(rows).toHaveCount(3);
  await page.reload();
  await expect(rows).toHaveCount(3);
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(page).not.toHaveURL(/source=/);
});

test("one referral tells which terms apply and why, and its entries sum to what the history says", async ({
  guildhall,
  page,
}) => {
  const best = (await call(
    guildhall.url,
    "norrsken-member",
    "/referrals?source=store_created&sort=revenue&direction=desc&limit=1",
  )) as Referrals;
  const { id, merchant, revenue } = best.items[0];
  const [earned] = revenue as [Money];
  const { items } = (await call(guildhall.url, "norrsken-member", `/ledger?record=${encodeURIComponent(id)}`)) as {
    items: { amount: Money }[];
  };
  expect(items.reduce((sum, entry) => sum + entry.amount.minor, 0)).toBe(earned.minor);
  await signIn(page, "norrsken-member", "/referrals/history?source=store_created&sort=revenue&direction=desc");
  await page.getByRole("link", { name: merchant, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: merchant })).toBeVisible();
  await expect(page.getByText(/^Referred on .+ The terms store-/)).toBeVisible();
  await expect(page.locator("tfoot").getByText(written(earned))).toBeVisible();
  await expect(page.locator("tbody tr").first()).toContainText(/[+−]/);
  await expectAccessible(page);
  await page.goto("/referrals/history/store:no-such-store");
  await expect(page.getByRole("heading", { level: 1, name: "No such referral" })).toBeVisible();
});

test("revenue by month is a drawing with words, and a table that the keyboard opens", async ({ page }) => {
  await signIn(page, "norrsken-owner", "/home");
  const card = page.getByRole("region", { name: "Your revenue per month" }).first();
  await expect(card.getByRole("img").first()).toHaveAccessibleName(/^Your revenue per month in USD, .+ stands at/);
  await card.locator("summary").focus();
  await page.keyboard.press("Enter");
  const table = card.getByRole("table", { name: "Your revenue per month" });
  await expect(table.locator("tbody tr")).toHaveCount(12);
  const read = (text: string) => Math.round(Number(text.replace("−", "-").replace(/[^\d.-]/g, "")) * 100);
  const figures = await table.locator("tbody td").allInnerTexts();
  const sum = read(await table.locator("tfoot td").first().innerText());
  expect(figures.map(read).reduce((all, one) => all + one, 0)).toBe(sum);
  await expectAccessible(page);
});

test("the ledger is narrowed by kind and period, and payouts lead into it", async ({ page }) => {
  await signIn(page, "norrsken-owner", "/payouts");
  const period = page.getByRole("table").first().getByRole("rowheader").first().getByRole("link");
  const days = await period.innerText();
  await period.click();
  await expect(page).toHaveURL(/\/referrals\/ledger\?.*period=\d{4}-\d{2}-[12]/);
  await expect(page.locator("summary").filter({ hasText: "Period" })).toContainText(days);
  await page.goto("/referrals/ledger");
  await page.locator("summary").filter({ hasText: "Kind" }).click();
  await page.getByRole("checkbox", { name: "Commission" }).check();
  await page.getByRole("button", { name: "Apply" }).first().click();
  await expect(page).toHaveURL(/kind=commission/);
  await expect(page.locator("tbody tr").first()).toContainText("Commission");
  await expect(tile(page, "Sum of what is shown")).toHaveText(/\d/);
});

test("whoever may not see money finds the referrals and no amount anywhere", async ({ guildhall, page }) => {
  const id = await submitLead(guildhall.url, { company: "Visby Ylle AB", product: "pos", support: "none" });
  await move(guildhall.url, "admin-ruth", id, {
    command: "record_payout",
    amount: { minor: 50_000, currency: "USD" },
  });
  await signIn(page, "norrsken-viewer");
  await expect(page).toHaveURL(/\/home$/);
  await expect(tile(page, "Successful referrals")).toBeVisible();
  const main = page.getByRole("main");
  await expect(main).not.toContainText("$");
  await expect(main).not.toContainText("payout");
  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.getByRole("link", { name: "Referral history" })).toBeVisible();
  await expect(navigation.getByRole("link", { name: /Ledger|Payouts/ })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto("/referrals/history?q=visby");
  await page.getByRole("link", { name: "Visby Ylle AB" }).click();
  await expect(page.getByText("Which terms apply, and why")).toBeVisible();
  await expect(main).not.toContainText("$500");
  await page.goto("/referrals/history");
  await expect(page.getByRole("columnheader", { name: "Your revenue" })).toHaveCount(0);
  await expect(main).not.toContainText("$");
  await page.goto(`/referrals/leads/${id}`);
  await expect(page.getByText(/payout was issued/i).first()).toBeVisible();
  await expect(main).not.toContainText("500.00");
  for (const path of ["/payouts", "/referrals/ledger"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "Amounts are hidden" })).toBeVisible();
    await expect(main.getByRole("table")).toHaveCount(0);
    await expect(main).not.toContainText("$");
  }
});
