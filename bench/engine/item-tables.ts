import { type BlindResult, solveBlindly } from './blind'
import { CHECKS, failuresOf } from './checks'
import { type Measured, shownItems } from './documents'
import type { Failure } from './failure'
import { groupBy } from './group-by'
import { wrongOptions } from './judge-options'
import { markdownTable, percent } from './markdown-table'

const MOST_POINTS = 5
const THRESHOLDS = 0.05
const IDS_SHOWN = 5

/** Each check with how many failures it found, and failing items by document: all of them with what was found, or some. */
export function checkTable(documents: readonly Measured[], isWhole: boolean): string {
  const found = documents.flatMap((document) => failuresOf(document).map((one) => ({ ...one, label: document.label })))
  const byCheck = groupBy(found, ({ check }) => check)
  const rows = CHECKS.map((check) => [check, String(byCheck.get(check)?.length ?? 0)])
  const lists = [...byCheck].map(([check, failures]) => (isWhole ? failures.map(lineOf) : [someOf(check, failures)]))
  return [markdownTable(['check', 'failures'], rows), lists.flat().join('\n')].filter(Boolean).join('\n\n')
}

type Found = Failure & { readonly label: string }

const lineOf = ({ label, check, itemId, note }: Found): string =>
  `- ${check}: ${label}/${itemId} ${note.replace(/\s+/g, ' ')}`

function someOf(check: string, failures: readonly Found[]): string {
  const ids = [...new Set(failures.map(({ label, itemId }) => `${label}/${itemId}`))]
  return `- ${check}: ${ids.slice(0, IDS_SHOWN).join(' ')}${ids.length > IDS_SHOWN ? ` and ${ids.length - IDS_SHOWN} more` : ''}`
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/is in another list/, 'member of a rival list'],
  [/^The text says .* It (?:never mentions|says) /, 'computed'],
  [/never mentions/, 'never mentioned'],
]

/** What kind of reason wrong options have, and how many have the place where the document speaks of them. */
export function reasonTable(documents: readonly Measured[]): string {
  const all = documents.flatMap(shownItems).flatMap((item) =>
    wrongOptions(item).map((option) => ({
      kind: kindOf(item.distractorReasons[option]),
      isProved: item.distractorEvidence[option] !== undefined,
    })),
  )
  const rows = [...groupBy(all, ({ kind }) => kind)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, of]) => [
      kind,
      String(of.length),
      percent(of.length / all.length),
      String(of.filter(({ isProved }) => isProved).length),
    ])
  return markdownTable(['kind of wrong option', 'options', 'share', 'with their place'], rows)
}

const kindOf = (reason: string | undefined): string =>
  reason ? (KINDS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'elsewhere in the document') : 'no reason'

/** Blind strategies, the farthest from chance first. */
export function blindTable(documents: readonly Measured[]): string {
  const results = solveBlindly(documents.map(shownItems)).sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const rows = results.map((result) => [
    result.form,
    result.strategy,
    String(result.trials),
    percent(result.accuracy),
    percent(result.chance),
    signed(result.points),
    result.p < 0.001 ? '< 0.001' : result.p.toFixed(3),
    `${result.decided} (${signed(result.decidedPoints)})`,
    flagOf(result),
  ])
  const head = ['form', 'strategy', 'trials', 'right', 'chance', 'points', 'p (Holm)', 'decided (points)', '']
  return markdownTable(head, rows)
}

/** More than the goal allows; "?" where so few trials may do so by chance. */
const flagOf = ({ points, p }: BlindResult): string =>
  Math.abs(points) <= MOST_POINTS ? '' : p < THRESHOLDS ? 'OVER' : 'over ?'

const signed = (points: number): string => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`
