import { setTimeout as sleep } from "node:timers/promises";
import type { Child } from "./children.ts";
import { StackError } from "./stack-error.ts";

/** Waits until the child's address answers with success. Throws `StackError` when the child ends or time runs out. */
export async function waitForHttp(child: Child, url: string, timeoutMs: number): Promise<void> {
  let ended: string | null = null;
  void child.ended.then((how) => {
    ended = how;
  });
  const deadline = Date.now() + timeoutMs;
  let last = "no answer";
  while (Date.now() < deadline) {
    if (ended !== null) throw childFailed(child, ended);
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: "manual" });
      if (answer.status < 400) return;
      last = `status ${answer.status}`;
    } catch {
      last = "no answer";
    }
    await sleep(100);
  }
  throw childFailed(child, `${url} gave ${last} for ${Math.round(timeoutMs / 1_000)} s`);
}

/** The error for a process that did not do its part, with its last words. */
export function childFailed(child: Child, how: string): StackError {
  const words = child.lastLines().join("\n");
  return new StackError("child_died", `${child.name}: ${how}.${words ? `\n${words}` : ""}`);
}
