/** Quiet blocks in the shape of a page that is on its way. */
export function PageSkeleton({ blocks }: { readonly blocks: number }) {
  return (
    <div role="status" className="space-y-6">
      <span className="sr-only">Loading</span>
      <div aria-hidden="true" className="h-9 w-64 animate-pulse rounded-lg bg-subtle" />
      {Array.from({ length: blocks }, (_, index) => (
        <div
          key={index.toString()}
          aria-hidden="true"
          className="h-64 animate-pulse rounded-card border border-line bg-surface"
        />
      ))}
    </div>
  );
}
