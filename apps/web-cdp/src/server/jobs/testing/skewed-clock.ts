/** Preloaded into a process whose clock is to be wrong: `Date` is CLOCK_SKEW_MS ahead, or behind when that is negative. */
const skewMs = Number(process.env.CLOCK_SKEW_MS ?? 0);
const rightNow = Date.now.bind(Date);
const wrongNow = () => rightNow() + skewMs;

globalThis.Date = new Proxy(Date, {
  construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [wrongNow()] : args, made),
  get: (target, key) => (key === "now" ? wrongNow : Reflect.get(target, key)),
});
