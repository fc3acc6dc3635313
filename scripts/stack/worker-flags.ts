/**
 * How Node runs a worker. Pages of an import live for milliseconds: a small young generation and a heap that prefers being small keep
 * a worker of 40 pages in flight near 170 MB resident, where V8's defaults let it grow to 350 MB, and cost no speed.
 */
export const workerFlags = ["--conditions=react-server", "--max-semi-space-size=2", "--optimize-for-size"] as const;
