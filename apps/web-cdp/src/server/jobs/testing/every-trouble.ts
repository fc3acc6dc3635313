import { setTimeout as sleep } from "node:timers/promises";
import type { Sandbox } from "@lendfriend/tiktokshop-sandbox";
import type { Lane } from "./beat.ts";
import type { Crew } from "./crew.ts";
import { faults, paths } from "./disturbed-import.ts";
import type { DurableBench } from "./durable-bench.ts";
import { pick } from "./random-from.ts";
import type { Receiver } from "./receiver-process.ts";
import { goodLine, type SlowLine } from "./slow-line.ts";

export interface Breakable {
  readonly bench: DurableBench;
  readonly sandbox: Sandbox;
  readonly crew: Crew;
  readonly receiver: Receiver;
  readonly platformLine: SlowLine;
  readonly databaseLine: SlowLine;
  /** Milliseconds between two blows against the database. */
  readonly databasePauseMs: Lane["pauseMs"];
  readonly random: () => number;
}

/** Everything that breaks, and how often. Crashes and full disks take turns, for each needs a database that stands. */
export function everyTrouble(breakable: Breakable): readonly Lane[] {
  const { bench, sandbox, crew, receiver, platformLine, databaseLine, databasePauseMs, random } = breakable;
  const { disk } = bench;
  const crash = {
    name: "database crashed",
    async strike() {
      await bench.crash();
      await sleep(random() * 2_000);
      await bench.revive();
    },
  };
  const fullDisk = disk && {
    name: "disk full",
    async strike() {
      disk.fill();
      await sleep(1_000 + random() * 2_000);
      disk.free();
      await bench.revive();
    },
  };
  const killWorker = { name: "worker killed", strike: () => crew.killOne() };
  const killServer = {
    name: "server killed",
    async strike() {
      await receiver.kill();
      await receiver.start();
    },
  };
  const slowLines = {
    name: "lines slow",
    async strike() {
      platformLine.setMood({ latencyMs: 120, bytesPerSecond: 400_000 });
      databaseLine.setMood({ latencyMs: 25, bytesPerSecond: 1_000_000 });
      await sleep(1_500 + random() * 1_500);
      platformLine.setMood(goodLine);
      databaseLine.setMood(goodLine);
    },
  };
  const cutLines = {
    name: "lines cut",
    async strike() {
      platformLine.cut();
      databaseLine.cut();
    },
  };
  const stumble = {
    name: "platform fault",
    async strike() {
      sandbox.control.addFault({ ...pick(faults, random), path: pick(paths, random), times: 1 });
    },
  };
  const expiry = {
    name: "tokens expired",
    async strike() {
      sandbox.control.expireAccessTokens();
    },
  };
  return [
    { troubles: fullDisk ? [crash, fullDisk] : [crash], pauseMs: databasePauseMs },
    { troubles: [killWorker, killServer], pauseMs: [2_000, 4_000] },
    { troubles: [slowLines, cutLines], pauseMs: [1_500, 4_000] },
    { troubles: [stumble], pauseMs: [800, 1_200] },
    { troubles: [expiry], pauseMs: [5_000, 10_000] },
  ];
}
