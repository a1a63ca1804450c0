import { clsx } from 'clsx'

export type Bar = {
  readonly value: number
  /** Shown on hover; the table has the same for everyone. */
  readonly label: string
}

/** A bar chart. The tallest bar fills the height; a bar above zero is always visible. */
export function Bars({ bars, most, label, look }: { bars: readonly Bar[]; most: number; label: string; look: string }) {
  return (
    <div role="img" aria-label={label} className="flex h-36 items-end gap-[2px] border-b border-edge">
      {bars.map((bar) => (
        <div key={bar.label} title={bar.label} className="flex h-full min-w-0 flex-1 items-end">
          <i
            className={clsx('block w-full', look, bar.value > 0 && 'min-h-[3px]')}
            style={{ blockSize: `${most === 0 ? 0 : (100 * bar.value) / most}%` }}
          />
        </div>
      ))}
    </div>
  )
}

/** Labels below so many bars, each beginning at the place of its bar; the last ends with the last bar. */
export function Axis({
  bars,
  ticks,
}: {
  bars: number
  ticks: readonly { place: number; text: string; isWide?: boolean }[]
}) {
  return (
    <div
      aria-hidden="true"
      className="grid pt-1 text-caption whitespace-nowrap text-ink-muted"
      style={{ gridTemplateColumns: `repeat(${bars}, minmax(0, 1fr))` }}
    >
      {ticks.map(({ place, text, isWide }) => (
        <span
          key={place}
          className={clsx(
            'row-start-1 w-0',
            isWide && 'max-sm:hidden',
            bars > 1 && place === bars - 1 && 'justify-self-end [direction:rtl]',
          )}
          style={{ gridColumnStart: place + 1 }}
        >
          <bdi dir="ltr">{text}</bdi>
        </span>
      ))}
    </div>
  )
}
