import type { QrShape } from './qr-shape'

// The standard requires a quiet zone of four units. Dark on light in both themes, or phones cannot scan it.
const QUIET = 4

export function QrCode({ shape, label }: { shape: QrShape; label: string }) {
  const side = shape.size + 2 * QUIET
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="size-44 flex-none rounded-control bg-[white] forced-color-adjust-none"
    >
      <path d={shape.path} fill="black" />
    </svg>
  )
}
