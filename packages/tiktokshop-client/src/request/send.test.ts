import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createTcpServer } from "node:net";
import { gzipSync } from "node:zlib";
import { ConnectorError } from "@lendfriend/connector";
import { afterEach, describe, expect, test } from "vitest";
import { type SendOptions, send } from "./send.ts";
import { type HttpAnswer, unwrap } from "./unwrap.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  return listen(server, () => server.closeAllConnections());
}

async function listen(server: Server | ReturnType<typeof createTcpServer>, cut: () => void): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.close();
    cut();
  });
  // Safe: a server listening on a TCP port has an AddressInfo.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function get(
  origin: string,
  options: Partial<SendOptions> = {},
  path = "/authorization/202309/shops",
): Promise<HttpAnswer> {
  const request = {
    method: "GET",
    url: `${origin}${path}?app_secret=SECRET-CANARY`,
    headers: { "x-tts-access-token": "TOKEN-CANARY" },
    body: null,
  } as const;
  return send(request, {
    fetch,
    origin,
    subject: "GET /authorization/202309/shops",
    timeoutMs: 2_000,
    maxResponseBytes: 1_000_000,
    ...options,
  });
}

async function failureOf(answer: Promise<unknown>): Promise<ConnectorError> {
  try {
    await answer;
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
  throw new Error("the request succeeded");
}

test("a whole answer comes back with its status, headers and text", async () => {
  const origin = await serve((_, response) => {
    response.writeHead(429, { "content-type": "application/json", "retry-after": "3", "content-encoding": "gzip" });
    response.end(gzipSync('{"code":36009002,"message":"é"}'));
  });
  const answer = await get(origin);

  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("3");
  expect(answer.body).toBe('{"code":36009002,"message":"é"}');
});

describe("a server that never finishes is given up on in time", () => {
  test("silence after connecting", async () => {
    const origin = await serve(() => undefined);

    expect((await failureOf(get(origin, { timeoutMs: 100 }))).code).toBe("timeout");
  });

  test("headers, then silence", async () => {
    const origin = await serve((_, response) => response.writeHead(200).flushHeaders());

    expect((await failureOf(get(origin, { timeoutMs: 100 }))).code).toBe("timeout");
  });

  test("a byte now and then", async () => {
    const origin = await serve((_, response) => {
      const timer = setInterval(() => response.write(" "), 10);
      response.on("close", () => clearInterval(timer));
    });

    expect((await failureOf(get(origin, { timeoutMs: 200 }))).code).toBe("timeout");
  });

  test("the socket is let go", async () => {
    let closed = 0;
    const origin = await serve((_, response) => {
      response.writeHead(200).flushHeaders();
      response.on("close", () => closed++);
    });
    await failureOf(get(origin, { timeoutMs: 50 }));
    await expect.poll(() => closed).toBe(1);
  });
});

describe("a connection that breaks is a network failure", () => {
  test("nobody listens", async () => {
    const origin = await serve(() => undefined);
    for (const close of closers.splice(0)) close();

    expect((await failureOf(get(origin))).code).toBe("network");
  });

  test("reset before an answer", async () => {
    const server = createTcpServer((socket) => socket.on("data", () => socket.resetAndDestroy()));
    const origin = await listen(server, () => undefined);

    expect((await failureOf(get(origin))).code).toBe("network");
  });

  test("cut in the middle of the body", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"code":0,');
      setTimeout(() => response.destroy(), 20);
    });

    expect((await failureOf(get(origin))).code).toBe("network");
  });

  test("compressed text that is cut is never taken for a success", async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => ({ id: String(row ** 3) }));
    const whole = gzipSync(JSON.stringify({ code: 0, data: { rows } }));
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
      response.end(whole.subarray(0, whole.length - 200));
    });
    const judged = get(origin).then((answer) => unwrap(answer, "GET /authorization/202309/shops", 0));

    expect((await failureOf(judged)).code).toBe("invalid_response");
  });
});

describe("an answer larger than allowed is refused", () => {
  test("as soon as it says so", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-length": "2000000" });
      response.write("{");
    });

    expect((await failureOf(get(origin))).code).toBe("invalid_response");
  });

  test("while it streams without saying so, and without being held in memory", async () => {
    let sent = 0;
    const origin = await serve((_, response) => {
      const chunk = Buffer.alloc(65_536, " ");
      const more = () => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += chunk.length;
          if (!response.write(chunk)) return;
        }
      };
      response.on("drain", more);
      more();
    });

    expect((await failureOf(get(origin))).code).toBe("invalid_response");
    expect(sent).toBeLessThan(50_000_000);
  });

  test("when a small compressed one unpacks to 100 MB", async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, " "));
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
      response.end(bomb);
    });
    const before = process.memoryUsage.rss();

    expect((await failureOf(get(origin))).code).toBe("invalid_response");
    expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
  });
});

