// Starts and stops the one-machine system.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PROGRAM = process.env.GUILDHALL_LOCAL ?? `${ROOT}target/debug/guildhall-local`;
const SITE = process.env.GUILDHALL_SITE ?? `${ROOT}target/site`;
const READY = /Guildhall is ready at (http:\/\/\S+)/;
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 5_000;

/** A running system: its address, and what it wrote. */
export class Guildhall {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
    private readonly lines: string[],
  ) {}

  /** Starts one in memory on a free port, with a small directory; `options` are those of guildhall-local. */
  static async start(options: readonly string[] = []): Promise<Guildhall> {
    const child = spawn(PROGRAM, ["--memory", "--port", "0", "--profiles", "60", "--site", SITE, ...options], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const lines: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      const fail = (why: string) => {
        child.kill("SIGKILL");
        reject(new Error(`${PROGRAM} ${why}. It wrote:\n${lines.join("")}`));
      };
      const late = setTimeout(() => fail(`was not ready after ${START_WITHIN_MS / 1000} s`), START_WITHIN_MS);
      const read = (chunk: Buffer) => {
        lines.push(chunk.toString());
        const ready = READY.exec(lines.join(""))?.[1];
        if (ready === undefined) return;
        clearTimeout(late);
        resolve(ready.replace(/\/$/, ""));
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("error", (error) => fail(`did not start: ${error.message}`));
      child.once("exit", (code) => fail(`ended at once with ${code}`));
    });
    return new Guildhall(child, url, lines);
  }

  /** Everything it has written so far, for the report of a failed test. */
  get log(): string {
    return this.lines.join("");
  }

  /** Asks it to end, and ends it if it does not. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, "exit");
    this.process.kill("SIGTERM");
    const stubborn = setTimeout(() => this.process.kill("SIGKILL"), STOP_WITHIN_MS);
    await ended;
    clearTimeout(stubborn);
  }

  /** Moves the business clock; it goes on ticking from there. */
  async setClock(now: string): Promise<void> {
    const answer = await fetch(`${this.url}/dev/clock`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ now }),
    });
    if (!answer.ok) throw new Error(`The clock was not moved: ${answer.status} ${await answer.text()}`);
  }
}
