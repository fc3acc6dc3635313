import { Card } from "#components/ui/Card.tsx";
import { DownloadLink } from "#components/ui/DownloadLink.tsx";
import { accountWords as words } from "./account-words.ts";
import { DeleteAccount } from "./DeleteAccount.tsx";

/** What a person may do with everything that is held about them. */
export function AccountSection() {
  return (
    <Card title={words.title} id="data" lead={words.lead}>
      <div className="max-w-prose space-y-6 text-sm">
        <div className="space-y-2">
          <h3 className="font-semibold">{words.exportTitle}</h3>
          <p className="text-ink-soft">{words.exportText}</p>
          <p className="text-ink-soft">{words.exportWhole}</p>
          <p className="pt-1">
            <DownloadLink href="/api/account/export" name={words.exportName} label={words.exportLabel} />
          </p>
        </div>
        <div className="space-y-2">
          <h3 className="font-semibold">{words.deleteTitle}</h3>
          <p className="text-ink-soft">{words.deleteText}</p>
          <DeleteAccount />
        </div>
      </div>
    </Card>
  );
}
