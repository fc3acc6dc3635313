import type { Metadata } from "next";
import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";

export const metadata: Metadata = { title: "Not found" };

/** One answer for all: a wrong address, a share that ended, and a score that was never shared look the same. */
export default function NotFoundPage() {
  return (
    <div className="mx-auto max-w-xl space-y-4 py-10 text-center">
      <h1 className="text-2xl font-semibold tracking-tight">There is nothing here for you</h1>
      <p className="text-ink-soft">
        The address may be wrong, or a borrower has not shared with this wallet, or the share has ended or been revoked.
      </p>
      <p className="flex flex-wrap justify-center gap-3">
        <Link href="/lender" prefetch={false} className={buttonClass("primary")}>
          Scores shared with me
        </Link>
        <Link href="/" prefetch={false} className={buttonClass("secondary")}>
          Home
        </Link>
      </p>
    </div>
  );
}
