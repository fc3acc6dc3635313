import type { Metadata } from "next";
import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { readPageSetting } from "#lib/page-setting.ts";
import { wordsOf } from "#words/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageSetting();
  return { title: wordsOf(locale, "shell")("notFound") };
}

/** One answer for all: a wrong address, a share that ended, and a score that was never shared look the same. */
export default async function NotFoundPage() {
  const { locale } = await readPageSetting();
  const t = wordsOf(locale, "shell");
  return (
    <div className="mx-auto max-w-xl space-y-4 py-10 text-center">
      <h1 className="text-2xl font-semibold tracking-tight">{t("notFoundTitle")}</h1>
      <p className="text-ink-soft">{t("notFoundText")}</p>
      <p className="flex flex-wrap justify-center gap-3">
        <Link href="/lender" prefetch={false} className={buttonClass("primary")}>
          {t("toLender")}
        </Link>
        <Link href="/" prefetch={false} className={buttonClass("secondary")}>
          {t("home")}
        </Link>
      </p>
    </div>
  );
}
