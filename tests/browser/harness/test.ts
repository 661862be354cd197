// The `test` of every journey: one running system per worker, and pages that report what went wrong in them.

import { test as base } from "@playwright/test";
import { Guildhall } from "./guildhall.ts";

export { expect } from "@playwright/test";

type WorkerFixtures = {
  /** The worker's own system, with the demo data. Journeys share it, so they bring the leads that they change. */
  guildhall: Guildhall;
};

type TestFixtures = {
  /** What the page must not do: throw, or break its content security policy. Watched in every test. */
  troubles: string[];
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  guildhall: [
    // Playwright reads the names of the fixtures that are needed from this empty pattern.
    async ({}, use) => {
      const guildhall = await Guildhall.start();
      await use(guildhall);
      await guildhall.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],

  baseURL: async ({ guildhall }, use) => {
    await use(guildhall.url);
  },

  troubles: [
    async ({ context, guildhall }, use, testInfo) => {
      const troubles: string[] = [];
      const logged = guildhall.log.length;
      context.on("weberror", (problem) => troubles.push(String(problem.error())));
      context.on("console", (message) => {
        const text = message.text();
        if (text.includes("Content Security Policy") || text.includes("panicked at")) troubles.push(text);
      });
      await use(troubles);
      if (testInfo.status !== testInfo.expectedStatus || troubles.length > 0) {
        await testInfo.attach("guildhall-local", { body: guildhall.log.slice(logged), contentType: "text/plain" });
      }
      if (troubles.length > 0) throw new Error(`The page was in trouble:\n${troubles.join("\n")}`);
    },
    { auto: true },
  ],
});
