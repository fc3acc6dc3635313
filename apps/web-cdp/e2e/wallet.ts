import type { Page } from "@playwright/test";
import type { Hex } from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";

/** A wallet whose key stays outside the browser; pages reach it through EIP-6963 like any extension. */
export interface TestWallet {
  readonly address: string;
  /** Makes the next signature request fail the way a person's "Cancel" does (code 4001). */
  cancelNext(): void;
  /** Moves the wallet to another account, as a person does in the extension's own window. */
  switchAccount(): Promise<void>;
}

const installed = new WeakMap<Page, PrivateKeyAccount>();

/** Signs with the wallet of `page`, as its person would in another window. */
export function signAs(page: Page, message: string): Promise<Hex> {
  const account = installed.get(page);
  if (!account) throw new Error("this page has no test wallet");
  return account.signMessage({ message });
}

/** Announces an EIP-6963 wallet named "Test Wallet" to every page that `page` opens. */
export async function installWallet(page: Page, key: Hex = generatePrivateKey()): Promise<TestWallet> {
  let account = privateKeyToAccount(key);
  installed.set(page, account);
  let cancels = false;
  let granted = false;

  await page.exposeFunction("__testWallet", async (method: string, params: readonly unknown[] = []) => {
    if (method === "eth_chainId") return { result: "0x1" };
    if (method === "eth_accounts") return { result: granted ? [account.address] : [] };
    if (method === "eth_requestAccounts" || method === "wallet_requestPermissions") {
      granted = true;
      if (method === "eth_requestAccounts") return { result: [account.address] };
      return { result: [{ parentCapability: "eth_accounts", caveats: [{ value: [account.address] }] }] };
    }
    if (method === "wallet_revokePermissions") {
      granted = false;
      return { result: null };
    }
    if (method === "personal_sign") {
      if (cancels) {
        cancels = false;
        return { error: { code: 4001, message: "User rejected the request." } };
      }
      return { result: await account.signMessage({ message: { raw: String(params[0]) as Hex } }) };
    }
    return { error: { code: 4200, message: `${method} is not supported` } };
  });

  await page.addInitScript(() => {
    type Reply = { result?: unknown; error?: { code: number; message: string } };
    const call = (window as unknown as { __testWallet(method: string, params?: unknown): Promise<Reply> }).__testWallet;
    const listeners = new Set<(value: unknown) => void>();
    Object.assign(window, {
      __switchTestWallet: (accounts: readonly string[]) => {
        for (const listener of listeners) listener(accounts);
      },
    });
    const provider = {
      async request({ method, params }: { method: string; params?: unknown }) {
        const reply = await call(method, params);
        if (reply.error) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
        return reply.result;
      },
      on(event: string, listener: (value: unknown) => void) {
        if (event === "accountsChanged") listeners.add(listener);
      },
      removeListener(_: string, listener: (value: unknown) => void) {
        listeners.delete(listener);
      },
    };
    const info = {
      uuid: "0b9c3c3e-6f1f-4c62-9c6c-8f1a6f0f2b11",
      name: "Test Wallet",
      icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
      rdns: "test.wallet",
    };
    const announce = () =>
      window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
    window.addEventListener("eip6963:requestProvider", announce);
    announce();
  });

  return {
    address: account.address.toLowerCase(),
    cancelNext() {
      cancels = true;
    },
    async switchAccount() {
      account = privateKeyToAccount(generatePrivateKey());
      installed.set(page, account);
      await page.evaluate(
        (accounts) => {
          (window as unknown as { __switchTestWallet(accounts: readonly string[]): void }).__switchTestWallet(accounts);
        },
        [account.address],
      );
    },
  };
}
