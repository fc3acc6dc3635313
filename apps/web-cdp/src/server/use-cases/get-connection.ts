import "server-only";
import type { Connection, Session } from "#server/contract.ts";
import { AppError } from "#server/errors.ts";
import type { Ports } from "#server/ports.ts";

/** One of the wallet's own connections. Throws `not_found` for any other id. */
export async function getConnection(
  { connections }: Pick<Ports, "connections">,
  session: Session,
  id: string,
): Promise<Connection> {
  const own = await connections.listConnections(session);
  const connection = own.find((candidate) => candidate.id === id.toLowerCase());
  if (!connection) throw new AppError("not_found", "There is no such connection.");
  return connection;
}
