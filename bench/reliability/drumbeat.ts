import { atLeast, exactly, type Goal } from "./goal.ts";
import { figuresOf } from "./scenario-figures.ts";

export const drumbeat: Goal = {
  id: "R3",
  promise:
    "PostgreSQL crashed or out of disk every 5–10 s for 10 minutes while 20 shops × 2,000 orders are imported and 20 webhooks a second arrive: rows and scores as if undisturbed",
  how: "`jobs/drumbeat.int.test.ts` with the production server: besides the database, its disk, processes, clocks, lines and the platform break.",
  async measure(isFull) {
    const [shops, orders, seconds] = isFull ? [20, 2_000, 600] : [4, 2_000, 60];
    const { held, struck, found } = await figuresOf("jobs/drumbeat.int.test.ts", {
      CHAOS_SERVER: "production",
      DRUMBEAT_SHOPS: String(shops),
      DRUMBEAT_ORDERS: String(orders),
      DRUMBEAT_SECONDS: String(seconds),
    });
    const fullDisks = struck("disk full");
    const blows = struck("database crashed") + (Number.isNaN(fullDisks) ? 0 : fullDisks);
    return {
      scale: `${shops} shops × ${orders} orders, ${seconds} s of blows, 20 deliveries a second`,
      isFullSize: isFull,
      checks: [
        held,
        atLeast("blows against the database", blows, Math.floor(seconds / 10)),
        atLeast("crashes among them", struck("database crashed"), Math.floor(seconds / 20)),
        exactly("imports that differ", found("differing"), 0),
        exactly("deliveries lost", found("lost"), 0),
        atLeast("deliveries", found("deliveries"), 20 * seconds),
        exactly("double effects", found("doubleEffects"), 0),
        exactly("forged deliveries accepted", found("forgedAccepted"), 0),
        atLeast("reads answered", found("reads"), seconds),
        exactly("wrong reads", found("wrongReads"), 0),
        exactly("workers that ended by themselves", found("fallenWorkers"), 0),
      ],
      notes: [
        `Disk filled up ${struck("disk full")} times, workers killed ${struck("worker killed")}, server killed ${struck("server killed")}, lines slow ${struck("lines slow")} and cut ${struck("lines cut")}, platform faults ${struck("platform fault")}, all tokens expired ${struck("tokens expired")}.`,
        `Nothing was left to do ${found("settledSeconds")} s after the last blow.`,
      ],
    };
  },
};
