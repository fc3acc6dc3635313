/** Those of `all` that are asked for, everything when nothing is; or why not, with every name that there is. */
export function chooseByName<T>(
  all: readonly T[],
  nameOf: (one: T) => string,
  asked: readonly string[],
): { readonly chosen: readonly T[]; readonly refusal: string | null } {
  const known = all.map(nameOf);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return { chosen: [], refusal: `There is no ${unknown.join(", ")}. Known: ${known.join(", ")}.` };
  }
  return { chosen: asked.length === 0 ? all : all.filter((one) => asked.includes(nameOf(one))), refusal: null };
}
