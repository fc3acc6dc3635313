/** Runs once before the server accepts requests: an environment that cannot be used stops the start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkStart } = await import("#server/check-start.ts");
  const { guardRequests } = await import("#server/guard-requests.ts");
  const { openDoor } = await import("#server/door/open-door.ts");
  checkStart();
  guardRequests();
  openDoor();
}
