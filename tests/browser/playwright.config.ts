import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Debian's own browser: nothing is downloaded, and what is tested is what a person can install.
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(chromium)) {
  throw new Error(`There is no browser at ${chromium}. Install Chromium, or name one in CHROMIUM.`);
}

export default defineConfig({
  testDir: "journeys",
  outputDir: "../../target/browser/results",
  // Two cores, and each worker has a server and a browser of its own.
  workers: 2,
  fullyParallel: false,
  // A test that passes only the second time has found something.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Stockholm",
    colorScheme: "light",
    // What moves only looks nice: every frame of it is drawn by the cores that the tests need.
    contextOptions: { reducedMotion: "reduce" },
    // What was done, step by step; the picture and the page as it failed are kept beside it. Recording every page and
    // every frame on the way too costs as much as all the rest together: ask for it with --trace retain-on-failure.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromium,
      // Containers have no user namespaces for the sandbox; the pages are our own. The rest keeps the browser from
      // calling home, which a closed network refuses many times over.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    },
  },
});
