import { expect, type Page } from "@playwright/test";
import { installWallet, signAs, type TestWallet } from "./wallet.ts";

/** Opens the dashboard and signs in with an injected wallet, as a person with an extension does. */
export async function signInWithExtension(page: Page): Promise<TestWallet> {
  const wallet = await installWallet(page);
  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Test Wallet" }).click();
  await finishSignIn(page);
  return wallet;
}

/** A wallet that the page has just connected to may still ask for the signature by its own button. */
export async function finishSignIn(page: Page): Promise<void> {
  const heading = page.getByRole("heading", { name: "Your dashboard" });
  const sign = page.getByRole("button", { name: "Sign in", exact: true });
  await expect(heading.or(sign).first()).toBeVisible();
  if (await sign.isVisible()) await sign.click();
  await expect(heading).toBeVisible();
}

/** Goes through the consent panel to TikTok's page and answers there as `persona`. */
export async function connectShop(
  page: Page,
  persona: string,
  choice: { readonly kind?: "A shop" | "A creator account"; readonly answer?: "Allow" | "Deny" } = {},
): Promise<void> {
  const { kind = "A shop", answer = "Allow" } = choice;
  await page.getByRole("button", { name: "Connect TikTok Shop" }).first().click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("radio", { name: kind }).check();
  await panel.getByRole("button", { name: "Continue to TikTok Shop" }).click();
  await page.locator(`label[data-persona="${persona}"]`).click();
  await page.getByRole("button", { name: answer, exact: true }).click();
  await page.waitForURL(/\/dashboard/);
}

/** Shares the page's score with a lender for a day, with everything in it. */
export async function shareWith(page: Page, lender: string): Promise<{ readonly id: string }> {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const share = { lender, scope: "metrics", purpose: "Stock", expiresAt };
  const shared = await page.request.post("/api/shares", { data: share });
  expect(shared.ok()).toBe(true);
  return shared.json();
}

/** Frees the account for the next test: deletes everything that this person imported. */
export async function deleteEverything(
  page: Page,
  sign: (message: string) => Promise<string> = (message) => signAs(page, message),
): Promise<void> {
  const answer = await page.request.get("/api/connections");
  if (answer.status() === 401) return;
  const { connections } = (await answer.json()) as { connections: readonly { id: string }[] };
  for (const { id } of connections) {
    const about = { act: "connection.delete", object: id, chainId: 1 };
    const { message } = await (await page.request.post("/api/auth/confirmations", { data: about })).json();
    const data = { message, signature: await sign(message) };
    await page.request.delete(`/api/connections/${id}?data=delete`, { data });
  }
}
