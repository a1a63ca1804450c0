import 'server-only'
import type { Block, Span } from '../../core/document/document'
import { passagesOf } from '../../core/document/search-passages'
import { db, type Tx } from '../../db'
import { pauseBetweenTransactions } from '../pause-between-transactions'

// Some milliseconds of the embedded database, which does one thing at a time.
const PASSAGES_AT_ONCE = 40

/**
 * Makes the text of a document searchable, passage by passage, with the words of the statements that it proves: they name
 * what the sentence itself may call "it". Again where it was already: a newer engine states otherwise.
 */
export async function indexText(documentId: string): Promise<void> {
  const document = await db().document.findUnique({
    where: { id: documentId },
    select: {
      text: true,
      blocks: true,
      facts: { where: { retired: false }, orderBy: { position: 'asc' }, select: { statement: true, spans: true } },
    },
  })
  if (!document) return
  const rows = rowsOf({ ...document, blocks: document.blocks as Block[] })
  await db().$executeRaw`DELETE FROM "SearchPassage" WHERE "documentId" = ${documentId}::uuid`
  await db().$executeRaw`DELETE FROM "SearchWord" WHERE "documentId" = ${documentId}::uuid`
  for (let from = 0; from < rows.length; from += PASSAGES_AT_ONCE) {
    await pauseBetweenTransactions(() => insert(documentId, rows.slice(from, from + PASSAGES_AT_ONCE)))
  }
  await insert(documentId, [WHOLE])
}

// After a restore there may be many documents: a search shows what is ready by then, and the rest is indexed meanwhile.
const PATIENCE_MS = 5_000

/** Those of the documents whose text has not been made searchable yet; of one that is being generated the end is waited for. */
export async function indexMissing(documentIds: readonly string[]): Promise<void> {
  const missing = await db().$queryRaw<{ id: string }[]>`
    SELECT document.id FROM "Document" document
    LEFT JOIN "GenerationJob" job ON job."documentId" = document.id
    WHERE document.id = ANY(${[...documentIds]}::uuid[]) AND (job.state IS NULL OR job.state NOT IN ('queued', 'running'))
      AND NOT EXISTS (
        SELECT 1 FROM "SearchPassage" WHERE "documentId" = document.id AND position = ${WHOLE.position}
      )`
  if (missing.length === 0) return
  const indexed = indexInTurn(missing.map(({ id }) => id))
  // One that breaks after it was waited for is looked at again by the next search.
  indexed.catch(() => undefined)
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS)
  })
  await Promise.race([indexed, patience]).finally(() => clearTimeout(timer))
}

const underWay = new Map<string, Promise<void>>()

/** Of two who search at once the second waits for what the first has begun. */
async function indexInTurn(documentIds: readonly string[]): Promise<void> {
  for (const id of documentIds) {
    const indexed = underWay.get(id) ?? indexText(id).finally(() => underWay.delete(id))
    underWay.set(id, indexed)
    await indexed
  }
}

/** A newer engine has read the document: its statements are looked at when somebody searches next. */
export async function forgetText(tx: Tx, documentId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "SearchPassage" WHERE "documentId" = ${documentId}::uuid`
}

type Row = {
  readonly position: number
  readonly start: number
  readonly heading: string
  readonly text: string
  readonly weight: 'A' | 'B'
  readonly said: string
}

/** Says that all passages are there: written last. */
const WHOLE: Row = { position: 0, start: 0, heading: '', text: '', weight: 'B', said: '' }

type Read = {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly facts: readonly { statement: string; spans: unknown }[]
}

function rowsOf({ text, blocks, facts }: Read): readonly Row[] {
  const passages = passagesOf({ text, blocks })
  const said = passages.map(() => new Set<string>())
  for (const { statement, spans } of facts) {
    const [first] = spans as Span[]
    const at = first ? lastAt(passages, first.start) : -1
    said[at]?.add(statement)
  }
  return passages.map(({ start, heading, isHeading, text }, at) => ({
    position: at + 1,
    start,
    heading,
    text,
    weight: isHeading ? 'A' : 'B',
    said: [...(said[at] ?? [])].join('\n'),
  }))
}

/** The last passage that begins before a place or at it, by halving. */
function lastAt(passages: readonly { start: number }[], place: number): number {
  let [low, high] = [0, passages.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle]?.start ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Nothing where the document has gone meanwhile, and no row twice where two make them at once. */
async function insert(documentId: string, rows: readonly Row[]): Promise<void> {
  const given = JSON.stringify(rows)
  await db().$executeRaw`
    WITH given AS (
      SELECT document.id, search_config(document.language) AS config, made.*
      FROM "Document" document, jsonb_to_recordset(${given}::jsonb)
        AS made(position int, start int, heading text, text text, weight "char", said text)
      WHERE document.id = ${documentId}::uuid
    ), words AS (
      INSERT INTO "SearchWord" ("documentId", word)
      SELECT DISTINCT id, lexeme FROM given, unnest(to_tsvector('simple', text))
      WHERE length(lexeme) BETWEEN 3 AND 40 AND lexeme !~ '[0-9]'
      ON CONFLICT DO NOTHING
    )
    INSERT INTO "SearchPassage" ("documentId", position, start, heading, text, words)
    SELECT id, position, start, heading, text, search_words(config, text, weight) || search_words(config, said, 'D')
    FROM given ON CONFLICT DO NOTHING`
}
