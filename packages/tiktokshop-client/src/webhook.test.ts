import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import vectors from "./fixtures/sign-vectors.json" with { type: "json" };
import { readWebhook, subscribedTopics } from "./webhook.ts";

const keys = { appKey: "6testappkey01", secrets: ["new-secret", "old-secret"] };
const deauthorized = {
  type: 6,
  tts_notification_id: "7327112393057371911",
  shop_id: "7494049642642441621",
  timestamp: 1_760_000_000,
  data: { message: "Shop_id 7494049642642441621 is deauthorized from your APP by merchant." },
};

function sign(body: string, secret = "new-secret"): string {
  return createHmac("sha256", secret).update(keys.appKey).update(body).digest("hex");
}

function read(event: unknown, secret?: string) {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  return readWebhook(Buffer.from(body), sign(body, secret), keys);
}

describe("known answers", () => {
  for (const vector of vectors.webhook_vectors.filter((each) => each.raw_body !== "")) {
    test(`${vector.raw_body.slice(0, 40)}… is accepted`, () => {
      const vectorKeys = { appKey: vector.app_key, secrets: [vector.app_secret] };

      expect(readWebhook(Buffer.from(vector.raw_body), vector.authorization, vectorKeys)).toMatchObject({
        type: JSON.parse(vector.raw_body).type,
        notificationId: JSON.parse(vector.raw_body).tts_notification_id,
      });
    });
  }

  test("an empty body is no event, however well it is signed", () => {
    const vector = vectors.webhook_vectors.find((each) => each.raw_body === "");
    const vectorKeys = { appKey: vector?.app_key ?? "", secrets: [vector?.app_secret ?? ""] };

    expect(readWebhook(new Uint8Array(), vector?.authorization ?? "", vectorKeys)).toBeNull();
  });
});

test("an event is reduced to a hint", () => {
  expect(read(deauthorized)).toEqual({
    notificationId: "7327112393057371911",
    type: 6,
    shopId: "7494049642642441621",
    platformUserId: null,
    timestamp: 1_760_000_000,
    effect: "deauthorized",
    objectId: null,
  });
});

describe("each topic has one effect", () => {
  test.each([
    [1, "reread_order"],
    [5, "reread_product"],
    [6, "deauthorized"],
    [7, "authorization_expiring"],
    [11, "reread_order"],
    [12, "reread_return"],
    [15, "reread_product"],
    [16, "reread_product"],
    [20, "deauthorized"],
    [2, "ignored"],
    [14, "ignored"],
    [999, "ignored"],
  ])("%i: %s", (type, effect) => {
    expect(read({ ...deauthorized, type })?.effect).toBe(effect);
  });
});

test("a creator's event names the creator", () => {
  const { shop_id: _, ...event } = deauthorized;

  expect(read({ ...event, type: 20, creator_open_id: "_000sbx", data: { cancel_time: 1 } })).toMatchObject({
    shopId: null,
    platformUserId: "_000sbx",
  });
});

test("ids that come as numbers keep every digit", () => {
  const event = read(
    '{"type":5,"tts_notification_id":7327112393057371911,"shop_id":7494049642642441621,"timestamp":1760000000,"data":{"product_id":1729480055512345678,"order_id":576653688135258178}}',
  );

  expect(event).toMatchObject({
    notificationId: "7327112393057371911",
    shopId: "7494049642642441621",
    objectId: "1729480055512345678",
  });
});

test("an old event without an id gets one that is the same each time it is sent", () => {
  const { tts_notification_id: _, ...event } = deauthorized;

  expect(read(event)?.notificationId).toMatch(/^[0-9a-f]{64}$/);
  expect(read(event)?.notificationId).toBe(read(event)?.notificationId);
});

test("both secrets of a rotation are accepted, and no third", () => {
  expect(read(deauthorized, "old-secret")).not.toBeNull();
  expect(read(deauthorized, "another-secret")).toBeNull();
});

