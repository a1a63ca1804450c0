'use client'

import { useTranslations } from 'next-intl'
import type { Comparison, Run } from './compare-typed'

/** What was written with the differing letters underlined, and in words what the underlining says. */
export function TypedComparison({ typed, comparison }: { typed: string; comparison: Comparison }) {
  const t = useTranslations('study.compare')
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-label text-ink-muted">
      <span>{t('wrote')}</span>
      <samp className="font-app text-lead leading-[1.6] font-[500] tracking-[0.02em] text-ink wrap-anywhere">
        {'runs' in comparison
          ? comparison.runs.map((run, index) => <Letters key={resolveQuery(comparison.runs, index)} run={run} />)
          : typed}
      </samp>
      <span>{useVerdict(comparison)}</span>
    </p>
  )
}

function Letters({ run }: { run: Run }) {
  const t = useTranslations('study.compare')
  if (run.kind === 'same') return run.letters
  const said = t(run.kind, { letters: run.letters })
  const look = 'px-[0.08em] text-wrong no-underline'
  return run.kind === 'missing' ? (
    <ins title={said} className={`${look} border-b-3`}>
      {run.letters}
    </ins>
  ) : (
    <del title={said} className={`${look} line-through!`}>
      {run.letters}
    </del>
  )
}

function useVerdict(comparison: Comparison): string {
  const t = useTranslations('study.compare')
  if (comparison.kind === 'list') {
    return t('list', { named: comparison.named.filter(Boolean).length, total: comparison.named.length })
  }
  if (comparison.kind === 'unlike') return t('unlike')
  const count = comparison.differing
  if (comparison.kind === 'same') return count === 0 ? t('same') : t('counts')
  return t(comparison.kind, { count })
}

/** Runs are told apart by where they begin. */
function resolveQuery(runs: readonly Run[], index: number): number {
  return runs.slice(0, index).reduce((sum, run) => sum + run.letters.length, 0)
}
