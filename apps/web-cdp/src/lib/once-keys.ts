/** Keys for requests that create something: the same one while the same request is tried again, a new one for any other. */
export interface OnceKeys {
  keyFor(request: unknown): string;
  /** The request has succeeded: the same one, sent on purpose, is another one. */
  done(): void;
}

export function createOnceKeys(): OnceKeys {
  let last: { readonly text: string; readonly key: string } | null = null;
  return {
    keyFor(request) {
      const text = JSON.stringify(request);
      if (last?.text !== text) last = { text, key: crypto.randomUUID() };
      return last.key;
    },
    done() {
      last = null;
    },
  };
}
