import { setTimeout as sleep } from "node:timers/promises";
import { pick } from "./random-from.ts";
import type { WorkerProcess } from "./worker-process.ts";

/** Workers side by side, and somebody who starts a new one where one was killed, as a service manager does. */
export interface Crew {
  /** kill -9 of a drawn one, and a new one in its place. */
  killOne(): Promise<void>;
  /** What those wrote which ended although nobody killed them. */
  fallen(): readonly string[];
  /** The last lines of each that works now. */
  words(): string;
  /** Asks all of them to end, and waits. */
  stop(): Promise<void>;
}

const mostTries = 60;
const keptCharacters = 6_000;

export async function startCrew(
  size: number,
  { start, random }: { readonly start: () => Promise<WorkerProcess>; readonly random: () => number },
): Promise<Crew> {
  const fallen: string[] = [];
  const places = await Promise.all(
    Array.from({ length: size }, async (_, place) => ({ place, worker: await start() })),
  );
  return {
    async killOne() {
      const drawn = pick(places, random);
      if (drawn.worker.hasEnded()) fallen.push(drawn.worker.output());
      await drawn.worker.kill("SIGKILL");
      drawn.worker = await startAgain();
    },
    fallen: () => [...fallen, ...places.filter(({ worker }) => worker.hasEnded()).map(({ worker }) => worker.output())],
    words: () => places.map(({ worker }) => worker.output().slice(-keptCharacters)).join("\n---\n"),
    async stop() {
      await Promise.all(places.map(({ worker }) => worker.kill("SIGTERM")));
    },
  };

  /** A worker that cannot reach the database at its start ends: it is started again, as a service manager would. */
  async function startAgain(): Promise<WorkerProcess> {
    for (let tries = 1; ; tries++) {
      try {
        return await start();
      } catch (error) {
        if (tries >= mostTries) throw error;
        await sleep(250);
      }
    }
  }
}
