import { createHash, randomUUID } from 'node:crypto'

export type Run = (sql: string, values?: unknown[]) => Promise<unknown>

/** How much one learner has: decks of so many facts with a card each, nine tenths of the decks met, ten reviews a fact and more. */
export type Size = { readonly decks: number; readonly facts: number; readonly reviews: number }

const SENTENCE = 'Fact aaaaa of deck 00000 says that its answer is so.'
const STRIDE = SENTENCE.length + 1
const HEADING = '## Part 0000'
/** Sentences under a heading. */
const PART = 10
const PART_LENGTH = HEADING.length + 1 + PART * STRIDE

/** The word that only one fact's sentence and card have. Decks count from 1, facts from 0. */
export function nameOf(deck: number, fact: number): string {
  const hash = createHash('md5').update(`${deck}.${fact}`).digest('hex').slice(0, 5)
  return hash.replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')
}

/** Fills a learner's shelf as years of study would, by statements that make all rows of a table at once. */
export async function seedLearner(run: Run, learnerId: string, size: Size): Promise<void> {
  const mark = randomUUID().slice(0, 8)
  const values = [learnerId, size.decks, size.facts, mark]
  for (const sql of SHELF) await run(`WITH given AS (${GIVEN}) ${sql}`, values)
  await run(
    'SELECT refresh_deck_facts(ARRAY(SELECT f."id" FROM "Fact" f JOIN "Deck" d ON d."documentId" = f."documentId" WHERE d."ownerId" = $1::uuid))::text',
    [learnerId],
  )
  await withoutGuards(run, 'Memory', () => run(MEMORIES, [learnerId, mark]))
  await run('SELECT recount_progress($1::uuid, "id")::text FROM "Deck" WHERE "ownerId" = $1::uuid', [learnerId])
  await withoutGuards(run, 'Review', () => run(REVIEWS, [learnerId, size.reviews]))
}

const GIVEN = 'SELECT $1::uuid AS learner, $2::int AS decks, $3::int AS facts, $4::text AS mark'
const key = (what: string) => `'bench ' || given.mark || ' ${what} ' || deck`
// With the nibbles that say how an id was made.
const uuidOf = (what: string, more = '') =>
  `overlay(overlay(md5(${key(what)}${more}) placing '4' from 13) placing '8' from 17)::uuid`
const FACT_UUID = uuidOf('fact', " || '.' || fact")
const ITEM_UUID = uuidOf('item', " || '.' || fact")
const DECKS = 'given, generate_series(1, given.decks) deck'
const FACTS = `${DECKS}, generate_series(0, given.facts - 1) fact`
// A word of its own for each fact, so that there is something rare to look for.
const NAME = `translate(left(md5(deck || '.' || fact), 5), '0123456789', 'ghijklmnop')`
const WORDS = `'Fact ' || ${NAME} || ' of deck ' || lpad(deck::text, 5, '0') || ' says that its answer is so.'`
const START = `(fact / ${PART} * ${PART_LENGTH} + ${HEADING.length + 1} + fact % ${PART} * ${STRIDE})`
const SPAN = `jsonb_build_array(jsonb_build_object('start', ${START}, 'end', ${START} + ${SENTENCE.length}))`
const PARTS = `generate_series(0, given.facts / ${PART} - 1) part`
const spanOf = (start: number, end: number) =>
  `jsonb_build_object('start', part * ${PART_LENGTH} + ${start}, 'end', part * ${PART_LENGTH} + ${end})`

const CONTENT = JSON.stringify({ type: 'flashcard', answers: [{ text: 'so', accepted: [] }] })

