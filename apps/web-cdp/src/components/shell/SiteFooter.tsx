import Link from "next/link";

export function SiteFooter() {
  return (
    <footer className="mt-16 border-t border-line">
      <div className="mx-auto max-w-6xl space-y-2 px-4 py-8 text-sm text-ink-soft sm:px-6">
        <p>
          <strong className="font-semibold text-ink">The score is not calibrated to default risk.</strong> Its
          thresholds are reasoned from published figures and have not been fitted to repayment data. It describes sales;
          it does not predict repayment.{" "}
          <Link href="/model" prefetch={false} className="text-accent underline">
            How the score is computed
          </Link>
        </p>
        <p>
          LendFriend reads sales figures with the seller’s or creator’s consent. It cannot post, change a shop, or move
          money. TikTok Shop is a trademark of its owner, who does not endorse this product.
        </p>
        <p className="no-print">
          <a href="/verify" className="inline-flex min-h-11 items-center underline underline-offset-2">
            Verify a signed score
          </a>
        </p>
      </div>
    </footer>
  );
}
