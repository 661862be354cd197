// What people get by mail, where, and in which language.

import { call } from "../harness/api.ts";
import { expectAccessible } from "../harness/axe.ts";
import { signIn } from "../harness/sign-in.ts";
import { expect, test } from "../harness/test.ts";

test("a partner switches a topic off, and it stays off", async ({ page }) => {
  await signIn(page, "saigonweb-member");
  await page.locator("summary").filter({ hasText: "Account of Trần Quốc Bảo" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await expect(page.getByRole("main").getByText("bao@saigonweb.example")).toBeVisible();

  const progress = page.getByRole("switch", { name: "Progress of your leads" });
  await expect(progress).toBeChecked();
  await expect(page.getByRole("switch", { name: "Weekly summary" })).not.toBeChecked();
  // What the rules say must be sent is explained and has no switch.
  await expect(page.getByText("Always sent: the rules say that you are told.")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Awards taken back" })).toHaveCount(0);

  await progress.uncheck();
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Your settings are saved.")).toBeVisible();
  await page.reload();
  await expect(progress).not.toBeChecked();
  await expect(page.getByRole("switch", { name: "Lead received" })).toBeChecked();
  await expectAccessible(page);
});

test("settings that were changed elsewhere are shown beside one's own, and neither is lost", async ({
  guildhall,
  page,
}) => {
  await signIn(page, "rep-daniel", "/settings");
  await page.getByRole("switch", { name: "Overdue leads" }).uncheck();
  const own = await call(guildhall.url, "rep-daniel", "/me/settings");
  await call(guildhall.url, "rep-daniel", "/me/settings", {
    method: "PUT",
    body: { language: "en", off: ["lead_question"] },
    headers: { "if-match": `"${own.version}"` },
  });
  await page.getByRole("button", { name: "Save settings" }).click();
  const conflict = page.getByRole("alert");
  await expect(conflict).toContainText("Your settings were changed somewhere else meanwhile");
  await expect(conflict).toContainText(/Questions .+ off/);
  await expect(conflict).toContainText("Overdue leads on");
  await expect(page.getByRole("switch", { name: "Overdue leads" })).not.toBeChecked();
  await expectAccessible(page);
  await conflict.getByRole("button", { name: "Keep my choices" }).click();
  await expect(page.getByText("Your settings are saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("switch", { name: "Overdue leads" })).not.toBeChecked();
  await expect(page.getByRole("switch", { name: /^Questions/ })).toBeChecked();
});

test("an owner sets the address for mail about leads, and everybody of the organisation sees it", async ({
  browser,
  page,
}) => {
  await signIn(page, "saigonweb-owner", "/settings");
  const address = page.getByLabel("Address for mail about leads");
  await address.fill("leads at saigonweb");
  await page.getByRole("button", { name: "Save the address" }).click();
  await expect(page.locator("#error-summary")).toBeFocused();
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  // Nothing typed is lost when the page is.
  await page.reload();
  await expect(address).toHaveValue("leads at saigonweb");
  await address.fill("leads@saigonweb.example");
  await page.getByLabel("Language of that mail").selectOption("vi");
  await page.getByRole("button", { name: "Save the address" }).click();
  await expect(page.getByText("The address is saved.")).toBeVisible();
  await page.reload();
  await expect(address).toHaveValue("leads@saigonweb.example");
  await expect(page.getByText(/^Set by Nguyễn Thị Lan Anh/)).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signIn(other, "saigonweb-viewer", new URL("/settings", page.url()).href);
  await expect(other.getByText("leads@saigonweb.example")).toBeVisible();
  await expect(other.getByText("An owner of your organisation can change it.")).toBeVisible();
  await expect(other.getByRole("button", { name: "Save the address" })).toHaveCount(0);
  await other.context().close();
});

test("mail comes in the language that the pages are switched to", async ({ guildhall, page }) => {
  const language = async () => (await call(guildhall.url, "norrsken-viewer", "/me/settings")).language;
  await signIn(page, "norrsken-viewer", "/settings");
  await expect(page.getByLabel("Language of your mail")).toHaveValue("en");
  await page.locator("#interface-language").selectOption("sv");
  await expect(page.getByLabel("Språk i dina mejl")).toHaveValue("sv");
  await expect.poll(language).toBe("sv");
  await page.locator("#interface-language").selectOption("vi");
  await expect.poll(language).toBe("vi");
  await expect(page.getByRole("heading", { level: 1, name: "Cài đặt" })).toBeVisible();
});

test("settings that cannot be loaded are asked for again", async ({ page }) => {
  await page.route("**/api/v1/me/settings", (route) => route.fulfill({ status: 500, body: "{}" }));
  await signIn(page, "admin-ruth", "/settings");
  await expect(page.getByRole("heading", { name: "Your settings could not be loaded" })).toBeVisible();
  await page.unroute("**/api/v1/me/settings");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Nothing is mailed to your role.")).toBeVisible();
});
