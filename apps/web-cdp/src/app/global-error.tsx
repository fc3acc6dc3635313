"use client";

import "./globals.css";

interface GlobalErrorProps {
  readonly error: Error & { readonly digest?: string };
}

/** The last resort, when even the layout failed. */
export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center p-6">
        <main className="max-w-md space-y-4">
          <title>LendFriend is not answering</title>
          <h1 className="text-2xl font-semibold tracking-tight">LendFriend is not answering</h1>
          <p>Nothing was lost. Wait a moment and try again.</p>
          {error.digest && <p className="text-sm text-ink-soft">Support reference: {error.digest}</p>}
          <button
            type="button"
            onClick={() => window.location.reload()}
            className="min-h-11 cursor-pointer rounded-lg bg-accent px-4 text-sm font-semibold text-on-accent"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
