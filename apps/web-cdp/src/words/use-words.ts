"use client";

import { useContext, useMemo } from "react";
import { usePageFacts } from "#components/shell/PageContext.tsx";
import { MessagesContext, messagesOf } from "./MessagesProvider.tsx";
import { type CompiledMessages, type Namespace, type Translator, translatorOf } from "./translator.ts";

/** Words of one namespace for an island. Throws when no provider further out holds them. */
export function useWords<Part extends Namespace>(namespace: Part): Translator<Part> {
  const { locale } = usePageFacts();
  const messages = useContext(MessagesContext);
  const part = messagesOf(messages, namespace);
  return useMemo(
    () => translatorOf(locale, { [namespace]: part } as CompiledMessages<Part>, namespace),
    [locale, part, namespace],
  );
}
