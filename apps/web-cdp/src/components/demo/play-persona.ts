import { callApi } from "#lib/call-api.ts";
import { requestChallenge, verifySignature } from "#lib/wallet/sign-in.ts";
import { rememberWallet } from "#lib/wallet/used-wallet.ts";
import type { DemoPersona } from "./personas.ts";

const chainId = 1;

/**
 * Signs in as the persona's own demo wallet, begins to connect, and answers the address that approves at the sandbox and
 * comes back to the dashboard. Nothing is special on the server: these are the calls of any person. Throws `ApiError`.
 */
export async function playPersona({ id, person, account, market }: DemoPersona): Promise<string> {
  const [{ privateKeyToAccount }, { chooseDemoKey }, { demoConnectorId }] = await Promise.all([
    import("viem/accounts"),
    import("#lib/wallet/demo-key.ts"),
    import("#lib/wallet/demo-connector-id.ts"),
  ]);
  const wallet = privateKeyToAccount(chooseDemoKey(person));
  const { message } = await requestChallenge(wallet.address, chainId);
  await verifySignature(message, await wallet.signMessage({ message }));
  rememberWallet(demoConnectorId);
  const query = new URLSearchParams({ wallet: wallet.address, account, market });
  const { authUrl } = await callApi<{ authUrl: string }>(`/api/tiktokshop/auth?${query}`);
  const consent = new URL(authUrl);
  consent.searchParams.set("persona", id);
  consent.searchParams.set("auto", "allow");
  return consent.href;
}
