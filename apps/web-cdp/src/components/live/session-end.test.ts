import { describe, expect, it, vi } from "vitest";
import { createSessionEnd } from "./session-end.ts";

describe("createSessionEnd", () => {
  it("tells at once when a session ends by itself", () => {
    const onEnd = vi.fn();

    createSessionEnd(onEnd).tell();

    expect(onEnd).toHaveBeenCalledOnce();
  });

  it("keeps silent while the page ends the session, and after that", async () => {
    const onEnd = vi.fn();
    const end = createSessionEnd(onEnd);

    await end.during(async () => end.tell());
    end.tell();

    expect(onEnd).not.toHaveBeenCalled();
  });

  it("tells after all when the page could not end it", async () => {
    const onEnd = vi.fn();
    const end = createSessionEnd(onEnd);
    const failure = new Error("refused");

    await expect(
      end.during(async () => {
        end.tell();
        throw failure;
      }),
    ).rejects.toBe(failure);

    expect(onEnd).toHaveBeenCalledOnce();
  });

  it("goes on listening when the page could not end a session that lasts", async () => {
    const onEnd = vi.fn();
    const end = createSessionEnd(onEnd);

    await expect(end.during(async () => Promise.reject(new Error("offline")))).rejects.toThrow("offline");
    expect(onEnd).not.toHaveBeenCalled();
    end.tell();

    expect(onEnd).toHaveBeenCalledOnce();
  });
});
