import { cpus, loadavg, release, totalmem, type } from "node:os";

/** What the figures were measured on. */
export function machineLines(): readonly string[] {
  return [
    `Machine: ${machineName()}`,
    `Load of the machine at the end (1, 5, 15 minutes): ${loadavg()
      .map((load) => load.toFixed(1))
      .join(", ")}`,
  ];
}

/** The machine in one line. */
export function machineName(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() || "unknown model";
  return `${cores.length} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node ${process.versions.node}`;
}
