import { defineConfig } from "vitest/config";

const alias = {
  "server-only": new URL("./scripts/empty.ts", import.meta.url).pathname,
  // As in the app's own build: messages are compiled before they are formatted.
  "use-intl/format-message": "use-intl/format-message/format-only",
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          environment: "node",
          server: { deps: { inline: ["use-intl"] } },
          include: [
            "apps/*/src/**/*.test.ts",
            "apps/*/src/**/*.test.tsx",
            "bench/**/*.test.ts",
            "packages/*/src/**/*.test.ts",
            "packages/*/test/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          exclude: ["**/*.int.test.ts", "**/node_modules/**"],
        },
      },
      {
        resolve: { alias },
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
