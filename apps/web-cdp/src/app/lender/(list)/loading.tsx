import { PageSkeleton } from "#components/ui/PageSkeleton.tsx";

export default function LenderLoading() {
  return <PageSkeleton blocks={1} />;
}
