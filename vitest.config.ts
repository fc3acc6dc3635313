import { defineConfig } from "vitest/config";

const serverOnly = { "server-only": new URL("./scripts/empty.ts", import.meta.url).pathname };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: serverOnly },
        test: {
          name: "unit",
          environment: "node",
          include: [
            "apps/*/src/**/*.test.ts",
            "apps/*/src/**/*.test.tsx",
            "packages/*/src/**/*.test.ts",
            "packages/*/test/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          exclude: ["**/*.int.test.ts", "**/node_modules/**"],
        },
      },
      {
        resolve: { alias: serverOnly },
        test: {
          name: "int",
          environment: "node",
          include: ["apps/*/src/**/*.int.test.ts", "supabase/tests/**/*.int.test.ts"],
          globalSetup: ["./supabase/tests/global-setup.ts"],
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
