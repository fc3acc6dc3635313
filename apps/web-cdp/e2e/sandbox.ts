import { expect } from "@playwright/test";
import { post } from "./api.ts";

/** Does one of the sandbox's control verbs, and answers what it answers. */
export async function act<Answer = unknown>(action: string, input: object = {}): Promise<Answer> {
  const answer = await fetch(`${process.env.E2E_SANDBOX_CONTROL_URL}/ctl/${action}`, post(input));
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as Answer;
}
