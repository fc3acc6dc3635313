interface PageNavProps {
  readonly label: string;
  readonly places: readonly { readonly id: string; readonly label: string }[];
}

/** Ways to the parts of a long page. */
export function PageNav({ label: navLabel, places }: PageNavProps) {
  return (
    <nav aria-label={navLabel} className="no-print mb-4 overflow-x-auto">
      <ul className="flex gap-1 whitespace-nowrap">
        {places.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex min-h-11 items-center rounded-lg border border-line bg-surface px-3 text-sm text-ink-soft hover:text-ink"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
