import { atMost, exactly, type Goal } from "./goal.ts";
import { figuresOf } from "./scenario-figures.ts";

export const deliveryStorm: Goal = {
  id: "R4",
  promise:
    "200 webhooks a second for 10 minutes, 30 % repeats, 20 % out of order, 5 % forged: none lost, doubled or forged; p99 ≤ 400 ms; drained ≤ 60 s",
  how: "`jobs/webhook-storm.int.test.ts` against the production server, which is killed with its worker while it runs; the sender is on the same machine.",
  async measure(isFull) {
    const [deliveries, kills] = isFull ? [120_000, 5] : [6_000, 1];
    const { held, found } = await figuresOf("jobs/webhook-storm.int.test.ts", {
      CHAOS_SERVER: "production",
      WEBHOOKS: String(deliveries),
      WEBHOOK_KILLS: String(kills),
      WEBHOOK_RATE: "200",
    });
    return {
      scale: `${deliveries.toLocaleString("en")} deliveries at up to 200 a second, server and worker killed ${kills} times`,
      isFullSize: isFull,
      checks: [
        held,
        exactly("acknowledged and lost", found("lost"), 0),
        exactly("double effects", found("doubleEffects"), 0),
        exactly("forged accepted", found("forgedAccepted"), 0),
        atMost("p99", found("p99Ms"), 400, " ms"),
        atMost("drained after", found("drainedMs") / 1_000, 60, " s"),
      ],
      notes: [`p50 ${found("p50Ms")} ms; ${found("perSecond").toFixed(0)} deliveries a second were answered.`],
    };
  },
};
