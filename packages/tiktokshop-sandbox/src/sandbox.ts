import { createControl } from "./control/control.ts";
import type { SandboxControl } from "./control/control-verbs.ts";
import { createControlServer } from "./control/serve-control.ts";
import { createPlatformServer } from "./gateway/serve-platform.ts";
import { closeServer, listen } from "./listen.ts";
import { creatorScopes, sellerScopes } from "./personas/persona.ts";
import {
  type AppRegistration,
  defaultRateLimit,
  defaultRotation,
  demoApp,
  type RateLimitSettings,
  type RotationSettings,
  sevenDaysSeconds,
  thirtyMinutesSeconds,
} from "./settings.ts";
import { createWebhookSender } from "./webhooks/webhook-sender.ts";
import { createWorld } from "./world.ts";

export interface SandboxOptions {
  /** Platform port; 0 takes a free one. @default 0 */
  readonly port?: number;
  /** Control port; 0 takes a free one. @default 0 */
  readonly controlPort?: number;
  /** @default "127.0.0.1" */
  readonly host?: string;
  /** What Partner Center knows about the app; the rest are the demo's values. */
  readonly app?: Partial<AppRegistration>;
  readonly rotation?: Partial<RotationSettings>;
  readonly rateLimit?: Partial<RateLimitSettings>;
  /** @default 604800, seven days */
  readonly accessTokenSeconds?: number;
  /** Delay of every answer. @default 0 */
  readonly latencyMs?: number;
  /** Where tokens, authorisations, edits and the anchor survive a restart; null keeps them in memory. @default null */
  readonly stateFile?: string | null;
  /** The machine's time in milliseconds. @default Date.now */
  readonly now?: () => number;
  /** Unix second whose UTC midnight all trade counts from; by default today's, or the state file's while it is young. */
  readonly anchor?: number | null;
  /** How webhooks are sent. @default fetch */
  readonly fetch?: typeof fetch;
}

/** A running sandbox. */
export interface Sandbox {
  /** Base URL of everything that TikTok serves: consent pages, token host, open API. */
  readonly url: string;
  readonly controlUrl: string;
  readonly app: AppRegistration;
  readonly control: SandboxControl;
  readonly close: () => Promise<void>;
}

/**
 * Starts a TikTok Shop on this machine. Throws `PortError` when a port is taken and `StateFileError` when the state file is not usable.
 *
 * @example
 * const sandbox = await startSandbox({ app: { redirectUrl: "http://localhost:3000/api/tiktokshop/callback" } });
 * const code = sandbox.control.authorize("worked-seller");
 * await sandbox.close();
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? "127.0.0.1";
  const world = createWorld({
    settings: {
      app: { ...demoApp, sellerScopes, creatorScopes, ...options.app },
      rotation: { ...defaultRotation, ...options.rotation },
      rateLimit: { ...defaultRateLimit, ...options.rateLimit },
      accessTokenSeconds: options.accessTokenSeconds ?? sevenDaysSeconds,
      codeSeconds: thirtyMinutesSeconds,
      latencyMs: options.latencyMs ?? 0,
    },
    machineNowMs: options.now ?? Date.now,
    monotonicMs: () => performance.now(),
    stateFile: options.stateFile ?? null,
    anchor: options.anchor ?? null,
  });
  const webhooks = createWebhookSender(world, options.fetch);
  const control = createControl(world, webhooks);
  const platform = createPlatformServer(world);
  const controlServer = createControlServer(world, control);
  try {
    const port = await listen(platform, options.port ?? 0, host);
    const controlPort = await listen(controlServer, options.controlPort ?? 0, host);
    return {
      url: `http://${host}:${port}`,
      controlUrl: `http://${host}:${controlPort}`,
      app: world.settings.app,
      control,
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }

  async function close(): Promise<void> {
    webhooks.stop();
    await Promise.all([closeServer(platform), closeServer(controlServer)]);
    world.flush();
  }
}
