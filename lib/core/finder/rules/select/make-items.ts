import type { Check, LintContext } from '../../../check/finding'
import type { StructuredDocument } from '../../../document/document'
import type { Fact } from '../../../fact/fact'
import { withoutHint } from '../../../item/hint'
import type { Generated, Item } from '../../../item/item'
import type { Claim } from '../claims/claim'
import { addToPool, startPool } from '../distractors/pool'
import { readAliases } from '../drafts/aliases'
import { asksOf } from '../drafts/ask'
import type { Found } from '../find-claims'
import { aboutOf } from '../score/about'
import { asShown, count, type Made } from './generation-state'
import { definitionsIn, doubtedBy, isDefinedTwice, withOneAnswer } from './one-answer'
import { showTogether } from './select-items'

/** Items, and the facts that they are the first to ask. */
export type Part = { readonly facts: readonly Fact[]; readonly items: readonly Item[] }

export function startItems(document: StructuredDocument): Made {
  const sentences = new Set<string>()
  return {
    pool: startPool(document),
    context: contextOf(document, sentences),
    about: aboutOf(document),
    sentences,
    aliases: readAliases(document.text),
    items: [],
    facts: [],
    headings: new Map(),
    refused: {},
    unasked: new Map(),
    answers: new Map(),
    doubted: new Set(),
    stems: new Set(),
    byKey: new Map(),
    judged: new Map(),
    types: new Map(),
  }
}

/** What a section's claims are asked, judged; what fails is counted by its first failed check, beside the sentences that gave no claim. */
export function makeItems(made: Made, found: Found): Part {
  const claims = learnFrom(found, made)
  const before = made.items.length
  for (const asks of asksOf(claims, made.pool)) showTogether(asks, made)
  const items = made.items.slice(before)
  return { facts: newlyAsked(items, made), items: items.map((item) => asShown(item, made)) }
}

/** Takes in what a section says before any of it is asked. */
export function learnFrom({ claims, mentions, sentences, refused }: Found, made: Made): Claim[] {
  for (const question of doubtedBy(claims, made.answers)) made.doubted.add(question)
  const known = withOneAnswer(claims, made.answers)
  addToPool(made.pool, known, mentions.values())
  for (const sentence of sentences) made.sentences.add(sentence)
  for (const [check, times] of Object.entries(refused)) count(check, made, times)
  for (const { fact } of known) {
    made.facts.push(fact)
    made.headings.set(fact.id, fact.heading)
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
  const definitions = definitionsIn(made.sentences)
  const items = made.items.filter((item) => {
    const fault = isDefinedTwice(item.stem, definitions) ? 'R3' : faultInWhole(item, made)
    if (fault) count(fault, made)
    return fault === null
  })
  const asked = new Set(items.flatMap(({ factIds }) => factIds))
  return {
    facts: made.facts.filter(({ id }) => asked.has(id)),
    items: items.map((item) => asShown(item, made)),
    refused: made.refused,
  }
}

function faultInWhole({ stem, key }: Item, { doubted, sentences }: Made): Check | null {
  if (doubted.has(withoutHint(stem))) return 'R3'
  return key[0] === 'False' && sentences.has(stem) ? 'R13' : null
}

function contextOf(document: StructuredDocument, sentences: ReadonlySet<string>): LintContext {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [document.text.slice(block.span.start, block.span.end)] : [],
  )
  return { text: document.text, title: document.title, headings, sentences, stems: [] }
}
