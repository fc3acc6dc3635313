interface RefusalProps {
  readonly text: string;
  /** Quoted to support. */
  readonly reference: string | null;
}

/** What just went wrong, without the icons of a notice: for pages whose script is kept small. */
export function Refusal({ text, reference }: RefusalProps) {
  return (
    <div role="alert" className="rounded-lg border border-danger/40 bg-danger-soft p-4 text-sm">
      <p className="font-semibold">{text}</p>
      {reference && (
        <p className="mt-1 text-ink-soft">
          Support reference: <code className="font-mono text-xs">{reference}</code>
        </p>
      )}
    </div>
  );
}
