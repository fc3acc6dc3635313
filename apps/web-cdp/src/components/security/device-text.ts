import type { Translator } from "#words/translator.ts";

/** A device, which the server names as "Firefox on Windows", in the reader's language. */
export function deviceText(t: Translator<"security">, device: string): string {
  const [browser = device, system] = device.split(" on ");
  return system === undefined ? device : t("device", { browser, system });
}
