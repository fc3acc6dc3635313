import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InformationCircleIcon,
} from "@heroicons/react/20/solid";
import type { ReactNode } from "react";

export type NoticeTone = "notice" | "positive" | "caution" | "danger";

const looks = {
  notice: { box: "bg-notice-soft border-notice/30", icon: "text-notice", Icon: InformationCircleIcon },
  positive: { box: "bg-positive-soft border-positive/30", icon: "text-positive", Icon: CheckCircleIcon },
  caution: { box: "bg-caution-soft border-caution/40", icon: "text-caution", Icon: ExclamationTriangleIcon },
  danger: { box: "bg-danger-soft border-danger/40", icon: "text-danger", Icon: ExclamationCircleIcon },
} as const satisfies Record<NoticeTone, unknown>;

interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` for what just went wrong, `status` for what just went well; nothing for what was there all along. */
  readonly role?: "alert" | "status";
}

/** A message that stays on the page until it is dealt with. */
export function Notice({ tone = "notice", title, children, actions, role }: NoticeProps) {
  const { box, icon, Icon } = looks[tone];
  return (
    <div role={role} className={`flex gap-3 rounded-lg border p-4 text-ink ${box}`}>
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${icon}`} />
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-1 space-y-1 text-ink-soft">{children}</div>}
        {actions && (
          <div className="mt-3 flex flex-wrap gap-2 [&>[data-variant=quiet]:first-child]:-ml-3">{actions}</div>
        )}
      </div>
    </div>
  );
}
