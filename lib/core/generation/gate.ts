import type { CheckContext, Finding } from '../check/check-result'
import { contextOf, isDoubt, judge } from '../check/judge-written'
import { meaningfulWords, shareIn } from '../check/words-of-languages'
import type { Evidence, Span, StructuredDocument } from '../document/document'
import { contentKey } from '../fact/content-key'
import type { Fact, FactKind } from '../fact/fact'
import { tokenise } from '../grading/tokenise'
import { type Item, readItem, type WrittenItem, writeItem } from '../item/item'
import { jaccard } from '../language/english/content-words'
import { type ItemType, isArrangement, isStatement } from '../question-types/registry'
import { memoizeRecent } from '../shared/memoize'
import { seedOf, shuffled } from '../shared/random'
import type { Draft } from './draft'
import type { GeneratedItem } from './generated'
import type { Refusal, RefusalCode } from './refusal'
import { type NumberedSentence, sentencesToAsk } from './sentences-to-ask'

type Asked = {
  readonly id: string
  readonly stem: string
  readonly key: readonly string[]
  readonly type: ItemType
  readonly factIds: readonly string[]
}

/** What a deck has already: drafts are admitted in the light of it. Immutable. */
export type GateState = {
  readonly facts: readonly Fact[]
  readonly asked: readonly Asked[]
}

export type Admitted = {
  /** Facts that are new to the deck. */
  readonly facts: readonly Fact[]
  readonly items: readonly GeneratedItem[]
  readonly refusals: readonly Refusal[]
  readonly state: GateState
}

/** The state for a deck that has these facts and items, whoever made them. */
export function startGate(
  existing: { readonly facts: readonly Fact[]; readonly items: readonly Item[] } = { facts: [], items: [] },
): GateState {
  return { facts: existing.facts, asked: existing.items.map((item) => askedOf(writeItem(item))) }
}

const askedOf = ({ id, stem, key, type, factIds }: WrittenItem): Asked => ({ id, stem, key, type, factIds })

/**
 * Drafts as items with content keys, each judged by every check; what fails one is refused with its reason. A draft about the same
 * sentence and the same answer as a fact of the deck asks that fact. The same drafts and state give the same items.
 */
export function admitDrafts(drafts: readonly Draft[], state: GateState, document: StructuredDocument): Admitted {
  const gate = openGate(state, document)
  const items: GeneratedItem[] = []
  const refusals: Refusal[] = []
  const fresh: Fact[] = []
  for (const draft of drafts) {
    const result = admit(draft, gate)
    if ('refusal' in result) refusals.push(result.refusal)
    else {
      const added = result.facts.filter(({ id }) => !gate.known.has(id))
      for (const fact of added) remember(fact, gate)
      fresh.push(...added)
      items.push(result.item)
      addAsked(askedOf(writeItem(result.item)), gate)
    }
  }
  const after = {
    facts: [...state.facts, ...fresh],
    asked: [...state.asked, ...items.map((item) => askedOf(writeItem(item)))],
  }
  return { facts: fresh, items, refusals, state: after }
}

/** What speaks against a draft by itself, whatever the deck has: its grave findings, then its doubts. */
export function judgeDraft(
  draft: Draft,
  document: StructuredDocument,
): { readonly faults: readonly Finding[]; readonly doubts: readonly Finding[] } {
  const item = writtenOf(draft, [], document)
  if (!item) return { faults: [], doubts: [] }
  const found = judge(item, contextFor(document)).map(({ code, values }) => ({ code, values }))
  return { faults: found.filter((each) => !isDoubt(each)), doubts: found.filter(isDoubt) }
}

type Gate = {
  readonly document: StructuredDocument
  readonly sentences: readonly NumberedSentence[]
  /** Facts by the start of their proof. */
  readonly factsAt: Map<number, Fact[]>
  readonly known: Set<string>
  readonly byStem: Map<string, Asked>
  readonly byFact: Map<string, Asked[]>
  readonly byKey: Map<string, Asked[]>
  readonly ids: Set<string>
}

function openGate(state: GateState, document: StructuredDocument): Gate {
  const gate: Gate = {
    document,
    sentences: sentencesToAsk(document),
    factsAt: new Map(),
    known: new Set(),
    byStem: new Map(),
    byFact: new Map(),
    byKey: new Map(),
    ids: new Set(),
  }
  for (const fact of state.facts) remember(fact, gate)
  for (const asked of state.asked) addAsked(asked, gate)
  return gate
}

function remember(fact: Fact, { factsAt, known }: Gate): void {
  known.add(fact.id)
  for (const { start } of fact.spans) push(factsAt, start, fact)
}