const SHELF = [
  `INSERT INTO "Document" ("id", "ownerId", "title", "text", "hash", "language", "blocks", "refused", "engine")
   SELECT ${uuidOf('document')}, given.learner, 'Deck ' || deck,
     (SELECT string_agg('## Part ' || lpad(part::text, 4, '0') || E'\\n' || (
        SELECT string_agg(${WORDS}, ' ' ORDER BY fact)
        FROM generate_series(part * ${PART}, part * ${PART} + ${PART - 1}) fact) || E'\\n', '' ORDER BY part)
      FROM ${PARTS}),
     ${key('hash')}, 'eng',
     (SELECT jsonb_agg(block ORDER BY part, block -> 'span' -> 'start') FROM ${PARTS}, LATERAL (VALUES
        (jsonb_build_object('kind', 'heading', 'level', 2, 'span', ${spanOf(0, HEADING.length)})),
        (jsonb_build_object('kind', 'paragraph', 'span', ${spanOf(HEADING.length + 1, PART_LENGTH - 1)}))) b (block)),
     '{}', 'bench' FROM ${DECKS}`,
  `INSERT INTO "Deck" ("id", "ownerId", "documentId", "title", "createdAt")
   SELECT ${uuidOf('deck')}, given.learner, ${uuidOf('document')}, 'Deck ' || deck,
     now() - interval '2 years' + deck * interval '1 minute' FROM ${DECKS}`,
  `INSERT INTO "Fact" ("id", "documentId", "contentKey", "position", "kind", "statement", "heading", "spans", "engine")
   SELECT ${FACT_UUID}, ${uuidOf('document')}, 'f' || fact, fact, 'name', ${WORDS}, '', ${SPAN}, 'bench' FROM ${FACTS}`,
  `INSERT INTO "Item" ("id", "documentId", "contentKey", "position", "type", "tier", "engine")
   SELECT ${ITEM_UUID}, ${uuidOf('document')}, 'i' || fact, fact, 'flashcard', 'A', 'bench' FROM ${FACTS}`,
  `INSERT INTO "Revision" ("id", "itemId", "number", "stem", "content", "keyText", "explanation", "evidence", "isCard")
   SELECT gen_random_uuid(), ${ITEM_UUID}, 1, 'What does fact ' || ${NAME} || ' of deck ' || deck || ' say?', '${CONTENT}'::jsonb, 'so',
     '', ${SPAN}, true FROM ${FACTS}`,
  `INSERT INTO "ItemFact" ("itemId", "factId", "slot") SELECT ${ITEM_UUID}, ${FACT_UUID}, 0 FROM ${FACTS}`,
]

// Nine decks of ten are met. One fact in twenty has been due for some days; a few are on their steps.
const MEMORIES = `
  INSERT INTO "Memory" ("learnerId", "factId", "documentId", "state", "stability", "difficulty", "lastReview", "due",
    "step", "reviews", "lapses")
  SELECT $1::uuid, "id", "documentId", CASE WHEN steps THEN 'learning' ELSE 'review' END, stability, 5,
    now() - past * interval '1 day',
    CASE WHEN steps THEN now() ELSE now() - past * interval '1 day' + stability * interval '1 day' END, 0, 10, 0
  FROM (
    SELECT f."id", f."documentId", nth % 500 = 0 AND nth <= 5000 AS steps, 1 + nth % 200 AS stability,
      1 + (1 + nth % 200) * 1.05 * (nth * 7919 % 1000) / 1000 AS past
    FROM (
      SELECT f.*, row_number() OVER (ORDER BY d."createdAt", f."position") AS nth, count(*) OVER () AS facts
      FROM "Fact" f JOIN "Deck" d ON d."documentId" = f."documentId"
      WHERE d."ownerId" = $1::uuid AND $2::text <> ''
    ) f WHERE nth <= facts * 9 / 10
  ) made`

const REVIEWS = `
  INSERT INTO "Review" ("learnerId", "id", "factId", "source", "rating", "at", "durationMs", "scheduled", "parameters")
  SELECT $1::uuid, gen_random_uuid(), known[1 + nth % cardinality(known)], 'card',
    CASE WHEN nth % 10 = 0 THEN 'again'::text ELSE 'good' END,
    now() - interval '1 day' - (nth * 700.0 / $2::int) * interval '1 day', 3000 + nth % 5000, true,
    'fsrs6-2;0.9;UTC;4;default'
  FROM (SELECT array_agg("factId") AS known FROM "Memory" WHERE "learnerId" = $1::uuid) facts,
    generate_series(1, $2::int) nth`

/** Rows by the hundred thousand are checked and put in order faster when all are there. */
async function withoutGuards(run: Run, table: string, fill: () => Promise<unknown>): Promise<void> {
  const guards = (await run(
    `SELECT conname AS name, 'ALTER TABLE "${table}" DROP CONSTRAINT "' || conname || '"' AS drop,
       'ALTER TABLE "${table}" ADD CONSTRAINT "' || conname || '" ' || pg_get_constraintdef(oid) AS make
     FROM pg_constraint WHERE conrelid = '"${table}"'::regclass AND contype = 'f'
     UNION ALL
     SELECT indexrelid::regclass::text, 'DROP INDEX ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
     FROM pg_index WHERE indrelid = '"${table}"'::regclass AND NOT indisprimary`,
  )) as { drop: string; make: string }[]
  for (const { drop } of guards) await run(drop)
  await fill()
  for (const { make } of guards) await run(make)
}
