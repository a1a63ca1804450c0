import { clsx } from 'clsx'

/** More pieces would be too narrow to tell apart on a phone. */
const MOST_PIECES = 40

type Props = {
  done: number
  total: number
  /** Something works on the piece after the last one that is done. */
  isRunning: boolean
  /** What a screen reader hears. */
  label: string
}

/** How far a document is read: a piece for each section, or for a few of them where there are many. */
export function SectionBar({ done, total, isRunning, label }: Props) {
  const pieces = Math.max(1, Math.min(total, MOST_PIECES))
  const filled = total === 0 ? 0 : Math.floor((done / total) * pieces)
  return (
    <div role="img" aria-label={label}>
      <ol aria-hidden="true" className="grid min-h-4 auto-cols-fr grid-flow-col items-center gap-px sm:gap-0.5">
        {Array.from({ length: pieces }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place.
          <li key={index} className={clsx('block', pieceClass(index, filled, isRunning))} />
        ))}
      </ol>
    </div>
  )
}

function pieceClass(index: number, filled: number, isRunning: boolean): string {
  if (index < filled) return 'h-2 bg-ink-muted'
  if (index === filled && isRunning) return 'h-4 bg-accent'
  return 'h-2 bg-surface shadow-[inset_0_0_0_1px_var(--edge)]'
}
