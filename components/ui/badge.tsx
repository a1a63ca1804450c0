import { clsx } from 'clsx'
import { Check, Flag, type LucideIcon, X } from 'lucide-react'
import type { ReactNode } from 'react'

export type BadgeKind = 'quiet' | 'correct' | 'wrong' | 'flag'

const COLOURS: Record<BadgeKind, string> = {
  quiet: 'text-ink-muted',
  correct: 'text-correct',
  wrong: 'text-wrong',
  flag: 'text-ink',
}

const SIGNS: Record<BadgeKind, LucideIcon | null> = { quiet: null, correct: Check, wrong: X, flag: Flag }

/** A word with an icon. */
export function Badge({ kind, icon, children }: { kind: BadgeKind; icon?: ReactNode; children: ReactNode }) {
  const Sign = SIGNS[kind]
  return (
    <span
      className={clsx('inline-flex items-center gap-1.5 whitespace-nowrap text-label leading-[1.4]', COLOURS[kind])}
    >
      {icon ??
        (Sign ? (
          <Sign
            aria-hidden="true"
            strokeWidth={1.75}
            className={clsx('size-[1.125rem] flex-none', kind === 'flag' && 'fill-current text-flag')}
          />
        ) : null)}
      {children}
    </span>
  )
}