describe("a token never leaves the configured host", () => {
  test.each(["http://127.0.0.1:1/elsewhere", "https://other.example.invalid/", "file:///etc/passwd"])(
    "a redirect to %s is not followed",
    async (location) => {
      const origin = await serve((_, response) => response.writeHead(302, { location }).end());
      const error = await failureOf(get(origin));

      expect(error.code).toBe("invalid_response");
      expect(error.status).toBe(302);
    },
  );

  test("a redirect to another server that is up is not followed", async () => {
    let visits = 0;
    const other = await serve((_, response) => {
      visits++;
      response.end("{}");
    });
    const origin = await serve((_, response) => response.writeHead(307, { location: `${other}/take` }).end());
    await failureOf(get(origin));

    expect(visits).toBe(0);
  });

  test("a host that only begins like the configured one is another", async () => {
    const error = await failureOf(get("https://open-api.example.evil", { origin: "https://open-api.example" }));

    expect(error.code).toBe("invalid_request");
  });

  test("a URL at another host is refused before anything is sent", async () => {
    let visits = 0;
    const other = await serve(() => visits++);
    const error = await failureOf(get(other, { origin: "https://open-api.tiktokglobalshop.com" }));

    expect(error.code).toBe("invalid_request");
    expect(error.message).toContain("GET /authorization/202309/shops, at a host that is not the configured one: ");
    expect(visits).toBe(0);
  });
});

test("text that is not UTF-8 is no answer", async () => {
  const origin = await serve((_, response) => response.end(Buffer.from([0x7b, 0xff, 0xfe])));

  expect(await failureOf(get(origin))).toMatchObject({
    code: "invalid_response",
    status: 200,
    message: expect.stringContaining("GET /authorization/202309/shops, not UTF-8: "),
  });
});

test("a byte order mark is no part of the text", async () => {
  const origin = await serve((_, response) => response.end("\uFEFF{}"));

  expect((await get(origin)).body).toBe("{}");
});

describe("an answer may be as large as allowed", () => {
  test.each([
    ["with its length told", { "content-length": "1000" }],
    ["in pieces", {}],
  ])("%s", async (_, headers) => {
    const sized = (bytes: number) =>
      serve((_request, response) => {
        response.writeHead(206, "content-length" in headers ? { "content-length": String(bytes) } : {});
        response.write("x".repeat(600));
        response.end("y".repeat(bytes - 600));
      });

    expect((await get(await sized(1_000), { maxResponseBytes: 1_000 })).body).toHaveLength(1_000);
    expect(await failureOf(get(await sized(1_001), { maxResponseBytes: 1_000 }))).toMatchObject({
      code: "invalid_response",
      status: 206,
      message: expect.stringContaining("GET /authorization/202309/shops, larger than allowed: "),
    });
  });
});

test("what goes out is the request as it was built, and no redirect is asked to be followed", async () => {
  const sent: unknown[] = [];
  const noting: typeof fetch = async (...call) => {
    sent.push(call);
    return new Response("{}");
  };
  await send(
    { method: "POST", url: "https://h/p?a=1", headers: { accept: "x" }, body: "{}" },
    { fetch: noting, origin: "https://h", subject: "POST /p", timeoutMs: 1_000, maxResponseBytes: 10 },
  );

  expect(sent).toEqual([
    [
      "https://h/p?a=1",
      { method: "POST", headers: { accept: "x" }, body: "{}", redirect: "manual", signal: expect.any(AbortSignal) },
    ],
  ]);
});

test("an answer without a body is empty text", async () => {
  const origin = await serve((_, response) => response.writeHead(204).end());

  expect(await get(origin)).toMatchObject({ status: 204, body: "" });
});

test.each([
  ["an opaque redirect", { type: "opaqueredirect", status: 0 }],
  ["a 300", { type: "basic", status: 300 }],
  ["a 399", { type: "basic", status: 399 }],
])("%s is refused, and its body let go", async (_, facts) => {
  const answer = new Response("elsewhere");
  const redirecting = async () =>
    Object.defineProperties(answer, { type: { value: facts.type }, status: { value: facts.status } });

  expect(await failureOf(get("http://127.0.0.1:9", { fetch: redirecting }))).toMatchObject({
    code: "invalid_response",
    message: expect.stringContaining("GET /authorization/202309/shops, redirected elsewhere and not followed: "),
  });
  await expect(answer.text()).rejects.toThrow();
});

test.each([299, 400])("a status of %i is an answer", async (status) => {
  const answering = async () => new Response("{}", { status });

  expect((await get("http://127.0.0.1:9", { fetch: answering })).status).toBe(status);
});

test("a caller that gives up is told so, not that the platform failed", async () => {
  const origin = await serve(() => undefined);
  const controller = new AbortController();
  const answer = failureOf(get(origin, { signal: controller.signal }));
  controller.abort();

  expect((await answer).code).toBe("aborted");
});

test("no failure quotes the URL or the token, down to its last cause", async () => {
  const noisy: typeof fetch = (url, init) => {
    throw new TypeError(`cannot fetch ${String(url)} ${JSON.stringify(init?.headers)}`);
  };
  const error = await failureOf(get("http://127.0.0.1:9", { fetch: noisy }));
  const everything = `${error.stack} ${String(error.cause)} ${error.cause instanceof Error ? error.cause.stack : ""}`;

  expect(error.code).toBe("network");
  expect(everything).not.toContain("CANARY");
});
