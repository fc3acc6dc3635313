import { childSetUp, variable } from "./child-set-up.ts";

/** The process of a test: leads one refresh and kills itself at the named moment of it, as `kill -9` would. */
async function main(): Promise<void> {
  const { connector, freshToken } = childSetUp();
  const at = variable("DIE_AT");
  const connectionId = variable("CONNECTION_ID");
  const dying = {
    ...connector,
    async refresh(refreshToken: string) {
      if (at === "claimed") die();
      const asking = connector.refresh(refreshToken);
      if (at === "asked") setTimeout(die, Number(variable("AFTER_MS")));
      const answer = await asking;
      if (at === "answered") die();
      return answer;
    },
  };
  await freshToken({ connectionId, connector: dying, epoch: 1, rejectedVersion: 1 });
  die();
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

await main();
