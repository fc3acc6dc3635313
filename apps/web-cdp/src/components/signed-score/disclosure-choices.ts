import type { Claim } from "@lendfriend/score-proof";

interface Choice<Kind extends Claim = Claim> {
  readonly claim: Kind;
  readonly position: number;
}

/** What a borrower can choose to show: bounds that hold, the strongest first, by figure; and exact figures. */
export function disclosureChoices(claims: readonly Claim[]): {
  readonly bounds: readonly { readonly path: string; readonly options: readonly Choice[] }[];
  readonly exact: readonly Choice[];
} {
  const placed = claims.map((claim, position) => ({ claim, position }));
  const holding = placed.filter(({ claim }) => claim.kind !== "exact" && claim.holds);
  const paths = [...new Set(holding.map(({ claim }) => claim.path))];
  return {
    bounds: paths.map((path) => ({
      path,
      options: holding
        .filter(({ claim }) => claim.path === path)
        .sort((left, right) => strength(right) - strength(left)),
    })),
    exact: placed.filter(({ claim }) => claim.kind === "exact"),
  };
}

function strength({ claim }: Choice): number {
  if (claim.kind === "exact") return 0;
  return claim.kind === "at_least" ? Number(claim.bound) : -Number(claim.bound);
}
