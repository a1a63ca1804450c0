import 'server-only'
import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Evidence, Span } from '../../core/document/document'
import { type FactTrace, rematchFacts } from '../../core/fact/rematch-facts'
import type { Generated } from '../../core/generation/generated'
import { writeItem } from '../../core/item/item'
import { type ItemTrace, rematchItems } from '../../core/item/rematch-items'
import { parseContent, write } from '../../core/question-types/registry'
import type { Db, Tx } from '../../db'
import { findOutdated } from './remove-outdated'

/**
 * Gives facts and items that the engine found again under another key that key, so that they are matched by it and keep
 * their rows: memories, choices and attempts. Only where the document's text still says what they quote.
 */
export async function rematchKeys(
  from: Db | Tx,
  documentId: string,
  { document: { text }, facts, items }: Pick<Generated, 'document' | 'facts' | 'items'>,
): Promise<void> {
  const outdated = await findOutdated(from, documentId, { facts: idsOf(facts), items: idsOf(items) })
  if (outdated.facts.length + outdated.items.length === 0) return
  const factRows = await inChunks(outdated.facts, (ids) => from.fact.findMany({ where: { id: { in: ids } } }))
  const itemRows = await inChunks(outdated.items, (ids) => loadItems(from, ids))
  const isFresh = ({ id }: { id: string }) => !outdated.known.has(id)
  const quoted = factsQuoted(itemRows, text)
  const factKeys = rematchFacts(
    factRows.filter(({ id }) => quoted.has(id)).map((row) => traceOf(row.contentKey, row as unknown as Seen, text)),
    facts.filter(isFresh).map((fact) => traceOf(fact.id, fact, text)),
  )
  const itemKeys = rematchItems(
    itemRows.map((row) => itemTrace(row, factKeys)),
    items.filter(isFresh).map(writeItem),
  )
  await from.$executeRaw`
    UPDATE "Fact" AS fact SET "contentKey" = made."newKey"
    FROM jsonb_to_recordset(${renamed(factRows, factKeys)}::jsonb) AS made(id uuid, "newKey" text) WHERE fact.id = made.id`
  await from.$executeRaw`
    UPDATE "Item" AS item SET "contentKey" = made."newKey"
    FROM jsonb_to_recordset(${renamed(itemRows, itemKeys)}::jsonb) AS made(id uuid, "newKey" text) WHERE item.id = made.id`
}

const CHUNK = 40

/** A long document is read piece by piece, and others get their turn in between. */
async function inChunks<T>(rows: readonly { id: string }[], read: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  const all: T[] = []
  for (let from = 0; from < rows.length; from += CHUNK) {
    all.push(...(await read(rows.slice(from, from + CHUNK).map(({ id }) => id))))
    await letOthersRun()
  }
  return all
}

function loadItems(from: Db | Tx, ids: string[]) {
  return from.item.findMany({
    where: { id: { in: ids } },
    include: {
      facts: { orderBy: { slot: 'asc' }, select: { factId: true, fact: { select: { contentKey: true } } } },
      revisions: {
        where: { authorId: null },
        orderBy: { number: 'desc' },
        take: 1,
        select: { stem: true, content: true, evidence: true },
      },
    },
  })
}

type ItemRow = Awaited<ReturnType<typeof loadItems>>[number]
type Seen = {
  readonly kind: string
  readonly statement: string
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
}

function traceOf(contentKey: string, { kind, statement, spans, answerSpan }: Seen, text: string): FactTrace {
  const answer = answerSpan ? text.slice(answerSpan.start, answerSpan.end) : statement
  return { contentKey, kind, spans, answer, answerSpan }
}

function itemTrace(
  { contentKey, type, facts, revisions: [newest] }: ItemRow,
  keys: ReadonlyMap<string, string>,
): ItemTrace {
  const factIds = facts.map(({ fact }) => keys.get(fact.contentKey) ?? fact.contentKey)
  return {
    id: contentKey,
    type,
    factIds,
    key: newest ? write(parseContent(newest.content)).key : [],
    stem: newest?.stem ?? '',
  }
}

/** Facts whose items quote the text as it stands: of those of an older text the spans point anywhere. */
function factsQuoted(items: readonly ItemRow[], text: string): ReadonlySet<string> {
  const holds = ({ start, end, quote }: Evidence) => text.slice(start, end) === quote
  const quoting = items.filter(({ revisions: [newest] }) => (newest?.evidence as Evidence[] | undefined)?.every(holds))
  return new Set(quoting.flatMap(({ facts }) => facts.map(({ factId }) => factId)))
}

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)

function renamed(rows: readonly { id: string; contentKey: string }[], keys: ReadonlyMap<string, string>): string {
  return JSON.stringify(
    rows.flatMap(({ id, contentKey }) => {
      const newKey = keys.get(contentKey)
      return newKey === undefined || newKey === contentKey ? [] : [{ id, newKey }]
    }),
  )
}
