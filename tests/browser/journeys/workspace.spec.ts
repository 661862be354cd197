// The sales team's own list: what there is to do, by when, and many leads at once.

import { call, move, submitLead } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { Guildhall } from "../harness/guildhall.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

const DAY = 24 * 60 * 60 * 1000;

test("the number on a queue is the number of leads in it, and the back button goes from queue to queue", async ({
  guildhall,
  page,
}) => {
  const id = await submitLead(guildhall.url, { company: "Waits Its Turn AB" });
  await move(guildhall.url, "manager-helena", id, {
    command: "request_information",
    fields: ["phone"],
    message: "Which number?",
  });
  await signIn(page, "manager-helena", "/referrals/leads");
  const tabs = page.getByRole("navigation", { name: "Queues" });
  for (const name of ["Overdue", "Waiting for the partner", "Follow up", "Unassigned"]) {
    const tab = tabs.getByRole("link", { name: new RegExp(`^${name} ?\\d`) });
    const count = /([\d,]+)\s*$/.exec((await tab.innerText()).trim())?.[1];
    await tab.click();
    await expect(tab).toHaveAttribute("aria-current", "page");
    if (count === "0") {
      await expect(page.getByText("Nothing here")).toBeVisible();
    } else {
      await expect(page.getByText(new RegExp(`of ${count}$`))).toBeVisible();
    }
  }
  await expect(page).toHaveURL(/queue=unassigned/);
  await page.goBack();
  await expect(page).toHaveURL(/queue=follow_up/);
  await expect(tabs.getByRole("link", { name: /^Follow up/ })).toHaveAttribute("aria-current", "page");
  await tabs.getByRole("link", { name: /^Waiting for the partner/ }).click();
  await page.getByRole("searchbox").fill("waits its turn");
  await expect(page.getByRole("row").filter({ hasText: "Waits Its Turn AB" })).toHaveCount(1);
  await expectAccessible(page);
});

test("a representative begins with what is theirs", async ({ page }) => {
  await signIn(page, "rep-astrid");
  await expect(page).toHaveURL(/queue=mine/);
  const tabs = page.getByRole("navigation", { name: "Queues" });
  await expect(tabs.getByRole("link", { name: /^Mine/ })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("columnheader", { name: "Due" })).toHaveAttribute("aria-sort", "ascending");
  // Only managers give leads away.
  await expect(page.getByRole("checkbox", { name: "Select all rows shown" })).toHaveCount(0);
});

test("many leads are given away at once, and one that changed meanwhile is told of and given on request", async ({
  guildhall,
  page,
}) => {
  const companies = ["Bulk Boats AB", "Bulk Bikes AB", "Bulk Books AB"];
  const ids: string[] = [];
  for (const company of companies) ids.push(await submitLead(guildhall.url, { company, country: "SE" }));
  const first = await call(guildhall.url, "manager-helena", `/leads/${ids[0]}`);
  const { items } = (await call(guildhall.url, "manager-helena", "/representatives")) as {
    items: { id: string; name: string; active: boolean; products: string[]; countries: string[] }[];
  };
  const now = (first.representative as { id: string } | null)?.id;
  const free = items.find(
    (person) =>
      person.active &&
      person.id !== now &&
      person.products.includes("plus") &&
      (person.countries.length === 0 || person.countries.includes("SE")),
  );
  if (free === undefined) throw new Error("Nobody else covers Plus in Sweden");

  await signIn(page, "manager-helena", "/referrals/leads?q=Bulk+B");
  await expect(page.getByRole("row").filter({ hasText: "Bulk " })).toHaveCount(3);
  await page.getByRole("checkbox", { name: "Select all rows shown" }).focus();
  await page.keyboard.press("Space");
  const bar = page.getByRole("region", { name: "Selected leads" });
  await expect(bar).toContainText("3 leads selected");
  await expectAccessible(page);

  // Somebody is faster with one of them.
  await move(guildhall.url, "manager-helena", ids[2] ?? "", { command: "start_work", note: "I am on it." });

  await bar.getByRole("button", { name: "Assign to" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Assign 3 leads" }).click();
  await expect(dialog.getByText("Choose a representative")).toBeVisible();
  await dialog.getByLabel("Who gets them?").selectOption(free.id);
  await dialog.getByRole("button", { name: "Assign 3 leads" }).click();
  await expect(dialog).toContainText(`2 leads were assigned to ${free.name}.`);
  await expect(dialog).toContainText("Bulk Books AB");
  await expect(dialog).toContainText("Changed meanwhile: Submitted → In progress");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Assign it all the same" }).click();
  await expect(dialog).toBeHidden();
  for (const company of companies) {
    await expect(page.getByRole("row").filter({ hasText: company })).toContainText(free.name);
  }
  await expect(page.getByRole("checkbox", { name: "Select Bulk Boats AB" })).not.toBeChecked();
});

test("a lead that is late is in the overdue queue, and its page says so honestly", async ({ browser }) => {
  test.setTimeout(240_000);
  const own = await Guildhall.start();
  try {
    const id = await submitLead(own.url, { company: "Long Promised AB" });
    const context = await browser.newContext({ baseURL: own.url, locale: "en-GB" });
    const page = await context.newPage();
    await signIn(page, "norrsken-member", `/referrals/leads/${id}`);
    await expect(page.getByText(/^First answer by /)).toBeVisible();

    await own.setClock(new Date(Date.now() + 10 * DAY).toISOString());
    const escalated = async () => (await call(own.url, "norrsken-member", `/leads/${id}`)).escalated;
    await expect.poll(escalated, { timeout: 90_000 }).toBe(true);
    await page.reload();
    await expect(page.getByText(/^Late: the first answer was promised by /)).toBeVisible();
    await expect(page.getByText("The managers were told.").first()).toBeVisible();
    await expectAccessible(page);
    await page.goto("/referrals/leads");
    await page.getByRole("link", { name: /^Overdue/ }).click();
    await page.getByRole("searchbox").fill("long promised");
    const row = page.getByRole("row").filter({ hasText: "Long Promised AB" });
    await expect(row).toContainText("late since");
    await context.close();
  } finally {
    await own.stop();
  }
});
