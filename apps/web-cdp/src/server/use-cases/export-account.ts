import "server-only";
import type { Session } from "#server/contract.ts";
import type { ExportPage, Ports } from "#server/ports.ts";

type Needs = Pick<Ports, "accounts" | "log" | "now">;
type ReadPage = (after: string | null) => Promise<ExportPage>;

/**
 * All that is held about a wallet, one line of JSON each: a heading, `{"part","row"}` for every row, and an end with the
 * number of rows, without which a file is not whole. A page of the database is read when the one before has been taken,
 * and while the session is open.
 */
export async function* exportAccount(ports: Needs, session: Session): AsyncGenerator<string, void, undefined> {
  const { accounts, log, now } = ports;
  log.info("account.export_begun", { wallet: session.wallet });
  let rows = 0;
  try {
    await accounts.noteExport(session.wallet);
    yield line({ part: "export", format: 1, wallet: session.wallet, at: now().toISOString() });
    for await (const row of everyRow(ports, session)) {
      rows += 1;
      yield row;
    }
    // A session that ended on the way finds nothing any more, which must not look like there being nothing.
    await refuseEnded(ports, session);
    yield line({ part: "end", rows });
  } catch (error) {
    // The answer has begun, so its status says nothing: the file lacks its end.
    log.error("account.export_failed", error, { wallet: session.wallet, rows });
    throw error;
  }
}

async function* everyRow(ports: Needs, session: Session): AsyncGenerator<string, void, undefined> {
  const { accounts } = ports;
  /** Whoever takes a file slowly may have signed out since the page before, and the service reads for any wallet. */
  const whileOpen = (read: ReadPage) => async (after: string | null) => {
    await refuseEnded(ports, session);
    return read(after);
  };
  for (const part of await accounts.listExportParts(session)) {
    yield* everyLine(whileOpen((after) => accounts.readExportPage(session, part, after)));
  }
  yield* everyLine(whileOpen((after) => accounts.readHeldAside(session.wallet, after)));
}

async function refuseEnded({ accounts }: Needs, session: Session): Promise<void> {
  if (!(await accounts.isOpen(session))) throw new Error("the session ended while its export was read");
}

async function* everyLine(read: ReadPage): AsyncGenerator<string, void, undefined> {
  let after: string | null = null;
  do {
    const page: ExportPage = await read(after);
    for (const text of page.lines) yield `${text}\n`;
    after = page.next;
  } while (after !== null);
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
