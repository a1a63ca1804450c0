import type { Block, Span } from '../../lib/core/document/document'
import type { WrittenItem } from '../../lib/core/item/item'
import { CHECKS, failuresOf } from './checks'
import { markdownTable, percent } from './command-line'
import { type Measured, shownItems } from './documents'
import { groupBy } from './group-by'
import { type BlindResult, solveBlindly } from './guess-without-text'
import { type Failure, wrongOptions } from './item-checks'
import { answersAsked, recallOf } from './recall'

export type Asked = {
  readonly facts: string | undefined
  readonly recall: string | undefined
  readonly questions: boolean
}

const per1000 = (count: number, words: number): number => (1000 * count) / Math.max(1, words)

/** Yield, spread and time of each document and of all together; what was listed by hand where it was asked for. */
export function yieldTable(documents: readonly Measured[], asked: Asked): string {
  const head = [
    'document',
    'words',
    'shown',
    'needing review',
    'facts',
    'items/1,000',
    'facts/1,000',
    'proving',
    'largest type',
    'most on a fact',
    'ms',
  ]
  const extra = [
    ...(asked.facts ? ['recall'] : []),
    ...(asked.questions ? ['people’s answers: in keys', 'in items'] : []),
  ]
  const rows = documents.map((document) => [...yieldRow(document.label, [document]), ...extraRow(document, asked)])
  return markdownTable([...head, ...extra], [...rows, [...yieldRow('all', documents), ...extraTotal(documents, asked)]])
}

function yieldRow(label: string, documents: readonly Measured[]): string[] {
  const words = sum(documents, (document) => document.words)
  const shown = documents.flatMap((document) => shownItems(document))
  const needingReview = sum(documents, ({ generated }) => generated.items.length) - shown.length
  const facts = sum(documents, (document) => new Set(shownItems(document).flatMap(({ factIds }) => factIds)).size)
  const [type, most] = largest(shown, (item) => item.type)
  // A fact's id names it within its document.
  const crowd = Math.max(
    0,
    ...documents.map((document) => largest(shownItems(document), ({ factIds }) => factIds[0] ?? '')[1]),
  )
  const touched = Math.max(0, ...documents.map(mostNaming))
  return [
    label,
    String(words),
    String(shown.length),
    String(needingReview),
    String(facts),
    per1000(shown.length, words).toFixed(1),
    per1000(facts, words).toFixed(1),
    percent(provingShare(documents)),
    shown.length > 0 ? `${type} ${percent(most / shown.length)}` : '–',
    crowd === touched ? String(crowd) : `${crowd} (${touched} name one)`,
    sum(documents, ({ milliseconds }) => milliseconds).toFixed(0),
  ]
}

/** Of the text in paragraphs, lists and tables the share that some shown item has as its evidence: the rest is passed over. */
function provingShare(documents: readonly Measured[]): number {
  const bodyLength = sum(documents, ({ generated }) =>
    sum(bodyOf(generated.document.blocks), ({ start, end }) => end - start),
  )
  const proving = sum(documents, (document) => {
    const places = shownItems(document).flatMap(({ evidence }) => evidence)
    let reached = 0
    return sum(
      places.toSorted((left, right) => left.start - right.start),
      ({ start, end }) => {
        const fresh = Math.max(0, end - Math.max(start, reached))
        reached = Math.max(reached, end)
        return fresh
      },
    )
  })
  return Math.min(1, proving / Math.max(1, bodyLength))
}

const bodyOf = (blocks: readonly Block[]): Span[] =>
  blocks.flatMap(({ kind, span }) => (kind === 'title' || kind === 'heading' ? [] : [span]))

/** The most items that name one fact, be it as a second gap or as one of several members. */
function mostNaming(document: Measured): number {
  const named = shownItems(document).flatMap(({ factIds }) => factIds)
  return Math.max(0, ...[...groupBy(named, (id) => id).values()].map(({ length }) => length))
}

function extraRow(document: Measured, { facts, recall, questions }: Asked): string[] {
  const people = questions ? answersAsked(document) : null
  return [
    ...(facts && recall ? [recallOf(document, facts, recall) ?? ''] : []),
    ...(questions
      ? [people ? shareOf(people.byKey, people.answers) : '', people ? shareOf(people.byItem, people.answers) : '']
      : []),
  ]
}