function addAsked(asked: Asked, { byStem, byFact, byKey, ids }: Gate): void {
  ids.add(asked.id)
  byStem.set(fold(asked.stem), asked)
  for (const id of asked.factIds) push(byFact, id, asked)
  push(byKey, fold(asked.key.join(' ')), asked)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const row = map.get(key)
  if (row) row.push(value)
  else map.set(key, [value])
}

type Judged = { readonly item: GeneratedItem; readonly facts: readonly Fact[] } | { readonly refusal: Refusal }

function admit(draft: Draft, gate: Gate): Judged {
  const refuse = (code: RefusalCode, values: Refusal['values'] = {}): Judged => {
    const { finder, stem, key, evidence } = draft
    return { refusal: { finder, code, values, span: evidence[0] ?? null, stem, key: key.join(', ') } }
  }
  const facts = factsOf(draft, gate)
  const written = writtenOf(
    draft,
    facts.map(({ id }) => id),
    gate.document,
  )
  if (!written) return refuse('unreadable')
  const { faults, doubts } = judgeDraft(draft, gate.document)
  const [fault] = faults
  if (fault) return refuse(fault.code, fault.values)
  const repeated = repetitionOf(written, gate)
  if (repeated) return refuse(repeated.code, { stem: repeated.stem })
  const all = uniqueFindings([...draft.doubts, ...doubts])
  const tier = draft.finder === 'author' || (all.length === 0 && draft.finder !== 'pasted') ? 'A' : 'B'
  const score = Math.max(0, draft.score - DOUBT * all.length)
  return { item: { ...readItem({ ...written, tier }), finder: draft.finder, score, doubts: all }, facts }
}

const DOUBT = 0.15

const uniqueFindings = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ code }, at) => findings.findIndex((finding) => finding.code === code) === at)

/** The written item of a draft; null where its parts are no item of its type. */
function writtenOf(draft: Draft, factIds: readonly string[], { text }: StructuredDocument): WrittenItem | null {
  const { type, stem, key, accepted, wrong, evidence, explanation } = draft
  const id = contentKey(type, stem, ...factIds)
  const reasons = wrong.filter(({ reason }) => reason !== '').map((option) => [option.text, option.reason])
  const proofs = wrong.flatMap((option) => (option.evidence ? [[option.text, quoted(option.evidence, text)]] : []))
  const written: WrittenItem = {
    id,
    type,
    tier: 'B',
    factIds,
    stem,
    options: optionsOf(draft, id),
    key,
    accepted,
    explanation,
    distractorReasons: Object.fromEntries(reasons),
    distractorEvidence: Object.fromEntries(proofs),
    evidence: evidence.map((span) => quoted(span, text)),
  }
  try {
    return writeItem(readItem(written))
  } catch {
    return null
  }
}

function optionsOf({ type, key, wrong }: Draft, id: string): readonly string[] {
  const texts = wrong.map(({ text }) => text)
  if (type === 'matching')
    return shuffled([...new Set(key.map((line) => line.split(' → ').at(-1) ?? '')), ...texts], seedOf(id))
  if (type === 'ordering') return shuffled(key, seedOf(id))
  return texts.length > 0 ? shuffled([...key, ...texts], seedOf(id)) : []
}

const quoted = ({ start, end }: Span, text: string): Evidence => ({ start, end, quote: text.slice(start, end) })

const contextFor: (document: StructuredDocument) => CheckContext = memoizeRecent((document) =>
  contextOf(document, { stems: [] }),
)

/** The facts that a draft asks, those of the deck where it has them: of an arrangement one for each entry. */
function factsOf(draft: Draft, gate: Gate): readonly Fact[] {
  if (!isArrangement(draft.type))
    return [factOf(draft, isStatement(draft.type) ? null : draft.key.join('; '), draft.key, gate)]
  const facts = draft.key.map((entry) => factOf(draft, entry.split(' → ').at(-1) ?? entry, [entry], gate))
  return facts.filter(({ id }, at) => facts.findIndex((fact) => fact.id === id) === at)
}

function factOf(draft: Draft, answer: string | null, members: readonly string[], gate: Gate): Fact {
  const own = draft.evidence[0] ?? { start: 0, end: 0 }
  const near = draft.evidence.flatMap(({ start }) => gate.factsAt.get(start) ?? [])
  const known =
    answer === null
      ? judgedFact(draft, near)
      : near.find((fact) => fold(fact.answer) === fold(answer) || fold(fact.members.join('; ')) === fold(answer))
  if (known) return known
  const sentence = gate.sentences.find(({ span }) => span.start === own.start)
  const quote = draft.evidence.map(({ start, end }) => gate.document.text.slice(start, end)).join(' ')
  const kind = kindOf(answer, members)
  return {
    id: contentKey(kind, quote, answer ?? draft.explanation, ''),
    kind,
    statement: draft.explanation,
    spans: draft.evidence,
    subject: sentence?.headingPath.at(-1) ?? gate.document.title,
    relation: '',
    answer: answer ?? '',
    answerSpan: draft.answerSpan,
    members: members.length > 1 ? members : [],
    open: false,
    heading: sentence?.headingPath.at(-1) ?? '',
  }
}

