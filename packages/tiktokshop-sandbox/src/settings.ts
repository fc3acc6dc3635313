/** What happens to the old pair when a refresh token is used. Which of these the platform does is not documented. */
export type RotationMode = "rotate" | "keep" | "strict" | "grace";

export interface RotationSettings {
  /**
   * `rotate`: new pair, the old refresh token is refused, the old access token lives on for the overlap.
   * `keep`: the same refresh token again, a new access token, the old one lives out its time.
   * `strict`: new pair, both old ones are refused at once.
   * `grace`: new pair, the old refresh token works until the new pair is used.
   */
  readonly mode: RotationMode;
  readonly overlapSeconds: number;
  /** Using a spent refresh token takes the whole authorisation away. */
  readonly revokeFamilyOnReuse: boolean;
}

export interface RateLimitSettings {
  /** Requests a second for one app, shop and API; 0 switches the limit off. */
  readonly requestsPerSecond: number;
  /** Whether a 429 carries `Retry-After`, and its value in seconds. */
  readonly retryAfterSeconds: number | null;
  /** Requests an hour for one shop, as test shops have it; null switches the quota off. */
  readonly hourlyQuota: number | null;
}

/** The app as Partner Center knows it. */
export interface AppRegistration {
  readonly appKey: string;
  readonly appSecret: string;
  readonly serviceId: string;
  readonly redirectUrl: string;
  readonly webhookUrl: string;
  readonly sellerScopes: readonly string[];
  readonly creatorScopes: readonly string[];
}

/** What the control API can change while the sandbox runs. */
export interface LiveSettings {
  rotation: RotationSettings;
  rateLimit: RateLimitSettings;
  accessTokenSeconds: number;
  codeSeconds: number;
  latencyMs: number;
  app: AppRegistration;
}

export const defaultRotation: RotationSettings = { mode: "rotate", overlapSeconds: 60, revokeFamilyOnReuse: false };
export const defaultRateLimit: RateLimitSettings = {
  requestsPerSecond: 50,
  retryAfterSeconds: null,
  hourlyQuota: null,
};

export const demoApp = {
  appKey: "6sbxdemoapp01",
  appSecret: "sbx0demo0secret0not0for0production0a1b2c",
  serviceId: "7400000000000000001",
  redirectUrl: "http://localhost:3000/api/tiktokshop/callback",
  webhookUrl: "http://localhost:3000/api/tiktokshop/webhook",
} as const;

export const sevenDaysSeconds = 604_800;
export const thirtyMinutesSeconds = 1_800;
