import { type CheckContext, contextOf, type Finding } from '../check/check-result'
import { isDoubt, judge } from '../check/judge-written'
import type { Evidence, Span, StructuredDocument } from '../document/document'
import { contentKey } from '../fact/content-key'
import type { Fact, FactKind } from '../fact/fact'
import { foldText, saysWords } from '../grading/tokenise'
import { type Item, readItem, type WrittenItem, writeItem } from '../item/item'
import { isArrangement, isStatement } from '../question-types/registry'
import { memoizeRecent } from '../shared/memoize'
import { seedOf, shuffled } from '../shared/random'
import { type AskedDeck, addAsked, addFact, readDeck, repetitionOf, tellsAnswer } from './asked-deck'
import type { Draft } from './draft'
import type { GeneratedItem } from './generated'
import type { Refusal, RefusalCode } from './refusal'

/** What a deck has already: drafts are admitted in the light of it. */
export type Existing = { readonly facts: readonly Fact[]; readonly items: readonly Item[] }

export type Admitted = {
  /** Facts that are new to the deck. */
  readonly facts: readonly Fact[]
  readonly items: readonly GeneratedItem[]
  readonly refusals: readonly Refusal[]
}

export type Gate = {
  /**
   * Drafts as items with content keys, each judged by every check; what fails one is refused with its reason. A draft about the
   * same sentence and the same answer as a fact of the deck asks that fact. Remembers what it admitted; the same drafts in the
   * same order give the same items.
   */
  readonly admit: (drafts: readonly Draft[]) => Admitted
}

/** The gate to a deck that has these facts and items, whoever made them. */
export function openGate(document: StructuredDocument, existing: Existing = { facts: [], items: [] }): Gate {
  const deck = readDeck(document)
  for (const fact of existing.facts) addFact(fact, deck)
  for (const item of existing.items) addAsked(writeItem(item), deck)
  return { admit: (drafts) => admitAll(drafts, deck) }
}

function admitAll(drafts: readonly Draft[], deck: AskedDeck): Admitted {
  const items: GeneratedItem[] = []
  const refusals: Refusal[] = []
  const fresh: Fact[] = []
  for (const draft of drafts) {
    const result = admit(draft, deck)
    if ('refusal' in result) refusals.push(result.refusal)
    else {
      const added = result.facts.filter(({ id }) => !deck.known.has(id))
      for (const fact of added) addFact(fact, deck)
      fresh.push(...added)
      items.push(result.item)
      addAsked(writeItem(result.item), deck)
    }
  }
  return { facts: fresh, items, refusals }
}

type Judged = { readonly item: GeneratedItem; readonly facts: readonly Fact[] } | { readonly refusal: Refusal }

function admit(draft: Draft, deck: AskedDeck): Judged {
  const refuse = (code: RefusalCode, values: Refusal['values'] = {}): Judged => {
    const { finder, stem, key, evidence } = draft
    return { refusal: { finder, code, values, span: evidence[0] ?? null, stem, key: key.join(', ') } }
  }
  const facts = factsOf(draft, deck)
  const written = writtenOf(
    draft,
    facts.map(({ id }) => id),
    deck.document,
  )
  if (!written) return refuse('unreadable')
  const findings = judge(written, contextFor(deck.document))
    .map(({ code, values }) => ({ code, values }))
    .filter((found) => !(isDoubt(found) && draft.settled?.includes(found.code)))
  const fault = findings.find((found) => !isDoubt(found))
  if (fault) return refuse(fault.code, fault.values)
  const repeated = repetitionOf(written, deck)
  if (repeated) return refuse(repeated.code, { stem: repeated.stem })
  const all = uniqueFindings([...draft.doubts, ...findings])
  const tier = draft.finder === 'author' || (all.length === 0 && draft.finder !== 'pasted') ? 'A' : 'B'
  const score = Math.max(0, draft.score - DOUBT * all.length - (tellsAnswer(written, deck) ? TELLING : 0))
  return { item: { ...readItem({ ...written, tier }), finder: draft.finder, score, doubts: all }, facts }
}

const DOUBT = 0.15
/** Of two items where one says the other's answer, the later is worth less. */
const TELLING = 0.25

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
function factsOf(draft: Draft, deck: AskedDeck): readonly Fact[] {
  if (!isArrangement(draft.type))
    return [factOf(draft, isStatement(draft.type) ? null : draft.key.join('; '), draft.key, deck)]
  const facts = draft.key.map((entry, at) => {
    // Its sentences prove all of the arrangement: the entry says which part of it.
    const explanation = draft.type === 'matching' ? entry : `${draft.stem} ${at + 1}. ${entry}`
    return factOf({ ...draft, explanation }, entry.split(' → ').at(-1) ?? entry, [entry], deck)
  })
  return facts.filter(({ id }, at) => facts.findIndex((fact) => fact.id === id) === at)
}

function factOf(draft: Draft, answer: string | null, members: readonly string[], deck: AskedDeck): Fact {
  const own = draft.evidence[0] ?? { start: 0, end: 0 }
  const near = draft.evidence.flatMap(({ start }) => deck.factsAt.get(start) ?? [])
  const known =
    answer === null
      ? judgedFact(draft, near)
      : near.find(
          (fact) =>
            foldText(fact.answer) === foldText(answer) || foldText(fact.members.join('; ')) === foldText(answer),
        )
  if (known) return known
  const sentence = deck.sentences.find(({ span }) => span.start === own.start)
  const quote = draft.evidence.map(({ start, end }) => deck.document.text.slice(start, end)).join(' ')
  const kind = kindOf(answer, members)
  return {
    id: contentKey(kind, quote, answer ?? draft.explanation, ''),
    kind,
    statement: draft.explanation,
    spans: draft.evidence,
    subject: sentence?.headingPath.at(-1) ?? deck.document.title,
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
  const fitting = near.filter(
    (fact) => fact.answer !== '' && fact.members.length === 0 && (key[0] === 'True') === saysWords(stem, fact.answer),
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
