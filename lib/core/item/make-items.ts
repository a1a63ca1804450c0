import type { StructuredDocument } from '../document/document'
import type { Claim } from '../fact/claim'
import type { Fact } from '../fact/fact'
import type { Found } from '../fact/find-claims'
import type { Generated, Item } from './item'
import { lintItem } from './lint'
import type { Check, LintContext } from './lint/finding'
import { type Draft, makeItem } from './make-item'
import { type Answers, doubtedBy, withOneAnswer } from './one-answer'
import { addToPool, type Pool, startPool } from './pool'
import { seedOf } from './seed'
import { choices } from './views/choices'
import { cardToComplete, clozes } from './views/clozes'
import { flashcards } from './views/flashcards'
import { multiple } from './views/multiple'
import { trueFalse } from './views/true-false'
import { typed } from './views/typed'

const ITEMS_PER_FACT = 4

/** What has been made of a document so far. */
export type Made = {
  readonly pool: Pool
  readonly context: LintContext
  readonly sentences: Set<string>
  readonly items: Item[]
  readonly facts: Fact[]
  readonly refused: Record<string, number>
  /** Facts that no item has asked yet. */
  readonly unasked: Map<string, Fact>
  readonly answers: Answers
  /** Questions that were asked before a later section answered them in another way. */
  readonly doubted: Set<string>
  readonly stems: Set<string>
  /** Statements to judge so far, by their answer. */
  readonly judged: Map<string, number>
}

/** Items, and the facts that they are the first to ask. */
export type Part = { readonly facts: readonly Fact[]; readonly items: readonly Item[] }

export function startItems(document: StructuredDocument): Made {
  const sentences = new Set<string>()
  return {
    pool: startPool(document),
    context: contextOf(document, sentences),
    sentences,
    items: [],
    facts: [],
    refused: {},
    unasked: new Map(),
    answers: new Map(),
    doubted: new Set(),
    stems: new Set(),
    judged: new Map(),
  }
}

/** Every view of every claim of a section, judged; what fails is counted by its first failed check, beside the sentences that gave no claim. */
export function makeItems(made: Made, found: Found): Part {
  const claims = learn(found, made)
  const before = made.items.length
  for (const claim of claims) makeOf(claim, made)
  const items = made.items.slice(before)
  return { facts: newlyAsked(items, made), items }
}

/** Takes in what a section says before any of it is asked. */
function learn({ claims, mentions, sentences, refused }: Found, made: Made): Claim[] {
  for (const question of doubtedBy(claims, made.answers)) made.doubted.add(question)
  const known = withOneAnswer(claims, made.answers)
  addToPool(made.pool, known, mentions.values())
  for (const sentence of sentences) made.sentences.add(sentence)
  for (const [check, times] of Object.entries(refused)) count(check, made, times)
  for (const { fact } of known) {
    made.facts.push(fact)
    made.unasked.set(fact.id, fact)
  }
  return known
}

function newlyAsked(items: readonly Item[], { unasked }: Made): Fact[] {
  return items.flatMap(({ factIds }) =>
    factIds.flatMap((id) => {
      const fact = unasked.get(id)
      return fact && unasked.delete(id) ? [fact] : []
    }),
  )
}

/**
 * The items that hold in the whole document, and the facts they ask; what cannot be asked well is counted, not kept. A later
 * section may answer a question in another way, or say what an earlier item called false.
 */
export function finishItems(made: Made): Omit<Generated, 'document' | 'engine'> {
  const items = made.items.filter((item) => {
    const fault = faultInWhole(item, made)
    if (fault) count(fault, made)
    return fault === null
  })
  const asked = new Set(items.flatMap(({ factIds }) => factIds))
  return { facts: made.facts.filter(({ id }) => asked.has(id)), items, refused: made.refused }
}

function faultInWhole({ stem, key }: Item, { doubted, sentences }: Made): Check | null {
  if (doubted.has(stem)) return 'R3'
  return key[0] === 'False' && sentences.has(stem) ? 'R13' : null
}

function count(check: string, { refused }: Made, times = 1): void {
  refused[check] = (refused[check] ?? 0) + times
}

function makeOf(claim: Claim, made: Made): void {
  const { pool, stems, judged, context } = made
  const room = made.items.length + ITEMS_PER_FACT
  for (const draft of viewsOf(claim, pool)) {
    if (made.items.length >= room) return
    const both = bothOf(draft, pool.text)
    const item = dueOf(both, judged)
    const asked = askedAs(item, claim)
    const fault = stems.has(asked) ? 'R14' : faultOf(both, context)
    stems.add(asked)
    if (fault) count(fault, made)
    else keep(item, made)
  }
}

/** The item of a draft, and of a statement to judge its opposite's. */
const bothOf = (draft: Draft, text: string): readonly [Item, ...Item[]] => [
  makeItem(draft, text),
  ...(draft.opposite ? [makeItem(draft.opposite, text)] : []),
]

const MOST_AHEAD = 2

/** The seed says whether a statement is true; where one answer has come so much oftener in this document, it is the other. */
function dueOf([mine, other = mine]: readonly [Item, ...Item[]], judged: ReadonlyMap<string, number>): Item {
  const ahead = (judged.get(answerOf(mine)) ?? 0) - (judged.get(answerOf(other)) ?? 0)
  return ahead >= MOST_AHEAD ? other : mine
}

const answerOf = ({ key: [answer = ''] }: Item): string => answer

/** A card and a question may share a stem; two questions may not, unless a list's members are asked one by one. */
const askedAs = (item: Item, claim: Claim): string =>
  [item.type === 'flashcard' ? 'card' : 'quiz', item.stem, claim.list ? item.key[0] : ''].join(' ')

/** The first check that fails, of a statement to judge its own or its opposite's. */
const faultOf = (items: readonly Item[], context: LintContext): Check | undefined =>
  items.flatMap((item) => lintItem(item, context))[0]?.check

function keep(item: Item, { items, judged }: Made): void {
  items.push(item)
  if (item.type === 'true-false') judged.set(answerOf(item), (judged.get(answerOf(item)) ?? 0) + 1)
}

/**
 * Each fact as a card, as one question to choose, to complete or to type, and as a statement to judge. A question to type
 * repeats the card's words: it is asked only of a year, or where there is no other.
 */
function viewsOf(claim: Claim, pool: Pool): Draft[] {
  const chosen = claim.fact.members.length > 0 ? multiple(claim, pool) : choices(claim, pool)
  const gapped = clozes(claim)
  const judged = trueFalse(claim, pool)
  const typedYear = claim.answerType === 'year' && seedOf(claim.fact.id) % 3 === 0 ? typed(claim) : []
  const asked = [typedYear, chosen, gapped].find((drafts) => drafts.length > 0) ?? []
  // A sentence with two gaps asks another fact as well, a list with a gap its other members: it stands beside the question.
  const both = ((claim.cloze?.factIds.length ?? 0) > 1 || claim.list) && asked !== gapped ? gapped : []
  const written = asked.length + judged.length === 0 ? typed(claim) : []
  return [...flashcards(claim), ...cardToComplete(claim), ...asked, ...both, ...judged, ...written]
}

function contextOf(document: StructuredDocument, sentences: ReadonlySet<string>): LintContext {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [document.text.slice(block.span.start, block.span.end)] : [],
  )
  return { text: document.text, title: document.title, headings, sentences, stems: [] }
}
