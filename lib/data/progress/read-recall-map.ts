import 'server-only'
import type { Block, DocumentFormat, Span } from '../../core/document/document'
import type { DeckId } from '../../core/ids'
import { type ReadingBlock, readingBlocks } from '../../core/language/sentences-of-blocks'
import { passageOf } from '../../core/language/text-without-marks'
import { masteryOf, shownRecall } from '../../core/memory/scheduling/mastery'
import type { Memory } from '../../core/memory/scheduling/memory'
import type { Viewer } from '../../core/people/viewer'
import { countsForRecall, meanRecall, percent, shadeOf } from '../../core/statistics/predicted-recall'
import type { MapBlock, MapUnit, ReadMap } from '../../core/statistics/recall-map'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'
import { type DeckFact, listDeckFacts } from '../decks/list-deck-facts'
import { memoriesByFact } from '../memories/memory-rows'

/** The text of a deck with, for each sentence that proves something, how well the viewer would recall it now. */
export async function readRecallMap(viewer: Viewer | null, deckId: DeckId, now: Date): Promise<ReadMap | null> {
  const document = await db().document.findFirst({
    where: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } },
    select: { title: true, text: true, language: true, blocks: true, format: true },
  })
  if (!document) return null
  const facts = await listDeckFacts(viewer, deckId)
  const memories = await memoriesByFact(
    viewer,
    facts.map(({ id }) => id),
  )
  const known = facts.map((fact) => ({ fact, memory: memories.get(fact.id) ?? { kind: 'new' as const } }))
  const { text, language } = document
  const blocks = document.blocks as Block[]
  const read = readingBlocks(
    { text, blocks },
    facts.flatMap(({ spans }) => spans),
  )
  const chances = chancesOf(known, now)
  return {
    title: document.title,
    language,
    blocks: new MapMaker(text, document.format as DocumentFormat, known, now).make(read),
    facts: facts.length,
    counted: chances.length,
    percent: percent(meanRecall(chances)),
    seen: known.some(isSeen),
  }
}

type Known = { readonly fact: DeckFact; readonly memory: Memory }

const isSeen = ({ memory }: Known): boolean => memory.kind !== 'new'

const countedOf = (known: readonly Known[]): readonly Known[] =>
  known.filter((each) => countsForRecall({ hasCard: each.fact.cardIds.length > 0, isSeen: isSeen(each) }))

const chancesOf = (known: readonly Known[], now: Date): readonly number[] =>
  countedOf(known).map(({ memory }) => shownRecall(memory, now))

/** Goes through the text once, counting units with facts and remembering the heading above them. */
class MapMaker {
  private readonly text: string
  private readonly format: DocumentFormat
  private readonly known: readonly Known[]
  private readonly now: Date
  private count = 0
  private heading = ''

  constructor(text: string, format: DocumentFormat, known: readonly Known[], now: Date) {
    this.text = text
    this.format = format
    this.known = known
    this.now = now
  }

  make(blocks: readonly ReadingBlock[]): readonly MapBlock[] {
    return blocks.map((block): MapBlock => {
      if (block.kind === 'table') return { kind: 'table', rows: block.rows.map((row) => this.units(row)) }
      if (block.kind !== 'heading') return { ...block, units: this.units(block.units) }
      this.heading = this.words(block.span).replace(/^#+\s*|\s*#+$/g, '')
      return { kind: 'heading', level: block.level, text: this.heading }
    })
  }

  private units(spans: readonly Span[]): readonly MapUnit[] {
    return spans.map((span) => this.unit(span))
  }

  private unit(span: Span): MapUnit {
    // A list has its evidence in its intro and its members together, so all of them show it.
    const known = this.known.filter(({ fact }) => fact.spans.some((part) => beginsIn(part, span)))
    const chances = chancesOf(known, this.now)
    if (known.length > 0) this.count++
    return {
      number: known.length > 0 ? this.count : null,
      text: this.words(span),
      start: span.start,
      heading: this.heading,
      facts: known.map(({ fact, memory }) => ({
        id: fact.id,
        statement: fact.statement,
        mastery: masteryOf(memory, this.now),
        hasCard: fact.cardIds.length > 0,
      })),
      counted: chances.length,
      percent: percent(meanRecall(chances)),
      shade: shadeOf(chances, known.some(isSeen)),
      failed: failedOf(countedOf(known)),
    }
  }

  private words(span: Span): string {
    return passageOf(this.text, span, this.format).text.trim()
  }
}

function failedOf(known: readonly Known[]): MapUnit['failed'] {
  const met = known.flatMap(({ memory }) => (memory.kind === 'new' ? [] : [memory]))
  if (met.length === 0 || !met.every(({ failed }) => failed)) return null
  return { met: met.length, unseen: known.length - met.length }
}

function beginsIn(part: Span, unit: Span): boolean {
  return unit.start <= part.start && part.start < unit.end
}
