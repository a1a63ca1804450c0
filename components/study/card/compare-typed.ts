import { matchList, readList } from '@/lib/core/grading/match-list'
import { type Match, matchNumber, matchText } from '@/lib/core/grading/match-text'
import type { StudyCard } from '@/lib/core/memory/session/study-card'

/** A run of letters: typed as it should be, missing from what was typed, or typed too much. */
export type Run = { readonly kind: 'same' | 'missing' | 'extra'; readonly letters: string }

export type Comparison =
  /** Something else was written: letters that both happen to have say nothing. */
  | { readonly kind: 'unlike' }
  | { readonly kind: 'same' | 'typo' | 'other'; readonly runs: readonly Run[]; readonly differing: number }
  | { readonly kind: 'list'; readonly named: readonly boolean[] }

const ARTICLE = /^(?:the|an?)\s+/i

/** What a card tells of its answer: its entries and their other spellings, and how an answer to it is graded. */
export type Wanted = Pick<StudyCard, 'back' | 'accepted' | 'grading'>

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

/** A wrong number is put beside the number: that its unit was left out is no fault. */
const besideOf = (typed: string, spelling: string, isWrongNumber: boolean): string =>
  isWrongNumber && !/\p{L}/u.test(typed) ? spelling.replace(/\s*\p{L}.*$/u, '') : spelling

/** Less than half of the longer one is common, and neither is a part of the other. */
function isUnlike(runs: readonly Run[]): boolean {
  const [missing, extra] = [lettersOf(runs, 'missing'), lettersOf(runs, 'extra')]
  return Math.min(missing, extra) > 0 && lettersOf(runs, 'same') < Math.max(missing, extra)
}

function differingIn(runs: readonly Run[]): number {
  return lettersOf(runs, 'missing') + lettersOf(runs, 'extra')
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
  const matches = readList([typed]).map((texts) => matchList(texts, members, elsewhere))
  const best = [...matches].sort((one, other) => other.points - one.points)[0]
  return best?.perKey ?? members.map(() => false)
}

/** Longest common subsequence, letter by letter; case is no difference. */
export function compareLetters(typed: string, wanted: string): readonly Run[] {
  const [given, right] = [[...typed], [...wanted]]
  const length = commonLengths(given, right)
  const runs: Run[] = []
  let [i, j] = [0, 0]
  while (i < given.length || j < right.length) {
    const kind = nextRun(length, given[i], right[j], i, j)
    push(runs, kind, (kind === 'missing' ? right[j] : given[i]) ?? '')
    if (kind !== 'missing') i++
    if (kind !== 'extra') j++
  }
  return runs
}

function nextRun(
  length: Lengths,
  here: string | undefined,
  there: string | undefined,
  i: number,
  j: number,
): Run['kind'] {
  if (here === undefined) return 'missing'
  if (there === undefined) return 'extra'
  if (isSame(here, there)) return 'same'
  return lengthAt(length, i + 1, j) >= lengthAt(length, i, j + 1) ? 'extra' : 'missing'
}

type Lengths = readonly (readonly number[])[]

/** At `[i][j]` the length of what the ends from `i` and from `j` have in common. */
function commonLengths(given: readonly string[], right: readonly string[]): Lengths {
  const lengths: number[][] = [new Array<number>(right.length + 1).fill(0)]
  for (const letter of [...given].reverse()) lengths.unshift(rowAbove(lengths[0] ?? [], letter, right))
  return lengths
}

function rowAbove(below: readonly number[], letter: string, right: readonly string[]): number[] {
  const row = new Array<number>(right.length + 1).fill(0)
  for (let j = right.length - 1; j >= 0; j--) {
    const longest = Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    row[j] = isSame(letter, right[j] ?? '') ? (below[j + 1] ?? 0) + 1 : longest
  }
  return row
}

function lengthAt(length: Lengths, i: number, j: number): number {
  return length[i]?.[j] ?? 0
}

function push(runs: Run[], kind: Run['kind'], letter: string): void {
  const last = runs.at(-1)
  if (last?.kind === kind) runs[runs.length - 1] = { kind, letters: last.letters + letter }
  else runs.push({ kind, letters: letter })
}

function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase()
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
