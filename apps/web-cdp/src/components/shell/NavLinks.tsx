"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";

interface NavLinksProps {
  readonly label: string;
  /** The look of a way, said by the server so that no page's script repeats it. */
  readonly linkClass: string;
  readonly places: readonly { readonly href: string; readonly label: string; readonly short: string }[];
}

/** Ways to the parts of the site; of each `label`, `short` is what a narrow screen shows. */
export function NavLinks({ label: navLabel, linkClass, places }: NavLinksProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={navLabel}>
      <ul className="flex gap-1">
        {places.map(({ href, label, short }) => {
          const here = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link href={href} prefetch={false} aria-current={here ? "page" : undefined} className={linkClass}>
                <Pending />
                <span className="sm:hidden">{short}</span>
                <span className="hidden sm:inline">{label}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** A line that runs while the page is on its way: pages are whole when they arrive, so nothing else shows the wait. */
function Pending() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`absolute inset-x-2.5 bottom-1 h-0.5 rounded-full bg-accent transition-opacity delay-150 ${pending ? "animate-pulse opacity-100" : "opacity-0"}`}
    />
  );
}