describe("a signature that is not exactly right is refused without an error", () => {
  const body = JSON.stringify(deauthorized);
  const right = sign(body);
  test.each<[string, string | null]>([
    ["none", null],
    ["empty", ""],
    ["short", right.slice(0, 62)],
    ["long", `${right}00`],
    ["not hex", "z".repeat(64)],
    ["upper-case", right.toUpperCase()],
    ["with a scheme", `Bearer ${right}`],
    ["sent twice", `${right}, ${right}`],
    ["of another body", sign(`${body} `)],
  ])("%s", (_, authorization) => {
    expect(readWebhook(Buffer.from(body), authorization, keys)).toBeNull();
  });

  test.each([
    ["other whitespace", JSON.stringify(deauthorized, null, 1)],
    ["another key order", JSON.stringify(Object.fromEntries(Object.entries(deauthorized).reverse()))],
    ["a byte order mark", `\uFEFF${body}`],
  ])("%s in the body", (_, changed) => {
    expect(readWebhook(Buffer.from(changed), right, keys)).toBeNull();
  });
});

describe("a body that is signed and is no event is refused without an error", () => {
  test.each<[string, Buffer]>([
    ["not JSON", Buffer.from("type=6")],
    ["a list", Buffer.from("[]")],
    ["without a type", Buffer.from('{"timestamp":1760000000}')],
    ["not UTF-8", Buffer.from([0x7b, 0xff, 0x7d])],
    ["10,000 deep", Buffer.from(`${'{"data":'.repeat(10_000)}1${"}".repeat(10_000)}`)],
  ])("%s", (_, body) => {
    const authorization = createHmac("sha256", "new-secret").update(keys.appKey).update(body).digest("hex");

    expect(readWebhook(body, authorization, keys)).toBeNull();
  });
});

describe("an event names one object, by its effect", () => {
  const data = { order_id: "1", return_id: "2", product_id: "3" };
  test.each([
    [1, "1"],
    [11, "1"],
    [12, "2"],
    [5, "3"],
    [15, "3"],
    [16, "3"],
    [6, null],
    [7, null],
    [2, null],
  ])("%i: %j", (type, objectId) => {
    expect(read({ ...deauthorized, type, data })?.objectId).toBe(objectId);
  });

  test.each([{}, null, undefined, "text", { order_id: null, return_id: "", product_id: {} }])(
    "or none, when its data are %j",
    (withoutIds) => {
      for (const type of [1, 12, 5]) {
        expect(read({ ...deauthorized, type, data: withoutIds })).toMatchObject({ type, objectId: null });
      }
    },
  );
});

test("a field that is no id counts as absent, and the event still counts", () => {
  const event = { ...deauthorized, shop_id: 0, seller_open_id: "", creator_open_id: "creator" };

  expect(read(event)).toMatchObject({ shopId: null, platformUserId: "creator" });
  expect(read({ ...event, shop_id: 1, seller_open_id: "seller" })).toMatchObject({
    shopId: "1",
    platformUserId: "seller",
  });
  expect(read({ ...event, shop_id: 1.5, tts_notification_id: -1 })).toMatchObject({
    shopId: null,
    notificationId: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test("an event without an id is known by the digest of its bytes", () => {
  const body = '{"type":6,"timestamp":1760000000}';

  expect(read(body)?.notificationId).toBe(createHash("sha256").update(body).digest("hex"));
});

test.each([0, -1, 1.5, "1760000000", 1_760_000_000_000, undefined])("an event at the time %j is none", (timestamp) => {
  expect(read({ ...deauthorized, timestamp })).toBeNull();
});

test("the topics that are asked for are those that have an effect, by their numbers", () => {
  expect(subscribedTopics).toEqual({
    ORDER_STATUS_CHANGE: 1,
    PRODUCT_STATUS_CHANGE: 5,
    SELLER_DEAUTHORIZATION: 6,
    UPCOMING_AUTHORIZATION_EXPIRATION: 7,
    CANCELLATION_STATUS_CHANGE: 11,
    RETURN_STATUS_CHANGE: 12,
    PRODUCT_INFORMATION_CHANGE: 15,
    PRODUCT_CREATION: 16,
  });
  for (const type of Object.values(subscribedTopics)) {
    expect(read({ ...deauthorized, type })?.effect).not.toBe("ignored");
  }
});