function extraTotal(documents: readonly Measured[], { facts, questions }: Asked): string[] {
  const all = questions ? documents.flatMap((document) => answersAsked(document) ?? []) : []
  const answers = sum(all, (entry) => entry.answers)
  return [
    ...(facts ? [''] : []),
    ...(questions
      ? [
          shareOf(
            sum(all, (entry) => entry.byKey),
            answers,
          ),
          shareOf(
            sum(all, (entry) => entry.byItem),
            answers,
          ),
        ]
      : []),
  ]
}

const shareOf = (hits: number, all: number): string => (all > 0 ? `${hits}/${all} ${percent(hits / all)}` : '')

/** Items shown and items that need review, by type, with each type's share of all shown. */
export function typeTable(documents: readonly Measured[]): string {
  const all = documents.flatMap(({ generated }) => generated.items)
  const types = [...groupBy(all, ({ type }) => type)].sort(([, a], [, b]) => b.length - a.length).map(([type]) => type)
  const rows = documents.map(({ label, generated }) => [label, ...types.map((type) => tiers(generated.items, type))])
  const shown = documents.flatMap((document) => shownItems(document))
  const shares = types.map((type) =>
    percent(shown.filter((item) => item.type === type).length / Math.max(1, shown.length)),
  )
  return markdownTable(
    ['document', ...types],
    [...rows, ['all', ...types.map((type) => tiers(all, type))], ['share of shown', ...shares]],
  )
}

function tiers(items: readonly WrittenItem[], type: string): string {
  const ofType = items.filter((item) => item.type === type)
  const needingReview = ofType.filter(({ tier }) => tier !== 'A').length
  return needingReview > 0 ? `${ofType.length - needingReview} + ${needingReview}` : String(ofType.length)
}

/** What was refused, by reason. */
export function refusalTable(documents: readonly Measured[]): string {
  const reasons = [...new Set(documents.flatMap(({ generated }) => Object.keys(generated.refused)))].sort(
    (left, right) => left.localeCompare(right, 'en', { numeric: true }),
  )
  const row = (label: string, measured: readonly Measured[]) => [
    label,
    ...reasons.map((reason) => String(sum(measured, ({ generated }) => generated.refused[reason] ?? 0))),
  ]
  return markdownTable(
    ['document', ...reasons],
    [...documents.map((document) => row(document.label, [document])), row('all', documents)],
  )
}

function largest(items: readonly WrittenItem[], nameOf: (item: WrittenItem) => string): [name: string, count: number] {
  const groups = [...groupBy(items, nameOf)].sort(([, a], [, b]) => b.length - a.length)
  return [groups[0]?.[0] ?? '', groups[0]?.[1].length ?? 0]
}

const sum = <T>(all: readonly T[], numberOf: (entry: T) => number): number =>
  all.reduce((total, entry) => total + numberOf(entry), 0)

/** Answers that people asked for and no shown item asks. */
export const missedAnswers = (documents: readonly Measured[]): string =>
  documents
    .flatMap((document) => (answersAsked(document)?.missed ?? []).map((answer) => `- ${document.label}: ${answer}`))
    .join('\n')

const MOST_POINTS = 5
const THRESHOLDS = 0.05
const IDS_SHOWN = 5

/** Each check with how many failures it found, and failing items by document: all of them with what was found, or some. */
export function checkTable(documents: readonly Measured[], isWhole: boolean): string {
  const found = documents.flatMap((document) =>
    failuresOf(document).map((failure) => ({ ...failure, label: document.label })),
  )
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
  const all = documents
    .flatMap((document) => shownItems(document))
    .flatMap((item) =>
      wrongOptions(item).map((option) => ({
        kind: kindOf(item.distractorReasons[option]),
        isProved: item.distractorEvidence[option] !== undefined,
      })),
    )
  const rows = [...groupBy(all, ({ kind }) => kind)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, options]) => [
      kind,
      String(options.length),
      percent(options.length / all.length),
      String(options.filter(({ isProved }) => isProved).length),
    ])
  return markdownTable(['kind of wrong option', 'options', 'share', 'with their place'], rows)
}

const kindOf = (reason: string | undefined): string =>
  reason ? (KINDS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'elsewhere in the document') : 'no reason'

/** Blind strategies, the farthest from chance first. */
export function blindTable(documents: readonly Measured[]): string {
  const results = solveBlindly(documents.map((document) => shownItems(document))).sort(
    (a, b) => Math.abs(b.points) - Math.abs(a.points),
  )
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
