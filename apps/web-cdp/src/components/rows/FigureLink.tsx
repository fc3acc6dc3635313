import Link from "next/link";
import type { ReactNode } from "react";
import { rowsHref } from "./rows-href.ts";

interface FigureLinkProps {
  readonly figure: string;
  /** Of the page that tells where figures come from. */
  readonly path: string;
  readonly children: ReactNode;
}

/** A figure that leads to what it is made of. */
export function FigureLink({ figure, path, children }: FigureLinkProps) {
  return (
    <Link href={rowsHref(figure, { path })} prefetch={false} className="figure-link">
      {children}
    </Link>
  );
}
