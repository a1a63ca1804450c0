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
import { clozes } from './views/clozes'
import { flashcards } from './views/flashcards'
import { multiple } from './views/multiple'
import { trueFalse } from './views/true-false'
import { typed } from './views/typed'

const ITEMS_PER_FACT = 4

type Made = { readonly items: Item[]; readonly facts: Fact[]; readonly refused: Record<string, number> }

/** Every view of every claim, judged; what fails is counted by its first failed check. */
export function makeItems(document: StructuredDocument, { claims, mentions }: Found): Made {
  const pool = makePool(document.text, claims, mentions)
  const context = contextOf(document)
  const made: Made = { items: [], facts: claims.map(({ fact }) => fact), refused: {} }
  const stems = new Set<string>()
  for (const claim of claims) makeOf(claim, pool, context, made, stems)
  return made
}

function makeOf(claim: Claim, pool: Pool, context: LintContext, made: Made, stems: Set<string>): void {
  const kept: Item[] = []
  for (const draft of viewsOf(claim, pool)) {
    if (kept.length >= ITEMS_PER_FACT) break
    const item = makeItem(draft, pool.text)
    const asked = `${item.type === 'flashcard' ? 'card' : 'quiz'} ${item.stem} ${claim.list ? item.key[0] : ''}`
    const fault = stems.has(asked) ? 'R14' : lintItem(item, context)[0]?.check
    if (fault) made.refused[fault] = (made.refused[fault] ?? 0) + 1
    else kept.push(item)
    stems.add(asked)
  }
  made.items.push(...kept)
}

/**
 * Each fact as a card, as one question to choose or to type, and as a statement to judge. Where several ways to ask
 * would do, the seed takes one, so that a document has all of them and a fact is not asked twice over.
 */
function viewsOf(claim: Claim, pool: Pool): Draft[] {
  const chosen = claim.fact.members.length > 0 ? multiple(claim, pool) : choices(claim, pool)
  const written = typed(claim)
  const gapped = clozes(claim)
  const turn = seedOf(claim.fact.id) % 3
  const dated = claim.answerType === 'year' && turn === 0 && written.length > 0
  const asked =
    chosen.length > 0 && !dated
      ? chosen
      : written.length > 0 && (dated || turn === 1)
        ? written
        : gapped.length > 0
          ? gapped
          : written
  return [...flashcards(claim), ...asked, ...trueFalse(claim, pool)]
}

function contextOf(document: StructuredDocument): LintContext {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [document.text.slice(block.span.start, block.span.end)] : [],
  )
  return { text: document.text, title: document.title, headings, stems: [] }
}
