import Link from "next/link";

interface BackLinkProps {
  readonly href: string;
  readonly label: string;
}

/** The way to the page that this one is a part of. */
export function BackLink({ href, label }: BackLinkProps) {
  return (
    <p className="no-print mb-3 text-sm">
      <Link
        href={href}
        prefetch={false}
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-2"
      >
        {label}
      </Link>
    </p>
  );
}
