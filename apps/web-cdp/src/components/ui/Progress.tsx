interface ProgressProps {
  readonly label: string;
  /** Null when the whole is not known yet. */
  readonly done: number | null;
  readonly total: number | null;
}

/** A native progress bar with its name. Unknown totals are drawn as running, never as a made-up share. */
export function Progress({ label, done, total }: ProgressProps) {
  const known = done !== null && total !== null && total > 0;
  return (
    <progress className="meter" aria-label={label} {...(known ? { value: Math.min(done, total), max: total } : {})} />
  );
}
