import type { StructuredDocument } from '../document/document'
import type { Claim } from '../fact/claim'
import type { Fact } from '../fact/fact'
import type { Found } from '../fact/find-claims'
import { type Aliases, readAliases } from './aliases'
import { type Ask, asksOf, inNeed } from './ask'
import { type Generated, type Item, type ItemType, isArranged } from './item'
import { lintItem } from './lint'
import type { Check, LintContext } from './lint/finding'
import { type Draft, makeItem } from './make-item'
import { type Answers, doubtedBy, withOneAnswer } from './one-answer'
import { addToPool, type Pool, startPool } from './pool'

/** What has been made of a document so far. */
export type Made = {
  readonly pool: Pool
  readonly context: LintContext
  readonly sentences: Set<string>
  readonly aliases: Aliases
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
  /** Shown items so far, by type. */
  readonly types: Map<ItemType, number>
}

/** Items, and the facts that they are the first to ask. */
export type Part = { readonly facts: readonly Fact[]; readonly items: readonly Item[] }

export function startItems(document: StructuredDocument): Made {
  const sentences = new Set<string>()
  return {
    pool: startPool(document),
    context: contextOf(document, sentences),
    sentences,
    aliases: readAliases(document.text),
    items: [],
    facts: [],
    refused: {},
    unasked: new Map(),
    answers: new Map(),
    doubted: new Set(),
    stems: new Set(),
    judged: new Map(),
    types: new Map(),
  }
}

/** What a section's claims are asked, judged; what fails is counted by its first failed check, beside the sentences that gave no claim. */
export function makeItems(made: Made, found: Found): Part {
  const claims = learn(found, made)
  const before = made.items.length
  for (const ask of asksOf(claims, made.pool)) show(ask, made)
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

/** Shows an ask in the first of its ways that is fit, the type in need first; what is not fit is counted by its first fault. */
function show({ ways, otherwise }: Ask, made: Made): void {
  const { stems, judged, context, types } = made
  for (const draft of inNeed(ways, types)) {
    const both = bothOf(draft, made)
    const item = dueOf(both, judged)
    const fault = stems.has(askedAs(item)) ? 'R14' : faultOf(both, context)
    if (!fault) {
      keep(item, made)
      return
    }
    count(fault, made)
  }
  const next = otherwise?.()
  if (next) show(next, made)
}

/** The item of a draft, and of a statement to judge its opposite's. */
const bothOf = (draft: Draft, { context, aliases }: Made): readonly [Item, ...Item[]] => [
  makeItem(draft, context.text, aliases),
  ...(draft.opposite ? [makeItem(draft.opposite, context.text, aliases)] : []),
]

const MOST_AHEAD = 2

/** The seed says whether a statement is true; where one answer has come so much oftener in this document, it is the other. */
function dueOf([mine, other = mine]: readonly [Item, ...Item[]], judged: ReadonlyMap<string, number>): Item {
  const ahead = (judged.get(answerOf(mine)) ?? 0) - (judged.get(answerOf(other)) ?? 0)
  return ahead >= MOST_AHEAD ? other : mine
}

const answerOf = ({ key: [answer = ''] }: Item): string => answer

/** What no other item may ask: its stem; of events or pairs to be arranged, what is arranged. */
const askedAs = ({ type, stem, key }: Item): string => (isArranged(type) ? key.join() : stem)

/** The first check that fails, of a statement to judge its own or its opposite's. */
const faultOf = (items: readonly Item[], context: LintContext): Check | undefined =>
  items.flatMap((item) => lintItem(item, context))[0]?.check

function keep(item: Item, { items, judged, types, stems }: Made): void {
  items.push(item)
  stems.add(askedAs(item))
  if (item.tier === 'A') types.set(item.type, (types.get(item.type) ?? 0) + 1)
  if (item.type === 'true-false') judged.set(answerOf(item), (judged.get(answerOf(item)) ?? 0) + 1)
}

function contextOf(document: StructuredDocument, sentences: ReadonlySet<string>): LintContext {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [document.text.slice(block.span.start, block.span.end)] : [],
  )
  return { text: document.text, title: document.title, headings, sentences, stems: [] }
}
