import { scaleLinear } from "d3-scale";
import type { RulePoint } from "./item-rules.ts";

interface CurveChartProps {
  readonly label: string;
  readonly points: readonly RulePoint[];
}

const width = 240;
const height = 96;
const inset = 6;

/** The curve of an item, drawn on the server: the figure from left to right, the share of the points from bottom to top. */
export function CurveChart({ label, points }: CurveChartProps) {
  const known = points.flatMap(({ x, share }) => (x === null ? [] : [{ x, share }]));
  const xs = known.map(({ x }) => x);
  const across = scaleLinear([Math.min(...xs), Math.max(...xs)], [inset, width - inset]);
  const up = scaleLinear([0, 1], [height - inset, inset]);
  const place = ({ x, share }: { readonly x: number; readonly share: number }) => `${across(x)},${up(share)}`;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="h-24 w-full max-w-60">
      {[0, 0.5, 1].map((share) => (
        <line key={share} x1="0" x2={width} y1={up(share)} y2={up(share)} className="stroke-line" strokeWidth="1" />
      ))}
      <polyline points={known.map(place).join(" ")} fill="none" className="stroke-chart-1" strokeWidth="2" />
      {known.map((point) => (
        <circle key={point.x} cx={across(point.x)} cy={up(point.share)} r="3" className="fill-chart-1" />
      ))}
    </svg>
  );
}
