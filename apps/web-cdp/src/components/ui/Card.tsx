import type { ReactNode } from "react";
import { cardClass } from "./card-class.ts";

interface CardProps {
  readonly title?: ReactNode;
  /** Id of the heading, so that the section carries its name. */
  readonly id?: string | undefined;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled block of a page. */
export function Card({ title, id, lead, actions, children, className = "" }: CardProps) {
  return (
    <section aria-labelledby={title && id ? id : undefined} className={`${cardClass} ${className}`}>
      {(title || actions) && <CardHead title={title} id={id} lead={lead} actions={actions} />}
      {children}
    </section>
  );
}

/** The head of a card by itself, for a card whose body the browser makes. */
export function CardHead({ title, id, lead, actions }: Pick<CardProps, "title" | "id" | "lead" | "actions">) {
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 max-w-prose">
        {title && (
          <h2 id={id} className="text-lg font-semibold tracking-tight scroll-mt-24">
            {title}
          </h2>
        )}
        {lead && <p className="mt-1 text-sm text-ink-soft">{lead}</p>}
      </div>
      {actions}
    </div>
  );
}
