"use client";

import "./globals.css";

interface GlobalErrorProps {
  readonly error: Error & { readonly digest?: string };
}

/** The last resort, when even the layout failed. Every page loads it, so it is kept plain. */
export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body className="p-6">
        <main className="mx-auto max-w-md space-y-4">
          <title>LendFriend is not answering</title>
          <h1 className="text-2xl font-semibold">LendFriend is not answering</h1>
          <p>Nothing was lost. Wait a moment and try again.</p>
          {error.digest && <p>Support reference: {error.digest}</p>}
          <button
            type="button"
            onClick={() => window.location.reload()}
            className="min-h-11 rounded-lg border px-4 font-semibold"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
