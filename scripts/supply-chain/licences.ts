/** Licences that ask for no more than their text to be passed on. */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Unlicense",
]);

/** Packages that are used although their licence asks for more, or is not stated, with the reason. */
const judged: Readonly<Record<string, string>> = {
  "caniuse-lite": "CC-BY-4.0: data that names its source; used while building only",
  "rpc-websockets": "LGPL-3.0: unchanged, comes with the e-mail wallet's library, which loads it for another chain",
  "text-encoding-utf-8": "its LICENSE.md is the Unlicense, which its package.json does not say",
  "@coinbase/cdp-core":
    "states no licence: published by Coinbase for this use; loaded only where CDP_PROJECT_ID is set",
  "@coinbase/cdp-api-client": "states no licence: comes with @coinbase/cdp-core",
};

/** sharp's native library, for machines of each kind; images are not resized, so it is installed and never loaded. */
const unusedNative = /^@img\/sharp-/;

/** The packages whose licence nobody has agreed to, as `name: licence`. `byLicence` is what `pnpm licenses list` answers. */
export function unexpectedLicences(
  byLicence: Readonly<Record<string, readonly { readonly name: string }[]>>,
): readonly string[] {
  return Object.entries(byLicence).flatMap(([licence, packages]) =>
    isPermissive(licence)
      ? []
      : packages
          .filter(({ name }) => judged[name] === undefined && !unusedNative.test(name))
          .map(({ name }) => `${name}: ${licence}`),
  );
}

/** Of a choice between licences one has to do, of licences together each. */
function isPermissive(licence: string): boolean {
  const terms = licence.replace(/^\((.*)\)$/, "$1");
  if (terms.includes(" OR ")) return terms.split(" OR ").some(isPermissive);
  return terms.split(" AND ").every((term) => permissive.has(term.trim()));
}
