import { describe, expect, it } from "vitest";
import { z } from "zod";
import vectors from "../fixtures/sign-vectors.json" with { type: "json" };
import { isValidSignature, requestSignature, webhookSignature } from "./signature.ts";

// Source: TikTok Shop Partner API sign vectors, official document and eleven public implementations.
const requestVectors = z
  .array(
    z.object({
      name: z.string(),
      app_secret: z.string(),
      path: z.string(),
      query_decoded_in_wire_order: z.array(z.tuple([z.string(), z.string()])),
      wire_url: z.string(),
      content_type: z.string(),
      raw_body: z.string().nullable(),
      sign: z.string(),
    }),
  )
  .parse(vectors.request_vectors);
const webhookVectors = z
  .array(z.object({ app_key: z.string(), app_secret: z.string(), raw_body: z.string(), authorization: z.string() }))
  .parse(vectors.webhook_vectors);

describe("request signature", () => {
  it.each(requestVectors.map((vector) => [vector.name, vector] as const))(
    "%s gives the published digest",
    (_name, vector) => {
      const request = {
        path: vector.path,
        query: vector.query_decoded_in_wire_order,
        contentType: vector.content_type,
        body: Buffer.from(vector.raw_body ?? ""),
      };

      expect(requestSignature(request, vector.app_secret)).toBe(vector.sign);
    },
  );

  it.each(requestVectors.map((vector) => [vector.name, vector] as const))(
    "%s gives the same digest from its wire URL",
    (_name, vector) => {
      const query = [...new URL(vector.wire_url).searchParams];

      expect(
        requestSignature(
          { path: vector.path, query, contentType: vector.content_type, body: Buffer.from(vector.raw_body ?? "") },
          vector.app_secret,
        ),
      ).toBe(vector.sign);
    },
  );

  it("a plus sign left raw on the wire is read as a space and gives another digest", () => {
    const [, vector] = requestVectors;
    const raw = (vector?.wire_url ?? "").replaceAll("%2B", "+");
    const query = [...new URL(raw).searchParams];

    const computed = requestSignature(
      { path: vector?.path ?? "", query, contentType: "application/json", body: Buffer.alloc(0) },
      vector?.app_secret ?? "",
    );

    expect(computed).toBe("b37ed91eef3c5858b9bb1406d6f1bae6bfcd735de440f69d82fc2d42b8f7cf00");
  });

  it("a trailing slash of the path is signed", () => {
    const [vector] = requestVectors;

    const computed = requestSignature(
      {
        path: `${vector?.path}/`,
        query: vector?.query_decoded_in_wire_order ?? [],
        contentType: "application/json",
        body: Buffer.alloc(0),
      },
      vector?.app_secret ?? "",
    );

    expect(computed).toBe("adfafa64c125e97301c9af8b72c09d55a169a2d3c183fc5322b5d419eafc764f");
  });

  it.each([
    ["upper case", (sign: string) => sign.toUpperCase()],
    ["one digit less", (sign: string) => sign.slice(1)],
    ["one digit more", (sign: string) => `${sign}0`],
    ["nothing", () => ""],
    ["another digest", (sign: string) => sign.replace(/^./, (first) => (first === "0" ? "1" : "0"))],
  ])("%s does not pass as a signature", (_name, twist) => {
    const request = {
      path: "/a",
      query: [["app_key", "k"]] as const,
      contentType: "application/json",
      body: Buffer.from("{}"),
    };
    const sign = requestSignature(request, "secret");

    expect(isValidSignature(sign, request, "secret")).toBe(true);
    expect(isValidSignature(twist(sign), request, "secret")).toBe(false);
  });
});

it.each(webhookVectors)("webhook body $raw_body gives the published authorization", (vector) => {
  expect(webhookSignature(vector.app_key, vector.app_secret, vector.raw_body)).toBe(vector.authorization);
});
