// WCAG 2.2 AA, as far as a program can tell.

import axe from "axe-core";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe objects to on the page as it stands: the rule, and the elements with the reasons. */
async function violations(page: Page): Promise<{ rule: string; where: string[] }[]> {
  // A document keeps its axe until it is left. Bringing it anew for each look, in a page of its own for the summary, and
  // describing thousands of elements that are as they should be, is what takes the usual builder four times as long.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const options: axe.RunOptions = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
    const found = (await window.axe.run(document, options)).violations;
    return found.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      where: nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`),
    }));
  }, RULES);
}

/** Expects axe to find nothing on the page as it stands, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // Journeys are without motion, so a colour is not caught half-way between two.
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), `axe in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
