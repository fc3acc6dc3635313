import { ArrowDownTrayIcon } from "@heroicons/react/20/solid";
import { buttonClass } from "./button-class.ts";

interface DownloadLinkProps {
  readonly href: string;
  readonly name: string;
  readonly label: string;
}

export function DownloadLink({ href, name, label }: DownloadLinkProps) {
  return (
    <a href={href} download={name} className={`no-print ${buttonClass("secondary", "sm")}`}>
      <ArrowDownTrayIcon aria-hidden="true" className="size-4" />
      {label}
    </a>
  );
}
