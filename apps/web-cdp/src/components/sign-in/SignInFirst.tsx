import { PageTitle } from "#components/shell/PageTitle.tsx";
import { SignInPanel } from "./SignInPanel.tsx";

interface SignInFirstProps {
  readonly title: string;
  readonly lead: string;
  readonly ask?: string;
  readonly askLead?: string;
}

/** What a page is, and the way to sign in, for somebody who is not. */
export function SignInFirst({
  title,
  lead,
  ask = "Sign in to see it",
  askLead = "Your wallet is your account here. There is no password.",
}: SignInFirstProps) {
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle title={title} lead={lead} />
      <SignInPanel title={ask} lead={askLead} />
    </div>
  );
}
