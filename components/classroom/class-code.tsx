import { clsx } from 'clsx'
import { sayClassCode } from '@/lib/core/people/access-codes'

/** A class code, written like TOO-427. */
export function ClassCode({ code, large = false }: { code: string; large?: boolean }) {
  return (
    <code
      className={clsx('font-app font-semibold tracking-[0.08em] whitespace-nowrap text-ink', large && 'text-display')}
    >
      {sayClassCode(code)}
    </code>
  )
}
