import type { Block, Span } from '../../lib/core/document/document'
import type { WrittenItem } from '../../lib/core/item/item'
import { type Measured, shownItems } from './documents'
import { groupBy } from './group-by'
import { answersAsked } from './human-questions'
import { markdownTable, percent } from './markdown-table'
import { recallOf } from './recall'

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
    'waiting',
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

function yieldRow(label: string, of: readonly Measured[]): string[] {
  const words = sum(of, (document) => document.words)
  const shown = of.flatMap(shownItems)
  const waiting = sum(of, ({ generated }) => generated.items.length) - shown.length
  const facts = sum(of, (document) => new Set(shownItems(document).flatMap(({ factIds }) => factIds)).size)
  const [type, most] = largest(shown, ({ type: one }) => one)
  // A fact's id names it within its document.
  const crowd = Math.max(
    0,
    ...of.map((document) => largest(shownItems(document), ({ factIds }) => factIds[0] ?? '')[1]),
  )
  const touched = Math.max(0, ...of.map(mostNaming))
  return [
    label,
    String(words),
    String(shown.length),
    String(waiting),
    String(facts),
    per1000(shown.length, words).toFixed(1),
    per1000(facts, words).toFixed(1),
    percent(provingShare(of)),
    shown.length > 0 ? `${type} ${percent(most / shown.length)}` : '–',
    crowd === touched ? String(crowd) : `${crowd} (${touched} name one)`,
    sum(of, ({ milliseconds }) => milliseconds).toFixed(0),
  ]
}

/** Of the text in paragraphs, lists and tables the share that some shown item has as its evidence: the rest is passed over. */
function provingShare(of: readonly Measured[]): number {
  const told = sum(of, ({ generated }) => sum(bodyOf(generated.document.blocks), ({ start, end }) => end - start))
  const proving = sum(of, (document) => {
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
  return Math.min(1, proving / Math.max(1, told))
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
  const answers = sum(all, (one) => one.answers)
  return [
    ...(facts ? [''] : []),
    ...(questions
      ? [
          shareOf(
            sum(all, (one) => one.byKey),
            answers,
          ),
          shareOf(
            sum(all, (one) => one.byItem),
            answers,
          ),
        ]
      : []),
  ]
}

const shareOf = (hits: number, all: number): string => (all > 0 ? `${hits}/${all} ${percent(hits / all)}` : '')

/** Shown and waiting items of each type, with each type's share of all shown. */
export function typeTable(documents: readonly Measured[]): string {
  const all = documents.flatMap(({ generated }) => generated.items)
  const types = [...groupBy(all, ({ type }) => type)].sort(([, a], [, b]) => b.length - a.length).map(([type]) => type)
  const rows = documents.map(({ label, generated }) => [label, ...types.map((type) => tiers(generated.items, type))])
  const shown = documents.flatMap(shownItems)
  const shares = types.map((type) =>
    percent(shown.filter((item) => item.type === type).length / Math.max(1, shown.length)),
  )
  return markdownTable(
    ['document', ...types],
    [...rows, ['all', ...types.map((type) => tiers(all, type))], ['share of shown', ...shares]],
  )
}

function tiers(items: readonly WrittenItem[], type: string): string {
  const of = items.filter((item) => item.type === type)
  const waiting = of.filter(({ tier }) => tier !== 'A').length
  return waiting > 0 ? `${of.length - waiting} + ${waiting}` : String(of.length)
}

/** What was refused, by reason. */
export function refusalTable(documents: readonly Measured[]): string {
  const reasons = [...new Set(documents.flatMap(({ generated }) => Object.keys(generated.refused)))].sort(
    (left, right) => left.localeCompare(right, 'en', { numeric: true }),
  )
  const row = (label: string, of: readonly Measured[]) => [
    label,
    ...reasons.map((reason) => String(sum(of, ({ generated }) => generated.refused[reason] ?? 0))),
  ]
  return markdownTable(
    ['document', ...reasons],
    [...documents.map((one) => row(one.label, [one])), row('all', documents)],
  )
}

function largest(items: readonly WrittenItem[], nameOf: (item: WrittenItem) => string): [name: string, count: number] {
  const groups = [...groupBy(items, nameOf)].sort(([, a], [, b]) => b.length - a.length)
  return [groups[0]?.[0] ?? '', groups[0]?.[1].length ?? 0]
}

const sum = <T>(all: readonly T[], numberOf: (one: T) => number): number =>
  all.reduce((total, one) => total + numberOf(one), 0)

/** Answers that people asked for and no shown item asks. */
export const missedAnswers = (documents: readonly Measured[]): string =>
  documents
    .flatMap((document) => (answersAsked(document)?.missed ?? []).map((answer) => `- ${document.label}: ${answer}`))
    .join('\n')
