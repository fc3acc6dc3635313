import type { ReactNode } from "react";
import { EnglishOnly } from "#components/shell/EnglishOnly.tsx";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <EnglishOnly>{children}</EnglishOnly>;
}