/** Of a statement the fact whose answer it says, or replaces: the answer with the most words. */
function judgedFact({ stem, key }: Draft, near: readonly Fact[]): Fact | undefined {
  const said = ` ${fold(stem)} `
  const isSaid = (fact: Fact) => said.includes(` ${fold(fact.answer)} `)
  const fitting = near.filter(
    (fact) => fact.answer !== '' && fact.members.length === 0 && (key[0] === 'True') === isSaid(fact),
  )
  return [...fitting].sort((a, b) => b.answer.length - a.answer.length)[0] ?? near.find((fact) => fact.answer === '')
}

function kindOf(answer: string | null, members: readonly string[]): FactKind {
  if (answer === null) return 'property'
  if (members.length > 1) return 'list'
  if (/^(?:\p{L}+ )?(?:\d{1,2} )?(?:\p{L}+ )?1\d{3}\b|^20\d\d\b/u.test(answer)) return 'date'
  if (/^\d/.test(answer)) return 'number'
  return /^(?:the )?\p{Lu}/u.test(answer) ? 'name' : 'property'
}

/** Types that ask a fact in the same way: one of each is enough. */
const WAYS: readonly (readonly ItemType[])[] = [
  ['choice'],
  ['multiple'],
  ['true-false'],
  ['cloze', 'gaps'],
  ['flashcard', 'short-answer', 'numeric'],
  ['matching'],
  ['ordering'],
]
const wayOf = (type: ItemType): number => WAYS.findIndex((types) => types.includes(type))

const NEARLY = 0.8
const MUCH = 0.6

type Repetition = { readonly code: 'same-question' | 'answers-another'; readonly stem: string }

/** What of the deck a new item repeats: the same fact asked in the same way, the same words, or another's question with its answer. */
function repetitionOf(item: WrittenItem, gate: Gate): Repetition | null {
  const same = sameWords(item, gate) ?? sameWay(item, gate)
  if (same) return { code: 'same-question', stem: same.stem }
  if (isStatement(item.type) || isArrangement(item.type)) return null
  const alike = sameAnswer(item, gate)
  if (alike) return { code: 'same-question', stem: alike.stem }
  const answered = answeredBy(item, gate)
  return answered ? { code: 'answers-another', stem: answered.stem } : null
}

/** One stem may be asked in two ways, as a choice and typed; not with two answers. */
function sameWords({ stem, type, key }: WrittenItem, { byStem }: Gate): Asked | undefined {
  const twin = byStem.get(fold(stem))
  return twin && (wayOf(twin.type) === wayOf(type) || fold(twin.key.join(' ')) !== fold(key.join(' ')))
    ? twin
    : undefined
}

/** The same fact asked in the same way; arrangements and other items of a fact stand beside each other. */
function sameWay({ type, factIds }: WrittenItem, { byFact }: Gate): Asked | undefined {
  const together = factIds.flatMap((id) => byFact.get(id) ?? [])
  return together.find((asked) => wayOf(asked.type) === wayOf(type))
}

function sameAnswer({ stem, key, type, factIds }: WrittenItem, { byKey }: Gate): Asked | undefined {
  const answered = byKey.get(fold(key.join(' '))) ?? []
  const isAlike = (asked: Asked) => jaccard(asked.stem, stem) >= (wayOf(asked.type) === wayOf(type) ? MUCH : NEARLY)
  return answered.find((asked) => isAlike(asked) && !factIds.some((id) => asked.factIds.includes(id)))
}

/** A question of the same sentence, asked in the same way, whose answer stands in this stem with most of its words. */
function answeredBy(item: WrittenItem, gate: Gate): Asked | undefined {
  const near = item.evidence
    .flatMap(({ start }) => gate.factsAt.get(start) ?? [])
    .flatMap(({ id }) => gate.byFact.get(id) ?? [])
  const answers = (seen: Pick<Asked, 'stem'>, asked: Pick<Asked, 'stem' | 'key'>) =>
    asked.key.every((key) => ` ${fold(seen.stem)} `.includes(` ${fold(key)} `)) &&
    shareIn(meaningfulWords(asked.stem), meaningfulWords(seen.stem)) >= NEARLY
  return near.find(
    (asked) =>
      wayOf(asked.type) === wayOf(item.type) &&
      !isStatement(asked.type) &&
      !item.factIds.some((id) => asked.factIds.includes(id)) &&
      answers(item, asked) &&
      answers(asked, item),
  )
}

const fold = (text: string): string =>
  tokenise(text)
    .map(({ value }) => value)
    .join(' ')
