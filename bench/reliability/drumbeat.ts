import { atLeast, exactly, type Goal } from "./goal.ts";
import { figuresOf } from "./scenario-figures.ts";

export const drumbeat: Goal = {
  id: "R3",
  promise:
    "PostgreSQL crashed every 5–10 s for 10 minutes while 20 shops × 2,000 orders are imported and 20 webhooks a second arrive: rows and scores as if undisturbed",
  how: "`jobs/drumbeat.int.test.ts` with the production server: besides the database, its disk, processes, clocks, lines and the platform break.",
  async measure(isFull) {
    const [shops, orders, seconds] = isFull ? [20, 2_000, 600] : [4, 2_000, 60];
    const { held, struck, found } = await figuresOf("jobs/drumbeat.int.test.ts", {
      CHAOS_SERVER: "production",
      DRUMBEAT_SHOPS: String(shops),
      DRUMBEAT_ORDERS: String(orders),
      DRUMBEAT_SECONDS: String(seconds),
    });
    return {
      scale: `${shops} shops × ${orders} orders, ${seconds} s of blows, 20 deliveries a second`,
      isFullSize: isFull,
      checks: [
        held,
        atLeast("database crashes", struck("database crashed"), Math.floor(seconds / 30)),
        exactly("imports that differ", found("differing"), 0),
        exactly("deliveries lost", found("lost"), 0),
        exactly("double effects", found("doubleEffects"), 0),
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
