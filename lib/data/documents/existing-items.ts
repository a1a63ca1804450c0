import 'server-only'
import type { Evidence, Span } from '../../core/document/document'
import type { Fact, FactKind } from '../../core/fact/fact'
import type { Generated } from '../../core/generation/generated'
import type { Item, Tier } from '../../core/item/item'
import { isStatement, parseContent, write } from '../../core/question-types/registry'
import type { Db, Tx } from '../../db'
import type { Batch } from '../../workers/generate-in-worker'

/** What a document has already: new drafts are compared with it and placed in it. Ids are content keys. */
export type Existing = {
  readonly facts: readonly (Fact & { readonly position: number })[]
  readonly items: readonly (Item & { readonly position: number })[]
}

type FactRow = Pick<Fact, 'id' | 'kind' | 'statement' | 'heading' | 'spans' | 'answerSpan'> & {
  readonly position: number
}
type ItemRow = Pick<Item, 'id' | 'stem' | 'explanation' | 'factIds' | 'tier'> & {
  readonly content: unknown
  readonly evidence: readonly Evidence[]
  readonly position: number
}

/** In the order of the document, without what is retired. */
export async function loadExisting(from: Db | Tx, documentId: string): Promise<Existing> {
  const { text } = await from.document.findUniqueOrThrow({ where: { id: documentId }, select: { text: true } })
  const [rows] = await from.$queryRaw<{ facts: FactRow[]; items: ItemRow[] }[]>`
    SELECT (
      SELECT COALESCE(jsonb_agg(jsonb_build_object('id', f."contentKey", 'kind', f.kind, 'statement', f.statement,
        'heading', f.heading, 'spans', f.spans, 'answerSpan', f."answerSpan", 'position', f.position) ORDER BY f.position), '[]')
      FROM "Fact" f WHERE f."documentId" = ${documentId}::uuid AND NOT f.retired) AS facts, (
      SELECT COALESCE(jsonb_agg(jsonb_build_object('id', i."contentKey", 'tier', i.tier, 'stem', r.stem, 'content', r.content,
        'explanation', r.explanation, 'evidence', r.evidence, 'position', i.position, 'factIds', (
          SELECT COALESCE(jsonb_agg(f."contentKey" ORDER BY l.slot), '[]')
          FROM "ItemFact" l JOIN "Fact" f ON f.id = l."factId" WHERE l."itemId" = i.id)) ORDER BY i.position), '[]')
      FROM "Item" i JOIN LATERAL (
        SELECT r.* FROM "Revision" r WHERE r."itemId" = i.id ORDER BY r.number DESC LIMIT 1) r ON true
      WHERE i."documentId" = ${documentId}::uuid AND NOT i.retired) AS items`
  const items = (rows?.items ?? []).map(({ content, ...item }): Existing['items'][number] => {
    return { ...item, ...parseContent(content), tier: item.tier as Tier }
  })
  const answers = answersOf(items)
  const facts = (rows?.facts ?? []).map((fact): Existing['facts'][number] => {
    const answer = fact.answerSpan ? slice(text, fact.answerSpan) : (answers.get(fact.id) ?? '')
    const rest = { subject: '', relation: '', members: [], open: false, answer }
    return { ...fact, ...rest, kind: fact.kind as FactKind }
  })
  return { facts, items }
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end)

/** Of facts whose answer stands nowhere in one piece: as an item gives it. */
function answersOf(items: readonly Item[]): ReadonlyMap<string, string> {
  const answers = new Map<string, string>()
  for (const item of items) {
    const [factId, ...more] = item.factIds
    if (factId && more.length === 0 && !isStatement(item.type) && !answers.has(factId))
      answers.set(factId, write(item).key.join('; '))
  }
  return answers
}

/** Places for facts and items that come later, among those that are there: after what begins before them. */
export function placeInText({ facts, items }: Existing) {
  const starts = new Map(facts.map(({ id, spans }) => [id, spans[0]?.start ?? 0]))
  const startOf = (factId: string | undefined) => starts.get(factId ?? '') ?? 0
  const ofFacts = facts.map(({ id, position }) => ({ start: startOf(id), position }))
  const ofItems = items.map(({ factIds, position }) => ({ start: startOf(factIds[0]), position }))
  return {
    batchOf({ facts: newFacts, items: newItems }: Pick<Generated, 'facts' | 'items'>): Batch {
      for (const { id, spans } of newFacts) starts.set(id, spans[0]?.start ?? 0)
      return {
        facts: newFacts.map((fact) => ({ fact, position: lastBefore(ofFacts, startOf(fact.id)) })),
        items: newItems.map((item) => ({ item, position: lastBefore(ofItems, startOf(item.factIds[0])) })),
      }
    },
  }
}

type PlacedStart = { readonly start: number; readonly position: number }

function lastBefore(placed: readonly PlacedStart[], start: number): number {
  return placed.reduce((last, entry) => (entry.start <= start ? Math.max(last, entry.position) : last), 0)
}
