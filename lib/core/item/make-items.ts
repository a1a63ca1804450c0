import type { StructuredDocument } from '../document/document'
import type { Claim } from '../fact/claim'
import type { Fact } from '../fact/fact'
import type { Found } from '../fact/find-claims'
import type { Item } from './item'
import { lintItem } from './lint'
import type { LintContext } from './lint/finding'
import { type Draft, makeItem } from './make-item'
import { makePool, type Pool } from './pool'
import { seedOf } from './seed'
import { choices } from './views/choices'
import { cardToComplete, clozes } from './views/clozes'
import { flashcards } from './views/flashcards'
import { multiple } from './views/multiple'
import { trueFalse } from './views/true-false'
import { typed } from './views/typed'

const ITEMS_PER_FACT = 4

type Made = {
  readonly items: Item[]
  readonly facts: Fact[]
  readonly refused: Record<string, number>
  /** Statements to judge so far, by their answer. */
  readonly judged: Map<string, number>
}

/** Every view of every claim, judged; what fails is counted by its first failed check, beside the sentences that gave no claim. */
export function makeItems(
  document: StructuredDocument,
  { claims, mentions, sentences, refused }: Found,
): Omit<Made, 'judged'> {
  const pool = makePool(document, claims, mentions)
  const context = { ...contextOf(document), sentences }
  const made: Made = { items: [], facts: claims.map(({ fact }) => fact), refused: { ...refused }, judged: new Map() }
  const stems = new Set<string>()
  for (const claim of claims) makeOf(claim, pool, context, made, stems)
  return { items: made.items, facts: askedFacts(made), refused: made.refused }
}

/** Facts that some item asks; what cannot be asked well is counted, not kept. */
function askedFacts({ facts, items }: Made): Fact[] {
  const asked = new Set(items.flatMap(({ factIds }) => factIds))
  return facts.filter(({ id }) => asked.has(id))
}

function makeOf(claim: Claim, pool: Pool, context: LintContext, made: Made, stems: Set<string>): void {
  const room = made.items.length + ITEMS_PER_FACT
  for (const draft of viewsOf(claim, pool)) {
    if (made.items.length >= room) return
    const item = makeItem(evenly(draft, made.judged), pool.text)
    const asked = askedAs(item, claim)
    const fault = stems.has(asked) ? 'R14' : faultOf(draft, pool, context)
    stems.add(asked)
    if (fault) made.refused[fault] = (made.refused[fault] ?? 0) + 1
    else keep(item, made)
  }
}

function keep(item: Item, { items, judged }: Made): void {
  items.push(item)
  const [answer = ''] = item.type === 'true-false' ? item.key : []
  judged.set(answer, (judged.get(answer) ?? 0) + 1)
}

/** The first check that fails, of a statement to judge its own or its opposite's. */
function faultOf(draft: Draft, pool: Pool, context: LintContext): string | undefined {
  const both = draft.opposite ? [draft, draft.opposite] : [draft]
  return both.flatMap((one) => lintItem(makeItem(one, pool.text), context))[0]?.check
}

const MOST_AHEAD = 2

/** The seed says whether a statement is true; where one answer has come so much oftener in this document, it is the other. */
function evenly(draft: Draft, judged: ReadonlyMap<string, number>): Draft {
  const [mine = ''] = draft.key
  const [others = ''] = draft.opposite?.key ?? []
  const ahead = (judged.get(mine) ?? 0) - (judged.get(others) ?? 0)
  return draft.opposite && ahead >= MOST_AHEAD ? draft.opposite : draft
}

/** A card and a question may share a stem; two questions may not, unless a list's members are asked one by one. */
const askedAs = (item: Item, claim: Claim): string =>
  [item.type === 'flashcard' ? 'card' : 'quiz', item.stem, claim.list ? item.key[0] : ''].join(' ')

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

function contextOf(document: StructuredDocument): LintContext {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [document.text.slice(block.span.start, block.span.end)] : [],
  )
  return { text: document.text, title: document.title, headings, stems: [] }
}
