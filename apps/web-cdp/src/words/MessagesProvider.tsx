"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { CompiledMessages, Messages, Namespace, PlainMessages } from "./translator.ts";

export const MessagesContext = createContext<Partial<CompiledMessages>>({});

interface MessagesProviderProps {
  readonly messages: Partial<CompiledMessages>;
  readonly children: ReactNode;
}

/** Hands messages to the islands within, beside those from further out. */
export function MessagesProvider({ messages, children }: MessagesProviderProps) {
  const outer = useContext(MessagesContext);
  const all = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
  return <MessagesContext value={all}>{children}</MessagesContext>;
}

/** Messages of one namespace that are filled with nothing, for islands that bring no formatter along. Throws like `useWords`. */
export function usePlainWords<Part extends Namespace>(namespace: Part): PlainMessages<Messages[Part]> {
  return messagesOf(useContext(MessagesContext), namespace) as PlainMessages<Messages[Part]>;
}

/** Throws when no provider further out holds the namespace. */
export function messagesOf<Part extends Namespace>(
  messages: Partial<CompiledMessages>,
  namespace: Part,
): CompiledMessages<Part>[Part] {
  const found = messages[namespace];
  if (!found) throw new Error(`No provider holds the messages of ${namespace}.`);
  return found as CompiledMessages<Part>[Part];
}
