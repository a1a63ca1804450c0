'use client'

import { diffChars } from 'diff'
import { useTranslations } from 'next-intl'
import { matchListAnswer, readList } from '@/lib/core/grading/match-list-answer'
import { type Match, matchNumber, matchText } from '@/lib/core/grading/match-text'
import type { StudyCard } from '@/lib/core/memory/session/study-card'

/** A run of letters: typed as it should be, missing from what was typed, or typed too much. */
type Run = { readonly kind: 'same' | 'missing' | 'extra'; readonly letters: string }

type Comparison =
  /** Another answer was typed, so no letters are compared. */
  | { readonly kind: 'unlike' }
  | { readonly kind: 'same' | 'typo' | 'other'; readonly runs: readonly Run[]; readonly differing: number }
  | { readonly kind: 'list'; readonly named: readonly boolean[] }

const ARTICLE = /^(?:the|an?)\s+/i

/** The accepted answers of a card with their other spellings, and how a typed answer is graded. */
type Wanted = Pick<StudyCard, 'back' | 'accepted' | 'grading'>

/**
 * Puts what was typed beside the answer. The learner rates; this shows where to look, and says what counts as right with the
 * same rules as a quiz (R15).
 */
export function compareTyped(typed: string, { back, accepted, grading }: Wanted): Comparison {
  if (back.length > 1) {
    const members = back.map((entry, index) => [entry, ...(accepted[index] ?? [])])
    return { kind: 'list', named: bestList(typed, members, grading.elsewhere) }
  }
  const spellings = [back[0] ?? '', ...(accepted[0] ?? [])]
  const graded = spellings.map((spelling) => ({ spelling, match: matchOf(typed, spelling, grading) }))
  const best = graded.find(({ match }) => match === 'same') ?? graded.find(({ match }) => match === 'typo') ?? graded[0]
  const kind = best?.match ?? 'other'
  const spelling = tidy(besideOf(typed, best?.spelling ?? '', kind === 'other' && grading.asNumber))
  const runs = compareLetters(tidy(typed), ARTICLE.test(tidy(typed)) ? spelling : spelling.replace(ARTICLE, ''))
  return kind === 'other' && isUnlike(runs) ? { kind: 'unlike' } : { kind, runs, differing: differingIn(runs) }
}

/** A wrong number is compared without the unit, if none was typed. */
const besideOf = (typed: string, spelling: string, isWrongNumber: boolean): string =>
  isWrongNumber && !/\p{L}/u.test(typed) ? spelling.replace(/\s*\p{L}.*$/u, '') : spelling

/** Less than half of the longer text is in common, and neither text is a part of the other. */
function isUnlike(runs: readonly Run[]): boolean {
  const [missing, extra] = [lettersOf(runs, 'missing'), lettersOf(runs, 'extra')]
  return Math.min(missing, extra) > 0 && lettersOf(runs, 'same') < Math.max(missing, extra)
}

/** A letter in place of another is one, not one missing and one too many. */
function differingIn(runs: readonly Run[]): number {
  const lengths = runs.map(({ kind, letters }) => (kind === 'same' ? 0 : [...letters].length))
  return lengths.reduce((sum, length, at) => sum + Math.max(0, length - (lengths[at - 1] ?? 0)), 0)
}

function lettersOf(runs: readonly Run[], kind: Run['kind']): number {
  return runs.filter((run) => run.kind === kind).reduce((sum, run) => sum + [...run.letters].length, 0)
}

/** A number may be typed without its unit. */
function matchOf(typed: string, spelling: string, { asNumber, elsewhere }: Wanted['grading']): Match {
  const match = matchText(typed, spelling, elsewhere)
  return match === 'other' && asNumber && matchNumber(typed, spelling, elsewhere) ? 'same' : match
}

function bestList(typed: string, members: readonly (readonly string[])[], elsewhere: string): readonly boolean[] {
  const matches = readList([typed]).map((texts) => matchListAnswer(texts, members, elsewhere))
  const best = [...matches].sort((a, b) => b.points - a.points)[0]
  return best?.perKey ?? members.map(() => false)
}

/** Letter by letter; case is no difference. */
export function compareLetters(typed: string, wanted: string): readonly Run[] {
  const changes = diffChars(wanted, typed, { ignoreCase: true })
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'extra' : removed ? 'missing' : 'same',
    letters: value,
  }))
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** The typed answer with its differing letters marked, and the verdict in words. */
export function TypedComparison({ typed, comparison }: { typed: string; comparison: Comparison }) {
  const t = useTranslations('study.compare')
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-label text-ink-muted">
      <span>{t('wrote')}</span>
      <samp className="font-app text-lead leading-[1.6] font-[500] tracking-[0.02em] text-ink wrap-anywhere">
        {'runs' in comparison
          ? comparison.runs.map((run, index) => <Letters key={startOf(comparison.runs, index)} run={run} />)
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
  return t(comparison.kind === 'other' ? wordsBeside(comparison) : comparison.kind, { count })
}

/** More letters, all missing or all too much, are words, and words are not counted by letters. */
const MOST_LETTERS = 3

function wordsBeside({ runs, differing }: { readonly runs: readonly Run[]; readonly differing: number }) {
  if (differing <= MOST_LETTERS) return 'other'
  if (lettersOf(runs, 'extra') === 0) return 'part'
  return lettersOf(runs, 'missing') === 0 ? 'more' : 'other'
}

/** The key of a run: where it begins. */
function startOf(runs: readonly Run[], index: number): number {
  return runs.slice(0, index).reduce((sum, run) => sum + run.letters.length, 0)
}
