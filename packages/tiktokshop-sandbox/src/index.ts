export {
  ControlError,
  type OrderTarget,
  type PersonaSummary,
  type SandboxControl,
  type WebhookRequest,
} from "./control/control-verbs.ts";
export type { Fault, FaultKind } from "./faults/fault.ts";
export { PortError } from "./listen.ts";
export type { LoggedRequest } from "./request-log.ts";
export { type Sandbox, type SandboxOptions, startSandbox } from "./sandbox.ts";
export { demoApp, type RotationMode } from "./settings.ts";
export { StateFileError } from "./state-file.ts";
export { buyerMarker } from "./trade/buyer-wire.ts";
export type { Delivery, DeliveryAttempt } from "./webhooks/webhook-sender.ts";
