import { PageSkeleton } from "#components/ui/PageSkeleton.tsx";

export default function DashboardLoading() {
  return <PageSkeleton blocks={3} />;
}
