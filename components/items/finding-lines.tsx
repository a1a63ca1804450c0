'use client'

import { Info, type LucideIcon, X } from 'lucide-react'
import type { CheckFinding } from '@/lib/core/check/check-result'
import { isDoubt } from '@/lib/core/check/judge-written'
import { useReasonText } from './reason-text'

export type FindingLine = { readonly line: string; readonly Icon: LucideIcon; readonly colour: string }

/** What the checks found in an item that an author writes: faults and doubts, each sentence once. */
export function useFindingLines(findings: readonly CheckFinding[]): FindingLine[] {
  const reasons = useReasonText()
  const told = findings.map((found) => ({
    line: reasons.withAdvice(found.code, found.values),
    ...(isDoubt(found) ? { Icon: Info, colour: 'text-ink-muted' } : { Icon: X, colour: 'text-wrong' }),
  }))
  // Two checks may have the same sentence.
  return told.filter(({ line }, at) => told.findIndex((same) => same.line === line) === at)
}

type FindingLinesProps = {
  readonly lines: readonly FindingLine[]
  readonly id?: string
  /** They change while the author writes. */
  readonly isLive?: boolean
}

export function FindingLines({ lines, id, isLive = false }: FindingLinesProps) {
  return (
    <div id={id} role={isLive ? 'status' : undefined} className="grid gap-1 text-label leading-[1.5]">
      {lines.map(({ line, Icon, colour }) => (
        <p key={line} className={`grid grid-cols-[1.25rem_1fr] gap-2 ${colour}`}>
          <Icon aria-hidden="true" strokeWidth={1.75} className="mt-[0.1em] size-5" />
          {line}
        </p>
      ))}
    </div>
  )
}
